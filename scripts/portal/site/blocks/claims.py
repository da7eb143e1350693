"""Claims and their answers, seen together: by year, verdict, convention and group, and how they are spread."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.content.fronts.rebuttals import Rebuttal
from portal.content.known.claims_received import funnel
from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import ANSWERS
from portal.language.words import Words, words
from portal.language.written import written_day, written_number
from portal.plan.tables import TallyTable
from portal.site.links import whole_list
from portal.site.made.listings import MOST_ON_A_PAGE
from portal.site.numbers.bars import CountBar, count_bars
from portal.site.spot import Spot
from portal.site.values import Day, Link, OpenRow, spoken

SHELVES = {
    "year": "claims_by_date",
    "verdict": "claims_by_verdict",
    "convention": "claims_by_convention",
    "group": "claims_by_group",
}
"""The ways to find an answer, each with the word that titles it."""


@dataclass(frozen=True)
class Shelf:
    """Answers that share a `value`: a year, a verdict, a convention or a group; `id` is the anchor of its heading."""

    id: str
    value: str
    title: str
    answers: tuple[Story, ...]


@dataclass(frozen=True)
class Claims:
    """Every answer, newest first; the ways to find one; how verdicts and claimants are spread."""

    answers: tuple[Story, ...]
    shelves: Mapping[str, tuple[Shelf, ...]]
    verdicts: TallyTable
    claimants: TallyTable


@dataclass(frozen=True)
class ShelvedAnswer:
    """An answer on a shelf: its day where days order the shelf, its verdict where that is not the shelf's own."""

    link: Link
    day: Day | None
    verdict: str


@dataclass(frozen=True)
class ShelfView:
    """A shelf as it is shown: its anchor, its title, how many answers stand on it, the newest of them; `rest` leads to
    all of them where there are more."""

    id: str
    title: str
    count: int
    answers: tuple[ShelvedAnswer, ...]
    rest: Link | None


@dataclass(frozen=True)
class WayToFind:
    """One way to find an answer, with its shelves."""

    name: str
    title: str
    shelves: tuple[ShelfView, ...]


@dataclass(frozen=True)
class SpreadView:
    """How the answers are spread over the values of something, with why that is shown."""

    title: str
    note: str
    bars: tuple[CountBar, ...]


@dataclass(frozen=True)
class ReceivedView:
    """How many claims people sent in and what became of them; a value is None until the owner enters it. `since` says
    of which days, "" as long as nothing is entered."""

    rows: tuple[OpenRow, ...]
    since: str


@dataclass(frozen=True)
class ClaimsBlock:
    """Everything the page of all answers shows."""

    spread: tuple[SpreadView, ...]
    ways: tuple[WayToFind, ...]
    received: ReceivedView


def claims_block(spot: Spot) -> ClaimsBlock:
    """The spread of verdicts and of claimants, then every answer on each of its shelves."""
    found, say = claims(spot.library, spot.lang), spot.words.say
    spread = (
        SpreadView(say("claims_verdicts"), say("claims_verdicts_note"), count_bars(found.verdicts.rows)),
        SpreadView(say("claims_claimants"), say("claims_claimants_note"), count_bars(found.claimants.rows)),
    )
    ways = (WayToFind(n, say(t), tuple(_shown(spot, n, one) for one in found.shelves[n])) for n, t in SHELVES.items())
    return ClaimsBlock(spread, tuple(ways), _received(spot))


def _received(spot: Spot) -> ReceivedView:
    claims, text = spot.library.data.claims, spot.words
    found = funnel(claims.entered) if claims else None
    labels = text.family("claims_received.rows")
    if found is None:
        return ReceivedView(tuple(OpenRow(str(label), None) for label in labels.values()), "")
    days = None if found.days is None else written_number(round(found.days, 1), text)
    values = (*(written_number(n, text) for n in (found.received, found.checkable, found.answered)), days or "–")
    rows = tuple(OpenRow(str(label), value) for label, value in zip(labels.values(), values, strict=True))
    first, last = written_day(found.first, text), written_day(found.last, text)
    return ReceivedView(rows, text.say("claims_received.since", first=first, last=last))


def _shown(spot: Spot, way: str, shelf: Shelf) -> ShelfView:
    answers = tuple(_answer(spot, way, story) for story in shelf.answers[:MOST_ON_A_PAGE])
    rest = _whole(spot, way, shelf) if len(shelf.answers) > len(answers) else None
    return ShelfView(shelf.id, shelf.title, len(shelf.answers), answers, rest)


def _whole(spot: Spot, way: str, shelf: Shelf) -> Link | None:
    """The list that has every answer of a shelf: of those of a year that of all answers, by their days."""
    return whole_list(spot, "theme", ANSWERS) if way == "year" else whole_list(spot, way, shelf.value)


def _answer(spot: Spot, way: str, story: Story) -> ShelvedAnswer:
    front, text = story.front, spot.words
    day = spoken(front.changed, text) if way == "year" else None
    verdict = text.label("verdicts", front.verdict) if way != "verdict" and isinstance(front, Rebuttal) else ""
    return ShelvedAnswer(spot.link(story.place), day, verdict)


def claims(library: Library, lang: str) -> Claims:
    """The answers as readers of `lang` find them; one that was taken back is none."""
    answers, text = library.newest(lang, ANSWERS), words(library.data.locales[lang].words)
    standing = [story.front for story in answers if isinstance(story.front, Rebuttal)]
    verdicts = Counter(front.verdict for front in standing)
    claimants = Counter(front.claim.claimant_type for front in standing)
    return Claims(
        answers,
        {name: tuple(_shelves(answers, name, text)) for name in SHELVES},
        TallyTable("verdict", "", tuple((text.label("verdicts", v), verdicts[v]) for v in vocabulary.VERDICTS)),
        TallyTable(
            "claimant",
            "",
            tuple((text.label("claimant_types", c), claimants[c]) for c in vocabulary.CLAIMANT_TYPES if claimants[c]),
        ),
    )


def _shelves(answers: tuple[Story, ...], name: str, text: Words) -> Iterator[Shelf]:
    years = dict.fromkeys(year for story in answers for year in _values(story, "year"))
    titles: dict[str, Mapping[str, str]] = {
        "year": {year: year for year in years},
        "verdict": {v: text.label("verdicts", v) for v in vocabulary.VERDICTS},
        "convention": {c: c.upper() for c in vocabulary.CONVENTIONS},
        "group": {g: text.label("groups", g) for g in vocabulary.GROUPS},
    }
    for value, title in titles[name].items():
        found = tuple(story for story in answers if value in _values(story, name))
        if found:
            yield Shelf(f"{name}-{value.replace('_', '-')}", value, title, found)


def _values(story: Story, name: str) -> list[str]:
    front = story.front
    if name == "year":
        return [str(front.published.year)] if front.published else []
    if name == "verdict":
        return [front.verdict] if isinstance(front, Rebuttal) else []
    return front.conventions if name == "convention" else front.groups
