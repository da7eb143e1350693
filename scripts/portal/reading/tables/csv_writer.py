"""The one way rows become CSV: every cell harmless to a spreadsheet, every number in full."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

CsvCell = str | int | float | None


def csv_of(rows: Iterable[Iterable[CsvCell]]) -> str:
    """Rows as CSV: comma, point as decimal mark, a line feed after each row; None is an empty cell."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue()


def for_people(text: str) -> str:
    """CSV as a file that people open: with the mark without which Excel takes Vietnamese for another alphabet."""
    return f"\ufeff{text}"


def harmless(cell: str) -> str:
    """A text that a spreadsheet will not take for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell


def _written(cell: CsvCell) -> str:
    """1234567.0 is 1234567 and 0.1 is 0.1: what was given, never shortened and never longer than it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    if isinstance(cell, str):  # csv writes a bare carriage return unquoted, and the row ends there for whoever reads it
        return harmless(cell).replace("\r\n", "\n").replace("\r", "\n")
    return str(cell)
