"""The headings a text really has on its page, with the anchors a reader can be sent to."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from portal.reading.markup import render

_HEADING: Final = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """A heading of a text: its level, its anchor, its words without marks."""

    level: int
    id: str
    title: str


def headings_in(html: str) -> tuple[Heading, ...]:
    """The headings of a finished text in their order."""
    return tuple(Heading(int(level), id, _plain(inside)) for level, id, inside in _HEADING.findall(html))


def headings_of(text: str) -> tuple[Heading, ...]:
    """The headings of a text in Markdown, as its page shows them."""
    return headings_in(render(text))


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
