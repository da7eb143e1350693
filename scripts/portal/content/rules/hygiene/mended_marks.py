"""Marks of sources in forms that say which source is meant and lead nowhere: [01], [1-2], [1][2], [nguồn 1]."""

import re
from typing import Final

from portal.content.rules.refused_words import unquoted

_NUMBER: Final = r"[0-9０-９]{1,2}"
_BLANK: Final = r"[ \t\u00a0]*"
_NUMBERS: Final = rf"{_NUMBER}(?:{_BLANK}[-–—,;/&]{_BLANK}{_NUMBER})*"
_NAMED: Final = rf"(?:nguồn|source){_BLANK}[.:]?{_BLANK}"
_MARK: Final = rf"[\[［]{_BLANK}(?:{_NAMED})?{_NUMBERS}{_BLANK}[\]］]"
MARK_RUN: Final = re.compile(rf"(?<![!\w\]])(?:{_MARK})+(?![(\[［:])", re.IGNORECASE)
"""One mark of sources, or several without a blank between them."""
_SAID: Final = re.compile(rf"\({_BLANK}{_NAMED}{_NUMBER}{_BLANK}\)", re.IGNORECASE)
_PART: Final = re.compile(rf"(?:([-–—]){_BLANK})?({_NUMBER})")
_RIGHT: Final = re.compile(r"\[[1-9][0-9]?(?:, ?[1-9][0-9]?)*\]")
MOST_BETWEEN: Final = 5
"""Sources that [1-5] may stand for: a wider span, or one beyond ten, may be ages or pages."""


def mended_marks(text: str) -> str:
    """A row with each of its marks as [1] or [1, 2]; quotations and what may be no mark stay."""
    own = unquoted(text)
    for pattern in (_SAID, MARK_RUN):
        for found in reversed(tuple(pattern.finditer(text))):
            now = joined_marks(found[0])
            if now and own[found.start() : found.end()] == found[0]:
                text = f"{text[: found.start()]}{now}{text[found.end() :]}"
        own = unquoted(text)
    return text


def joined_marks(run: str) -> str:
    """A run of marks as the one that was meant; "" where none can be."""
    if _RIGHT.fullmatch(run):
        return run
    numbers = list[int]()
    for dash, number in _PART.findall(run):
        value = int(number)
        if dash and numbers:
            if not numbers[-1] < value < min(10, numbers[-1] + MOST_BETWEEN):
                return ""
            numbers += range(numbers[-1] + 1, value)
        numbers.append(value)
    return f"[{', '.join(map(str, dict.fromkeys(numbers)))}]" if numbers and all(numbers) else ""
