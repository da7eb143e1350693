"""Lists of stories by theme, convention, group, place, kind and year: pages made from the library itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from portal.content.kinds import KINDS
from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.folding import slugify
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.places import front_of
from portal.language.words import Words, words
from portal.site.made.unwritten import unwritten

LISTS_FOLDER: Final = vocabulary.LISTS
MOST_ON_A_PAGE: Final = 12
FAMILIES: Final = {
    "theme": "chu-de",
    "convention": "cong-uoc",
    "group": "nhom",
    "place": "noi",
    "kind": "loai",
    "year": "nam",
}
"""What stories are listed by, and the folder of each in the address."""


@dataclass(frozen=True)
class Listing:
    """One list: a family, a value of it, and the places of its stories, newest first."""

    family: str
    value: str
    places: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where its first page stands: danh-sach/nhom/tre-em."""
        return listing_place(self.family, self.value)

    @property
    def pages(self) -> int:
        return -(-len(self.places) // MOST_ON_A_PAGE)

    @property
    def page_places(self) -> tuple[str, ...]:
        """Where its pages stand: danh-sach/nhom/tre-em, danh-sach/nhom/tre-em/2 …"""
        return (self.place, *(f"{self.place}/{number}" for number in range(2, self.pages + 1)))

    def on_page(self, number: int) -> tuple[str, ...]:
        """The places on a page; the first is 1."""
        return self.places[(number - 1) * MOST_ON_A_PAGE : number * MOST_ON_A_PAGE]

    def title(self, text: Words) -> str:
        """What the list is of, in one language."""
        families = {"theme": "sections", "group": "groups", "kind": "kinds"}
        if self.family in families:
            return text.label(families[self.family], self.value)
        return self.value.upper() if self.family == "convention" else self.value


def listing_place(family: str, value: str) -> str:
    """The place of a list's first page, named as Vietnamese readers would name it."""
    labels = {"group": "groups", "kind": "kinds"}
    shown = words(ORIGINAL).label(labels[family], value) if family in labels else value
    return f"{LISTS_FOLDER}/{FAMILIES[family]}/{slugify(shown)}"


def listings(library: Library) -> tuple[Listing, ...]:
    """Every list that has a story, in the order of the vocabulary; years and places in their own."""
    stories = library.newest(ORIGINAL)
    return tuple(found for family in FAMILIES for found in _of_family(stories, family))


def _of_family(stories: tuple[Story, ...], family: str) -> Iterator[Listing]:
    known = {
        "theme": vocabulary.THEMES,
        "convention": vocabulary.CONVENTIONS,
        "group": vocabulary.GROUPS,
        "kind": KINDS,
    }
    values = known.get(family) or sorted({value for story in stories for value in values_of(story, family)})
    for value in values:
        places = tuple(story.place for story in stories if value in values_of(story, family))
        if places:
            yield Listing(family, value, places)


def values_of(story: Story, family: str) -> tuple[str, ...]:
    """What a story is listed under in a family."""
    front = story.front
    if family == "theme":
        return (story.section,)
    if family == "year":
        return (str(front.published.year),) if front.published else ()
    if family == "kind":
        return (front.kind,)
    return tuple({"convention": front.conventions, "group": front.groups, "place": front.places}[family])


def with_listings(library: Library) -> Library:
    """The library with a page for each list, in every language, and one that leads to all of them."""
    made = {}
    for lang in LANGUAGES:
        text = words(lang)
        front = front_of(LISTS_FOLDER)
        made[lang, front] = unwritten(lang, front, text.say("listing.all"), text.say("listing.all_about"), "listing")
        for one in listings(library):
            for number, place in enumerate(one.page_places, 1):
                made[lang, place] = unwritten(lang, place, *_head(one, number, text), "listing")
    return replace(library, stories={**library.stories, **made})


def _head(one: Listing, number: int, text: Words) -> tuple[str, str]:
    """(title, description) of a page of a list."""
    title = text.say(f"listing.titles.{one.family}", name=one.title(text))
    about = text.say("listing.about", title=title, count=len(one.places), number=number, pages=one.pages)
    return title + (f" ({text.say('listing.page', number=number)})" if number > 1 else ""), about
