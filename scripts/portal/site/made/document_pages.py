"""A page for each document that is told part by part, and the front that leads to them: made from data/documents/."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from portal.content.kinds import PlainPage
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import document_place, front_of
from portal.language.vocabulary import DOCUMENTS
from portal.language.words import Words
from portal.reading.documents import Document
from portal.site.documents.known import KnownDocument


def with_documents(
    library: Library, documents: Mapping[str, KnownDocument], words_of: Callable[[str], Words]
) -> Library:
    """The library with a page for each document in every language, and the front of them all."""
    made = {}
    for lang in LANGUAGES if documents else ():
        text, front = words_of(lang), front_of(DOCUMENTS)
        say = text.say
        made[lang, front] = _page(lang, front, say("documents.title"), say("documents.about"), "documents")
        for one in documents.values():
            place, name = document_place(one.id), one.name(lang)
            title = say(f"documents.titles.{one.told.kind}", name=name)
            made[lang, place] = _page(
                lang, place, title, say("documents.description", name=name), "document", one.told.about[lang]
            )
    return replace(library, stories={**library.stories, **made}) if made else library


def _page(lang: str, place: str, title: str, about: str, shows: str, lead: str | None = None) -> Story:
    """A page without a file: its words come from the portal's own and from data/."""
    front = PlainPage.model_construct(kind="page", title=title, description=about, shows=shows, lead=lead)
    return Story(Document("", lang, place, {}, {}, "", 1), front, ORIGINAL)
