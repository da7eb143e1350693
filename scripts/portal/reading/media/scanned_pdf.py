"""What a PDF does and hides, beside what it shows: pages, locks, scripts, forms, attachments, notes, earlier versions.

Every object is looked into, whether a page leads to it or not: what nobody sees is what somebody may find."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

_MOST_OBJECTS: Final = 50_000
"""Of one file: a book of some hundred scanned pages has two thousand."""
_SCRIPTS: Final = frozenset(("/JavaScript", "/Rendition"))
_STARTS: Final = frozenset(("/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"))
_PLAYED: Final = frozenset(("/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/FileAttachment"))
_HARMLESS: Final = frozenset(("/Link", "/Popup", "/Widget"))
"""Notes that show nothing of their own: a field that shows something is told as a form."""


@dataclass(frozen=True)
class ScannedPdf:
    """A PDF: its `pages`, its `size` in bytes. `acts` are what it holds beside them: script, start, form, attachment,
    note. `has_earlier` tells that what it showed before it was changed is still in it."""

    pages: int
    size: int
    is_locked: bool = False
    acts: tuple[str, ...] = ()
    has_earlier: bool = False


@lru_cache(maxsize=64)
def scanned_pdf(data: bytes) -> ScannedPdf | None:
    """What a file with these bytes is; None where it cannot be read to its end."""
    import pypdf  # a twelfth of the start of every door, and most corpora hold no PDF

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it speaks English, of what no editor can mend
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return ScannedPdf(0, len(data), is_locked=True)
        pages = len(reader.pages)
        found = [one for thing in _objects(reader) for one in _within(thing)]
    except Exception:  # whatever a broken file makes pypdf raise, RecursionError and KeyError too
        return None
    signed = sum(one.get("/Type") == "/Sig" and "/ByteRange" in one for one in found)
    acts = tuple(sorted({act for one in found for act in _acts(one)}))
    return ScannedPdf(pages, len(data), acts=acts, has_earlier=_versions(data) > 1 + signed) if pages else None


def _versions(data: bytes) -> int:
    """How often the file was saved onto itself; one made for the web ends twice the first time."""
    return data.count(b"startxref") - (b"/Linearized" in data[:1024])


def _objects(reader: Any) -> Iterator[Any]:
    """Every object of the file. Raises ValueError where there are too many."""
    from pypdf.generic import IndirectObject

    loose = {(number, generation) for generation, some in reader.xref.items() for number in some}
    every = loose | {(number, 0) for number in reader.xref_objStm}
    if len(every) > _MOST_OBJECTS:
        raise ValueError(len(every))
    for number, generation in sorted(every):
        if number and generation < 65535:  # the last marks what was taken out
            yield reader.get_object(IndirectObject(number, generation, reader))


def _within(thing: Any) -> Iterator[dict[str, Any]]:
    """The dictionaries of an object; what it refers to is an object of its own."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
        parts = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        waiting += [part for part in parts if isinstance(part, dict | list)]


def _acts(one: dict[str, Any]) -> Iterator[str]:
    said, sort = one.get("/S"), one.get("/Subtype")
    if "/JS" in one or said in _SCRIPTS:
        yield "script"
    if said in _STARTS:
        yield "start"
    if "/XFA" in one or one.get("/FT") in ("/Tx", "/Btn", "/Ch"):
        yield "form"
    if "/EF" in one or one.get("/Type") == "/EmbeddedFile" or sort in _PLAYED:
        yield "attachment"
    if "/Rect" in one and sort and sort not in (*_HARMLESS, *_PLAYED):
        yield "note"
