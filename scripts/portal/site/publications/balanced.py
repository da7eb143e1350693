"""Headlines broken into lines of like length: the narrowest width that needs no further line."""

from functools import cache
from typing import Final

from PIL import ImageFont

from portal.site.drawings.lettering import FONT

_BOLD: Final = FONT.with_name("BeVietnamPro-ExtraBold.ttf")
_UNITS: Final = 100
_STEP: Final = 0.2
_SPARE: Final = 0.12
"""What is added, in letters, so that another way of measuring breaks no line anew."""


def narrowest(words: str, widest: float) -> float:
    """The narrowest width, in sizes of the letter, in which the words need as few lines as in the widest."""
    fewest, width = _lines(words, widest), widest
    while width - _STEP > 1 and _lines(words, width - _STEP) == fewest:
        width -= _STEP
    return round(min(width + _SPARE, widest), 3)


def _lines(words: str, width: float) -> int:
    """How many lines words take in a width; more than there are words where one alone is wider."""
    lines, used = 1, 0.0
    for word in words.split():
        long = _font().getlength(word) / _UNITS
        if long > width:
            return len(words)
        gap = _font().getlength(" ") / _UNITS if used else 0
        lines, used = (lines + 1, long) if used + gap + long > width else (lines, used + gap + long)
    return lines


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_BOLD, _UNITS, layout_engine=ImageFont.Layout.BASIC)
