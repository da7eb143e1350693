"""The site as search reads it: each page's headings and the words of its text, without marks and with d for đ.

Any way of typing then finds the page. A word of the text stands once, in the order of the alphabet: that ranks as
well, and the index a phone loads is a third of what it would be.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from portal.language.folding import fold

HEADINGS: Final = ("h1", "h2", "h3")
BODY: Final = "data-pagefind-body"
IGNORED: Final = "data-pagefind-ignore"
FACETS: Final = "trang.json"
"""Where a build notes what each page may be narrowed by, until the index has given the pages their ids."""
MARK: Final = b"pagefind_dcd"
"""How Pagefind's files begin once unpacked."""


def for_search(html: str) -> str:
    """The same page with the searched part folded: headings where they stand, then every word of the text once."""
    reader = _Folder()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


def facets_by_id(bundle: Path, facets: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The facets of each page by language and by the id Pagefind gave it; Pagefind's own filters come in no order,
    so that two builds would differ. `facets` is by address."""
    found = defaultdict[str, dict[str, Any]](dict)
    for file in sorted((bundle / "fragment").iterdir()):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))
        found[file.name.partition("_")[0]][file.stem] = facets[page["url"].strip("/") + "/" * (page["url"] != "/")]
    return found


class _Folder(HTMLParser):
    """Writes a document down again; what is outside the searched part stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.texts: list[str] = []
        self.searched = self.heading = False
        self.ignored: list[str] = []

    def updatepos(self, i: int, j: int) -> int:
        """Nobody asks for the lines of a page."""
        return j

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
        if tag in ("article", "main") and (words := set(re.findall(r"\w+", fold(" ".join(self.texts))))):
            self.parts.append(f"<p>{' '.join(sorted(words))}</p>")
            self.texts = []
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.searched or self.ignored:
            self.parts.append("" if self.searched else data)
        elif self.heading:
            self.parts.append(fold(data))
        else:
            self.texts.append(data)
