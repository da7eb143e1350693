"""The index of a site that has just been built: its finished pages read, a part of the index for each language."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from portal.content.known.house.search import SearchHints
from portal.language.made_files import DATA_FOLDER
from portal.reading.keeping.kept import made_of
from portal.reading.keeping.kept_ahead import work_ahead
from portal.reading.keeping.kept_values import KeptValues
from portal.site.files.new_site import NewSite
from portal.site.search.impacts import CountedPassage
from portal.site.search.index import CountPage, Searched, counting, index_files
from portal.site.search.notes import NOTES, Noted, noted
from portal.site.search.passages import Passage, SearchedPage, searched_page


def write_index(new: NewSite, hints: SearchHints, values: KeptValues) -> None:
    """Write the index into a site, one language after the other, and take the notes away. What was worked out of each
    page, and of all of a language, is taken from `values`."""
    site = new.folder
    notes = site / DATA_FOLDER / NOTES
    asked = noted(notes.read_text(encoding="utf-8"))
    marks = {address: made_of(address.encode(), _page_at(site, address).read_bytes()) for address in asked}
    makes = {f"page {marks[address]}": partial(_as_tree, _page_at(site, address), address) for address in asked}
    work_ahead(values, makes)
    for lang in sorted({known.lang for known in asked.values()}):
        found = ((one, known, marks[one]) for one, known in asked.items() if known.lang == lang)
        read = (
            _searched(values.of(f"page {mark}", makes[f"page {mark}"]), one, known, mark) for one, known, mark in found
        )
        for path, content in _of_language([page for page in read if page], lang, hints, values).items():
            new.write(path, content.encode())
    notes.unlink()


def _of_language(pages: Sequence[Searched], lang: str, hints: SearchHints, values: KeptValues) -> Mapping[str, str]:
    if not pages:
        return {}
    asked = made_of(lang.encode(), repr(hints).encode())
    name = made_of(asked.encode(), *(page.mark.encode() for page in pages))
    count = _kept_counting(counting(lang, hints), asked, values)
    for page in pages:
        values.has(_count_name(asked, page))  # so that it stays for the day on which another page changes

    with suppress(KeyError):
        return {path: values.copy(f"file {name} {path}") for path in values.copy(f"index {name}")}
    made = {path: content.decode() for path, content in index_files(pages, lang, hints, count).items()}
    for path, content in made.items():
        values.put(f"file {name} {path}", content)
    values.put(f"index {name}", list(made))
    return made


def _page_at(site: Path, address: str) -> Path:
    return site / address / "index.html"


def _as_tree(file: Path, address: str) -> list[Any] | None:
    """What search reads of a page; None where it reads nothing."""
    page = searched_page(address, file.read_bytes().decode())
    return [page.title, page.description, [[*asdict(one).values()] for one in page.passages]] if page else None


def _searched(found: list[Any] | None, address: str, known: Noted, mark: str) -> Searched | None:
    """A page as search reads it; None where no part of it is searched."""
    if found is None:
        return None
    title, description, passages = found
    page = SearchedPage(address, title, description, tuple(Passage(*one) for one in passages))
    return Searched(page, known, made_of(mark.encode(), repr(known).encode()))


def _kept_counting(count: CountPage, asked: str, values: KeptValues) -> CountPage:
    """What counts a page, or takes it from `values`; `asked` tells what editors told the search."""

    def make(page: Searched) -> list[list[Any]]:
        return [[*vars(one).values()] for one in count(page)]

    return lambda page: [CountedPassage(*one) for one in values.of(_count_name(asked, page), lambda: make(page))]


def _count_name(asked: str, page: Searched) -> str:
    return f"counts {asked} {page.mark}"
