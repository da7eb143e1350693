"""Answers as digests: every question a page ever asked, asked again of the library as it is now."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any
from uuid import uuid4

from portal.content.stories import Story
from portal.plan.corpus import digest_of
from portal.reading.keeping.digests import NoDigestError, digest_of_value, digest_once
from portal.reading.keeping.kept import made_of
from portal.site.asked.questions import TABLES_OF_SITE, Question
from portal.site.site import Site


class Answers:
    """What a site answers now. Each question is asked once, however many pages ask it."""

    def __init__(self, site: Site, today: str, files: Callable[[str], Mapping[str, str]]) -> None:
        self._site, self._library, self._today, self._files = site, site.library, today, files
        self._found: dict[Question, str] = {}
        self._asked: Mapping[str, Callable[..., object]] = {
            "story": lambda lang, place: (lang, place) in self._library.stories and self._at(lang, place).document.path,
            "front": self._front,
            "body": lambda lang, place: self._at(lang, place).document.body,
            "document": lambda lang, place: self._at(lang, place).document,
            "stories": lambda: list(self._library.stories),
            "waiting": lambda: [(key, one.front, one.original) for key, one in self._library.waiting.items()],
            "places": lambda: self._library.places,
            "newest": lambda lang, section: _keys(self._library.newest(lang, section or None)),
            "told": lambda lang, section: _keys(self._library.told(lang, section or None)),
            "pages": lambda lang, section: _keys(self._library.pages(lang, section)),
            "data": lambda name: getattr(self._library.data, name),
            "day": lambda: self._site.as_of,
            "filled": lambda: self._site.filled,
            "known": lambda: self._site.documents.known,
            "cited": self._cited,
            "file": lambda lang, name: self._files(lang).get(name),
            "products": lambda: self._site.products,
            "plan": lambda: self._plan,
            "all": lambda: self._all,
            **{name: partial(self._in_table, name) for name in TABLES_OF_SITE},
        }

    def digest(self, question: Question) -> str:
        """The digest of an answer; one that no other run gives where the question is unknown, or has no answer now."""
        if question not in self._found:
            try:
                self._found[question] = digest_of_value(self._asked[question[0]](*question[1:]))
            except (KeyError, NoDigestError):
                self._found[question] = uuid4().hex
        return self._found[question]

    def _front(self, lang: str, place: str) -> object:
        story = self._at(lang, place)
        return digest_once(story.front), digest_once(story.original)

    def _in_table(self, name: str, *key: str) -> object:
        """An entry of a table of the site, whose key is one word or several; without a key, which entries there are."""
        return _entry(getattr(self._site, name), (key if len(key) > 1 else key[0]) if key else None)

    def _at(self, lang: str, place: str) -> Story:
        return self._library.stories[lang, place]

    def _cited(self, lang: str, *part: str) -> object:
        cited = self._site.documents.cited(lang)
        return cited.get((part[0], part[1])) if part else dict(cited)

    @cached_property
    def _plan(self) -> str:
        """All that is counted: data/, the days, what every file of content says before its text. No text is counted."""
        faces = [(one.path, one.front, one.lines) for one in self._library.documents.values()]
        data = digest_of(self._library.root, ("data",))
        return made_of(data.encode(), self._days, digest_of_value(faces).encode())

    @cached_property
    def _all(self) -> str:
        """Everything that is read, and the days it is read on."""
        return made_of(digest_of(self._library.root).encode(), self._days)

    @property
    def _days(self) -> bytes:
        return f"{self._today} {self._site.as_of}".encode()


def _entry(table: Mapping[Any, object], key: object) -> object:
    return table.get(key) if key is not None else list(table)


def _keys(stories: tuple[Story, ...]) -> list[tuple[str, str]]:
    return [(story.lang, story.place) for story in stories]
