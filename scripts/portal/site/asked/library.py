"""The library as a page asks it: every question is noted with what it was asked of; what is not known here asks all."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from portal.content.known.reference import ReferenceData
from portal.content.library import Library
from portal.content.stories import Story
from portal.site.asked.questions import Notes
from portal.site.asked.stories import AskedStories

DATA_OF_EVERY_PAGE: Final = frozenset(("locales", "owner", "portal"))
"""What every page rests on: a change of it makes all pages anew, and no page has to ask."""


class AskedData:
    """What data/ holds: each of its tables is a question."""

    def __init__(self, data: ReferenceData, notes: Notes) -> None:
        self._data, self._notes = data, notes

    def __getattr__(self, name: str) -> Any:
        if name not in DATA_OF_EVERY_PAGE:
            self._notes.ask("data", name)
        return getattr(self._data, name)


class AskedLibrary:
    """The library. What finds its way through single stories works as it does there; lists are answers of their own."""

    def __init__(self, library: Library, notes: Notes) -> None:
        self._library, self._notes = library, notes
        self.stories = AskedStories(library.stories, notes)
        self.data = cast(ReferenceData, AskedData(library.data, notes))

    story = Library.story
    languages = Library.languages
    frames = Library.frames
    read_in = Library.read_in

    def __getattr__(self, name: str) -> Any:
        self._notes.ask("all")
        return getattr(self._library, name)

    @property
    def places(self) -> tuple[str, ...]:
        """The places there are."""
        self._notes.ask("places")
        return self._library.places

    @property
    def waiting(self) -> Mapping[tuple[str, str], Story]:
        """The pages that wait for their day, whole."""
        self._notes.ask("waiting")
        return self._library.waiting

    def newest(self, lang: str, section: str | None = None) -> tuple[Story, ...]:
        """As the library says; which stories, in which order, is the question, and what they say others."""
        self._notes.ask("newest", lang, section or "")
        return self._given(self._library.newest(lang, section))

    def told(self, lang: str, section: str | None = None) -> tuple[Story, ...]:
        """The same with those that were taken back."""
        self._notes.ask("told", lang, section or "")
        return self._given(self._library.told(lang, section))

    def pages(self, lang: str, section: str) -> tuple[Story, ...]:
        """The pages of a section."""
        self._notes.ask("pages", lang, section)
        return self._given(self._library.pages(lang, section))

    def _given(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        return tuple(self.stories.given((story.lang, story.place)) for story in stories)
