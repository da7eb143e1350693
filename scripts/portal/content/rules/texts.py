"""What can be wrong in the text of a page: headings, links, pictures, raw HTML, marks of sources and figures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from posixpath import join, normpath

from portal.reading.documents import Document
from portal.reading.markup import (
    ALLOWED_ATTRIBUTES,
    ALLOWED_SCHEMES,
    ALLOWED_TAGS,
    CITATION,
    FIGURE_LINE,
    SOURCE_ANCHOR,
)
from portal.reading.problems import Problem

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s|$)")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)\s*$")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'][^)]*)?\)")
_REFERENCE = re.compile(r"^ {0,3}\[([^\]^]+)\]:\s*<?(\S+?)>?(?:\s|$)")
_ATTRIBUTE_LIST = re.compile(r"\{:?[^}\n]*\bon[a-z]+\s*=[^}\n]*\}", re.IGNORECASE)
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_URL_ATTRIBUTES = {"href", "src", "cite"}


@dataclass(frozen=True)
class WrittenLink:
    """A link in a text as written, with its line in the file."""

    target: str
    line: int


@dataclass(frozen=True)
class WrittenText:
    """A text with its code blanked out, line by line; `first_line` is the file's line of lines[0]."""

    path: str
    lines: tuple[str, ...]
    first_line: int

    def numbered(self) -> Iterator[tuple[int, str]]:
        return enumerate(self.lines, self.first_line)


def body_of(document: Document) -> WrittenText:
    """The text of a document as the checks read it: code shows code, so what stands in it is nobody's mistake."""
    lines, fence = [], ""
    for line in document.body.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
            lines.append("")
        elif mark:
            fence = mark[1]
            lines.append("")
        else:
            lines.append(_CODE_SPAN.sub(lambda m: " " * len(m[0]), line))
    return WrittenText(document.path, tuple(lines), document.body_line)


def body_problems(document: Document, sources: int | None, figures: frozenset[str]) -> list[Problem]:
    """The problems of one text by itself. `sources` is how many sources its marks can point to, None if unknown."""
    body = body_of(document)
    found = [*_headings(body), *_pictures(body), *_raw_html(body), *_schemes(body), *_handlers(body)]
    found += _figures(body, figures)
    if sources is not None:
        found += _citations(body, sources)
    return found


def links_of(document: Document) -> list[WrittenLink]:
    """Every Markdown link, picture and link definition of a text."""
    body = body_of(document)
    links = [WrittenLink(m[3], n) for n, line in body.numbered() for m in LINK.finditer(line)]
    return links + [WrittenLink(m[2], n) for n, line in body.numbered() if (m := _REFERENCE.match(line))]


def _headings(body: WrittenText) -> Iterator[Problem]:
    level = 1
    for number, depth in _heading_levels(body):
        if depth == 1:
            yield Problem(body.path, number, "", "heading-first")
            continue
        if depth > level + 1:
            yield Problem(body.path, number, "", "heading-skips", {"level": depth, "should": level + 1})
        level = depth


def _heading_levels(body: WrittenText) -> Iterator[tuple[int, int]]:
    before = ""
    for number, line in body.numbered():
        mark, under = _HEADING.match(line), _UNDERLINE.match(line)
        if mark:
            yield number, len(mark[1])
        elif under and before.strip() and not before.lstrip().startswith(("|", "-", "*", ">", "#")):
            yield number - 1, 1 if under[1].startswith("=") else 2
        before = line


def _pictures(body: WrittenText) -> Iterator[Problem]:
    for number, line in body.numbered():
        for found in LINK.finditer(line):
            if found[1] and not found[2].strip():
                yield Problem(body.path, number, "", "picture-without-text", {"picture": found[3]})


def _schemes(body: WrittenText) -> Iterator[Problem]:
    for number, line in body.numbered():
        targets = [m[3] for m in LINK.finditer(line)]
        if reference := _REFERENCE.match(line):
            targets.append(reference[2])
        for target in targets:
            scheme = _SCHEME.match(target)
            if scheme and scheme[1].lower() not in ALLOWED_SCHEMES:
                yield Problem(body.path, number, "", "link-scheme", {"scheme": scheme[1]})


def _handlers(body: WrittenText) -> Iterator[Problem]:
    for number, line in body.numbered():
        if _ATTRIBUTE_LIST.search(line):
            yield Problem(body.path, number, "", "html-attribute", {"attribute": "on…", "tag": "{ }"})


def _citations(body: WrittenText, sources: int) -> Iterator[Problem]:
    for number, line in body.numbered():
        for found in re.finditer(CITATION, line):
            for cited in map(int, found[1].split(",")):
                if not 1 <= cited <= sources:
                    values = {"number": cited, "most": sources}
                    yield Problem(body.path, number, "", "source-number", values)


def _figures(body: WrittenText, known: frozenset[str]) -> Iterator[Problem]:
    for number, line in body.numbered():
        found = FIGURE_LINE.match(line)
        if found and found[1] not in known:
            yield Problem(body.path, number, "", "unknown-figure", {"name": found[1]})


class _TagFinder(HTMLParser):
    """Notes every tag and attribute the sanitiser would take away."""

    def __init__(self, note: Callable[[int, str, dict[str, str]], None]) -> None:
        super().__init__(convert_charrefs=True)
        self.note = note

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if "@" in tag or tag.rstrip(":") in ALLOWED_SCHEMES:
            return  # <https://…> and <a@b> are Markdown, not HTML
        if tag not in ALLOWED_TAGS:
            self.note(line, "html-tag", {"tag": tag})
            return
        for name, value in attrs:
            self.attribute(line, tag, name, value or "")
        if tag == "img" and not any(name == "alt" and value for name, value in attrs):
            self.note(line, "picture-without-text", {"picture": "<img>"})

    def attribute(self, line: int, tag: str, name: str, value: str) -> None:
        allowed = ALLOWED_ATTRIBUTES["*"] | ALLOWED_ATTRIBUTES.get(tag, set())
        scheme = _SCHEME.match(value.strip())
        if name not in allowed:
            self.note(line, "html-attribute", {"attribute": name, "tag": tag})
        elif name in _URL_ATTRIBUTES and scheme and scheme[1].lower() not in ALLOWED_SCHEMES:
            self.note(line, "link-scheme", {"scheme": scheme[1]})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def _raw_html(body: WrittenText) -> list[Problem]:
    found: list[Problem] = []

    def note(line: int, code: str, values: dict[str, str]) -> None:
        found.append(Problem(body.path, body.first_line + line - 1, "", code, values))

    finder = _TagFinder(note)
    finder.feed("\n".join(body.lines))
    finder.close()
    return found


def resolve(document: Document, target: str) -> tuple[str, str] | None:
    """(place, anchor) of a link inside the site, or None for one that leads elsewhere.

    The place is as Document.place, with ".md" kept off; a path outside the content folder starts with "..".
    """
    if _SCHEME.match(target) or target.startswith("//"):
        return None
    path, _, anchor = target.partition("#")
    if not path:
        return document.place, anchor
    folder = document.place.rpartition("/")[0]
    return normpath(join(folder, path)), anchor


def link_problem(
    document: Document, link: WrittenLink, exists: Callable[[str], bool], anchors: Callable[[str], frozenset[str]]
) -> Problem | None:
    """What is wrong with one link, if anything. `exists` knows the places of this language and docs/'s files."""
    found = resolve(document, link.target)
    if found is None:
        return None
    place, anchor = found
    if link.target.startswith("/"):
        return Problem(document.path, link.line, "", "link-absolute", {"target": link.target})
    if place != document.place and not exists(place):
        return Problem(document.path, link.line, "", "link-broken", {"target": link.target})
    page = place.removesuffix(".md")
    is_source = anchor.startswith(SOURCE_ANCHOR)
    if anchor and not is_source and anchor not in anchors(page):
        values = {"anchor": anchor, "target": link.target}
        return Problem(document.path, link.line, "", "anchor-broken", values)
    return None
