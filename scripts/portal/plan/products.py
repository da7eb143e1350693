"""The register of products: CSV files officers keep in a spreadsheet, read as Excel writes them, row by row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import ORIGINAL
from portal.plan.plan import Plan, Window
from portal.plan.product_rows import COLUMNS, COLUMNS_CALLED, REQUIRED, RegisterCells, understood_row
from portal.reading.cells import Unclear
from portal.reading.csv_reader import Columns, Row, read_table
from portal.reading.files import guarded
from portal.reading.problems import Problem

PRODUCTS_FOLDER = "data/products"
_NAME = re.compile(r"([0-9]{4})(-[a-z0-9-]+)?")  # a year, or a year and whose part it is: 2026-so-gddt
Agencies = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Product:
    """One product of one body. `theme` is 1 to 5; `path` and `line` say where it was entered. `kind` is
    that of the portal's own page, "" of what bodies entered."""

    id: str
    date: date
    title: str
    agency: str
    theme: int
    formats: tuple[str, ...]
    channels: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    path: str
    line: int
    places: tuple[str, ...] = ()
    quantity: int | None = None
    url: str = ""
    from_portal: bool = False
    kind: str = ""

    @property
    def is_digital(self) -> bool:
        """Whether it was shown on a digital platform."""
        return not vocabulary.DIGITAL_CHANNELS.isdisjoint(self.channels)


@dataclass(frozen=True)
class Register:
    """All products entered by hand, and what is wrong in the files."""

    products: tuple[Product, ...]
    problems: tuple[Problem, ...]

    def rows(self, window: Window) -> Iterator[Product]:
        """The rows of a window's days, one by one."""
        return (product for product in self.products if product.date in window)


def portal_products(library: Library) -> tuple[Product, ...]:
    """The portal's own stories as products, each once: a translation is the same product in one more language."""
    originals = (library.read_in(ORIGINAL, place) for place in library.places)
    return tuple(
        _of_story(story, library.languages(story.place))
        for story in originals
        if story and story.front.is_story and story.theme
    )


def _of_story(story: Story, languages: tuple[str, ...]) -> Product:
    front, own = story.front, story.front.product
    assert front.date
    assert story.theme
    return Product(
        id=story.place,
        date=front.date,
        title=front.title,
        agency=front.agency or "",
        theme=story.theme,
        formats=tuple(own.formats) if own else ("article",),
        channels=tuple(own.channels) if own else ("portal",),
        languages=tuple(dict.fromkeys((*(own.languages if own else ()), *languages))),
        audiences=tuple(own.audiences) if own else ("everyone",),
        path=story.document.path,
        line=1,
        from_portal=True,
        kind=front.kind,
    )


def register_files(root: Path) -> list[Path]:
    """The files of the register: data/products/*.csv."""
    return sorted((root / PRODUCTS_FOLDER).glob("*.csv"))


def read_register(
    root: Path, plan: Plan, agencies: Agencies, portal: Iterable[Product] = (), today: date = date.max
) -> Register:
    """Every data/products/<year>.csv or <year>-<part>.csv below `root`. Rows with problems are left out and told;
    nothing is raised."""
    reader = _Reader(root, plan, RegisterCells(agencies, today), frozenset(_said(p.title) for p in portal))
    for file in register_files(root):
        path = f"{PRODUCTS_FOLDER}/{file.name}"
        guarded(path, reader.problems, partial(reader.read, file, path))
    return Register(tuple(reader.products), tuple(reader.problems))


class _Reader:
    """Gathers products and problems over all files: an id is used once in all of them."""

    def __init__(self, root: Path, plan: Plan, cells: RegisterCells, portal_titles: frozenset[str]) -> None:
        self.root, self.plan, self.cells, self.portal_titles = root, plan, cells, portal_titles
        self.products: list[Product] = []
        self.problems: list[Problem] = []
        self.seen: dict[str, str] = {}

    def read(self, file: Path, path: str) -> None:
        named = _NAME.fullmatch(file.stem)
        if not named:
            self.problems.append(Problem(path, 1, "", "register-name", {"name": file.name}))
            return
        year = int(named[1])
        if not self.plan.covers(year):
            self.problems.append(self.plan.outside(path, year))
            return
        rows, problems = read_table(self.root, file, Columns(COLUMNS, REQUIRED, COLUMNS_CALLED))
        self.problems += problems
        for row in rows:
            self.row(path, row, year)

    def row(self, path: str, row: Row, year: int) -> None:
        """Take a row in, or tell what is wrong in it: its cells first, then what only the whole register shows."""
        entry = understood_row(row.cells, self.cells)
        found = [_told(path, row, column, unclear) for column, unclear in entry.unclear]
        if not found:
            product = Product(**{"path": path, "line": row.line, **entry.values})
            found = [*self.day_problems(path, row.line, product, year), *self.same_problems(path, row.line, product)]
            self.products += [product] if not found else []
        self.problems += found

    def day_problems(self, path: str, line: int, row: Product, year: int) -> list[Problem]:
        window = self.plan.full_window(year)
        if row.date in window:
            return []
        days = {"value": row.date.isoformat(), "start": window.start.isoformat(), "end": window.end.isoformat()}
        return [Problem(path, line, "date", "day-outside-window", days)]

    def same_problems(self, path: str, line: int, row: Product) -> list[Problem]:
        found = []
        name = row.id.casefold()  # a spreadsheet's sorting and lookups take SP-1 and sp-1 for one
        if name in self.seen:
            found.append(Problem(path, line, "id", "row-twice", {"value": row.id, "other": self.seen[name]}))
        self.seen.setdefault(name, f"{path}:{line}")
        if _said(row.title) in self.portal_titles and "portal" in row.channels:
            found.append(Problem(path, line, "title", "portal-story-by-hand", {"value": row.title}))
        return found


def _said(title: str) -> str:
    return " ".join(title.casefold().split())


def _told(path: str, row: Row, column: str, unclear: Unclear) -> Problem:
    """What was not understood, told of a cell."""
    return Problem(path, row.line, column, unclear.code, {"value": row.cells.get(column, ""), **unclear.values})
