"""What a device keeps for times without a network: where to turn, and the seven conventions."""

from dataclasses import dataclass

from portal.language import vocabulary
from portal.language.places import HELP, SEARCH, convention_page, section_of
from portal.site.search.index import first_file
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class OfflineBlock:
    """The pages that are always kept, and where the search index lies."""

    kept: tuple[Link, ...]
    index: str


def offline_block(spot: Spot) -> OfflineBlock:
    """Where to turn first, then the search, then the conventions."""
    helping = (story.place for story in spot.library.pages(spot.lang, section_of(HELP)))
    kept = spot.links((HELP, *helping, SEARCH, *map(convention_page, vocabulary.CONVENTIONS)))
    return OfflineBlock(kept, spot.root + first_file(spot.lang))
