"""The style, the scripts and the worker: each written in parts by concern under docs/, sent as one file each."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

STYLES: Final = "docs/styles"
SCRIPTS: Final = "docs/scripts"
PORTAL_CSS: Final = "assets/portal.css"

BUNDLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        PORTAL_CSS: (
            "tokens", "base", "frame", "heading", "drawings", "parts", "text", "tables", "figures", "plan", "claims",
            "lists", "home", "search", "foot", "paper",
        ),
        "assets/portal.js": (
            "portal/root", "portal/menu", "portal/display", "portal/aloud", "portal/share", "portal/searching",
            "portal/keeping",
        ),
        "assets/search.js": (
            "search/page", "search/folding", "search/asking", "search/results", "search/narrowing", "search/showing",
            "search/listening",
        ),
        "assets/offline.js": ("offline/list",),
        "sw.js": ("worker/stores", "worker/life", "worker/keeping", "worker/answering"),
    }
)  # fmt: skip
"""Each file of the site and its parts in their order: in a style a later rule wins, in a script a name is used after
it is made."""


def bundles(root: Path) -> Mapping[str, bytes]:
    """Each file's bytes by its path in the site, joined from the parts under `root`."""
    return {path: b"".join(source(root, path, part).read_bytes() for part in parts) for path, parts in BUNDLES.items()}


def source(root: Path, path: str, part: str) -> Path:
    """Where a part of the file at `path` is written."""
    return root / STYLES / f"{part}.css" if path.endswith(".css") else root / SCRIPTS / f"{part}.js"
