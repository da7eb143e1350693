"""The loudspeaker kit: how to read, what comes next, every script by subject, how the log comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal.content.loudspeaker.calendar import Occasion, occasions
from portal.content.loudspeaker.scripts import Script, duration, scripts_of
from portal.language import vocabulary
from portal.language.places import front_of, script_place
from portal.language.written import written_day
from portal.site.days.occasions import occasion_name, occasion_source
from portal.site.spot import Spot
from portal.site.values import Cited, Day, Link, cited, day_view

COMING: Final = 4
"""So many of the next days stand above the year's calendar."""
_DAYS_AHEAD: Final = 31


@dataclass(frozen=True)
class OccasionView:
    """A day of the calendar: when, what, which scripts fit it, what says that there is such a day (None for the day a
    convention was adopted, which its own page proves)."""

    day: Day
    name: str
    scripts: tuple[Link, ...]
    source: Cited | None


@dataclass(frozen=True)
class ScriptCard:
    """A script in the list: its length, and whom it is about in a few words."""

    link: Link
    length: str
    about: str


@dataclass(frozen=True)
class ScriptGroup:
    """The scripts of pages of one section."""

    title: str
    cards: tuple[ScriptCard, ...]


@dataclass(frozen=True)
class LoudspeakerBlock:
    """The kit. `how` and `log` are sentences; `due` says when the plan asks for the year's report, "" without a plan;
    `coming` are the next days, `year` all of the year `year_title` names; `training` leads to the training desk, None
    where there is none."""

    purpose: str
    how: tuple[str, ...]
    coming: tuple[OccasionView, ...]
    year_title: str
    year: tuple[OccasionView, ...]
    groups: tuple[ScriptGroup, ...]
    log: tuple[str, ...]
    due: str
    training: Link | None


def loudspeaker_block(spot: Spot) -> LoudspeakerBlock:
    """The kit as of the site's day."""
    text, day = spot.words, spot.site.as_of
    scripts = tuple(scripts_of(spot.library, spot.lang))
    this, next_ = (_days(spot, year, scripts) for year in (day.year, day.year + 1))
    coming = [view for one, view in (*this, *next_) if 0 <= (one.day - day).days <= _DAYS_AHEAD]
    return LoudspeakerBlock(
        purpose=text.say("loudspeaker.purpose"),
        how=text.listed("loudspeaker.how"),
        coming=tuple(coming[:COMING]),
        year_title=text.say("loudspeaker.year", year=day.year),
        year=tuple(view for _, view in this),
        groups=tuple(_groups(spot, scripts)),
        log=text.listed("loudspeaker.log"),
        due=_due(spot, day),
        training=next(iter(spot.links([front_of(vocabulary.TRAINING)])), None),
    )


def _days(spot: Spot, year: int, scripts: tuple[Script, ...]) -> tuple[tuple[Occasion, OccasionView], ...]:
    every = occasions(spot.library.data, year, [one.story for one in scripts])
    return tuple((one, _occasion(spot, one)) for one in every)


def _occasion(spot: Spot, one: Occasion) -> OccasionView:
    text, data = spot.words, spot.library.data
    name, source = occasion_name(data, one, text), occasion_source(data, one)
    links = tuple(Link(link.title, spot.to(script_place(place)), lang=link.lang) for place, link in _linked(spot, one))
    return OccasionView(day_view(one.day, text), name, links, cited(source, text.lang, text) if source else None)


def _linked(spot: Spot, one: Occasion) -> Iterator[tuple[str, Link]]:
    return ((place, spot.link(place)) for place in one.places)


def _groups(spot: Spot, scripts: tuple[Script, ...]) -> Iterator[ScriptGroup]:
    for section in vocabulary.SECTIONS:
        cards = tuple(_card(spot, one) for one in scripts if one.story.section == section)
        if cards:
            yield ScriptGroup(spot.words.label("sections", section), cards)


def _card(spot: Spot, script: Script) -> ScriptCard:
    text, story = spot.words, script.story
    link = spot.link(story.place)
    about = ", ".join(text.label("groups", name) for name in story.front.groups)
    length = text.say("loudspeaker.with_sketch" if script.sketch else "loudspeaker.alone", length=_long(spot, script))
    return ScriptCard(Link(link.title, spot.to(script_place(story.place)), lang=link.lang), length, about)


def _long(spot: Spot, script: Script) -> str:
    return duration(script.seconds, spot.words)


def _due(spot: Spot, day: date) -> str:
    ledger = spot.site.registers.ledger
    if ledger is None:
        return ""
    due = ledger.plan.due_day(ledger.year_of(day))
    return spot.words.say("loudspeaker.due", day=written_day(due, spot.words)) if due else ""
