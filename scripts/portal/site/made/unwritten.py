"""Pages nobody wrote: their words come from the portal's own and from data/."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from portal.content.kinds import PlainPage
from portal.content.library import Library
from portal.content.stories import Story
from portal.language.locales import ORIGINAL
from portal.reading.documents import Document

MadePages = Mapping[tuple[str, str], Story]
"""Pages by their language and place, as a library has its stories."""


def unwritten(lang: str, place: str, title: str, description: str, shows: str, **fields: Any) -> Story:
    """A page without a file, which shows one of the automatic parts; `fields` are further ones of a plain page."""
    front = PlainPage.model_construct(kind="page", title=title, description=description, shows=shows, **fields)
    return Story(Document("", lang, place, {}, {}, "", 1), front, ORIGINAL)


def with_made(library: Library, made: MadePages) -> Library:
    """The library with these pages. What an editor wrote at such a place, in whichever language, stays."""
    written = {place for _, place in library.stories}
    kept = {key: page for key, page in made.items() if key[1] not in written}
    return replace(library, stories={**library.stories, **kept}) if kept else library
