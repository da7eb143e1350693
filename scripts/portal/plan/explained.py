"""What a target's figure was made of, name by name, and what was left out and why: the register read once more."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from portal.plan.ledger import Ledger
from portal.plan.plan import every_day
from portal.plan.register.counters import ANY, facets_of, is_exhibition
from portal.plan.register.products import Product
from portal.plan.targets import Result, Year


@dataclass(frozen=True)
class Explanation:
    """How many were counted, each by name as it is come to, and what was left out with its reason."""

    count: int
    counted: Iterator[str]
    left_out: Iterator[tuple[str, str]]


def explained(ledger: Ledger, counted: Year, name: str) -> Explanation:
    """What one target of a year was counted from. Rows are named as they are read: there may be millions. Raises
    KeyError for a target the year has not."""
    result = counted.figures[name]
    return _REGISTER.get(result.target.counted or "", _of_reports)(ledger, counted, result)


def _of_reports(_: Ledger, __: Year, result: Result) -> Explanation:
    return Explanation(len(result.counted), iter(result.counted), iter(result.left_out))


def _exhibitions(ledger: Ledger, year: Year, result: Result) -> Explanation:
    shown = (row.id for row in ledger.rows(year.window) if is_exhibition(row))
    count = ledger.made.entered.total(year.window, "exhibition") + len(result.counted)
    return Explanation(count, chain(shown, result.counted), iter(result.left_out))


def _languages_or_digital(ledger: Ledger, year: Year, result: Result) -> Explanation:
    reaching = (row.id for row in ledger.rows(year.window) if _reaches(ledger, row))
    return Explanation(result.ratio.numerator if result.ratio else 0, reaching, _left_out(ledger, year))


def _left_out(ledger: Ledger, year: Year) -> Iterator[tuple[str, str]]:
    window, own = year.window, ledger.own_on(year.as_of)
    yield from ((row.id, "vietnamese_not_digital") for row in ledger.rows(window) if not _reaches(ledger, row))
    yield from ((page.id, "own_page") for page in own if page.date in window)
    yield from ((page.id, "withdrawn") for page in ledger.own if page not in own)
    yield from ((one.id, "outside_window") for one in own if one.date not in window)
    yield from ((row.id, "outside_window") for row in ledger.rows(every_day(ledger.plan)) if row.date not in window)


def _reaches(ledger: Ledger, row: Product) -> bool:
    return ("reach", ANY) in facets_of(row, ledger.plan)


_REGISTER: Final[Mapping[str, Callable[[Ledger, Year, Result], Explanation]]] = {
    "exhibitions": _exhibitions,
    "languages_or_digital": _languages_or_digital,
}
"""How a target that the portal counts is explained, by what it counts."""
