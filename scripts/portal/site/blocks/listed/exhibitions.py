"""The front of the exhibitions: each with its picture, what it is about, how many panels, what can be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.content.exhibitions import Exhibition
from portal.content.stories import Story
from portal.language.vocabulary import EXHIBITIONS
from portal.language.written import written_size
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class ExhibitionEntry:
    """An exhibition in the list: the name of its first drawing ("" without one), its description, its facts, its
    files."""

    drawing: str
    link: Link
    description: str
    facts: str
    files: tuple[Link, ...]


@dataclass(frozen=True)
class ExhibitionsBlock:
    """The exhibitions, the newest first, how many; `empty` says that there is none."""

    count: str
    exhibitions: tuple[ExhibitionEntry, ...]
    empty: str


def exhibitions_block(spot: Spot) -> ExhibitionsBlock:
    """Every exhibition there is."""
    entries, text = tuple(_entries(spot)), spot.words
    count = text.say("exhibition.exhibitions", count=len(entries)) if entries else ""
    return ExhibitionsBlock(count, entries, "" if entries else text.say("exhibition.none"))


def _entries(spot: Spot) -> Iterator[ExhibitionEntry]:
    found = [one for one in spot.library.pages(spot.lang, EXHIBITIONS) if isinstance(one.front, Exhibition)]
    for story in sorted(found, key=lambda one: (-(one.front.published or date.min).toordinal(), one.place)):
        if isinstance(story.front, Exhibition):
            yield _entry(spot, story, story.front)


def _entry(spot: Spot, story: Story, front: Exhibition) -> ExhibitionEntry:
    text = spot.words
    facts = [text.say("exhibition.count", count=len(front.panels))]
    facts += [text.say("exhibition.around")] if front.panorama else []
    files = tuple(
        Link(
            f"{text.label('products', one.sheet)} ({one.form.upper()}, {written_size(one.size, text)})",
            spot.root + one.path,
        )
        for one in spot.site.products
        if (one.lang, one.place) == (story.lang, story.place)
    )
    drawing = next((one.drawing for one in front.panels if one.drawing), "")
    return ExhibitionEntry(drawing or "", spot.link(story.place), front.description, " · ".join(facts), files)
