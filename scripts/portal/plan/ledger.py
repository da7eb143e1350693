"""The ledger beside the stories: the plan, the products of every body, what agencies reported; read and checked."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from portal.content.known.agencies import Agency
from portal.content.known.reference import with_known
from portal.content.library import Library
from portal.language.words import Words
from portal.plan.bodies.received import Receipts, read_receipts
from portal.plan.bodies.reported import REPORTED_FOLDER, Reports, read_reports, report_files
from portal.plan.data_files.data_folder import unread_files
from portal.plan.plan import PATH, Plan, Window, read_plan
from portal.plan.register.counters import Made, counters_of
from portal.plan.register.portal_products import claimed_languages, portal_products
from portal.plan.register.products import Product, register_files
from portal.plan.register.register import Register, read_register
from portal.plan.report.officer.sentences import AllTexts, read_texts, text_files
from portal.plan.tallies import Tallies, count_output
from portal.plan.targets import Year, count_year
from portal.plan.told_plan import told_plan_problems
from portal.reading.fields import Context
from portal.reading.problems import Problem


@dataclass(frozen=True)
class Ledger:
    """The plan, and everything its targets are counted from: what was `made`, the register's rows and the portal's
    `own` pages, counted; what bodies reported; what officers wrote for its reports."""

    library: Library
    plan: Plan
    register: Register
    own: tuple[Product, ...]
    made: Made
    reports: Reports
    receipts: Receipts = field(default_factory=dict)
    texts: AllTexts = field(default_factory=dict)

    def year_of(self, day: date) -> int:
        """The reporting year a day falls into: December belongs to the next one."""
        return day.year if day in self.plan.full_window(day.year) else day.year + 1

    def rows(self, window: Window) -> Iterator[Product]:
        """What bodies entered in the register for the days of a window, one by one; the portal's own pages are not
        among them."""
        return self.register.rows(window)

    def without_files(self, paths: Collection[str]) -> "Ledger":
        """The ledger without some files of the register."""
        register = self.register.without(paths)
        return replace(self, register=register, made=replace(self.made, entered=register.entered))

    def count(self, year: int, as_of: date) -> Year:
        """The targets of one year."""
        agencies, reports = self.library.data.agencies, self.reports.get(year, {})
        return count_year(self.plan, agencies, reports, self.made_on(as_of), year, as_of)

    def tally(self, year: int, as_of: date) -> Tallies:
        """What was made in one year."""
        return count_output(self.plan, self.library, self.made_on(as_of), year, as_of)

    def own_on(self, day: date) -> tuple[Product, ...]:
        """The portal's own pages as products, without those taken back by a day."""
        return portal_products(self.library, day)

    def made_on(self, day: date) -> Made:
        """What was made, as it stood on a day: a page taken back is not counted from that day on, in no year."""
        own = self.own_on(day)
        return self.made if len(own) == len(self.own) else replace(self.made, own=counters_of(self.plan, own))

    def due(self, year: int, as_of: date) -> tuple[Agency, ...]:
        """The bodies that report for a year: of a kind some target asks, and there at the window's end."""
        kinds, end = {None, *self.plan.reporting_kinds}, self.plan.window(year, as_of).end
        return tuple(a for a in self.library.data.agencies.values() if a.exists_on(end) and a.kind in kinds)

    def missing(self, year: int, as_of: date) -> tuple[Agency, ...]:
        """The bodies that should report for a year, have sent nothing and are not excused."""
        given, excused = self.reports.get(year, {}), self.plan.excused.get(year, {})
        return tuple(a for a in self.due(year, as_of) if a.id not in given and a.id not in excused)

    def excused(self, year: int, as_of: date) -> tuple[tuple[Agency, str], ...]:
        """The bodies that need not report for a year, each with the reason."""
        excused = self.plan.excused.get(year, {})
        return tuple((a, excused[a.id]) for a in self.due(year, as_of) if a.id in excused)


@dataclass(frozen=True)
class Registers:
    """What stands beside the stories: the ledger, None where there is no plan that can be read, and what is wrong in
    its files."""

    library: Library
    ledger: Ledger | None
    problems: tuple[Problem, ...]


def open_registers(library: Library, today: date) -> Registers:
    """A library with the ledger beside it. Content never makes it raise."""
    return Registers(library, *open_ledger(library, today))


def open_ledger(library: Library, today: date) -> tuple[Ledger | None, tuple[Problem, ...]]:
    """The ledger beside a library, None where there is no plan that can be read, and what is wrong in its files.
    Content never makes it raise."""
    agencies, root = library.data.bodies, library.root
    context = with_known(Context(today), library.data)
    plan, problems = read_plan(root, context)
    problems += [*unread_files(root), *told_plan_problems(plan, library)]
    if plan is None:
        return None, (*problems, *_without_plan(root))
    portal = portal_products(library)
    register = read_register(root, plan, agencies, portal, today, library.whole.places)
    reports, told = read_reports(root, context, agencies, plan)
    own = read_texts(root, plan, library.data.allowed)
    receipts, unlogged = read_receipts(root, context, plan)
    made = Made(register.entered, counters_of(plan, portal))
    ledger = Ledger(library, plan, register, portal, made, reports, receipts, own.texts)
    told = [*claimed_languages(library), *register.problems, *told, *own.problems, *unlogged]
    return ledger, (*problems, *told, *_wrongly_excused(ledger))


def _wrongly_excused(ledger: Ledger) -> Iterator[Problem]:
    """A body that is excused and has reported all the same."""
    for year, excused in ledger.plan.excused.items():
        for name in sorted(excused.keys() & ledger.reports.get(year, {}).keys()):
            path = f"{REPORTED_FOLDER}/{year}/{name}.yml"
            yield Problem(path, 1, "", "excused-yet-reported", {"value": name, "year": year})


def _without_plan(root: Path) -> tuple[Problem, ...]:
    """What was collected is worth nothing where the plan that says how to count it has gone."""
    if os.path.lexists(root / PATH) or not (register_files(root) or report_files(root) or text_files(root)):
        return ()
    return (Problem(PATH, 1, "", "data-file-missing", {"path": PATH}),)


def successor(agency: Agency, agencies: Mapping[str, Agency], text: Words) -> str:
    """What a body of the plan is today: its successor, openly unknown, or "" where it is what it was."""
    if agency.successor:
        return ", ".join(agencies[name].called(text.lang) for name in agency.successor if name in agencies)
    if agency.note:
        return f"{text.say('progress.open')}: {agency.note[text.lang]}"
    return ""
