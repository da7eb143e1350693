"""The site's own public address: without one, every page would claim to stand somewhere else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from portal.reading.files import MAX_DATA, is_file, read_text
from portal.reading.problems import Problem

ENGINE_SETTINGS: Final = "mkdocs.yml"
PUBLISHED_PATH: Final = "data/published.txt"
"""Which addresses of pages were published: none of them is ever lost."""
PLACEHOLDER: Final = "https://example.org/"
"""The address of a site that was told none."""

_SET: Final = re.compile(r"^site_url:.*?(https?://[^\s\"'\],]+)", re.MULTILINE)
_SIGNS: Final = re.compile(r"[A-Za-z0-9:/._~%-]+(?:\[[0-9A-Fa-f:.]+\][A-Za-z0-9:/._~%-]*)?")
_HOST: Final = re.compile(r"(?!-)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")


def site_address_problems(root: Path, told: str) -> Iterator[Problem]:
    """A problem where the site in `root` could not be published under its address; none where `root` is no site."""
    settings = root / ENGINE_SETTINGS
    if not is_file(settings):
        return
    read = read_text(root, settings, MAX_DATA)
    yield from read.problems
    if read.text is None:
        return
    address, line = site_address(read.text, told)
    if not is_public_address(address):
        yield Problem(ENGINE_SETTINGS, line, "site_url", "site-address-missing", {"value": address})


def site_address(settings: str, told: str) -> tuple[str, int]:
    """(address, the line of the settings it is set in): what was `told` from outside, else what the settings say."""
    found = _SET.search(settings)
    line = settings.count("\n", 0, found.start()) + 1 if found else 1
    return told or (found[1] if found else PLACEHOLDER), line


def is_public_address(address: str) -> bool:
    """Whether a site can be published there: absolute, ends in "/", and is not the placeholder."""
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.path.endswith("/")
    except ValueError:
        return False
    return is_whole and not (parts.query or parts.fragment) and parts.hostname != urlsplit(PLACEHOLDER).hostname


def told_address(told: str) -> str | None:
    """The address of a site as it was told from outside, with the "/" at its end; "" for none, None for what nobody
    could open: no http, no host, a sign that no address has, a question or a name and password in it."""
    told = told.strip()
    try:
        parts = urlsplit(told)
        is_one = parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.hostname or "")) and parts.port != 0
    except ValueError:
        return None
    if told and (
        not is_one or not _SIGNS.fullmatch(told) or parts.username is not None or parts.query or parts.fragment
    ):
        return None
    return told.rstrip("/") + "/" if told else ""
