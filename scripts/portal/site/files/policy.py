"""What a page may load and run: the policy of the site and that of the copy; the one script inside each page."""

import hashlib
from base64 import b64encode
from pathlib import Path
from typing import Final
from urllib.parse import quote

EARLY: Final = "assets/early.js"
"""The script that stands inside every page, under docs/: it sets the reader's choices before the page is drawn."""


def early_script(root: Path) -> str:
    """The script inside every page."""
    return (root / "docs" / EARLY).read_text(encoding="utf-8").strip()


def icon(root: Path) -> str:
    """The mark inside the page itself: one request less on every first view."""
    mark = (root / "docs" / "assets" / "mark.svg").read_text(encoding="utf-8")
    return "data:image/svg+xml," + quote(mark.strip(), safe=" =:/;,()-.'")


def site_policy(early: str) -> str:
    """Only what the site itself holds may load; of scripts inside a page only `early` runs."""
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {_sum(early)}; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; object-src 'none'"
    )


def copy_policy(early: str) -> str:
    """The same for pages opened as files, where 'self' means nothing: files may load, nothing may be asked or sent."""
    return (
        f"default-src 'none'; script-src file: {_sum(early)}; style-src file:; img-src file: data:; font-src file:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sum(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
