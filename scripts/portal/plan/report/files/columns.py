"""How wide the columns of a paper's tables are, and which annexes are printed across the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.table import Table as DocxTable

from portal.plan.report.files.lines import length_of
from portal.plan.report.values import Line, Paper, Table

UPRIGHT: Final = 165
"""Millimetres between the margins of an upright page: 210 of A4, less 30 at the left and 15 at the right."""
ACROSS: Final = 252
"""The same of a page that lies on its side: 297, less 30 and 15."""
_MOST_UPRIGHT: Final = 7  # columns of a table that still fit on an upright page
_POINTS: Final = 12  # the size of a table's letters in the layouts
_PADDING: Final = 5  # millimetres a cell keeps free at both sides, its lines included
_LONG: Final = 60  # millimetres after which a text is better read on several lines
_OF_THE_REST: Final = 0.1  # how much of what is longer a column asks for all the same
_TALL: Final = 18  # lines of a row that may go over to the next page: a taller one would not fit on any


@dataclass(frozen=True)
class ShownCell:
    """A cell as it is printed; a number stands at the right, where its digits can be compared."""

    text: str
    is_number: bool


@dataclass(frozen=True)
class ShownTable:
    """A table as a layout goes through it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[ShownCell, ...], ...]
    shape: str = "table"

    @property
    def is_wide(self) -> bool:
        return len(self.head) > _MOST_UPRIGHT

    def column_widths(self, across: float) -> list[float]:
        """Millimetres of each column: none narrower than its longest word where there is room for that, the rest
        shared out by how long the texts are."""
        columns = [(head, *cells) for head, *cells in zip(self.head, *(_texts(row) for row in self.rows), strict=True)]
        least = [max(map(_longest_word, column)) + _PADDING for column in columns]
        wanted = [_wanted(max(length_of(text, _POINTS) for text in column)) + _PADDING for column in columns]
        wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
        if sum(least) >= across:
            return _scaled(least, across)
        if sum(wanted) <= across:
            return _scaled(wanted, across)
        share = (across - sum(least)) / (sum(wanted) - sum(least))
        return [low + share * (high - low) for low, high in zip(least, wanted, strict=True)]


def _texts(row: tuple[ShownCell, ...]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _wanted(length: float) -> float:
    return min(length, _LONG) + max(length - _LONG, 0) * _OF_THE_REST


def _longest_word(text: str) -> float:
    return max((length_of(word, _POINTS) for word in text.split()), default=0.0)


def _scaled(widths: list[float], across: float) -> list[float]:
    return [width * across / sum(widths) for width in widths]


def lay_out(document: Document, paper: Paper, tables: Sequence[ShownTable]) -> None:
    """Turn the pages of annexes with a wide table on their side, and give every table of the paper its columns. A table
    the officer put into the layout is left as it is: the paper's own are known by their heads, one after another."""
    parts = list(_by_annex(paper, tables))
    sections = list(document.sections)
    turned = [len(parts) == len(sections) and any(table.is_wide for table in part) for part in parts]
    for section, wide in zip(sections, turned, strict=False):
        if wide:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
    waiting = [(table, ACROSS if wide else UPRIGHT) for part, wide in zip(parts, turned, strict=True) for table in part]
    for drawn in document.tables:
        if waiting and _head_of(drawn) == [_plain(name) for name in waiting[0][0].head]:
            table, across = waiting.pop(0)
            _fit(drawn, table.column_widths(across))


def _by_annex(paper: Paper, tables: Iterable[ShownTable]) -> Iterator[list[ShownTable]]:
    """The tables of each annex, in order; all of them together where there is no annex."""
    waiting, found = iter(tables), list[ShownTable]()
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Line) and block.shape == "annex" and number:
            yield found
            found = []
        elif isinstance(block, Table):
            found.append(next(waiting))
    yield found


def _fit(drawn: DocxTable, widths: list[float]) -> None:
    drawn.autofit = False
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Mm(width)
    for row in drawn.rows:
        cells = row.cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(width)
        if max(length_of(cell.text, _POINTS) / width for cell, width in zip(cells, widths, strict=True)) > _TALL:
            for whole in row._tr.xpath("./w:trPr/w:cantSplit"):
                whole.getparent().remove(whole)


def _head_of(drawn: DocxTable) -> list[str]:
    return [_plain(cell.text) for cell in drawn.rows[0].cells] if len(drawn.rows) and len(drawn.columns) else []


def _plain(text: str) -> str:
    return " ".join(text.split())
