"""Counts beside one another: each with a bar as long as its share of the longest."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class CountBar:
    """A count under its label; `length` is in per cent of the longest bar."""

    label: str
    count: int
    length: float


def count_bars(rows: Iterable[tuple[str, int | None]]) -> tuple[CountBar, ...]:
    """The bars of (label, count) rows; what nobody has counted has none."""
    known = [(label, count) for label, count in rows if count is not None]
    longest = max((count for _, count in known), default=0) or 1
    return tuple(CountBar(label, count, round(100 * count / longest, 1)) for label, count in known)
