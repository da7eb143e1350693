"""The report as files: DOCX in the layout of Decree 30/2020/NĐ-CP, XLSX with every table, Markdown."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import xlsxwriter
from docx.document import Document
from docx.shared import Mm
from docx.table import Table as DocxTable
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from portal.language.words import Words
from portal.plan.office import moment_of, without_clock
from portal.plan.report.values import Line, Part, Report, Table, shown, widths

LAYOUT: Final = Path(__file__).parent / "layouts" / "report.docx"
_TEXT_WIDTH: Final = 165  # millimetres between the margins of the layout
_WIDEST: Final = 60  # characters of a sheet's column


class BrokenLayout(ValueError):
    """The layout cannot be filled in; says why."""


def as_docx(report: Report, text: Words, layout: Path = LAYOUT) -> bytes:
    """The report as a Word document, from the layout an officer can edit in Word. Raises BrokenLayout where what the
    officer wrote cannot be filled in."""
    template = DocxTemplate(layout)
    blocks = [_for_reading(block, text) for block in report.papers[0].blocks]
    values = {"said": text.family("report"), "frame": report.papers[0].frame, "subject": report.papers[0].subject}
    _fill(template, {**values, "draft": report.draft, "blocks": blocks})
    _fit_columns(template.docx, report)
    properties = template.docx.core_properties
    properties.title, properties.language = report.papers[0].subject, text.lang
    properties.created = properties.modified = moment_of(report.as_of)
    out = io.BytesIO()
    template.save(out)
    return without_clock(out.getvalue())


def _fill(template: DocxTemplate, values: dict[str, object]) -> None:
    """Fill the marks in. A layout is a program to Jinja, and a Word file cannot be read in a pull request: so it runs
    in a sandbox, where it reaches nothing but the report."""
    sandbox = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template.render(values, sandbox)
    except (TemplateError, SyntaxError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise BrokenLayout(str(error)) from error


def as_xlsx(report: Report, text: Words) -> bytes:
    """Every table of the report on a sheet of its own; a text is never taken for a formula."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": report.papers[0].subject, "created": moment_of(report.as_of)})
    bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    for table in report.tables:
        sheet = book.add_worksheet(table.id)
        sheet.write_string(0, 0, table.title, book.add_format({"bold": True}))
        for row, cells in enumerate((table.head, *table.rows), 2):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(row, column, cell)
                else:
                    sheet.write_string(row, column, cell, bold if row == 2 else wrapped)
        for column, width in enumerate(widths((table.head, *table.rows))):
            sheet.set_column(column, column, min(width + 2, _WIDEST))
        sheet.freeze_panes(3, 0)
    book.close()
    return without_clock(out.getvalue())


def as_markdown(report: Report, text: Words) -> bytes:
    """The report as plain text that can be read and compared anywhere."""
    frame = report.papers[0].frame
    assert frame
    head = [frame.parent, frame.owner, frame.number, frame.place_day]
    title = [f"# {text.say('report.title')}", f"**{report.papers[0].subject}**"]
    draft = [f"**{text.say('report.draft')}**"] if report.draft else []
    foot = [text.say("report.recipients"), *(f"- {one}" for one in frame.recipients)]
    signed = [frame.authority, frame.signatory_title, frame.signatory]
    parts = ["  \n".join(head), *draft, *title, *(_marked(block, text) for block in report.papers[0].blocks)]
    return ("\n\n".join([*parts, "\n".join(foot), "  \n".join(signed)]) + "\n").encode()


WRITERS: Final[dict[str, Callable[[Report, Words], bytes]]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "md": as_markdown,
}
"""What makes a report's bytes, by the ending of the file."""


def _fit_columns(document: Document, report: Report) -> None:
    """Columns as wide as what they hold asks for, within the page. A table the officer put into the layout is left as
    it is: the report's own are known by their heads, one after another."""
    waiting = list(report.tables)
    for drawn in document.tables:
        if waiting and _head_of(drawn) == [_plain(name) for name in waiting[0].head]:
            _fit(drawn, waiting.pop(0))


def _fit(drawn: DocxTable, table: Table) -> None:
    asked = [min(max(width, 7), 42) for width in widths((table.head, *table.rows))]
    drawn.autofit = False
    for column, width in zip(drawn.columns, asked, strict=True):
        column.width = Mm(_TEXT_WIDTH * width / sum(asked))
        for cell in column.cells:
            cell.width = column.width


def _head_of(drawn: DocxTable) -> list[str]:
    return [_plain(cell.text) for cell in drawn.rows[0].cells] if len(drawn.rows) and len(drawn.columns) else []


def _plain(text: str) -> str:
    return " ".join(text.split())


def _for_reading(block: Part, text: Words) -> Part:
    if isinstance(block, Line):
        return block
    return replace(block, rows=tuple(tuple(shown(cell, text) for cell in row) for row in block.rows))


def _marked(block: Part, text: Words) -> str:
    if isinstance(block, Table):
        rows = [block.head, tuple("---" for _ in block.head), *block.rows]
        lines = ("| " + " | ".join(_cell(shown(cell, text)) for cell in row) + " |" for row in rows)
        return f"**{block.title}**\n\n" + "\n".join(lines)
    return {"heading": "## ", "subheading": "### ", "blank": "> "}.get(block.shape, "") + block.text


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
