"""How rows become tables of an annex: their words by the table's name, the year only where there are several."""

from collections.abc import Iterable

from portal.plan.report.ground import Ground
from portal.plan.report.values import Cell, Table

Dated = tuple[int, tuple[Cell, ...]]
"""The year a row is of, and its cells."""


def counted(ground: Ground, count: int | None) -> Cell:
    """A count as a cell; what nobody has said says so."""
    return ground.say("figure_missing") if count is None else count


def owned(ground: Ground, pages: int | None) -> Cell:
    """How many of the portal's own pages as a cell: of those it is known when there are none."""
    return pages or ground.say("told.none")


def tabled(ground: Ground, name: str, rows: Iterable[tuple[Cell, ...]], **values: object) -> Table:
    """A table whose title and heads stand in the words under its name."""
    head = ground.text.listed(f"annexes.heads.{name}")
    return Table(name, ground.say(f"annexes.tables.{name}", **values), head, tuple(rows))


def dated(ground: Ground, name: str, rows: Iterable[Dated]) -> Table:
    """A table of (year, cells), the year as its first column where the report speaks of several."""
    if len(ground.spans) == 1:
        return tabled(ground, name, (cells for _, cells in rows))
    table = tabled(ground, name, ((str(year), *cells) for year, cells in rows))
    return Table(name, table.title, (ground.say("annexes.year"), *table.head), table.rows)
