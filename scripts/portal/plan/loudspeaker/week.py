"""A week as people who plan broadcasts name it (2026-W49), and which scripts it brings."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from portal.content.known.reference import ReferenceData
from portal.content.loudspeaker.calendar import Occasion, occasions
from portal.content.loudspeaker.scripts import Script

SCRIPTS_A_WEEK: Final = 7
"""One a day: what a village hears twice a week it no longer hears."""
_WEEK: Final = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True)
class Week:
    """A week of ISO 8601, which begins on Monday."""

    first: date

    @property
    def name(self) -> str:
        """2026-W49."""
        year, number, _ = self.first.isocalendar()
        return f"{year}-W{number:02d}"

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)


def week_named(name: str) -> Week | None:
    """The week of a name; None where there is no such week."""
    found = _WEEK.fullmatch(name.strip())
    try:
        return Week(date.fromisocalendar(int(found[1]), int(found[2]), 1)) if found else None
    except ValueError:
        return None


def week_after(day: date) -> Week:
    """The week that begins on the next Monday."""
    return Week(day + timedelta(days=7 - day.weekday()))


def days_of_week(data: ReferenceData, week: Week, scripts: Iterable[Script]) -> tuple[Occasion, ...]:
    """The days of the calendar that lie in a week."""
    stories = [one.story for one in scripts]
    years = sorted({week.first.year, week.last.year})
    return tuple(o for year in years for o in occasions(data, year, stories) if week.first <= o.day <= week.last)


def scripts_of_week(days: Iterable[Occasion], week: Week, scripts: Mapping[str, Script]) -> tuple[str, ...]:
    """The places of the scripts a week brings: those its days ask for, then the next in turn: all come round."""
    fitting = [place for one in days for place in one.places[:1]]
    every = sorted(scripts)
    turn = week.first.toordinal() // 7 * SCRIPTS_A_WEEK % len(every) if every else 0
    return tuple(dict.fromkeys([*fitting, *every[turn:], *every[:turn]]))[:SCRIPTS_A_WEEK]
