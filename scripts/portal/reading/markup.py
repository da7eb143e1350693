"""How the portal reads Markdown: its extensions, how anchors are named, how sources and figures are marked."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from portal.language.folding import slugify

SOURCE_ANCHOR: Final = "nguon-"
"""The anchor of source n is SOURCE_ANCHOR + n, in both languages."""

CITATION: Final = r"\[(\d{1,2}(?:,\s?\d{1,2})*)\](?![(\[]|:\s*<?(?:https?|mailto|tel):)"
"""A mark of sources: [1] or [1, 3]. Not a link's text, nor the name of a link defined below the text ([1]: https://…)."""
FIGURE_LINE: Final = re.compile(r"^\[figure:\s*([a-z0-9-]+)\s*\]\s*$")

ALLOWED_TAGS: Final = frozenset(
    "a abbr admonition b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption "
    "figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s section small span strong sub summary sup table "
    "tbody td tfoot th thead time tr u ul var wbr".split()
)
ALLOWED_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "*": {"class", "id", "lang", "title", "dir"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan", "align", "data-label"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "type"},
    "time": {"datetime"},
    "q": {"cite"},
    "div": {"data-figure", "role", "tabindex", "aria-label"},
    "details": {"open"},
}
ALLOWED_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})


def sanitise(html: str) -> str:
    """The same HTML without anything that could run or reach out: scripts, handlers, frames, javascript: links."""
    return nh3.clean(
        html,
        tags=set(ALLOWED_TAGS),
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=set(ALLOWED_SCHEMES),
        link_rel=None,
    )


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


class PortalMarkdown(Extension):
    """The portal's own marks: sources, figures, tables."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.preprocessors.register(_FigureMarks(md), "portal-figures", 35)
        md.inlinePatterns.register(_Citations(CITATION, md), "portal-citations", 175)
        md.treeprocessors.register(_ReadableTables(md), "portal-tables", 5)


EXTENSIONS: Final = ("tables", "def_list", "admonition", "attr_list", "sane_lists", "toc")
SETTINGS: Final[Mapping[str, dict[str, Any]]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"slugify": slugify, "toc_depth": "2-3"},
}


@cache
def _parser() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[*EXTENSIONS, PortalMarkdown()],
        extension_configs={k: dict(v) for k, v in SETTINGS.items()},
    )


def render(text: str) -> str:
    """Markdown to safe HTML, as on the site but for links, which the site's engine resolves."""
    return sanitise(_parser().reset().convert(text))


def anchors(text: str) -> frozenset[str]:
    """The ids a reader can be sent to in a rendered text."""
    return frozenset(re.findall(r'\bid="([^"]+)"', render(text)))
