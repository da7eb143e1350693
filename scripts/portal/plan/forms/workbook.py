"""A body's form as the workbook it fills in: the guide, the sheets, the lists, and the hidden sheet that names it."""

import io
from typing import Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from portal.content.known.agencies import Agency
from portal.language.words import Words
from portal.plan.bodies.office import moment_of, without_clock
from portal.plan.forms.asked_fields import PRODUCTS
from portal.plan.forms.desk import Desk
from portal.plan.forms.earlier import Earlier, earlier_than, said_before
from portal.plan.forms.parts import FORM_LINE, GUIDE_WIDTHS, ROW_WIDTHS, WIDTHS, write_lines, write_part
from portal.plan.forms.sheets import FIRST_COLUMN, FIRST_ROW, form_for
from portal.plan.forms.styles import styles
from portal.plan.forms.values import FORM_MARKS, HIDDEN_SHEET, LISTS_SHEET, Form, FormChoice, FormSheet
from portal.plan.ledger import Ledger

_TEXTS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def form_of(ledger: Ledger, agency: Agency, year: int, text: Words, earlier: Earlier | None = None) -> bytes:
    """The workbook a body fills in for a year, as XLSX; the same bytes for the same ledger. `earlier` is what
    earlier_than(ledger, year) gives, for whoever makes many forms. Raises ValueError for a year outside the plan."""
    if not ledger.plan.covers(year):
        raise ValueError(year)
    form = form_for(ledger.plan, agency, year, text)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, **_TEXTS})
    started = ledger.plan.full_window(year).start  # no clock in it: the day its year began
    book.set_properties({"title": f"{agency.called(text.lang)} – {year}", "created": moment_of(started)})
    guide = book.add_worksheet(text.say("forms.sheets.guide"))
    sheets = [(sheet, book.add_worksheet(sheet.title)) for sheet in form.sheets]
    before = said_before(earlier or earlier_than(ledger, year), form, text)
    desk = Desk(ledger, agency, form, text, styles(book, text), before, _write_lists(book, form))
    _write_guide(guide, desk)
    for sheet, drawn in sheets:
        _write_sheet(drawn, sheet, desk)
    _write_marks(book, form)
    book.close()
    return without_clock(out.getvalue())


def _write_lists(book: Workbook, form: Form) -> dict[tuple[FormChoice, ...], str]:
    """The drop-down lists on a hidden sheet, each once, and where it stands."""
    drawn, places = book.add_worksheet(LISTS_SHEET), dict[tuple[FormChoice, ...], str]()
    for _, _, field in form.cells():
        if field.choices and field.choices not in places:
            column = len(places)
            drawn.write_column(0, column, [field.key, *(choice.label for choice in field.choices)])
            letter = chr(ord("A") + column)
            places[field.choices] = f"='{LISTS_SHEET}'!${letter}$2:${letter}${len(field.choices) + 1}"
    drawn.hide()
    drawn.protect()
    return places


def _write_marks(book: Workbook, form: Form) -> None:
    drawn = book.add_worksheet(HIDDEN_SHEET)
    for row, (name, value) in enumerate(zip(FORM_MARKS, (form.body, form.year, form.version, form.lang), strict=True)):
        drawn.write_row(row, 0, [name, value])
    drawn.hide()
    drawn.protect()


def _write_guide(drawn: Worksheet, desk: Desk) -> None:
    """Whose form it is, how to fill it in and how to send it back, on the first sheet."""
    said, look = desk.text, desk.styles
    drawn.set_column(0, 0, 1)
    for column, width in enumerate(GUIDE_WIDTHS, FIRST_COLUMN):
        drawn.set_column(column, column, width)
    _write_top(drawn, said.say("forms.title", year=desk.form.year), said.say("forms.subtitle", **desk.named()), desk)
    lines = [(desk.label_of(f"who.{name}"), value, "given") for name, value in desk.who().items()]
    row = FIRST_ROW - 1
    write_lines(drawn, row, lines, desk)
    row += len(lines) + 1
    drawn.write_string(row, FIRST_COLUMN, said.say("forms.how"), look["part"])
    drawn.write_blank(row, FIRST_COLUMN + 1, None, look["part"])
    titles, named = said.family("forms.step_titles"), desk.named()
    steps = [(said.say(f"forms.step_titles.{n}"), said.say(f"forms.steps.{n}", **named), "line") for n in titles]
    write_lines(drawn, row + 1, steps, desk)
    _set_page(drawn, desk)


def _write_sheet(drawn: Worksheet, sheet: FormSheet, desk: Desk) -> None:
    is_register = sheet.parts[0].key == PRODUCTS
    drawn.set_column(0, 0, None, None, {"hidden": True})
    for column, width in enumerate(ROW_WIDTHS if is_register else WIDTHS, FIRST_COLUMN):
        drawn.set_column(column, column, width, desk.styles["open"] if is_register else None)
    drawn.write_string(0, 0, sheet.id)
    _write_top(drawn, sheet.title, sheet.about, desk)
    legend = desk.text.say("forms.legend", before=desk.form.year - 1)
    drawn.set_row(2, FORM_LINE, desk.styles["locked"])
    drawn.write_string(2, FIRST_COLUMN, legend, desk.styles["about"])
    drawn.set_row(3, FORM_LINE / 3, desk.styles["locked"])
    for part in sheet.parts:
        write_part(drawn, part, desk)
    head = FIRST_ROW + 2 if is_register else 1
    drawn.freeze_panes(head + 1, FIRST_COLUMN + 3 if is_register else 0)
    drawn.repeat_rows(head if is_register else 0)
    _set_page(drawn, desk)


def _write_top(drawn: Worksheet, title: str, about: str, desk: Desk) -> None:
    drawn.set_row(0, FORM_LINE * 1.5, desk.styles["locked"])
    drawn.set_row(1, FORM_LINE, desk.styles["locked"])
    drawn.write_string(0, FIRST_COLUMN, title, desk.styles["title"])
    drawn.write_string(1, FIRST_COLUMN, about, desk.styles["about"])


def _set_page(drawn: Worksheet, desk: Desk) -> None:
    """A4 on its side, as wide as the page, numbered; locked without a password, but for the cells to fill in."""
    drawn.protect("", {"insert_rows": True, "format_columns": True, "format_rows": True})
    drawn.set_paper(9)
    drawn.set_landscape()
    drawn.fit_to_pages(1, 0)
    drawn.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    name = desk.agency.called(desk.text.lang).replace("&", "&&")
    drawn.set_footer(f"&L{name} – {desk.form.year}&R&P/&N")
    drawn.hide_gridlines(2)
