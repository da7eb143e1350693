"""How figures become sentences: who did how many, over one year or several, and of how many bodies it is known."""

from collections.abc import Iterable, Mapping
from typing import Final

from portal.plan.measured import Measured
from portal.plan.report.ground import Ground, Span

NAMED: Final = 4
"""How many bodies a sentence names one by one; of more it names only those that did most."""
_MOST: Final = 3


def noun(ground: Ground, measured: Measured) -> str:
    """What is counted, as it stands after a number."""
    name = measured.measure.name[ground.text.lang]
    return name[:1].lower() + name[1:]


def who(ground: Ground, by_body: Mapping[str, int]) -> str:
    """The bodies that did something, those that did most first: "Sở Một (5), Sở Hai (3)"; of many, their number."""
    did = sorted(((n, c) for n, c in by_body.items() if c), key=lambda one: (-one[1], ground.called(one[0])))
    if len(did) == 1:
        return ground.called(did[0][0])
    if len(did) <= NAMED:
        return ", ".join(f"{ground.called(name)} ({ground.number(count)})" for name, count in did)
    first = _ahead(did) if len(ground.spans) == 1 else []
    named = ", ".join(f"{ground.called(name)}: {ground.number(count)}" for name, count in first)
    return ground.say("paper.who_most" if first else "paper.who_many", count=len(did), named=named)


def _ahead(did: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Those that did more than all others, at most _MOST: where the next did as many, nobody did most."""
    ends = [n for n in range(1, _MOST + 1) if did[n - 1][1] > did[n][1]]
    return did[: max(ends, default=0)]


def coverage(ground: Ground, given: int, span: Span) -> str:
    """How many of the bodies due a figure speaks of: "3/55 cơ quan"."""
    return ground.say("paper.coverage", given=given, due=len(span.due))


def by_year(ground: Ground, pairs: Iterable[tuple[Span, Measured]]) -> str:
    """One measure in each of several years, with the base it is known of: "năm 2025: 5 (3/54 cơ quan)"."""
    return ", ".join(_in_year(ground, span, measured) for span, measured in pairs)


def _in_year(ground: Ground, span: Span, measured: Measured) -> str:
    if measured.count is None:
        return ground.say("paper.year_missing", year=span.year)
    base = coverage(ground, span.given(measured), span)
    return ground.say("paper.year_count", year=span.year, count=ground.number(measured.count), base=base)


def total(counts: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
