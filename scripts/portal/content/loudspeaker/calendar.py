"""What to read when: the days of a year that data/ knows, each with the pages whose scripts fit it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from portal.content.known.reference import ReferenceData
from portal.content.stories import Story
from portal.language.places import convention_page

_LEAP_DAY: Final = (2, 29)


@dataclass(frozen=True)
class Occasion:
    """A day of one year. `kind` is that of an observance of data/observances.yml, or the day a convention was adopted;
    `key` its id there or the convention's code. `places` are the pages that have a script to read on it, the closest
    first."""

    day: date
    kind: Literal["observance", "adopted"]
    key: str
    places: tuple[str, ...]


def occasions(data: ReferenceData, year: int, scripted: Iterable[Story]) -> tuple[Occasion, ...]:
    """Every day of a year that is known, in order; `scripted` are the pages that have a script in one language."""
    stories = tuple(scripted)
    return tuple(sorted(_occasions(data, year, stories), key=lambda one: (one.day, one.kind, one.key)))


def _occasions(data: ReferenceData, year: int, stories: tuple[Story, ...]) -> Iterator[Occasion]:
    for one in data.observances.values():
        if day := _in_year(year, one.month, one.day):
            fitting = _fitting(stories, frozenset(one.conventions), frozenset(one.groups))
            yield Occasion(day, "observance", one.id, fitting)
    for code, facts in data.conventions.items():
        if day := _in_year(year, facts.adopted.month, facts.adopted.day):
            own = [story.place for story in stories if story.place == convention_page(code)]
            fitting = _fitting(stories, frozenset((code,)), frozenset())
            yield Occasion(day, "adopted", code, tuple(dict.fromkeys((*own, *fitting))))


def _in_year(year: int, month: int, day: int) -> date | None:
    """The day in a year; None of 29 February in a year without one."""
    return None if (month, day) == _LEAP_DAY and year % 4 else date(year, month, day)


def _fitting(stories: tuple[Story, ...], conventions: frozenset[str], groups: frozenset[str]) -> tuple[str, ...]:
    """The pages that share a convention or a group with a day, those that share most first."""
    scored = [(len(conventions & {*one.front.conventions}) + len(groups & {*one.front.groups}), one) for one in stories]
    fitting = sorted((-score, story.place) for score, story in scored if score)
    return tuple(place for _, place in fitting)
