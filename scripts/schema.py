"""Writes what is made from code: JSON Schemas, settings of VS Code, tables of the guide, server headers. 1 if old."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from door import ROOT, parser_of, refused, run
from doorway.placing.put import NotPut, put_files
from portal.content.asking.front_matter_cms import FRONT_MATTER_PATH, front_matter_settings
from portal.content.asking.guide_tables import guide_pages
from portal.content.asking.kinds import page_kinds
from portal.content.asking.page_schema import page_schema
from portal.content.known.reference import ReferenceData
from portal.language.locales import ORIGINAL
from portal.language.words import words
from portal.plan.data_files.data_schemas import DATA_FORMS, data_schema
from portal.site.dress.assets import early_script
from portal.site.dress.served_headers import nginx_headers

FOLDER: Final = "schema"
SETTINGS: Final = ".vscode/settings.json"


def main(arguments: list[str] | None = None) -> int:
    """0 where every file was as the models make it; 1 where one was not, which is right now, or cannot be written."""
    options = _options(arguments)
    text, made = words(options.lang), made_from_models()
    old = {path: data for path, data in made.items() if _bytes(options.out / path) != data}
    gone = [path for path in _there(options.out) if path not in made]
    if not (old or gone):
        return refused(text.say("vs_code.in_step", count=len(made)), 0)
    try:
        put_files({options.out / path: made.get(path) for path in (*old, *gone)})
    except NotPut as why:
        return refused(why.said(text), 1)
    print(text.say("vs_code.written", paths=", ".join([*old, *gone])))
    return 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = parser_of("schema.py", __doc__, "lang")
    parser.add_argument("--out", type=Path, default=ROOT, help="folder in which they stand; the project's own")
    return parser.parse_args(arguments)


def made_from_models() -> dict[str, bytes]:
    """Every file by its path. Bodies and laws are not in them: what data/ says may change without these."""
    kinds = page_kinds(ReferenceData())
    files = {f"{FOLDER}/pages/{kind.name}.json": page_schema(kind) for kind in kinds}
    files |= {f"{FOLDER}/translated/{kind.name}.json": page_schema(kind, translated=True) for kind in kinds}
    files |= {f"{FOLDER}/data/{name}.json": data_schema(form) for name, form in DATA_FORMS.items()}
    files |= {FRONT_MATTER_PATH: front_matter_settings(kinds, words(ORIGINAL)), SETTINGS: _settings()}
    texts = guide_pages(kinds, words(ORIGINAL)) | nginx_headers(early_script(ROOT))
    return {path: _as_json(tree) for path, tree in files.items()} | {path: texts[path].encode() for path in texts}


def _settings() -> dict[str, Any]:
    """What VS Code does here: it looks at data files with our schemas, asks no other server for schemas and tells
    nobody what is done."""
    return {
        "yaml.schemas": {f"./{FOLDER}/data/{name}.json": f"/{form.files}" for name, form in DATA_FORMS.items()},
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[markdown]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": False}},
    }


def _as_json(tree: dict[str, Any]) -> bytes:
    return f"{json.dumps(tree, ensure_ascii=False, indent=2)}\n".encode()


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _there(out: Path) -> list[str]:
    return sorted(file.relative_to(out).as_posix() for file in (out / FOLDER).rglob("*.json"))


if __name__ == "__main__":
    sys.exit(run(main))
