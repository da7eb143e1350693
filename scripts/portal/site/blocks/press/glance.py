"""Facts at a glance: the latest number of each fact the portal states, with its time and who says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.stated.facts import Fact, StatedNumber, numbers_of
from portal.site.finishing.names import province_name
from portal.site.spot import Spot
from portal.site.values import Cited, Link, cited

_A_TIME: Final = re.compile(r"\d{4}(?:[–-]\d{4})?")
_MOST_PARTS: Final = 3
_OPEN: Final = 6
"""So many facts of a group stand open, in the order of data/facts.yml; the others are folded."""


@dataclass(frozen=True)
class GlanceNumber:
    """A number with the time, or the part of the whole, that it is of."""

    number: str
    when: str


@dataclass(frozen=True)
class GlanceFact:
    """A fact: what is counted, its latest number, or those of its first parts; who says so. `derived` is how the portal
    worked it out, "" where a source gives it; `note` is what to mind of numbers that have no time beside them, such as
    that the source names no year; `more` leads to all numbers where there are more."""

    what: str
    numbers: tuple[GlanceNumber, ...]
    source: Cited | None
    derived: str
    note: str
    more: Link | None


@dataclass(frozen=True)
class GlanceGroup:
    """Facts under a title: those that stand open, and those folded behind a line that says how many."""

    title: str
    facts: tuple[GlanceFact, ...]
    folded: tuple[GlanceFact, ...]
    others: str


def glance_groups(spot: Spot) -> tuple[GlanceGroup, ...]:
    """Those of the province first."""
    facts, text = spot.library.data.facts.values(), spot.words
    province = province_name(spot.library, text)
    own = [fact for fact in facts if province and province in fact.what[text.lang]]
    others = [fact for fact in facts if fact not in own]
    found = (("glance_own", own), ("glance_other", others))
    groups = (_group(spot, name, tuple(_facts(spot, some))) for name, some in found)
    return tuple(group for group in groups if group.facts)


def _group(spot: Spot, name: str, facts: tuple[GlanceFact, ...]) -> GlanceGroup:
    say, folded = spot.words.say, facts[_OPEN:]
    others = say("press.glance_folded", count=len(folded)) if folded else ""
    return GlanceGroup(say(f"press.{name}"), facts[:_OPEN], folded, others)


def _facts(spot: Spot, facts: list[Fact]) -> Iterator[GlanceFact]:
    for fact in facts:
        every = tuple(numbers_of(fact, spot.library.data.figures))
        if every:
            yield _fact(spot, fact, every)


def _fact(spot: Spot, fact: Fact, every: tuple[StatedNumber, ...]) -> GlanceFact:
    text = spot.words
    in_time = all(_A_TIME.fullmatch(one.when[text.lang]) for one in every)
    shown = every[-1:] if in_time else every[:_MOST_PARTS]
    last = shown[-1]
    return GlanceFact(
        what=_begun(fact.what[text.lang]),
        numbers=tuple(GlanceNumber(one.written(text), one.when[text.lang]) for one in shown),
        source=cited(last.source, text.lang, text) if last.source else None,
        derived=text.say("press.derived", how=last.derived[text.lang]) if last.derived else "",
        note="" if in_time else _note(spot, fact),
        more=_more(spot, fact, len(every)) if len(every) > len(shown) else None,
    )


def _note(spot: Spot, fact: Fact) -> str:
    """What the figure of a fact says is to be minded; "" where it says nothing."""
    figure = spot.library.data.figures.get(fact.figure or "")
    return figure.note[spot.words.lang] if figure and figure.note else ""


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _more(spot: Spot, fact: Fact, count: int) -> Link | None:
    """The way to the figure that draws all numbers of a fact; None where no page draws it."""
    places = spot.site.drawn_on.get((spot.words.lang, fact.figure or ""), ())
    title = spot.words.say("press.glance_more", count=count)
    return Link(title, f"{spot.to(places[0])}#hinh-{fact.figure}") if places else None
