"""The page with the form on which pages are written: made in every portal, not written."""

from collections.abc import Callable
from dataclasses import replace

from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import LANGUAGES
from portal.language.places import WRITING
from portal.language.words import Words
from portal.site.made.unwritten import unwritten


def with_writing(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with the form's page in every language that has words."""
    made = {(lang, WRITING): _form_page(lang, words_of(lang)) for lang in LANGUAGES}
    return replace(library, stories={**library.stories, **made})


def _form_page(lang: str, text: Words) -> Story:
    return unwritten(lang, WRITING, text.say("writing.title"), text.say("writing.about"), "writing")
