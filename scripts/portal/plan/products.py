"""The register of products: CSV files officers keep in a spreadsheet, read as Excel writes them, row by row."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.plan.plan import Plan, Window
from portal.reading.problems import Problem

PRODUCTS_FOLDER = "data/products"
COLUMNS = (
    "id",
    "date",
    "title",
    "agency",
    "theme",
    "formats",
    "channels",
    "languages",
    "audiences",
    "places",
    "quantity",
    "url",
)
REQUIRED = ("id", "date", "title", "agency", "theme", "formats", "channels", "languages", "audiences")
_WORDS = {
    "formats": frozenset(vocabulary.FORMATS),
    "channels": frozenset(vocabulary.CHANNELS),
    "audiences": frozenset(vocabulary.AUDIENCES),
}
_NAME = re.compile(r"(\d{4})(-[a-z0-9-]+)?")  # a year, or a year and whose part it is: 2026-so-gddt
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Product:
    """One product of one body. `theme` is 1 to 5; `path` and `line` say where it was entered."""

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

    @property
    def is_digital(self) -> bool:
        """Whether it was shown on a digital platform."""
        return not vocabulary.DIGITAL_CHANNELS.isdisjoint(self.channels)


@dataclass(frozen=True)
class Register:
    """All products entered by hand, and what is wrong in the files."""

    products: tuple[Product, ...]
    problems: tuple[Problem, ...]


def portal_products(library: Library) -> tuple[Product, ...]:
    """The portal's own stories as products, each once: a translation is the same product in one more language."""
    originals = (library.read_in(vocabulary.ORIGINAL, place) for place in library.places)
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
    )


def read_register(
    root: Path, plan: Plan, agencies: Mapping[str, Any], portal: Iterable[Product] = (), today: date = date.max
) -> Register:
    """Every data/products/<year>.csv or <year>-<part>.csv below `root`. Rows with problems are left out and told;
    nothing is raised."""
    reader = _Reader(plan, agencies, today, frozenset(p.title.casefold() for p in portal))
    for file in sorted((root / PRODUCTS_FOLDER).glob("*.csv")):
        reader.read(file, f"{PRODUCTS_FOLDER}/{file.name}")
    return Register(tuple(reader.products), tuple(reader.problems))


class _Reader:
    """Gathers products and problems over all files: an id is used once in all of them."""

    def __init__(self, plan: Plan, agencies: Mapping[str, Any], today: date, portal_titles: frozenset[str]) -> None:
        self.plan, self.agencies, self.today, self.portal_titles = plan, agencies, today, portal_titles
        self.products: list[Product] = []
        self.problems: list[Problem] = []
        self.seen: dict[str, str] = {}

    def note(self, path: str, line: int, column: str, code: str, **values: Any) -> None:
        self.problems.append(Problem(path, line, column, code, values))

    def read(self, file: Path, path: str) -> None:
        named = _NAME.fullmatch(file.stem)
        if not named:
            self.note(path, 1, "", "register-name", name=file.name)
            return
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.note(path, 1, "", "not-utf8")
            return
        head = text.partition("\n")[0]
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
        try:
            columns = self.columns(path, [name.strip().lower() for name in next(rows, [])])
            if columns is not None:
                for cells in rows:
                    if any(cell.strip() for cell in cells):
                        self.row(path, rows.line_num, columns, cells, self.plan.full_window(int(named[1])))
        except csv.Error as error:
            self.note(path, rows.line_num, "", "register-broken", reason=str(error))

    def columns(self, path: str, names: list[str]) -> list[str] | None:
        unknown = [name for name in names if name and name not in COLUMNS]
        for name in unknown:
            choices = get_close_matches(name, COLUMNS, n=1, cutoff=0.6) or COLUMNS
            self.note(path, 1, name, "unknown-column", name=name, choices=choices)
        missing = [name for name in REQUIRED if name not in names]
        if missing and not (unknown and len(unknown) >= len(missing)):
            self.note(path, 1, "", "missing-columns", names=missing)
        return None if unknown or missing else names

    def row(self, path: str, line: int, columns: list[str], cells: list[str], window: Window) -> None:
        if len(cells) != len(columns):
            self.note(path, line, "", "register-width", cells=len(cells), columns=len(columns))
            return
        before = len(self.problems)
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
        for name in REQUIRED:
            if not row[name]:
                self.note(path, line, name, "empty-cell", name=name)
        values = self.values(path, line, row, window) if len(self.problems) == before else None
        if values and len(self.problems) == before:
            self.products.append(values)

    def values(self, path: str, line: int, row: dict[str, str], window: Window) -> Product | None:
        day = self.day(path, line, row["date"], window)
        theme = self.number(path, line, "theme", row["theme"], 1, 5)
        quantity = self.number(path, line, "quantity", row["quantity"], 0, None) if row.get("quantity") else None
        words = {name: self.words(path, line, name, row[name]) for name in _WORDS}
        languages = self.languages(path, line, row["languages"])
        self.once(path, line, row)
        if row["agency"] not in self.agencies:
            choices = get_close_matches(row["agency"], list(self.agencies), n=1, cutoff=0.6) or sorted(self.agencies)
            self.note(path, line, "agency", "unknown-agency", value=row["agency"], choices=choices)
        if day is None or theme is None:
            return None
        return Product(
            row["id"], day, row["title"], row["agency"], theme, words["formats"], words["channels"], languages,
            words["audiences"], path, line, _split(row.get("places", "")), quantity, row.get("url", ""),
        )  # fmt: skip

    def once(self, path: str, line: int, row: dict[str, str]) -> None:
        if row["id"] in self.seen:
            self.note(path, line, "id", "row-twice", value=row["id"], other=self.seen[row["id"]])
        self.seen.setdefault(row["id"], f"{path}:{line}")
        if row["title"].casefold() in self.portal_titles and "portal" in _split(row["channels"]):
            self.note(path, line, "title", "portal-story-by-hand", value=row["title"])

    def day(self, path: str, line: int, text: str, window: Window) -> date | None:
        found = _DAY.fullmatch(text)
        try:
            parts = [int(part) for part in found.groups() if part] if found else []
            day = date(*parts) if text[4:5] == "-" else date(*reversed(parts))
        except (ValueError, TypeError):
            self.note(path, line, "date", "not-a-day-in-cell", value=text)
            return None
        if day > self.today:
            self.note(path, line, "date", "day-in-future", value=day.isoformat())
        elif day not in window:
            values = {"value": day.isoformat(), "start": window.start.isoformat(), "end": window.end.isoformat()}
            self.note(path, line, "date", "day-outside-window", **values)
        return day

    def number(self, path: str, line: int, column: str, text: str, least: int, most: int | None) -> int | None:
        if text.isascii() and text.isdigit() and int(text) >= least and (most is None or int(text) <= most):
            return int(text)
        self.note(path, line, column, "not-a-number-in-cell", value=text, least=least, most=most or "…")
        return None

    def words(self, path: str, line: int, column: str, text: str) -> tuple[str, ...]:
        found = _split(text)
        for word in found:
            if word not in _WORDS[column]:
                choices = get_close_matches(word, _WORDS[column], n=1, cutoff=0.6) or sorted(_WORDS[column])
                self.note(path, line, column, "unknown-word", value=word, choices=choices)
        return found

    def languages(self, path: str, line: int, text: str) -> tuple[str, ...]:
        found = _split(text)
        for tag in found:
            if not _LANGUAGE.fullmatch(tag):
                self.note(path, line, "languages", "not-a-language", value=tag)
        return found


def _split(cell: str) -> tuple[str, ...]:
    return tuple(_parts(cell))


def _parts(cell: str) -> Iterator[str]:
    seen = set()
    for part in cell.split("|"):
        word = part.strip()
        if word and word not in seen:
            seen.add(word)
            yield word
