"""Letters that look right and are not: of another alphabet, or left by a font or a conversion.

Signs that nobody sees are refused where bytes become text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LOST: Final = r"\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
"""What a wrong conversion leaves, and what only one font can show."""
_LOOKALIKES: Final = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_OWN: Final = str.maketrans(_LOOKALIKES)
_STRANGE: Final = re.compile(rf"(?P<lost>[{_LOST}])|(?P<alike>[{''.join(_LOOKALIKES)}])")
_FOREIGN: Final = r"\u0370-\u03ff\u0400-\u052f"
_LATIN: Final = "A-Za-zÀ-ɏḀ-ỿ"
_MIXED: Final = re.compile(rf"(?<=[{_LATIN}])[{_FOREIGN}]|[{_FOREIGN}](?=[{_LATIN}])")
"""A Greek or Cyrillic letter inside a word of Latin ones."""

_ANY: Final = re.compile(f"[{_LOST}{''.join(_LOOKALIKES)}{_FOREIGN}]")
"""One look tells that a text has none of them, as nearly all have."""


@dataclass(frozen=True)
class StrangeLetter:
    """A letter to mend: where it stands in the text, its number ("U+00D0"), and what to write instead, if anything."""

    index: int
    code: str
    character: str
    instead: str = ""


def strange_letters(text: str) -> Iterator[StrangeLetter]:
    """Every letter that a reader takes for another, or that shows as a box."""
    if not _ANY.search(text):
        return
    for found in _STRANGE.finditer(text):
        code = "letter-lost" if found.lastgroup == "lost" else "letter-alike"
        yield StrangeLetter(found.start(), code, code_point(found[0]), _LOOKALIKES.get(found[0], ""))
    for found in _MIXED.finditer(text):
        yield StrangeLetter(found.start(), "letter-foreign", f"{found[0]} ({code_point(found[0])})")


def with_own_letters(text: str) -> str:
    """The text with the letters of Vietnamese in place of those that only look like them."""
    return text.translate(_OWN)


class CodePoint(str):
    """The number of a letter as Unicode writes it; in a sentence its name stands behind it, where it has one."""

    __slots__ = ()


def code_point(letter: str) -> CodePoint:
    """The number of a letter as Unicode writes it: "U+00D0"."""
    return CodePoint(f"U+{ord(letter):04X}")
