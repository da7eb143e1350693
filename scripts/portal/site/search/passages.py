"""A finished page as search reads it: what stands in its searched part, cut at its headings into passages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from portal.site.finishing.names import WORD_JOINER

SEARCHED: Final = "data-searched"
"""The attribute of the part of a page that is searched."""
UNSEARCHED: Final = "data-unsearched"
"""The attribute of what inside it is not."""
PASSAGE_WORDS: Final = 150
"""The longest passage: what a result shows is looked for in it, and it weighs about a kilobyte."""

_HEADINGS: Final = frozenset(("h2", "h3"))
_INSIDE: Final = frozenset(("a", "abbr", "b", "cite", "code", "dfn", "em", "i", "q", "small", "span", "strong", "time"))
"""Elements that part no words; any other ends a line."""
_UNREAD: Final = frozenset(("button", "h1", "script", "style", "svg"))
_VOID: Final = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_SENTENCE: Final = re.compile(r"(?<=[.!?;…])\s+")
_REMARKS: Final = frozenset(("cite", "anchor"))
"""Classes of links that are no words of a page: to a source, to the heading itself."""
_LEFT_BEHIND: Final = re.compile(r"(?<! ) {1,9}(?=[.,;:!?…)](?:\s|$))")
"""The space that stood before such a link and now stands before a stop."""


@dataclass(frozen=True)
class Passage:
    """Some sentences under a heading, a line for each block; `anchor` and `heading` are "" before the first one."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class SearchedPage:
    """A page at an address: its name and description, and its passages, what stands before all headings first."""

    address: str
    title: str
    description: str
    passages: tuple[Passage, ...]


def searched_page(address: str, html: str) -> SearchedPage | None:
    """The page as search reads it; None where no part of it is searched."""
    mark = html.find(f" {SEARCHED}")
    if mark < 0:
        return None
    head, body = _Head(), _Body()
    head.feed(html[: html.index("</head>")])
    body.feed(html[html.rindex("<", 0, mark) :])
    return SearchedPage(address, head.said["og:title"], head.said["og:description"], tuple(_passages(body.parts)))


class _Head(HTMLParser):
    """What a page says of itself to other sites."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "meta":
            self.said[names.get("property") or ""] = names.get("content") or ""


@dataclass(frozen=True)
class _Part:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Body(HTMLParser):
    """Gathers the text of the first element it is given, a part for what stands before all headings and for each."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [_Part()]
        self.open: list[str] = []
        self.left_out = 0  # how deep the element lies that is not read, 0 in none
        self.is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.is_over or tag in _VOID:
            return
        names = dict(attrs)
        self.open.append(tag)
        if not self.left_out and (UNSEARCHED in names or names.get("class") in _REMARKS or tag in _UNREAD):
            self.left_out = len(self.open)
        if tag in _HEADINGS and not self.left_out:
            self.parts.append(_Part(names.get("id") or self.parts[-1].anchor))
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.is_over or tag not in self.open:
            return
        while self.open.pop() != tag:
            pass
        self.left_out = self.left_out if len(self.open) >= self.left_out else 0
        self.is_over = not self.open
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if self.is_over or self.left_out or not self.open:
            return
        part = self.parts[-1]
        said = data.replace("\n", " ").replace(WORD_JOINER, "")
        (part.heading if _HEADINGS & set(self.open) else part.text).append(said)

    def _end_line(self, tag: str) -> None:
        if tag not in _INSIDE and not self.left_out:
            self.parts[-1].text.append("\n")


def _passages(parts: list[_Part]) -> Iterator[Passage]:
    for number, part in enumerate(parts):
        heading = _line("".join(part.heading))
        pieces = list(_pieces("".join(part.text)))
        for piece in pieces or ([""] if heading or not number else []):
            yield Passage(part.anchor, heading, piece)


def _pieces(text: str) -> Iterator[str]:
    """The lines of a text, gathered up to the longest passage; a longer line is parted between sentences."""
    lines: list[str] = []
    words = 0
    for line in filter(None, map(_line, text.split("\n"))):
        for sentence in [line] if _count(line) <= PASSAGE_WORDS else _SENTENCE.split(line):
            if lines and words + _count(sentence) > PASSAGE_WORDS:
                yield "\n".join(lines)
                lines, words = [], 0
            lines.append(sentence)
            words += _count(sentence)
    if lines:
        yield "\n".join(lines)


def _line(text: str) -> str:
    return _LEFT_BEHIND.sub("", " ".join(text.split()))


def _count(text: str) -> int:
    return text.count(" ") + 1
