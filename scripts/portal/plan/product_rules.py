"""What the cells of a row do not show: whether its day and its body fit, and whether it was entered before."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.content.known.agencies import Agency, last_day
from portal.plan.plan import Plan
from portal.plan.products import Product
from portal.reading.personal import personal_in
from portal.reading.problems import Problem

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class RowRules:
    """What one row may not be, for itself."""

    plan: Plan
    agencies: Mapping[str, Agency | None]
    today: date
    portal_titles: frozenset[str]

    def told(self, product: Product, year: int) -> Iterator[Problem]:
        """Everything that is wrong with a row of the register of `year`, but for what other rows show."""
        yield from self._day(product, year)
        body = self.agencies.get(product.agency)
        if body is not None:
            yield from self._body(product, body)
        if said(product.title) in self.portal_titles and "portal" in product.channels:
            yield _problem(product, "title", "portal-story-by-hand", value=product.title)
        for column, text in (("title", product.title), ("places", " | ".join(product.places)), ("url", product.url)):
            yield from (_problem(product, column, found.code, shown=found.shown) for found in personal_in(text))

    def _day(self, product: Product, year: int) -> Iterator[Problem]:
        window = self.plan.full_window(year)
        if product.date not in window:
            days = {"start": window.start.isoformat(), "end": window.end.isoformat()}
            yield _problem(product, "date", "day-outside-window", value=product.date.isoformat(), **days)

    def _body(self, product: Product, body: Agency) -> Iterator[Problem]:
        if body.kind == "collective":
            yield _problem(product, "agency", "row-of-many", value=body.id)
            return
        end, day = last_day(body, self.agencies, self.today), product.date
        if (end and day > end) or (body.valid_from and day < body.valid_from):
            heirs = (self.agencies.get(name) for name in body.successor)
            named = [heir.id for heir in heirs if heir and heir.kind != "collective"]
            values = {"day": day.isoformat(), "successor": ", ".join(named) or "…"}
            yield _problem(product, "agency", "row-of-no-body", value=body.id, **values)


@dataclass(frozen=True)
class Entered:
    """The rows entered so far, by what makes two of them one."""

    ids: dict[str, str] = field(default_factory=dict)
    twins: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict)

    def told(self, product: Product) -> Iterator[Problem]:
        """Whether a row was entered before: under its id, by its body under another, or by another body."""
        where = self.ids.get(product.id.casefold())
        if where:
            number = product.id.rpartition("/")[2]
            yield _problem(product, "id", "row-twice", value=number, other=where)
        elif twin := self.twins.get(twin_key(product)):
            other, agency = twin
            code = "product-twice" if agency == product.agency else "product-of-two-bodies"
            day = product.date.isoformat()
            yield _problem(product, "title", code, value=product.title, day=day, body=agency, other=other)

    def add(self, product: Product) -> None:
        """Remember a row that is taken in."""
        where = f"{product.path}:{product.line}"
        self.ids.setdefault(product.id.casefold(), where)  # a spreadsheet takes SP-1 and sp-1 for one
        self.twins.setdefault(twin_key(product), (where, product.agency))


def twin_key(product: Product) -> tuple[object, ...]:
    """What two rows share that are one product: day and title, and the places they name. So the same hour of the same
    broadcast in two communes is two, where both say where."""
    return (product.date, said(product.title), *sorted(map(said, product.places)))


def said(title: str) -> str:
    """A title as it is compared: its words, in any case, with any spaces and marks between."""
    return " ".join(_WORD.findall(title.casefold()))


def titles_of(products: Iterable[Product]) -> frozenset[str]:
    """The titles of products, as they are compared."""
    return frozenset(said(product.title) for product in products)


def _problem(product: Product, column: str, code: str, **values: object) -> Problem:
    return Problem(product.path, product.line, column, code, values)
