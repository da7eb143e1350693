"""Every known attack is told at its file, or is harmless; none ends the check, steers a terminal or a workflow."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from attack import TABLE, Attack, put, rows_of
from attacks_on_files import IN_DATA, IN_DOCS, IN_NAMES
from attacks_on_texts import IN_BODIES, IN_FRONTS, IN_STORIES
from conftest import EPOCH, MADE_UP, ROOT, SITE, TODAY, run
from portal.reading.addresses.web_address import address_fault
from portal.reading.markdown.text import text_of
from portal.site.built import open_build, settings_of

GROUPS = {
    "bodies": IN_BODIES,
    "fronts": IN_FRONTS,
    "stories": IN_STORIES,
    "data": IN_DATA,
    "names": IN_NAMES,
    "docs": IN_DOCS,
}
ATTACKS = {attack.number: attack for some in GROUPS.values() for attack in some}


def kept_rows() -> dict[str, tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as read:
        return {row[0]: tuple(row) for row in list(csv.reader(read))[1:]}


def test_each_attack_has_a_number_of_its_own_and_a_row() -> None:
    assert len(ATTACKS) == sum(map(len, GROUPS.values()))
    assert set(kept_rows()) == set(ATTACKS)


@pytest.mark.parametrize("group", GROUPS)
def test_what_becomes_of_each_attack_is_what_the_table_says(group: str, tmp_path: Path) -> None:
    rows = rows_of(GROUPS[group], tmp_path)
    assert rows == [kept_rows()[row[0]] for row in rows], "PYTHONPATH=scripts:tests python bench/attacks.py"
    assert [row[0] for row in rows if not row[3] and not row[4]] == []


def corpus_of(some: tuple[Attack, ...], root: Path) -> Path:
    shutil.copytree(MADE_UP, root)
    for attack in some:
        for path, made in attack.overlay.items() if not attack.alone else ():
            put(root / path, made)
    return root


@pytest.mark.parametrize("form", ["text", "github", "json", "markdown"])
def test_all_of_them_at_once_are_told_line_by_line(form: str, tmp_path: Path) -> None:
    root = corpus_of(tuple(ATTACKS.values()), tmp_path / "corpus")
    done = run("scripts/check.py", "--root", str(root), "--lang", "en", "--format", form, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", done.stdout + done.stderr)
    if form != "github":
        assert not re.search("^::", done.stdout, re.MULTILINE)
    else:
        assert {line[:8] for line in done.stdout.splitlines()} <= {"::error ", "::warnin", "::notice"}


def test_markup_that_no_reader_of_html_takes_for_a_picture_is_shown_as_text() -> None:
    body = next(iter(ATTACKS["S8.6"].overlay.values()))
    assert isinstance(body, str)
    assert "<img" not in text_of(body.partition("---\n")[2].partition("---\n")[2]).html


def test_an_ampersand_is_one_in_the_contents_too() -> None:
    assert [one.title for one in text_of("## Bốn &amp; năm\n\n## A & B\n").headings] == ["Bốn & năm", "A & B"]


@pytest.mark.parametrize("number", ["D101", "D103"])
def test_a_published_table_holds_no_formula(number: str, tmp_path: Path) -> None:
    root = corpus_of((ATTACKS[number],), tmp_path / "corpus")
    files = open_build(root, settings_of(ROOT, SITE, "", {}), TODAY, TODAY, "vi").table.files
    made = {path: file.make().decode("utf-8-sig") for path, file in files.items() if path.endswith(".csv")}
    tables = [text for path, text in made.items() if number.lower() in path]
    assert tables
    cells = [cell for text in tables for row in csv.reader(text.splitlines()) for cell in row]
    assert number == "D101" or any(cell.startswith("'=") for cell in cells)  # a title stands in no cell
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://dienbien.gov.vn/a", ""),
        ("https://xn--tnmin-ksa9w.vn/", ""),
        ("https://www.bücher.example.de/", ""),
        ("https://правительство.рф/", ""),
        ("https://xn--80aealotwbjpid2k.xn--p1ai/", ""),
        ("https://www.оhchr.org/", "url-alike"),
        ("https://www.xn--hchr-55d.org/", "url-alike"),
        ("https://аррӏе.com/", "url-alike"),
        ("https://dienbıen.gov.vn/", "url-alike"),
        ("https://ｕｎ.org/", "url-alike"),
        ("https://a@un.org/", "url-user"),
        ("https://un.org:x@evil.org/", "url-user"),
        ("https://may-chu.local/", "url-own-network"),
        ("https://metadata.google.internal/", "url-own-network"),
        (f"https://un.org/{'x' * 2000}", "url-long"),
        ("https://0x7f.0x0.0x0.0x1/", "not-a-url"),
        ("https://un.org:99999/", "not-a-url"),
        ("https://-un.org/", "not-a-url"),
        ("https://un%2eorg/", "not-a-url"),
        ("https://[::1]/", "not-a-url"),
    ],
)
def test_an_address_names_a_host_that_everybody_reads_alike(address: str, code: str) -> None:
    assert address_fault(address) == code
