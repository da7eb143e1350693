"""A list as a workbook of one sheet: heads that stay, filters, texts never taken for formulas."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Final

from portal.plan.bodies.office import moment_of, without_clock
from portal.plan.report.values import Cell

_WIDEST: Final = 60  # characters of a column; longer texts go on in the next line of their cell
_NARROWEST: Final = 8


def list_workbook(rows: Sequence[Sequence[Cell]], day: date, frozen: int = 1) -> bytes:
    """The rows, the first being the heads, as XLSX of that day; `frozen` columns stay when one scrolls."""
    from xlsxwriter.workbook import Workbook  # only now: most builds make none

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": moment_of(day)})
    sheet, plain = book.add_worksheet(), book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"text_wrap": True, "valign": "top", "bold": True})
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell, plain if number else bold)
            else:
                sheet.write_number(number, column, cell, plain)
    for column, cells in enumerate(zip(*rows, strict=True)):
        longest = max(len(str(cell)) for cell in cells)
        sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST))
    sheet.freeze_panes(1, frozen)
    sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    book.close()
    return without_clock(out.getvalue())
