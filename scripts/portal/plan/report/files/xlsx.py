"""The tables of the report as one workbook: a sheet for each, named as people call it; numbers are numbers."""

import io
import re
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from portal.plan.bodies.office import moment_of, without_clock
from portal.plan.report.values import PaperId, Report, Table, widths

_WIDEST: Final = 60  # characters of a sheet's column
_LONGEST: Final = 31  # letters Excel allows in the name of a sheet
_REFUSED: Final = re.compile(r"[\[\]:*?/\\]|^'|'$")
_FIRST_ROW: Final = 2  # the head's, counted from 0: below the title and an empty row
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def as_xlsx(report: Report, name: PaperId) -> bytes:
    """Every table of one paper on a sheet of its own; a text is never taken for a formula."""
    out, paper = io.BytesIO(), report.paper(name)
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": paper.subject, "created": moment_of(report.as_of)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text, number = (
        book.add_format({"valign": "top", **more}) for more in ({"text_wrap": True}, {"num_format": "#,##0"})
    )
    names = sheet_names(paper.tables)
    for table in paper.tables:
        sheet = book.add_worksheet(names[table.id])
        sheet.write_string(0, 0, table.title, book.add_format({"bold": True}))
        sheet.write_row(_FIRST_ROW, 0, table.head, bold)
        _write_rows(sheet, table, text, number)
    book.close()
    return without_clock(out.getvalue())


def sheet_names(tables: tuple[Table, ...]) -> dict[str, str]:
    """id of a table → the name of its sheet, as Excel takes it: short, without signs it refuses, each once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for table in tables:
        plain = _REFUSED.sub(" ", table.sheet or table.title).strip()[:_LONGEST]
        name, number = plain, 2
        while name.lower() in taken:
            name, number = f"{plain[: _LONGEST - 5]} ({number})", number + 1
        taken.add(name.lower())
        found[table.id] = name
    return found


def _write_rows(sheet: Worksheet, table: Table, text: Format, number: Format) -> None:
    for row, cells in enumerate(table.rows, _FIRST_ROW + 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell, text)
            else:
                sheet.write_number(row, column, cell, number)
    for column, width in enumerate(widths((table.head, *table.rows))):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    sheet.freeze_panes(_FIRST_ROW + 1, 0)
    sheet.autofilter(_FIRST_ROW, 0, _FIRST_ROW + len(table.rows), len(table.head) - 1)
