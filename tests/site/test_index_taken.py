"""The index of a site built again: taken whole where no page changed, the same bytes whatever stood there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.content.known.house.search import SearchHints
from portal.language.made_files import DATA_FOLDER, INDEX_FOLDER
from portal.reading.keeping.kept_values import KeptValues
from portal.site.files.new_site import NewSite
from portal.site.search.built_index import write_index
from portal.site.search.notes import NOTES, Noted, notes_text

HEAD = '<meta property="og:title" content="Tên"><meta property="og:description" content="Mô tả">'
TEXTS = {"vi": "Ai cũng có quyền được học.", "en": "Everyone has the right to learn."}


def built(room: Path, name: str, texts: dict[str, str], before: Path | None) -> dict[str, bytes]:
    """The index of a site of one page in each language, made with what the builds before kept: path → bytes."""
    new = NewSite(room / name, before)
    for lang, text in texts.items():
        shown = f"<article data-searched><h1>{lang}</h1><p>{text}</p></article>" if text else ""
        page = f"<html><head>{HEAD}</head><body>{shown}</body></html>"
        (new.folder / lang).mkdir(parents=True)
        (new.folder / lang / "index.html").write_text(page, encoding="utf-8")
    (new.folder / DATA_FOLDER).mkdir()
    noted = {f"{lang}/": Noted(lang, "bai", (), {"kind": ("page",)}) for lang in texts}
    (new.folder / DATA_FOLDER / NOTES).write_text(notes_text(noted), encoding="utf-8")
    values = KeptValues(room / "kept")
    write_index(new, SearchHints(), values)
    values.keep()
    index = new.folder / INDEX_FOLDER
    return {file.relative_to(index).as_posix(): file.read_bytes() for file in index.rglob("*.js")}


@pytest.fixture
def first(tmp_path: Path) -> dict[str, bytes]:
    return built(tmp_path, "mot", TEXTS, None)


def shares(room: Path, path: str) -> bool:
    """Whether a file of the second site is one of the first by a second name."""
    return (room / "hai" / INDEX_FOLDER / path).samefile(room / "mot" / INDEX_FOLDER / path)


def test_where_no_page_changed_every_file_is_taken(first: dict[str, bytes], tmp_path: Path) -> None:
    assert {path.partition("/")[0] for path in first} == set(TEXTS)
    assert built(tmp_path, "hai", TEXTS, tmp_path / "mot") == first
    assert all(shares(tmp_path, path) for path in first)


def test_where_a_page_changed_only_its_language_is_made_anew(first: dict[str, bytes], tmp_path: Path) -> None:
    changed = {**TEXTS, "en": "Everyone has the right to rest."}
    again = built(tmp_path, "hai", changed, tmp_path / "mot")
    assert {path for path in again if again[path] == first.get(path)} >= {path for path in first if path[:2] == "vi"}
    assert b"rest" in again["en/t0.js"]
    assert shares(tmp_path, "vi/s0.js")
    assert not shares(tmp_path, "en/s0.js")


BENDS: dict[str, Callable[[Path], object]] = {
    "a letter": lambda file: file.write_bytes(file.read_bytes().replace(b"quy", b"qua")),
    "cut": lambda file: file.write_bytes(b""),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("bend", BENDS)
def test_what_somebody_changed_in_the_site_of_before_is_not_taken(
    first: dict[str, bytes], bend: str, tmp_path: Path
) -> None:
    BENDS[bend](tmp_path / "mot" / INDEX_FOLDER / "vi/s0.js")
    assert built(tmp_path, "hai", TEXTS, tmp_path / "mot") == first


def test_without_a_site_of_before_the_same_bytes_are_made(first: dict[str, bytes], tmp_path: Path) -> None:
    assert built(tmp_path, "hai", TEXTS, None) == first


def test_a_language_in_which_nothing_is_searched_has_no_index(tmp_path: Path) -> None:
    made = built(tmp_path, "mot", {**TEXTS, "en": ""}, None)
    assert {path.partition("/")[0] for path in made} == {"vi"}
    assert built(tmp_path, "hai", {**TEXTS, "en": ""}, tmp_path / "mot") == made
