"""Where a table begins: the row that names its columns, below whatever titles an office sets above it."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from itertools import islice

from portal.reading.labels import Labels, squeezed

MOST_LINES_ABOVE = 30
SEPARATORS = (",", ";", "\t")
PASSED_OVER = "#"
"""The name of a column that nothing is read from."""


@dataclass(frozen=True)
class Columns:
    """The names a table's head may hold, and those it must. `called` are the words people use for them; `totals` how
    a row begins that only adds up the others, and `counters` how a column is called that only counts rows, squeezed."""

    known: Sequence[str]
    required: Sequence[str]
    called: Labels | None = None
    totals: frozenset[str] = frozenset()
    counters: frozenset[str] = frozenset()

    def names(self, head: Sequence[str]) -> list[str]:
        """The columns that the cells of a head name. A column that only counts the rows (STT) is passed over where
        another has its name."""
        names = [self.meant(cell) for cell in head]
        counting = [
            squeezed(cell) in self.counters and names.count(name) > 1 for cell, name in zip(head, names, strict=True)
        ]
        return [PASSED_OVER if counts else name for name, counts in zip(names, counting, strict=True)]

    def meant(self, head: str) -> str:
        """The column a cell of the head names; its own words, in lower case, where it names none."""
        said = " ".join(head.split())
        bare = said.partition("(")[0].strip(" *:") or said
        return (self.called.find(bare) if self.called else None) or said.lower()

    def near(self, name: str) -> Sequence[str]:
        """The columns someone may have meant, as people call them."""
        if self.called:
            return self.called.near(name)
        return get_close_matches(name, self.known, n=1, cutoff=0.6) or self.known

    def is_total(self, cells: Iterable[str]) -> bool:
        """Whether the first words of a row say that it only adds up the others."""
        first = next((cell for cell in cells if cell), "")
        return self.adds_up(first)

    def adds_up(self, cell: str) -> bool:
        """Whether a cell says that its row adds up others."""
        return bool(cell) and squeezed(cell.partition(":")[0].strip("0123456789 ")) in self.totals


@dataclass(frozen=True)
class TableHead:
    """The row that names the columns: its line, from 0, how many lines it takes, what parts its cells, and these."""

    line: int
    used: int
    separator: str
    cells: tuple[str, ...]


def find_head(lines: Sequence[str], columns: Columns, separators: Sequence[str] = SEPARATORS) -> TableHead:
    """The row with the most names of columns among the first; the first row that says anything where none has at
    least two."""
    found: list[TableHead] = []
    best, most = None, 1
    for line in range(min(len(lines), MOST_LINES_ABOVE)):
        here = [_head(lines, line, sign) for sign in separators]
        found += here
        head = max(here, key=lambda one: _score(one, columns))
        if (score := _score(head, columns)) > most:
            best, most = head, score
        if most >= len(columns.required):
            break
    return best or _first(lines, found, separators)


def _first(lines: Sequence[str], found: Sequence[TableHead], separators: Sequence[str]) -> TableHead:
    line = next((number for number, text in enumerate(lines) if text.strip()), 0)
    sign = max(separators, key=lines[line].count) if line < len(lines) else separators[0]
    return next((head for head in found if (head.line, head.separator) == (line, sign)), TableHead(0, 1, sign, ()))


def _head(lines: Sequence[str], line: int, separator: str) -> TableHead:
    """The row that starts on a line; its cells may go on below, as a spreadsheet breaks long names."""
    reader = csv.reader(StringIO("\n".join(islice(lines, line, line + MOST_LINES_ABOVE))), delimiter=separator)
    try:
        cells = next(reader, [])
    except csv.Error:
        return TableHead(line, 1, separator, (lines[line],))
    return TableHead(line, max(reader.line_num, 1), separator, tuple(cell.strip() for cell in cells))


def _score(head: TableHead, columns: Columns) -> int:
    return len({columns.meant(cell) for cell in head.cells} & set(columns.known))


def is_head_again(cells: Sequence[str], head: TableHead, meant: Callable[[str], str]) -> bool:
    """Whether a row repeats the head, as on a new page, or only numbers the columns: (1), (2), (3)."""
    said, names = [cell for cell in cells if cell], [cell for cell in head.cells if cell]
    pairs = zip(reversed(said), reversed(names), strict=False)  # a row's first cells, number and title, are its own
    if len(said) == len(names) and all(meant(one) == meant(name) for one, name in pairs):
        return True
    numbers = [cell.strip("() ") for cell in said]
    return len(said) > 2 and numbers == [str(number) for number in range(1, len(said) + 1)]
