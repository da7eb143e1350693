"""What the UN told Viet Nam as a page shows it: one recommendation, one document with all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.content.known.law.recommendations import Happening, Recommendation, StateAnswer, UnDocument, newest_document
from portal.language.places import RECOMMENDATIONS, convention_page, recommendation_place
from portal.language.vocabulary import CONVENTIONS
from portal.language.words import Words
from portal.language.written import written_day
from portal.site.spot import Spot
from portal.site.values import Cited, Day, Link, cited, day_view


@dataclass(frozen=True)
class AnswerView:
    """What Viet Nam answered, and where that is written."""

    text: str
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class HappeningView:
    """Something that was done: whether a law, a policy or a result, on a day where the source names one."""

    kind: str
    day: Day | None
    text: str
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class SaidView:
    """One thing the UN said, as a row: the link to its page is titled by its subject. `where` is its place in the
    document, or that it was said in the dialogue; `answer` is None where none was seen; `position` "" outside the
    periodic review."""

    id: str
    link: Link
    kind: str
    text: str
    where: str
    answer: AnswerView | None
    position: str


@dataclass(frozen=True)
class SaidDocument:
    """A document of the UN: the link to its page, its symbol and day in words, how much of it was read; praise apart
    from all else, what was done about the whole; `more` is how many entries its own page has besides, "" for none."""

    link: Link
    where: str
    read: str
    praise: tuple[SaidView, ...]
    rest: tuple[SaidView, ...]
    happened: tuple[HappeningView, ...]
    more: str


def document_views(spot: Spot, documents: Iterable[UnDocument]) -> tuple[SaidDocument, ...]:
    """Documents as a page shows them that has a text of its own on them, the newest first."""
    return tuple(document_view(spot, one, is_whole=False) for one in sorted(documents, key=newest_document))


def document_view(spot: Spot, document: UnDocument, is_whole: bool = True) -> SaidDocument:
    """One document, whole on its own page; elsewhere without what stands aside, and how much of it was read."""
    text = spot.words
    shown = [one for one in document.recommendations if is_whole or not one.aside]
    left = len(document.recommendations) - len(shown)
    return SaidDocument(
        link=Link(document.title[text.lang], spot.to(recommendation_place(document.id))),
        where=where_of(spot, document),
        read=document.read[text.lang] if is_whole else "",
        praise=tuple(said_view(spot, document, one) for one in shown if one.is_praise),
        rest=tuple(said_view(spot, document, one) for one in shown if not one.is_praise),
        happened=happening_views(spot, document, document.happened),
        more=text.say("recommendations.more_there", count=left) if left else "",
    )


def where_of(spot: Spot, document: UnDocument) -> str:
    """The symbol and the day of a document: "CAT/C/VNM/CO/1, 29/11/2018"."""
    symbol = document.symbol or spot.words.say("recommendations.no_symbol")
    return f"{symbol}, {written_day(document.date, spot.words)}"


def said_view(spot: Spot, document: UnDocument, one: Recommendation) -> SaidView:
    """One recommendation as a row."""
    lang, text = spot.words.lang, spot.words
    return SaidView(
        id=one.id,
        link=Link(one.subject[lang], spot.to(recommendation_place(one.id))),
        kind=text.label("recommendations.kinds", one.kind),
        text=one.told[lang],
        where=place_in(one, text),
        answer=answer_view(spot, document, one.answer),
        position=text.label("recommendations.positions", one.position) if one.position else "",
    )


def place_in(one: Recommendation, text: Words) -> str:
    """Where a document says something: the paragraph, or before it was written; "" where neither is known."""
    known = text.family("recommendations.before_conclusions")
    return one.paragraph or str(known.get(one.said_in, ""))


def answer_view(spot: Spot, document: UnDocument, answer: StateAnswer | None) -> AnswerView | None:
    """An answer with its sources; None where none was seen."""
    return AnswerView(answer.told[spot.words.lang], cited_all(spot, document, answer.sources)) if answer else None


def happening_views(spot: Spot, document: UnDocument, done: Iterable[Happening]) -> tuple[HappeningView, ...]:
    """What was done, as it is told."""
    text = spot.words
    return tuple(
        HappeningView(
            kind=text.label("recommendations.happenings", one.kind),
            day=day_view(one.date, text) if one.date else None,
            text=one.told[text.lang],
            sources=cited_all(spot, document, one.sources),
        )
        for one in done
    )


def cited_all(spot: Spot, document: UnDocument, numbers: list[int]) -> tuple[Cited, ...]:
    """The sources that some numbers name, as a page names them."""
    return tuple(cited(source, spot.lang, spot.words) for source in document.sources_of(numbers))


def labels_of(spot: Spot, family: str, names: Iterable[str]) -> str:
    """What some words of a family are called, in a row."""
    return ", ".join(spot.words.label(family, name) for name in names)


def onward(spot: Spot, document: UnDocument) -> tuple[Link, ...]:
    """Where to read on from a document: the page that shows it, the table of all."""
    return spot.links((*shown_at(document), RECOMMENDATIONS))


def shown_at(document: UnDocument) -> tuple[str, ...]:
    """The place of the page that shows a document: its own, or its convention's; or none."""
    if document.page:
        return (document.page,)
    return (convention_page(document.mechanism),) if document.mechanism in CONVENTIONS else ()
