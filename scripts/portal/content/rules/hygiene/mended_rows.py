"""The rows of a file while it is mended: each knows its line, and what of it is code, which nobody mends."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from portal.content.rules.hygiene.hygiene import BLANK_AFTER_MARK
from portal.content.rules.hygiene.mended_marks import mended_marks
from portal.content.rules.hygiene.old_fonts import old_font, without_mojibake
from portal.content.rules.privacy.tracking import untracked
from portal.language.letters import with_own_letters
from portal.reading.characters import without_unseen
from portal.reading.documents import split_front
from portal.reading.front_mends import mended_front
from portal.reading.source_lines import without_code
from portal.reading.yaml_reader import read_as_meant


@dataclass(frozen=True)
class MendedRow:
    """A line of a file without its end. `line` counts from 1 as the file lies on disk; a row `added` has that of the
    row below it."""

    line: int
    text: str
    added: bool = False


MendedRows = tuple[MendedRow, ...]


@dataclass(frozen=True)
class MendedPage:
    """The rows of a file in two parts: its front matter with its two lines of dashes, and its text."""

    front: MendedRows
    body: MendedRows


def page_of(rows: MendedRows) -> MendedPage:
    """The two parts of a file; without a front matter that is closed all of it is text."""
    front, _, body_line = split_front(joined_rows(replace(row, text=without_unseen(row.text)) for row in rows))
    start = 0 if front is None else body_line - 1
    return MendedPage(rows[:start], rows[start:])


def joined_rows(rows: Iterable[MendedRow]) -> str:
    return "\n".join(row.text for row in rows)


def shadow_of(body: MendedRows) -> list[str]:
    """The same rows with code blanked out."""
    text = joined_rows(body)
    return (_shadow(text) if "`" in text or "~~~" in text else text).split("\n")


@lru_cache(maxsize=8)
def _shadow(text: str) -> str:
    return without_code(text)


MendStep = Callable[[MendedPage], MendedPage]
_WORD: Final = re.compile(r"\S+")
_OF_UNICODE: Final = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that only Unicode has: a word with one of them was not typed for an old font."""
_FIELD_IN_QUOTES: Final = re.compile(r"[ -]*\w+: \"[a-z_]+: ")
"""A value that reads as a field: `sources: title: x` lacks a row, and no quotation marks."""
_DEFINED: Final = re.compile(r"^ {0,3}\[[0-9]{1,3}\]:", re.MULTILINE)


def _each(change: Callable[[str], str], of_front: bool = True) -> MendStep:
    """A step that changes every row but code, and but what an old font wrote, whose signs are letters."""

    def step(page: MendedPage) -> MendedPage:
        body = zip(page.body, shadow_of(page.body), strict=True)
        return MendedPage(
            tuple(replace(row, text=_changed(row.text, row.text, change)) for row in page.front)
            if of_front
            else page.front,
            tuple(replace(row, text=_changed(row.text, shadow, change)) for row, shadow in body),
        )

    return step


def _changed(text: str, shadow: str, change: Callable[[str], str]) -> str:
    if change(text) == text:
        return text
    if old_font(text):
        return _WORD.sub(lambda word: change(word[0]) if _OF_UNICODE.search(word[0]) else word[0], text)
    return "".join(piece if is_code else change(piece) for piece, is_code in _pieces(text, shadow))


def _pieces(text: str, shadow: str) -> Iterator[tuple[str, bool]]:
    """A row in turns of words and code, told by where its shadow is blank and it is not."""
    start = 0
    hidden = [sign != seen for sign, seen in zip(text, shadow, strict=True)]
    for index in range(1, len(text) + 1):
        if index == len(text) or (hidden[index] != hidden[start] and not text[index].isspace()):
            yield text[start:index], hidden[start]
            start = index


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", without_unseen(text))


def _marks(page: MendedPage) -> MendedPage:
    """Every mark of sources as one that leads there. A page that says where [2] leads may mean its link by [1][2]."""
    if _DEFINED.search(joined_rows(page.body)):
        return page
    return _each(mended_marks, of_front=False)(page)


def _front(page: MendedPage) -> MendedPage:
    """Blanks and quotation marks of a front matter, without its lines of dashes."""
    if len(page.front) < 2:
        return page
    said, _ = mended_front(joined_rows(page.front[1:-1]))
    inner = (replace(row, text=text) for row, text in zip(page.front[1:-1], said.split("\n"), strict=False))
    return MendedPage((page.front[0], *inner, page.front[-1]), page.body)


def _fields(page: MendedPage) -> MendedPage:
    """The rows of a front matter that YAML cannot read and that can be meant in one way only."""
    if len(page.front) < 3:
        return page
    rows = [row.text for row in page.front[1:-1]]
    reading, _ = read_as_meant(rows, "", 1)
    if reading.value is None or any(map(_FIELD_IN_QUOTES.match, rows)):
        return page
    inner = (replace(row, text=text) for row, text in zip(page.front[1:-1], rows, strict=True))
    return MendedPage((page.front[0], *inner, page.front[-1]), page.body)


def _line_starts(page: MendedPage) -> MendedPage:
    rows = zip(page.body, shadow_of(page.body), strict=True)
    return MendedPage(page.front, tuple(_line_start(row, shadow) for row, shadow in rows))


def _line_start(row: MendedRow, shadow: str) -> MendedRow:
    found = BLANK_AFTER_MARK.match(shadow)
    return replace(row, text=f"{found[1]} {row.text[found.end() :]}") if found else row


def _decoded(page: MendedPage) -> MendedPage:
    """Letters that were read in the wrong encoding, as they were; code stays."""
    rows = zip(page.body, shadow_of(page.body), strict=True)
    return MendedPage(page.front, tuple(_decoded_row(row, shadow) for row, shadow in rows))


def _decoded_row(row: MendedRow, shadow: str) -> MendedRow:
    return replace(row, text=without_mojibake(row.text)) if row.text == shadow else row


ROW_STEPS: Final[tuple[tuple[str, MendStep], ...]] = (
    ("unseen", _each(_seen)),
    ("letters", _each(with_own_letters)),
    ("front", _front),
    ("fields", _fields),
    ("tracking", _each(untracked)),
    ("source_mark", _marks),
    ("line_start", _line_starts),
    ("encoding", _decoded),
)
"""What is mended within a row: its word in `mend.kinds`, and how."""
