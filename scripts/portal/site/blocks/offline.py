"""What a device keeps for times without a network: where to turn; where asked, the seven conventions and the search."""

from dataclasses import dataclass

from portal.language import vocabulary
from portal.language.places import HELP, SEARCH, convention_page, section_of
from portal.site.search.index import first_file
from portal.site.spot import Spot
from portal.site.values import Link


@dataclass(frozen=True)
class OfflineBlock:
    """The pages that are kept of themselves, those that are when a reader asks, and where the search index lies."""

    kept: tuple[Link, ...]
    asked: tuple[Link, ...]
    index: str


def offline_block(spot: Spot) -> OfflineBlock:
    """Where to turn; the search and the conventions."""
    helping = (story.place for story in spot.library.pages(spot.lang, section_of(HELP)))
    asked = spot.links((SEARCH, *map(convention_page, vocabulary.CONVENTIONS)))
    return OfflineBlock(spot.links((HELP, *helping)), asked, spot.root + first_file(spot.lang))
