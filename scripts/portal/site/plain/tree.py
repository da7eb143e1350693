"""The main part of a finished page as a tree of elements, without what is of no use in a text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from portal.reading.markdown.rendered import VOID
from portal.site.finishing.names import WORD_JOINER

UNREAD: Final = frozenset(("button", "form", "nav", "script", "style", "svg", "template"))
UNSAID: Final = frozenset(("share", "wrong", "up", "unseen", "first"))
"""Classes of what helps only who looks at the page: ways to share it, the way to its top, words for listeners, a first
step told again above all others."""


@dataclass(frozen=True)
class Element:
    """An element of a page: its name, its attributes, its children in their order."""

    name: str
    attributes: dict[str, str | None]
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def elements(self) -> "tuple[Element, ...]":
        """Its children that are no text."""
        return tuple(one for one in self.children if isinstance(one, Element))


def main_of(html: str) -> Element:
    """The main part of a page. An empty one where it has none."""
    start, end = html.find("<main"), html.rfind("</main>")
    reader = _Reader()
    reader.feed(html[start:end] if 0 <= start < end else "")
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, dict(attrs))
        if not _is_left_out(made):
            self.open[-1].children.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        names = [one.name for one in self.open]
        if tag in names[1:]:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data.replace(WORD_JOINER, ""))


def _is_left_out(one: Element) -> bool:
    classes = set((one.attributes.get("class") or "").split())
    return one.name in UNREAD or "hidden" in one.attributes or bool(classes & UNSAID)
