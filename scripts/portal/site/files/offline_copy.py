"""The site as plain files: pages that open from a folder or a USB stick, without a server, a worker or search."""

import posixpath
import re
from typing import Final
from urllib.parse import urlsplit

from portal.language import vocabulary
from portal.language.places import SEARCH, SITE_MAP
from portal.site.addresses import address, relative

LEFT_OUT: Final = ("pagefind/", "the/", "sw.js", "sitemap.xml", "robots.txt", "404.html")
"""What needs a server: the search index, cards for other sites, the worker, what only machines on the web read."""

_LINK = re.compile(r'(?P<name>href|src|data-offline|data-worker|data-script)="(?P<url>[^"]*)"')
_FORM = re.compile(r'<form class="search[^"]*".*?</form>\n?', re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')


def belongs(path: str) -> bool:
    """Whether a file of the site, named by its path in it, stands in the copy too."""
    search = {address(lang, SEARCH) for lang in vocabulary.LANGUAGES}
    return not path.startswith((*LEFT_OUT, *search))


def as_file(html: str, here: str) -> str:
    """A page at the address `here` with every link inside the site naming a file. The policy of the page goes, as
    it would forbid a file its own style; so do the search fields."""
    plain = _POLICY.sub("", _FORM.sub("", html))
    return _LINK.sub(lambda found: _written(found["name"], found["url"], here), plain)


def _written(name: str, url: str, here: str) -> str:
    if name == "data-worker":
        return ""
    return f'{name}="{_file_url(url, here)}"'


def _file_url(url: str, here: str) -> str:
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or url.startswith("#"):
        return url
    goal = posixpath.normpath(posixpath.join("/" + here, parts.path)).lstrip("/")
    is_page = not posixpath.splitext(parts.path)[1]
    if is_page:
        goal = _instead_of_search(f"{goal}/" if goal else "") + "index.html"
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return relative(here, goal) + fragment


def _instead_of_search(goal: str) -> str:
    """The search page is not there; the site map is."""
    for lang in vocabulary.LANGUAGES:
        if goal == address(lang, SEARCH):
            return address(lang, SITE_MAP)
    return goal
