"""A problem: where it is, what is wrong, what to write instead; and the three ways of printing a list of them."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from portal.language.locales import ENGLISH
from portal.language.words import words
from portal.reading.characters import on_one_line

MOST_TOLD: Final = 1_000
"""Problems of one table that are told one by one: whoever has mended so many looks again."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `path` is relative to the root with forward slashes, `line` counts from 1 (0 is the file as a
    whole), `field` is the dotted name of a front-matter field or "", `code` names the rule in words/*.yml. In a
    workbook `sheet` is the name on a tab and `cell` a cell of it ("D4")."""

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
        """The sentence a person reads, on one line: what is wrong; what to write instead."""
        return on_one_line(words(lang).problem(self.code, {"field": self.field, **self.values}))


class Telling:
    """The problems of one file as they are found: so many that a person can work through them, and how many more."""

    def __init__(self, path: str, most: int = MOST_TOLD) -> None:
        self.path, self.most, self.count = path, most, 0
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
        return [*self._told, Problem(self.path, self._next, "", "problems-more", {"count": more})]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems in reading order, each once."""
    unique = {(p.path, p.sheet, p.line, p.cell, p.field, p.code, p.message(ENGLISH)): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def as_text(problems: Iterable[Problem], lang: str) -> str:
    """`path:line: message`, a line each."""
    return "\n".join(f"{p.place(lang)}: {p.message(lang)}" for p in problems)


def as_json(problems: Iterable[Problem], lang: str) -> str:
    """A JSON list of {path, line, field, code, message}."""
    rows = [
        {
            "path": p.path,
            "line": p.line,
            "field": p.field,
            "code": p.code,
            "message": p.message(lang),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], lang: str) -> str:
    """Workflow commands that GitHub shows beside the line in a pull request."""
    return "\n".join(
        f"::error file={_property(p.path)},line={p.line},title={_property(p.code)}::{_data(p.message(lang))}"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
