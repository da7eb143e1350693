"""What stands at the edge of page after page: pictures of words, which a voice passes over."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final, Literal

from portal.content.known.house.colours import ROOT, Colours
from portal.site.publications.drawn import picture_address
from portal.site.publications.said import CarriedLines

_POINT: Final = 25.4 / 72
_ON_A_LINE: Final = 130
"""Letters that the foot of a sheet takes on a line."""
_GAP: Final = 5
"""Millimetres between words and those that are strong."""


@dataclass(frozen=True)
class RunningLine:
    """A line: its words, then those that are strong; where it stands in millimetres, its letters in points."""

    words: str
    strong: str
    x: float
    y: float
    size: float
    anchor: Literal["start", "middle", "end"] = "start"


def running_address(colours: Colours, width: float, height: float, lines: Sequence[RunningLine]) -> str:
    """Lines as a picture of so many millimetres, as a data address."""
    slate, orchid = (colours.value(ROOT, name) or "#000000" for name in ("slate", "orchid"))
    drawn = "".join(_text(one, slate, orchid) for one in lines if one.words or one.strong)
    box = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    return picture_address(f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="Sheet">{drawn}</svg>')


def _text(line: RunningLine, slate: str, orchid: str) -> str:
    gap = _GAP if line.words and line.strong else 0
    strong = f'<tspan dx="{gap}" font-weight="800" fill="{orchid}">{escape(line.strong)}</tspan>' if line.strong else ""
    place = f'x="{line.x}" y="{line.y}" font-size="{line.size * _POINT:.3f}" text-anchor="{line.anchor}"'
    return f'<text {place} fill="{slate}">{escape(line.words)}{strong}</text>'


def slide_foot(colours: Colours, carried: CarriedLines, number: int) -> str:
    """The foot of a slide: whose it is, that it is a draft, its number."""
    whose, count = RunningLine(carried.portal, carried.draft, 0, 6, 12), RunningLine(str(number), "", 298, 6, 12, "end")
    return running_address(colours, 298, 9, (whose, count))


def card_foot(colours: Colours, carried: CarriedLines) -> str:
    """The foot of a card, on either side: whose it is, that it is a draft."""
    whose = RunningLine(carried.portal, "", 41, 3, 6.4, "middle")
    return running_address(colours, 82, 7, (whose, RunningLine("", carried.draft, 41, 6.2, 6.4, "middle")))


def deck_foot(colours: Colours, carried: CarriedLines) -> str:
    """The foot of a sheet of cards: what every product carries."""
    said = [f"{carried.read_on}: {carried.shown}.", *wrap(" ".join(carried.lines), _ON_A_LINE)]
    lines = (RunningLine(one, "", 92, 2.6 + 2.7 * at, 6.2, "middle") for at, one in enumerate(said))
    return running_address(colours, 184, 9, tuple(lines))


def sheet_head(colours: Colours, words: str) -> str:
    """What stands above the cards of a sheet."""
    return running_address(colours, 184, 6, (RunningLine(words, "", 92, 3.2, 7, "middle"),))
