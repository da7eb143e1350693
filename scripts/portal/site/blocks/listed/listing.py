"""A list of stories with its pages; on the page above all lists, every list with its count."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language.places import front_of
from portal.language.vocabulary import LISTS
from portal.language.written import month_name
from portal.site.files.news.digest import HTML, TEXT, digests
from portal.site.links import story_cards
from portal.site.made.listings import ListingPage
from portal.site.spot import Spot
from portal.site.values import Card, Link, LinkGroup


@dataclass(frozen=True)
class ListingView:
    """One page of a list: how many stories there are, this page's cards, the links to its neighbours (none where there
    is but one page), the link to every list."""

    count: str
    cards: tuple[Card, ...]
    ways: tuple[Link, ...]
    all: Link


@dataclass(frozen=True)
class ListingBlock:
    """One page of a list, or (`one` is None) every list in its family; the note of a link is its number of stories.
    `digests` are the files of each month, the newest first."""

    one: ListingView | None
    families: tuple[LinkGroup, ...]
    digests: tuple[LinkGroup, ...]


def listing_block(spot: Spot) -> ListingBlock:
    """What stands at a place of the section of lists."""
    page = spot.site.list_pages.get(spot.place)
    if page is None:
        return ListingBlock(None, tuple(_families(spot)), tuple(_digests(spot)))
    found = (spot.library.read_in(spot.lang, place) for place in page.stories)
    cards = story_cards(spot, (story for story in found if story))
    ways = tuple(Link(spot.words.say(f"listing.ways.{name}"), spot.to(place)) for name, place in page.ways.items())
    return ListingBlock(ListingView(_count(spot, page), cards, ways, spot.link(front_of(LISTS))), (), ())


def _count(spot: Spot, page: ListingPage) -> str:
    shown = len(page.stories)
    if page.total is None:
        return spot.words.say("listing.on_page", count=shown, number=page.number)
    name = "list_count" if page.total == shown else "listing.newest_of"
    return spot.words.say(name, count=page.total, shown=shown)


def _digests(spot: Spot) -> Iterator[LinkGroup]:
    text = spot.words
    for one in digests(spot.site, spot.lang):
        count = len(one.stories) + len(one.corrections)
        links = (Link(text.say(f"digest.{end}", count=count), f"{spot.root}{one.place}.{end}") for end in (TEXT, HTML))
        yield LinkGroup(text.say("digest.of", month=month_name(one.month, text)), tuple(links))


def _families(spot: Spot) -> Iterator[LinkGroup]:
    for family in spot.words.family("listing.families"):
        of_family = (one for one in spot.site.listings.values() if one.family == family)
        links = tuple(Link(o.title(spot.words), spot.to(o.place), note=str(len(o.places))) for o in of_family)
        if links:
            yield LinkGroup(spot.words.say(f"listing.families.{family}"), links)
