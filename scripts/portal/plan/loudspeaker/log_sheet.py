"""The log a commune keeps of its broadcasts, as a workbook: a line each, no names; a hidden sheet says whose it is."""

import io
from collections.abc import Mapping
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from portal.content.known.agencies import Agency
from portal.language.words import Words
from portal.plan.bodies.office import moment_of, without_clock
from portal.plan.loudspeaker.week import Week

LOG_MARKS_SHEET: Final = "_nhat_ky"
"""Whose log it is, read by machines: the body beside `body` in columns A and B, the week beside `week`."""
LOG_COLUMNS_ASKED: Final = ("date", "hour", "script", "language", "minutes", "loudspeakers", "villages")
LOG_ROWS: Final = 60
LOG_HEAD: Final = 4
"""The row of heads, counted from 0."""
_LISTS: Final = "_danh_sach"
_A4: Final = 9  # as Excel numbers papers
_WIDTHS: Final = (14, 10, 34, 16, 10, 12, 14)


def log_name(agency: Agency, week: Week, text: Words) -> str:
    """How the workbook is called."""
    return text.say("broadcasts.file", week=week.name, body=agency.id)


def log_workbook(agency: Agency, week: Week, scripts: Mapping[str, str], text: Words) -> bytes:
    """The empty log of a body for a week, as XLSX: the same bytes for the same input. `scripts` are the titles of those
    that can be logged by their codes."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"{agency.called(text.lang)} – {week.name}", "created": moment_of(week.first)})
    sheet, lists = book.add_worksheet(text.say("broadcasts.sheet")), book.add_worksheet(_LISTS)
    _write_top(book, sheet, agency, week, text)
    _write_rows(book, sheet, text)
    _write_choices(sheet, lists, scripts, text)
    marks = book.add_worksheet(LOG_MARKS_SHEET)
    marks.write_column(0, 0, ["body", "week"])
    marks.write_column(0, 1, [agency.id, week.name])
    marks.hide()
    book.close()
    return without_clock(out.getvalue())


def _write_top(book: Workbook, sheet: Worksheet, agency: Agency, week: Week, text: Words) -> None:
    sheet.write_string(0, 0, text.say("broadcasts.title", week=week.name), book.add_format({"bold": True, "size": 14}))
    sheet.write_string(1, 0, f"{text.say('broadcasts.office')}: {agency.called(text.lang)}")
    sheet.write_string(2, 0, text.say("broadcasts.about"))
    sheet.freeze_panes(LOG_HEAD + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _write_rows(book: Workbook, sheet: Worksheet, text: Words) -> None:
    """The heads and the lines to fill in, as texts: a spreadsheet makes no days of them."""
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    line = book.add_format({"num_format": "@", "border": 1})
    for column, name in enumerate(LOG_COLUMNS_ASKED):
        sheet.set_column(column, column, _WIDTHS[column])
        sheet.write_string(LOG_HEAD, column, text.say(f"broadcasts.columns.{name}"), head)
        for row in range(LOG_HEAD + 1, LOG_HEAD + 1 + LOG_ROWS):
            sheet.write_blank(row, column, None, line)


def _write_choices(sheet: Worksheet, lists: Worksheet, scripts: Mapping[str, str], text: Words) -> None:
    """The lists to choose from; beside its codes what each script is called."""
    choices = {"script": list(scripts), "language": [str(one) for one in text.family("languages").values()]}
    for column, (name, values) in enumerate(choices.items()):
        lists.write_column(0, column, values)
        letter, asked = xl_col_to_name(column), LOG_COLUMNS_ASKED.index(name)
        source = f"='{_LISTS}'!${letter}$1:${letter}${max(len(values), 1)}"
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(LOG_HEAD + 1, asked, LOG_HEAD + LOG_ROWS, asked, rule)
    lists.write_column(0, len(choices), list(scripts.values()))
    lists.hide()
