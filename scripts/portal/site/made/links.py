"""Links of texts to pages that the portal makes itself: lists, bodies, fronts. Only the site knows which there are."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from urllib.parse import urlsplit

from portal.content.library import Library
from portal.content.rules.links import place_of
from portal.content.rules.telling import tell
from portal.language.places import document_of_place, is_made
from portal.language.vocabulary import DOCUMENTS
from portal.plan.ledger import Registers
from portal.reading.documents import Document
from portal.reading.markdown.reach import reach_of
from portal.reading.markdown.text import TextLink
from portal.reading.problems import Problem
from portal.site.documents.known import KnownDocument


def made_link_problems(registers: Registers, as_of: date) -> Iterator[Problem]:
    """A problem for each link to a page that the portal does not make, or to a place on it: such a page has none. The
    site is thought through only where a text has such a link."""
    library = registers.library
    found = [one for document in library.documents.values() for one in _made(document, library)]
    if not found:
        return
    from portal.site.site import Dress, Settings, whole_site  # half a second for what most checks need not know

    every = whole_site(registers, Settings("", ""), as_of, Dress())
    for document, link, place, anchor in found:
        if place.startswith(f"{DOCUMENTS}/") and every.documents.known:
            yield from _into_document(document, link, place, anchor, every.documents.known)
        elif not any((lang, place) in every.library.stories for lang in library.data.locales[document.lang].order):
            yield tell(document, link.line, "link-broken", target=link.target)
        elif anchor:
            yield tell(document, link.line, "anchor-broken", target=link.target, anchor=anchor)


def _into_document(
    document: Document, link: TextLink, place: str, anchor: str, known: Mapping[str, KnownDocument]
) -> Iterator[Problem]:
    """A problem for a link to a document nobody told, or to a part that it does not have, with what was meant."""
    name = document_of_place(place)
    if name and name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.4) or sorted(known)
        yield tell(document, link.line, "document-unknown", target=link.target, choices=near)
    elif anchor and anchor not in (known[name].parts if name else ()):
        parts = known[name].parts if name else {}
        near = get_close_matches(anchor, parts, n=1, cutoff=0.4) or list(parts)
        code = "document-part-unknown" if parts else "anchor-broken"
        yield tell(document, link.line, code, target=link.target, anchor=anchor, choices=near)


def _made(document: Document, library: Library) -> Iterator[tuple[Document, TextLink, str, str]]:
    """(document, link, place, anchor) of each link of a text to a page that nobody wrote and the portal may make."""
    for link in reach_of(document.body).links:
        try:
            parts = urlsplit(link.target.strip())
        except ValueError:
            continue
        place = place_of(document, parts.path).removesuffix(".md")
        is_written = any((lang, place) in library.documents for lang in library.data.locales)
        if link.written and parts.path.endswith(".md") and not parts.scheme and is_made(place) and not is_written:
            yield document, link, place, parts.fragment
