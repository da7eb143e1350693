"""Addresses: where a place stands in the site, and how one page reaches another under any base path."""

import posixpath
from typing import Final
from urllib.parse import urlsplit

from portal.language.locales import prefix_of
from portal.language.places import HOME, front_of

BRANCH: Final = "main"
"""The branch of the public repository that is published."""
CORRECTIONS_FEED: Final = "dinh-chinh"
MARKDOWN: Final = "index.md"
"""The text beside a page."""


def address(lang: str, place: str) -> str:
    """The address of a place: "cong-uoc/crc" is "en/cong-uoc/crc/" in English, "index" is "" in the original."""
    prefix = prefix_of(lang)
    if place == HOME:
        return prefix
    return prefix + place.removesuffix("/index") + "/"


def relative(start: str, goal: str) -> str:
    """The link from one address to another: from "cong-uoc/crc/" to "tro-giup/" is "../../tro-giup/"."""
    path = posixpath.relpath("/" + goal, "/" + start)
    return path + "/" if goal.endswith("/") or not goal else path


def base_path(site_url: str) -> str:
    """Where the site begins on its server: "/" or "/sub/". What leads there stays on the server it was read from."""
    return urlsplit(site_url).path.rstrip("/") + "/"


def feed_place(lang: str, section: str | None) -> str:
    """The place of a feed of stories without its ending: "en/cong-uoc/tin" for a theme, "en/tin" for all."""
    return address(lang, front_of(section) if section else HOME) + "tin"


def manifest_path(lang: str) -> str:
    """Where the manifest of a language stands, by which a device keeps the portal among its applications."""
    return f"assets/app-{lang}.webmanifest"


def corrections_feed(lang: str) -> str:
    """The place of the feed of corrections without its ending: "en/dinh-chinh"."""
    return address(lang, HOME) + CORRECTIONS_FEED


def target_anchor(target: str) -> str:
    """Where a link to a target leads: "k2a"."""
    return target.lower()


def task_anchor(task: str) -> str:
    """The end of the id of a task's heading: "iv-1"."""
    return task.lower().replace(".", "-")
