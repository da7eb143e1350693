"""Two conventions side by side: each fact of both in one row, the ways to other pairs."""

from dataclasses import dataclass
from typing import Final

from portal.language import vocabulary
from portal.language.places import COMPARISON, pair_place
from portal.site.facts import facts_view
from portal.site.links import thread_view
from portal.site.made.pairs import compared
from portal.site.spot import Spot
from portal.site.values import DisputeView, FactRow, FactsView, Link, LinkGroup, ThreadView

SHORT_VALUE: Final = 75
"""Letters that half the width of a phone of 320 points holds in five lines."""


@dataclass(frozen=True)
class PairRow:
    """A fact of both: what it is called, what it is for each, labelled with its sign. `differs` where the two are not
    the same; `is_short` where both can be read side by side on a phone."""

    label: str
    cells: tuple[FactRow, ...]
    differs: bool
    is_short: bool


@dataclass(frozen=True)
class PairBlock:
    """The two, their facts, the matters on which sources differ; the ways to put another beside each."""

    threads: tuple[ThreadView, ...]
    rows: tuple[PairRow, ...]
    disputes: tuple[DisputeView, ...]
    others: tuple[LinkGroup, ...]
    all: Link


def pair_block(spot: Spot) -> PairBlock | None:
    """The two conventions that the place names; None where it names no two."""
    codes = next((two for two in compared(spot.library) if pair_place(*two) == spot.place), None)
    if codes is None:
        return None
    one, other = (facts_view(spot, spot.library.data.conventions[code]) for code in codes)
    return PairBlock(
        threads=(one.thread, other.thread),
        rows=_rows(one, other),
        disputes=(*one.disputes, *other.disputes),
        others=tuple(pairs_with(spot, code) for code in codes),
        all=spot.link(COMPARISON),
    )


def _rows(one: FactsView, other: FactsView) -> tuple[PairRow, ...]:
    facts = zip((*one.dates, *one.terms), (*other.dates, *other.terms), strict=True)
    signs = (one.thread.sign, other.thread.sign)
    return tuple(_row(a.label, (FactRow(signs[0], a.value), FactRow(signs[1], b.value))) for a, b in facts)


def _row(label: str, cells: tuple[FactRow, FactRow]) -> PairRow:
    values = [cell.value for cell in cells]
    return PairRow(label, cells, values[0] != values[1], max(map(len, values)) <= SHORT_VALUE)


def every_pair(spot: Spot) -> tuple[LinkGroup, ...]:
    """The ways to the pages that compare two, for each convention whose facts are known."""
    known = spot.library.data.conventions
    return tuple(pairs_with(spot, code) for code in vocabulary.CONVENTIONS if code in known)


def pairs_with(spot: Spot, code: str) -> LinkGroup:
    """The ways to the pages that compare a convention with each of the others."""
    links = []
    for two in compared(spot.library):
        if code in two:
            other = two[two.index(code) - 1]
            href, name = spot.to(pair_place(*two)), thread_view(spot, other).short
            links.append(Link(other.upper(), href, pair_place(*two) == spot.place, note=name))
    return LinkGroup(code.upper(), tuple(links))
