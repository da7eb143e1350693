"""The portal's Markdown: its extensions, how anchors are named, how sources and figures are marked."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from html.parser import HTMLParser
from typing import Any, Final

import markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from portal.language.folding import slugify

SOURCE_ANCHOR: Final = "nguon-"
"""The anchor of source n is SOURCE_ANCHOR + n, in both languages."""

CITATION: Final = r"\[(\d{1,2}(?:,\s?\d{1,2})*)\](?![(\[]|:\s*<?(?:https?|mailto|tel):)"
"""A mark of sources: [1] or [1, 3]. Not a link's text, nor the name of a link defined below the text ([1]: https://…)."""
FIGURE_LINE: Final = re.compile(r"^\[figure:\s*([a-z0-9-]+)\s*\]\s*$")
FENCED: Final = FencedBlockPreprocessor.FENCED_BLOCK_RE

_INLINE_SIGNS: Final = re.compile(r"[`\\\[<&*_]|  \n")
"""What every inline pattern needs: code, escapes, links, tags, entities, emphasis, line breaks."""
_SIGN_OF: Final = (
    ("`", ("backtick",)),
    ("\\", ("escape",)),
    ("[", ("portal-citations", "reference", "link", "short_reference")),
    ("[", ("image_link", "image_reference", "short_image_ref")),
    ("<", ("autolink", "automail", "html")),
    ("  \n", ("linebreak",)),
    ("&", ("entity",)),
)
"""The sign without which a pattern finds nothing, and the patterns' names; one that is not named is always asked."""

WRITTEN: Final = "data-written"
"""On every link and picture made from Markdown: the engine finds their files. Raw HTML has no such mark."""
LOST: Final = "data-lost"
"""On a row of a table: the text of its cells beyond the head, which no reader sees."""
OWN: Final = frozenset((WRITTEN, LOST))
OWN_MARKS: Final = re.compile(rf' (?:{WRITTEN}|{LOST})="[^"]*"')
"""The two above are for the checks; the sanitiser takes them out of every page."""


class _Citations(InlineProcessor):
    """[1] and [1, 3] become links to the numbered sources."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        group = etree.Element("span", {"class": "cite"})
        group.text = "["
        numbers = [number.strip() for number in m.group(1).split(",")]
        for number in numbers:
            link = etree.SubElement(group, "a", {"href": f"#{SOURCE_ANCHOR}{number}"})
            link.text = number
            link.tail = ", " if number is not numbers[-1] else "]"
        return group, m.start(0), m.end(0)


class _FigureMarks(Preprocessor):
    """A line [figure: id] becomes the place where the site draws that figure."""

    def run(self, lines: list[str]) -> list[str]:
        return [self.mark(line) for line in lines]

    def mark(self, line: str) -> str:
        found = FIGURE_LINE.match(line)
        return f'<div data-figure="{found[1]}"></div>' if found else line


class _Tables(TableProcessor):
    """Cells beyond the head are left out of a table, as everywhere; here the row says so."""

    def _build_row(self, row: str, parent: etree.Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]
        lost = self._split_row(row)[len(align) :]  # type: ignore[attr-defined]
        if any(cell.strip() for cell in lost):
            parent[-1].set(LOST, " | ".join(cell.strip() for cell in lost))


class _ReadableTables(Treeprocessor):
    """Tables can be scrolled with the keyboard, and each cell knows its column, so that rows can become cards."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent.remove(child)
                    parent.insert(index, self.framed(child))

    def framed(self, table: etree.Element) -> etree.Element:
        heads = ["".join(th.itertext()).strip() for th in table.iter("th")]
        for th in table.iter("th"):
            th.set("scope", "col")
        for row in table.iter("tr"):
            for head, td in zip(heads, row.findall("td"), strict=False):
                td.set("data-label", head)
        frame = etree.Element("div", {"class": "table"})
        frame.append(table)
        frame.tail, table.tail = table.tail, None
        return frame


class _WrittenLinks(Treeprocessor):
    """Links and pictures of Markdown are told apart from those of raw HTML."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(WRITTEN, "")


class _QuickInline(InlineTreeprocessor):
    """Asks each of the fifteen inline patterns only of words that hold its sign: a quarter of the time for most texts.

    The methods' names are those that the library's own class gives to its private `__handleInline`, whose loop this
    is, and `__applyPattern`."""

    def _InlineProcessor__handleInline(self, data: str, first: int = 0) -> str:
        if isinstance(data, AtomicString) or not _INLINE_SIGNS.search(data):
            return data
        for index, (sign, pattern) in enumerate(self._asked[first:], first):
            start, again = 0, sign in data
            while again:
                data, again, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data

    @cached_property
    def _asked(self) -> list[tuple[str, Pattern]]:
        """Each pattern in its order, and its sign; looked up at the first text, when all extensions have spoken."""
        patterns = self.md.inlinePatterns
        signs = {patterns.get_index_for_name(n): s for s, names in _SIGN_OF for n in names if n in patterns}
        return [(signs.get(index, ""), pattern) for index, pattern in enumerate(patterns)]


class PortalMarkdown(Extension):
    """The portal's own marks: sources, figures, tables."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        # 22 is after fences (25), in which a mark shows itself, and before raw HTML (20), which a figure's place is.
        md.preprocessors.register(_FigureMarks(md), "portal-figures", 22)
        md.inlinePatterns.register(_Citations(CITATION, md), "portal-citations", 175)
        md.treeprocessors.register(_QuickInline(md), "inline", 20)
        md.parser.blockprocessors.register(_Tables(md.parser, dict(SETTINGS["tables"])), "table", 75)
        md.treeprocessors.register(_ReadableTables(md), "portal-tables", 5)
        md.treeprocessors.register(_WrittenLinks(md), "portal-links", 4)


EXTENSIONS: Final = ("tables", "def_list", "admonition", "attr_list", "fenced_code", "sane_lists", "toc")
SETTINGS: Final[Mapping[str, dict[str, Any]]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"slugify": slugify, "toc_depth": "2-3"},
}


class _LikeTheEngine(Preprocessor):
    """MkDocs sends a text, without its fences, through Python's own HTML parser; what stops that stops a build."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "<![" in text:  # the one thing that parser raises for
            parser = HTMLParser()
            parser.feed(text)
            parser.close()
        return lines


@cache
def _parser() -> markdown.Markdown:
    made = markdown.Markdown(
        extensions=[*EXTENSIONS, PortalMarkdown()],
        extension_configs={k: dict(v) for k, v in SETTINGS.items()},
    )
    made.preprocessors.register(_LikeTheEngine(made), "portal-engine", 21)
    return made


def convert(text: str) -> str:
    """Markdown to HTML as the engine makes it, before the sanitiser. Raises whatever the converter raises."""
    return _parser().reset().convert(text)
