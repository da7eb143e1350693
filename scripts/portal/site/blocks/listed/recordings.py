"""What there is to listen to, language by language; and what there is not, what that needs, who can help."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.fronts.recordings import Recording
from portal.content.nearby import recordings
from portal.content.stories import Story
from portal.language.places import CONTACT
from portal.site.links import story_cards
from portal.site.media import feed_link, media_files, time_told
from portal.site.spot import Spot
from portal.site.values import Card, Link


@dataclass(frozen=True)
class SpokenGroup:
    """The recordings in one language, the newest first, and the feed of that language."""

    tag: str
    title: str
    count: str
    cards: tuple[Card, ...]
    feed: Link


@dataclass(frozen=True)
class RecordingsBlock:
    """`nothing` says that there is no recording at all, "" else. `missing` names the languages of the plan's peoples in
    which there is none, "" where there is none left; `needs` is what each recording needs, `contact` who can help."""

    groups: tuple[SpokenGroup, ...]
    nothing: str
    missing: str
    needs: tuple[str, ...]
    contact: Link | None


def recordings_block(spot: Spot) -> RecordingsBlock:
    """Everything there is to listen to."""
    text = spot.words
    groups = tuple(_groups(spot))
    missing = _missing(spot, {one.tag for one in groups})
    return RecordingsBlock(
        groups=groups,
        nothing="" if groups else text.say("recordings.nothing"),
        missing=text.say("recordings.none_of", languages=", ".join(missing)) if missing else "",
        needs=text.listed("recordings.needs"),
        contact=Link(text.say("recordings.contact"), spot.to(CONTACT)) if spot.has(CONTACT) else None,
    )


def _groups(spot: Spot) -> Iterator[SpokenGroup]:
    """Languages of the peoples first: whoever reads Vietnamese finds the pages themselves."""
    found: dict[str, list[Story]] = {}
    for story in recordings(spot.library, spot.lang):
        if isinstance(story.front, Recording):
            found.setdefault(story.front.spoken, []).append(story)
    languages = tuple(spot.library.data.locales)
    for tag in sorted(found, key=lambda one: (one in languages, spot.words.language_name(one))):
        cards = tuple(_card(spot, story, card) for story, card in _carded(spot, found[tag]))
        count = spot.words.say("recordings.count", count=len(cards))
        title = _headed(spot.words.language_name(tag))
        yield SpokenGroup(tag, title, count, cards, feed_link(spot, tag))


def _carded(spot: Spot, stories: list[Story]) -> Iterator[tuple[Story, Card]]:
    return zip(stories, story_cards(spot, stories), strict=True)


def _card(spot: Spot, story: Story, card: Card) -> Card:
    front, text = story.front, spot.words
    assert isinstance(front, Recording)
    files = media_files(spot.site, story.place, front)
    length = time_told(files[0].known, text) if files else ""
    key = "recordings.card" if length else "recordings.card_plain"
    label = text.say(key, medium=text.label("media", front.medium), length=length, speaker=front.speaker)
    return Card(card.link, card.description, label, card.day, None)


def _missing(spot: Spot, there: set[str]) -> tuple[str, ...]:
    ledger = spot.site.registers.ledger
    asked = ledger.plan.ethnic_languages if ledger else ()
    return tuple(spot.words.language_name(tag) for tag in asked if tag not in there)


def _headed(name: str) -> str:
    return name[:1].upper() + name[1:]
