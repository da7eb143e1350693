"""A chart as a picture to take along: 1,200 pixels wide, with its source and the portal's name in it.

It is drawn on white whatever the page's colours are: it is made for papers and for messages."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from portal.site.drawings.charts import Chart, Course
from portal.site.drawings.lettering import broken_into_lines, font

PICTURE_WIDTH: Final = 1200
EDGE: Final = 60
INNER: Final = PICTURE_WIDTH - 2 * EDGE
LINE_HEIGHT: Final = 1.42  # of the letters' size: room for stacked marks such as Ễ and ộ
LABELS, NUMBERS = 330, 190  # pixels for a bar's name before it and for its number behind it
BAR, STEP = 34, 52
LINE_HIGH: Final = 460
WHITE, INK, SOFT, TRACK = "#ffffff", "#1a1a1a", "#555555", "#ececec"
SERIES: Final = ("#2b3a8f", "#8a5a00", "#2f6b3a")
"""Indigo, gold and leaf, dark enough on white: contrast of each is above 4.5."""


@dataclass(frozen=True)
class ChartPicture:
    """A chart with what must never be parted from it: where its numbers come from, whose portal drew it, and that the
    portal is a draft ("" once it is approved)."""

    chart: Chart
    source: str
    portal: str
    notice: str


@dataclass(frozen=True)
class _Mark:
    """Words at a place."""

    x: float
    y: float
    words: str
    size: int
    ink: str
    anchor: str = "ls"


def as_png(picture: ChartPicture) -> bytes:
    """The picture as PNG; the same picture gives the same bytes."""
    chart = picture.chart
    top = _height_of(chart.finding, 40) + _height_of(_subject(chart), 26) + EDGE + 20
    body = LINE_HIGH + 60 if chart.is_line else _bars_high(chart)
    foot = [*_foot(picture)]
    high = top + body + sum(_height_of(words, 22) for words in foot) + EDGE
    image = Image.new("RGB", (PICTURE_WIDTH, int(high)), WHITE)
    pen = ImageDraw.Draw(image)
    after = _words(pen, chart.finding, EDGE, 40, INK)
    _words(pen, _subject(chart), after, 26, SOFT)
    (_line if chart.is_line else _bars)(pen, chart, top)
    below: float = top + body
    for words in foot:
        below = _words(pen, words, below, 22, SOFT)
    packed = io.BytesIO()
    image.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _subject(chart: Chart) -> str:
    return f"{chart.title} ({chart.unit})"


def _foot(picture: ChartPicture) -> Iterable[str]:
    return (line for line in (picture.chart.target_name, picture.source, picture.portal, picture.notice) if line)


def _height_of(words: str, size: int) -> float:
    return len(broken_into_lines(words, size, INNER)) * size * LINE_HEIGHT


def _words(pen: ImageDraw.ImageDraw, words: str, top: float, size: int, ink: str) -> float:
    """Words in lines from `top` on; where they end."""
    for line in broken_into_lines(words, size, INNER):
        top += size * LINE_HEIGHT
        pen.text((EDGE, top - size * 0.4), line, ink, font(size), anchor="ls")
    return top


def _bars_high(chart: Chart) -> int:
    heads = len(chart.groups) if len(chart.series) > 1 else 0
    return (heads + sum(len(group.bars) for group in chart.groups)) * STEP + 30


def _bars(pen: ImageDraw.ImageDraw, chart: Chart, top: float) -> None:
    widest = INNER - LABELS - NUMBERS
    for group in chart.groups:
        if len(chart.series) > 1:
            pen.text((EDGE, top + STEP * 0.7), group.label, INK, font(26), anchor="ls")
            top += STEP
        for bar in group.bars:
            label = bar.name if len(chart.series) > 1 else group.label
            left, middle = EDGE + LABELS, top + STEP / 2
            pen.text((EDGE, middle), _short(label, 24, LABELS - 16), INK, font(24), anchor="lm")
            pen.rectangle((left, middle - BAR / 2, left + widest, middle + BAR / 2), TRACK)
            length = widest * bar.length / 100
            if bar.length:
                pen.rectangle((left, middle - BAR / 2, left + length, middle + BAR / 2), SERIES[bar.series % 3])
            if bar.target is not None:
                at = left + widest * bar.target / 100
                pen.line((at, middle - BAR * 0.75, at, middle + BAR * 0.75), INK, 4)
            pen.text((left + widest + 16, middle), _short(bar.text, 24, NUMBERS - 16), INK, font(24), anchor="lm")
            top += STEP


def _short(words: str, size: int, width: float) -> str:
    """The words, cut with "…" where they are too wide for their place."""
    if font(size).getlength(words) <= width:
        return words
    while words and font(size).getlength(f"{words}…") > width:
        words = words[:-1]
    return f"{words.rstrip()}…"


def _line(pen: ImageDraw.ImageDraw, chart: Chart, top: float) -> None:
    _legend(pen, chart, top)
    top += 50

    def at(x: float, y: float) -> tuple[float, float]:
        return EDGE + INNER * x / 100, top + LINE_HIGH * y / 100

    pen.line((*at(0, 82), *at(100, 82)), SOFT, 2)
    for course in chart.courses:
        ink = SERIES[course.series % 3]
        for part in course.stretches:
            pen.line((*at(part.x1, part.y1), *at(part.x2, part.y2)), ink, 6)
        if course.target is not None:
            pen.line((*at(0, course.target), *at(100, course.target)), INK, 2)
        for mark in _numbers(course, at):
            pen.ellipse((mark.x - 9, mark.y - 9, mark.x + 9, mark.y + 9), ink)
            beside = mark.y - 20 if mark.anchor == "ms" else mark.y + 20
            pen.text((mark.x, beside), mark.words, mark.ink, font(mark.size), anchor=mark.anchor)
    for year in chart.years:
        pen.text(at(year.x, 94), year.label, SOFT, font(24), anchor="mm")


def _numbers(course: Course, at: Callable[[float, float], tuple[float, float]]) -> Iterable[_Mark]:
    for point in course.points:
        x, y = at(point.x, point.y)
        yield _Mark(x, y, point.text, 26, INK, "ms" if point.is_above else "mt")


def _legend(pen: ImageDraw.ImageDraw, chart: Chart, top: float) -> None:
    x: float = EDGE
    for number, name in enumerate(chart.series):
        pen.rectangle((x, top + 12, x + 34, top + 24), SERIES[number % 3])
        pen.text((x + 46, top + 18), name, INK, font(24), anchor="lm")
        x += 46 + font(24).getlength(name) + 40
