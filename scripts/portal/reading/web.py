"""Addresses on the web: whether a text is a whole one, and how to write one that is not."""

import re
from typing import Final
from urllib.parse import urlsplit

WHOLE_ADDRESS: Final = "https://treaties.un.org/"
"""An address to show how one is written."""
_SCHEME_SAID: Final = re.compile(r"h?t{1,3}ps?\s*[:;：]?\s*[/\\]*\s*", re.IGNORECASE)
_NAMES_A_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$", re.IGNORECASE)


def is_web_address(value: str) -> bool:
    """Whether a text is a whole address on the web."""
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host and not re.search(r"\s", value)


def whole_address(said: str) -> str:
    """How to write an address that is not whole: what was meant, where that is plain, else one that is."""
    bare = _SCHEME_SAID.sub("", said.strip("<>“”\"' "), count=1)
    return f"https://{bare}" if _NAMES_A_HOST.match(bare) else WHOLE_ADDRESS
