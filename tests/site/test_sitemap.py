"""The site map for machines."""

from conftest import SITE
from portal.site.files.sitemap import sitemap
from portal.site.pages.make import pages
from portal.site.pages.told import told_page
from portal.site.site import Site


def test_the_site_map_for_machines_has_every_page_once_with_its_last_change(portal: Site) -> None:
    entries = {entry.url: entry.changed for entry in sitemap(map(told_page, pages(portal).values()))}
    assert entries[f"{SITE}thanh-tuu/2026/bai/"] == "2026-01-15"
    assert len(entries) == len(portal.library.stories)
