"""bench/results/faults.csv: what happens to somebody, what becomes of it, and the test of ours that shows it."""

import ast
import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from conftest import ROOT

TABLE = ROOT / "bench/results/faults.csv"
HEAD = ["fault", "what becomes of it", "test"]
FEWEST = 100
"""Of the faults that were looked for; a table cut short by accident has fewer."""


def rows_of(table: Path) -> list[list[str]]:
    with table.open(encoding="utf-8", newline="") as read:
        head, *rows = csv.reader(read)
    assert head == HEAD
    return rows


@cache
def named_tests(file: Path) -> frozenset[str]:
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text("utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef))


def without_a_test(rows: Iterable[list[str]]) -> list[str]:
    """What rows name that pytest would not find."""
    named = [(test, *test.partition("::")[::2]) for _, _, test in rows]
    return [test for test, path, name in named if not name.startswith("test_") or name not in named_tests(ROOT / path)]


def test_each_fault_stands_once_and_says_what_becomes_of_it() -> None:
    rows = rows_of(TABLE)
    assert len(rows) >= FEWEST
    assert [row for row in rows if len(row) != len(HEAD) or not all(cell.strip() == cell != "" for cell in row)] == []
    faults = [row[0].casefold() for row in rows]
    assert [fault for fault in faults if faults.count(fault) > 1] == []


def test_each_fault_names_a_test_that_is_there() -> None:
    assert without_a_test(rows_of(TABLE)) == []


def test_a_test_that_is_gone_is_noticed() -> None:
    here = Path(__file__).relative_to(ROOT).as_posix()
    named = [
        f"{here}::test_a_test_that_is_gone_is_noticed",
        f"{here}::test_gone",
        f"{here}::rows_of",
        "tests/gone.py::test_a",
    ]
    assert without_a_test([["a fault", "told", test] for test in named]) == named[1:]
