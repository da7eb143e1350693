"""The registers beside the stories: the plan, the products of every body, what agencies reported; read and checked."""

from dataclasses import dataclass
from datetime import date

from portal.agency_reports import Reports, read_reports
from portal.fields import Context
from portal.kpi import Year, count_year
from portal.library import Library
from portal.plan import Plan, read_plan
from portal.problems import Problem
from portal.products import Product, portal_products, read_register
from portal.reference_data import Agency
from portal.tallies import Tallies, count_output


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
    agencies = library.data.agencies
    context = Context(today, agencies=agencies or None)
    plan, problems = read_plan(library.root, context)
    if plan is None:
        return Registers(library, None, (), {}, tuple(problems))
    portal = portal_products(library)
    register = read_register(library.root, plan, agencies, portal, today)
    reports, told = read_reports(library.root, context, agencies)
    problems = [*problems, *register.problems, *told]
    return Registers(library, plan, (*portal, *register.products), reports, tuple(problems))
