"""A list of stories with its pages; on the page above all lists, every list with its count."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.language.places import front_of
from portal.language.vocabulary import LISTS
from portal.site.files.news.digest import HTML, TEXT, digests, month_name
from portal.site.links import story_cards
from portal.site.made.listings import Listing
from portal.site.spot import Spot
from portal.site.values import Card, Link, LinkGroup


@dataclass(frozen=True)
class ListingView:
    """One page of a list: how many stories the list has, this page's cards, the links to all its pages (none where
    there is but one), the link to every list."""

    count: str
    cards: tuple[Card, ...]
    pages: tuple[Link, ...]
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
    one, number = _listing_at(spot)
    if one is None:
        return ListingBlock(None, tuple(_families(spot)), tuple(_digests(spot)))
    found = (spot.library.read_in(spot.lang, place) for place in one.on_page(number))
    cards = story_cards(spot, (story for story in found if story))
    pages = tuple(Link(str(n), spot.to(place), current=n == number) for n, place in enumerate(one.page_places, 1))
    count = spot.words.say("list_count", count=len(one.places))
    return ListingBlock(ListingView(count, cards, pages if len(pages) > 1 else (), spot.link(front_of(LISTS))), (), ())


def _listing_at(spot: Spot) -> tuple[Listing | None, int]:
    """The list whose page stands at the spot's place, and that page's number."""
    lists, (first, _, number) = spot.site.listings, spot.place.rpartition("/")
    if spot.place in lists:
        return lists[spot.place], 1
    return lists.get(first), int(number) if number.isdigit() else 1


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
