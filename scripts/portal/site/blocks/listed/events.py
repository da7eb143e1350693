"""Under the front of events: what is coming, what is past, what bodies reported, the days of the year, calendars."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from portal.content.loudspeaker.calendar import Occasion, occasions
from portal.language.vocabulary import EVENT_TYPES
from portal.plan.happenings import DatedEvent
from portal.site.blocks.listed.section import StoryGroup, story_groups
from portal.site.blocks.plan.bodies import body_link
from portal.site.days.events import DAYS, calendar_path, happenings_of
from portal.site.days.occasions import occasion_name, occasion_source
from portal.site.spot import Spot
from portal.site.values import Cited, Day, Link, cited, day_view

MOST_REPORTED: Final = 24
"""Events that bodies reported, on one page; 59 bodies hold hundreds a year."""
_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True)
class ReportedEvent:
    """What a body reported as held: when, what, in which language that is told, which body, how many took part (""
    where nobody said)."""

    day: Day
    kind: str
    title: str
    lang: str | None
    body: Link
    people: str


@dataclass(frozen=True)
class DayOfYear:
    """A day of the year ahead: when, what it is called, who says that there is such a day."""

    day: Day
    name: str
    source: Cited | None


@dataclass(frozen=True)
class EventsBlock:
    """`groups` are the events that have a page, `reported` the latest of those that bodies reported, `more` a sentence
    where there are others; `missing` says of each kind of which there is nothing what will be here, and who can give
    it; `days` are those of the year ahead; `calendars` are files to subscribe to."""

    groups: tuple[StoryGroup, ...]
    reported: tuple[ReportedEvent, ...]
    more: str
    missing: tuple[str, ...]
    days: tuple[DayOfYear, ...]
    calendars: tuple[Link, ...]


def events_block(spot: Spot) -> EventsBlock:
    """Everything that is dated, as of the site's day."""
    every = happenings_of(spot.site, spot.lang)
    reported = [one for one in reversed(every) if not one.place]
    return EventsBlock(
        groups=tuple(story_groups(spot)),
        reported=tuple(_reported(spot, one) for one in reported[:MOST_REPORTED]),
        more=more_events(spot, len(reported)),
        missing=tuple(_missing(spot, {one.kind for one in every})),
        days=tuple(sorted(_days(spot), key=lambda one: one.day.iso)),
        calendars=tuple(_calendars(spot, {one.kind for one in every})),
    )


def more_events(spot: Spot, count: int) -> str:
    """How many events there are where not all are here, and where they are; "" where they are all here."""
    return spot.words.say("events.reported_more", shown=MOST_REPORTED, count=count) if count > MOST_REPORTED else ""


def _reported(spot: Spot, one: DatedEvent) -> ReportedEvent:
    text = spot.words
    people = text.say("events.people", count=one.people) if one.people is not None else ""
    lang = one.lang if one.lang != spot.lang else None
    kind, agencies = text.label("event_types", one.kind), spot.library.data.agencies
    return ReportedEvent(
        day_view(one.starts, text), kind, one.title, lang, body_link(spot, agencies[one.agency]), people
    )


def _missing(spot: Spot, kinds: set[str]) -> Iterator[str]:
    for kind in EVENT_TYPES:
        if kind not in kinds:
            yield spot.words.say(f"events.none.{kind}")


def _days(spot: Spot) -> Iterator[DayOfYear]:
    first = spot.site.as_of
    for one in (one for year in (first.year, first.year + 1) for one in occasions(spot.library.data, year, ())):
        if first <= one.day < first + _YEAR:
            yield _occasion(spot, one)
    ledger = spot.site.registers.ledger
    due = ledger.plan.due_day(ledger.year_of(first)) if ledger else None
    if due and due >= first:
        yield DayOfYear(day_view(due, spot.words), spot.words.say("events.report_due"), None)


def _occasion(spot: Spot, one: Occasion) -> DayOfYear:
    data, text = spot.library.data, spot.words
    source = occasion_source(data, one)
    told = cited(source, text.lang, text) if source else None
    return DayOfYear(day_view(one.day, text), occasion_name(data, one, text), told)


def _calendars(spot: Spot, kinds: set[str]) -> Iterator[Link]:
    """Those there are: of all events and of each kind where there is one, and of the days."""
    text = spot.words
    named = {"": text.say("events.all"), **{kind: text.label("event_types", kind) for kind in EVENT_TYPES}}
    there = {name: said for name, said in named.items() if (kinds if not name else name in kinds)}
    for name, said in {**there, DAYS: text.say("events.days")}.items():
        yield Link(said, f"{spot.root}{calendar_path(spot.lang, name)}")
