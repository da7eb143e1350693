"""The site as plain files: pages that open from a folder or a USB stick, and are searched, without a server."""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from portal.reading.keeping.kept_ahead import work_ahead
from portal.reading.keeping.kept_values import KeptValues
from portal.site.addresses import relative
from portal.site.dress.content_security import copy_policy
from portal.site.files.output import served_only

PAGE: Final = "index.html"
LINKS: Final = frozenset(
    "action href src data-asked data-index data-offline poster data-script data-style data-tools".split()
)

_INSIDE: Final = r'(?:"[^"]*"|[^">])*'
_POLICY: Final = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_LED_ON: Final = re.compile(r'(?<=<meta http-equiv="refresh" content="0; url=)[^"]*')
_TAG: Final = re.compile(rf"<!--.*?-->|(<script\b{_INSIDE}>)(.*?</script>)|(<[a-z]{_INSIDE}>)", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'\s([^\s=">/]+)="([^"]*)"')


def belongs(path: str) -> bool:
    """Whether a file of the site, named by its path in it, stands in the copy too: it is of use without a server."""
    return not served_only(path)


def copy_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the copy of a built site, in the order of paths, but for the list of them."""
    for path, file in _of_copy(site):
        content = file.read_bytes()
        yield path, _page(content, path) if file.name == PAGE else content


def copy_sums(site: Path, sums: Mapping[str, str], values: KeptValues) -> Iterator[tuple[str, str]]:
    """(path, SHA-256 of the content) of the same files, whose own `sums` are known; a page that `values` know is not
    made again."""
    own = {path: one for path, one in sums.items() if belongs(path)}
    names = {path: f"copy {path} {one}" for path, one in own.items() if path.rpartition("/")[2] == PAGE}
    makes = {path: partial(_page_sum, site / path, path) for path in names}
    work_ahead(values, {name: makes[path] for path, name in names.items()})
    for path, one in own.items():
        yield path, values.of(names[path], makes[path]) if path in names else one


def sum_of(content: bytes) -> str:
    """The SHA-256 of the content of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _page_sum(file: Path, path: str) -> str:
    return sum_of(_page(file.read_bytes(), path))


def _page(content: bytes, path: str) -> bytes:
    return as_file(content.decode(), path.removesuffix(PAGE)).encode()


def _of_copy(site: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and belongs(path):
            yield path, file


def as_file(html: str, here: str) -> str:
    """A page at the address `here` with every link inside the site naming a file, under a policy for files. Only tags
    are written anew: what a text says and a script holds stays as it is."""
    plain = _POLICY.sub(lambda found: escape(copy_policy(unescape(found[0]))), html, count=1)
    plain = _LED_ON.sub(lambda found: _file_url(found[0], here), plain, count=1)
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
        goal = (f"{goal}/" if goal else "") + PAGE
    asked = f"?{parts.query}" if parts.query and is_page else ""  # a mark of a file's bytes is of no use here
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return relative(here, goal) + asked + fragment
