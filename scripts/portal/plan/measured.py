"""What can be counted of each task in one year, and by whom: from the register, and from what bodies report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.plan.bodies.asked import Measure
from portal.plan.bodies.reported import AgencyReport, held_within
from portal.plan.ledger import Ledger
from portal.plan.measures import fits, measure_key, measures_of
from portal.plan.plan import Window
from portal.plan.register.portal_products import portal_products
from portal.plan.register.products import Product


@dataclass(frozen=True)
class Measured:
    """One measure of a task in one year. `count` is None where nobody has said anything, 0 only where a body says that
    there was nothing; `by_body` has whoever said something, with how many. `people` are attendances, None where no
    entry gives any, and `unknown` the entries that give none. `portal` are the portal's own pages, never in `count`."""

    measure: Measure
    count: int | None
    by_body: Mapping[str, int] = field(default_factory=dict)
    people: int | None = None
    unknown: int = 0
    portal: int = 0


@dataclass(frozen=True)
class Done:
    """What was done in one year: each task's measures in the plan's order, by the task's id; how many rows of the
    register each body and each file has; how many pages the portal itself made."""

    tasks: Mapping[str, tuple[Measured, ...]]
    rows_by_body: Mapping[str, int]
    rows_by_file: Mapping[str, int]
    pages: int


def done_in(ledger: Ledger, year: int, as_of: date) -> Done:
    """What was done in `year` as it stood on `as_of`: one pass over the register's rows."""
    window, reports = ledger.plan.window(year, as_of), ledger.reports.get(year, {})
    pages = [page for page in portal_products(ledger.library) if page.date in window]
    entered, own = _Rows.read(ledger, ledger.rows(window)), _Rows.read(ledger, pages).fitting

    def measured(measure: Measure) -> Measured:
        if measure.reported:
            return _reported(measure, reports, window)
        key = measure_key(measure)
        bodies = entered.fitting.get(key, Counter())
        return Measured(measure, bodies.total() or None, bodies, portal=own.get(key, Counter()).total())

    tasks = {task.id: tuple(map(measured, task.measures)) for task in ledger.plan.tasks}
    return Done(tasks, entered.bodies, entered.files, len(pages))


@dataclass(frozen=True)
class _Rows:
    """Rows counted: measure → body → how many fit it; body → how many; file → how many."""

    fitting: Mapping[str, Counter[str]]
    bodies: Counter[str]
    files: Counter[str]

    @classmethod
    def read(cls, ledger: Ledger, products: Iterable[Product]) -> "_Rows":
        asked = {measure_key(measure): measure for measure in measures_of(ledger.plan)}
        rows = cls({key: Counter() for key in asked}, Counter(), Counter())
        for product in products:
            rows.bodies[product.agency] += 1
            rows.files[product.path] += 1
            for key, measure in asked.items():
                if fits(measure, product, ledger.plan):
                    rows.fitting[key][product.agency] += 1
        return rows


def _reported(measure: Measure, reports: Mapping[str, AgencyReport], window: Window) -> Measured:
    """What bodies report to have held, or, for the reports themselves, who has sent one."""
    if measure.reported in (None, "reports"):
        return Measured(measure, len(reports) or None, dict.fromkeys(reports, 1))
    told = {name: held_within(report, measure.reported, window) for name, report in reports.items()}
    given = {name: held for name, held in told.items() if held is not None}
    held = [one for some in given.values() for one in some]
    people = [one.people for one in held if one.people is not None]
    by_body = {name: len(some) for name, some in given.items()}
    return Measured(
        measure,
        len(held) if given else None,
        by_body,
        people=sum(people) if people else None,
        unknown=len(held) - len(people),
    )
