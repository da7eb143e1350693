"""The table of everything the UN told Viet Nam, by what it may be narrowed, and the same as files."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.content.known.law.recommendations import Recommendation, UnDocument, every_recommendation, newest_document
from portal.language import vocabulary
from portal.language.made_files import DATA_FOLDER
from portal.language.places import OPEN_DATA, recommendation_place
from portal.plan.open_data.recommended import RECOMMENDATIONS_TABLE
from portal.site.documents.recommended import labels_of, place_in
from portal.site.made.recommendation_pages import short_name
from portal.site.spot import Spot
from portal.site.values import Choice, Choices, Link


@dataclass(frozen=True)
class RecommendationRow:
    """A row of the table. `marks` are what it is filtered by: (name of the choice, its values parted by spaces)."""

    link: Link
    kind: str
    document: Link
    where: str
    rights: str
    groups: str
    answer: str
    status: str
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RecommendationsBlock:
    """The whole table: how many there are, by what they may be chosen, the rows, the documents with how many each has,
    the same as files."""

    counted: str
    choices: tuple[Choices, ...]
    rows: tuple[RecommendationRow, ...]
    documents: tuple[Link, ...]
    files: tuple[Link, ...]


def recommendations_block(spot: Spot) -> RecommendationsBlock:
    """Every recommendation, the newest document first."""
    text, documents = spot.words, spot.library.data.recommendations
    every = tuple(every_recommendation(documents))
    rows = tuple(_row(spot, document, one) for document, one in every)
    file = f"{spot.root}{DATA_FOLDER}/{RECOMMENDATIONS_TABLE}"
    names = {"csv": text.say("recommendations.csv"), "json": text.say("recommendations.json")}
    files = tuple(Link(name, f"{file}.{ending}") for ending, name in names.items())
    return RecommendationsBlock(
        counted=text.say("recommendations.counted", count=len(every), documents=len(documents)),
        choices=_choices(spot, every),
        rows=rows,
        documents=tuple(_counted_link(spot, one) for one in sorted(documents.values(), key=newest_document)),
        files=(*files, *spot.links((OPEN_DATA,))),
    )


def _counted_link(spot: Spot, document: UnDocument) -> Link:
    count = spot.words.say("recommendations.count", count=len(document.recommendations))
    return Link(document.title[spot.words.lang], spot.to(recommendation_place(document.id)), note=count)


def _row(spot: Spot, document: UnDocument, one: Recommendation) -> RecommendationRow:
    text = spot.words
    place, name = recommendation_place(document.id), short_name(document, text)
    return RecommendationRow(
        link=Link(one.subject[text.lang], spot.to(recommendation_place(one.id))),
        kind=text.label("recommendations.kinds", one.kind),
        document=Link(name, spot.to(place)),
        where=place_in(one, text),
        rights=labels_of(spot, "recommendations.rights", one.rights),
        groups=labels_of(spot, "groups", one.groups),
        answer=_answered(spot, one),
        status="" if one.is_praise else text.label("recommendations.statuses", one.status),
        marks=tuple((name, " ".join(values)) for name, values in _marks(document, one).items()),
    )


def _answered(spot: Spot, one: Recommendation) -> str:
    """What a reader may expect of an answer, in a few words; "" for praise, which asks for none."""
    text = spot.words
    if one.position:
        return text.label("recommendations.positions", one.position)
    return "" if one.is_praise else text.say(f"recommendations.{'answered' if one.answer else 'not_answered'}")


def _marks(document: UnDocument, one: Recommendation) -> dict[str, list[str]]:
    """What a recommendation is chosen by, by the names of the choices."""
    return {
        "right": [*one.rights],
        "group": [*one.groups],
        "mechanism": [document.mechanism],
        "year": [str(document.year)],
        "status": [] if one.is_praise else [one.status],
    }


def _choices(spot: Spot, every: Iterable[tuple[UnDocument, Recommendation]]) -> tuple[Choices, ...]:
    """What there is to choose from: only what some row has."""
    marks = [_marks(document, one) for document, one in every]
    found = {name: {value for one in marks for value in one[name]} for name in marks[0]} if marks else {}
    return tuple(
        Choices(name, spot.words.say(f"recommendations.by.{name}"), _options(spot, name, found[name])) for name in found
    )


def _options(spot: Spot, name: str, values: set[str]) -> tuple[Choice, ...]:
    text = spot.words
    if name == "year":
        return tuple(Choice(value, value) for value in sorted(values, reverse=True))
    orders = {"right": vocabulary.RIGHTS, "group": vocabulary.GROUPS, "mechanism": vocabulary.MECHANISMS}
    families = {"right": "recommendations.rights", "group": "groups", "status": "recommendations.statuses"}
    order = orders.get(name, vocabulary.CARRIED_OUT)
    known = [value for value in order if value in values]
    return tuple(
        Choice(value, text.label(families[name], value) if name in families else _mechanism(spot, value))
        for value in known
    )


def _mechanism(spot: Spot, code: str) -> str:
    known = spot.library.data.conventions.get(code)
    own = spot.words.family("recommendations.mechanisms")
    return f"{code.upper()}: {known.short[spot.words.lang]}" if known else str(own.get(code, code.upper()))
