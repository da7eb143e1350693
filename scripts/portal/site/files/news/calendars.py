"""Calendars (iCalendar, RFC 5545) a telephone or a program subscribes to: events of each kind, and the year's days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from icalendar import Calendar
from icalendar import Event as Entry

from portal.content.loudspeaker.calendar import Occasion, occasions
from portal.language.words import Words
from portal.plan.happenings import DatedEvent
from portal.site.addresses import address
from portal.site.days.events import DAYS, calendar_path, happenings_of
from portal.site.days.occasions import occasion_name
from portal.site.files.output import Output, made_output
from portal.site.site import Site

PRODUCT: Final = "-//Human Rights Information Portal//Calendars//EN"
CALENDAR_STATES: Final = MappingProxyType({"planned": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"})
"""How a calendar calls the state of an event. What is planned may still change."""
_ONE: Final = timedelta(days=1)


@dataclass(frozen=True)
class CalendarEntry:
    """An entry: whole days from `starts` to `ends`; every year where it is `yearly`. `stamp` is the day it was told."""

    uid: str
    starts: date
    ends: date
    title: str
    lang: str
    about: str = ""
    url: str = ""
    venue: str = ""
    state: str = "CONFIRMED"
    kind: str = ""
    yearly: bool = False
    stamp: date = date(1970, 1, 1)


def calendar_files(site: Site) -> Iterator[Output]:
    """The calendars of every language: of each kind of which there is an event, of all events, of the days."""
    for lang in site.library.data.locales:
        text = site.words(lang)
        for name, entries in _calendars(site, lang, text):
            title = text.say("events.calendar_title", site=text.say("site_name"), name=_named(name, text))
            told = "" if site.approved else text.say("draft")
            made = partial(as_calendar, title, told, entries)
            yield made_output(calendar_path(lang, name), made, (title, told, entries), "scripts/portal/site")


def _named(name: str, text: Words) -> str:
    """What a calendar holds, in words."""
    own = {"": "events.all", DAYS: "events.days"}.get(name)
    return text.say(own) if own else text.label("event_types", name)


def _calendars(site: Site, lang: str, text: Words) -> Iterator[tuple[str, tuple[CalendarEntry, ...]]]:
    every = tuple((one.kind, _event(site, lang, one, text)) for one in happenings_of(site, lang))
    if every:
        yield "", tuple(entry for _, entry in every)
    for kind in sorted({kind for kind, _ in every}):
        yield kind, tuple(entry for of, entry in every if of == kind)
    yield DAYS, tuple(_days(site, text))


def _event(site: Site, lang: str, one: DatedEvent, text: Words) -> CalendarEntry:
    url = site.absolute(address(lang, one.place)) if one.place else ""
    agency = site.library.data.agencies.get(one.agency)
    said = [one.about] if one.about else []
    said += [text.say("events.by", name=agency.called(text.lang))] if agency else []
    return CalendarEntry(
        uid=_uid(site, one.key),
        starts=one.starts,
        ends=one.ends,
        title=one.title,
        lang=site.library.data.locales[one.lang].tag,
        about=" ".join(said),
        url=url,
        venue=one.venue,
        state=CALENDAR_STATES[one.state],
        kind=text.label("event_types", one.kind),
        stamp=one.changed,
    )


def _days(site: Site, text: Words) -> Iterator[CalendarEntry]:
    """Each day that comes back every year, from the first year of the plan on; the report's day of each year."""
    ledger = site.registers.ledger
    first = ledger.plan.years.first if ledger else site.as_of.year
    for one in occasions(site.library.data, first, ()):
        yield _occasion(site, one, text)
    for year in range(first, ledger.plan.years.last + 1) if ledger else ():
        if due := ledger.plan.due_day(year) if ledger else None:
            title = text.say("events.report_due")
            yield CalendarEntry(
                _uid(site, f"report-{year}"), due, due, title, text.lang, text.say("events.report_about")
            )


def _occasion(site: Site, one: Occasion, text: Words) -> CalendarEntry:
    uid = _uid(site, f"{one.kind}-{one.key}")
    return CalendarEntry(uid, one.day, one.day, occasion_name(site.library.data, one, text), text.lang, yearly=True)


def _uid(site: Site, key: str) -> str:
    return f"{key}@{urlsplit(site.settings.site_url).hostname}"


def as_calendar(title: str, told: str, entries: Iterable[CalendarEntry]) -> bytes:
    """A calendar as a file; `told` is what stands in each entry of a draft. The same entries, the same bytes."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("x-wr-calname", title)
    for one in entries:
        made.add_component(_entry(one, told))
    return bytes(made.to_ical())


def _entry(one: CalendarEntry, told: str) -> Entry:
    made, of = Entry(), {"language": one.lang}
    made.add("uid", one.uid)
    made.add("dtstamp", datetime.combine(one.stamp, datetime.min.time()))
    made.add("dtstart", one.starts)
    made.add("dtend", one.ends + _ONE)
    made.add("summary", one.title, parameters=of)
    for name, value in (("description", " ".join(filter(None, (told, one.about)))), ("location", one.venue)):
        if value:
            made.add(name, value)
    if one.url:
        made.add("url", one.url)
    if one.kind:
        made.add("categories", [one.kind])
    made.add("status", one.state)
    made.add("transp", "TRANSPARENT")
    if one.yearly:
        made.add("rrule", {"freq": "yearly"})
    return made
