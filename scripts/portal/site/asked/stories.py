"""Stories that note what is asked of them: their face, their text, or only whether they are there."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from portal.content.stories import Story
from portal.reading.documents import Document
from portal.site.asked.questions import Notes

StoryKey = tuple[str, str]

_OF_ITS_PLACE = frozenset(("path", "lang", "place", "section", "slug"))
"""What a document says by where it stands: whoever knows that it is there knows this."""


class AskedDocument:
    """A document: its text is one question, everything else that its place does not tell another."""

    def __init__(self, document: Document, key: StoryKey, notes: Notes) -> None:
        self._document, self._key, self._notes = document, key, notes

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_ITS_PLACE:
            self._notes.ask("body" if name == "body" else "document", *self._key)
        return getattr(self._document, name)


class AskedStory(Story):
    """A story: what its front matter says is a question, its text is another."""

    def __init__(self, story: Story, notes: Notes) -> None:
        self._story, self._notes, self._key = story, notes, (story.document.lang, story.document.place)
        self._asked = cast(Document, AskedDocument(story.document, self._key, notes))

    def __getattribute__(self, name: str) -> Any:
        if name == "document":
            return self._asked
        if name in ("front", "original"):
            self._notes.ask("front", *self._key)
            return getattr(self._story, name)
        return super().__getattribute__(name)


class AskedStories(Mapping[StoryKey, Story]):
    """All stories by (language, place): each that is looked for is a question, and so is which there are."""

    def __init__(self, stories: Mapping[StoryKey, Story], notes: Notes) -> None:
        self._stories, self._notes = stories, notes
        self._asked: dict[StoryKey, Story] = {}

    def __getitem__(self, key: StoryKey) -> Story:
        self._notes.ask("story", *key)
        return self.given(key)

    def __iter__(self) -> Iterator[StoryKey]:
        self._notes.ask("stories")
        return iter(self._stories)

    def __len__(self) -> int:
        self._notes.ask("stories")
        return len(self._stories)

    def given(self, key: StoryKey) -> Story:
        """A story that an answer names. Raises KeyError where there is none."""
        if key not in self._asked:
            self._asked[key] = AskedStory(self._stories[key], self._notes)
        return self._asked[key]
