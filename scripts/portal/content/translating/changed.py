"""What changed in an original since it was translated, without git: a digest of each part, kept in the translation."""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

DIGITS_KEPT: Final = 6
"""Of a digest: of a hundred parts two are alike once in three thousand pages, and then one change is missed."""


def digest_of_part(text: str) -> str:
    """A part as its digest; blanks do not count."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS_KEPT]


def matched(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(place before, place now) of parts that are the same, or stand in each other's place between two that are."""
    for kind, start, end, first, last in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and end - start == last - first):
            yield from zip(range(start, end), range(first, last), strict=True)
