"""Figures on the sheets of an exhibition: always bars, in letters that fill their room."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from portal.content.known.figures import Figure
from portal.language.words import Words
from portal.site.drawings.charts import Bar, Cluster, bar_groups

_LETTERS: Final = (14, 42)
"""Points of the smallest and the largest letters."""
_ROOM: Final = 610
_ROOM_ABOVE_SIDES: Final = 480
"""Points of the height there is."""
_WIDE: Final = 990
_NAME_WIDE: Final = 300
"""Points of the width of a chart, of the names of its bars."""


@dataclass(frozen=True)
class SheetChart:
    """A figure on paper; `has_series` where each group has more than one bar. `size` are points of its letters."""

    finding: str
    subject: str
    groups: tuple[Cluster, ...]
    has_series: bool
    note: str
    size: int


def sheet_chart(figure: Figure | None, above_sides: bool, text: Words) -> SheetChart | None:
    """A figure as a sheet draws it; None without one. What does not fit nonetheless is made smaller when it is laid
    out: how high words are is only guessed here."""
    if figure is None:
        return None
    subject = f"{figure.title[text.lang]} ({figure.unit[text.lang]})"
    note = figure.note[text.lang] if figure.note else ""
    chart = SheetChart(figure.finding[text.lang], subject, bar_groups(figure, text), len(figure.series) > 1, note, 0)
    return SheetChart(chart.finding, subject, chart.groups, chart.has_series, note, _largest(chart, above_sides))


def _largest(chart: SheetChart, above_sides: bool) -> int:
    least, most = _LETTERS
    room = _ROOM_ABOVE_SIDES if above_sides else _ROOM
    return next((size for size in range(most, least, -1) if _height(chart, size) < room), least)


def _height(chart: SheetChart, size: int) -> float:
    """How high a chart is, about, in points."""
    bars = sum(_bar_height(chart, group, bar, size) for group in chart.groups for bar in group.bars)
    heads = 1.75 * len(chart.groups) if chart.has_series else 0
    said = 1.8 * ceil(len(chart.finding) * size * 0.8 / _WIDE) + 1.1 * ceil(len(chart.subject) * size * 0.45 / _WIDE)
    return (bars + heads + said + 1 + ceil(len(chart.note) * size * 0.38 / _WIDE)) * size


def _bar_height(chart: SheetChart, group: Cluster, bar: Bar, size: int) -> float:
    name = bar.name if chart.has_series else group.label
    return 0.3 + max(1.3 * ceil(len(name) * size * 0.52 / _NAME_WIDE), 2.4 if bar.goal else 0)
