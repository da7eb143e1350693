"""Days and numbers as each language writes them."""

from datetime import date

from portal.words import Words


def written_day(day: date, words: Words) -> str:
    """23/11/2026 in Vietnamese, 23 November 2026 in English."""
    month = words.ui["months"][day.month - 1]
    return str(words.ui["date_format"]).format(d=day.day, m=day.month, y=day.year, month=month)


def written_percent(share: float, words: Words) -> str:
    """A share from 0 to 1 as a percentage: 30,83 % in Vietnamese, 30.83% in English."""
    return str(words.ui["percent"]).format(number=written_number(100 * share, words))


def written_number(number: float, words: Words) -> str:
    """30,83 in Vietnamese, 30.83 in English; no zeros nobody measured."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", str(words.ui["decimal"]))
