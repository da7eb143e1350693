"""Lists of stories by theme, convention, law, group, place, kind, verdict and year: pages made from the library itself.

A list's own address shows its newest stories. Those behind them stand on pages numbered from the oldest: each is full,
so that a new story changes none of them, and knows nothing that a new story changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from portal.content.fronts.rebuttals import Rebuttal
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
    "law": "luat",
    "group": "nhom",
    "place": "noi",
    "kind": "loai",
    "verdict": "ket-luan",
    "year": "nam",
}
"""What stories are listed by, and the folder of each in the address."""


@dataclass(frozen=True)
class ListingPage:
    """A page of a list. `number` counts from the oldest page, 0 at the list's own address; `stories` are the places of
    those on it, newest first; `total` is how many the list has, None where the page is not to know. `ways` are the
    pages it leads to: newest, newer, older, oldest, as far as there are such and no two the same."""

    place: str
    number: int
    stories: tuple[str, ...]
    total: int | None
    ways: Mapping[str, str]


@dataclass(frozen=True)
class Listing:
    """One list: a family, a value of it, and the places of its stories, newest first. `names` say in each language what
    the value is called, where the portal's words do not."""

    family: str
    value: str
    places: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where its newest stories stand: danh-sach/nhom/tre-em."""
        return listing_place(self.family, self.value)

    @property
    def pages(self) -> tuple[ListingPage, ...]:
        """Its pages, the newest stories first."""
        return tuple(map(self._page, range(self._full + 1, 0, -1)))

    @property
    def _full(self) -> int:
        """How many full pages stand behind that of the newest, which is never short: once there are any, it shows at
        least as many stories as they do, and fewer than two of them."""
        return max(0, len(self.places) // MOST_ON_A_PAGE - 1)

    def _page(self, number: int) -> ListingPage:
        """The page of a number; after the last full one comes that of the newest."""
        end = len(self.places) - (number - 1) * MOST_ON_A_PAGE
        if number > self._full:
            return ListingPage(self.place, 0, self.places[:end], len(self.places), self._ways(number))
        stories = self.places[end - MOST_ON_A_PAGE : end]
        return ListingPage(self._place_of(number), number, stories, None, self._ways(number))

    def _ways(self, number: int) -> Mapping[str, str]:
        """Where the page of a number leads: to no more places however many pages there are."""
        last, there = self._full + 1, dict[int, str]()
        for name, to in {"newest": last, "newer": number + 1, "older": number - 1, "oldest": 1}.items():
            if 1 <= to <= last and to != number:
                there.setdefault(to, name)
        return {name: self._place_of(to) for to, name in there.items()}

    def _place_of(self, number: int) -> str:
        return f"{self.place}/trang-{number}" if number <= self._full else self.place

    def title(self, text: Words) -> str:
        """What the list is of, in one language."""
        families = {"theme": "sections", "group": "groups", "kind": "kinds", "verdict": "verdicts"}
        if self.names:
            return self.names[text.lang]
        if self.family in families:
            return text.label(families[self.family], self.value)
        return self.value.upper() if self.family == "convention" else self.value


def listing_place(family: str, value: str) -> str:
    """The place of a list's first page, named as Vietnamese readers would name it."""
    labels = {"group": "groups", "kind": "kinds", "verdict": "verdicts"}
    shown = words(ORIGINAL).label(labels[family], value) if family in labels else value
    return f"{LISTS_FOLDER}/{FAMILIES[family]}/{slugify(shown)}"


def listings(library: Library) -> tuple[Listing, ...]:
    """Every list that has a story, in the order of the vocabulary; years and places in their own."""
    laws = {law.id: law.called for law in library.data.laws.values()}
    return tuple(found for family in FAMILIES for found in _of_family(library.newest(ORIGINAL), family, laws))


def _of_family(stories: tuple[Story, ...], family: str, laws: Mapping[str, Mapping[str, str]]) -> Iterator[Listing]:
    known: dict[str, Iterable[str]] = {
        "law": laws,
        "theme": vocabulary.THEMES,
        "convention": vocabulary.CONVENTIONS,
        "group": vocabulary.GROUPS,
        "kind": KINDS,
        "verdict": vocabulary.VERDICTS,
    }
    values = known.get(family, sorted({value for story in stories for value in values_of(story, family)}))
    for value in values:
        places = tuple(story.place for story in stories if value in values_of(story, family))
        if places:
            yield Listing(family, value, places, laws[value] if family == "law" else {})


def values_of(story: Story, family: str) -> tuple[str, ...]:
    """What a story is listed under in a family."""
    front = story.front
    if family == "theme":
        return (story.section,)
    if family == "year":
        return (str(front.published.year),) if front.published else ()
    if family == "kind":
        return (front.kind,)
    if family == "verdict":
        return (front.verdict,) if isinstance(front, Rebuttal) else ()
    of_front = {"convention": front.conventions, "law": front.laws, "group": front.groups, "place": front.places}
    return tuple(of_front[family])


def with_listings(library: Library) -> Library:
    """The library with a page for each list, in every language, and one that leads to all of them."""
    made = {}
    for lang in LANGUAGES:
        text = words(lang)
        front = front_of(LISTS_FOLDER)
        made[lang, front] = unwritten(lang, front, text.say("listing.all"), text.say("listing.all_about"), "listing")
        for one in listings(library):
            for page in one.pages:
                made[lang, page.place] = unwritten(lang, page.place, *_head(one, page.number, text), "listing")
    return replace(library, stories={**library.stories, **made})


def _head(one: Listing, number: int, text: Words) -> tuple[str, str]:
    """(title, description) of a page of a list: what a new story does not change."""
    title = text.say(f"listing.titles.{one.family}", name=one.title(text))
    if not number:
        return title, text.say("listing.about", title=title)
    about = text.say("listing.about_page", title=title, number=number)
    return f"{title} ({text.say('listing.page', number=number)})", about
