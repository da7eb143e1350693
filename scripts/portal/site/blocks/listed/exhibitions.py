"""The front of the exhibitions: each with its picture, what it is about, how many panels, what can be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.content.fronts.exhibitions import Exhibition
from portal.content.stories import Story
from portal.language.vocabulary import EXHIBITIONS
from portal.site.blocks.listed.publications import ProductView, printed_of
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
    files: tuple[ProductView, ...]


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
    stories = spot.library.pages(spot.lang, EXHIBITIONS)
    found = [(story, story.front) for story in stories if isinstance(story.front, Exhibition)]
    for story, front in sorted(found, key=lambda one: (-(one[1].published or date.min).toordinal(), one[0].place)):
        yield _entry(spot, story, front)


def _entry(spot: Spot, story: Story, front: Exhibition) -> ExhibitionEntry:
    facts = [spot.words.say("exhibition.count", count=len(front.panels))]
    facts += [spot.words.say("exhibition.around")] if front.panorama else []
    drawing = next((one.drawing for one in front.panels if one.drawing), "")
    files = printed_of(spot, story.lang, story.place)
    return ExhibitionEntry(drawing, spot.link(story.place), front.description, " · ".join(facts), files)
