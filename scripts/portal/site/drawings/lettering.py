"""The letters of pictures: Be Vietnam Pro SemiBold (SIL Open Font Licence, fonts/OFL.txt).

Merged from the Latin and Vietnamese parts of @fontsource/be-vietnam-pro 5.3.0.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

FONT: Final = Path(__file__).parent / "fonts" / "BeVietnamPro-SemiBold.ttf"


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The letters, `size` pixels high."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def broken_into_lines(words: str, size: int, width: float) -> list[str]:
    """The words broken where a line would be wider than `width` pixels; a number stays with its per cent."""
    lines: list[str] = []
    for word in re.split(r" (?!%)", words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font(size).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
