"""Numbers in words, as a language says them: one way of putting them together, the words from a table per language."""

from datetime import date
from typing import Final

from portal.language.locales import ENGLISH, VIETNAMESE
from portal.language.words import Words

LONGEST_NUMBER: Final = 12
"""Digits of the longest whole number that is said as one: up to billions. What is longer is no number for an ear."""
_WHOLE_DECIMALS: Final = frozenset((VIETNAMESE,))
"""Languages that say what stands after the point as a number: chín mươi hai phẩy tám mươi sáu."""
_YEARS_IN_PAIRS: Final = frozenset((ENGLISH,))
"""Languages that say a year by its two halves: nineteen ninety, twenty twenty-six."""
_LEAP: Final = 2000


def said_number(whole: str, decimals: str, text: Words) -> str:
    """A number in words, from its digits before and after the point ("" for none)."""
    said = said_digits(whole, text) if _is_code(whole) else said_whole(int(whole), text)
    if not decimals:
        return said
    as_number = text.lang in _WHOLE_DECIMALS and not decimals.startswith("0")
    rest = said_whole(int(decimals), text) if as_number else said_digits(decimals, text).replace(",", "")
    return text.say("spoken.point", whole=said, rest=rest)


def said_digits(digits: str, text: Words) -> str:
    """Digit by digit, as a telephone number is said, with a breath between them: một, một, một."""
    return ", ".join(text.listed("spoken.digits")[int(one)] for one in digits)


def said_whole(number: int, text: Words) -> str:
    """A whole number in words. Raises IndexError for one of more than LONGEST_NUMBER digits."""
    if number < 1000:
        return _below_thousand(number, text)
    names = text.listed("spoken.groups")
    said = ""
    for place, group in enumerate(_groups(number)):
        power = len(_groups(number)) - 1 - place
        if group:
            said = f"{_joined(said, group, text)} {names[power]}".strip()
    return said


def said_year(year: int, text: Words) -> str:
    """A year: by halves where the language says it so, else as a number."""
    century, rest = divmod(year, 100)
    if text.lang not in _YEARS_IN_PAIRS or not 1100 <= year < 2100 or rest < 10:
        return said_whole(year, text)
    return f"{said_whole(century, text)} {said_whole(rest, text)}"


def said_day(day: int, month: int, year: int | None, text: Words) -> str | None:
    """A day of a month, with its year where that is said; None for a day there is not."""
    try:
        date(year or _LEAP, month, day)
    except ValueError:
        return None
    names = {"day": text.listed("spoken.days")[day - 1], "month": text.listed("spoken.months")[month - 1]}
    said = text.say("spoken.day_and_month", **names)
    return text.say("spoken.and_year", said=said, year=said_year(year, text)) if year else said


def said_month(month: int, year: int, text: Words) -> str | None:
    """A month of a year; None for one there is not."""
    if not 1 <= month <= 12:
        return None
    named = text.listed("spoken.months")[month - 1]
    return text.say("spoken.and_year", said=named, year=said_year(year, text))


def _is_code(whole: str) -> bool:
    return (len(whole) > 1 and whole.startswith("0")) or len(whole) > LONGEST_NUMBER


def _groups(number: int) -> list[int]:
    """A number by thousands, the highest first."""
    return [int(part) for part in f"{number:,}".split(",")]


def _joined(said: str, group: int, text: Words) -> str:
    """What was said of the higher groups, and the next: "hai nghìn không trăm mười sáu", "one thousand and nine"."""
    rest = _below_thousand(group, text)
    if not said or group > 99:
        return f"{said} {rest}"
    return text.say(f"spoken.group_and_{'digit' if group < 10 else 'tens'}", group=said, rest=rest)


def _below_thousand(number: int, text: Words) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, text)
    said = text.say("spoken.hundred", number=text.listed("spoken.digits")[hundreds])
    if not rest:
        return said
    way = "hundred_and_digit" if rest < 10 else "hundred_and"
    return text.say(f"spoken.{way}", hundred=said, rest=_below_hundred(rest, text))


def _below_hundred(number: int, text: Words) -> str:
    tens, digit = divmod(number, 10)
    if tens < 2:
        return text.listed(f"spoken.{'teens' if tens else 'digits'}")[digit]
    said = text.listed("spoken.tens")[tens]
    return text.say("spoken.tens_and", tens=said, rest=text.listed("spoken.after_tens")[digit]) if digit else said
