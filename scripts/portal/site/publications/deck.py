"""The deck of a lesson: four cards a sheet of A4, each back behind its front when the sheet turns on its long edge."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from portal.content.fronts.lessons import Lesson, LessonCard
from portal.content.stories import Story
from portal.language.places import document_place
from portal.language.words import Words
from portal.site.addresses import address
from portal.site.publications.drawn import code_address
from portal.site.site import Site

CARD_WIDTH: Final = 92
CARD_HEIGHT: Final = 132
"""Millimetres of a card once it is cut out."""
_LEFT: Final = 13
_TOP: Final = 16.5
_COLUMNS: Final = 2
_ON_A_SHEET: Final = 4


@dataclass(frozen=True)
class DeckCard:
    """A card: its number in the deck, its article and its convention's name, title, words; a drawing and the code that
    leads to the article as data addresses, "" and "" where it has no drawing."""

    number: int
    article: str
    name: str
    title: str
    words: str
    picture: str
    picture_label: str
    code: str
    code_label: str
    shown: str


@dataclass(frozen=True)
class PlacedCard:
    """A side of a card and where its left upper corner stands on the sheet, in millimetres."""

    card: DeckCard
    left: float
    top: float


@dataclass(frozen=True)
class DeckSheet:
    """A sheet: what stands in its margin on either side, in words and as a picture; its fronts, its backs."""

    front_says: str
    back_says: str
    front_head: str
    back_head: str
    fronts: tuple[PlacedCard, ...]
    backs: tuple[PlacedCard, ...]


def deck_sheets(
    site: Site, story: Story, front: Lesson, scene: Callable[[str], str], head: Callable[[str], str]
) -> tuple[DeckSheet, ...]:
    """Every sheet of a lesson's deck; `scene` gives a drawing by its name, `head` the picture of what stands above."""
    text = site.words(story.lang)
    cards = [_card(site, story, front, index, scene, text) for index in range(len(front.cards))]
    return tuple(_sheets(front.title, cards, text, head))


def _card(site: Site, story: Story, front: Lesson, index: int, scene: Callable[[str], str], text: Words) -> DeckCard:
    card: LessonCard = front.cards[index]
    facts = site.library.data.conventions.get(front.convention)
    article = text.say("lesson.article", number=card.article)
    url = _article_url(site, story, front, card)
    return DeckCard(
        number=index + 1,
        article=article,
        name=facts.short[story.lang] if facts else front.convention.upper(),
        title=card.title,
        words=card.words,
        picture=scene(card.drawing) if card.drawing else "",
        picture_label=text.label("drawings", card.drawing) if card.drawing else "",
        code=code_address(site.settings.house, url),
        code_label=text.say("deck.code", article=article),
        shown=url.split("://", 1)[-1],
    )


def _article_url(site: Site, story: Story, front: Lesson, card: LessonCard) -> str:
    """Where an article is told; the lesson's own page where it is told nowhere."""
    document, part = site.library.data.documents.get(front.convention), f"dieu-{card.article}"
    if document and document.part(part):
        return f"{site.absolute(address(story.lang, document_place(front.convention)))}#{part}"
    return site.absolute(address(story.lang, story.place))


def _sheets(title: str, cards: Sequence[DeckCard], text: Words, head: Callable[[str], str]) -> Iterator[DeckSheet]:
    count = -(-len(cards) // _ON_A_SHEET)
    for number in range(count):
        some = cards[number * _ON_A_SHEET : (number + 1) * _ON_A_SHEET]
        said = {"title": title, "number": number + 1, "count": count}
        fronts = tuple(_placed(one, index % _COLUMNS, index // _COLUMNS) for index, one in enumerate(some))
        backs = tuple(_placed(one, 1 - index % _COLUMNS, index // _COLUMNS) for index, one in enumerate(some))
        front, back = text.say("deck.front", **said), text.say("deck.back", **said)
        yield DeckSheet(front, back, head(front), head(back), fronts, backs)


def _placed(card: DeckCard, column: int, row: int) -> PlacedCard:
    return PlacedCard(card, _LEFT + column * CARD_WIDTH, _TOP + row * CARD_HEIGHT)
