"""A page for each document that is told part by part, and the front that leads to them: made from data/documents/."""

from collections.abc import Callable, Mapping

from portal.content.library import Library
from portal.language.locales import LANGUAGES
from portal.language.places import document_place, front_of
from portal.language.vocabulary import DOCUMENTS
from portal.language.words import Words
from portal.site.documents.known import KnownDocument
from portal.site.made.unwritten import unwritten, with_made


def with_documents(
    library: Library, documents: Mapping[str, KnownDocument], words_of: Callable[[str], Words]
) -> Library:
    """The library with a page for each document in every language, and the front of them all. What an editor wrote at
    such a place stays."""
    made = {}
    for lang in LANGUAGES if documents else ():
        text, front = words_of(lang), front_of(DOCUMENTS)
        say = text.say
        made[lang, front] = unwritten(lang, front, say("documents.title"), say("documents.about"), "documents")
        for one in documents.values():
            place, name = document_place(one.id), one.name(lang)
            title = say(f"documents.titles.{one.told.kind}", name=name)
            about = say("documents.description", name=name)
            made[lang, place] = unwritten(lang, place, title, about, "document", lead=one.told.about[lang])
    return with_made(library, made)
