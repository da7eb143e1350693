"""The front of a section that has pages and none of its own: made, so that what is in it is found."""

from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.places import front_of, section_of
from portal.language.words import words
from portal.site.made.unwritten import unwritten, with_made


def fronts_missing(library: Library) -> tuple[str, ...]:
    """The sections that have pages and, in no language, a front."""
    filled = {section_of(place) for place in library.places}
    return tuple(name for name in vocabulary.SECTIONS if name in filled and front_of(name) not in library.places)


def with_fronts(library: Library) -> Library:
    """The library with a front for each of these, in every language."""
    made = {(lang, front_of(name)): _front(lang, name) for name in fronts_missing(library) for lang in LANGUAGES}
    return with_made(library, made)


def _front(lang: str, section: str) -> Story:
    """A page without a file, its words those of the portal."""
    text = words(lang)
    title = text.label("sections", section)
    shows = {vocabulary.RECORDINGS: "recordings", vocabulary.SCANS: "scans"}.get(section, "section")
    return unwritten(lang, front_of(section), title, text.say("front_about", title=title), shows)
