"""The ledger of pages: of each its bytes, what is told of it, and what it asked of others with the answers' digests.

It lies in .cache/ and may be deleted, cut or changed at any time: what is not whole is not taken, and is made anew.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from portal.reading.keeping.kept import keep, kept_bytes
from portal.site.asked.answers import Answers
from portal.site.asked.questions import Question
from portal.site.pages.told import ToldPage, read_told_page, told_tree

LEDGER: Final = "ledger"
PageKey = tuple[str, str]
Answered = tuple[tuple[Question, str], ...]


@dataclass(frozen=True)
class MadePage:
    """A page as it was made: its HTML, what is told of it, its questions with the digests of their answers; the sum of
    its HTML where it was taken from what is kept."""

    html: bytes
    told: ToldPage
    asked: Answered
    kept: str = ""


@dataclass(frozen=True)
class LaidPage:
    """A page whose HTML is the file named `sum`, the SHA-256 of its bytes; `is_kept` where the last build had it so."""

    told: ToldPage
    asked: Answered
    sum: str
    is_kept: bool


@dataclass(frozen=True)
class _Line:
    """What the ledger has of a page: its HTML is the file named `sum`, the SHA-256 of its bytes; what it asked, by the
    numbers of the answers."""

    told: ToldPage
    asked: tuple[int, ...]
    sum: str


@dataclass(frozen=True)
class _Lines:
    """The ledger of the last build: each question with its answer once, and the pages."""

    answers: Answered = ()
    pages: Mapping[PageKey, _Line] = field(default_factory=dict)


class PageLedger:
    """The pages of one corpus as the last build made them, in a folder of their own. `worn` is a digest of all that
    every page depends on: where it is another, no page is taken."""

    def __init__(self, folder: Path, worn: str) -> None:
        self._folder, self._worn = folder, worn

    @cached_property
    def _lines(self) -> _Lines:
        content = kept_bytes(self._folder / LEDGER)
        with contextlib.suppress(ValueError, KeyError, IndexError, TypeError, AttributeError):
            return _read(json.loads(content), self._worn) if content else _Lines()
        return _Lines()

    def changed(self, answers: Answers) -> AbstractSet[int]:
        """The numbers of the answers that are others now: each question is asked once, however many pages asked it."""
        return {n for n, (question, digest) in enumerate(self._lines.answers) if answers.digest(question) != digest}

    def taken(self, key: PageKey, changed: AbstractSet[int]) -> MadePage | None:
        """A page as it was made, where none of the answers it rests on is among those `changed`, and its bytes are
        whole."""
        line = self._lines.pages.get(key)
        if line is None or not changed.isdisjoint(line.asked):
            return None
        with contextlib.suppress(OSError):
            html = (self._folder / _name(line.sum)).read_bytes()
            if _sum(html) == line.sum:
                return MadePage(html, line.told, tuple(self._lines.answers[n] for n in line.asked), line.sum)
        return None

    def laid(self, page: MadePage) -> LaidPage:
        """A page, taken or made, whose bytes are laid beside the ledger until it is kept: nobody has to hold them."""
        if page.kept:
            return LaidPage(page.told, page.asked, page.kept, is_kept=True)
        laid = LaidPage(page.told, page.asked, _sum(page.html), is_kept=False)
        with contextlib.suppress(OSError):
            _write(self._folder / _name(laid.sum), page.html)
        return laid

    def keep(self, pages: Mapping[PageKey, LaidPage]) -> None:
        """Keep the pages of a build in the place of those before. A folder that cannot be written to keeps nothing."""
        if pages.keys() == self._lines.pages.keys() and all(page.is_kept for page in pages.values()):
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
            sorted(numbers.setdefault(one, len(numbers)) for one in page.asked),
        ]
        for key, page in pages.items()
    ]
    asked = [[*question, digest] for question, digest in numbers]
    return json.dumps({"worn": worn, "asked": asked, "pages": lines}, separators=(",", ":")).encode()


def _read(tree: Mapping[str, Any], worn: str) -> _Lines:
    if tree["worn"] != worn:
        return _Lines()
    asked = tuple((tuple(question), digest) for *question, digest in tree["asked"])
    pages = {
        (lang, place): _Line(read_told_page(told), tuple(numbers), digest)
        for lang, place, digest, told, numbers in tree["pages"]
        if all(0 <= number < len(asked) for number in numbers)
    }
    return _Lines(asked, pages)


def answered(questions: Iterable[Question], answers: Answers) -> Answered:
    """Questions with the digests of their answers."""
    return tuple((question, answers.digest(question)) for question in sorted(questions))
