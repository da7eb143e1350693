"""A paper of the report as a Word document, in the form of Decree 30/2020/NĐ-CP, Appendix I, from a layout that an
officer can edit in Word."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.shared import Mm
from docx.table import Table as DocxTable

from portal.language.words import Words
from portal.plan.office import docx_bytes, filled_layout
from portal.plan.report.files.lines import draw_lines
from portal.plan.report.values import Cell, Line, Paper, PaperId, Part, Report, Table, shown, widths

LAYOUTS: Final = Path(__file__).parent.parent / "layouts"
"""A layout for each paper, <id>.docx: what stands in them in {{ }} and {% %} is filled in, all else is Word's."""
TEXT_WIDTH: Final = 165
"""Millimetres between the margins of the layouts: 210 of A4, less 30 at the left and 15 at the right."""
_SHARES: Final = (7, 42)  # characters a column is as wide as at least and at most, whatever stands in it


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


def as_docx(report: Report, name: PaperId, text: Words, layouts: Path = LAYOUTS) -> bytes:
    """One paper of the report as a Word document. Raises BrokenLayout where what the officer wrote into the layout
    cannot be filled in."""
    paper, layout = report.paper(name), layouts / f"{name}.docx"
    template = filled_layout(layout, _values(report, paper, text))
    _fit_columns(template.docx, paper)
    draw_lines(template.docx, TEXT_WIDTH)
    return docx_bytes(template, paper.subject, text.lang, report.as_of)


def _values(report: Report, paper: Paper, text: Words) -> dict[str, object]:
    """What a layout can name."""
    named = {"said": text.family("report"), "title": paper.title, "subject": paper.subject, "draft": report.draft}
    blocks = [_for_reading(block, text) for block in paper.blocks]
    recipients = ended(paper.frame.recipients) if paper.frame else ()
    return {**named, "frame": paper.frame, "recipients": recipients, "blocks": blocks}


def ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a list as papers end them: a semicolon after each, a full stop after the last."""
    plain = [line.rstrip(" ;.,") for line in lines]
    return (*(f"{line};" for line in plain[:-1]), *(f"{line}." for line in plain[-1:]))


def _for_reading(block: Part, text: Words) -> Line | ShownTable:
    if isinstance(block, Line):
        return block
    return ShownTable(block.title, block.head, tuple(tuple(_shown(cell, text) for cell in row) for row in block.rows))


def _shown(cell: Cell, text: Words) -> ShownCell:
    return ShownCell(shown(cell, text), not isinstance(cell, str))


def _fit_columns(document: Document, paper: Paper) -> None:
    """Columns as wide as what they hold asks for, within the page. A table the officer put into the layout is left as
    it is: the paper's own are known by their heads, one after another."""
    waiting = list(paper.tables)
    for drawn in document.tables:
        if waiting and _head_of(drawn) == [_plain(name) for name in waiting[0].head]:
            _fit(drawn, waiting.pop(0))


def _fit(drawn: DocxTable, table: Table) -> None:
    least, most = _SHARES
    asked = [min(max(width, least), most) for width in widths((table.head, *table.rows))]
    drawn.autofit = False
    sizes = [Mm(TEXT_WIDTH * width / sum(asked)) for width in asked]
    for column, size in zip(drawn.columns, sizes, strict=True):
        column.width = size
    for row in drawn.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size


def _head_of(drawn: DocxTable) -> list[str]:
    return [_plain(cell.text) for cell in drawn.rows[0].cells] if len(drawn.rows) and len(drawn.columns) else []


def _plain(text: str) -> str:
    return " ".join(text.split())
