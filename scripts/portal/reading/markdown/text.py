"""A text: the Markdown of one page read once. Check, plain words, the standard and the site all take from it.

Every place is a line counted from 0, the first of the text; a document adds the line on which its text begins."""

import re
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import Final

from markdown.htmlparser import htmlparser  # type: ignore[attr-defined]  # its own copy of Python's, mended

from portal.reading.markdown.markup import OWN, OWN_MARKS, SOURCE_ANCHOR, WRITTEN, convert
from portal.reading.markdown.rendered import Paragraph, Rendered, Tag, Token, heading_level, read_clean_html, read_html
from portal.reading.markdown.sanitiser import sanitise
from portal.reading.shares import PROCESSES, dealt
from portal.reading.size_limits import Fault, limit_faults
from portal.reading.source_lines import SourceLines, without_code

_KEPT: Final = 1024
"""Texts remembered at once: as large as a hundred kilobytes each. A run that keeps texts reads others again quickly."""
_MARKED_SECTION: Final = "<!["
_HEAD: Final = re.compile(r"^(?:#{1,6}|[^\n]+\n {0,3}(?:=+|-+)[ \t]*$)|<h[1-6]\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """A heading as a reader sees it, and the anchor that leads to it."""

    level: int
    title: str
    anchor: str
    line: int


@dataclass(frozen=True)
class TextLink:
    """A link, or a picture, with its words; `written` tells Markdown, whose targets the engine finds, from raw HTML."""

    target: str
    words: str
    line: int
    picture: bool
    written: bool


@dataclass(frozen=True)
class SourceMark:
    """A number in a mark of sources, as written: "1"; "01" leads nowhere."""

    number: str
    line: int


@dataclass(frozen=True)
class WrittenText:
    """One reading of one text. `html` is what the page shows but for links, which the engine resolves; it is "" where
    `faults` says why the text cannot be read. `changed` is the first piece that the sanitiser keeps from the page."""

    body: str = field(repr=False)
    html: str = field(repr=False)
    rendered: Rendered = field(repr=False)
    changed: str = ""
    faults: tuple[Fault, ...] = ()

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """In their order, from every form Markdown and HTML have for them."""
        found = [tag for tag in self.rendered.tags if heading_level(tag)]
        places = _heading_lines([tag.words for tag in found], self.lines())
        return tuple(
            Heading(heading_level(tag), " ".join(tag.words.split()), tag.get("id") or "", line)
            for tag, line in zip(found, places, strict=True)
        )

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id of the text, repeated where the text repeats it."""
        return tuple(one for tag in self.rendered.tags if (one := tag.get("id")))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids a reader can be sent to."""
        return frozenset(self.ids)

    @cached_property
    def links(self) -> tuple[TextLink, ...]:
        """Every link and picture but marks of sources, from Markdown and from raw HTML."""
        lines = self.lines()
        return tuple(_link(tag, lines) for tag, is_mark in _links(self.rendered.tags) if not is_mark)

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """Every number in a mark of sources."""
        return tuple(tag.words for tag, is_mark in _links(self.rendered.tags) if is_mark)

    @cached_property
    def marks(self) -> tuple[SourceMark, ...]:
        """The same with their lines, which take time to find: for who has something to tell."""
        lines = self.lines()
        found = (lines.matching(rf"\[(?:[\d,\s]*\D)?{n}(?:\D[\d,\s]*)?\]") for n in self.cited)
        return tuple(map(SourceMark, self.cited, found))

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The figures the text marks, as named there."""
        return tuple(one for tag in self.rendered.tags if (one := tag.get("data-figure")) is not None)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.rendered.paragraphs

    def lines(self) -> SourceLines:
        """A fresh look-up of lines: it remembers what it was asked, so each reader of a text takes its own."""
        return SourceLines(self._without_code)

    @cached_property
    def _without_code(self) -> str:
        return without_code(self.body)


@lru_cache(maxsize=_KEPT)
def text_of(body: str) -> WrittenText:
    """Read a text once. Never raises: a text that cannot be read has faults and no HTML."""
    return SHELF.get().read(body)


def read_ahead(bodies: Iterable[str]) -> None:
    """Read texts, dealt to several processes, which will be asked for one by one. With one process nothing is ahead."""
    if PROCESSES.get() > 1:
        shelf = SHELF.get()
        for text in dealt(_read_now, [body for body in dict.fromkeys(bodies) if not shelf.has(body)]):
            shelf.lay(text)


def _read_now(body: str) -> WrittenText:
    faults = tuple(limit_faults(body))
    if faults:
        return _unread(body, *faults)
    try:
        _pass_engine(body)
        made = convert(body)
        clean = sanitise(made)
        if OWN_MARKS.sub("", made) == clean:
            return WrittenText(body, clean, read_clean_html(made))
        rendered = read_html(made)
        return WrittenText(body, clean, rendered, _changed(clean, rendered))
    except Exception as error:  # whatever the converter or Python's parser raises, an editor is told a line
        return _unread(body, _what_stops(body, error))


class TextShelf:
    """Where texts lie that were read ahead of who asks for them: each until it is asked for."""

    def __init__(self) -> None:
        self._laid: dict[str, WrittenText] = {}

    def has(self, body: str) -> bool:
        """Whether a text lies here and need not be read."""
        return body in self._laid

    def lay(self, text: WrittenText) -> None:
        """Lay a text that was read."""
        self._laid[text.body] = text

    def read(self, body: str) -> WrittenText:
        """A text from here, or read now."""
        return self._laid.pop(body, None) or _read_now(body)


_OF_THIS_RUN: Final = TextShelf()
SHELF: Final = ContextVar[TextShelf]("shelf", default=_OF_THIS_RUN)
"""Where the texts of a run lie."""


def _unread(body: str, *faults: Fault) -> WrittenText:
    return WrittenText(body, "", Rendered((), (), (), ()), "", faults)


def _what_stops(body: str, error: Exception) -> Fault:
    line = _line_that_stops(body)
    if isinstance(error, AssertionError):  # by Python's parser alone, and there of a marked section it does not know
        before = body.split("\n")[: line + 1]
        begun = next((number for number in range(line, -1, -1) if _MARKED_SECTION in before[number]), None)
        if begun is not None:  # what stops it may be a line or more behind: the name of a section breaks over lines
            return Fault(begun, "html-unread", {"value": _MARKED_SECTION})
    return Fault(line, "text-unread", {"reason": str(error) or repr(error)})


def _line_that_stops(body: str) -> int:
    """The first line without which what stands before it can still be read; found by halving."""
    lines = body.split("\n")
    good, bad = 0, len(lines)
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if _readable("\n".join(lines[:middle])) else (good, middle)
    return good


def _readable(body: str) -> bool:
    try:
        _pass_engine(body)
        read_html(convert(body))
    except Exception:
        return False
    return True


def _pass_engine(body: str) -> None:
    """Raise what the converter's own parser raises of a text not yet converted: the engine looks for anchors in it."""
    if _MARKED_SECTION in body:  # of nothing else does the parser raise anything
        htmlparser.HTMLParser().feed(body)


def _links(tags: tuple[Tag, ...]) -> Iterator[tuple[Tag, bool]]:
    """(tag, whether it is a mark of sources) of every link and picture."""
    for tag in tags:
        if tag.name == "a" and tag.get("href") is not None:
            yield tag, tag.words.isdecimal() and tag.get("href") == f"#{SOURCE_ANCHOR}{tag.words}"
        elif tag.name == "img":
            yield tag, False


def _link(tag: Tag, lines: SourceLines) -> TextLink:
    picture = tag.name == "img"
    target = tag.get("src" if picture else "href") or ""
    words = tag.get("alt") or "" if picture else tag.words
    line = lines.of_target(target) if target else lines.of(f"[{words}](", f"[{words}]", words)
    return TextLink(target, words, line, picture, tag.get(WRITTEN) is not None)


def _heading_lines(titles: list[str], lines: SourceLines) -> list[int]:
    """Where headings stand: one after the other where the source shows as many; else by their words."""
    places = [lines.line_at(found.start()) for found in _HEAD.finditer(lines.text)]
    return places if len(places) == len(titles) else [lines.of_words(title) for title in titles]


def _changed(clean: str, rendered: Rendered) -> str:
    """The first piece that the page would not show as the text says it; "" where the sanitiser changed nothing."""
    before = ((sign, name, tuple(a for a in more if a[0] not in OWN)) for sign, name, more in rendered.tokens)
    pairs = zip_longest(before, read_html(clean).tokens)
    was, now = next(((was, now) for was, now in pairs if was != now), (None, None))
    return _shown(was or now) if was or now else ""


def _shown(token: Token | None) -> str:
    sign, name, _ = token or ("text", "", ())
    return {"<": f"<{name}>", ">": f"</{name}>"}.get(sign, " ".join(name.split())[:40])
