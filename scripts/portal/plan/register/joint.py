"""Products that several bodies entered, each in a row of its own: one they made together, or several alike.

Nobody can tell from the rows. On one day 45 communes hang the same banner, and these are 45 products; two departments
print a leaflet together, and that is one. So all rows count, and the doubt is told until somebody has looked.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from portal.reading.problems import Problem

MOST_NAMED: Final = 5
"""Bodies and rows that one sentence names; how many there are is said beside."""


class JointRow(NamedTuple):
    """Whose row it is and where it stands."""

    agency: str
    path: str
    line: int

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Joint:
    """A title and a day that the rows of two bodies or more share, in the order they were entered; or, where it has a
    `url`, an address that rows of different titles or days share, whose first has this title and day."""

    title: str
    day: date
    rows: tuple[JointRow, ...]
    url: str = ""

    @property
    def doubt(self) -> Problem:
        """Told once, at the second row; `rows` among its values are the places of all of them."""
        column, code = ("url", "product-of-one-address") if self.url else ("title", "product-of-two-bodies")
        values = {
            "value": self.title,
            "day": self.day.isoformat(),
            "count": len(self.rows),
            "bodies": some_of([row.agency for row in self.rows]),
            "other": some_of([row.where for row in self.rows if row is not self.rows[1]]),
            "rows": tuple(row.where for row in self.rows),
            "url": self.url,
        }
        return Problem(self.rows[1].path, self.rows[1].line, column, code, values)

    def without(self, paths: Collection[str]) -> "Joint | None":
        """The same without the rows of some files; None where no two bodies are left."""
        rows = tuple(row for row in self.rows if row.path not in paths)
        return replace(self, rows=rows) if len(rows) > 1 else None


def some_of(names: list[str]) -> tuple[str, ...]:
    """Names as one sentence gives them: all, or the first of them and a sign that there are more."""
    return tuple(names) if len(names) <= MOST_NAMED else (*names[: MOST_NAMED - 1], "…")
