"""Addresses on the web by their form: whole ones, how to write others, and those that standards keep for samples."""

import re
from typing import Final
from urllib.parse import urlsplit

_SAMPLES: Final = (".example", ".invalid", ".test", ".localhost", ".example.com", ".example.net")  # RFC 2606, RFC 6761
_SAMPLE_SITE: Final = ".example.org"
WHOLE_ADDRESS: Final = "https://treaties.un.org/"
"""An address to show how one is written."""
_SCHEME_SAID: Final = re.compile(r"h?t{1,3}ps?\s*[:;：]?\s*[/\\]*\s*", re.IGNORECASE)
_NAMES_A_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$", re.IGNORECASE)


def is_web_address(value: str) -> bool:
    """Whether a text is a whole address on the web. One whose host is a bare number tells nobody whose it is."""
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return False
    labels = host.removesuffix(".").split(".")
    has_name = len(labels) > 1 and all(labels) and not labels[-1].isdigit()
    return parts.scheme in {"http", "https"} and has_name and not re.search(r"\s", value)


def is_sample_address(value: str, whole: bool = False) -> bool:
    """Whether a web address is one that standards keep for samples, which is nobody's. A page of example.org is one to
    whoever asks for the `whole`: what is released may have none."""
    parts = urlsplit(value)
    host = f".{(parts.hostname or '').removesuffix('.').lower()}"
    bare = whole or (parts.path in ("", "/") and not parts.query)
    return host.endswith(_SAMPLES) or (bare and host.endswith(_SAMPLE_SITE))


def whole_address(said: str) -> str:
    """How to write an address that is not whole: what was meant, where that is plain, else one that is."""
    bare = _SCHEME_SAID.sub("", said.strip("<>“”\"' "), count=1)
    return f"https://{bare}" if _NAMES_A_HOST.match(bare) else WHOLE_ADDRESS
