"""What a page may load and run: the policy of the site, of its server, of the copy; the one script in each page."""

import hashlib
import re
from base64 import b64encode
from typing import Final
from urllib.parse import quote

_OWN: Final = re.compile(r"'sha256-[^']+'")


def icon(mark: str) -> str:
    """The mark, an SVG, inside the page itself: one request less on every first view."""
    return "data:image/svg+xml," + quote(mark.strip(), safe=" =:/;,()-.'")


def site_policy(early: str) -> str:
    """Only what the site itself holds may load; of scripts inside a page only `early` runs."""
    return (
        f"default-src 'none'; script-src 'self' {_sum(early)}; style-src 'self'; "
        "img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
    )


def header_policy(policy: str) -> str:
    """The policy of a page as a server says it, with what only a header can say: the page is shown in no frame."""
    return f"{policy}; frame-ancestors 'none'"


def copy_policy(policy: str) -> str:
    """The policy of a page of the site as one for pages opened as files, where 'self' means nothing: files may load,
    the page's own scripts may run, its form may lead to a file, nothing may be asked or sent elsewhere."""
    own = " ".join(_OWN.findall(policy))
    return (
        f"default-src 'none'; script-src file: {own}; style-src file:; img-src file: data:; media-src file:; "
        "font-src file:; "
        "base-uri 'none'; form-action file:"
    )


def _sum(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
