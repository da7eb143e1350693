"""Where a reader stands: how one page of the site leads to others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.content.library import Library
from portal.language.locales import Locale
from portal.language.places import section_of
from portal.language.words import Words, own_name
from portal.site.addresses import address, relative
from portal.site.site import Site
from portal.site.values import Link


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

    @property
    def locale(self) -> Locale:
        return self.library.data.locales[self.lang]

    @cached_property
    def words(self) -> Words:
        """The words of the frame: the language's own, or those it borrows."""
        return self.site.words(self.lang)

    def language(self, code: str) -> str:
        """What the words of the frame call a language; its own name where they have none for it."""
        known = self.words.family("languages")
        return str(known[code] if code in known else own_name(self.library.data.locales[code]))

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
        """The way from here to a place in the frame of this language, or of one it can be read in."""
        return relative(self.address, address(_frame_of(self, place), place))

    def from_root(self, place: str) -> str:
        """The same way, by the site's first folder: alike on every page of a depth."""
        return self.root + address(_frame_of(self, place), place)

    def link(self, place: str) -> Link:
        """A link to a place, titled in this language where that exists. Raises KeyError for a place in no language."""
        story = self.library.read_in(self.lang, place)
        if story is None:
            raise KeyError(place)
        other = story.lang if story.lang != self.words.lang else None
        goal = address(_frame_of(self, place), place)
        return Link(story.front.title, relative(self.address, goal), goal == self.address, other, petal=story.theme)

    def links(self, places: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of some places that can be read."""
        return tuple(self.link(place) for place in places if self.has(place))


def is_withdrawn(spot: Spot, place: str) -> bool:
    """Whether the page at a place was taken back."""
    story = spot.library.read_in(spot.lang, place)
    return story is not None and story.withdrawn is not None


def waits_until(spot: Spot, place: str) -> date | None:
    """The day a place waits for; None where it waits for none. Only the desk's own view has such places."""
    found = (story for (_, one), story in spot.library.waiting.items() if one == place)
    return next((story.front.publish_after for story in found), None)


def _frame_of(spot: Spot, place: str) -> str:
    """The language in whose frame a place is shown from a spot: its own, or one the place can be read in."""
    story = spot.library.read_in(spot.lang, place)
    return spot.lang if story is None or story.lang in spot.locale.order else story.lang
