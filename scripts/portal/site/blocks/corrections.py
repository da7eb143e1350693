"""Everything that was corrected on the portal, newest first."""

from dataclasses import dataclass

from portal.content.corrections import corrections
from portal.site.addresses import corrections_feed
from portal.site.spot import Spot
from portal.site.values import CorrectionView, Link, correction_view


@dataclass(frozen=True)
class CorrectedStory:
    """One correction and the story it was made in."""

    made: CorrectionView
    story: Link


@dataclass(frozen=True)
class CorrectionsBlock:
    """Every correction, how many there are, and the feed that tells new ones."""

    count: str
    all: tuple[CorrectedStory, ...]
    feed: str


def corrections_block(spot: Spot) -> CorrectionsBlock:
    """Every correction of every story."""
    found = tuple(
        CorrectedStory(correction_view(one.made, spot.words), spot.link(one.story.place))
        for one in corrections(spot.library, spot.lang)
    )
    count = spot.words.say("corrections_count", count=len(found))
    return CorrectionsBlock(count, found, f"{spot.root}{corrections_feed(spot.lang)}.xml")
