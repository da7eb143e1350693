"""Whose form a workbook is: its hidden sheet says the body, the year, the version and the language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from portal.content.known.agencies import Agency
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.plan.forms.values import FORM_MARKS, HIDDEN_SHEET
from portal.plan.plan import Plan
from portal.reading.problems import Problem
from portal.reading.workbooks.reader import CellValue, Sheet, Workbook

_FEW = 5


@dataclass(frozen=True)
class FormMarks:
    """Whose form it is, for which year, laid out how, in which language."""

    agency: str
    year: int
    version: str
    lang: str


def marks_of(book: Workbook, plan: Plan, agencies: Mapping[str, Agency]) -> tuple[FormMarks | None, list[Problem]]:
    """Whose form a workbook is, or None and why it cannot be known."""
    sheet = _marked_sheet(book)
    if sheet is None:
        return None, [Problem(book.path, 0, "", "form-without-marks", {"sheet": HIDDEN_SHEET})]
    found = {str(row[0]): (number, row.get(1)) for number, row in _rows(sheet) if str(row.get(0)) in FORM_MARKS}
    problems = [
        book.problem(sheet.name, (found.get(name, (0, None))[0], 1), code, **values)
        for name, code, values in _faults({name: value for name, (_, value) in found.items()}, plan, agencies)
    ]
    if problems:
        return None, problems
    said = {name: str(value) for name, (_, value) in found.items()}
    lang = said["lang"] if said.get("lang") in LANGUAGES else ORIGINAL
    return FormMarks(said["body"], int(said["year"]), said.get("version", ""), lang), []


def _marked_sheet(book: Workbook) -> Sheet | None:
    """The sheet of marks, by its name or, where somebody renamed it, by what stands in its first column."""
    named = [sheet for sheet in book.sheets if sheet.name.casefold() == HIDDEN_SHEET]
    alike = [s for s in book.sheets if {s.cells.get((n, 0)) for n in range(len(FORM_MARKS))} >= {"body", "year"}]
    return next(iter((*named, *alike)), None)


def _rows(sheet: Sheet) -> Iterator[tuple[int, dict[int, CellValue]]]:
    yield from ((row, sheet.row(row)) for row in sorted({row for row, _ in sheet.cells}))


def _faults(
    said: Mapping[str, CellValue | None], plan: Plan, agencies: Mapping[str, Agency]
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """(mark, code, values) of what was changed by hand or is of another portal."""
    body, year = str(said.get("body") or ""), said.get("year")
    if body not in agencies:
        known = get_close_matches(body, agencies, n=_FEW, cutoff=0.6)
        yield "body", "form-of-nobody", {"value": body, "choices": known or "make forms"}
    if not (str(year).isdigit() and plan.covers(int(str(year)))):
        values: dict[str, object] = {
            "value": "" if year is None else year,
            "first": plan.years.first,
            "last": plan.years.last,
        }
        yield "year", "form-of-no-year", values
