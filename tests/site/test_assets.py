"""Style and scripts: written in parts, sent as one file each; their parts themselves are not published."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Site
from node import ESLINT, TSC, node
from portal.language.locales import LANGUAGES
from portal.language.places import OFFLINE
from portal.site.addresses import address
from portal.site.dress.assets import SCRIPTS, STYLES, bundles, early_script, sources
from portal.site.dress.bundles import (
    BUNDLES,
    CLAIMS_SCRIPT,
    EARLY,
    PORTAL_CSS,
    PORTAL_SCRIPT,
    PREVIEW,
    SEARCH_SCRIPT,
    TOOLS_SCRIPT,
    WORKER,
)

JOINED = [path for path in BUNDLES if path.endswith(".js")]
TOKENS = """
import * as acorn from "acorn";
const read = (text) => {
  const comments = [], tokens = [], skipped = [];
  const tree = acorn.parse(text, { ecmaVersion: 2020, sourceType: "module", onComment: comments, onToken: tokens });
  for (const { type, start, end, declaration } of tree.body) {
    if (type === "ImportDeclaration") skipped.push([start, end]);
    if (type === "ExportNamedDeclaration") skipped.push([start, declaration.start]);
  }
  const kept = tokens.filter((t) => !skipped.some(([start, end]) => t.start >= start && t.end <= end));
  return { comments: comments.length, tokens: kept.map((t) => text.slice(t.start, t.end)).filter(Boolean) };
};
let given = "";
for await (const piece of process.stdin) given += piece;
console.log(JSON.stringify(JSON.parse(given).map(read)));
"""


def read_by_node(texts: list[str]) -> list[dict[str, Any]]:
    """The tokens of each script without its imports and the word export, and how many comments it has."""
    done = node("--input-type=module", "--eval", TOKENS, given=json.dumps(texts))
    assert done.returncode == 0, done.stderr
    made: list[dict[str, Any]] = json.loads(done.stdout)
    return made


def lines() -> Iterator[tuple[str, str]]:
    for path in (*(ROOT / STYLES).rglob("*.*"), *(ROOT / SCRIPTS).rglob("*.*")):
        yield from ((f"{path.name}:{n}", line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1))


def test_every_part_that_is_written_stands_in_a_file_of_the_site() -> None:
    written = {p for folder in (STYLES, SCRIPTS) for p in (ROOT / folder).rglob("*") if p.suffix in (".css", ".js")}
    joined = {part for files in (BUNDLES, PREVIEW) for parts in sources(ROOT, files).values() for part in parts}
    assert joined | {ROOT / SCRIPTS / f"{EARLY}.js"} == written


def test_the_site_has_the_joined_files_and_not_their_parts(site: Site) -> None:
    for path, made in bundles(ROOT).items():
        assert (site.folder / path).read_bytes() == made
    assert not (site.folder / "styles").exists()
    assert not (site.folder / "scripts").exists()


@pytest.mark.parametrize("path", JOINED)
def test_joining_takes_imports_and_comments_away_and_nothing_else(path: str) -> None:
    joined, *parts = read_by_node(
        [bundles(ROOT)[path].decode(), *(part.read_text("utf-8") for part in sources(ROOT)[path])]
    )
    syllables = ["SYLLABIC", "INFLECTED"]
    told = {
        WORKER: ["OFFLINE_PAGES", "RELEASE", "POLICY"],
        SEARCH_SCRIPT: syllables,
        CLAIMS_SCRIPT: syllables,
        TOOLS_SCRIPT: ["LOOKS", "STYLE_OF_LOOKS", "FILTERED"],
    }  # what built.d.ts says
    around = joined["tokens"][0] == "("  # (() => { … })(); of a script that comes beside that of every page
    tokens = joined["tokens"][5:-5] if around else joined["tokens"]
    assert around is (path not in (PORTAL_SCRIPT, WORKER))
    assert tokens[:2] == ['"use strict"', ";"]
    tokens = tokens[2:]
    for name in told.get(path, []):
        assert tokens[:3] == ["const", name, "="]
        tokens = tokens[tokens.index(";") + 1 :]
    assert tokens == [token for part in parts for token in part["tokens"]]
    assert joined["comments"] == 0


@pytest.mark.parametrize("path", JOINED)
def test_a_part_takes_only_from_parts_that_stand_before_it_in_the_same_file(path: str) -> None:
    beside = () if path in (PORTAL_SCRIPT, WORKER) else sources(ROOT)[PORTAL_SCRIPT]  # which every page has run before
    before = [part.resolve() for part in beside]
    for part in sources(ROOT)[path]:
        taken = re.findall(r'^import .*? from "([^"]+)";$', part.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        assert [name for name in taken if (part.parent / name).resolve() not in before] == [], part.name
        before.append(part.resolve())


def test_a_changed_comment_changes_no_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    for part in (part for parts in sources(tmp_path).values() for part in parts):
        comment = "/* Another word. */\n" if part.suffix == ".css" else "// Another word.\n"
        part.write_text(comment + part.read_text("utf-8") + comment, encoding="utf-8")
    assert bundles(tmp_path) == bundles(ROOT)
    assert early_script(tmp_path) == early_script(ROOT)


def test_the_worker_knows_the_page_for_times_without_a_network_in_every_language() -> None:
    first = re.search(r"const OFFLINE_PAGES = (\[.*\]);", bundles(ROOT)[WORKER].decode())
    assert first
    assert set(json.loads(first[1])) == {address(lang, OFFLINE) for lang in LANGUAGES}


def test_no_script_names_a_language_s_folder() -> None:
    assert [place for place, line in lines() if re.search(r"""["'`/]en/""", line)] == []


def test_no_line_of_a_style_or_a_script_is_longer_than_120() -> None:
    assert [place for place, line in lines() if len(line) > 120] == []


@pytest.mark.parametrize("folder", [SCRIPTS, f"{SCRIPTS}/worker"])
def test_the_types_of_the_scripts_agree(folder: str) -> None:
    done = node(str(TSC), "--project", folder)
    assert done.returncode == 0, done.stdout


def test_a_value_of_the_wrong_type_is_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / SCRIPTS, tmp_path / "scripts")
    part = tmp_path / "scripts/search/folding.js"
    part.write_text(part.read_text("utf-8") + "\nexport const wrong = fold(12);\n", encoding="utf-8")
    done = node(str(TSC), "--project", str(tmp_path / "scripts"))
    assert done.returncode != 0
    assert "folding.js" in done.stdout


def test_every_script_is_checked() -> None:
    for part in (ROOT / SCRIPTS).rglob("*.js"):
        assert part.read_text("utf-8").startswith("// @ts-check\n// "), part.name


def test_the_linter_finds_nothing_in_the_scripts() -> None:
    done = node(str(ESLINT), "--max-warnings", "0", SCRIPTS)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "line",
    [
        "export const a = document?.body;",
        "export const a = location.hash ?? 1;",
        "document.body.replaceChildren();",
        'document.querySelector(".prose :is(h2, h3)");',
        'export const a = "a".replaceAll("a", "b");',
        "document.body.innerHTML = location.hash;",
        "class A { #b = 1; }",
        "export const a = 1_000n;",
        "var a = 1;",
        "export const a = 1 == 2;",
    ],
)
def test_the_linter_finds_what_old_phones_do_not_run(line: str) -> None:
    done = node(str(ESLINT), "--stdin", "--stdin-filename", f"{SCRIPTS}/portal/x.js", given=line + "\n")
    assert done.returncode == 1, done.stdout + done.stderr


def test_the_style_s_file_holds_no_comment() -> None:
    assert "/*" not in bundles(ROOT)[PORTAL_CSS].decode()


@pytest.mark.parametrize("path", [path for path in BUNDLES if path.endswith(".js")])
def test_the_parts_of_a_script_give_no_name_twice(path: str) -> None:
    """Joined they share one scope, in which the later of two functions of one name silently wins."""
    named = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
    names = [name for part in sources(ROOT)[path] for name in named.findall(part.read_text("utf-8"))]
    assert sorted(names) == sorted(set(names))
