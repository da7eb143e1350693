"""One thing the UN said of Viet Nam: its words, what is known of it, what was answered and done."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.known.law.recommendations import Recommendation, UnDocument, every_recommendation
from portal.language.places import recommendation_place
from portal.site.documents.recommended import (
    AnswerView,
    HappeningView,
    answer_view,
    cited_all,
    happening_views,
    labels_of,
    onward,
    where_of,
)
from portal.site.spot import Spot
from portal.site.values import Cited, FactRow, Link


@dataclass(frozen=True)
class RecommendationBlock:
    """One recommendation: its words, those quoted with their language, what is known of it, what Viet Nam answered,
    who leads with the decision that says so, what was done about it and about its whole document, the ways onward."""

    text: str
    quoted: str
    quoted_lang: str
    facts: tuple[FactRow, ...]
    answer: AnswerView | None
    lead: str
    lead_sources: tuple[Cited, ...]
    happened: tuple[HappeningView, ...]
    happened_to_all: tuple[HappeningView, ...]
    ways: tuple[Link, ...]


def recommendation_block(spot: Spot) -> RecommendationBlock | None:
    """The recommendation that the place names; None where it names none."""
    every = every_recommendation(spot.library.data.recommendations)
    found = next(((of, one) for of, one in every if recommendation_place(one.id) == spot.place), None)
    if found is None:
        return None
    document, one = found
    lead, quoted = one.lead, one.quoted
    return RecommendationBlock(
        text=one.told[spot.words.lang],
        quoted=quoted.words if quoted else "",
        quoted_lang=quoted.lang if quoted else "",
        facts=tuple(_facts(spot, document, one)),
        answer=answer_view(spot, document, one.answer),
        lead=lead.name[spot.words.lang] if lead else "",
        lead_sources=cited_all(spot, document, lead.sources) if lead else (),
        happened=happening_views(spot, document, one.happened),
        happened_to_all=happening_views(spot, document, document.happened),
        ways=(spot.link(recommendation_place(document.id)), *onward(spot, document)),
    )


def _facts(spot: Spot, document: UnDocument, one: Recommendation) -> Iterator[FactRow]:
    text = spot.words
    articles = "; ".join(
        text.say("recommendations.articles_of", articles=", ".join(map(str, numbers)), sign=code.upper())
        for code, numbers in one.articles.items()
    )
    said = {
        "document": where_of(spot, document),
        "paragraph": one.paragraph or "",
        "kind": text.label("recommendations.kinds", one.kind),
        "said_in": text.label("recommendations.places", one.said_in),
        "how_read": text.label("recommendations.how_read", one.read),
        "rights": labels_of(spot, "recommendations.rights", one.rights),
        "groups": labels_of(spot, "groups", one.groups),
        "articles": articles,
        "position": text.label("recommendations.positions", one.position) if one.position else "",
        "status": "" if one.is_praise else text.label("recommendations.statuses", one.status),
        "province": text.say("recommendations.names_province") if one.names_province else "",
    }
    yield from (FactRow(text.say(f"recommendations.facts.{name}"), value) for name, value in said.items() if value)
