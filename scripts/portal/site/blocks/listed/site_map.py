"""Every section with every page in it, of its stories the newest and the way to all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.language import vocabulary
from portal.language.places import HOME, front_of, parent_of, section_of
from portal.site.made.listings import Listing, listing_place
from portal.site.spot import Spot, is_withdrawn
from portal.site.values import Link

MOST_STORIES: Final = 24
"""So many stories of a theme are named: a page for everyone does not grow with the years."""


@dataclass(frozen=True)
class MappedSection:
    """A section's own page, and its other pages in the order of their titles; the list of all its stories, where not
    all are named."""

    front: Link
    pages: tuple[Link, ...]
    every: Link | None = None


@dataclass(frozen=True)
class SiteMapBlock:
    """The whole site as links."""

    sections: tuple[MappedSection, ...]


def site_map_block(spot: Spot) -> SiteMapBlock:
    """Every page; those at the top come first under the home page. What stands below a page is found from there, and
    the older stories of a theme from its list."""
    return SiteMapBlock(tuple(_sections(spot)))


def _sections(spot: Spot) -> Iterator[MappedSection]:
    for section in ("", *vocabulary.WITH_MADE):
        front = front_of(section) if section else HOME
        if spot.has(front):
            listing = spot.site.listings.get(listing_place("theme", section))
            older = frozenset(listing.places[MOST_STORIES:] if listing else ())
            own = (place for place in spot.library.places if section_of(place) == section and place != front)
            own = (place for place in own if not spot.has(parent_of(place)) and not is_withdrawn(spot, place))
            links = spot.links(place for place in own if place not in older)
            every = _every(spot, listing) if listing and older else None
            yield MappedSection(spot.link(front), tuple(sorted(links, key=lambda link: link.title)), every)


def _every(spot: Spot, listing: Listing) -> Link:
    said = spot.words.say("site_map_every", count=len(listing.places), list=listing.title(spot.words))
    return Link(said, spot.to(listing.place))
