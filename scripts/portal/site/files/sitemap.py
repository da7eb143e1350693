"""The site map for machines: every page that really exists, with its languages and its last change."""

from dataclasses import dataclass

from portal.site.pages.values import Alternate, PageView
from portal.site.views import Views


@dataclass(frozen=True)
class SitemapEntry:
    """One page: its absolute address, the day it last changed ("" where it has none), its languages."""

    url: str
    changed: str
    alternates: tuple[Alternate, ...]


def sitemap(views: Views) -> tuple[SitemapEntry, ...]:
    """Entries in the order of their places; pages shown in another language's frame are left out."""
    return tuple(_entry(page) for page in views.every_page())


def _entry(page: PageView) -> SitemapEntry:
    changed = page.changed
    return SitemapEntry(page.canonical, changed.iso if changed else "", page.alternates)
