"""The site as a page asks it: what all pages wear is theirs by right, everything else is a question that is noted."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar, cast

from portal.content.library import Library
from portal.plan.bodies.bodies import Body
from portal.plan.ledger import Registers
from portal.plan.open_data.tables import MeasuredTable
from portal.site.asked.library import AskedLibrary
from portal.site.asked.questions import TABLES_OF_SITE, Notes
from portal.site.documents.citations import CitedParts
from portal.site.documents.known import KnownDocument
from portal.site.documents.recognised import Recogniser
from portal.site.documents.told import ToldDocuments
from portal.site.publications.values import MadeProduct
from portal.site.site import Site

SITE_OF_EVERY_PAGE: Final = frozenset(
    ("absolute", "approved", "bound_names", "dress", "owner", "repository", "settings", "words")
)
"""What every page wears: a change of it makes all pages anew."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class AskedMapping(Mapping[_Key, _Value]):
    """A table of which each entry is a question, and which there are another."""

    def __init__(self, table: Mapping[_Key, _Value], notes: Notes, *name: str) -> None:
        self._table, self._notes, self._name = table, notes, name

    def __getitem__(self, key: _Key) -> _Value:
        self._notes.ask(*self._name, *(key if isinstance(key, tuple) else (str(key),)))
        return self._table[key]

    def __iter__(self) -> Iterator[_Key]:
        self._notes.ask(*self._name)
        return iter(self._table)

    def __len__(self) -> int:
        self._notes.ask(*self._name)
        return len(self._table)


class AskedDocuments:
    """The documents that are told part by part: all of them are one question, who rests on a part is one each."""

    def __init__(self, documents: ToldDocuments, notes: Notes) -> None:
        self._documents, self._notes = documents, notes

    @property
    def known(self) -> dict[str, KnownDocument]:
        """Every document by its id."""
        self._notes.ask("known")
        return self._documents.known

    def reader(self, lang: str) -> Recogniser:
        """What finds their articles in texts."""
        self._notes.ask("known")
        return self._documents.reader(lang)

    def cited(self, lang: str) -> CitedParts:
        """Which pages rest on which part."""
        return AskedMapping(self._documents.cited(lang), self._notes, "cited", lang)


class AskedRegisters:
    """The registers: the plan and all that was counted is one question."""

    def __init__(self, registers: Registers, library: Library, notes: Notes) -> None:
        self._registers, self._notes, self.library = registers, notes, library

    def __getattr__(self, name: str) -> Any:
        self._notes.ask("plan")
        return getattr(self._registers, name)


class AskedSite:
    """The site. What is not known here asks all."""

    def __init__(self, site: Site, notes: Notes) -> None:
        self._site, self._notes = site, notes
        self.library = cast(Library, AskedLibrary(site.library, notes))
        self.registers = cast(Registers, AskedRegisters(site.registers, self.library, notes))
        self.documents = cast(ToldDocuments, AskedDocuments(site.documents, notes))

    def __getattr__(self, name: str) -> Any:
        if name in TABLES_OF_SITE:
            return AskedMapping(getattr(self._site, name), self._notes, name)
        if name not in SITE_OF_EVERY_PAGE:
            self._notes.ask("all")
        return getattr(self._site, name)

    @property
    def as_of(self) -> date:
        """The day figures are counted up to."""
        self._notes.ask("day")
        return self._site.as_of

    @property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies that have a page, with all that was counted of them."""
        self._notes.ask("plan")
        return self._site.bodies

    @property
    def filled(self) -> tuple[str, ...]:
        """The sections in which there is a story to read."""
        self._notes.ask("filled")
        return self._site.filled

    @property
    def products(self) -> tuple[MadeProduct, ...]:
        """The print products that were made."""
        self._notes.ask("products")
        return self._site.products

    @property
    def open_tables(self) -> tuple[MeasuredTable, ...]:
        """Every open table: what they hold is of all."""
        self._notes.ask("all")
        return self._site.open_tables


def asked_site(site: Site, notes: Notes) -> Site:
    """The same site, whose pages note what they ask."""
    return cast(Site, AskedSite(site, notes))
