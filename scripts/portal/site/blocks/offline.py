"""What a device keeps for times without a network: where to turn, and the seven conventions."""

from dataclasses import dataclass

from portal.language import vocabulary
from portal.language.places import HELP, convention_page, section_of
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class OfflineBlock:
    """The pages that are always kept."""

    kept: tuple[Link, ...]


def offline_block(spot: Spot) -> OfflineBlock:
    """Where to turn first, then the conventions."""
    helping = (story.place for story in spot.library.pages(spot.lang, section_of(HELP)))
    return OfflineBlock(spot.links((HELP, *helping, *map(convention_page, vocabulary.CONVENTIONS))))
