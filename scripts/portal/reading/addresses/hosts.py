"""Whose an address is, by its host: a public body's, or a store in which anybody may put what he likes."""

import re
from typing import Final
from urllib.parse import urlsplit

_OF_A_STATE: Final = re.compile(r"(?:^|\.)(?:gov|gob|gouv|govt|go|mil)(?:\.[a-z]{2})?$|\.gov\.[a-z]{2}$")
HOST_SAID: Final = re.compile(r"(?:[a-z0-9-]+\.)+(?:vn|com|org|net|edu|gov|int|info)(?:/|$)", re.IGNORECASE)
"""An address without its https://."""
_DOOR: Final = re.compile(r"/?(?:(?:index|default|home)(?:\.\w+)?|trang-chu|vi|en|vi-vn|en-us)?/?", re.IGNORECASE)
"""The path of a front door: none, or what servers and sites call it."""
_PUBLIC: Final = (
    "chinhphu.vn",
    "quochoi.vn",
    "tongdai111.vn",
    "un.org",
    "ohchr.org",
    "un-icc.cloud",  # the United Nations' own computing centre: trial servers of its sites
    "ungeneva.org",
    "unric.org",
    "unwomen.org",
    "undp.org",
    "unesco.org",
    "unicef.org",
    "unicef-irc.org",
    "unhcr.org",
    "unfpa.org",
    "who.int",
    "iom.int",
    "ilo.org",
    "worldbank.org",
    "europa.eu",
    "coe.int",
)
"""Of States, the United Nations and other bodies of States, as far as the portal has met them."""
_STORES: Final = (
    *("github.com", "githubusercontent.com", "github.io", "gitlab.com", "bitbucket.org", "huggingface.co"),  # of code
    *("blogspot.com", "wordpress.com", "medium.com", "substack.com", "tumblr.com"),  # of blogs
    *("scribd.com", "slideshare.net", "slideserve.com", "studylib.net", "docplayer.net", "docslib.org", "docsbay.net"),
    *("docest.com", "docobook.com", "docx.com.vn", "docnhanh.vn", "paperzz.com", "hitpages.com", "123docz.net"),
    *("vdocuments.us", "vdocuments.net", "vdocument.in", "vdocuments.mx", "yumpu.com", "pdfcoffee.com"),  # of papers
    *("wikipedia.org", "wikisource.org", "pinocchiopedia.com", "fandom.com"),  # of what everybody may write
    *("drive.google.com", "docs.google.com", "dropbox.com"),
)
"""Kinds of stores that check nothing of what is put into them."""


def host_of(url: str) -> str:
    """The host of an address as people name it: without "www."; "" for what is none."""
    try:
        return (urlsplit(url).hostname or "").lower().removesuffix(".").removeprefix("www.")
    except ValueError:
        return ""


def other_host(words: str, host: str) -> str:
    """The host that the words of a link name, where the link leads to another; "" where they name none, or the same."""
    said = words.strip().removeprefix("http://").removeprefix("https://")
    named = HOST_SAID.match(said) and not re.search(r"\s", said)
    other, own = host_of(f"https://{said}") if named else "", host_of(f"https://{host}")
    return "" if not other or f".{own}".endswith(f".{other}") or f".{other}".endswith(f".{own}") else other


def is_home_page(url: str) -> bool:
    """Whether an address leads to the front door of a site and no further."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc and _DOOR.fullmatch(parts.path)) and not parts.query and not parts.fragment


def is_public_body(url: str) -> bool:
    """Whether a State, the United Nations or another body of States keeps the site."""
    host = host_of(url)
    return bool(_OF_A_STATE.search(host)) or _ends(host, _PUBLIC)


def is_open_store(url: str) -> bool:
    """Whether anybody may put into the site what he likes: a store of code, of papers, a blog."""
    return _ends(host_of(url), _STORES)


def keeper_of(url: str) -> str:
    """Who keeps what stands at an address, as far as the address says: the owner and name of a store of code, or the
    host."""
    host, parts = host_of(url), urlsplit(url).path.strip("/").split("/")
    return f"{parts[0]}/{parts[1]} ({host})" if host == "github.com" and len(parts) > 1 else host


def _ends(host: str, some: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in some)
