"""Lines parted into cells: the records of a table, in batches, as fast as they come where nothing is quoted.

A quotation mark that is opened and never closed would swallow every row below it. So each line is read as a row of
its own, and a cell goes on over line ends only where what follows is no row.
"""

import csv
from collections.abc import Iterator
from typing import Final

from portal.reading.problems import Problem
from portal.reading.tables.lines import Lines
from portal.reading.tables.table_head import MOST_LINES_ABOVE, SEPARATORS, Columns, find_head

Record = tuple[int, list[str]]
"""The line a record starts on, counted from 1, and its cells as they are written."""
MOST_LINES_OF_A_CELL: Final = 20


class Records:
    """Goes down the lines of one file: finds the `head` that names the columns, on the line `starts`, then gives what
    stands below it."""

    def __init__(self, lines: Lines, columns: Columns) -> None:
        self.telling, self.path, self.fewest = lines.telling, lines.source.path, len(columns.required) - 1
        self._blocks = lines.blocks()
        self._held: list[str] = []  # the lines at hand; more are fetched where a cell goes on
        self._before = 0  # how many lines of the file were before them
        said = "".join(self._lines(0, 1)).strip().strip('"').lower()
        first = 1 if said.startswith("sep=") else 0
        above = self._lines(first, 2 * MOST_LINES_ABOVE)
        self.head = find_head(above, columns, [said[4:5]] if first and said[4:5] else SEPARATORS)
        self.separator, self._at = self.head.separator, first + self.head.line + self.head.used
        self.starts = max(min(self._at - self.head.used + 1, len(self._held)), 1)

    def __iter__(self) -> Iterator[list[Record]]:
        """Batches of the records that are not empty."""
        while self._lines(self._at, 1):
            yield list(self._batch(len(self._held)))
            self._before += self._at
            self._held, self._at = self._held[self._at :], 0

    def _batch(self, end: int) -> Iterator[Record]:
        """The records that start on the lines at hand up to one. Where nothing is quoted a line is a record."""
        for quoted in [at for at in range(self._at, end) if '"' in self._held[at]]:
            if quoted >= self._at:  # else it belongs to the record before
                yield from self._plain(quoted)
                number = self._before + self._at + 1
                cells, used = self._quoted(number)
                self._at += used
                if any(cell.strip() for cell in cells):
                    yield number, cells
        yield from self._plain(end)

    def _plain(self, end: int) -> list[Record]:
        """The records of lines without quotation marks, up to one."""
        split, first, lines = self.separator, self._before + self._at + 1, self._held[self._at : end]
        self._at = max(self._at, end)
        parted = ((number, line.split(split)) for number, line in enumerate(lines, first))
        return [(number, cells) for number, cells in parted if cells[0].strip() or any(map(str.strip, cells))]

    def _lines(self, at: int, count: int) -> list[str]:
        """`count` lines from one of those at hand; fewer where the file ends."""
        while len(self._held) < at + count:
            block = next(self._blocks, None)
            if block is None:
                break
            self._held += block
        return self._held[at : at + count]

    def _quoted(self, number: int) -> tuple[list[str], int]:
        """The cells of the record that starts here, and how many lines it takes; none where the line is broken."""
        why, used = "", 0
        for used in range(1, MOST_LINES_OF_A_CELL + 1):
            part = self._lines(self._at, used)
            if len(part) < used:
                break
            try:
                cells = next(csv.reader(["\n".join(part)], delimiter=self.separator, strict=True), [])
            except csv.Error as error:
                why = str(error)
                if "unexpected end" not in why:
                    break
                continue
            if any(self._is_row(line) for cell in cells for line in cell.split("\n")[1:]):
                break
            return cells, used
        open_quote = used > 1 or "unexpected end" in why
        code = "register-open-quote" if open_quote else "register-quotation"
        self.telling.add(Problem(self.path, number, "", code, {"reason": why}))
        return [], 1

    def _is_row(self, line: str) -> bool:
        """Whether a line inside a cell has as many separators as a row: a quotation mark above it was left open."""
        return line.count(self.separator) >= self.fewest
