"""A problem: where it is, what is wrong, what to write instead; and the three ways of printing a list of them."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.language.locales import ENGLISH
from portal.language.words import words
from portal.reading.characters import on_one_line


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `path` is relative to the root with forward slashes, `line` counts from 1,
    `field` is the dotted name of a front-matter field or "", `code` names the rule in words/*.yml."""

    path: str
    line: int
    field: str
    code: str
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def message(self, lang: str) -> str:
        """The sentence a person reads, on one line: what is wrong; what to write instead."""
        return on_one_line(words(lang).problem(self.code, {"field": self.field, **self.values}))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems in reading order, each once."""
    unique = {(p.path, p.line, p.field, p.code, p.message(ENGLISH)): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def as_text(problems: Iterable[Problem], lang: str) -> str:
    """`path:line: message`, a line each."""
    return "\n".join(f"{on_one_line(p.path)}:{p.line}: {p.message(lang)}" for p in problems)


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
