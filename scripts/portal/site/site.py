"""The site as one value: what was read and counted, what it is told from outside, the day it is made for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from portal.content.known.house.identity import PLAIN_IDENTITY, Identity
from portal.content.known.house.owner import Owner
from portal.content.known.quizzes import Quiz, quizzes_of_places
from portal.content.library import Library
from portal.content.nearby import nearest
from portal.language.locales import ORIGINAL
from portal.language.words import Words, words
from portal.plan.bodies.bodies import Body, bodies_of
from portal.plan.ledger import Registers
from portal.plan.open_data.every_table import open_data
from portal.plan.open_data.tables import MeasuredTable, measured
from portal.site.documents.told import ToldDocuments
from portal.site.dress.bundles import BUNDLES
from portal.site.finishing.names import BoundNames, bound_names
from portal.site.made.bodies.body_pages import with_bodies
from portal.site.made.columns_page import with_columns
from portal.site.made.document_pages import with_documents
from portal.site.made.fronts import with_fronts
from portal.site.made.listings import Listing, ListingPage, listings, with_listings
from portal.site.made.pairs import with_pairs
from portal.site.made.press_pages import with_press
from portal.site.made.quiz_pages import with_quizzes
from portal.site.made.recommendation_pages import with_recommendations
from portal.site.made.script_pages import with_scripts
from portal.site.made.shelves import shelf_anchor, with_shelves
from portal.site.made.writing_page import with_writing
from portal.site.pictures.made import MadePicture
from portal.site.press.sheets import Sheets, press_sheets
from portal.site.press.shown_on import ShownOn, shown_on
from portal.site.publications.values import MadeProduct


@dataclass(frozen=True)
class Settings:
    """What the site is told from outside: `site_url` ends in "/", `repository` is "" where there is none; `house` is
    the project's folder, whose docs/ and .cache/ serve the site of any corpus."""

    site_url: str
    repository: str
    card_for_every_story: bool = False  # else stories show their section's card
    with_waiting: bool = False  # as the desk sees the site: with the pages that wait for their day
    house: Path = Path()


@dataclass(frozen=True)
class Dress:
    """What belongs to no language and every page wears: `assets` are the files under docs/ by their paths in the site,
    `pictures` those that are published in other sizes only.
    `early_script` runs before a page is drawn, `icon` is the mark as a data address, `identity` the portal's look."""

    assets: Mapping[str, bytes] = field(default_factory=lambda: dict.fromkeys(BUNDLES, b""))
    pictures: Mapping[str, MadePicture] = field(default_factory=dict)
    early_script: str = ""
    icon: str = ""
    identity: Identity = PLAIN_IDENTITY


@dataclass(frozen=True, eq=False)
class WorkedOut:
    """The library and its registers, the settings, the day figures are counted up to, what every page wears; the bodies
    that have a page, by their ids; the print products that were made. What many pages ask of it all is worked out
    once."""

    registers: Registers
    settings: Settings
    as_of: date
    dress: Dress = Dress()
    bodies: Mapping[str, Body] = field(default_factory=dict)
    products: tuple[MadeProduct, ...] = ()

    @property
    def library(self) -> Library:
        return self.registers.library

    @cached_property
    def listings(self) -> Mapping[str, Listing]:
        """Every list of stories by its place: asked for by many pages, worked out once."""
        return {one.place: one for one in listings(self.library)}

    @cached_property
    def list_pages(self) -> Mapping[str, ListingPage]:
        """Every page of every list by its place."""
        return {page.place: page for one in self.listings.values() for page in one.pages}

    @cached_property
    def related(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Where to read on after each story, by its (language, place): worked out once for all."""
        languages = {lang for lang, _ in self.library.stories}
        near = {lang: nearest(self.library, lang) for lang in self.library.data.locales if lang in languages}
        return {(lang, place): places for lang, found in near.items() for place, places in found.items()}

    @cached_property
    def printed(self) -> Mapping[tuple[str, str], str]:
        """Where in the library the print products of a page stand, by its (language, place)."""
        return {(one.lang, one.place): shelf_anchor(one.place) for one in self.products}

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """The sections in which there is a story to read: every menu asks."""
        return tuple(sorted({story.section for story in self.library.newest(ORIGINAL)}))

    @cached_property
    def open_tables(self) -> tuple[MeasuredTable, ...]:
        """Every open table with what its files weigh: asked for by the catalogue and by its files, measured once."""
        return tuple(map(measured, open_data(self.registers, self.as_of)))

    @cached_property
    def documents(self) -> ToldDocuments:
        """The documents that are told part by part."""
        ledger = self.registers.ledger
        return ToldDocuments(self.library, ledger.plan if ledger else None)

    @cached_property
    def quizzes(self) -> Mapping[str, tuple[Quiz, ...]]:
        """The quizzes by the places of the pages they belong to."""
        return quizzes_of_places(self.library.data.quizzes)

    @cached_property
    def drawn_on(self) -> ShownOn:
        """The pages that draw each figure."""
        return shown_on(self.library)


@dataclass(frozen=True, eq=False)
class Site(WorkedOut):
    """The site with its owner, its words and its addresses."""

    @cached_property
    def press_sheets(self) -> Sheets:
        """The press sheet of every month, by its language and month."""
        ledger = self.registers.ledger
        reports = ledger.reports if ledger else {}
        return press_sheets(self.library, reports, self.as_of, self.drawn_on, self.words)

    @property
    def owner(self) -> Owner | None:
        return self.library.data.owner

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        portal = self.library.data.portal
        spoken = {code: words(one.words) for code, one in self.library.data.locales.items()}
        return {code: text.named(portal.names(text.lang) if portal else {}) for code, text in spoken.items()}

    def words(self, lang: str) -> Words:
        """The words a language's frame speaks, its own or borrowed, in which the portal has its own names."""
        return self._words[lang]

    @property
    def approved(self) -> bool:
        """Whether the owner has approved what is said here."""
        return bool(self.owner and self.owner.approved)

    @cached_property
    def bound_names(self) -> BoundNames:
        """What no line of a page may part."""
        return bound_names(self.library, self._words.values())

    @property
    def repository(self) -> str:
        """The address of the public repository: told from outside, or by the owner; "" where nobody has said it."""
        return self.settings.repository or (self.owner and self.owner.repository) or ""

    def absolute(self, address: str) -> str:
        """The whole address of an address in the site."""
        return self.settings.site_url + address


def whole_site(
    registers: Registers, settings: Settings, as_of: date, dress: Dress, products: tuple[MadeProduct, ...] = ()
) -> Site:
    """The site with everything a reader gets: the pages people wrote, those that list them, those of the bodies."""
    bodies = bodies_of(registers.ledger, as_of) if registers.ledger else {}
    library = registers.library.whole if settings.with_waiting else registers.library
    listed = with_listings(with_fronts(library))
    site = Site(replace(registers, library=with_shelves(listed, products)), settings, as_of, dress, bodies, products)
    library = with_recommendations(with_pairs(site.library, site.words), site.words)
    library = with_documents(with_columns(library, site.words), site.documents.known, site.words)
    library = with_writing(
        with_bodies(with_scripts(with_quizzes(library, site.words), site.words), bodies, site.words), site.words
    )
    library = with_press(library, as_of, site.words)
    return replace(site, registers=replace(registers, library=library))
