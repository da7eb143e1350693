"""What is written of a form taken in: its report as YAML, its rows of the register as CSV, its line of the log."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from portal.language.locales import ORIGINAL
from portal.language.words import words
from portal.plan.bodies.received import LOG_COLUMNS, Receipt
from portal.plan.bodies.reported import REPORTED_FOLDER
from portal.plan.receive.filled import Filled
from portal.plan.register.product_rows import COLUMNS
from portal.plan.register.products import PRODUCTS_FOLDER
from portal.reading.tables.csv_writer import csv_of, for_people

_BETWEEN = "|"
_WIDEST = 100


def report_path(year: int, agency: str) -> str:
    """Where a body's report of a year stands, from the root."""
    return f"{REPORTED_FOLDER}/{year}/{agency}.yml"


def register_path(year: int, agency: str) -> str:
    """Where its rows of the register stand."""
    return f"{PRODUCTS_FOLDER}/{year}-{agency}.csv"


def sha256_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def sha256_as_text(data: bytes) -> str:
    """That of a text file, whichever line ends a checkout gave it."""
    return sha256_of(data.replace(b"\r\n", b"\n"))


def report_file(form: Filled, sha256: str, day: date) -> bytes:
    """A report as YAML; its first line says from which form it was made, received when."""
    head = words(ORIGINAL).say("receive.made_from", sha256=sha256, day=day.isoformat())
    tree = _plain(form.report)
    said = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=_WIDEST) if tree else "{}\n"
    return f"# {head}\n{said}".encode()


def register_file(form: Filled, agency: str) -> bytes | None:
    """Rows of the register as CSV, in the words of data/; the head alone where a body says that there were none, None
    where it does not say. A line a row, so that a row's place in the form is known by its line."""
    if form.products is None:
        return None
    rows = ([_cell({**row, "agency": agency}.get(column)) for column in COLUMNS] for row in form.products)
    return for_people(csv_of((COLUMNS, *rows))).encode()


def log_file(receipts: Iterable[Receipt]) -> bytes:
    """The log of a year as CSV."""
    rows = ([_cell(getattr(receipt, column)) for column in LOG_COLUMNS] for receipt in receipts)
    return for_people(csv_of((LOG_COLUMNS, *rows))).encode()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return _BETWEEN.join(value)
    return "" if value is None else " ".join(str(value).split())


def _plain(tree: Any) -> Any:
    """The tree as YAML writes it: days as texts that need no quotation marks stay days, tuples become lists."""
    if isinstance(tree, Mapping):
        return {key: _plain(part) for key, part in tree.items()}
    return [_plain(part) for part in tree] if isinstance(tree, list | tuple) else tree
