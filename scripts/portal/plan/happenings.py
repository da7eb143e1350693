"""What was held and what will be: event pages, and what bodies reported by their forms; each told once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from zlib import crc32

from portal.content.kinds import Event
from portal.content.library import Library
from portal.language.locales import ORIGINAL
from portal.language.vocabulary import LISTED
from portal.plan.bodies.reported import HELD, AgencyReport, Held, Reports

SECTION: Final = LISTED[1]
"""Where events stand."""
REPORTED_AS: Final[Mapping[str, str]] = MappingProxyType(
    dict(zip(HELD, ("training", "press_briefing", "exhibition", "contest", "award", "campaign"), strict=True))
)
"""The kind of event that each list of a body's report is of."""


@dataclass(frozen=True)
class DatedEvent:
    """An event. `key` never changes; `place` is that of its page, "" of one that a body reported, whose title stands
    in the body's own words; `lang` is the language it is told in; `people` is how many took part, None where nobody
    said; `changed` the day it was told."""

    key: str
    kind: str
    state: str
    title: str
    about: str
    lang: str
    starts: date
    ends: date
    agency: str
    venue: str
    place: str
    people: int | None
    changed: date


def happenings(library: Library, lang: str, reports: Reports) -> tuple[DatedEvent, ...]:
    """Every event that readers of a language are told of, by its first day. One that has a page is not told a second
    time because its body reported it, too."""
    own = tuple(_written(library, lang))
    told = {(one.agency, one.kind, one.starts) for one in own}
    reported = (one for one in _reported(reports) if (one.agency, one.kind, one.starts) not in told)
    every = {one.key: one for one in (*own, *reported)}
    return tuple(sorted(every.values(), key=lambda one: (one.starts, one.key)))


def _written(library: Library, lang: str) -> Iterator[DatedEvent]:
    for story in library.told(lang, SECTION):
        front = story.front
        if isinstance(front, Event) and not story.withdrawn:
            yield DatedEvent(
                key=story.place,
                kind=front.event_type,
                state=front.state,
                title=front.title,
                about=front.description,
                lang=story.lang,
                starts=front.starts,
                ends=front.last_day,
                agency=front.agency,
                venue=front.venue or "",
                place=story.place,
                people=None,
                changed=front.changed or front.date,
            )


def _reported(reports: Reports) -> Iterator[DatedEvent]:
    for of_year in reports.values():
        for agency, report in of_year.items():
            for name, kind in REPORTED_AS.items():
                for held in getattr(report, name) or ():
                    yield _as_held(agency, report, kind, held)


def _as_held(agency: str, report: AgencyReport, kind: str, held: Held) -> DatedEvent:
    return DatedEvent(
        key=f"{agency}-{kind}-{held.date.isoformat()}-{crc32(held.title.encode()):08x}",
        kind=kind,
        state="held",
        title=held.title,
        about="",
        lang=ORIGINAL,
        starts=held.date,
        ends=held.date,
        agency=agency,
        venue="",
        place="",
        people=held.people,
        changed=report.document.date if report.document else held.date,
    )
