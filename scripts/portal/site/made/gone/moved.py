"""Addresses live for ever: what is wrong in data/moved.yml, and which published addresses no page stands at."""

import os
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from portal.content.desk.address import PUBLISHED_PATH
from portal.content.known.moved import (
    MOVED_PATH,
    line_to_add,
    place_of_address,
    published_addresses,
)
from portal.content.library import Library
from portal.language.locales import LANGUAGES
from portal.language.places import front_of, section_of
from portal.language.vocabulary import LISTS
from portal.plan.ledger import Registers
from portal.reading.files import MAX_DATA, TextFile, read_text
from portal.reading.problems import Problem
from portal.site.addresses import address


@dataclass(frozen=True)
class PagesThere:
    """The pages of a site, those that wait for their day among them: their places, in order, and their addresses."""

    places: tuple[str, ...]
    addresses: frozenset[str]


def pages_there(library: Library) -> PagesThere:
    """The pages of a library in which those that nobody wrote are, too."""
    found = (address(lang, place) for place in library.places for lang in library.frames(place))
    return PagesThere(library.places, frozenset(found))


def every_page_there(registers: Registers, as_of: date) -> PagesThere:
    """The pages of the site that is made of a corpus."""
    from portal.site.site import Dress, Settings, whole_site  # half a second for what most checks need not know

    return pages_there(whole_site(registers, Settings("", "", with_waiting=True), as_of, Dress()).library)


def moved_problems(registers: Registers, as_of: date) -> Iterator[Problem]:
    """A problem for each moved page that leads nowhere, on to another move, or away from a page that is there; for each
    published address at which nothing stands. The site is thought through only where there is something to compare."""
    library = registers.library
    published = _read_published(library.root)
    yield from published.problems
    said = tuple(published_addresses(published.text or ""))
    if not (library.data.moved or said):
        return
    there = every_page_there(registers, as_of)
    for place, entry in library.data.moved.items():
        goal = entry.to or (entry.withdrawn.instead if entry.withdrawn else None)
        for code, field, values in _wrong(place, goal, library, there):
            yield Problem(MOVED_PATH, library.data.moved_lines.get(place, 1), field, code, values)
    yield from _gone(said, library, there)


def lists_gone(library: Library, places: Iterable[str]) -> Mapping[str, str]:
    """Where published pages of lists lead at which nothing stands any more, among the `places` there are: a list grows
    shorter when a story is taken back, which no editor has to write down."""
    said = published_addresses(_read_published(library.root).text or "")
    found = (place_of_address(one, library.data.locales) for _, one in said)
    gone = {place for place in found if section_of(place) == LISTS} - set(library.data.moved)
    there = frozenset(places)
    return {place: _nearest_list(place, there) for place in sorted(gone - there)}


def _nearest_list(place: str, places: Container[str]) -> str:
    above = place
    while (above := above.rpartition("/")[0]) and above not in places:
        pass
    return above or front_of(LISTS)


def _wrong(
    place: str, to: str | None, library: Library, there: PagesThere
) -> Iterator[tuple[str, str, dict[str, object]]]:
    moved, waiting = library.data.moved, {one for _, one in library.waiting}
    if place.partition("/")[0] in library.data.locales:
        yield "moved-with-language", "place", {"value": place, "choices": [place.partition("/")[2]]}
    elif all(address(lang, place) in there.addresses for lang in LANGUAGES):
        yield "moved-still-there", "place", {"value": place}
    if to in moved and to != place:
        yield "moved-again", "to", {"value": to, "choices": [moved[str(to)].to or place]}
    elif to is not None and (to not in there.places or to in waiting):
        yield (
            "moved-nowhere",
            "to",
            {"value": to, "choices": near_place(to, there.places) or ["thanh-tuu/2026/ten-bai"]},
        )


def _read_published(root: Path) -> TextFile:
    file = root / PUBLISHED_PATH
    return read_text(root, file, MAX_DATA) if os.path.lexists(file) else TextFile(None)


def _gone(published: Iterable[tuple[int, str]], library: Library, there: PagesThere) -> Iterator[Problem]:
    """A problem for each place with a published address at which neither a page nor a notice stands."""
    told = set(library.data.moved) | library.data.unread.get(MOVED_PATH, frozenset())
    told |= set(lists_gone(library, there.places))
    for line, said in published:
        place = place_of_address(said, library.data.locales)
        if said not in there.addresses and place not in told:
            told.add(place)
            values = {
                "value": f"/{said}",
                "path": MOVED_PATH,
                "line": line_to_add(place, near_place(place, there.places)),
            }
            yield Problem(PUBLISHED_PATH, line, "", "address-gone", values)


def near_place(value: str, places: Collection[str]) -> list[str]:
    """The place whose last part is most like that of what was written; none where none is."""
    by_name = {place.rpartition("/")[2]: place for place in places if not place.endswith("index")}
    name = value.strip("/").rpartition("/")[2]
    return [by_name[found] for found in get_close_matches(name, by_name, n=1, cutoff=0.6)]
