"""The registers beside the stories: the plan, the products of every body, what agencies reported; read and checked."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal.content.known.agencies import Agency
from portal.content.library import Library
from portal.language.words import Words
from portal.plan.data_folder import unread_files
from portal.plan.plan import PATH, Plan, read_plan
from portal.plan.products import Product, portal_products, read_register, register_files
from portal.plan.reported import Reports, read_reports, report_files
from portal.plan.tallies import Tallies, count_output
from portal.plan.targets import Year, count_year
from portal.reading.fields import Context
from portal.reading.problems import Problem


@dataclass(frozen=True)
class Registers:
    """Everything the plan's targets are counted from. `plan` is None where the corpus has none."""

    library: Library
    plan: Plan | None
    products: tuple[Product, ...]
    reports: Reports
    problems: tuple[Problem, ...]

    def year_of(self, day: date) -> int:
        """The reporting year a day falls into: December belongs to the next one. Raises ValueError without a plan."""
        if self.plan is None:
            raise ValueError("there is no plan to count")
        return day.year if day in self.plan.full_window(day.year) else day.year + 1

    def count(self, year: int, as_of: date) -> Year:
        """The targets of one year. Raises ValueError where there is no plan."""
        if self.plan is None:
            raise ValueError("there is no plan to count")
        agencies, reports = self.library.data.agencies, self.reports.get(year, {})
        return count_year(self.plan, agencies, reports, self.products, year, as_of)

    def tally(self, year: int, as_of: date) -> Tallies:
        """What was made in one year. Raises ValueError where there is no plan."""
        if self.plan is None:
            raise ValueError("there is no plan to count")
        return count_output(self.plan, self.library, self.products, year, as_of)

    def missing(self, year: int, as_of: date) -> tuple[Agency, ...]:
        """The bodies that should report for a year and have sent nothing. Raises ValueError without a plan."""
        if self.plan is None:
            raise ValueError("there is no plan to count")
        kinds = {kind for target in self.plan.targets for kind in target.bodies}
        end, given = self.plan.window(year, as_of).end, self.reports.get(year, {})
        bodies = self.library.data.agencies.values()
        return tuple(a for a in bodies if a.exists_on(end) and a.id not in given and a.kind in {None, *kinds})


def open_registers(library: Library, today: date) -> Registers:
    """Read the registers beside a library. Content never makes it raise; problems are collected."""
    agencies, root = library.data.agencies, library.root
    context = Context(today, agencies=agencies or None)
    plan, problems = read_plan(root, context)
    problems += unread_files(root)
    if plan is None:
        return Registers(library, None, (), {}, (*problems, *_without_plan(root)))
    portal = portal_products(library)
    register = read_register(root, plan, agencies, portal, today)
    reports, told = read_reports(root, context, agencies, plan)
    problems = [*problems, *register.problems, *told]
    return Registers(library, plan, (*portal, *register.products), reports, tuple(problems))


def _without_plan(root: Path) -> tuple[Problem, ...]:
    """What was collected is worth nothing where the plan that says how to count it has gone."""
    if os.path.lexists(root / PATH) or not (register_files(root) or report_files(root)):
        return ()
    return (Problem(PATH, 1, "", "data-file-missing", {"path": PATH}),)


def successor(agency: Agency, agencies: Mapping[str, Agency], text: Words) -> str:
    """What a body of the plan is today: its successor, openly unknown, or "" where it is what it was."""
    said = text.ui["progress"]
    if agency.successor:
        return ", ".join(agencies[name].called(text.lang) for name in agency.successor if name in agencies)
    if agency.note:
        return f"{said['open']}: {agency.note[text.lang]}"
    return ""
