"""What products count in, added up by day: asked for any window of days, however many rows there were.

A register of millions of rows is never held in memory. Each row is understood, added to these counters and let go:
what a figure needs of it is which day it counts on and what it counts in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal.plan.measures import fits, measure_key, measures_of
from portal.plan.plan import Plan, Window
from portal.plan.register.products import Product

Facet = tuple[str, str]
"""A dimension and a value of it that a product counts in: ("format", "leaflet"), ("reach", "ethnic")."""
ANY: Final = "any"
NO_THEME: Final = "none"
"""What the portal's publications and events are counted under, which belong to none of the plan's themes."""
_REACHES: Final[Mapping[str, Callable[[Plan, Product], bool]]] = {
    "ethnic": lambda plan, product: any(map(plan.is_ethnic, product.languages)),
    "foreign": lambda plan, product: any(map(plan.is_foreign, product.languages)),
    "digital": lambda _, product: product.is_digital,
}
REACHES: Final = tuple(_REACHES)
"""Whom products reach beyond print in Vietnamese; the dimension "reach" has these and ANY, their union."""


def facets_of(product: Product, plan: Plan) -> tuple[Facet, ...]:
    """Everything a product counts in, each once. What is to be counted anew is a line here."""
    reaches = [name for name, belongs in _REACHES.items() if belongs(plan, product)]
    said: dict[str, Iterable[str]] = {
        "product": [""],
        "theme": [str(product.theme) if product.theme else NO_THEME],
        "kind": [product.kind] if product.kind else [],
        "format": product.formats,
        "channel": product.channels,
        "language": product.languages,
        "audience": product.audiences,
        "agency": [product.agency] if product.agency else [],
        "reach": [*reaches, ANY] if reaches else [],
        "exhibition": [""] if is_exhibition(product) else [],
        "measure": (measure_key(measure) for measure in measures_of(plan) if fits(measure, product, plan)),
    }
    return tuple(dict.fromkeys((name, value) for name, values in said.items() for value in values))


def is_exhibition(product: Product) -> bool:
    """Whether a product is an exhibition, or was shown at one."""
    return "exhibition" in product.formats or "exhibition" in product.channels


@dataclass(frozen=True)
class Counters:
    """Dimension → value → day (its ordinal) → how many products: whole numbers, added and never estimated."""

    days: Mapping[str, Mapping[str, Mapping[int, int]]]

    def total(self, window: Window, dimension: str = "product", value: str = "") -> int:
        """How many products of a window count in one value of a dimension; by default, all of them."""
        first, last = window.start.toordinal(), window.end.toordinal()
        counts = self.days.get(dimension, {}).get(value, {})
        return sum(count for day, count in counts.items() if first <= day <= last)

    def tally(self, window: Window, dimension: str) -> dict[str, int]:
        """Value → how many products of a window count in it; only values that some do."""
        counts = {value: self.total(window, dimension, value) for value in self.days.get(dimension, {})}
        return {value: count for value, count in counts.items() if count}

    def called(self, dimension: str, value: str) -> "Counters":
        """All products of these counters, as one value of a dimension of their own."""
        return Counters({dimension: {value: self.days.get("product", {}).get("", {})}})

    def by_day(self, window: Window) -> Iterator[tuple[date, int]]:
        """How many products each day of a window has; days without any are left out."""
        first, last = window.start.toordinal(), window.end.toordinal()
        counts = self.days.get("product", {}).get("", {})
        return ((date.fromordinal(day), counts[day]) for day in sorted(counts) if first <= day <= last and counts[day])


class Adding:
    """Counters while they are added up."""

    def __init__(self) -> None:
        self.days: dict[str, dict[str, dict[int, int]]] = {}

    def add(self, counted_in: Iterable[Facet], day: int, count: int = 1) -> None:
        """Count `count` products of a day, its ordinal, in everything they count in; take away where below 0."""
        for dimension, value in counted_in:
            counts = self.days.setdefault(dimension, {}).setdefault(value, {})
            counts[day] = counts.get(day, 0) + count

    def take_away(self, rows: Iterable[Product], plan: Plan) -> None:
        """Rows of the register's files that were counted and are not to be."""
        for row in rows:
            self.add((*facets_of(row, plan), ("file", row.path)), row.date.toordinal(), -1)

    def add_all(self, counters: Counters) -> None:
        """Everything other counters hold."""
        for dimension, values in counters.days.items():
            for value, days in values.items():
                counts = self.days.setdefault(dimension, {}).setdefault(value, {})
                for day, count in days.items():
                    counts[day] = counts.get(day, 0) + count

    def done(self) -> Counters:
        return Counters(self.days)


def counters_of(plan: Plan, products: Iterable[Product]) -> Counters:
    """The counters of products that are at hand."""
    adding = Adding()
    for product in products:
        adding.add(facets_of(product, plan), product.date.toordinal())
    return adding.done()


@dataclass(frozen=True)
class Made:
    """What was made: `entered` by bodies in the register; `own`, the portal's own pages, which stand beside it."""

    entered: Counters
    own: Counters

    def total(self, window: Window, dimension: str = "product", value: str = "") -> int:
        """How many of both count in one value of a dimension."""
        return self.entered.total(window, dimension, value) + self.own.total(window, dimension, value)


def made_of_products(plan: Plan, products: Iterable[Product]) -> Made:
    """What was made, of products that are at hand: the register's and the portal's own together."""
    every = tuple(products)
    entered, own = ([p for p in every if p.from_portal is is_own] for is_own in (False, True))
    return Made(counters_of(plan, entered), counters_of(plan, own))
