"""Reads a table as spreadsheets save it: its columns by name, each row with its line, a problem for what misleads.

A table is read as a stream, so that it may be larger than what a machine holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Final

from portal.reading.labels import Labels
from portal.reading.lines import Lines, Source, known_source
from portal.reading.problems import Problem
from portal.reading.records import Record, Records

MOST_OF_A_TABLE: Final = 1 << 30
"""Bytes of a table, a hundred times what other data may have: its rows are let go as they are read, so that what bounds
it is time. Ten million rows take a minute; a larger register is better cut by bodies, each file kept by itself."""
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
class Columns:
    """The names a table's first row may hold, and those it must."""

    known: Sequence[str]
    required: Sequence[str]
    called: Labels | None = None

    def meant(self, head: str) -> str:
        """The column a cell of the head names, its own words where it names none."""
        found = self.called.one(head) if self.called and head else ""
        return found if isinstance(found, str) and found else head.lower()


@dataclass(frozen=True)
class Row:
    """One row: the line it starts on, and what stands under each name; an empty cell is not there."""

    line: int
    cells: Mapping[str, str]


def read_table(root: Path, file: Path, columns: Columns) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows of a CSV file below `root`, and what is wrong in it. Rows with problems are left out; nothing is
    raised. Separated by commas, semicolons or tabs, as the first row is; a first line `sep=;` says it outright."""
    source = known_source(root, file, MOST_OF_A_TABLE)
    if source.problem:
        return (), [source.problem]
    table = Table(source, columns)
    rows = tuple(row for batch in table for row in map(table.row, batch) if row)
    return rows, table.problems


class Table:
    """One file, read as a stream: batches of records below the head; `problems` grows as they are read. `width` is how
    many cells the head has, `names` the columns they name: none where rows cannot be read by them."""

    def __init__(self, source: Source, columns: Columns) -> None:
        self.path, self.columns = source.path, columns
        self._lines = Lines(source)
        self._records = Records(self._lines, len(columns.required) - 1)
        self._told: list[Problem] = []
        self._batches = iter(self._records)
        first = next((batch for batch in self._batches if batch), [(1, [""])])
        line, head = first[0]
        self.width, self.names = len(head), self._names(line, [columns.meant(name.strip()) for name in head])
        self._rest = first[1:]

    @property
    def problems(self) -> list[Problem]:
        return [*self._lines.problems, *self._records.problems, *self._told]

    def __iter__(self) -> Iterator[list[Record]]:
        """The records below the head, in batches; to be gone through once."""
        return chain([self._rest], self._batches) if self.names else iter(())

    def note(self, line: int, column: str, code: str, **values: object) -> None:
        self._told.append(Problem(self.path, line, column, code, values))

    def _names(self, line: int, names: list[str]) -> list[str]:
        """The names of the columns; none where rows cannot be read by them."""
        while names and not names[-1]:
            names.pop()
        known, before = self.columns.known, len(self._told)
        unknown = [name for name in names if name and name not in known]
        for name in unknown:
            choices = get_close_matches(name, known, n=1, cutoff=0.6) or known
            self.note(line, name, "unknown-column", name=name, choices=choices)
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            self.note(line, name, "column-twice", name=name)
        missing = [name for name in self.columns.required if name not in names]
        if missing and not (unknown and len(unknown) >= len(missing)):
            self.note(line, "", "missing-columns", names=missing)
        return [] if missing or len(self._told) > before else names

    def row(self, record: Record) -> Row | None:
        """A record by its columns' names, or None, and told, where it cannot be read so; empty cells at its end may be
        there or not."""
        line, cells = record[0], [cell.strip() for cell in record[1]]
        while len(cells) > len(self.names) and not cells[-1]:
            cells.pop()
        pairs = list(zip(self.names, cells, strict=False))
        if len(cells) > len(self.names) or any(cell and not name for name, cell in pairs):
            self.note(line, "", "register-width", cells=len(cells), columns=len(self.names))
            return None
        said = {name: cell for name, cell in pairs if cell}
        broken = [name for name, cell in said.items() if cell.upper() in _FORMULA_ERRORS]
        for name in broken:
            self.note(line, name, "formula-error", value=said[name])
        return None if broken else Row(line, said)
