"""A problem: where it is, what is wrong, what to write instead; and two ways of printing a list of them."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from portal.language.locales import ENGLISH
from portal.language.words import words
from portal.reading.characters import escaped_in_json, on_one_line

MOST_TOLD: Final = 1_000
"""Problems of one table that are told one by one: whoever has mended so many looks again."""


DOUBTS: Final = frozenset(
    {
        "product-of-two-bodies",
        "product-of-one-address",
        "doubts-more",
        "link-withdrawn",
        "file-of-withdrawn",
        "link-office",
        "event-past",
        "paragraph-twice",
        "share-not-in-original",
        "translated-behind",
        "easy-older",
        "recording-older",
        "numbers-differ",
        "fact-elsewhere",
        "number-twice",
        "said-field-lacking",
        "pdf-scanned",
        "pdf-unread",
        "scan-bare",
    }
)
"""The codes of what may be right as it is, and only somebody who knows can say: told, and nothing more. No row of it is
left out and no door stops. A code belongs here only where the figures are right if nobody ever looks, or as likely as
not. So these do not, though a person has to look at them too:
- document-of-two: of 45 people's committees, which number alike, only a report that says the same too is told; any
  other document has one number of one body, so that a copied report would count a second time;
- excused-yet-reported: two files contradict each other, and who is due is counted from both;
- portal-story-by-hand, portal-page-by-hand: what the portal counts itself would count twice;
- number-two-readings: a figure of which one reading is wrong by a thousand times."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend, or to look at where it `is_doubt`. `path` is relative to the root with forward slashes, `line`
    counts from 1 (0 is the file as a whole), `field` is the dotted name of a front-matter field or "", `code` names the
    rule in words/*.yml. In a workbook `sheet` is the name on a tab and `cell` a cell of it ("D4")."""

    path: str
    line: int
    field: str
    code: str
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    sheet: str = ""
    cell: str = ""

    def place(self, lang: str) -> str:
        """Where it is, as a person reads it: `path:line`, or `path, sheet 'S', cell D4`."""
        path = on_one_line(self.path)
        if self.sheet:
            said = words(lang).say(
                "problem_at.cell" if self.cell else "problem_at.sheet", sheet=self.sheet, cell=self.cell
            )
            return f"{path}, {on_one_line(said)}"
        return f"{path}:{self.line}" if self.line else path

    def message(self, lang: str) -> str:
        """The sentence a person reads, on one line: what is wrong; what to write instead. A doubt says it is one."""
        said = words(lang).problem(self.code, {"field": self.field, **self.values})
        return on_one_line(words(lang).say("doubt.told", what=said) if self.is_doubt else said)

    @property
    def is_doubt(self) -> bool:
        """Whether it may be right as it is: told, and nothing is left out or stopped for it."""
        return self.code in DOUBTS


class Telling:
    """The problems of one file as they are found: so many that a person can work through them, and how many more, which
    the code `more` says."""

    def __init__(self, path: str, most: int = MOST_TOLD, more: str = "problems-more") -> None:
        self.path, self.most, self.more, self.count = path, most, more, 0
        self._told: list[Problem] = []
        self._next = 1  # the line of the first problem that is not told

    def add(self, problem: Problem) -> None:
        self.count += 1
        if len(self._told) < self.most:
            self._told.append(problem)
        elif self.count == self.most + 1:
            self._next = problem.line

    @property
    def problems(self) -> list[Problem]:
        """What was found, and in one sentence what was too much to tell."""
        more = self.count - len(self._told)
        if not more:
            return list(self._told)
        return [*self._told, Problem(self.path, self._next, "", self.more, {"count": more})]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems in reading order, each once; what is only a doubt comes after them."""
    unique = {(p.is_doubt, p.path, p.sheet, p.line, p.cell, p.field, p.code, p.message(ENGLISH)): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def to_mend(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without the doubts: what stops a build, and what a door returns 1 for."""
    return tuple(problem for problem in problems if not problem.is_doubt)


def as_text(problems: Iterable[Problem], lang: str) -> str:
    """`path:line: message`, a line each."""
    return "\n".join(f"{p.place(lang)}: {p.message(lang)}" for p in problems)


def as_json(problems: Iterable[Problem], lang: str) -> str:
    """A JSON list of {path, line, field, code, doubt, message}."""
    rows = [
        {
            "path": p.path,
            "line": p.line,
            "field": p.field,
            "code": p.code,
            "doubt": p.is_doubt,
            "message": p.message(lang),
        }
        for p in problems
    ]
    return escaped_in_json(json.dumps(rows, ensure_ascii=False, indent=2))
