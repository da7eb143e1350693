"""The library of print products: each with its picture, its form and its size, page by page; ways to narrow it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from portal.language.places import LIBRARY
from portal.language.written import written_size
from portal.site.blocks.contact import owner_rows
from portal.site.blocks.listed.section import StoryGroup, story_groups
from portal.site.made.shelves import ProductShelf, shelf_anchor, shelves
from portal.site.publications.values import SMALL_WIDTH, MadeProduct
from portal.site.spot import Spot
from portal.site.values import FactRow, Link, LinkGroup

_SEEN_AT_ONCE: Final = 3
"""So few pages a reader finds without a list of them."""


@dataclass(frozen=True)
class ProductView:
    """A product to take: its link, what it is for people (form and size), its picture or the words it is."""

    link: Link
    about: str
    picture: str
    width: int
    height: int
    banner: str


@dataclass(frozen=True)
class PrintedGroup:
    """The products of a page in one language: those for everybody, and those for printing houses."""

    anchor: str
    section: str
    page: Link
    lang: str
    language: str
    products: tuple[ProductView, ...]
    for_printers: tuple[ProductView, ...]


@dataclass(frozen=True)
class PublicationsBlock:
    """What the library shows at a place: products by page, how many, under which licence; `jump` leads to the products
    of each page, by section, where there are many; `narrow` are the ways to a part of it, `all` leads from a part to
    the whole, None there. `empty` says what will be here and how it is made. `groups` are what editors published
    themselves."""

    count: str
    facts: tuple[FactRow, ...]
    pages: tuple[PrintedGroup, ...]
    jump: tuple[LinkGroup, ...]
    narrow: tuple[LinkGroup, ...]
    all: Link | None
    empty: str
    groups: tuple[StoryGroup, ...]


def publications_block(spot: Spot) -> PublicationsBlock:
    """The library, or the shelf a reader stands at."""
    text, products = spot.words, spot.site.products
    every = shelves(spot.library, products)
    shelf = next((one for one in every if one.place == spot.place), None)
    shown = tuple(_shown(spot, products, shelf))
    pages = tuple(_pages(spot, shown))
    return PublicationsBlock(
        count=text.say("shelves.count", count=len(shown)) if shown else "",
        facts=tuple(_facts(spot)) if shown else (),
        pages=pages,
        jump=tuple(_jump(spot, pages)) if len(pages) > _SEEN_AT_ONCE else (),
        narrow=tuple(_narrow(spot, every)),
        all=spot.link(LIBRARY) if shelf and spot.has(LIBRARY) else None,
        empty="" if products else text.say("shelves.none"),
        groups=() if shelf else tuple(story_groups(spot)),
    )


def _shown(spot: Spot, products: Iterable[MadeProduct], shelf: ProductShelf | None) -> Iterator[MadeProduct]:
    """The products of a shelf, or all: in the reader's language, but on the shelf of a language."""
    lang = spot.words.lang
    for one in products:
        is_read = one.lang == lang or (shelf is not None and shelf.family == "language")
        if is_read and (shelf is None or shelf.holds(one, spot.library)):
            yield one


def _facts(spot: Spot) -> Iterator[FactRow]:
    """The licence of what is here, as the owner says, and whether it is approved."""
    text = spot.words
    rows = {row.label: row.value for row in owner_rows(spot.site.owner, text)}
    label = text.label("owner", "content_licence")
    yield FactRow(label, rows[label] or text.say("missing_owner"))
    if not spot.site.approved:
        yield FactRow(text.say("draft_mark"), text.say("draft"))


def _pages(spot: Spot, products: Iterable[MadeProduct]) -> Iterator[PrintedGroup]:
    for (lang, place), some in groupby(products, key=lambda one: (one.lang, one.place)):
        story = spot.library.stories[lang, place]
        every = tuple(some)
        views = {
            flag: tuple(product_view(spot, one) for one in every if one.for_printers == flag) for flag in (False, True)
        }
        own = lang if lang != spot.words.lang else None
        link = Link(story.front.title, spot.to(place), lang=own)
        anchor, language = shelf_anchor(place), spot.language(lang)
        yield PrintedGroup(anchor, story.section, link, lang, language, views[False], views[True])


def _jump(spot: Spot, pages: Iterable[PrintedGroup]) -> Iterator[LinkGroup]:
    for section, some in groupby(pages, key=lambda one: one.section):
        links = tuple(Link(one.page.title, f"#{one.anchor}", lang=one.page.lang) for one in some)
        yield LinkGroup(spot.words.label("sections", section), links)


def printed_of(spot: Spot, lang: str, place: str) -> tuple[ProductView, ...]:
    """What was printed of a page in a language."""
    return tuple(product_view(spot, one) for one in spot.site.products if (one.lang, one.place) == (lang, place))


def product_view(spot: Spot, one: MadeProduct) -> ProductView:
    """A product as a page offers it."""
    text = spot.words
    about = f"{one.form.upper()}, {written_size(one.size, text)}"
    picture = f"{spot.root}{one.picture}" if one.picture else ""
    link = Link(text.label("products", one.sheet), f"{spot.root}{one.path}")
    return ProductView(link, about, picture, SMALL_WIDTH, one.height, one.banner)


def _narrow(spot: Spot, every: Iterable[ProductShelf]) -> Iterator[LinkGroup]:
    for family, some in groupby(every, key=lambda one: one.family):
        links = tuple(Link(one.title(spot.words), spot.to(one.place), one.place == spot.place) for one in some)
        if len(links) > 1 or any(link.current for link in links):
            yield LinkGroup(spot.words.say(f"shelves.by.{family}"), links)
