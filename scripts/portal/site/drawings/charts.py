"""A figure as a chart: where each bar stands, so that the template only draws."""

from dataclasses import dataclass

from portal.content.known.figures import Figure
from portal.language.words import Words
from portal.language.written import written_number

WIDTH = 360  # in the units of the picture; text is 13 of them high and stays readable on a phone
BAR, GAP, HEAD = 20, 5, 24
TEXT_RIGHT, TEXT_DOWN = 6, 15  # from a bar's end and top to its number
HATCHED = 1  # the series told apart by hatching too, for those who see no colour
LONGEST = 268  # of the longest bar; the rest is for its number


@dataclass(frozen=True)
class Bar:
    """One value: `y` and `width` in the picture's units; a value nobody has is a bar of width 0 with its words."""

    series: int
    y: int
    width: float
    text: str
    height: int = BAR

    @property
    def text_x(self) -> float:
        return self.width + TEXT_RIGHT

    @property
    def text_y(self) -> int:
        return self.y + TEXT_DOWN

    @property
    def is_hatched(self) -> bool:
        return self.series == HATCHED


@dataclass(frozen=True)
class Cluster:
    """The bars of one column under its label."""

    label: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class ChartCell:
    """A number of the table under the name of its series."""

    label: str
    value: str


@dataclass(frozen=True)
class ChartRow:
    """A row of the table: a column of the figure with a cell for each series."""

    label: str
    cells: tuple[ChartCell, ...]


@dataclass(frozen=True)
class Chart:
    """A figure in one language, drawn and as a table."""

    id: str
    title: str
    unit: str
    series: tuple[str, ...]
    groups: tuple[Cluster, ...]
    height: int
    rows: tuple[ChartRow, ...]
    note: str | None
    description: str
    width: int = WIDTH


def chart(figure: Figure, words: Words) -> Chart:
    """The figure in the language of `words`."""
    names = tuple(series.name[words.lang] for series in figure.series)
    labels = tuple(column[words.lang] for column in figure.columns)
    step = HEAD + len(names) * (BAR + GAP) + GAP
    longest = max((abs(v) for s in figure.series for v in s.values if v is not None), default=1.0) or 1.0
    groups = tuple(
        Cluster(label, index * step + HEAD - 8, _bars(figure, index, index * step + HEAD, longest, words))
        for index, label in enumerate(labels)
    )
    rows = tuple(
        ChartRow(group.label, tuple(ChartCell(names[bar.series], bar.text) for bar in group.bars)) for group in groups
    )
    return Chart(
        id=figure.id,
        title=figure.title[words.lang],
        unit=figure.unit[words.lang],
        series=names,
        groups=groups,
        height=len(labels) * step,
        rows=rows,
        note=figure.note[words.lang] if figure.note else None,
        description=_described(rows),
    )


def _bars(figure: Figure, column: int, top: int, longest: float, words: Words) -> tuple[Bar, ...]:
    bars = []
    for index, series in enumerate(figure.series):
        value = series.values[column]
        text = words.say("figure_missing") if value is None else written_number(value, words)
        width = 0.0 if value is None else round(LONGEST * abs(value) / longest, 1)
        bars.append(Bar(index, top + index * (BAR + GAP), width, text))
    return tuple(bars)


def _described(rows: tuple[ChartRow, ...]) -> str:
    """The chart as sentences, for those who listen: "2023: Poor 25.68, Near-poor 11.29." """
    return " ".join(f"{row.label}: {', '.join(f'{cell.label} {cell.value}' for cell in row.cells)}." for row in rows)
