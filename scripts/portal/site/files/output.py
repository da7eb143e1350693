"""One file of the site that is no page: path → bytes, made when asked, with a key of what it is made of."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from portal.language.made_files import CARDS_FOLDER, DATA_FOLDER
from portal.reading.keeping.kept import code_mark, made_of
from portal.site.dress.bundles import WORKER
from portal.site.files.kept_list import KEPT_LIST
from portal.site.files.manifest import MANIFESTS
from portal.site.files.packed import is_packed
from portal.site.files.security import SECURITY_TXT
from portal.site.search.notes import NOTES

SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
LLMS: Final = "llms.txt"
GONE: Final = "410.txt"
"""Stands beside a page that was withdrawn: a server answers for that page with 410 (deploy/nginx/portal/pages.conf)."""
SERVED_ONLY: Final = (
    f"{CARDS_FOLDER}/",
    WORKER,
    SITEMAP,
    ROBOTS,
    LLMS,
    "404.html",
    SECURITY_TXT,
    f"{DATA_FOLDER}/{NOTES}",
    *sorted(MANIFESTS),
)
"""How the paths begin of what is of use on a server alone: cards for other sites, the worker, what programs on
the web read, the lists of the site's own files (a copy carries its own)."""


@dataclass(frozen=True)
class Output:
    """One file of the site. `key` changes when its bytes may; `owner` says who made it, for people. What may be too
    much for memory has `stream`, which gives it part by part."""

    path: str
    key: str
    make: Callable[[], bytes]
    owner: str
    stream: Callable[[], Iterable[bytes]] | None = None

    @property
    def needs_server(self) -> bool:
        """Whether it is of no use where the site is opened as plain files."""
        return served_only(self.path)

    def parts(self) -> Iterable[bytes]:
        """Its bytes, part by part."""
        return self.stream() if self.stream else (self.make(),)


def served_only(path: str) -> bool:
    """Whether a file of the site, named by its path in it, is of use on a server alone."""
    return path.startswith(SERVED_ONLY) or path.endswith((f"/{LLMS}", f"/{GONE}", f"/{KEPT_LIST}")) or is_packed(path)


def gone_mark(page: str) -> Output:
    """What tells a server that the page at an address was withdrawn."""
    said = "This page was withdrawn; its address says so and why.\n"
    return text_output(f"{page}{GONE}", lambda: said, said)


def text_output(path: str, write: Callable[[], str], value: object, owner: str = "scripts/portal/site") -> Output:
    """A file of text, made of a value by the portal's code."""
    return made_output(path, lambda: write().encode(), value, owner)


def made_output(path: str, make: Callable[[], bytes], value: object, owner: str) -> Output:
    """A file of bytes, made of a value by the portal's code."""
    return Output(path, made_of(code_mark(), repr(value).encode()), make, owner)


def streamed_output(path: str, key: str, stream: Callable[[], Iterable[bytes]], owner: str) -> Output:
    """A file made part by part, whose key is known before."""
    return Output(path, key, lambda: b"".join(stream()), owner, stream)


def json_text(tree: Mapping[str, object]) -> str:
    """A tree as JSON that people can read too."""
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
