"""What a rendered text holds, read from its HTML before the sanitiser: tags, headings, links, marks, paragraphs."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_CODE: Final = frozenset(("code", "pre", "kbd", "samp"))
_TAKEN_OUT: Final = "\ue000"
"""Stands for a mark of sources while a paragraph is gathered; texts may not hold private characters."""
_MARK_AND_SPACE: Final = re.compile(rf"(?<!\s)\s*{_TAKEN_OUT}|{_TAKEN_OUT}")

Token = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Tag:
    """A tag that opens, with its attributes, as rendered; `words` is the text inside a link or a heading."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    words: str = ""

    def get(self, attribute: str) -> str | None:
        return dict(self.attributes).get(attribute)


@dataclass(frozen=True)
class Paragraph:
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
    reader.end_paragraph()
    return Rendered(tuple(reader.tags), tuple(reader.paragraphs), tuple(reader.tokens), tuple(reader.comments))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.paragraphs: list[Paragraph] = []
        self.tokens: list[Token] = []
        self.comments: list[str] = []
        self._open: list[tuple[str, str, int, int]] = []  # name, classes, number of its tag, where its words begin
        self._words: list[str] = []
        self._all_words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        if tag in _BLOCKS:
            self.end_paragraph()
        self.tokens.append(("<", tag, tuple(sorted(attributes))))
        self.tags.append(Tag(tag, attributes))
        if tag not in VOID:
            self._open.append((tag, dict(attributes).get("class", ""), len(self.tags) - 1, len(self._all_words)))
        if tag == "span" and ("class", "cite") in attributes:
            self._words.append(_TAKEN_OUT)
        if tag == "br":
            self.handle_words("\n")

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
        if any(name == tag for name, *_ in self._open):
            while self._close() != tag:
                pass

    def _close(self) -> str:
        name, _, number, start = self._open.pop()
        if name == "a" or name in _HEADINGS:
            opened = self.tags[number]
            self.tags[number] = Tag(opened.name, opened.attributes, "".join(self._all_words[start:]))
        return name

    def handle_data(self, data: str) -> None:
        self.handle_words(data)
        before = self.tokens.pop()[1] if self.tokens and self.tokens[-1][0] == "text" else ""
        self.tokens.append(("text", before + data, ()))

    def handle_words(self, data: str) -> None:
        self._all_words.append(data)
        if not any(name in _CODE or (name == "span" and classes == "cite") for name, classes, *_ in self._open):
            self._words.append(data)
        elif any(name in _CODE for name, *_ in self._open):
            self._words.append(" ")

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.comments.append(decl)

    def handle_pi(self, data: str) -> None:
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self.comments.append(data)

    def end_paragraph(self) -> None:
        """What was gathered becomes a paragraph of the innermost block that is open."""
        text, self._words = _MARK_AND_SPACE.sub("", "".join(self._words)), []
        if text.strip():
            block, classes = next(
                ((name, classes) for name, classes, *_ in reversed(self._open) if name in _BLOCKS), ("", "")
            )
            self.paragraphs.append(Paragraph(block, text, classes))


def heading_level(tag: Tag) -> int:
    """1 to 6 for a heading, 0 for any other tag."""
    return _HEADINGS.get(tag.name, 0)
