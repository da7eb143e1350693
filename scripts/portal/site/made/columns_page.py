"""The page that says what each column of the open tables means, where the portal has a page of open data."""

from collections.abc import Callable

from portal.content.library import Library
from portal.language.locales import LANGUAGES
from portal.language.places import DATA_COLUMNS, OPEN_DATA
from portal.language.words import Words
from portal.site.made.unwritten import unwritten, with_made


def with_columns(library: Library, words_of: Callable[[str], Words]) -> Library:
    """The library with the page in every language. What an editor wrote at its place stays."""
    made = {}
    for lang in LANGUAGES if OPEN_DATA in library.places else ():
        say = words_of(lang).say
        title, about = say("open_data.columns_title"), say("open_data.columns_about")
        made[lang, DATA_COLUMNS] = unwritten(lang, DATA_COLUMNS, title, about, "columns")
    return with_made(library, made)
