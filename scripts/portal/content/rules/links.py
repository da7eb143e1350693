"""Links and pictures: each leads to a page, an anchor or a file of docs/ that is there, or to an address on the web."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from posixpath import basename, dirname, join, normpath, relpath, splitext
from typing import Final
from urllib.parse import SplitResult, urlsplit

from portal.content.rules.html import scheme_of
from portal.content.rules.telling import tell
from portal.language.locales import Locale
from portal.language.places import document_of_place, is_made
from portal.reading.addresses.hosts import HOST_SAID, other_host
from portal.reading.addresses.web_address import address_fault
from portal.reading.documents import OFFICE, Document
from portal.reading.files import is_file
from portal.reading.markdown.markup import SOURCE_ANCHOR
from portal.reading.markdown.reach import reach_of
from portal.reading.markdown.sanitiser import ALLOWED_SCHEMES
from portal.reading.markdown.text import TextLink, WrittenText
from portal.reading.problems import Problem

PICTURES: Final = frozenset((".avif", ".jpeg", ".jpg", ".png", ".svg", ".webp"))
"""Endings of what may be shown as a picture."""
PICTURES_FOLDER: Final = "hinh"
"""Where, below docs/, the pictures of texts lie: the site shows them in sizes of its own making."""
_NEAR: Final = 0.75
_OWN_COMPUTER: Final = re.compile(r"\s*(?:[a-z]:[\\/]|[a-z]%3a|file:|\\[^\\/]+\\)", re.IGNORECASE)
"""A drive, a file or another computer's folder, as Word links them."""
_LINK_FAULTS: Final = {
    "url-alike": "link-alike", "url-long": "link-long", "url-own-network": "link-own-network", "url-user": "link-user",
}  # fmt: skip
"""What is said of an address in a text that is said otherwise of one in a field."""
_PDF_PAGE = re.compile(r"page=[1-9][0-9]{0,4}")


@dataclass(frozen=True)
class Known:
    """Where links may lead: the documents of every language, and the folder docs/; how many sources a page has, where
    that is known. `waits` are the days that places wait for, `gone` the places that were taken back."""

    root: Path
    documents: Mapping[tuple[str, str], Document]
    locales: Mapping[str, Locale]
    sources: Mapping[tuple[str, str], int] = field(default_factory=dict)
    waits: Mapping[str, date] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    def leads(self, lang: str, place: str) -> bool:
        """Whether a place of a language, or a file of docs/, is there. What the portal makes is asked of the site."""
        if place.endswith(".md"):
            page = place.removesuffix(".md")
            return self._read_in(lang, page) is not None or (not self.others(page) and is_made(page))
        return has_file(self.root, place)

    def others(self, place: str) -> tuple[str, ...]:
        """Every language in which a page exists."""
        return tuple(lang for lang in self.locales if (lang, place) in self.documents)

    def is_source(self, lang: str, place: str, number: str) -> bool:
        """Whether a page has a source of this number; one whose facts cannot be read may have it."""
        document = self._read_in(lang, place)
        most = self.sources.get((document.lang, place)) if document else 0
        return most is None or (number.isdecimal() and number == str(int(number)) and 1 <= int(number) <= most)

    def anchors(self, lang: str, place: str) -> frozenset[str]:
        """The anchors of a page in a language, or in the language it has."""
        document = self._read_in(lang, place)
        return reach_of(document.body).anchors if document else frozenset()

    def is_unread(self, lang: str, place: str) -> bool:
        """Whether a page is there whose text could not be read: that is told, and not that its anchors are missing."""
        document = self._read_in(lang, place)
        return document is not None and document.front is None and not document.body

    def is_told(self, document: Document, path: str) -> bool:
        """Whether what a path leads to lies beside the page: no picture or paper may, and that is told of it."""
        beside = (self.root / document.path).parent / path
        return not path.endswith(".md") and is_file(beside)

    def page_like(self, lang: str, place: str) -> str:
        """The page of the same folder whose name is nearly that of a place; "" where there is none."""
        folder, _, name = place.rpartition("/")
        near = get_close_matches(name, self._names.get((lang, folder), ()), n=1, cutoff=_NEAR)
        return next((f"{folder}/{one}".lstrip("/") for one in near), "")

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], list[str]]:
        """The names of the pages of each language and folder."""
        found: dict[tuple[str, str], list[str]] = {}
        for lang, place in sorted(self.documents):
            folder, _, name = place.rpartition("/")
            found.setdefault((lang, folder), []).append(name)
        return found

    def _read_in(self, lang: str, place: str) -> Document | None:
        """What the frame of a language shows at a place."""
        found = (self.documents.get((one, place)) for one in self.locales[lang].order)
        return next((document for document in found if document), None)


def link_problems(document: Document, text: WrittenText, known: Known) -> Iterator[Problem]:
    """What is wrong with the links and pictures of a text."""
    lines = document.body.split("\n")
    for link in text.links:
        if lines[link.line].lstrip().startswith("[^"):
            continue  # a note at the foot of a page, which is told as that
        if link.picture and not link.words.strip():
            yield tell(document, link.line, "picture-without-text", picture=link.target)
        code, values = _wrong(document, link, known)
        if code:
            yield tell(document, link.line, code, **{"target": link.target, **values})


def reached(document: Document, known: Known) -> tuple[object, ...]:
    """All that its links can find of other texts: where they stand, their anchors, how many sources they have, whether
    they wait or are gone. Equal where a look at the links finds the same; files of docs/ are not among it."""
    paths = (_path_of(link) for link in reach_of(document.body).links)
    places = dict.fromkeys((document.place, *(place_of(document, one).removesuffix(".md") for one in paths if one)))
    keys = ((lang, place) for place in places for lang in known.locales)
    there = ((key, known.documents[key]) for key in keys if key in known.documents)
    texts = ((key, one.path, reach_of(one.body).anchors, known.sources.get(key)) for key, one in there)
    return (*texts, *((known.waits.get(place), place in known.gone) for place in places))


def _path_of(link: TextLink) -> str:
    try:
        return urlsplit(link.target.strip()).path
    except ValueError:
        return ""


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
    if _OWN_COMPUTER.match(link.target):
        return "link-own-computer", {}
    if link.target.lstrip().startswith(("//", "/\\", "\\/")):
        return "link-no-scheme", {}
    if scheme and scheme not in ALLOWED_SCHEMES:
        return ("picture-inline" if link.picture and scheme == "data" else "link-scheme"), {"scheme": scheme}
    if scheme:
        return _outside(link, scheme, host)
    return _inside(document, link, parts, known)


def _outside(link: TextLink, scheme: str, host: str) -> _Wrong:
    if link.picture:
        return "picture-outside", {}
    if scheme in ("http", "https"):
        fault = address_fault(link.target.strip().replace(" ", "%20"))
        if fault:
            return _LINK_FAULTS.get(fault, "link-unread"), {}
        if said := other_host(link.words, host):
            return "link-says-other", {"said": said, "host": host}
    elif not link.target.partition(":")[2].strip():
        return "link-unread", {}
    ending = splitext(urlsplit(link.target.strip()).path)[1].lower()
    return ("link-office", {"ending": ending}) if ending in OFFICE else _RIGHT


def _inside(document: Document, link: TextLink, parts: SplitResult, known: Known) -> _Wrong:
    if link.target.startswith(("/", "\\")):
        return "link-absolute", {}
    if not link.target.strip() or (link.picture and not parts.path):
        return "link-empty", {}
    if not link.written and parts.path:
        return "link-in-html", {}
    place = place_of(document, parts.path)
    if place != document.place and not known.leads(document.lang, place):
        meant = _meant_picture(document, parts.path, known) if link.picture else ""
        return ("picture-way", {"instead": meant}) if meant else _broken(document, parts.path, place, known)
    ending = splitext(place)[1]
    if link.picture and ending not in PICTURES:
        if ending.lower() in PICTURES:
            return _RIGHT  # that its name is to be in small letters is told of the file
        return "picture-no-picture", {"endings": sorted(PICTURES)}
    if link.picture != place.startswith(f"{PICTURES_FOLDER}/"):
        return ("picture-place" if link.picture else "picture-linked"), {"name": basename(place)}
    page = place.removesuffix(".md")
    if known.waits.get(page, date.min) > known.waits.get(document.place, date.min):
        return "link-waits", {"day": known.waits[page].isoformat()}
    if page in known.gone and page != document.place:
        return "link-withdrawn", {}
    if splitext(place)[1].lower() == ".pdf" and _PDF_PAGE.fullmatch(parts.fragment):
        return _RIGHT
    return _anchor(document, page, parts.fragment, known)


def _broken(document: Document, path: str, place: str, known: Known) -> _Wrong:
    """Why a link leads nowhere: a page of another language, a file that is not in docs/, an address, no page."""
    ending = splitext(path)[1].lower()
    if not place.startswith("..") and known.is_told(document, path):
        return _RIGHT
    if path.lower().startswith("www.") or HOST_SAID.match(path):
        return "link-no-scheme", {}
    if ending == ".md" and (others := known.others(place.removesuffix(".md"))):
        return "link-other-language", {"folders": [known.locales[one].folder for one in others]}
    if ending in OFFICE:
        return "link-office-file", {}
    if ending in (*PICTURES, ".pdf", ".csv"):
        return "file-broken", {"place": place}
    near = known.page_like(document.lang, place.removesuffix(".md"))
    if near:
        return "link-meant", {"now": f"{relpath(near, document.place.rpartition('/')[0] or '.')}.md"}
    return "link-broken", {}


def _meant_picture(document: Document, path: str, known: Known) -> str:
    """The right way to a picture of docs/hinh/ that a path means, by what it says below it; "" where there is none."""
    below = path.replace("\\", "/").rpartition(f"{PICTURES_FOLDER}/")[2]
    place = f"{PICTURES_FOLDER}/{below}"
    return relpath(place, dirname(document.place) or ".") if has_file(known.root, place) else ""


def has_file(root: Path, place: str) -> bool:
    """Whether a file stands below docs/, at a place that leads out of it by no way."""
    return not place.startswith(("..", "/")) and is_file(root / "docs" / place)


def place_of(document: Document, path: str) -> str:
    """The place a relative path of a document leads to, as Document.place but with its ending; ".." leads out."""
    return normpath(join(document.place.rpartition("/")[0], path)) if path else document.place


def _anchor(document: Document, page: str, anchor: str, known: Known) -> _Wrong:
    if not anchor or known.is_unread(document.lang, page) or anchor in known.anchors(document.lang, page):
        return _RIGHT
    if document_of_place(page):
        return _RIGHT  # which parts a document has, the site is asked (site/made/links.py)
    number = anchor.removeprefix(SOURCE_ANCHOR)
    if number != anchor and known.is_source(document.lang, page, number):
        return _RIGHT
    return "anchor-broken", {"anchor": anchor}
