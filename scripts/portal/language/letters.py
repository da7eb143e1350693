"""Letters that look right and are not: of another alphabet, or left by a font or a conversion.

Signs that nobody sees are refused where bytes become text. Nothing newer than Python 3.8 is used here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LOST: Final = r"\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
"""What a wrong conversion leaves, and what only one font can show."""
_D: Final = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_STYLED: Final = {  # letters that a tool for "beautiful" posts makes: 𝐓𝐢𝐧, Ｔｉｎ
    sign: plain
    for start, end in ((0xFF21, 0xFF5B), (0x1D400, 0x1D7FF))
    for sign in map(chr, range(start, end))
    if (plain := unicodedata.normalize("NFKC", sign)).isascii() and plain.isalpha()
}
_LOOKALIKES: Final = {**_D, **_STYLED}
_DOTLESS: Final = {"ı": "i", "İ": "I"}
"""Of the Turkish alphabet: strange only in a word with letters of Vietnamese alone."""
_OWN: Final = str.maketrans(_LOOKALIKES)
_STRANGE: Final = re.compile(rf"(?P<lost>[{_LOST}])|(?P<alike>[{''.join(_LOOKALIKES)}])")
_VIETNAMESE: Final = r"\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9"  # Ă, Đ, Ơ, Ư, tones
_DOTLESS_WITHIN: Final = re.compile(rf"\b\w*[{_VIETNAMESE}]\w*")
_FOREIGN: Final = r"\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\u1d00-\u1d25\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf"
_LATIN: Final = "A-Za-zÀ-ɏḀ-ỿ"
_MIXED: Final = re.compile(rf"(?<=[{_LATIN}])[{_FOREIGN}]|[{_FOREIGN}](?=[{_LATIN}])")
"""A Greek or Cyrillic letter, or a small capital, inside a word of Latin ones."""

_IN_THE_PLANE: Final = "".join(sign for sign in (*_LOOKALIKES, *_DOTLESS) if ord(sign) <= 0xFFFF)
_ANY: Final = re.compile(rf"[\ufffd\ue000-\uf8ff{_IN_THE_PLANE}{_FOREIGN}\U00010000-\U0010ffff]")
"""One look tells that a text has none of them, as nearly all have. All that lies beyond the first plane is one range:
named one by one, those signs make each letter of a text be compared with hundreds."""


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
    for word in _DOTLESS_WITHIN.finditer(text):
        for at, sign in enumerate(word[0], word.start()):
            if sign in _DOTLESS:
                yield StrangeLetter(at, "letter-alike", code_point(sign), _DOTLESS[sign])
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
