"""Addresses: where a place stands in the site, and how one page reaches another under any base path."""

import posixpath
from urllib.parse import urlsplit

from portal.language import vocabulary


def address(lang: str, place: str) -> str:
    """The address of a place: ("en", "cong-uoc/crc") is "en/cong-uoc/crc/", ("vi", "index") is ""."""
    prefix = "" if lang == vocabulary.ORIGINAL else f"{lang}/"
    if place == "index":
        return prefix
    return prefix + place.removesuffix("/index") + "/"


def relative(start: str, goal: str) -> str:
    """The link from one address to another: from "cong-uoc/crc/" to "tro-giup/" is "../../tro-giup/"."""
    path = posixpath.relpath("/" + goal, "/" + start)
    return path + "/" if goal.endswith("/") or not goal else path


def base_path(site_url: str) -> str:
    """Where the site begins on its server: "/" or "/sub/". What leads there stays on the server it was read from."""
    return urlsplit(site_url).path.rstrip("/") + "/"
