"""The registers beside the stories: the plan, the products of every body, what agencies reported; read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.content.known.reference import Agency
from portal.content.library import Library
from portal.language.words import Words
from portal.plan.plan import Plan, read_plan
from portal.plan.products import Product, portal_products, read_register
from portal.plan.reported import Reports, read_reports
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


def successor(agency: Agency, agencies: Mapping[str, Agency], text: Words) -> str:
    """What a body of the plan is today: its successor, openly unknown, or "" where it is what it was."""
    said = text.ui["progress"]
    if agency.successor:
        return ", ".join(agencies[name].called(text.lang) for name in agency.successor if name in agencies)
    if agency.note:
        return f"{said['open']}: {agency.note[text.lang]}"
    return ""
