"""The page with the form on which pages are written: made in every portal, not written."""

from collections.abc import Callable
from dataclasses import replace

from portal.content.kinds import PlainPage
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import WRITING
from portal.language.words import Words
from portal.reading.documents import Document


def with_writing(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with the form's page in every language that has words."""
    made = {(lang, WRITING): _form_page(lang, words_of(lang)) for lang in LANGUAGES}
    return replace(library, stories={**library.stories, **made})


def _form_page(lang: str, text: Words) -> Story:
    front = PlainPage.model_construct(
        kind="page", title=text.say("writing.title"), description=text.say("writing.about"), shows="writing"
    )
    return Story(Document("", lang, WRITING, {}, {}, "", 1), front, ORIGINAL)
