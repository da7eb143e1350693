"""The site as one value: what was read and counted, what it is told from outside, the day it is made for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.content.known.reference import Owner
from portal.content.library import Library
from portal.plan.ledger import Registers
from portal.site.listings import Listing, listings


@dataclass(frozen=True)
class Settings:
    """What the site is told from outside: `site_url` ends in "/", `repository` is "" where there is none.

    `release` changes when a style or script changes. `icon` is the mark as a data address; `early_script` runs before
    the page is drawn; a `preview` reloads itself and has no worker and no content security policy.
    """

    site_url: str
    repository: str
    release: str = ""
    card_for_every_story: bool = False  # else stories show their section's card
    icon: str = ""
    early_script: str = ""
    preview: bool = False


@dataclass(frozen=True, eq=False)
class Site:
    """The library with its lists, its registers, the settings, and the day figures are counted up to."""

    registers: Registers
    settings: Settings
    as_of: date

    @property
    def library(self) -> Library:
        return self.registers.library

    @property
    def owner(self) -> Owner | None:
        return self.library.data.owner

    @property
    def approved(self) -> bool:
        """Whether the owner has approved what is said here."""
        return bool(self.owner and self.owner.approved)

    @cached_property
    def listings(self) -> Mapping[str, Listing]:
        """Every list of stories by the place of its first page: asked for by many pages, worked out once."""
        return {one.place: one for one in listings(self.library)}

    def absolute(self, address: str) -> str:
        """The whole address of an address in the site."""
        return self.settings.site_url + address
