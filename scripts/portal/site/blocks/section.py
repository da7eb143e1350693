"""Under the page of a section: its pages that are no stories, as cards."""

from dataclasses import dataclass

from portal.site.links import story_cards
from portal.site.spot import Spot
from portal.site.values import Card


@dataclass(frozen=True)
class SectionBlock:
    """The pages of a section."""

    cards: tuple[Card, ...]


def section_block(spot: Spot) -> SectionBlock:
    """The pages of the section a reader stands in."""
    return SectionBlock(story_cards(spot, spot.library.pages(spot.lang, spot.section)))
