"""Addresses of products as they are compared: one page is one product, however its address is written."""

import re
from functools import lru_cache
from typing import Final

_SCHEME: Final = re.compile(r"^[a-z]+://", re.IGNORECASE)
_HOST: Final = re.compile(r"^(?:www|m|mobile|web|vi-vn)\.")
_START: Final = re.compile(r"/(?:index|default|trang-?chu|home)(?:\.[a-z]+)?$")
_SOCIAL: Final = re.compile(
    r"(?:^|\.)(?:facebook\.com|fb\.com|youtube\.com|tiktok\.com|zalo\.me|instagram\.com|x\.com|twitter\.com)$"
)
_SHORT: Final = frozenset(("fb.watch", "youtu.be"))
"""Hosts whose every address is one film's."""
_OF_A_WORK: Final = re.compile(
    r"/(?:posts?|videos?|reels?|shorts|photos?|permalink|story|stories|live|p|v|status|share)[/.][^/]"
    r"|[?&](?:v|fbid|story_fbid)="
)
"""What the address of one post, film or picture has, and that of a page of many has not."""
_MOST: Final = 4096


@lru_cache(maxsize=_MOST)
def address_key(url: str) -> str:
    """What all writings of the address of one page share; "" for what is no page of one product: an address without
    one, the front of a site or of a section, a page of many posts."""
    bare = _SCHEME.sub("", url.strip()).partition("#")[0]
    host, _, rest = bare.partition("/")
    path, mark, query = rest.partition("?")
    host, path = _HOST.sub("", host.lower()), _START.sub("", "/" + path.rstrip("/")) or "/"
    if "." not in host or (path == "/" and not query) or _is_front(host, path, f"{mark}{query}"):
        return ""
    return f"{host}{path}{mark}{query}"


def _is_front(host: str, path: str, query: str) -> bool:
    """Whether an address leads to many products: on a site of posts whatever names none of them, else one word."""
    if host in _SHORT:
        return False
    if _SOCIAL.search(host):
        return not _OF_A_WORK.search(path + query)
    return not query and path.count("/") == 1 and not re.search(r"[0-9.]", path)
