"""One row of the register of products: what each of its cells may say."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from portal.content.front_matter import Strict
from portal.language import vocabulary
from portal.reading.fields import AgencyId, LanguageTag, PlaceName, Text, Url, context_of, problem

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_MOST_DIGITS = 12


def _day_in_cell(value: object) -> date:
    """2026-11-23, or 23/11/2026 as Vietnamese spreadsheets write it."""
    found = _DAY.fullmatch(str(value))
    try:
        parts = [int(part) for part in found.groups() if part] if found else []
        return date(*parts) if str(value)[4:5] == "-" else date(*reversed(parts))
    except (ValueError, TypeError):
        raise problem("not-a-day-in-cell", value=value) from None


def _not_after_today(value: date, info: ValidationInfo) -> date:
    if value > context_of(info).today:
        raise problem("day-in-future", value=value.isoformat())
    return value


def _number_in_cell(least: int, most: int | None) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = str(value)
        if re.fullmatch(f"[0-9]{{1,{_MOST_DIGITS}}}", text) and least <= int(text) <= (most or int(text)):
            return int(text)
        raise problem("not-a-number-in-cell", value=text, least=least, most=most or "…")

    return read


def _parts(cell: object) -> list[str]:
    """The words of a cell: leaflet | poster."""
    return list(dict.fromkeys(word for part in str(cell).split("|") if (word := part.strip())))


def _known_words(known: Collection[str]) -> Callable[[list[str]], list[str]]:
    def read(value: list[str]) -> list[str]:
        for word in value:
            if word not in known:
                raise problem("unknown-word", value=word, known=sorted(known))
        return value

    return read


_Words = Annotated[list[Text], BeforeValidator(_parts), Field(min_length=1)]


class ProductRow(Strict):
    """One row of the register, as its cells say it; words in a cell are parted by |."""

    id: Text
    date: Annotated[date, BeforeValidator(_day_in_cell), AfterValidator(_not_after_today)]
    title: Text
    agency: AgencyId
    theme: Annotated[int, BeforeValidator(_number_in_cell(1, len(vocabulary.THEMES)))]
    formats: Annotated[_Words, AfterValidator(_known_words(vocabulary.FORMATS))]
    channels: Annotated[_Words, AfterValidator(_known_words(vocabulary.CHANNELS))]
    languages: Annotated[list[LanguageTag], BeforeValidator(_parts), Field(min_length=1)]
    audiences: Annotated[_Words, AfterValidator(_known_words(vocabulary.AUDIENCES))]
    places: Annotated[list[PlaceName], BeforeValidator(_parts)] = []
    quantity: Annotated[int | None, BeforeValidator(_number_in_cell(0, None))] = None
    url: Url | None = None


COLUMNS: Final = tuple(ProductRow.model_fields)
REQUIRED: Final = tuple(name for name, field in ProductRow.model_fields.items() if field.is_required())
