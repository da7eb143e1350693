"""Every address belongs to one source: two files, or two places of two names, may not lead to one page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from portal.content.stories import Story
from portal.language.folding import slugify
from portal.reading.documents import Document
from portal.reading.problems import Problem


def address_problems(documents: Mapping[tuple[str, str], Document], stories: Iterable[Story]) -> Iterator[Problem]:
    """Files and places that would lose a page to another of the same address."""
    yield from _files(documents.values())
    yield from _places(stories)


def _files(documents: Iterable[Document]) -> Iterator[Problem]:
    """x.md beside x/index.md, in one language or across two: the page of the one is written over the other's."""
    seen = defaultdict[str, dict[str, Document]](dict)
    for document in documents:
        seen[document.place.removesuffix("/index")].setdefault(document.place, document)
    for found in seen.values():
        first, *others = found.values()
        yield from (Problem(other.path, 1, "", "address-twice", {"other": first.path}) for other in others)


def _places(stories: Iterable[Story]) -> Iterator[Problem]:
    """The list of a place is named after it: two names that fold into one would share one list."""
    first: dict[str, tuple[str, str]] = {}
    for story in stories:
        for number, name in enumerate(story.front.places if story.lang == story.original else ()):
            slug, path = slugify(name), story.document.path
            line = story.document.line(("places", number))
            known, where = first.setdefault(slug, (name, path))
            if known != name:
                yield Problem(path, line, "places", "place-twice", {"value": name, "known": known, "other": where})
