"""Where a reader stands: how one page leads to others, and the views that are made of links: cards, threads, facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from portal.content.library import Library
from portal.content.rebuttals import Rebuttal
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.places import convention_page, front_of, section_of
from portal.language.words import Words, words
from portal.site.addresses import address, relative
from portal.site.drawings.threads import thread
from portal.site.site import Site
from portal.site.values import Card, Link, ThreadView, spoken


@dataclass(frozen=True, eq=False)
class Spot:
    """A page of the site in the frame of a language: everything a page leads to is reached from here."""

    site: Site
    lang: str
    place: str

    @property
    def library(self) -> Library:
        return self.site.library

    @property
    def section(self) -> str:
        """The section the page lies in, "" at the top."""
        return section_of(self.place)

    @cached_property
    def words(self) -> Words:
        return words(self.lang)

    @cached_property
    def address(self) -> str:
        return address(self.lang, self.place)

    @cached_property
    def root(self) -> str:
        """The way from here to the site's first folder."""
        return relative(self.address, "")

    def has(self, place: str) -> bool:
        """Whether a place can be read at all, in this language or another."""
        return self.library.read_in(self.lang, place) is not None

    def to(self, place: str) -> str:
        """The way from here to a place in the frame of this language."""
        return relative(self.address, address(self.lang, place))

    def from_root(self, place: str) -> str:
        """The same way, by the site's first folder: alike on every page of a depth."""
        return self.root + address(self.lang, place)

    def link(self, place: str) -> Link:
        """A link to a place, titled in this language where that exists. Raises KeyError for a place in no language."""
        story = self.library.read_in(self.lang, place)
        if story is None:
            raise KeyError(place)
        other = story.lang if story.lang != self.lang else None
        goal = address(self.lang if self.lang in reachable(self.library, place) else story.lang, place)
        return Link(story.front.title, relative(self.address, goal), goal == self.address, other, petal=story.theme)

    def links(self, places: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of some places that can be read."""
        return tuple(self.link(place) for place in places if self.has(place))

    def themes(self) -> tuple[Link, ...]:
        """The five themes with their petals."""
        return self.sections(vocabulary.THEMES)

    def sections(self, names: Iterable[str]) -> tuple[Link, ...]:
        """Links to the fronts of some sections, as far as they exist; the section of this page is the current one."""
        return tuple(self._section(name) for name in names if self.has(front_of(name)))

    def _section(self, name: str) -> Link:
        petal = vocabulary.THEMES.index(name) + 1 if name in vocabulary.THEMES else None
        title, is_here = self.words.label("sections", name), name == self.section
        return Link(title, self.to(front_of(name)), is_here, petal=petal)

    def card(self, story: Story) -> Card:
        """A story as it stands in a list."""
        front = story.front
        verdict = front.verdict if isinstance(front, Rebuttal) else None
        label = self.words.label("verdicts", verdict) if verdict else self.words.label("kinds", front.kind)
        day = spoken(front.updated or front.date, self.words)
        return Card(self.link(story.place), front.description, label, day, verdict)

    def cards(self, stories: Iterable[Story]) -> tuple[Card, ...]:
        return tuple(self.card(story) for story in stories)

    def thread(self, code: str) -> ThreadView:
        """A convention with its thread and the way to its page."""
        facts, place = self.library.data.conventions.get(code), convention_page(code)
        href = self.link(place).href if self.has(place) else None
        sign = code.upper()
        short, name = (facts.short[self.lang], facts.name[self.lang]) if facts else (sign, sign)
        return ThreadView(code, sign, short, name, href, thread(code))


def reachable(library: Library, place: str) -> tuple[str, ...]:
    """The languages in which a place has an address: an original is also read in the other frame."""
    has = library.languages(place)
    return vocabulary.LANGUAGES if vocabulary.ORIGINAL in has else has
