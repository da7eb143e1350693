"""Reads a table as spreadsheets save it: its columns by name, each row with its line, a problem for what misleads.

A quotation mark that is opened and never closed would swallow every row below it. So each line is read as a row of
its own, and a cell goes on over line ends only where what follows is no row.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.reading.files import MAX_DATA, read_text
from portal.reading.problems import Problem
from portal.reading.table_head import PASSED_OVER, SEPARATORS, Columns, find_head, is_head_again

MOST_LINES_OF_A_CELL = 20
_SAYS_NOTHING = frozenset("-–—…./") | {"..", "..."}
"""What people write into a cell so that it is not empty."""
_FORMULA_ERRORS = frozenset(
    (
        "#REF!",
        "#NAME?",
        "#VALUE!",
        "#DIV/0!",
        "#N/A",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#GETTING_DATA",
    )
)


@dataclass(frozen=True)
class Row:
    """One row: the line it starts on, and what stands under each name; an empty cell is not there."""

    line: int
    cells: Mapping[str, str]


def read_table(root: Path, file: Path, columns: Columns) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows of a CSV file below `root`, and what is wrong in it. Rows with problems are left out; nothing is
    raised. Separated by commas, semicolons or tabs, as the row that names the columns is; a first line `sep=;` says
    it outright. Titles above that row are passed over, and so are rows that only add up, or name the columns again."""
    read = read_text(root, file, MAX_DATA, from_office=True)
    if read.text is None:
        return (), list(read.problems)
    reader = _Reader(file.relative_to(root).as_posix(), read.text, columns)
    rows = tuple(reader.rows())
    return rows, [*read.problems, *reader.problems]


class _Reader:
    """Goes down the lines of one file."""

    def __init__(self, path: str, text: str, columns: Columns) -> None:
        self.path, self.columns, self.problems = path, columns, list[Problem]()
        self.lines = text.rstrip("\n").split("\n")
        said = self.lines[0].strip().strip('"').lower()
        first = 1 if said.startswith("sep=") else 0
        head = find_head(self.lines[first:], columns, [said[4:5]] if first and said[4:5] else SEPARATORS)
        self.head, self.separator = head, head.separator
        self.first = min(first + head.line, len(self.lines) - 1)
        self.unnamed = False

    def note(self, line: int, column: str, code: str, **values: object) -> None:
        self.problems.append(Problem(self.path, line, column, code, values))

    def rows(self) -> Iterator[Row]:
        names = self.names(self.first + 1, self.columns.names(self.head.cells))
        if names is None:
            return
        for line, cells in self.records():
            said = ["" if (cell := text.strip()) in _SAYS_NOTHING else cell for text in cells]
            if self.columns.is_total(said) or is_head_again(said, self.head, self.columns.meant):
                continue
            row = self.row(line, names, said)
            if row:
                yield row

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of every row below the head that is not empty."""
        number = self.first + self.head.used
        while number < len(self.lines):
            cells, used = self.record(number)
            if any(cell.strip() for cell in cells):
                yield number + 1, cells
            number += used

    def record(self, number: int) -> tuple[list[str], int]:
        """The cells of the row that starts on a line, and how many lines it takes; none where the line is broken."""
        why = ""
        for used in range(1, MOST_LINES_OF_A_CELL + 1):
            part = "\n".join(self.lines[number : number + used])
            try:
                cells = next(csv.reader([part], delimiter=self.separator, strict=True), [])
            except csv.Error as error:
                why = str(error)
                if "unexpected end" not in why or number + used >= len(self.lines):
                    break
                continue
            if any(self.is_row(line) for cell in cells for line in cell.split("\n")[1:]):
                break
            return cells, used
        open_quote = used > 1 or "unexpected end" in why
        self.note(number + 1, "", "register-open-quote" if open_quote else "register-quotation", reason=why)
        return [], 1

    def is_row(self, line: str) -> bool:
        """Whether a line inside a cell has as many separators as a row: a quotation mark above it was left open."""
        return line.count(self.separator) >= len(self.columns.required) - 1

    def names(self, line: int, names: list[str]) -> list[str] | None:
        """The names of the columns, or None where rows cannot be read by them. A row that names none is no head: it is
        told that the head is missing, and not that each of its cells is no name."""
        known, before = {*self.columns.known, PASSED_OVER}, len(self.problems)
        unknown = [name for name in names if name and name not in known]
        unknown = unknown if len(unknown) < len([name for name in names if name]) else []
        for name in unknown:
            self.note(line, name, "unknown-column", name=name, choices=self.columns.near(name))
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            self.note(line, name, "column-twice", name=name)
        missing = [name for name in self.columns.required if name not in names]
        if missing and len(unknown) < len(missing):
            self.note(line, "", "missing-columns", names=missing)
        return None if missing or len(self.problems) > before else names

    def row(self, line: int, names: list[str], cells: list[str]) -> Row | None:
        """A row by its columns' names; empty cells at its end may be there or not."""
        while len(cells) > len(names) and not cells[-1]:
            cells.pop()
        if len(cells) > len(names):
            self.note(line, "", "register-width", cells=len(cells), columns=len(names))
            return None
        said = {name: cell for name, cell in zip(names, cells, strict=False) if cell}
        if said.pop("", "") and not self.unnamed:
            number = next(n for n, (name, cell) in enumerate(zip(names, cells, strict=False), 1) if cell and not name)
            self.note(line, "", "column-unnamed", number=number)
            self.unnamed = True
        said.pop(PASSED_OVER, "")
        broken = [name for name, cell in said.items() if cell.upper() in _FORMULA_ERRORS]
        for name in broken:
            self.note(line, name, "formula-error", value=said[name])
        return None if broken or self.is_fragment(line, said) else Row(line, said)

    def is_fragment(self, line: int, said: Mapping[str, str]) -> bool:
        """Whether a row says less than half of what it must, as a note or a signature does: told in one sentence."""
        missing = [name for name in self.columns.required if name not in said]
        if 2 * len(missing) <= len(self.columns.required):
            return False
        self.note(line, "", "row-fragment", names=missing)
        return True
