"""Every address belongs to one source: two files, or two places of two names, may not lead to one page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from portal.content.known.reference import ReferenceData
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.folding import slugify
from portal.language.locales import ORIGINAL
from portal.language.places import TOP_PAGES
from portal.reading.documents import Document
from portal.reading.problems import Problem

_UNIT: Final = re.compile(r"^(?:xa|phuong|tinh)-")
"""The word before a name, as it stands in an address; a district that is no more is none of its communes."""


def address_problems(
    documents: Mapping[tuple[str, str], Document], stories: Iterable[Story], data: ReferenceData
) -> Iterator[Problem]:
    """Files and places that would lose a page to another of the same address; places that `data` calls otherwise."""
    yield from _files(documents.values())
    yield from _places(stories, _known_names(data))


def where_problems(document: Document) -> Iterator[Problem]:
    """A page that stands in no section, or at the top where only some pages may."""
    top = document.place.partition("/")[0]
    known = vocabulary.SECTIONS if document.section else TOP_PAGES
    if top not in known:
        code = "unknown-section" if document.section else "unknown-top-page"
        yield Problem(document.path, 1, "", code, {"name": top, "choices": known})


def _known_names(data: ReferenceData) -> dict[str, str]:
    """What communes and the province are called, by their addresses."""
    names = [commune.name for commune in data.communes.values()]
    if data.portal:
        names.append(re.sub(r"^(?:Tỉnh|Thành phố) ", "", data.portal.province[ORIGINAL]))
    count = Counter(map(slugify, names))
    return {slug: name for name in names if count[slug := slugify(name)] == 1}


def _files(documents: Iterable[Document]) -> Iterator[Problem]:
    """x.md beside x/index.md, in one language or across two: the page of the one is written over the other's."""
    seen = defaultdict[str, dict[str, Document]](dict)
    for document in documents:
        seen[document.place.removesuffix("/index")].setdefault(document.place, document)
    for found in seen.values():
        first, *others = found.values()
        yield from (Problem(other.path, 1, "", "address-twice", {"other": first.path}) for other in others)


def _places(stories: Iterable[Story], names: Mapping[str, str]) -> Iterator[Problem]:
    """The list of a place is named after it: two names that fold into one would share one list. A commune has one name,
    without the word before it."""
    first: dict[str, tuple[str, str]] = {}
    for story in stories:
        for number, name in enumerate(story.front.places if story.lang == story.original else ()):
            slug, path = slugify(name), story.document.path
            line = story.document.line(("places", number))
            meant = names.get(_UNIT.sub("", slug), name)
            if meant != name:
                values = {"value": name, "meant": meant}
                yield Problem(path, line, f"places[{number + 1}]", "place-written", values)
                continue
            known, where = first.setdefault(slug, (name, path))
            if known != name:
                yield Problem(path, line, "places", "place-twice", {"value": name, "known": known, "other": where})
