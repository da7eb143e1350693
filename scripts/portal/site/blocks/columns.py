"""What each column of the open tables means: the dictionary that the catalogue leads to, table by table."""

from dataclasses import dataclass

from portal.language.places import OPEN_DATA
from portal.language.words import Words
from portal.plan.open_data.tables import MeasuredTable, OpenField
from portal.plan.open_data.words import meaning
from portal.site.blocks.open_data import tables_by_sort, title_of_sort
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class ColumnView:
    """A column of a table: its name, its type and its meaning in words."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class ExplainedTable:
    """Tables of one sort, the way back to their files, and the columns they share."""

    anchor: str
    files: Link
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True)
class ColumnsBlock:
    """Every sort of open table with its columns."""

    tables: tuple[ExplainedTable, ...]


def columns_block(spot: Spot) -> ColumnsBlock:
    """The columns in the order of the catalogue."""
    return ColumnsBlock(tuple(_explained(alike, spot) for alike in tables_by_sort(spot)))


def _explained(alike: tuple[MeasuredTable, ...], spot: Spot) -> ExplainedTable:
    table, text = alike[0].table, spot.words
    back = Link(title_of_sort(alike, text), f"{spot.to(OPEN_DATA)}#{table.said}")
    return ExplainedTable(table.said, back, tuple(_column(one, text) for one in table.fields))


def _column(one: OpenField, text: Words) -> ColumnView:
    return ColumnView(one.name, text.label("open_data.types", one.type), _meaning(one, text))


def _meaning(one: OpenField, text: Words) -> str:
    """What a column means, with its unit and the words it may hold."""
    parts = [meaning(one, text)]
    if one.unit:
        parts.append(text.say("open_data.unit", unit=text.label("open_data.units", one.unit)))
    if one.refers_to:
        parts.append(text.say("open_data.refers_to", table=one.refers_to))
    if one.type == "list":
        parts.append(text.say("open_data.list_note"))
    if one.choices:
        parts.append(text.say("open_data.choices", choices=", ".join(one.choices)))
    return "; ".join(parts)
