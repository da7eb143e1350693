"""One file of the register, counted row by row: nothing of a row is kept but what it counts in and its marks.

Most rows say what other rows said before, but for their number and title: the same day, body, formats, channels. So
each text is understood once, and a row whose texts are all known costs a few look-ups. Any other row goes the long way,
through `RegisterRows.product`, which understands it and tells what is wrong.
"""

from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from portal.language import vocabulary
from portal.plan.counters import Adding, Counters, Facet, facets_of
from portal.plan.marks import RowMarks, mark
from portal.plan.product_rows import page_tails
from portal.plan.product_rules import id_said, places_said, said, twin_said
from portal.plan.products import Product
from portal.plan.register_rows import RegisterRows
from portal.reading.cells import Unclear
from portal.reading.csv_reader import SAYS_NOTHING
from portal.reading.records import Record

MOST_KNOWN: Final = 20_000
"""Texts of a kind that are kept, and counts that wait to be added up: more only where hardly anything comes again."""
_DAY_BITS: Final = 20  # a day's ordinal takes so many, until the year 2870
_ODD: Final = ("'", "#")  # an apostrophe that Excel sets before a text, an error in place of one
_OWN_COLUMNS: Final = ("id", "date", "title", "agency", "places", "quantity", "url")


@dataclass(frozen=True)
class FileCount:
    """One file, counted: what its rows count in; the marks of the titles of those the portal shows; the pages of a
    portal that their addresses may name; the last day, an ordinal, 0 without rows."""

    counters: Counters
    portal_titles: frozenset[int]
    pages: frozenset[str]
    last: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """What many rows have in common: its number in this file, what they count in, whether the portal shows them."""

    number: int
    facets: tuple[Facet, ...]
    on_portal: bool


@dataclass(frozen=True, slots=True)
class _Body:
    """A body, and the first and last day a row of it may have, as ordinals."""

    number: int
    name: str
    first: int
    last: int


class _Places:
    """Where the cells of a table stand. An optional column that is not there has no place."""

    def __init__(self, names: list[str], width: int) -> None:
        at = {name: number for number, name in enumerate(names) if name}
        self.width = width
        self.id, self.date, self.title, self.agency = (at[name] for name in _OWN_COLUMNS[:4])
        self.places, self.quantity, self.url = (at.get(name) for name in _OWN_COLUMNS[4:])
        own = {at[name] for name in _OWN_COLUMNS if name in at}
        self.shape = itemgetter(*(number for number in range(width) if number not in own))


class FileCounting:
    """Counts the rows of one file."""

    def __init__(self, rows: RegisterRows) -> None:
        self.rows, self.adding = rows, Adding()
        self.marks = RowMarks()
        self.portal_titles: set[int] = set()
        self.pages: set[str] = set()
        self.last = 0
        self.waiting: dict[int, int] = {}  # a shape's or body's number and a day → how many, not yet added up
        self.counted_in: list[tuple[Facet, ...]] = []  # by the number of a shape or body
        self.shapes: dict[tuple[str, ...], _Shape] = {}
        self.bodies: dict[str, _Body] = {}
        self.days: dict[str, int] = {}
        self.places: dict[str, str] = {}
        self.quantities: set[str] = set()
        self.safe_words: set[str] = set()

    def done(self) -> FileCount:
        """Everything counted; the file is read by this."""
        table = self.rows.table
        at = _Places(table.names, table.width) if table.names else None
        for batch in table:
            assert at
            for record in batch:
                if not self._quickly(record[1], at):
                    self._slowly(record, at)
            if len(self.waiting) > MOST_KNOWN:
                self._add_up()
        self._add_up()
        titles, pages = frozenset(self.portal_titles), frozenset(self.pages)
        return FileCount(self.adding.done(), titles, pages, self.last)

    def _quickly(self, cells: list[str], at: _Places) -> bool:
        """Count a row whose texts are all known and whose own are plain; False where it has to go the long way."""
        if len(cells) != at.width:
            return False
        shape, body = self.shapes.get(at.shape(cells)), self.bodies.get(cells[at.agency])
        day, number, title = self.days.get(cells[at.date]), cells[at.id].strip(), cells[at.title].strip()
        if shape is None or body is None or day is None or not body.first <= day <= body.last:
            return False
        if not _is_plain(number) or not title or title in SAYS_NOTHING or title.startswith(_ODD):
            return False
        if cells[0].partition(":")[0].strip("0123456789 ") not in self.safe_words:
            return False
        if at.quantity is not None and cells[at.quantity] not in self.quantities:
            return False
        places = "" if at.places is None else self.places.get(cells[at.places])
        if places is None or (at.url is not None and cells[at.url] and not self._is_address(cells[at.url])):
            return False
        return self._take(shape, body, day, number, said(title), places)

    def _take(self, shape: _Shape, body: _Body, day: int, number: str, title: str, places: str) -> bool:
        if shape.on_portal:
            if title in self.rows.rules.portal_titles:
                return False
            self.portal_titles.add(mark(title))
        waiting = self.waiting
        key, other = shape.number << _DAY_BITS | day, body.number << _DAY_BITS | day
        waiting[key] = waiting.get(key, 0) + 1
        waiting[other] = waiting.get(other, 0) + 1
        self.marks.ids.add(id_said(f"{self.rows.year}/{body.name}/{number}"))
        self.marks.twins.add(twin_said(day, title, places))
        return True

    def _slowly(self, record: Record, at: _Places) -> None:
        """Count a row the long way, and know its texts from now on."""
        product = self.rows.product(record)
        if product is None:
            return
        cells = [*record[1], *[""] * (at.width - len(record[1]))]
        self._keep_few()
        shape, body = self._shape(at.shape(cells), product), self._body(cells[at.agency], product)
        day = self.days[cells[at.date]] = product.date.toordinal()
        self.last = max(self.last, day)
        self.safe_words.add(cells[0].partition(":")[0].strip("0123456789 "))
        if at.places is not None:
            self.places[cells[at.places]] = places_said(product.places)
        if at.quantity is not None:
            self.quantities.add(cells[at.quantity])
        self._name_pages(product.url)
        number = product.id.removeprefix(f"{self.rows.year}/{product.agency}/")
        self._take(shape, body, day, number, said(product.title), places_said(product.places))

    def _shape(self, texts: tuple[str, ...], product: Product) -> _Shape:
        if texts not in self.shapes:
            found = tuple(facet for facet in facets_of(product, self.rows.rules.plan) if facet[0] != "agency")
            self.shapes[texts] = _Shape(len(self.counted_in), found, "portal" in product.channels)
            self.counted_in.append(found)
        return self.shapes[texts]

    def _body(self, text: str, product: Product) -> _Body:
        if text not in self.bodies:
            days = self.rows.rules.days_of(product.agency, self.rows.year)
            first, last = days.start.toordinal(), days.end.toordinal()
            self.bodies[text] = _Body(len(self.counted_in), product.agency, first, last)
            self.counted_in.append((("agency", product.agency),))
        return self.bodies[text]

    def _is_address(self, text: str) -> bool:
        """Whether a row's address is one that may stand there; what pages it may name is remembered."""
        if isinstance(self.rows.cells.means["url"][text.strip()], Unclear):
            return False
        self._name_pages(text)
        return True

    def _name_pages(self, address: str) -> None:
        tails = page_tails(address) if address else []
        self.pages.update(tail for tail in tails if tail.partition("/")[0] in vocabulary.SECTIONS)

    def _add_up(self) -> None:
        for key, count in self.waiting.items():
            self.adding.add(self.counted_in[key >> _DAY_BITS], key & ((1 << _DAY_BITS) - 1), count)
        self.waiting.clear()

    def _keep_few(self) -> None:
        """Forget what was understood where it is too much to keep: what comes again is understood again."""
        for known in (self.days, self.places, self.quantities, self.safe_words):
            if len(known) >= MOST_KNOWN:
                known.clear()
        if len(self.counted_in) >= MOST_KNOWN:
            self._add_up()
            for kept in (self.shapes, self.bodies, self.counted_in):
                kept.clear()


def _is_plain(number: str) -> bool:
    """Whether a row's own number is written as it is kept."""
    if not number or number in SAYS_NOTHING or number.startswith(_ODD):
        return False
    return number.isprintable() and "  " not in number
