"""What a translator is given of a page: each part of the original, what is there so far, what changed since."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from portal.content.kinds import MODELS, said_fields
from portal.content.library import Library
from portal.content.translating.changed import digest_of_part, matched
from portal.content.translating.parts import PagePart, parts_to_translate
from portal.language.locales import ENGLISH, ORIGINAL, Locale
from portal.reading.documents import Document

SaidBefore = Callable[[Document, str], str]
"""What a part of an original said when it had a digest; "" where nobody knows."""


@dataclass(frozen=True)
class KitRow:
    """A part of an original with its English and its translation so far, "" where there is none. One that `is_changed`
    said something else when it was translated: `before`, where that is known."""

    part: PagePart
    english: str
    said: str
    is_changed: bool
    before: str


@dataclass(frozen=True)
class KitPage:
    """A page to translate. `known` is the digest of the translation's file as it is now, "" without one."""

    place: str
    title: str
    rows: tuple[KitRow, ...]
    translator: str
    native_reviewer: str
    known: str

    @property
    def changed(self) -> int:
        """How many of its parts changed since they were translated."""
        return sum(row.is_changed for row in self.rows)


def kit_page(library: Library, locale: Locale, place: str, said_before: SaidBefore) -> KitPage:
    """A page for a translator. Raises KeyError for a place without a Vietnamese page that can be read."""
    original = library.documents[ORIGINAL, place]
    parts = document_parts(original, original)
    if not parts:
        raise KeyError(place)
    english = _beside(parts, library.documents.get((ENGLISH, place)), original)
    own = library.documents.get((locale.code, place))
    said = dict(_so_far(parts, own, original)) if own else {}
    rows = (_row(one, english, said, original, said_before) for one in parts)
    front = (own.front if own else None) or {}
    translator, reviewer = (str(front.get(name) or "") for name in ("translator", "native_reviewer"))
    known = file_digest(library, locale, place)
    return KitPage(place, _title(original), tuple(rows), translator, reviewer, known)


def _title(original: Document) -> str:
    return str((original.front or {}).get("title") or original.place)


def _row(
    part: PagePart,
    english: Mapping[str, str],
    said: Mapping[str, tuple[str, str]],
    original: Document,
    before: SaidBefore,
) -> KitRow:
    text, digest = said.get(part.id, ("", ""))
    is_changed = bool(digest) and digest != digest_of_part(part.text)
    told = before(original, digest) if is_changed else ""
    return KitRow(part, english.get(part.id, ""), text, is_changed, told)


def document_parts(document: Document, original: Document) -> list[PagePart]:
    """The parts of a page in any language; its original tells what sort of page it is."""
    model = MODELS.get(str((original.front or {}).get("kind")))
    if model is None or document.front is None:
        return []
    lines = {**document.lines, ("body",): document.body_line}
    return parts_to_translate(document.front, document.body, said_fields(model), lines)


def _beside(parts: list[PagePart], other: Document | None, original: Document) -> dict[str, str]:
    """What another language says in the place of each part, where the two have as many."""
    found = document_parts(other, original) if other else []
    return {one.id: two.text for one, two in zip(parts, found, strict=True)} if len(found) == len(parts) else {}


def _so_far(parts: list[PagePart], own: Document, original: Document) -> Iterator[tuple[str, tuple[str, str]]]:
    """(part of the original, (its translation, the digest of what was translated, "" where nobody kept it))."""
    said, now = document_parts(own, original), [digest_of_part(part.text) for part in parts]
    known = str((own.front or {}).get("original_parts") or "").split()
    if len(known) == len(said):
        for before, place in matched(known, now):
            yield parts[place].id, (said[before].text, known[before])
    elif len(said) == len(parts):
        for one, two in zip(parts, said, strict=True):
            yield one.id, (two.text, "")


def file_digest(library: Library, locale: Locale, place: str) -> str:
    """The digest of a translation's file on the disk; "" without one."""
    file = library.root / locale.folder / f"{place}.md"
    return sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else ""


def said_by_digest(front: Mapping[str, Any], body: str) -> dict[str, str]:
    """{digest: text} of the parts of an earlier original."""
    model = MODELS.get(str(front.get("kind")))
    parts = parts_to_translate(front, body, said_fields(model), {}) if model else []
    return {digest_of_part(part.text): part.text for part in parts}
