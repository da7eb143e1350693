"""The site as plain files: pages that open from a folder or a USB stick, without a server, a worker or search."""

import posixpath
import re
from html import escape, unescape
from typing import Final
from urllib.parse import urlsplit

from portal.language.locales import CODE
from portal.language.places import SEARCH, SITE_MAP
from portal.site.addresses import relative
from portal.site.dress.content_security import copy_policy
from portal.site.files.output import served_only

PAGE: Final = "index.html"
LINKS: Final = ("href", "src", "data-offline", "data-script", "data-style", "data-asked")

_SEARCH_PAGE: Final = re.compile(rf"(?P<prefix>{CODE}/)?{SEARCH}/{PAGE}")
"""The search page of any language."""
_INSIDE: Final = r'(?:"[^"]*"|[^">])*'
_FORM: Final = re.compile(r'<form class="search[^"]*".*?</form>\n?', re.DOTALL)
_POLICY: Final = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_TAG: Final = re.compile(rf"<!--.*?-->|(<script\b{_INSIDE}>)(.*?</script>)|(<[a-z]{_INSIDE}>)", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'\s([^\s=">/]+)="([^"]*)"')


def belongs(path: str) -> bool:
    """Whether a file of the site, named by its path in it, stands in the copy too: every page but search, and every
    output that is of use without a server."""
    return not _SEARCH_PAGE.fullmatch(path) and not served_only(path)


def as_file(html: str, here: str) -> str:
    """A page at the address `here` with every link inside the site naming a file, under a policy for files and without
    search fields. Only tags are written anew: what a text says and a script holds stays as it is."""
    plain = _POLICY.sub(lambda found: escape(copy_policy(unescape(found[0]))), _FORM.sub("", html), count=1)
    return _TAG.sub(lambda found: _tag(found, here), plain)


def _tag(found: re.Match[str], here: str) -> str:
    script, held, tag = found.groups()
    if not (script or tag):
        return found[0]
    return _ATTRIBUTE.sub(lambda one: _attribute(one, here), script or tag) + (held or "")


def _attribute(found: re.Match[str], here: str) -> str:
    name, value = found.groups()
    if name == "data-worker":
        return ""
    return f' {name}="{_file_url(value, here)}"' if name in LINKS else found[0]


def _file_url(url: str, here: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.netloc and not parts.scheme:
        return f"https:{url}"  # from a file, "//" would lead to a computer of the reader's own network
    if parts.scheme or url.startswith("#"):
        return url
    goal = posixpath.normpath(posixpath.join("/" + here, parts.path)).lstrip("/")
    is_page = not posixpath.splitext(parts.path)[1]
    if is_page:
        goal = _instead_of_search(f"{goal}/" if goal else "") + PAGE
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return relative(here, goal) + fragment


def _instead_of_search(goal: str) -> str:
    """The search page is not there; the site map is."""
    found = _SEARCH_PAGE.fullmatch(goal + PAGE)
    return f"{found['prefix'] or ''}{SITE_MAP}/" if found else goal
