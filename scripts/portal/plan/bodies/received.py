"""What came in: the log data/received/<year>.csv, a line for each form of a body that was taken in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Final

from pydantic import BeforeValidator

from portal.content.strict import Strict
from portal.plan.plan import Plan
from portal.reading.fields import AgencyId, Context, PastDay, Sha256, Text, problem
from portal.reading.files import files_below, files_named, guarded
from portal.reading.problems import Problem
from portal.reading.tables.csv_reader import Row, read_table
from portal.reading.tables.table_head import Columns
from portal.reading.validation import validate
from portal.reading.yaml_reader import Reading

RECEIVED_FOLDER: Final = "data/received"
_MOST_DIGITS = 6  # no body made a million products in a year


def _whole(value: object) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise problem("not-a-whole-number", value=text)
    return int(text)


class Receipt(Strict):
    """One form taken in. `sha256` is that of the workbook as it came, `form` the version of the form, `replaces` the
    sha256 of the form it corrects. `products` are its rows for the register, `document` is the number of the paper it
    came with. The last two are those of the report and the register as they were written from it: by them it is told
    whether somebody has worked in a file since; without a register the body said nothing of products."""

    day: PastDay
    agency: AgencyId
    sha256: Sha256
    form: Text
    replaces: Sha256 | None = None
    products: Annotated[int, BeforeValidator(_whole)] = 0
    document: Text | None = None
    report_sha256: Sha256 | None = None
    register_sha256: Sha256 | None = None


LOG_COLUMNS: Final = tuple(Receipt.model_fields)
_REQUIRED: Final = tuple(name for name, field in Receipt.model_fields.items() if field.is_required())
Receipts = Mapping[int, tuple[Receipt, ...]]
"""year → the forms taken in for it, in the order of the log."""


def log_path(year: int) -> str:
    """Where the log of a year stands, from the root."""
    return f"{RECEIVED_FOLDER}/{year:04d}.csv"


def log_files(root: Path) -> list[Path]:
    """The logs there are: data/received/<year>.csv."""
    return files_named(root / RECEIVED_FOLDER, "[0-9][0-9][0-9][0-9].csv")


def laid_files(root: Path) -> list[Path]:
    """What was laid into data/received/<year>/ to be taken in, whatever it is; these folders are kept out of git."""
    found, _ = files_below(root, RECEIVED_FOLDER)
    return [file for file in found if is_laid(file.relative_to(root).as_posix())]


def is_laid(path: str) -> bool:
    """Whether a path, from the root, lies in the folder of a year where workbooks are laid."""
    parts = path.split("/")
    return "/".join(parts[:2]) == RECEIVED_FOLDER and len(parts) > 3 and parts[2].isdigit() and len(parts[2]) == 4


def read_receipts(root: Path, context: Context, plan: Plan) -> tuple[Receipts, list[Problem]]:
    """The logs below `root`, and what is wrong in them. Lines with problems are left out and told; nothing is
    raised."""
    found: dict[int, tuple[Receipt, ...]] = {}
    problems: list[Problem] = []
    for file in log_files(root):
        path, year = file.relative_to(root).as_posix(), int(file.stem)
        if not plan.covers(year):
            problems.append(plan.outside(path, year))
            continue
        read = partial(_read_log, root, file, path, context)
        receipts, told = guarded(path, problems, read) or ((), [])
        problems += told
        found[year] = receipts
    return found, problems


def standing(receipts: tuple[Receipt, ...]) -> dict[str, Receipt]:
    """agency → the form that holds: the last one taken in of each body."""
    return {receipt.agency: receipt for receipt in receipts}


def first_day(receipts: tuple[Receipt, ...], agency: str) -> date | None:
    """The day a body's first form came, however often it was corrected; None where none did."""
    return min((receipt.day for receipt in receipts if receipt.agency == agency), default=None)


def _read_log(root: Path, file: Path, path: str, context: Context) -> tuple[tuple[Receipt, ...], list[Problem]]:
    rows, problems = read_table(root, file, Columns(LOG_COLUMNS, _REQUIRED))
    taken: dict[str, Receipt] = {}
    for row in rows:
        receipt, told = _of_line(row, context, path)
        told = told or [Problem(path, row.line, *fault) for fault in _faults(receipt, taken)] if receipt else told
        problems += told
        if receipt and not told:
            taken[receipt.sha256] = receipt
    return tuple(taken.values()), problems


def _of_line(row: Row, context: Context, path: str) -> tuple[Receipt | None, list[Problem]]:
    receipt, told = validate(Receipt, dict(row.cells), context, Reading(lines={(): row.line}), path, (row.line,))
    empty = "missing-field"
    return receipt, [replace(p, code="empty-cell", values={"name": p.field}) if p.code == empty else p for p in told]


def _faults(receipt: Receipt, taken: Mapping[str, Receipt]) -> Iterator[tuple[str, str, dict[str, object]]]:
    """(column, code, values) of what only the lines above a line show: each form once, each correction of the last."""
    last = standing(tuple(taken.values())).get(receipt.agency)
    if receipt.sha256 in taken:
        yield "sha256", "receipt-twice", {"value": receipt.sha256[:12]}
    elif receipt.replaces != (last.sha256 if last else None):
        values: dict[str, object] = {
            "value": receipt.agency,
            "last": last.sha256 if last else "",
            "said": receipt.replaces or "",
        }
        yield "replaces", "receipt-chain" if last else "receipt-replaces-nothing", values
