"""Who is sent what: the names of each body's form and letter, and the list a mail merge reads."""

from collections.abc import Iterator
from typing import Final

from portal.content.known.agencies import Agency
from portal.language.folding import slugify
from portal.language.locales import ORIGINAL
from portal.language.words import Words
from portal.plan.forms.sheets import form_for
from portal.plan.ledger import Ledger
from portal.plan.list_workbook import list_workbook
from portal.reading.tables.csv_writer import csv_of, for_people

_COLUMNS: Final = ("id", "name", "kind", "form", "letter", "due", "asked", "reported")


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
    return {**made, f"{name}.xlsx": list_workbook(rows, ledger.plan.full_window(year).start, frozen=2)}


def _rows(ledger: Ledger, agencies: tuple[Agency, ...], year: int, text: Words) -> Iterator[tuple[str, ...]]:
    due, given = ledger.plan.due_day(year), ledger.reports.get(year, {})
    for agency in agencies:
        kind = text.say(f"forms.body_kinds.{agency.kind}") if agency.kind else ""
        files = (form_name(agency, year, text), letter_name(agency, year, text))
        asked = (title for sheet in form_for(ledger.plan, agency, year, text).sheets for title in sheet.asked)
        said = text.say("forms.reported" if agency.id in given else "forms.not_reported")
        when = due.isoformat() if due else ""
        yield agency.id, agency.called(text.lang), kind, *files, when, "; ".join(asked), said


def _language(text: Words) -> str:
    return "" if text.lang == ORIGINAL else f".{text.lang}"
