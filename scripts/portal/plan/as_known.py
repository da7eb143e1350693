"""What was known on a day: a report made again for that day leaves out what came in after it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from portal.plan.bodies.received import first_day, standing
from portal.plan.ledger import Ledger
from portal.plan.register.products import PRODUCTS_FOLDER


@dataclass(frozen=True)
class ReplacedForm:
    """A body whose first form had come by the day, and whose present one came after it: the earlier one is no longer
    kept, so that its figures are those of the later."""

    agency: str
    year: int
    day: date


def known_on(ledger: Ledger, day: date) -> Ledger:
    """The ledger without the forms that came in after a day, their reports and their rows of the register, and without
    a report's being sent later. What the log says nothing of is there: nobody knows when it came."""
    late = {(year, agency) for year, agency in _bodies(ledger) if _came(ledger, year, agency) > day}
    registers = {f"{PRODUCTS_FOLDER}/{year}-{agency}.csv" for year, agency in late}
    filed = {year: sent for year, sent in ledger.plan.filed.items() if sent <= day}
    return replace(
        ledger.without_files(registers),
        plan=ledger.plan.model_copy(update={"filed": filed}),
        reports={
            year: {name: report for name, report in reports.items() if (year, name) not in late}
            for year, reports in ledger.reports.items()
        },
        receipts={year: tuple(r for r in receipts if r.day <= day) for year, receipts in ledger.receipts.items()},
    )


def corrected_since(ledger: Ledger, day: date) -> tuple[ReplacedForm, ...]:
    """The bodies whose figures of that day were replaced since."""
    held = ((year, r) for year, receipts in ledger.receipts.items() for r in standing(receipts).values())
    return tuple(
        ReplacedForm(receipt.agency, year, receipt.day)
        for year, receipt in held
        if _came(ledger, year, receipt.agency) <= day < receipt.day
    )


def _bodies(ledger: Ledger) -> Iterator[tuple[int, str]]:
    for year, receipts in ledger.receipts.items():
        yield from ((year, receipt.agency) for receipt in receipts)


def _came(ledger: Ledger, year: int, agency: str) -> date:
    """The day the first form of a body came."""
    return first_day(ledger.receipts[year], agency) or date.min
