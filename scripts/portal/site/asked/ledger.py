"""The ledger of pages: of each its bytes, what is told of it, and what it asked of others with the answers' digests.

It lies in .cache/ and may be deleted, cut or changed at any time: what is not whole is not taken, and is made anew.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from portal.reading.kept import keep, kept_bytes
from portal.site.asked.answers import Answers
from portal.site.asked.questions import Question
from portal.site.pages.told import ToldPage, read_told_page, told_tree

LEDGER: Final = "ledger"
PageKey = tuple[str, str]
Answered = frozenset[tuple[Question, str]]


@dataclass(frozen=True)
class MadePage:
    """A page as it was made: its HTML, what is told of it, its questions with the digests of their answers."""

    html: bytes
    told: ToldPage
    asked: Answered


@dataclass(frozen=True)
class LaidPage:
    """What the ledger has of a page: its HTML is the file named `sum`, the SHA-256 of its bytes."""

    told: ToldPage
    asked: Answered
    sum: str


class PageLedger:
    """The pages of one corpus as the last build made them, in a folder of their own. `worn` is a digest of all that
    every page depends on: where it is another, no page is taken."""

    def __init__(self, folder: Path, worn: str) -> None:
        self._folder, self._worn = folder, worn

    @cached_property
    def _lines(self) -> Mapping[PageKey, LaidPage]:
        content = kept_bytes(self._folder / LEDGER)
        with contextlib.suppress(ValueError, KeyError, IndexError, TypeError, AttributeError):
            return _read(json.loads(content), self._worn) if content else {}
        return {}

    def taken(self, key: PageKey, answers: Answers) -> MadePage | None:
        """A page as it was made, where everything it asked is answered now as then, and its bytes are whole."""
        line = self._lines.get(key)
        if line is None or any(answers.digest(question) != digest for question, digest in line.asked):
            return None
        with contextlib.suppress(OSError):
            html = (self._folder / _name(line.sum)).read_bytes()
            if _sum(html) == line.sum:
                return MadePage(html, line.told, line.asked)
        return None

    def laid(self, key: PageKey, page: MadePage) -> LaidPage:
        """A page, taken or made, whose bytes are laid beside the ledger until it is kept: nobody has to hold them."""
        line = self._lines.get(key)
        if line and line.asked is page.asked:
            return line
        laid = LaidPage(page.told, page.asked, _sum(page.html))
        with contextlib.suppress(OSError):
            _write(self._folder / _name(laid.sum), page.html)
        return laid

    def keep(self, pages: Mapping[PageKey, LaidPage]) -> None:
        """Keep the pages of a build in the place of those before. A folder that cannot be written to keeps nothing."""
        if pages == self._lines:
            return
        keep(self._folder / LEDGER, [_written(pages, self._worn)])
        named = frozenset(page.sum for page in pages.values())
        with contextlib.suppress(OSError):
            for file in self._folder.glob("*/*.html"):
                if file.stem not in named:
                    file.unlink(missing_ok=True)


def _name(digest: str) -> str:
    return f"{digest[:2]}/{digest}.html"


def _sum(html: bytes) -> str:
    return hashlib.sha256(html).hexdigest()


def _write(file: Path, content: bytes) -> None:
    """Its name is the sum of what it has to hold: half a file is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _written(pages: Mapping[PageKey, LaidPage], worn: str) -> bytes:
    """The ledger as JSON: each question with its answer once, which pages name by its number."""
    numbers: dict[tuple[Question, str], int] = {}
    lines = [
        [
            *key,
            page.sum,
            told_tree(page.told),
            sorted(numbers.setdefault(one, len(numbers)) for one in sorted(page.asked)),
        ]
        for key, page in pages.items()
    ]
    asked = [[*question, digest] for question, digest in numbers]
    return json.dumps({"worn": worn, "asked": asked, "pages": lines}, separators=(",", ":")).encode()


def _read(tree: Mapping[str, Any], worn: str) -> dict[PageKey, LaidPage]:
    if tree["worn"] != worn:
        return {}
    asked = [(tuple(question), digest) for *question, digest in tree["asked"]]
    return {
        (lang, place): LaidPage(read_told_page(told), frozenset(asked[number] for number in numbers), digest)
        for lang, place, digest, told, numbers in tree["pages"]
    }


def answered(questions: Iterable[Question], answers: Answers) -> Answered:
    """Questions with the digests of their answers."""
    return frozenset((question, answers.digest(question)) for question in questions)
