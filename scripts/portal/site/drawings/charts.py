"""A figure as a chart: bars, or a line where its columns are years; where each part stands, so the template only draws.

Every place is a share of the drawing in per cent, and every word is a word of the page: letters that a reader enlarges
grow, and the drawing gives way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from portal.content.known.figures import Figure, Series
from portal.language.words import Words
from portal.language.written import written_number

FEWEST_YEARS = 3  # two years are two bars: a line between two points would promise a course nobody measured
LEFT, RIGHT = 9.0, 91.0  # of a line's first and last year: room for half a number beside them
TOP, BOTTOM = 16.0, 82.0  # of the largest value and of nought: room for numbers above, for years below


@dataclass(frozen=True)
class Bar:
    """One value of a series: its length and the place of its target in per cent of the longest; a value nobody has is
    0 long with its words, a bar without a target has None. `goal` is the target in words, "" without."""

    series: int
    name: str
    length: float
    text: str
    derived: str = ""
    target: float | None = None
    goal: str = ""


@dataclass(frozen=True)
class Cluster:
    """The bars of one column under its label."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class LinePoint:
    """One value on a line; its number stands above or below it."""

    x: float
    y: float
    text: str
    is_above: bool


@dataclass(frozen=True)
class Stretch:
    """The line between two values of years that follow one another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Course:
    """One series through the years. Where a year has no value the line is broken."""

    series: int
    points: tuple[LinePoint, ...]
    stretches: tuple[Stretch, ...]
    target: float | None


@dataclass(frozen=True)
class YearMark:
    """A year under the line, where it stands."""

    x: float
    label: str


@dataclass(frozen=True)
class ChartCell:
    """A number of the table under the name of its series; `derived` is how the portal worked it out, "" where a source
    gives it."""

    label: str
    value: str
    derived: str = ""


@dataclass(frozen=True)
class ChartRow:
    """A row of the table: a column of the figure with a cell for each series."""

    label: str
    cells: tuple[ChartCell, ...]


@dataclass(frozen=True)
class Chart:
    """A figure in one language, drawn and as a table. `courses` and `years` are there where it is a line, `groups`
    where it is bars; `target_name` says what the marks of targets are, "" without any."""

    id: str
    finding: str
    title: str
    unit: str
    series: tuple[str, ...]
    groups: tuple[Cluster, ...]
    courses: tuple[Course, ...]
    years: tuple[YearMark, ...]
    rows: tuple[ChartRow, ...]
    target_name: str
    note: str | None
    description: str

    @property
    def is_line(self) -> bool:
        return bool(self.courses)


def chart(figure: Figure, words: Words) -> Chart:
    """The figure in the language of `words`."""
    labels = tuple(column[words.lang] for column in figure.columns)
    rows = tuple(_row(figure, index, label, words) for index, label in enumerate(labels))
    spans = _spans(labels) if _is_measured_from_nought(figure) else ()
    return Chart(
        id=figure.id,
        finding=figure.finding[words.lang],
        title=figure.title[words.lang],
        unit=figure.unit[words.lang],
        series=tuple(series.name[words.lang] for series in figure.series),
        groups=() if spans else tuple(_clusters(figure, labels, words)),
        courses=tuple(_courses(figure, spans, words)),
        years=tuple(YearMark(x, label) for x, label in zip(spans, labels, strict=False)),
        rows=rows,
        target_name=figure.target_name[words.lang] if figure.target_name else "",
        note=figure.note[words.lang] if figure.note else None,
        description=_described(rows),
    )


def bar_groups(figure: Figure, words: Words) -> tuple[Cluster, ...]:
    """The figure as bars, though it be a line elsewhere."""
    return tuple(_clusters(figure, tuple(column[words.lang] for column in figure.columns), words))


def _row(figure: Figure, index: int, label: str, words: Words) -> ChartRow:
    cells = (_cell(series, index, words) for series in figure.series)
    return ChartRow(label, tuple(cells))


def _cell(series: Series, index: int, words: Words) -> ChartCell:
    origin = series.origin(index)
    derived = origin.derived[words.lang] if origin and origin.derived else ""
    worked_out = words.say("figure_derived", how=derived) if derived else ""
    return ChartCell(series.name[words.lang], _said(series.values[index], words), worked_out)


def _said(value: float | None, words: Words) -> str:
    return words.say("figure_missing") if value is None else written_number(value, words)


def _longest(figure: Figure) -> float:
    values = (value for series in figure.series for value in (*series.values, series.target) if value is not None)
    return max(map(abs, values), default=1.0) or 1.0


def _is_measured_from_nought(figure: Figure) -> bool:
    return all(value is None or value >= 0 for series in figure.series for value in series.values)


def _clusters(figure: Figure, labels: tuple[str, ...], words: Words) -> Iterable[Cluster]:
    longest = _longest(figure)
    for column, label in enumerate(labels):
        bars = (_bar(number, series, column, longest, words) for number, series in enumerate(figure.series))
        yield Cluster(label, tuple(bars))


def _bar(number: int, series: Series, column: int, longest: float, words: Words) -> Bar:
    value, target = series.values[column], series.target
    length = 0.0 if value is None else round(100 * abs(value) / longest, 1)
    mark = None if target is None or value is None else round(100 * abs(target) / longest, 1)
    goal = "" if mark is None else words.say("figure_target", value=_said(target, words))
    cell = _cell(series, column, words)
    return Bar(number, cell.label, length, cell.value, cell.derived, mark, goal)


def _spans(labels: tuple[str, ...]) -> tuple[float, ...]:
    """Where each year stands, as far apart as the years are; () where the columns are no row of years."""
    if len(labels) < FEWEST_YEARS or not all(re.fullmatch(r"[0-9]{4}", label) for label in labels):
        return ()
    years = [int(label) for label in labels]
    if any(later <= earlier for earlier, later in pairwise(years)):
        return ()
    return tuple(round(LEFT + (RIGHT - LEFT) * (year - years[0]) / (years[-1] - years[0]), 2) for year in years)


def _courses(figure: Figure, spans: tuple[float, ...], words: Words) -> Iterable[Course]:
    longest = _longest(figure)

    def height(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * value / longest, 2)

    for number, series in enumerate(figure.series if spans else ()):
        known = [(x, value, column) for column, (x, value) in enumerate(zip(spans, series.values, strict=True))]
        points = [
            (column, LinePoint(x, height(value), _said(value, words), _is_above(figure, number, column)))
            for x, value, column in known
            if value is not None
        ]
        pairs = [(one, other) for (a, one), (b, other) in pairwise(points) if b == a + 1]
        stretches = tuple(Stretch(one.x, one.y, other.x, other.y) for one, other in pairs)
        target = None if series.target is None else height(series.target)
        yield Course(number, tuple(point for _, point in points), stretches, target)


def _is_above(figure: Figure, number: int, column: int) -> bool:
    """Whether a number stands above its point: the lowest of a year stands below, where others have theirs above."""
    values = [series.values[column] for series in figure.series]
    known = [value for value in values if value is not None]
    return len(known) == 1 or values[number] != min(known)


def _described(rows: tuple[ChartRow, ...]) -> str:
    """The chart as sentences, for those who listen: "2023: Poor 25.68, Near-poor 11.29." """
    return " ".join(f"{row.label}: {', '.join(f'{cell.label} {cell.value}' for cell in row.cells)}." for row in rows)
