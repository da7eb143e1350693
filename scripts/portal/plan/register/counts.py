"""One file of the register, counted row by row: nothing of a row is kept but what it counts in and its marks.

Most rows say what other rows said before, but for their number and title. So each text is understood once, and a row
whose texts are all known costs a few look-ups. Any other row goes the long way, through `RegisterRows.product`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from portal.language import vocabulary
from portal.plan.register.addresses import address_key
from portal.plan.register.counters import Adding, Counters, Facet, facets_of
from portal.plan.register.marks import RowMarks, mark
from portal.plan.register.product_rows import page_tails
from portal.plan.register.product_rules import id_said, places_said, said, twin_said, wrong_in_text
from portal.plan.register.products import Product
from portal.plan.register.rows import RegisterRows
from portal.reading.cells import Unclear
from portal.reading.fields import LONGEST_TEXT
from portal.reading.tables.csv_reader import SAYS_NOTHING
from portal.reading.tables.records import Record
from portal.reading.tables.table_head import PASSED_OVER

MOST_KNOWN: Final = 20_000
"""Texts of a kind that are kept: more only where hardly anything comes again."""
MOST_WAITING: Final = 200_000
"""Counts by day that wait to be added up."""
_DIGITS: Final = "0123456789 "
_ANY_DIGIT: Final = str.maketrans("123456789", "000000000")
_LEAST_DIGITS: Final = 7
"""Digits of the shortest number by which a person is known."""
_OF_A_PERSON: Final = re.compile(r"@|[(\[ ]|zalo|wa\.me|viber|t\.me|tel|sms|callto|fax|phone|sdt|mobile", re.IGNORECASE)
"""Without which an address on the web leads to a page and to nobody."""
_ODD: Final = "'#"  # an apostrophe that Excel sets before a text, an error in place of one
_OWN_COLUMNS: Final = ("id", "date", "title", "agency", "places", "quantity", "url")


@dataclass(frozen=True)
class FileCount:
    """One file, counted: what its rows count in; the marks of the titles of those the portal shows; the pages of a
    portal that their addresses may name; the last day, an ordinal, 0 without rows."""

    counters: Counters
    portal_titles: frozenset[int]
    pages: frozenset[str]
    last: int


@dataclass(frozen=True)
class _Known:
    """Texts that come again: what a row with them counts in, and how many of each day wait to be added up."""

    facets: tuple[Facet, ...]
    days: dict[int, int] = field(default_factory=lambda: defaultdict(int), init=False)


@dataclass(frozen=True)
class _Shape(_Known):
    """What many rows have in common; whether the portal shows them."""

    on_portal: bool


@dataclass(frozen=True)
class _Body(_Known):
    """A body: how its rows' ids begin, as they are compared; the first and last day a row may have, as ordinals."""

    prefix: str
    first: int
    last: int


class _Places:
    """Where the cells of a table stand. An optional column that is not there has no place."""

    def __init__(self, names: list[str], width: int) -> None:
        at = {name: number for number, name in enumerate(names) if name}
        self.width = width
        self.id, self.date, self.title, self.agency = (at[name] for name in _OWN_COLUMNS[:4])
        self.places, self.quantity, self.url = (at.get(name) for name in _OWN_COLUMNS[4:])
        own = {number for number, name in enumerate(names) if name in {*_OWN_COLUMNS, PASSED_OVER}}
        self.shape = itemgetter(*(number for number in range(width) if number not in own))


@dataclass(frozen=True)
class _Harmless:
    """Texts that hold nothing that has to be told, but for their digits."""

    stems: set[str] = field(default_factory=set)

    def has(self, text: str) -> bool:
        """Whether a text is one of them; of texts that differ in a few digits one look tells."""
        stem = text.translate(_ANY_DIGIT)
        if stem in self.stems and stem.count("0") < _LEAST_DIGITS:
            return True
        if next(wrong_in_text(text), None):
            return False
        self.stems.add(stem)
        return True


class FileCounting:
    """Counts the rows of one file."""

    def __init__(self, rows: RegisterRows) -> None:
        self.rows, self.adding = rows, Adding()
        self.marks = RowMarks()
        self.portal_titles: set[int] = set()
        self.pages: set[str] = set()
        self.last = 0
        self.shapes: dict[tuple[str, ...], _Shape] = {}
        self.bodies: dict[str, _Body] = {}
        self.days: dict[str, int] = {}
        self.places: dict[str, str] = {}
        self.quantities: set[str] = set()
        self.safe_words: set[str] = set()
        self.harmless = _Harmless()

    def done(self) -> FileCount:
        """Everything counted; the file is read by this."""
        table = self.rows.table
        for batch in table:
            self._count(batch, _Places(table.names, table.width))
            kept = self._known()
            if len(kept) > MOST_KNOWN or sum(len(one.days) for one in kept) > MOST_WAITING:
                self._add_up()
        self._add_up()
        titles, pages = frozenset(self.portal_titles), frozenset(self.pages)
        return FileCount(self.adding.done(), titles, pages, self.last)

    def _count(self, batch: list[Record], at: _Places) -> None:
        """Count rows: one whose texts are all known by looking them up, any other the long way."""
        shapes, bodies, days, safe, shape_of = self.shapes, self.bodies, self.days, self.safe_words, at.shape
        for record in batch:
            cells = record[1]
            if (
                len(cells) == at.width
                and (shape := shapes.get(shape_of(cells)))
                and (body := bodies.get(cells[at.agency]))
                and (day := days.get(cells[at.date]))
                and body.first <= day <= body.last
                and cells[0].partition(":")[0].strip(_DIGITS) in safe
                and self._rest_is_known(cells, at)
                and self._own_is_plain(cells, at, shape)
            ):
                places = "" if at.places is None else self.places[cells[at.places]]
                url = "" if at.url is None else cells[at.url]
                self._add(shape, body, day, cells[at.id].strip(), (said(cells[at.title]), places, url))
            else:
                self._slowly(record, at)

    def _rest_is_known(self, cells: list[str], at: _Places) -> bool:
        """Whether the columns that may be left out hold what was understood before."""
        if at.quantity is not None and cells[at.quantity] not in self.quantities:
            return False
        if at.places is not None and cells[at.places] not in self.places:
            return False
        return at.url is None or not cells[at.url] or self._is_address(cells[at.url])

    def _own_is_plain(self, cells: list[str], at: _Places, shape: _Shape) -> bool:
        """Whether a row's number and title are written as they are kept, and are none of the portal's."""
        number, title = cells[at.id].strip(), cells[at.title].lstrip()
        if not number or not title or number in SAYS_NOTHING or title.rstrip() in SAYS_NOTHING:
            return False
        if number[0] in _ODD or title[0] in _ODD or "  " in number or not number.isprintable():
            return False
        if len(number) > LONGEST_TEXT or len(title) > LONGEST_TEXT:
            return False
        if not self.harmless.has(title):
            return False
        return not shape.on_portal or said(title) not in self.rows.rules.portal_titles

    def _add(self, shape: _Shape, body: _Body, day: int, number: str, says: tuple[str, str, str]) -> None:
        """Count one row, which `says` its title and places, as they are compared, and its address."""
        title, places, url = says
        shape.days[day] += 1
        body.days[day] += 1
        if shape.on_portal:
            self.portal_titles.add(mark(title))
        self.marks.ids.add(body.prefix + id_said(number))
        self.marks.twins.add(twin_said(day, title, places))
        if url and (key := address_key(url)):
            self.marks.addresses.add(key)

    def _slowly(self, record: Record, at: _Places) -> None:
        """Count a row the long way, and know its texts from now on."""
        product = self.rows.product(record)
        if product is None:
            return
        cells = [*record[1], *[""] * (at.width - len(record[1]))]
        shape, body = self._shape(at.shape(cells), product), self._body(cells[at.agency], product)
        day = self.days[cells[at.date]] = product.date.toordinal()
        self.last = max(self.last, day)
        self.safe_words.add(_first_word(cells))
        places = self.places[cells[at.places] if at.places is not None else ""] = places_said(product.places)
        self.quantities.add(cells[at.quantity] if at.quantity is not None else "")
        self.pages.update(_pages_named(product.url))
        number = product.id.removeprefix(f"{self.rows.year}/{product.agency}/")
        self._add(shape, body, day, number, (said(product.title), places, product.url))

    def _shape(self, texts: tuple[str, ...], product: Product) -> _Shape:
        if texts not in self.shapes:
            found = tuple(facet for facet in facets_of(product, self.rows.rules.plan) if facet[0] != "agency")
            self.shapes[texts] = _Shape(found, "portal" in product.channels)
        return self.shapes[texts]

    def _body(self, text: str, product: Product) -> _Body:
        if text not in self.bodies:
            days = self.rows.rules.days_of(product.agency, self.rows.year)
            facets, prefix = (("agency", product.agency),), id_said(f"{self.rows.year}/{product.agency}/")
            self.bodies[text] = _Body(facets, prefix, days.start.toordinal(), days.end.toordinal())
        return self.bodies[text]

    def _is_address(self, text: str) -> bool:
        """Whether a row's address is one that may stand there; what pages it may name is remembered."""
        if isinstance(self.rows.cells.means["url"][text.strip()], Unclear):
            return False
        if _OF_A_PERSON.search(text) and not self.harmless.has(text):
            return False
        self.pages.update(_pages_named(text))
        return True

    def _known(self) -> list[_Known]:
        return [*self.shapes.values(), *self.bodies.values()]

    def _add_up(self) -> None:
        """Add up what waits, and forget what was understood where it is too much to keep."""
        for kept in self._known():
            for day, count in kept.days.items():
                self.adding.add(kept.facets, day, count)
            kept.days.clear()
        own = (self.shapes, self.bodies, self.days, self.places)
        for known in (*own, self.quantities, self.safe_words, self.harmless.stems):
            if len(known) >= MOST_KNOWN:
                known.clear()


def _pages_named(address: str) -> Iterator[str]:
    """The places a page of the portal may have that an address may lead to, today or when it is written."""
    tails = page_tails(address) if address else []
    return (tail for tail in tails if tail.partition("/")[0] in vocabulary.SECTIONS)


def _first_word(cells: list[str]) -> str:
    """What a row begins with, without numbers: by this a row is known that only adds up the others."""
    return cells[0].partition(":")[0].strip(_DIGITS)
