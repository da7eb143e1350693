"""A page for each thing the UN told Viet Nam, for each of its documents, and the table of them all: made from data/."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from portal.content.known.law.recommendations import Recommendation, UnDocument, every_recommendation
from portal.content.library import Library
from portal.content.sources import Source
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.places import RECOMMENDATIONS, recommendation_place
from portal.language.words import Words
from portal.reading.fields import DESCRIPTION_LENGTH
from portal.site.made.unwritten import unwritten, with_made

_CUT: Final = " …"


def with_recommendations(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with these pages in every language; none where data/ has no such document. What an editor wrote at
    such a place stays."""
    documents = library.data.recommendations
    made = {}
    for lang in LANGUAGES if documents else ():
        say = words_of(lang)
        made[lang, RECOMMENDATIONS] = _table(lang, library, say)
        for document in documents.values():
            made[lang, recommendation_place(document.id)] = _document(lang, document, say)
        for document, one in every_recommendation(documents):
            made[lang, recommendation_place(one.id)] = _one(lang, document, one, say)
    return with_made(library, made)


def sources_of_one(document: UnDocument, one: Recommendation) -> tuple[Source, ...]:
    """Every source that says something of a recommendation, in the order of the document's own."""
    parts = (one, one.answer, one.lead, *one.happened, *document.happened)
    numbers = {number for part in parts if part for number in part.sources}
    return document.sources_of(sorted(numbers))


def short_name(document: UnDocument, text: Words) -> str:
    """A document in two words: "CAT 2018"."""
    known = text.family("recommendations.mechanisms")
    return f"{known.get(document.mechanism, document.mechanism.upper())} {document.year}"


def _table(lang: str, library: Library, text: Words) -> Story:
    title, about = text.say("recommendations.title"), text.say("recommendations.about")
    return _page(lang, RECOMMENDATIONS, title, about, "recommendations")


def _document(lang: str, document: UnDocument, text: Words) -> Story:
    about = text.say("recommendations.document_about", title=document.title[lang])
    place = recommendation_place(document.id)
    return _page(lang, place, document.title[lang], about, "un_document", document, document.sources)


def _one(lang: str, document: UnDocument, one: Recommendation, text: Words) -> Story:
    where = ", ".join(part for part in (short_name(document, text), one.paragraph) if part)
    title = text.say("recommendations.one_title", subject=one.subject[lang], where=where)
    lead = text.say(f"recommendations.leads.{one.kind}", title=document.title[lang])
    made = _page(
        lang,
        recommendation_place(one.id),
        title,
        _shortened(f"{lead} {one.told[lang]}"),
        "recommendation",
        document,
        list(sources_of_one(document, one)),
        one,
    )
    return replace(made, front=made.front.model_copy(update={"lead": lead}))


def _shortened(text: str) -> str:
    """The beginning of a text that a search result has room for, ending with a whole word."""
    most = DESCRIPTION_LENGTH[1]
    if len(text) <= most:
        return text
    return text[: most - len(_CUT) + 1].rpartition(" ")[0].rstrip(",;:(") + _CUT


def _page(
    lang: str,
    place: str,
    title: str,
    about: str,
    shows: str,
    document: UnDocument | None = None,
    sources: list[Source] | None = None,
    one: Recommendation | None = None,
) -> Story:
    """A page that says in its front what it is about, so that the search knows it."""
    said = [one] if one else document.recommendations if document else []
    of = document.mechanism if document else ""
    named = {of, *(code for each in said for code in each.articles)}
    return unwritten(
        lang,
        place,
        title,
        about,
        shows,
        sources=sources or [],
        conventions=[code for code in vocabulary.CONVENTIONS if code in named],
        groups=[name for name in vocabulary.GROUPS if any(name in each.groups for each in said)],
    )
