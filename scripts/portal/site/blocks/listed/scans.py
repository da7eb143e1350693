"""What there is of digitised documents; and while there is none, what will be here, why not yet, who can give it."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.scans import Scan
from portal.content.nearby import scans
from portal.language.places import CONTACT
from portal.site.links import story_cards
from portal.site.pages.of_kind.scan import file_of_scan, file_told, issued_told
from portal.site.spot import Spot
from portal.site.values import Card, Link


@dataclass(frozen=True)
class ScansBlock:
    """The documents, the newest first; `count` says how many, "" where there is none. `needs` is what each has to come
    with, `contact` whom to give it to."""

    cards: tuple[Card, ...]
    count: str
    needs: tuple[str, ...]
    contact: Link | None


def scans_block(spot: Spot) -> ScansBlock:
    """Everything that was digitised."""
    text, cards = spot.words, tuple(_cards(spot))
    return ScansBlock(
        cards=cards,
        count=text.say("scans.count", count=len(cards)) if cards else "",
        needs=text.listed("scans.needs"),
        contact=Link(text.say("scans.contact"), spot.to(CONTACT)) if spot.has(CONTACT) else None,
    )


def _cards(spot: Spot) -> Iterator[Card]:
    stories, text = scans(spot.library, spot.lang), spot.words
    for story, card in zip(stories, story_cards(spot, stories), strict=True):
        front, found = story.front, file_of_scan(spot.site, story.place)
        assert isinstance(front, Scan)
        said = (front.issuer, front.number, issued_told(front, text), file_told(found, text) if found else None)
        yield Card(card.link, card.description, " · ".join(one for one in said if one), None, None)
