"""What a cell of a form means: a number, a day, yes or no, a word of a list, a text; or why it is not understood."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.forms.values import FormField
from portal.plan.plan import Window
from portal.plan.register.product_rows import RegisterCells
from portal.reading.cells import Unclear, tidy, whole_number, yes_or_no
from portal.reading.characters import without_refused
from portal.reading.dates import written_date
from portal.reading.labels import Labels
from portal.reading.workbooks.reader import CellValue

_SPREADSHEETS_BEGAN: Final = date(1899, 12, 30)
MONEY: Final = "vnd"
"""The field whose numbers are đồng."""
_SAYS_NOTHING: Final = frozenset(("-", "–", "—", "…", "...", ".", "/"))
Meaning = str | int | bool | date | tuple[str, ...]


def meaning_of(field: FormField, value: CellValue, window: Window, register: RegisterCells | None) -> Meaning | Unclear:
    """What an answer means. `register` understands the words of a product's row; None for everything else. A number in
    a day's cell is a day whose look was lost, where it is one of the window."""
    if field.type == "whole":
        return _number(field, value)
    if field.type == "day":
        return _day(value, window)
    text = _text(value)
    if isinstance(text, Unclear):
        return text
    if register and field.type in ("choice", "several"):
        found: Meaning | Unclear = register.means[field.key][text]
        return found
    if field.type == "choice":
        return _yes_or_no(field.key.rpartition(".")[2], text)
    return text


def says_nothing(value: CellValue | None) -> bool:
    """Whether a cell is empty, or says only that it is: "-"."""
    return value is None or (isinstance(value, str) and value in _SAYS_NOTHING)


def _number(field: FormField, value: CellValue) -> int | Unclear:
    if isinstance(value, bool | date):
        return Unclear("number-not-understood", {})
    if isinstance(value, float):
        return Unclear("number-not-whole", {})
    found = value if isinstance(value, int) else whole_number(value, field.key == MONEY)
    return Unclear("number-too-small", {"ge": 0}) if isinstance(found, int) and found < 0 else found


def _day(value: CellValue, window: Window) -> date | Unclear:
    if isinstance(value, date):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 100_000:
        meant = _SPREADSHEETS_BEGAN + timedelta(days=value)
        if meant in window:
            return meant
    return written_date(str(value)) if isinstance(value, str | int) else Unclear("not-a-day", {})


def _text(value: CellValue) -> str | Unclear:
    """A number in a text's cell is that text; a day is what a spreadsheet made of words such as 12/11."""
    if isinstance(value, date):
        return Unclear("cell-became-day", {"value": f"{value:%d/%m/%Y}"})
    return tidy(without_refused(str(value)))  # a sign nobody sees is told of its cell, once


def _yes_or_no(name: str, text: str) -> bool | Unclear:
    found = _answers(name).one(text)
    if not isinstance(found, Unclear):
        return found == "true"
    plain = yes_or_no(text)
    return found if isinstance(plain, Unclear) else plain


@cache
def _answers(name: str) -> Labels:
    """What a question may be answered with, in every language."""
    said: tuple[Mapping[object, object], ...] = tuple(words(lang).family(f"forms.answers.{name}") for lang in LANGUAGES)
    return Labels({answer: [str(one[answer]) for one in said] for answer in ("true", "false")})
