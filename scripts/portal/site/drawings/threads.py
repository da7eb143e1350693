"""The seven threads: a narrow woven band for each convention, drawn from a small set of stitches.

The stitches (cross, hook, diamond, chevron, step, comb, dot) are of the kind found in weaving in general; no people's
own pattern is copied. A convention's order of stitches is its own and never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

HEIGHT: Final = 9

STITCHES: Final[Mapping[str, str]] = {
    "cross": "#...#/.#.#./..#../.#.#./#...#",
    "diamond": "..#../.#.#./#...#/.#.#./..#..",
    "full": "..#../.###./#####/.###./..#..",
    "hook": "####./...#./.#.#./.#.../.####",
    "chevron": "#.../.#../..#./.#../#...",
    "step": "#..../##.../.##../..##./...##",
    "comb": "#####/..#../#.#.#/..#../#####",
    "dot": ".../.#./###/.#./...",
}

ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "iccpr": ("diamond", "dot", "cross", "dot"),
    "icescr": ("comb", "chevron", "chevron", "dot"),
    "cedaw": ("full", "dot", "diamond", "dot"),
    "icerd": ("cross", "full", "cross", "dot"),
    "crc": ("chevron", "full", "dot", "full"),
    "crpd": ("hook", "dot", "hook", "diamond"),
    "cat": ("step", "diamond", "step", "dot"),
}


@dataclass(frozen=True)
class Thread:
    """A band that repeats every `width` units; `path` is its SVG path inside width × HEIGHT."""

    code: str
    width: int
    path: str


@cache
def thread(code: str) -> Thread:
    """The thread of a convention. Raises KeyError for a code that is none."""
    path, x = "", 1
    for name in ORDERS[code]:
        rows = STITCHES[name].split("/")
        for y, row in enumerate(rows, (HEIGHT - len(rows)) // 2):
            path += _runs(row, x, y)
        x += len(rows[0]) + 1
    edge = f"M0 0h{x}v1h-{x}zM0 {HEIGHT - 1}h{x}v1h-{x}z"
    return Thread(code, x, edge + path)


def _runs(row: str, x: int, y: int) -> str:
    """A row of stitches as rectangles, neighbours joined."""
    path, start = "", None
    for column, mark in enumerate(row + "."):
        if mark == "#" and start is None:
            start = column
        elif mark != "#" and start is not None:
            path += f"M{x + start} {y}h{column - start}v1h-{column - start}z"
            start = None
    return path
