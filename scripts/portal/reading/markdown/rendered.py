"""What a rendered text holds, read from its HTML before the sanitiser: tags, headings, links, marks, paragraphs."""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Final, NamedTuple

VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_CODE: Final = frozenset(("code", "pre", "kbd", "samp"))
_TAKEN_OUT: Final = "\ue000"
"""Stands for a mark of sources while a paragraph is gathered; texts may not hold private characters."""
_MARK_AND_SPACE: Final = re.compile(rf"(?<!\s)\s*{_TAKEN_OUT}|{_TAKEN_OUT}")

_PIECE: Final = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|([^<]+)')
_ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')

Token = tuple[str, str, tuple[tuple[str, str], ...]]


class Tag(NamedTuple):
    """A tag that opens, with its attributes, as rendered; `words` is the text inside a link or a heading."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    words: str = ""

    def get(self, attribute: str) -> str | None:
        for name, value in self.attributes:
            if name == attribute:
                return value
        return None


class Paragraph(NamedTuple):
    """A run of words in one block (p, li, td, h2 …), line breaks kept, without code and without marks of sources."""

    block: str
    text: str
    classes: str = ""


@dataclass(frozen=True)
class Rendered:
    """Everything in the order of the page. `tokens` is the whole, for comparing two renderings."""

    tags: tuple[Tag, ...]
    paragraphs: tuple[Paragraph, ...]
    tokens: tuple[Token, ...]
    comments: tuple[str, ...]


def read_html(html: str) -> Rendered:
    """Take a rendered text apart. Raises AssertionError for what Python's own HTML parser cannot read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _finished(reader)


def read_clean_html(html: str) -> Rendered:
    """The same, three times as fast, for HTML in which the sanitiser found nothing to change."""
    reader = _Reader()
    for ends, name, attributes, words in _PIECE.findall(html):
        if words:
            reader.handle_data(unescape(words))
        elif ends:
            reader.handle_endtag(name)
        else:
            reader.handle_starttag(name, [(n, unescape(value)) for n, value in _ATTRIBUTE.findall(attributes)])
    return _finished(reader)


def _finished(reader: "_Reader") -> Rendered:
    reader.end_paragraph()
    return Rendered(tuple(reader.tags), tuple(reader.paragraphs), tuple(reader.tokens), tuple(reader.comments))


class _Open(NamedTuple):
    """A tag that is open: its place among the tags, where its words begin, and whether they are none of a sentence."""

    name: str
    classes: str
    number: int
    start: int
    is_code: bool
    is_mark: bool


class _Reader(HTMLParser):
    """Gathers what a rendering holds while Python's parser, or `read_clean_html`, goes through it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.paragraphs: list[Paragraph] = []
        self.tokens: list[Token] = []
        self.comments: list[str] = []
        self._open: list[_Open] = []
        self._words: list[str] = []
        self._all_words: list[str] = []

    def updatepos(self, i: int, j: int) -> int:
        """Nobody asks for the lines of rendered HTML."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs) if attrs else ()
        if tag in _BLOCKS:
            self.end_paragraph()
        self.tokens.append(("<", tag, tuple(sorted(attributes))))
        self.tags.append(Tag(tag, attributes))
        classes = dict(attributes).get("class", "") if attributes else ""
        is_mark = tag == "span" and classes == "cite"
        if tag not in VOID:
            around = self._open[-1] if self._open else None
            is_code = tag in _CODE or (around is not None and around.is_code)
            marked = is_mark or (around is not None and around.is_mark)
            self._open.append(_Open(tag, classes, len(self.tags) - 1, len(self._all_words), is_code, marked))
        if is_mark or tag == "br":
            self._words.append(_TAKEN_OUT if is_mark else "\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        if tag in VOID:
            return
        self.tokens.append((">", tag, ()))
        if any(one.name == tag for one in self._open):
            while self._close() != tag:
                pass

    def _close(self) -> str:
        closed = self._open.pop()
        if closed.name == "a" or closed.name in _HEADINGS:
            opened = self.tags[closed.number]
            words = "".join(self._all_words[closed.start :])
            self.tags[closed.number] = Tag(opened.name, opened.attributes, words)
        return closed.name

    def handle_data(self, data: str) -> None:
        self._all_words.append(data)
        around = self._open[-1] if self._open else None
        if around is None or not (around.is_code or around.is_mark):
            self._words.append(data)
        elif around.is_code:
            self._words.append(" ")
        before = self.tokens.pop()[1] if self.tokens and self.tokens[-1][0] == "text" else ""
        self.tokens.append(("text", before + data, ()))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.comments.append(decl)

    def handle_pi(self, data: str) -> None:
        self.comments.append(data)

    def end_paragraph(self) -> None:
        """What was gathered becomes a paragraph of the innermost block that is open."""
        text, self._words = "".join(self._words), []
        if _TAKEN_OUT in text:
            text = _MARK_AND_SPACE.sub("", text)
        if text and not text.isspace():
            around = next((one for one in reversed(self._open) if one.name in _BLOCKS), None)
            self.paragraphs.append(Paragraph(around.name if around else "", text, around.classes if around else ""))


def heading_level(tag: Tag) -> int:
    """1 to 6 for a heading, 0 for any other tag."""
    return _HEADINGS.get(tag.name, 0)
