"""What a written day means: 20/11/2026, 20-11-2026, 20.11.2026, 2026-11-20, "ngày 20 tháng 11 năm 2026"; or why none.

A pure function, text → date or `Unclear`, for CSV, workbooks and YAML alike. The day comes before the month, as it is
written in Viet Nam; a day with its month first, without its century, or as the number a spreadsheet keeps is told
with the day to write instead. A time of day behind it says nothing against the day and is passed over.
"""

import re
from datetime import date, timedelta
from typing import Final

from portal.language.folding import fold
from portal.reading.cells import Unclear, tidy

_TIME: Final = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_PART: Final = r" ?([-/.]) ?"
_DAY_FIRST: Final = re.compile(rf"([0-9]{{1,2}}){_PART}([0-9]{{1,2}}){_PART}([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})([-/.])([0-9]{{1,2}}){_TIME}")
_IN_WORDS: Final = re.compile(r"(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}),? (?:nam )?([0-9]{4})")
_IN_ENGLISH: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]+),? ([0-9]{4})")
_IN_AMERICAN: Final = re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_MONTHS: Final = "january february march april may june july august september october november december".split()
_RUN_TOGETHER: Final = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_WEEKDAY: Final = re.compile(r"^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\W+")
_CLOCK: Final = re.compile(r"[0-9]{1,2}[:hg][0-9]{0,2}(?::[0-9]{2})?(?: ?[ap]m)?")
_NOT_WHOLE: Final = re.compile(
    r"(?:(?:thang|quy|nam|dau|cuoi|giua) .*|[0-9]{4}|[0-9]{1,2}[-/.][0-9]{4}|(?:ngay )?[0-9]{1,2}[-/.][0-9]{1,2})"
)
_SERIAL: Final = re.compile(r"[3-6][0-9]{4}")
_SPREADSHEETS_BEGAN: Final = date(1899, 12, 30)
"""Day 0 of Excel's count, in which 1900 has a 29 February."""


def written_date(text: str) -> date | Unclear:
    """The day a text names."""
    said = tidy(text)
    if found := _YEAR_FIRST.fullmatch(said):
        return _day(found[1], found[3], found[5]) if found[2] == found[4] else Unclear("not-a-day", {})
    if found := _DAY_FIRST.fullmatch(said):
        return _day_first(found) if found[2] == found[4] else Unclear("not-a-day", {})
    spoken = _WEEKDAY.sub("", fold(said))
    if found := _IN_WORDS.fullmatch(spoken):
        return _day(found[3], found[2], found[1])
    if spoken != fold(said):
        return written_date(spoken.removeprefix("ngay "))
    if (found := _IN_ENGLISH.fullmatch(spoken)) and found[2] in _MONTHS:
        return _day(found[3], str(_MONTHS.index(found[2]) + 1), found[1])
    if (found := _IN_AMERICAN.fullmatch(spoken)) and found[1] in _MONTHS:
        return _day(found[3], str(_MONTHS.index(found[1]) + 1), found[2])
    return _no_day(said)


def _no_day(said: str) -> date | Unclear:
    """What else than a day is written in the place of one."""
    if found := _RUN_TOGETHER.fullmatch(said):
        meant = _day(found[1], found[2], found[3])
        return meant if isinstance(meant, Unclear) else Unclear("day-run-together", {"day": _shown(meant)})
    if _CLOCK.fullmatch(fold(said)):
        return Unclear("day-is-time", {})
    if _SERIAL.fullmatch(said):
        meant = _SPREADSHEETS_BEGAN + timedelta(days=int(said))
        return Unclear("day-as-serial", {"day": _shown(meant)})
    return Unclear("day-not-whole" if _NOT_WHOLE.fullmatch(fold(said)) else "not-a-day", {})


def _day_first(found: re.Match[str]) -> date | Unclear:
    day, month, year = found[1], found[3], found[5]
    if len(year) == 2:
        meant = _day(f"20{year}", month, day)
        return meant if isinstance(meant, Unclear) else Unclear("day-without-century", {"day": _shown(meant)})
    read, turned = _day(year, month, day), _day(year, day, month)
    if isinstance(read, Unclear) and isinstance(turned, date):
        return Unclear("day-month-first", {"day": _shown(turned)})
    return read


def _day(year: str, month: str, day: str) -> date | Unclear:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return Unclear("not-a-day", {})


def _shown(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
