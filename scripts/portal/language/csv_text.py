"""How every table that leaves the portal is written as CSV: one line a row, nothing a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

CsvCell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(rows: Iterable[Sequence[CsvCell]]) -> str:
    """The rows as CSV with commas and \\n. Numbers stand in full with a point (1234567.5, never 1.23e+06), what nobody
    has is an empty cell, and a text that begins as a formula does gets an apostrophe before it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(text: str) -> str:
    """A text that a spreadsheet will not take for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def _written(cell: CsvCell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell).replace("\r\n", "\n").replace("\r", "\n")  # the writer leaves a lone \r unquoted
    text = format(Decimal(repr(cell)), "f") if isinstance(cell, float) else str(cell)
    return text.removesuffix(".0")
