"""A chart as a drawing that stands alone on anybody's page: an SVG 480 wide, on a light ground or on a dark one.

It holds its finding, its source, the portal's name and, for those who listen, every number. It has no style and no
script: colours and sizes are written into each part, so that no server's policy takes them away. Letters are those of
the reader's device; lines are broken as if these were a little wider than ours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Final

from portal.site.drawings.chart_pictures import ChartPicture
from portal.site.drawings.charts import Bar, Chart, Course
from portal.site.drawings.lettering import broken_into_lines, font

DRAWN_WIDE: Final = 480
_EDGE: Final = 16
_INNER: Final = DRAWN_WIDE - 2 * _EDGE
_WIDER, _BOLDER = 1.12, 1.24  # the widest letters of a device, plain and bold, beside ours by which lines are broken
_LEADING: Final = 1.4
_FINDING, _WORDS, _SMALL = 20, 15, 13
_BAR_HIGH: Final = 16
_COURSES_HIGH: Final = 230
_LETTERS: Final = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"


@dataclass(frozen=True)
class DrawnGround:
    """The colours a drawing stands on: its ground, its letters, what is said beside, tracks of bars, three series."""

    paper: str
    ink: str
    soft: str
    track: str
    series: tuple[str, str, str]


CHART_GROUNDS: Final[Mapping[str, DrawnGround]] = MappingProxyType(
    {
        "": DrawnGround("#ffffff", "#1a1a1a", "#555555", "#ececec", ("#2b3a8f", "#8a5a00", "#2f6b3a")),
        "dark": DrawnGround("#15172c", "#f1eee7", "#b4b8d2", "#2c3052", ("#a9b6ff", "#f2c66d", "#7fd6ac")),
    }
)
"""The grounds by what their files are called by; on each its letters and series reach a contrast of 4.5."""
_DASHES: Final = ("", ' stroke-dasharray="9 6"', ' stroke-dasharray="2 6"')
"""Lines are told apart without their colours, too."""


@dataclass(frozen=True)
class ChartDrawing:
    """A drawing: how high it is, and the file."""

    high: int
    svg: str


def chart_drawing(picture: ChartPicture, ground: DrawnGround) -> ChartDrawing:
    """The chart on a ground; the same chart gives the same bytes."""
    pen = _Pen(ground)
    chart = picture.chart
    pen.write(chart.finding, _FINDING, ground.ink, bold=True)
    pen.write(f"{chart.title} ({chart.unit})", _WORDS, ground.soft)
    pen.down(10)
    (_courses if chart.is_line else _bars)(pen, chart)
    pen.down(6)
    for words in filter(None, (chart.target_name, chart.note, picture.source, picture.portal, picture.notice)):
        pen.down(5)
        pen.write(words, _SMALL, ground.soft)
    high = round(pen.top) + _EDGE
    name, told = f"{chart.finding}. {chart.title} ({chart.unit})", f"{chart.description} {picture.source}."
    return ChartDrawing(high, _file(chart.id, high, ground, (name, told), pen.parts))


def chart_alternative(chart: Chart) -> str:
    """What stands for the drawing where it is not seen: what it shows, of what, every number."""
    return f"{chart.finding}. {chart.title} ({chart.unit}). {chart.description}"


def _file(name: str, high: int, ground: DrawnGround, said: tuple[str, str], parts: Iterable[str]) -> str:
    """The whole drawing; `name` tells its parts apart from those of others on one page."""
    size = f'width="{DRAWN_WIDE}" height="{high}" viewBox="0 0 {DRAWN_WIDE} {high}"'
    title, description = map(escape, said)
    named = f'role="img" aria-labelledby="t-{name} d-{name}" font-family="{_LETTERS}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}>'
        f'<title id="t-{name}">{title}</title><desc id="d-{name}">{description}</desc>'
        f'<rect width="{DRAWN_WIDE}" height="{high}" rx="8" fill="{ground.paper}"/>{"".join(parts)}</svg>\n'
    )


class _Pen:
    """Writes and draws from top to bottom."""

    def __init__(self, ground: DrawnGround) -> None:
        self.ground, self.top, self.parts = ground, float(_EDGE - 6), list[str]()

    def down(self, by: float) -> None:
        self.top += by

    def add(self, part: str) -> None:
        self.parts.append(part)

    def write(self, words: str, size: int, ink: str, bold: bool = False) -> None:
        """Words in as many lines as they need."""
        for line in broken_into_lines(words, size, _INNER / (_BOLDER if bold else _WIDER)):
            self.top += size * _LEADING
            self.put(_EDGE, self.top - size * 0.3, line, size, ink, bold=bold)

    def put(self, x: float, y: float, words: str, size: int, ink: str, anchor: str = "", bold: bool = False) -> None:
        """Words at a place."""
        more = (f' text-anchor="{anchor}"' if anchor else "") + (' font-weight="700"' if bold else "")
        self.add(f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size}" fill="{ink}"{more}>{escape(words)}</text>')


def _bars(pen: _Pen, chart: Chart) -> None:
    several = len(chart.series) > 1
    for group in chart.groups:
        if several:
            pen.down(6)
            pen.write(group.label, _WORDS, pen.ground.ink, bold=True)
        for bar in group.bars:
            _bar(pen, bar, bar.name if several else group.label)


def _bar(pen: _Pen, bar: Bar, label: str) -> None:
    """A bar below its name, its number at the end of the name's line."""
    ground, value = pen.ground, f"{bar.text} {bar.goal}".strip()
    room = _INNER - _BOLDER * font(_WORDS).getlength(value) - 12
    lines = broken_into_lines(label, _WORDS, room / _WIDER)
    for line in lines:
        pen.down(_WORDS * _LEADING)
        pen.put(_EDGE, pen.top - 4, line, _WORDS, ground.ink)
    pen.put(DRAWN_WIDE - _EDGE, pen.top - 4, value, _WORDS, ground.ink, "end", bold=True)
    _rect(pen, _INNER, ground.track)
    if bar.length:
        _rect(pen, _INNER * bar.length / 100, ground.series[bar.series % 3])
    if bar.target is not None:
        x = _n(_EDGE + _INNER * bar.target / 100)
        span = f'y1="{_n(pen.top - 1)}" y2="{_n(pen.top + _BAR_HIGH + 3)}"'
        pen.add(f'<line x1="{x}" x2="{x}" {span} stroke="{ground.ink}" stroke-width="3" stroke-dasharray="4 3"/>')
    pen.down(_BAR_HIGH + 8)


def _rect(pen: _Pen, wide: float, fill: str) -> None:
    place = f'x="{_EDGE}" y="{_n(pen.top + 1)}" width="{_n(wide)}" height="{_BAR_HIGH}"'
    pen.add(f'<rect {place} rx="2" fill="{fill}"/>')


def _courses(pen: _Pen, chart: Chart) -> None:
    _legend(pen, chart)
    top, ground = pen.top, pen.ground
    pen.add(_stroke((0, 82, 100, 82), top, ground.soft, 1, ""))
    for course in chart.courses:
        for part in _course(course, top, ground):
            pen.add(part)
        for point in course.points:
            x, y = _at(point.x, point.y, top)
            pen.put(x, y - 10 if point.is_above else y + 24, point.text, _WORDS, ground.ink, "middle", bold=True)
    for year in chart.years:
        pen.put(*_at(year.x, 93, top), year.label, _WORDS, ground.soft, "middle")
    pen.down(_COURSES_HIGH)


def _course(course: Course, top: float, ground: DrawnGround) -> Iterator[str]:
    """The line of a series through its years, its points."""
    number = course.series % 3
    ink, dashes = ground.series[number], _DASHES[number]
    for part in course.stretches:
        yield _stroke((part.x1, part.y1, part.x2, part.y2), top, ink, 3, dashes)
    if course.target is not None:
        yield _stroke((0, course.target, 100, course.target), top, ground.ink, 2, ' stroke-dasharray="4 3"')
    for point in course.points:
        x, y = _at(point.x, point.y, top)
        fill = ground.paper if number == 1 else ink
        yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="5" fill="{fill}" stroke="{ink}" stroke-width="3"/>'


def _stroke(ends: tuple[float, float, float, float], top: float, ink: str, width: int, dashes: str) -> str:
    (x1, y1), (x2, y2) = _at(*ends[:2], top), _at(*ends[2:], top)
    place = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {place} stroke="{ink}" stroke-width="{width}" stroke-linecap="round"{dashes}/>'


def _legend(pen: _Pen, chart: Chart) -> None:
    """Which line is whose, one below the other; nothing where there is one line."""
    for number, name in enumerate(chart.series if len(chart.series) > 1 else ()):
        pen.down(_WORDS * _LEADING)
        place = f'x1="{_EDGE}" x2="{_EDGE + 34}" y1="{_n(pen.top - 8)}" y2="{_n(pen.top - 8)}"'
        ink = pen.ground.series[number % 3]
        pen.add(f'<line {place} stroke="{ink}" stroke-width="3"{_DASHES[number % 3]}/>')
        pen.put(_EDGE + 44, pen.top - 4, name, _WORDS, pen.ground.ink)


def _at(x: float, y: float, top: float) -> tuple[float, float]:
    return _EDGE + _INNER * x / 100, top + _COURSES_HIGH * y / 100


def _n(value: float) -> str:
    """A place to a tenth, as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")
