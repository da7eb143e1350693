"""The site as search reads it: each page's headings and the words of its text, without marks and with d for đ.

Any way of typing then finds the page. A word of the text stands once, in the order of the alphabet: that ranks as
well, and the index a phone loads is a third of what it would be.
"""

import re
from html.parser import HTMLParser
from typing import Final

from portal.markup import fold

HEADINGS: Final = ("h1", "h2", "h3")
BODY: Final = "data-pagefind-body"
IGNORED: Final = "data-pagefind-ignore"


def for_search(html: str) -> str:
    """The same page with the searched part folded: headings where they stand, then every word of the text once."""
    reader = _Folder()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _Folder(HTMLParser):
    """Writes a document down again; what is outside the searched part stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.words: set[str] = set()
        self.searched = self.heading = False
        self.ignored: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.parts.append(self.get_starttag_text() or "")
        if self.ignored or IGNORED in names or names.get("class") == "cite":
            self.ignored += [tag] if not self.ignored or tag == self.ignored[0] else []
        self.searched = self.searched or BODY in names
        self.heading = self.heading or tag in HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if self.ignored and tag == self.ignored[0]:
            self.ignored.pop()
        self.heading = self.heading and tag not in HEADINGS
        if tag in ("article", "main") and self.words:
            self.parts.append(f"<p>{' '.join(sorted(self.words))}</p>")
            self.words = set()
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.searched or self.ignored:
            self.parts.append("" if self.searched else data)
        elif self.heading:
            self.parts.append(fold(data))
        else:
            self.words.update(re.findall(r"\w+", fold(data)))
