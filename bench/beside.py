"""Writes the texts of a corpus as a Hugo site (theme: bench/hugo) and as a plain Material site, to measure beside it.

Both get what the portal's reader gives: the same words of the same pages in both languages, facts filled in, with
title, description, day, sources and what the page is about. Figures and other parts the portal makes by itself are
left out.
"""

import argparse
import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from demonstration import CITED, LINK, ROOT
from door import today
from portal.content.library import Library, read_library
from portal.content.stories import Story

LANGS: Final = ("vi", "en")
ABOUT: Final = ("conventions", "groups", "laws", "places")
FIGURE: Final = re.compile(r"^\[figure: [^\]]+\]$", re.MULTILINE)
BOX: Final = re.compile(r'^!!! \w+ ?(?:"([^"]*)")?\n((?:(?:    .*)?(?:\n|$))+)', re.MULTILINE)
MATERIAL: Final = """site_name: Plain Material
site_url: https://example.org/
docs_dir: content
theme:
  name: material
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: vi, name: Tiếng Việt, default: true}
        - {locale: en, name: English}
markdown_extensions: [admonition, attr_list, def_list, tables, {toc: {permalink: true}}]
"""


@dataclass(frozen=True)
class Told:
    """A page as any engine may have it: its address without language, and what it says."""

    lang: str
    place: str
    head: dict[str, Any]
    body: str


def main() -> int:
    """Writes hugo/ and material/ into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    library = read_library(options.corpus, today())
    pages = list(told(library))
    write_hugo(options.folder / "hugo", pages, names(library))
    write_material(options.folder / "material", pages)
    return 0


def told(library: Library) -> Iterator[Told]:
    for (lang, place), story in library.stories.items():
        if lang in LANGS:
            yield Told(lang, place, head(story), FIGURE.sub("", story.document.body).strip() + "\n")


def head(story: Story) -> dict[str, Any]:
    """What every engine is told of a page, in names of its own."""
    front = story.front
    known: dict[str, Any] = {"title": front.title, "description": front.description, "kinds": [front.kind]}
    known |= {"date": front.date, "lastmod": front.changed, "agencies": [front.agency] if front.agency else []}
    known |= {name: getattr(front, name) for name in ABOUT} | {"summary_lines": front.summary or []}
    known["sources"] = [
        {"title": one.title, "publisher": one.publisher, "url": one.url, "accessed": one.accessed}
        for one in front.references
    ]
    return {name: value for name, value in known.items() if value}


def names(library: Library) -> dict[str, dict[str, dict[str, str]]]:
    """What the values pages are sorted by are called: (taxonomy, value, language)."""
    data = library.data
    found: dict[str, dict[str, Any]] = {
        "conventions": {code: one.short for code, one in data.conventions.items()},
        "laws": {code: one.title for code, one in data.laws.items()},
        "agencies": {code: one.name for code, one in data.agencies.items()},
    }
    return {kind: {code: {"vi": it.vi, "en": it.en} for code, it in values.items()} for kind, values in found.items()}


def write_hugo(site: Path, pages: list[Told], called: dict[str, dict[str, dict[str, str]]]) -> None:
    """The theme, and the pages as Hugo names them: what heads a folder is _index.md."""
    shutil.copytree(ROOT / "bench/hugo", site)
    (site / "data").mkdir()
    (site / "data/names.json").write_text(json.dumps(called, ensure_ascii=False), encoding="utf-8")
    for page in pages:
        body = LINK.sub(lambda found: f"]({of_hugo(found[1])})", BOX.sub(quoted, page.body))
        body = CITED.sub(lambda found: "".join(f"[[{n}]](#nguon-{n})" for n in numbers(found)), body)
        lines = yaml.safe_dump(page.head, allow_unicode=True, sort_keys=False)
        write(site / f"content/{page.lang}/{of_hugo(page.place + '.md')}", f"---\n{lines}---\n{body}")


def numbers(found: re.Match[str]) -> list[str]:
    return found[1].replace(" ", "").split(",")


def of_hugo(path: str) -> str:
    goal, mark, anchor = path.partition("#")
    folder, name = posixpath.split(goal)
    return posixpath.join(folder, "_index.md") + mark + anchor if name == "index.md" else path


def quoted(box: re.Match[str]) -> str:
    """A box as a quotation, which Hugo has without more."""
    lines = [f"> {line[4:]}".rstrip() for line in box[2].rstrip().split("\n")]
    return "\n".join([*([f"> **{box[1]}**", ">"] if box[1] else []), *lines, "", ""])


def write_material(site: Path, pages: list[Told]) -> None:
    """The pages with their sources as a list under the text; nothing else is changed."""
    write(site / "mkdocs.yml", MATERIAL)
    for page in pages:
        body = CITED.sub(lambda found: "".join(f"[[{n}]](#nguon)" for n in numbers(found)), page.body)
        sources = [
            f"1. [{one['title']}]({one.get('url') or ''}), {one['publisher']}" for one in page.head.get("sources", ())
        ]
        end = "\n## Nguồn { #nguon }\n\n" + "\n".join(sources) + "\n" if sources else ""
        shown = {name: page.head[name] for name in ("title", "description")}
        lines = yaml.safe_dump(shown, allow_unicode=True, sort_keys=False)
        write(site / f"content/{page.lang}/{page.place}.md", f"---\n{lines}---\n# {page.head['title']}\n\n{body}{end}")


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
