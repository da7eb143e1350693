"""Under the page of a section: its stories where no theme shows them, its other pages as cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language import vocabulary
from portal.site.days.events import in_two
from portal.site.links import story_cards, whole_list
from portal.site.made.listings import MOST_ON_A_PAGE
from portal.site.spot import Spot
from portal.site.values import Card, Link


@dataclass(frozen=True)
class StoryGroup:
    """Stories under a title; `rest` leads to all of them where only the first are here."""

    title: str
    cards: tuple[Card, ...]
    rest: Link | None = None


@dataclass(frozen=True)
class SectionBlock:
    """The stories of a section in their groups, its pages that are none; `empty` says that there is nothing yet."""

    groups: tuple[StoryGroup, ...]
    cards: tuple[Card, ...]
    empty: str


def section_block(spot: Spot) -> SectionBlock:
    """What there is in the section a reader stands in."""
    groups = tuple(story_groups(spot)) if spot.section in vocabulary.LISTED else ()
    cards = story_cards(spot, spot.library.pages(spot.lang, spot.section))
    empty = spot.words.family("nothing_yet").get(spot.section, spot.words.say("list_empty"))
    return SectionBlock(groups, cards, "" if groups or cards else empty)


def story_groups(spot: Spot) -> Iterator[StoryGroup]:
    """Events that are coming, then those that are past; of other stories the newest first. Of each no more than stand
    on a page of a list."""
    stories = spot.library.newest(spot.lang, spot.section)
    coming, past = in_two(stories, spot.site.as_of)
    events = {story.place for story in (*coming, *past)}
    others = tuple(story for story in stories if story.place not in events)
    found = {"events_coming": coming, "events_past": past, "stories_newest": others}
    for title, some in found.items():
        if some:
            rest = whole_list(spot, "kind", some[0].front.kind) if len(some) > MOST_ON_A_PAGE else None
            yield StoryGroup(spot.words.say(title), story_cards(spot, some[:MOST_ON_A_PAGE]), rest)
