"""What a device that keeps pages asks: which version of those that may have to be corrected there is the right one."""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.language.places import OFFLINE
from portal.site.addresses import CORRECTIONS_FEED

KEPT_LIST: Final = "kept.json"
"""Beside the page for times without a network of each language (docs/scripts/worker/renewing.js)."""
_NAMED: Final = re.compile(r'<a data-(?:keep|ask) href="([^"]+)"')


def kept_lists(site: Path) -> dict[str, bytes]:
    """The lists of a built site by their paths: that page itself, those it names, and those corrected or withdrawn,
    each with how the SHA-256 of its HTML begins. A page that a build left as it was has the mark it had."""
    pages = sorted((*site.glob(f"{OFFLINE}/index.html"), *site.glob(f"*/{OFFLINE}/index.html")))
    return {page.with_name(KEPT_LIST).relative_to(site).as_posix(): _list(site, page) for page in pages}


def _list(site: Path, page: Path) -> bytes:
    here = f"{page.parent.relative_to(site).as_posix()}/"
    named = (posixpath.normpath(posixpath.join(here, link)) + "/" for link in _NAMED.findall(page.read_text("utf-8")))
    corrected = _corrected(site, here.removesuffix(f"{OFFLINE}/"))
    files = {address: site / address / "index.html" for address in {here, *named, *corrected}}
    marks = {address: _mark_of(file) for address, file in sorted(files.items()) if file.is_file()}
    return (json.dumps(marks, separators=(",", ":")) + "\n").encode()


def _corrected(site: Path, prefix: str) -> Iterator[str]:
    """The addresses of the pages the feed of corrections tells of, as far back as it goes."""
    path = f"{prefix}{CORRECTIONS_FEED}.json"
    if (site / path).is_file():
        feed = json.loads((site / path).read_text("utf-8"))
        home = feed["feed_url"].removesuffix(path)
        yield from (item["url"].partition("#")[0].removeprefix(home) for item in feed["items"])


def _mark_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
