"""The training desk: who needs training and what was reported of it, classes offered and held, the units."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.language.places import BODIES, PROGRESS, front_of
from portal.plan.bodies.asked import PEOPLE
from portal.plan.happenings import SECTION, DatedEvent
from portal.site.blocks.listed.events import MOST_REPORTED, more_events
from portal.site.blocks.listed.publications import ProductView, printed_of
from portal.site.blocks.plan.bodies import body_link
from portal.site.blocks.plan.progress import TargetView, progress_block
from portal.site.days.events import calendar_path, happenings_of
from portal.site.spot import Spot
from portal.site.units import learners_said, unit_test_link, units_of
from portal.site.values import Day, Link, day_view

TRAINED: Final = "training"
"""The kind of event the desk tells of."""


@dataclass(frozen=True)
class TrainedGroup:
    """A group of people the plan wants trained: `view` is its target as the progress page tells it, `way` leads there;
    `givers` says who can give what is missing."""

    view: TargetView
    way: Link | None
    givers: str


@dataclass(frozen=True)
class TrainingEvent:
    """A class: its day, its title as a link where it has a page, the language of that, how it stands, which body, how
    many took part ("" where nobody said)."""

    day: Day
    link: Link
    state: str
    body: Link | None
    people: str
    reported: bool


@dataclass(frozen=True)
class UnitEntry:
    """A unit in the list: for whom and how long, its test, its files."""

    link: Link
    about: str
    facts: str
    test: Link | None
    files: tuple[ProductView, ...]


@dataclass(frozen=True)
class TrainingBlock:
    """What the desk shows. `groups` are those of the plan, none where there is no plan, `window` the days they are
    counted for; `coming` and `held` are classes, `more` says where the older ones are, `count` how many there are of
    both; `calendar` is the file with them, None where there is none; `units` is the course, `length` how long the whole
    of it takes."""

    groups: tuple[TrainedGroup, ...]
    window: str
    rule: str
    progress: Link | None
    bodies: Link | None
    coming: tuple[TrainingEvent, ...]
    held: tuple[TrainingEvent, ...]
    more: str
    count: str
    calendar: Link | None
    events: Link | None
    units: tuple[UnitEntry, ...]
    length: str


def training_block(spot: Spot) -> TrainingBlock:
    """The whole desk, as of the site's day."""
    done = progress_block(spot)
    every = tuple(one for one in happenings_of(spot.site, spot.lang) if one.kind == TRAINED)
    coming = tuple(one for one in every if one.ends >= spot.site.as_of and one.state != "held")
    held = [one for one in reversed(every) if one not in coming]
    units, text = units_of(spot), spot.words
    counts = {"held": sum(one.state == "held" for one in every), "coming": len(coming)}
    return TrainingBlock(
        groups=tuple(_group(spot, one) for one in done.targets if one.row.figure.target.reported in PEOPLE)
        if done
        else (),
        window=done.window if done else "",
        rule=done.rule if done else "",
        progress=_way(spot, PROGRESS),
        bodies=_way(spot, BODIES),
        coming=tuple(_event(spot, one) for one in coming),
        held=tuple(_event(spot, one) for one in held[:MOST_REPORTED]),
        more=more_events(spot, len(held)),
        count=text.say("training.count", **counts) if every else "",
        calendar=_calendar(spot) if every else None,
        events=_way(spot, front_of(SECTION)),
        units=tuple(_units(spot)),
        length=text.say("training.length", count=len(units), minutes=sum(front.length for _, front in units)),
    )


def _group(spot: Spot, view: TargetView) -> TrainedGroup:
    kinds = [spot.words.say(f"forms.body_kinds.{one}").lower() for one in view.row.figure.target.bodies]
    progress = _way(spot, PROGRESS)
    way = (
        Link(spot.words.say("training.to_progress", id=view.row.id), f"{progress.href}#{view.anchor}")
        if progress
        else None
    )
    return TrainedGroup(view, way, spot.words.say("training.givers", kinds=", ".join(kinds)))


def _event(spot: Spot, one: DatedEvent) -> TrainingEvent:
    text, agency = spot.words, spot.library.data.agencies.get(one.agency)
    return TrainingEvent(
        day=day_view(one.starts, text),
        link=Link(one.title, spot.to(one.place) if one.place else "", lang=one.lang if one.lang != text.lang else None),
        state=text.label("event_states", one.state),
        body=body_link(spot, agency) if agency else None,
        people=text.say("events.people", count=one.people) if one.people is not None else "",
        reported=not one.place,
    )


def _calendar(spot: Spot) -> Link:
    return Link(spot.words.label("event_types", TRAINED), f"{spot.root}{calendar_path(spot.lang, TRAINED)}")


def _units(spot: Spot) -> Iterator[UnitEntry]:
    for story, front in units_of(spot):
        minutes = spot.words.say("lesson.minutes", count=front.length)
        yield UnitEntry(
            link=spot.link(story.place),
            about=front.description,
            facts=f"{learners_said(front, spot.words)} · {minutes}",
            test=unit_test_link(spot, story.place),
            files=printed_of(spot, story.lang, story.place),
        )


def _way(spot: Spot, place: str) -> Link | None:
    return next(iter(spot.links([place])), None)
