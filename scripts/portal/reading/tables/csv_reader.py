"""Reads a table as spreadsheets save it: its columns by name, each row with its line, a problem for what misleads.

A table is read as a stream, so that it may be larger than what a machine holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from portal.reading.problems import Problem, Telling
from portal.reading.tables.lines import Lines, TextSource, known_source
from portal.reading.tables.records import Record, Records
from portal.reading.tables.table_head import PASSED_OVER, Columns, is_head_again

MOST_OF_A_TABLE: Final = 1 << 30
"""Bytes of a table, a hundred times what other data may have: its rows are let go as they are read, so that what bounds
it is time. Ten million rows take a minute; a larger register is better cut by bodies, each file kept by itself."""
MOST_MEANT: Final = 10_000
"""Cells of which is kept whether they name a column: every row is looked at, whether it names the columns again."""
SAYS_NOTHING: Final = frozenset("-–—…./") | {"..", "..."}
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
    source = known_source(root, file, MOST_OF_A_TABLE)
    if source.problem:
        return (), [source.problem]
    table = CsvTable(source, columns)
    rows = tuple(row for batch in table for row in map(table.row, batch) if row)
    return rows, table.telling.problems


class CsvTable:
    """One file, read as a stream: batches of records below the head, to be gone through once; what is wrong goes into
    `telling` as they are read. `width` is how many cells the head has, `names` the columns they name: none where rows
    cannot be read by them."""

    def __init__(self, source: TextSource, columns: Columns) -> None:
        self.telling, self.columns = Telling(source.path), columns
        self._records = Records(Lines(source, self.telling), columns)
        self.head = self._records.head
        self.width = len(self.head.cells)
        self.names = self._named(self._records.starts, columns.names(self.head.cells))
        self._unnamed = False
        self._meant = lru_cache(MOST_MEANT)(columns.meant)

    def __iter__(self) -> Iterator[list[Record]]:
        return iter(self._records) if self.names else iter(())

    def note(self, line: int, column: str, code: str, **values: object) -> None:
        self.telling.add(Problem(self.telling.path, line, column, code, values))

    def _named(self, line: int, names: list[str]) -> list[str]:
        """The names of the columns; none where rows cannot be read by them. A row that names none is no head: it is
        told that the head is missing, and not that each of its cells is no name."""
        known, before = {*self.columns.known, PASSED_OVER}, self.telling.count
        unknown = [name for name in names if name and name not in known]
        unknown = unknown if len(unknown) < len([name for name in names if name]) else []
        for name in unknown:
            self.note(line, name, "unknown-column", name=name, choices=self.columns.near(name))
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            self.note(line, name, "column-twice", name=name)
        missing = [name for name in self.columns.required if name not in names]
        if missing and len(unknown) < len(missing):
            self.note(line, "", "missing-columns", names=missing)
        return [] if missing or self.telling.count > before else names

    def row(self, record: Record) -> Row | None:
        """A record by its columns' names; None where it only adds up or names the columns again, and, told, where it
        cannot be read."""
        line, said = record[0], ["" if (cell := text.strip()) in SAYS_NOTHING else cell for text in record[1]]
        if self.columns.is_total(said) or is_head_again(said, self.head, self._meant):
            return None
        while len(said) > len(self.names) and not said[-1]:
            said.pop()
        if len(said) > len(self.names):
            self.note(line, "", "register-width", cells=len(said), columns=len(self.names))
            return None
        return self._by_names(line, said)

    def _by_names(self, line: int, cells: list[str]) -> Row | None:
        said = {name: cell for name, cell in zip(self.names, cells, strict=False) if cell}
        if said.pop("", "") and not self._unnamed:
            pairs = enumerate(zip(self.names, cells, strict=False), 1)
            self.note(line, "", "column-unnamed", number=next(n for n, (name, cell) in pairs if cell and not name))
            self._unnamed = True
        said.pop(PASSED_OVER, "")
        broken = [name for name, cell in said.items() if cell.upper() in _FORMULA_ERRORS]
        for name in broken:
            self.note(line, name, "formula-error", value=said[name])
        return None if broken or self._is_fragment(line, said) else Row(line, said)

    def _is_fragment(self, line: int, said: Mapping[str, str]) -> bool:
        """Whether a row says less than half of what it must, as a note or a signature does: told in one sentence."""
        missing = [name for name in self.columns.required if name not in said]
        if 2 * len(missing) <= len(self.columns.required):
            return False
        begun = (one for cell in said.values() for one in _begun(cell))
        adds_up = any(map(self.columns.adds_up, begun)) or all(_is_figure(cell) for cell in said.values())
        self.note(line, "", "row-total" if adds_up else "row-fragment", names=missing)
        return True


def _begun(cell: str) -> Iterator[str]:
    """How a cell begins, by one, two and three words: "Tổng cộng toàn tỉnh" is a total too."""
    words = cell.split()
    yield from (" ".join(words[:count]) for count in (1, 2, 3))


def _is_figure(cell: str) -> bool:
    return cell.replace(".", "").isdecimal()
