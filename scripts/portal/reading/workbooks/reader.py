"""Reads a workbook (.xlsx, .ods, .xls) whatever its name says: its sheets, their cells, and by cell what is wrong.

python-calamine reads the values. What it cannot tell is looked for in the file itself before: formulas that failed or
were never worked out (it gives an empty cell for both), cells so far out that a grid up to them would fill the memory,
and what unpacks to more than anybody typed."""

import contextlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum, load_workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from portal.reading.characters import around, refused_in
from portal.reading.problems import Problem
from portal.reading.workbooks.kinds import Bounds, GridPlace, NoWorkbook, kind_of
from portal.reading.workbooks.old import look_into_old
from portal.reading.workbooks.packed import look_into_packed

MAX_WORKBOOK: Final = 8 * 1024 * 1024
"""Bytes of a file: a filled form has 30 KB."""
FORMULA_ERRORS: Final = frozenset(
    ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!")
)
_ERRORS_GO_TO: Final = 2

CellValue = str | int | float | bool | date


@dataclass(frozen=True)
class Sheet:
    """One sheet: what stands in its cells that are not empty. Texts are in NFC with \\n at line ends; a day is a date
    whatever hour was beside it, a number without a part is an int."""

    name: str
    hidden: bool
    cells: Mapping[GridPlace, CellValue] = field(default_factory=dict)

    def row(self, number: int) -> dict[int, CellValue]:
        """column → value of one row."""
        return {column: value for (row, column), value in self.cells.items() if row == number}


@dataclass(frozen=True)
class Workbook:
    """A file's sheets in their order; `path` is how the file is called in what is said of it."""

    path: str
    sheets: tuple[Sheet, ...]

    def problem(self, sheet: str, place: GridPlace, code: str, **values: Any) -> Problem:
        """Something to mend in one cell."""
        return at_cell(self.path, sheet, place, code, **values)


def at_cell(path: str, sheet: str, place: GridPlace, code: str, **values: Any) -> Problem:
    """Something to mend in one cell of a workbook."""
    cell = xl_rowcol_to_cell(*place)
    return Problem(path, place[0] + 1, "", code, {"cell": cell, **values}, sheet, cell)


def read_workbook(path: str, data: bytes) -> tuple[Workbook | None, list[Problem]]:
    """The workbook whose bytes are `data`, or None and why in one sentence; and its cells that cannot be taken as they
    are. Nothing a file can be makes it raise, or take more memory than the largest grid allowed."""
    try:
        if len(data) > MAX_WORKBOOK:
            raise NoWorkbook("workbook-large", size=len(data) // 1024, most=MAX_WORKBOOK // 1024)
        kind = kind_of(data)
        bounds = (look_into_old if kind == "xls" else look_into_packed)(data)
        sheets = _sheets(data)
    except NoWorkbook as why:
        return None, [Problem(path, 0, "", why.code, why.values)]
    book = Workbook(path, sheets)
    return book, [*_failed(book, bounds), *_hidden_signs(book)]


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    try:
        with _in_silence(), load_workbook(BytesIO(data)) as opened:
            return tuple(_read(opened))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # what fails inside calamine is no Exception where it panics
        raise NoWorkbook("workbook-broken", reason=str(error).partition("\n")[0]) from None


@contextlib.contextmanager
def _in_silence() -> Iterator[None]:
    """What panics inside calamine writes its own traceback to where errors go, past Python; ours is the sentence."""
    try:
        kept, nowhere = os.dup(_ERRORS_GO_TO), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # there is no such place
        yield
        return
    os.dup2(nowhere, _ERRORS_GO_TO)
    try:
        yield
    finally:
        os.dup2(kept, _ERRORS_GO_TO)
        os.close(kept)
        os.close(nowhere)


def _read(opened: CalamineWorkbook) -> Iterator[Sheet]:
    for about in opened.sheets_metadata:
        sheet = opened.get_sheet_by_name(about.name)
        yield Sheet(about.name, about.visible != SheetVisibleEnum.Visible, dict(_cells(sheet)))


def _cells(sheet: CalamineSheet) -> Iterator[tuple[GridPlace, CellValue]]:
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            said = _value(value)
            if said != "":
                yield (row, column), said


def _value(value: object) -> CellValue:
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool | int | float | date):
        return value
    text = str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def _failed(book: Workbook, bounds: Bounds) -> Iterator[Problem]:
    """Formulas that failed, or that no program has worked out."""
    told = set[tuple[str, GridPlace]]()
    for name, place, said in bounds.failed:
        told.add((name, place))
        yield book.problem(name, place, "cell-formula-error" if said else "cell-formula-open", value=said)
    for sheet in book.sheets:
        for place, value in sheet.cells.items():
            if isinstance(value, str) and value.upper() in FORMULA_ERRORS and (sheet.name, place) not in told:
                yield book.problem(sheet.name, place, "cell-formula-error", value=value)


def _hidden_signs(book: Workbook) -> Iterator[Problem]:
    for sheet in book.sheets:
        for place, value in sheet.cells.items():
            found = next(refused_in(value), None) if isinstance(value, str) else None
            if found:
                near = around(str(value), found[0])
                yield book.problem(sheet.name, place, "yaml-character", character=found[1], near=near)
