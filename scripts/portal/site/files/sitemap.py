"""The site map for machines: every page that really exists, with its languages and its last change.

A draft's pages ask not to be listed (noindex); the map stays, as robots.txt stays open: a page that may not be fetched
cannot say that it is a draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from portal.language.places import WRITING
from portal.site.pages.head import Alternate
from portal.site.pages.told import ToldPage


@dataclass(frozen=True)
class SitemapEntry:
    """One page: its absolute address, the day it last changed ("" where it has none), its languages."""

    url: str
    changed: str
    alternates: tuple[Alternate, ...]


def sitemap(pages: Iterable[ToldPage]) -> tuple[SitemapEntry, ...]:
    """Entries in the order of the pages; those shown in another language's frame are left out, the editors' form, and
    those that ask to be for good: they wait, or were taken back."""
    shown = (page for page in pages if not page.is_fallback and not page.waits and page.place != WRITING)
    return tuple(_entry(page) for page in shown if not page.withdrawn)


def sitemap_xml(entries: Iterable[SitemapEntry]) -> str:
    """The entries as sitemaps.org asks for them, with the languages as Google reads them."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(map(_xml, entries))}</urlset>'
    )


def _entry(page: ToldPage) -> SitemapEntry:
    return SitemapEntry(page.canonical, page.changed, page.alternates)


def _xml(entry: SitemapEntry) -> str:
    changed = f"<lastmod>{entry.changed}</lastmod>" if entry.changed else ""
    languages = "".join(
        f'<xhtml:link rel="alternate" hreflang="{one.hreflang}" href="{escape(one.url)}"/>' for one in entry.alternates
    )
    return f"<url><loc>{escape(entry.url)}</loc>{changed}{languages}</url>\n"
