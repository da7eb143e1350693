"""What a text may hold at most, so that reading it takes a moment whatever was pasted into it.

The converter and Python's HTML parser look again at every bracket that nothing closes: twice as many take four times
as long. The limits bound what they are given; the largest text of 2026 has 45,000 signs, its longest line 1,049."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

MOST_SIGNS: Final = 100_000
"""Signs of a text: a thirty-minute read."""
MOST_IN_A_LINE: Final = 4_000
MOST_HEADINGS: Final = 300
MOST_FENCES: Final = 200
MOST_OPEN: Final = 40
"""Brackets or tags of one kind that nothing closes."""
MOST_NESTED: Final = 20
"""Levels of quotation: each is a converter within a converter."""

_HEADING = re.compile(r"^ {0,3}#|^ {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_PAIRS: Final[Mapping[str, re.Pattern[str]]] = {
    "[": re.compile(r"(?<!\\)[\[\]]"),
    "](": re.compile(r"\]\(|\)"),
    "<": re.compile(r"<(?=[a-zA-Z/!?])|>"),
}
"""A sign that opens, and the pattern of it and of what closes it."""
_FENCE = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)
_NESTED = re.compile(r"^[ \t]*((?:>[ \t]?)+)", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """Something wrong with a text by itself, on a line counted from 0."""

    line: int
    code: str
    values: Mapping[str, Any]


def limit_faults(body: str) -> Iterator[Fault]:
    """What is too much in a text; one that has none of these is read in time proportional to its size."""
    if len(body) > MOST_SIGNS:
        yield Fault(0, "text-long", {"length": len(body), "most": MOST_SIGNS})
        return
    for number, one in enumerate(body.split("\n")):
        if len(one) > MOST_IN_A_LINE:
            yield Fault(number, "line-long", {"length": len(one), "most": MOST_IN_A_LINE})
    yield from _too_many(body, "headings-many", _HEADING, MOST_HEADINGS)
    yield from _too_many(body, "fences-many", _FENCE, MOST_FENCES)
    deep = next((nested for nested in _NESTED.finditer(body) if nested[1].count(">") > MOST_NESTED), None)
    if deep:
        yield Fault(body.count("\n", 0, deep.start()), "quotes-nested", {"most": MOST_NESTED})
    for sign, pattern in _PAIRS.items():
        yield from _left_open(body, sign, pattern)


def _too_many(body: str, code: str, pattern: re.Pattern[str], most: int) -> Iterator[Fault]:
    found = list(pattern.finditer(body))
    if len(found) > most:
        yield Fault(body.count("\n", 0, found[most].start()), code, {"count": len(found), "most": most})


def _left_open(body: str, sign: str, pattern: re.Pattern[str]) -> Iterator[Fault]:
    """One fault where more than MOST_OPEN signs stand open, at the first of them."""
    left: list[int] = []
    for found in pattern.finditer(body):
        if found[0] == sign:
            left.append(found.start())
        elif left:
            left.pop()
    if len(left) > MOST_OPEN:
        yield Fault(body.count("\n", 0, left[0]), "brackets-open", {"sign": sign, "count": len(left)})
