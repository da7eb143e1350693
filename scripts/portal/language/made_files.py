"""Where the portal lays what it makes beside its pages, by name: nothing of docs/ may stand at these addresses."""

from typing import Final

from portal.language.vocabulary import LISTS

CARDS_FOLDER: Final = "the"
"""The pictures other sites show beside a link."""
DATA_FOLDER: Final = "du-lieu"
"""Where the site keeps numbers for machines."""
DIGESTS_FOLDER: Final = "ban-tin"
"""The letters of each month."""
INDEX_FOLDER: Final = "search"
"""What the search reads."""
PRINTED_FOLDER: Final = "an-pham/in"
"""What was printed of pages."""
TOOL_FOLDER: Final = "quan-tri"
"""The editing tool, where a portal has one."""

MADE_FOLDERS: Final = (CARDS_FOLDER, DATA_FOLDER, DIGESTS_FOLDER, INDEX_FOLDER, LISTS, PRINTED_FOLDER, TOOL_FOLDER)
MADE_AT_TOP: Final = frozenset(
    (
        "404.html",
        "CNAME",
        "_headers",
        "_redirects",
        "dinh-chinh.json",
        "index.html",
        "index.md",
        "llms.txt",
        "manifest-sha256.txt",
        "manifest-usb-sha256.txt",
        "publication.json",
        "robots.txt",
        "sitemap.xml",
        "sitemap.xml.gz",
        "sw.js",
        "tin.json",
    )
)
"""Names at the top that the site, or whoever serves it, gives a meaning."""

ASSETS: Final = "assets"
"""The folder of styles and scripts as they are joined, of icons and drawings: all of it the portal's."""
VIEWER: Final = f"{ASSETS}/pannellum.js"
"""The library that turns a view all around: no other page names it."""
BROUGHT: Final = frozenset((VIEWER,))
"""What lies in docs/assets/ as others made it, and is published as it is."""


def is_made_there(path: str) -> bool:
    """Whether the portal makes a file at this path of the site, or whatever stands in its folder."""
    within = path.startswith(tuple(f"{folder}/" for folder in MADE_FOLDERS))
    return within or path in MADE_AT_TOP or (path.startswith(f"{ASSETS}/") and path not in BROUGHT)
