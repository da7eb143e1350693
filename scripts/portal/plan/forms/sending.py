"""Who is sent what: the names of each body's form and letter, and the list a mail merge reads."""

import io
from collections.abc import Iterator
from typing import Final

from xlsxwriter.workbook import Workbook

from portal.content.known.agencies import Agency
from portal.language.folding import slugify
from portal.language.locales import ORIGINAL
from portal.language.words import Words
from portal.plan.forms.sheets import form_for
from portal.plan.ledger import Ledger
from portal.plan.office import moment_of, without_clock
from portal.reading.csv_writer import csv_of, for_people

_COLUMNS: Final = ("id", "name", "kind", "form", "letter", "due", "asked", "reported")
_WIDTHS: Final = (24, 44, 26, 34, 34, 16, 90, 16)


def form_name(agency: Agency, year: int, text: Words) -> str:
    """The file of a body's form: bieu-2026-so-gddt.xlsx; in another language than the original's it says which."""
    return f"bieu-{year}-{slugify(agency.id)}{_language(text)}.xlsx"


def letter_name(agency: Agency, year: int, text: Words) -> str:
    """The file of a body's letter: thu-2026-so-gddt.docx."""
    return f"thu-{year}-{slugify(agency.id)}{_language(text)}.docx"


def sending_files(ledger: Ledger, agencies: tuple[Agency, ...], year: int, text: Words) -> dict[str, bytes]:
    """The list of who is sent what, as CSV that Excel opens and as XLSX, by their names. No address stands in it: the
    portal knows none."""
    head = tuple(text.say(f"forms.sending.{name}") for name in _COLUMNS)
    rows = (head, *_rows(ledger, agencies, year, text))
    name = f"danh-sach-gui-{year}{_language(text)}"
    made = {f"{name}.csv": for_people(csv_of(rows)).encode()}
    return {**made, f"{name}.xlsx": _as_workbook(rows, ledger, year)}


def _rows(ledger: Ledger, agencies: tuple[Agency, ...], year: int, text: Words) -> Iterator[tuple[str, ...]]:
    due, given = ledger.plan.due_day(year), ledger.reports.get(year, {})
    for agency in agencies:
        kind = text.say(f"forms.body_kinds.{agency.kind}") if agency.kind else ""
        files = (form_name(agency, year, text), letter_name(agency, year, text))
        asked = (title for sheet in form_for(ledger.plan, agency, year, text).sheets for title in sheet.asked)
        said = text.say("forms.reported" if agency.id in given else "forms.not_reported")
        when = due.isoformat() if due else ""
        yield agency.id, agency.called(text.lang), kind, *files, when, "; ".join(asked), said


def _as_workbook(rows: tuple[tuple[str, ...], ...], ledger: Ledger, year: int) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": moment_of(ledger.plan.full_window(year).start)})
    drawn, plain = book.add_worksheet(), book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"text_wrap": True, "valign": "top", "bold": True})
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            drawn.write_string(number, column, cell, plain if number else bold)
    for column, width in enumerate(_WIDTHS):
        drawn.set_column(column, column, width)
    drawn.freeze_panes(1, 2)
    drawn.autofilter(0, 0, len(rows) - 1, len(_COLUMNS) - 1)
    book.close()
    return without_clock(out.getvalue())


def _language(text: Words) -> str:
    return "" if text.lang == ORIGINAL else f".{text.lang}"
