"""The words on the pages of a PDF, as far as they can be read: of a scanned page there are none.

Whatever is wrong inside is one thing here: nothing more can be read. Packed streams are bounded by pypdf itself."""

import io
import json
import logging
import re
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from portal.reading.keeping.kept import CACHE, code_mark, kept, made_of

MOST_PAGES: Final = 300
"""Of one file: a book of reports. Reading takes some 20 ms a page, once for each file."""
_LEAST_KEPT: Final = 32 * 1024
"""Bytes: less is read again as fast as it is found."""
_HAS_PAGES: Final = re.compile(rb"/Type\s*/Pages?\b")
_WORD: Final = re.compile(r"[^\W\d_]{3}")
"""Letters in a row that make a word: fewer on all pages are marks of a scanner."""
_STRAY: Final = re.compile(r"(?:(?<!\S)[^\W\d_A-Za-z](?!\S)[ \n]+){2}|(?<!\S)[^\W\d_A-Za-z](?:\s[^\W\d_A-Za-z])+(?!\S)")
"""Marked letters that stand apart: where a font lacks them they are drawn from another, behind the rest of the line."""
_MOST_STRAY: Final = 0.1
"""Of the lines of a file: more is no accident."""


@dataclass(frozen=True)
class PdfPages:
    """`texts` are those of the pages, in order. `is_scanned` tells that no page holds a word, `is_unread` that some
    could not be read, are too many, or hold letters torn out of their words."""

    texts: tuple[str, ...] = ()
    is_scanned: bool = False
    is_unread: bool = False


def kept_pages(root: Path, data: bytes) -> PdfPages:
    """The same, a file of some size read once: kept under `root` by what it was read from and with."""
    if len(data) < _LEAST_KEPT:
        return pdf_pages(data)
    name = made_of(data, code_mark(), version("pypdf").encode())
    said: dict[str, Any] = json.loads(kept(root / CACHE / "pdf-pages" / name, lambda: _written(pdf_pages(data))))
    return PdfPages(**{**said, "texts": tuple(said["texts"])})


def has_words(text: str) -> bool:
    """Whether a page holds a word: fewer letters are marks of a scanner."""
    return bool(_WORD.search(text))


def _written(pages: PdfPages) -> bytes:
    return json.dumps(asdict(pages)).encode()


def pdf_pages(data: bytes) -> PdfPages:
    """The words on the pages of a PDF that is not locked. Bytes that hold no pages at all are nothing to read."""
    import pypdf  # a twelfth of the start of every door, and most corpora hold no PDF

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it speaks English, of what no editor can mend
    texts: list[str] = []
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        for number in range(min(len(pages), MOST_PAGES)):
            texts.append(pages[number].extract_text())
        is_whole = len(pages) <= MOST_PAGES
    except Exception:  # whatever a broken file makes pypdf raise, RecursionError and KeyError too
        return PdfPages(tuple(texts), is_unread=bool(_HAS_PAGES.search(data)))
    is_scanned = bool(texts) and not any(map(has_words, texts))
    return PdfPages(tuple(texts), is_scanned, is_unread=not is_whole or _is_torn("\n".join(texts)))


def _is_torn(text: str) -> bool:
    lines = [line for line in text.split("\n") if _WORD.search(line)]
    return sum(bool(_STRAY.search(line)) for line in lines) > _MOST_STRAY * len(lines)
