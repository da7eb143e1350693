"""One row of the register of products: what each of its cells may say, in whose words, and what it means.

    known = RegisterCells(agencies, today)
    known.means["formats"]["Tờ rơi, áp phích"]  == ("leaflet", "poster")     each text of a column is understood once
    known.means["quantity"]["5,000"]            is Unclear("number-two-readings", …)
    understood_row({"id": "1", "date": "20/11/2026", …}, known)  →  Entry(values, unclear)

`means` has a mapping for every column; a text asked for a second time is looked up. What a text means depends on the
text, the bodies and the day alone, so a reader of workbooks asks the same mappings.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice, pairwise
from typing import Any, Final
from urllib.parse import urlsplit

from pydantic import Field

from portal.content.known.agencies import Agency, body_labels
from portal.content.strict import Strict
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import Words, words
from portal.reading.addresses.web_address import address_fault, is_web_address, whole_address
from portal.reading.cells import Unclear, tidy, whole_number
from portal.reading.dates import written_date
from portal.reading.fields import LONGEST_TEXT, PLACE_LENGTH, is_place_name
from portal.reading.labels import Labels, parted, squeezed
from portal.reading.slips.choices import LANGUAGES_CALLED
from portal.reading.tables.table_head import Columns

MOST_KEPT: Final = 20_000
"""Texts of a column that are kept: more only where hardly any comes again, as with titles."""
_NOUGHT_AFTER: Final = re.compile(r"[.,]0+\s*$")
"""What a spreadsheet adds to a number it keeps as a fraction: 3.0."""
_ENOUGH_SHIFTED: Final = 3
_ROMAN: Final = ("I", "II", "III", "IV", "V")


class ProductRow(Strict):
    """What a row of the register says, column by column."""

    id: str
    date: date
    title: str
    agency: str
    theme: int
    formats: list[str] = Field(min_length=1)
    channels: list[str] = Field(min_length=1)
    languages: list[str] = Field(min_length=1)
    audiences: list[str] = Field(min_length=1)
    places: list[str] = []
    quantity: int | None = None
    url: str | None = None


COLUMNS: Final = tuple(ProductRow.model_fields)
REQUIRED: Final = tuple(name for name, field in ProductRow.model_fields.items() if field.is_required())


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row's cells mean by their columns, and which were not understood: complete where `unclear` is empty."""

    values: Mapping[str, Any]
    unclear: tuple[tuple[str, Unclear], ...]


class Meanings(dict[str, Any]):
    """What each text of a column means: a value, or Unclear. A text is understood when it is first asked for."""

    def __init__(self, understand: Callable[[str], object]) -> None:
        self.understand = understand

    def __missing__(self, text: str) -> object:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[text] = self.understand(text)
        return found


class RegisterCells:
    """What the cells of a register mean, for the bodies of `agencies` (none: any id) and up to `today`. `pages` are the
    places of the portal's own pages, which are counted by themselves."""

    def __init__(
        self, agencies: Mapping[str, Agency | None], today: date, pages: Collection[str] = frozenset()
    ) -> None:
        understand: dict[str, Callable[[str], object]] = {
            "id": _text,
            "date": lambda text: _not_after(written_date(text), today),
            "title": _text,
            "agency": partial(_one_body, body_labels(agencies)) if agencies else tidy,
            "theme": lambda text: _theme(THEMES_CALLED.one(_NOUGHT_AFTER.sub("", text))),
            "formats": FORMATS_CALLED.several,
            "channels": CHANNELS_CALLED.several,
            "languages": LANGUAGES_CALLED.several,
            "audiences": AUDIENCES_CALLED.several,
            "places": _places,
            "quantity": lambda text: _from_nought(whole_number(text)),
            "url": lambda text: _address(_text(text), pages),
        }
        self.means: Final = {column: Meanings(read) for column, read in understand.items()}


def understood_row(cells: Mapping[str, str], known: RegisterCells) -> Entry:
    """What a row means. A required cell that is not there is unclear too."""
    values = {column: known.means[column][text] for column, text in cells.items()}
    unclear = [(column, found) for column, found in values.items() if isinstance(found, Unclear)]
    if shifted := _shifted(cells, [column for column, _ in unclear], known):
        return Entry(values, ((shifted, Unclear("row-shifted", {})),))
    unclear += [(column, Unclear("empty-cell", {"name": column})) for column in REQUIRED if column not in cells]
    return Entry(values, tuple(unclear))


def _shifted(cells: Mapping[str, str], unclear: list[str], known: RegisterCells) -> str:
    """The column from which on the cells stand one place too far right, as behind a separator within a cell; "" where
    they do not: three cells not understood that each fit the column before."""
    after = dict(pairwise(cells))
    fitting = (c for c in unclear if c in after and not isinstance(known.means[c][cells[after[c]]], Unclear))
    found = list(islice(fitting, _ENOUGH_SHIFTED))
    return found[0] if len(found) == _ENOUGH_SHIFTED else ""


def _labels_of(family: str, names: Iterable[str]) -> Labels:
    """The words of a family by their labels in every language, the Vietnamese ones first."""
    called = {name: [words(lang).label(family, name) for lang in LANGUAGES] for name in names}
    return Labels(called, ids=True)


def _themes_called(text: Words, number: int) -> list[str]:
    label, roman = text.label("sections", vocabulary.THEMES[number - 1]), _ROMAN[number - 1]
    spelled = [text.say("theme_spelling", number=one) for one in (number, roman)]
    return [f"{number}. {label}", label, f"{roman}. {label}", f"0{number}", roman, *spelled]


def _spelled(text: Words, family: str, name: str) -> list[str]:
    return [one.strip() for one in str(text.family(family).get(name, "")).split(",") if one.strip()]


FORMATS_CALLED: Final = _labels_of("formats", vocabulary.FORMATS)
CHANNELS_CALLED: Final = _labels_of("channels", vocabulary.CHANNELS)
AUDIENCES_CALLED: Final = _labels_of("audiences", vocabulary.AUDIENCES)
THEMES_CALLED: Final = Labels(
    {
        str(number): [one for lang in LANGUAGES for one in (*_themes_called(words(lang), number), slug)]
        for number, slug in enumerate(vocabulary.THEMES, 1)
    }
)
_COLUMNS_CALLED: Final = Labels(
    {
        column: [
            one
            for text in map(words, LANGUAGES)
            for one in (text.label("register_columns", column), *_spelled(text, "register_spellings", column))
        ]
        for column in COLUMNS
    },
    ids=True,
)
_TOTALS, _COUNTERS = (
    frozenset(squeezed(one) for lang in LANGUAGES for one in words(lang).listed(name))
    for name in ("total_rows", "row_counters")
)
REGISTER_COLUMNS: Final = Columns(COLUMNS, REQUIRED, _COLUMNS_CALLED, _TOTALS, _COUNTERS)


def _one_body(bodies: Labels, text: str) -> str | Unclear:
    """The body a cell names; of a joint product, that there is but one who enters it."""
    found = bodies.one(text)
    several = bodies.several(text) if isinstance(found, Unclear) else ()
    if isinstance(several, Unclear) or len(several) < 2:
        return found
    return Unclear("row-of-several", {"choices": list(map(bodies.label, several))})


def _theme(found: str | Unclear) -> int | Unclear:
    return found if isinstance(found, Unclear) else int(found)


def _not_after(found: date | Unclear, today: date) -> date | Unclear:
    late = isinstance(found, date) and found > today
    return Unclear("day-in-future", {"value": found.isoformat()}) if late and isinstance(found, date) else found


def _from_nought(found: int | Unclear) -> int | Unclear:
    return Unclear("number-too-small", {"ge": 0}) if isinstance(found, int) and found < 0 else found


def _places(text: str) -> tuple[str, ...] | Unclear:
    found = parted(text)
    for place in found:
        if not is_place_name(place):
            return Unclear("not-a-place", {"value": place, "most": PLACE_LENGTH})
    return found


def _text(text: str) -> str | Unclear:
    """What a cell says in its own words, unless a whole text was pasted into it."""
    said = tidy(text)
    too_long = len(said) > LONGEST_TEXT
    return Unclear("text-too-long", {"length": len(said), "most": LONGEST_TEXT}) if too_long else said


def _address(said: str | Unclear, pages: Collection[str]) -> str | Unclear:
    if isinstance(said, Unclear):
        return said
    page = portal_page(said, pages)
    if page:
        return Unclear("portal-page-by-hand", {"page": page})
    fault = address_fault(said)
    return Unclear(fault, {"now": whole_address(said)}) if fault else said


def portal_page(address: str, pages: Collection[str]) -> str:
    """The place of the portal's own page that an address leads to, whatever it is served from; "" where to none. A
    short place (cong-uoc/crc) may be another site's too: it is known by an address without a host alone."""
    return next((tail for tail in page_tails(address) if tail in pages), "")


def page_tails(address: str) -> list[str]:
    """The ends of an address that could be the place of a page of the portal."""
    whole = is_web_address(address)
    path = urlsplit(address).path if whole else address.partition("#")[0].partition("?")[0]
    parts = [part for part in path.removesuffix("index.html").split("/") if part not in {"", ".", ".."}]
    return ["/".join(parts[start:]) for start in range(len(parts) - (2 if whole else 1))]
