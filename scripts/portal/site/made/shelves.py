"""The library of print products by subject, group, format and language: a page for each that has any."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from portal.content.library import Library
from portal.content.stories import Story
from portal.language import vocabulary
from portal.language.folding import slugify
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.words import Words, words
from portal.site.made.unwritten import unwritten, with_made
from portal.site.publications.sheets import PRINT_SHEETS
from portal.site.publications.values import MadeProduct

SHELVES_FOLDER: Final = "an-pham/theo"
"""Where the pages of the library stand, below its front."""
BY: Final[Mapping[str, str]] = {"subject": "chu-de", "group": "nhom", "sheet": "hinh-thuc", "language": "tieng"}
"""What products are found by, and the folder of each in the address."""
_LABELS: Final[Mapping[str, str]] = {
    "subject": "sections",
    "group": "groups",
    "sheet": "products",
    "language": "languages",
}


@dataclass(frozen=True)
class ProductShelf:
    """Products that have one thing in common: by what, and which."""

    family: str
    value: str

    @property
    def place(self) -> str:
        """Where its page stands: an-pham/theo/nhom/tre-em."""
        name = self.value if self.family == "subject" else slugify(self.title(words(ORIGINAL)))
        return f"{SHELVES_FOLDER}/{BY[self.family]}/{name}"

    def title(self, text: Words) -> str:
        """What its products have in common, in words."""
        return text.label(_LABELS[self.family], self.value)

    def holds(self, product: MadeProduct, library: Library) -> bool:
        """Whether a product stands on it."""
        return self.value in _values(product, library, self.family)


def shelf_anchor(place: str) -> str:
    """The id of the products of a page, in the library."""
    return place.replace("/", "-")


def shelves(library: Library, products: Iterable[MadeProduct]) -> tuple[ProductShelf, ...]:
    """Every shelf that holds something, in the order of the vocabulary."""
    every = tuple(products)
    known = {
        "subject": vocabulary.SECTIONS,
        "group": vocabulary.GROUPS,
        "sheet": tuple(dict.fromkeys(one.name for one in PRINT_SHEETS)),
        "language": LANGUAGES,
    }
    found = {(family, value) for one in every for family in BY for value in _values(one, library, family)}
    return tuple(ProductShelf(family, value) for family in BY for value in known[family] if (family, value) in found)


def with_shelves(library: Library, products: Iterable[MadeProduct]) -> Library:
    """The library with a page for each shelf, in every language that has words."""
    return with_made(library, {(lang, one.place): page for lang, one, page in _pages(library, tuple(products))})


def _pages(library: Library, products: tuple[MadeProduct, ...]) -> Iterator[tuple[str, ProductShelf, Story]]:
    for one in shelves(library, products):
        for lang in LANGUAGES:
            text = words(lang)
            title = text.say(f"shelves.titles.{one.family}", name=one.title(text))
            about = text.say("shelves.about", title=title)
            yield lang, one, unwritten(lang, one.place, title, about, "publications")


def _values(product: MadeProduct, library: Library, family: str) -> tuple[str, ...]:
    if family == "sheet":
        return (product.sheet,)
    if family == "language":
        return (product.lang,)
    story = library.stories.get((product.lang, product.place))
    if story is None:
        return ()
    return (story.section,) if family == "subject" else tuple(story.front.groups)
