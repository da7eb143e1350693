"""Days and numbers as each language writes them."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Final

from portal.language.words import Words

_NOISE: Final = 1e-9  # what binary fractions add to a whole number: 100 * 0.56 is 56.00000000000001


def written_day(day: date, words: Words) -> str:
    """23/11/2026 in Vietnamese, 23 November 2026 in English."""
    month = words.listed("months")[day.month - 1]
    return words.say("date_format", d=day.day, m=day.month, y=day.year, month=month)


def month_name(month: date, words: Words) -> str:
    """11/2026 in Vietnamese, November 2026 in English."""
    return words.say("digest.month", y=month.year, month=words.listed("months")[month.month - 1])


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def written_percent(share: float, words: Words) -> str:
    """A share from 0 to 1 as a percentage: 30,83 % in Vietnamese, 30.83% in English. 39,999 of 40,000 is 99.99%."""
    return words.say("percent", number=written_number(percent_of(share, 2), words))


def percent_of(share: float, digits: int) -> float:
    """A share from 0 to 1 as per cent with so many decimal places, at least one. Nearly all is never rounded up to 100
    and next to nothing never down to 0: those two are said only of what is exactly so."""
    least = 10.0**-digits
    rounded = round(100 * share, digits)
    if 0 < share < 1:
        return min(max(rounded, least), round(100 - least, digits))
    return rounded


def written_number(number: float, words: Words, grouped: bool = False) -> str:
    """30,83 in Vietnamese, 30.83 in English; no zeros nobody measured, and no whole number that is none: 99.9975 stays
    99.9975. `grouped` parts thousands: 1.234 and 1,234."""
    decimal = words.say("decimal")
    whole, _, rest = f"{number:,.2f}".partition(".")
    if rest == "00" and abs(number - round(number)) > _NOISE:
        whole, _, rest = f"{Decimal(repr(number)):,f}".partition(".")
    rest = rest.rstrip("0")
    whole = whole.replace(",", ("." if decimal == "," else ",") if grouped else "")
    return f"{whole}{decimal}{rest}" if rest else whole


def written_size(count: int, words: Words) -> str:
    """How much a file weighs: 980 bytes, 12,4 KB, 3,1 MB."""
    for unit, size in (("mb", 1_000_000), ("kb", 1_000)):
        if count >= size:
            return words.say(f"open_data.sizes.{unit}", number=written_number(round(count / size, 1), words))
    return words.say("open_data.sizes.b", number=count)
