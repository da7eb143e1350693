"""Every section with every page in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language import vocabulary
from portal.language.places import HOME, front_of, parent_of, section_of
from portal.site.spot import Spot, is_withdrawn
from portal.site.values import Link


@dataclass(frozen=True)
class MappedSection:
    """A section's own page, and its other pages in the order of their titles."""

    front: Link
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class SiteMapBlock:
    """The whole site as links."""

    sections: tuple[MappedSection, ...]


def site_map_block(spot: Spot) -> SiteMapBlock:
    """Every page; those at the top come first under the home page. What stands below a page is found from there."""
    return SiteMapBlock(tuple(_sections(spot)))


def _sections(spot: Spot) -> Iterator[MappedSection]:
    for section in ("", *vocabulary.WITH_MADE):
        front = front_of(section) if section else HOME
        if spot.has(front):
            own = (place for place in spot.library.places if section_of(place) == section and place != front)
            own = (place for place in own if not spot.has(parent_of(place)) and not is_withdrawn(spot, place))
            yield MappedSection(spot.link(front), tuple(sorted(spot.links(own), key=lambda link: link.title)))
