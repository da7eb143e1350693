"""Logs of broadcasts that came back: each line is understood, or told by its cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Final

from portal.content.known.agencies import Agency
from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.loudspeaker.log_sheet import LOG_COLUMNS_ASKED, LOG_MARKS_SHEET
from portal.plan.loudspeaker.week import Week, week_named
from portal.reading.cells import Unclear, whole_number
from portal.reading.dates import written_date
from portal.reading.labels import Labels
from portal.reading.personal.details import personal_in
from portal.reading.problems import Problem
from portal.reading.slips.choices import LANGUAGES_CALLED
from portal.reading.workbooks.kinds import GridPlace
from portal.reading.workbooks.reader import CellValue, Sheet, Workbook

AMOUNTS: Final[Mapping[str, tuple[int, int]]] = {"minutes": (1, 60), "loudspeakers": (0, 500), "villages": (0, 100)}
"""The least and the most that a number of a line may be: what is more is a slip of the hand."""
_HOUR: Final = re.compile(r"(\d{1,2})(?: ?(?::|h|g|\.|gio) ?(\d{2})?(?::\d{2})?)?", re.IGNORECASE)
_CALLED: Final = Labels(
    {name: [words(lang).say(f"broadcasts.columns.{name}") for lang in LANGUAGES] for name in LOG_COLUMNS_ASKED}
)
_FEWEST_HEADS: Final = 4


@dataclass(frozen=True)
class Broadcast:
    """A line of a log: when, which script in which language, how long, over how many loudspeakers to how many villages;
    `hour` is "06:30"."""

    date: date
    hour: str
    script: str
    language: str
    minutes: int
    loudspeakers: int
    villages: int

    @property
    def id(self) -> str:
        """What makes two lines one broadcast, as the register's row of the body is called."""
        code = self.script.replace("/", "-")
        return f"loa-{self.date:%Y%m%d}-{self.hour.replace(':', '')}-{code}-{self.language}"


@dataclass(frozen=True)
class Log:
    """A log that came back, understood as far as it can be; with `problems` it stays out, whole."""

    path: str
    agency: str
    week: Week
    lines: tuple[Broadcast, ...]
    problems: tuple[Problem, ...]


def is_log(book: Workbook) -> bool:
    """Whether a workbook is a log of broadcasts, by its hidden sheet."""
    return _marks_sheet(book) is not None


def read_log(book: Workbook, agencies: Mapping[str, Agency], scripts: Mapping[str, str], today: date) -> Log:
    """What a log says; `scripts` are the titles of those there are, by their codes. Only for one that is_log."""
    marks = _marks_sheet(book)
    said = {str(row[0]): str(row.get(1, "")) for row in _rows_of(marks)} if marks else {}
    body, week = said.get("body", ""), week_named(said.get("week", ""))
    if body not in agencies or week is None or marks is None:
        choices = get_close_matches(body, agencies, n=5, cutoff=0.6) or ["make loudspeaker"]
        told = Problem(book.path, 0, "", "form-of-nobody", {"value": body, "choices": choices})
        return Log(book.path, body, week or Week(today), (), (told,))
    reader = _Reader(book, week, scripts, today)
    lines = tuple(reader.lines())
    if not (lines or reader.problems):
        reader.problems.append(Problem(book.path, 0, "", "log-empty"))
    return Log(book.path, body, week, lines, tuple(reader.problems))


def _marks_sheet(book: Workbook) -> Sheet | None:
    return next((sheet for sheet in book.sheets if sheet.name.casefold() == LOG_MARKS_SHEET), None)


def _rows_of(sheet: Sheet) -> Iterator[dict[int, CellValue]]:
    rows = (sheet.row(number) for number in sorted({row for row, _ in sheet.cells}))
    return (row for row in rows if 0 in row)


class _Reader:
    """Goes through the lines of one log and gathers what is wrong."""

    def __init__(self, book: Workbook, week: Week, scripts: Mapping[str, str], today: date) -> None:
        self.book, self.week, self.scripts, self.today = book, week, scripts, today
        self.problems: list[Problem] = []
        self.sheet, self.head, self.columns = "", 0, dict[str, int]()

    def lines(self) -> Iterator[Broadcast]:
        """The lines that are right."""
        sheet = next((one for one in self.book.sheets if not one.hidden and self._has_head(one)), None)
        if sheet is None:
            self.problems.append(Problem(self.book.path, 0, "", "log-without-head"))
            return
        missing = [name for name in LOG_COLUMNS_ASKED if name not in self.columns]
        for name in missing:
            self._note((self.head, 0), "log-column-missing", name)
        known = dict[str, int]()
        for row in sorted({row for row, _ in sheet.cells if row > self.head}):
            if not missing and (line := self._line(row, sheet.row(row))):
                other = known.setdefault(line.id, row)
                if other != row:
                    self._note((row, 0), "log-line-twice", "date", other=f"{sheet.name}!{other + 1}")
                else:
                    yield line

    def _has_head(self, sheet: Sheet) -> bool:
        """Whether a sheet has the row of heads, which is then known."""
        for row in sorted({row for row, _ in sheet.cells}):
            called = {column: _CALLED.find(str(value)) for column, value in sheet.row(row).items()}
            found = {name: column for column, name in called.items() if name}
            if len(found) >= _FEWEST_HEADS:
                self.sheet, self.head, self.columns = sheet.name, row, found
                return True
        return False

    def _line(self, row: int, cells: Mapping[int, CellValue]) -> Broadcast | None:
        """A line; None where a cell of it is not understood, which is told."""
        before = len(self.problems)
        for column, value in cells.items():
            for found in personal_in(value) if isinstance(value, str) else ():
                self.problems.append(self.book.problem(self.sheet, (row, column), found.code, shown=found.shown))
        meant = {name: self._meant(name, (row, place), cells.get(place)) for name, place in self.columns.items()}
        return Broadcast(**meant) if len(self.problems) == before else None

    def _meant(self, name: str, place: GridPlace, value: CellValue | None) -> Any:
        """What a cell means; what it does not is told."""
        if value is None:
            found: object = Unclear("empty-cell", {"name": _CALLED.label(name)})
        elif name in AMOUNTS:
            found = _amount(name, value)
        elif name == "date":
            found = self._day(value)
        elif name == "hour":
            found = _hour(value)
        else:
            found = LANGUAGES_CALLED.one(str(value)) if name == "language" else self._script(str(value))
        if isinstance(found, Unclear):
            self._note(place, found.code, name, **{"value": "" if value is None else value, **found.values})
        return found

    def _day(self, value: CellValue) -> date | Unclear:
        day = value if isinstance(value, date) else written_date(str(value))
        if isinstance(day, Unclear):
            return day
        if day > self.today:
            return Unclear("day-in-future", {"value": day.isoformat()})
        inside = self.week.first <= day <= self.week.last
        return day if inside else Unclear("log-outside", {"value": day.isoformat(), "week": self.week.name})

    def _script(self, code: str) -> str | Unclear:
        said = code.strip()
        if said in self.scripts:
            return said
        by_title = {title.casefold(): name for name, title in self.scripts.items()}
        near = get_close_matches(said, self.scripts, n=3, cutoff=0.5) or sorted(self.scripts)[:3]
        return by_title.get(said.casefold()) or Unclear("log-script", {"choices": near})

    def _note(self, place: GridPlace, code: str, column: str, /, **values: object) -> None:
        told = {"value": "", "field": _CALLED.label(column), **values}
        self.problems.append(self.book.problem(self.sheet, place, code, **told))


def _amount(name: str, value: CellValue) -> int | Unclear:
    if isinstance(value, bool | date):
        return Unclear("number-not-understood", {})
    found = value if isinstance(value, int) else whole_number(str(value))
    least, most = AMOUNTS[name]
    if isinstance(found, int) and not least <= found <= most:
        return Unclear("log-amount", {"least": least, "most": most})
    return found


def _hour(value: CellValue) -> str | Unclear:
    """An hour as people write it; a spreadsheet keeps it as a share of a day."""
    if isinstance(value, float) and 0 <= value < 1:
        hours, minutes = divmod(round(value * 24 * 60), 60)
        return f"{hours:02d}:{minutes:02d}"
    found = _HOUR.fullmatch(fold(str(value)).strip())
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return f"{hours:02d}:{minutes:02d}" if hours < 24 and minutes < 60 else Unclear("log-hour", {})
