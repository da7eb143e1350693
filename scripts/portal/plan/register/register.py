"""The register: every file that bodies enter their products in, counted file by file; its rows come from disk."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from portal.content.known.agencies import Agency, bodies_like
from portal.plan.plan import Plan, Window, every_day
from portal.plan.register.counters import Adding, Counters
from portal.plan.register.counts import FileCount, FileCounting
from portal.plan.register.joint import Joint
from portal.plan.register.kept import KeptCounts
from portal.plan.register.marks import RowMarks, mark
from portal.plan.register.product_rows import RegisterCells
from portal.plan.register.product_rules import RowRules, titles_of
from portal.plan.register.products import PRODUCTS_FOLDER, Product, register_files
from portal.plan.register.rows import RegisterFile, RowReading
from portal.plan.register.twins import Twins, find_twins
from portal.reading.files import guarded
from portal.reading.problems import Problem, Telling
from portal.reading.tables.csv_reader import MOST_OF_A_TABLE
from portal.reading.tables.lines import known_source

_NAME = re.compile(r"([0-9]{4})(-[a-z0-9-]+)?")  # a year, or a year and whose part it is: 2026-so-gddt


@dataclass(frozen=True)
class Register:
    """All products entered by hand: what they count in, what is wrong in the files and what is in doubt, what several
    bodies entered, and where the rows come from."""

    entered: Counters
    problems: tuple[Problem, ...]
    joint: tuple[Joint, ...]
    files: tuple[RegisterFile, ...]
    left_out: frozenset[tuple[str, int]]
    reading: RowReading

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a file."""
        return tuple(sorted({file.year for file in self.files}))

    def rows(self, window: Window) -> Iterator[Product]:
        """The rows of a window's days that are right, one by one from disk."""
        for file in self.files:
            year = self.reading.rules.plan.full_window(file.year)
            if year.start <= window.end and window.start <= year.end:
                yield from (row for row in self.reading.rows(file) if row.date in window and self._is_counted(row))

    def without(self, paths: Collection[str]) -> "Register":
        """The register without some files: their rows are taken from what was counted, and from what is joint."""
        kept, gone = self._parted(paths)
        if not gone:
            return self
        plan, adding = self.reading.rules.plan, Adding()
        adding.add_all(self.entered)
        adding.take_away(replace(self, files=gone).rows(every_day(plan)), plan)
        joint = tuple(left for one in self.joint if (left := one.without(paths)))
        return replace(self, files=kept, entered=adding.done(), joint=joint)

    def _parted(self, paths: Collection[str]) -> tuple[tuple[RegisterFile, ...], tuple[RegisterFile, ...]]:
        named = [file for file in self.files if file.source.path in paths]
        return tuple(file for file in self.files if file not in named), tuple(named)

    def _is_counted(self, row: Product) -> bool:
        return (row.path, row.line) not in self.left_out


def read_register(
    root: Path,
    plan: Plan,
    agencies: Mapping[str, Agency | None],
    portal: Iterable[Product] = (),
    today: date = date.max,
    places: Collection[str] = (),
) -> Register:
    """Every data/products/<year>.csv or <year>-<part>.csv below `root`, beside the portal's own products and the
    `places` of its pages. Rows with problems are left out and told; nothing is raised."""
    rules = RowRules(plan, agencies, today, titles_of(portal))
    reading = RowReading(RegisterCells(agencies, today, frozenset(places)), rules)
    counting = _RegisterCounting(reading, places, KeptCounts(root, today))
    for file in register_files(root):
        path = f"{PRODUCTS_FOLDER}/{file.name}"
        guarded(path, counting.problems, partial(counting.read, root, file, path))
    return counting.done()


class _RegisterCounting:
    """Adds up the files of a register: each by itself, then what only all files of a year show."""

    def __init__(self, reading: RowReading, places: Collection[str], kept: KeptCounts) -> None:
        self.reading, self.places, self.kept = reading, places, kept
        self.titles = frozenset(map(mark, reading.rules.portal_titles))
        self.adding = Adding()
        self.problems: list[Problem] = []
        self.years: dict[int, list[RegisterFile]] = defaultdict(list)
        self.marks: dict[RegisterFile, RowMarks] = {}

    def read(self, root: Path, file: Path, path: str) -> None:
        """Count one file, or tell why it is none of the register."""
        named = _NAME.fullmatch(file.stem)
        if not named:
            self.problems.append(Problem(path, 1, "", "register-name", {"name": file.name}))
            return
        year = int(named[1])
        if meant := bodies_like((named[2] or "-")[1:], self.reading.rules.agencies):
            names = [f"{year}-{body}.csv" for body in meant]
            self.problems.append(Problem(path, 1, "", "register-of-nobody", {"name": file.name, "choices": names}))
        if not self.reading.rules.plan.covers(year):
            self.problems.append(self.reading.rules.plan.outside(path, year))
            return
        source = known_source(root, file, MOST_OF_A_TABLE)
        if source.problem:
            self.problems.append(source.problem)
            return
        self._count(RegisterFile(source, year))

    def _count(self, file: RegisterFile) -> None:
        count = self.kept.found(file)
        if count is None or count.portal_titles & self.titles or not count.pages.isdisjoint(self.places):
            count = self._counted(file)
        self.years[file.year].append(file)
        self.adding.add_all(count.counters)
        self.adding.add_all(count.counters.called("file", file.source.path))

    def _counted(self, file: RegisterFile) -> FileCount:
        """What a file's rows count in, read from the disk."""
        counting = FileCounting(self.reading.rows(file))
        count, problems = counting.done(), counting.rows.telling.problems
        self.marks[file] = counting.marks
        self.problems += problems
        if not problems:
            self.kept.keep(file, count, counting.marks)
        return count

    def done(self) -> Register:
        """The register, without the rows that were entered before."""
        left_out, joint = list[Product](), list[Joint]()
        for year in sorted(self.years):
            twins = self._twins(self.years[year])
            left_out += twins.rows
            joint += twins.joint
            self.problems += (*twins.problems, *_doubts(twins.joint))
        self.adding.take_away(left_out, self.reading.rules.plan)
        self.kept.clear_others()
        files = tuple(file for year in sorted(self.years) for file in self.years[year])
        twice = frozenset((row.path, row.line) for row in left_out)
        return Register(self.adding.done(), tuple(self.problems), tuple(joint), files, twice, self.reading)

    def _twins(self, files: list[RegisterFile]) -> Twins:
        known = self.kept.joint(files)
        if known is not None:
            return Twins(joint=known)
        marks = [self.marks.pop(file) if file in self.marks else self._marks(file) for file in files]
        found = find_twins(files, marks, self.reading)
        if not found.rows:
            self.kept.keep_joint(files, found.joint)
        return found

    def _marks(self, file: RegisterFile) -> RowMarks:
        """The marks of a file that was not read: kept as well, or made now."""
        found = self.kept.marks(file)
        if found is None:
            counting = FileCounting(self.reading.rows(file))
            counting.done()
            found = counting.marks
        return found


def _doubts(joint: Iterable[Joint]) -> Iterator[Problem]:
    """So many of one file that a person can look at them, and how many more."""
    files: dict[str, Telling] = {}
    for doubt in (one.doubt for one in joint):
        files.setdefault(doubt.path, Telling(doubt.path, more="doubts-more")).add(doubt)
    return (doubt for telling in files.values() for doubt in telling.problems)
