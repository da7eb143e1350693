"""Links and pictures: each leads to a page, an anchor or a file of docs/ that is there, or to an address on the web."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath, splitext
from typing import Final
from urllib.parse import SplitResult, urlsplit

from portal.content.rules.html import scheme_of
from portal.content.rules.telling import tell
from portal.language.locales import Locale
from portal.reading.documents import Document
from portal.reading.markup import SOURCE_ANCHOR
from portal.reading.problems import Problem
from portal.reading.sanitiser import ALLOWED_SCHEMES
from portal.reading.text import TextLink, WrittenText, text_of

PICTURES: Final = frozenset((".avif", ".jpeg", ".jpg", ".png", ".svg", ".webp"))
"""Endings of what may be shown as a picture."""


@dataclass(frozen=True)
class Known:
    """Where links may lead: the documents of every language, and the folder docs/."""

    root: Path
    documents: Mapping[tuple[str, str], Document]
    locales: Mapping[str, Locale]

    def leads(self, lang: str, place: str) -> bool:
        """Whether a place of a language, or a file of docs/, is there."""
        if place.endswith(".md"):
            return self._read_in(lang, place.removesuffix(".md")) is not None
        return not place.startswith("..") and (self.root / "docs" / place).is_file()

    def anchors(self, lang: str, place: str) -> frozenset[str]:
        """The anchors of a page in a language, or in the language it has."""
        document = self._read_in(lang, place)
        return text_of(document.body).anchors if document else frozenset()

    def _read_in(self, lang: str, place: str) -> Document | None:
        """What the frame of a language shows at a place."""
        found = (self.documents.get((one, place)) for one in self.locales[lang].order)
        return next((document for document in found if document), None)


def link_problems(document: Document, text: WrittenText, known: Known) -> Iterator[Problem]:
    """What is wrong with the links and pictures of a text."""
    for link in text.links:
        if link.picture and not link.words.strip():
            yield tell(document, link.line, "picture-without-text", picture=link.target)
        code, values = _wrong(document, link, known)
        if code:
            yield tell(document, link.line, code, **{"target": link.target, **values})


_Wrong = tuple[str, Mapping[str, object]]
_RIGHT: Final[_Wrong] = ("", {})


def _wrong(document: Document, link: TextLink, known: Known) -> _Wrong:
    """The code of what is wrong with a link, and what its sentence needs beside the target; ("", …) if nothing."""
    try:
        parts = urlsplit(link.target.strip())
        host = parts.hostname or ""
    except ValueError:
        return "link-unread", {}
    scheme = scheme_of(link.target)
    if link.target.lstrip().startswith(("//", "\\\\", "/\\", "\\/")):
        return "link-no-scheme", {}
    if scheme and scheme not in ALLOWED_SCHEMES:
        return "link-scheme", {"scheme": scheme}
    if scheme:
        return _outside(link, scheme, host)
    return _inside(document, link, parts, known)


def _outside(link: TextLink, scheme: str, host: str) -> _Wrong:
    if link.picture:
        return "picture-outside", {}
    named = _is_host(host) if scheme in ("http", "https") else bool(link.target.partition(":")[2].strip())
    if not named:
        return "link-unread", {}
    return _RIGHT


def _is_host(host: str) -> bool:
    """A name with a dot and no empty part, as example.org."""
    return "." in host and all(host.removesuffix(".").split(".")) and not any(c.isspace() for c in host)


def _inside(document: Document, link: TextLink, parts: SplitResult, known: Known) -> _Wrong:
    if link.target.startswith(("/", "\\")):
        return "link-absolute", {}
    if not link.target.strip() or (link.picture and not parts.path):
        return "link-empty", {}
    if not link.written and parts.path:
        return "link-in-html", {}
    place = place_of(document, parts.path)
    if place != document.place and not known.leads(document.lang, place):
        return "link-broken", {}
    if link.picture and splitext(place)[1] not in PICTURES:
        return "picture-no-picture", {"endings": sorted(PICTURES)}
    return _anchor(document, place.removesuffix(".md"), parts.fragment, known.anchors)


def place_of(document: Document, path: str) -> str:
    """The place a relative path of a document leads to, as Document.place but with its ending; ".." leads out."""
    return normpath(join(document.place.rpartition("/")[0], path)) if path else document.place


def _anchor(document: Document, page: str, anchor: str, anchors: Callable[[str, str], frozenset[str]]) -> _Wrong:
    if anchor and not anchor.startswith(SOURCE_ANCHOR) and anchor not in anchors(document.lang, page):
        return "anchor-broken", {"anchor": anchor}
    return _RIGHT
