"""What the cells of a row do not show: whether its day and its body fit, and whether it was entered before."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.content.known.agencies import Agency, last_day
from portal.content.rules.hygiene.old_fonts import mojibake, old_font
from portal.plan.plan import Plan, Window
from portal.plan.register.addresses import address_key
from portal.plan.register.joint import Joint, JointRow
from portal.plan.register.products import Product
from portal.reading.personal.details import personal_in
from portal.reading.problems import Problem

_SHOWN = 40
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
        if (owner := self._owner_of(product.path)) and owner != product.agency:
            yield _problem(product, "agency", "register-of-another", value=product.agency, body=owner)
        body = self.agencies.get(product.agency)
        if body is not None:
            yield from self._body(product, body)
        if said(product.title) in self.portal_titles and "portal" in product.channels:
            yield _problem(product, "title", "portal-story-by-hand", value=product.title)
        for column, text in (("title", product.title), ("places", " | ".join(product.places)), ("url", product.url)):
            yield from (_problem(product, column, code, **values) for code, values in wrong_in_text(text))

    def days_of(self, agency: str, year: int) -> Window:
        """The days a row of a body may have in the register of `year`; none where its end is before its start."""
        whole, body = self.plan.full_window(year), self.agencies.get(agency)
        if body is None:
            return whole
        if body.kind == "collective":
            return Window(date.max, date.min)
        start, end = body.valid_from or date.min, last_day(body, self.agencies, self.today) or date.max
        return Window(max(whole.start, start), min(whole.end, end))

    def _owner_of(self, path: str) -> str:
        """The body whose register a file is by its name; "" for one of everybody's."""
        part = path.rpartition("/")[2].removesuffix(".csv").partition("-")[2]
        return part if part in self.agencies else ""

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


def wrong_in_text(text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What no text of a row may hold: something about one person, letters that a wrong encoding spoilt."""
    yield from ((found.code, {"shown": found.shown}) for found in personal_in(text))
    if text.isascii():
        return
    if spoilt := mojibake(text):
        yield "text-mojibake", {"value": spoilt}
    elif old_font(text):
        yield "text-old-font", {"value": text[:_SHOWN]}


@dataclass(frozen=True)
class RowsEntered:
    """The rows entered so far, by what makes two of them one: id → where it stands; twin key → body → its row. `shared`
    has the title and day of what more than one body entered, by its twin key; `addresses` the rows, with their twin
    keys, of each page."""

    ids: dict[str, str] = field(default_factory=dict)
    twins: dict[str, dict[str, JointRow]] = field(default_factory=dict)
    shared: dict[str, tuple[str, date]] = field(default_factory=dict)
    addresses: dict[str, list[tuple[str, Product]]] = field(default_factory=dict)

    def told(self, product: Product) -> Iterator[Problem]:
        """Whether a row was entered before by its body: under its id, or under another."""
        where = self.ids.get(id_said(product.id))
        if where:
            number = product.id.rpartition("/")[2]
            yield _problem(product, "id", "row-twice", value=number, other=where)
        elif twin := self.twins.get(twin_key(product), {}).get(product.agency):
            day = product.date.isoformat()
            yield _problem(product, "title", "product-twice", value=product.title, day=day, other=twin.where)

    def add(self, product: Product) -> None:
        """Remember a row that is taken in."""
        row, key = JointRow(product.agency, product.path, product.line), twin_key(product)
        self.ids.setdefault(id_said(product.id), row.where)
        rows = self.twins.setdefault(key, {})
        rows[product.agency] = row
        if len(rows) == 2:
            self.shared[key] = product.title, product.date
        if address := address_key(product.url):
            self.addresses.setdefault(address, []).append((key, product))

    @property
    def joint(self) -> tuple[Joint, ...]:
        """What more than one body entered; pages that stand in rows of different titles or days."""
        told = [Joint(*said, tuple(self.twins[key].values())) for key, said in self.shared.items()]
        several = (rows for rows in self.addresses.values() if len({key for key, _ in rows}) > 1)
        return (*told, *(_of_one_page([product for _, product in rows]) for rows in several))


def _of_one_page(products: list[Product]) -> Joint:
    rows = tuple(JointRow(one.agency, one.path, one.line) for one in products)
    return Joint(products[0].title, products[0].date, rows, products[0].url)


def id_said(name: str) -> str:
    """An id as it is compared: a spreadsheet takes SP-1 and sp-1 for one."""
    return name.casefold()


def twin_key(product: Product) -> str:
    """What two rows share that are one product: day and title, and the places they name. So the same hour of the same
    broadcast in two communes is two, where both say where."""
    return twin_said(product.date.toordinal(), said(product.title), places_said(product.places))


def twin_said(day: int, title: str, places: str) -> str:
    """The same, of texts as they are compared; the day is an ordinal."""
    return f"{day}\n{title}{places}"


def places_said(places: Iterable[str]) -> str:
    """Places as they are compared, in any order."""
    return "".join(f"\n{place}" for place in sorted(map(said, places)))


def said(title: str) -> str:
    """A title as it is compared: its words, in any case, with any spaces and marks between."""
    return " ".join(_WORD.findall(title.casefold()))


def titles_of(products: Iterable[Product]) -> frozenset[str]:
    """The titles of products, as they are compared."""
    return frozenset(said(product.title) for product in products)


def _problem(product: Product, column: str, code: str, **values: object) -> Problem:
    return Problem(product.path, product.line, column, code, values)
