"""How much a term counts in a passage: BM25 (Robertson and Zaragoza, 2009) in whole numbers, worked out when building.

What the reader's browser adds is only how rare a term is and how well its tones agree.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.site.search.terms import SearchTerm, terms

IMPACT_LEVELS: Final = 31
"""The largest impact."""
SATURATION: Final = 1.6
LENGTH: Final = 0.4
"""k1 and b of BM25: how soon a term repeated counts no more, how much a long passage is held against it."""
MOST_POSTINGS: Final = 300
"""Passages kept for one form of a term, those it counts most in: what a search moves does not grow with the site."""

ONCE: Final = 15
"""What a pair has to count that stands in one passage alone: as much as in a heading or twice in a short text."""


@dataclass(frozen=True)
class Weighed:
    """A text and how often over it counts."""

    text: str
    weight: float


@dataclass(frozen=True)
class Weighing:
    """A passage as its weighed texts; `share` is how much its page counts among others."""

    texts: tuple[Weighed, ...]
    share: float = 1.0


Postings = Mapping[int, int]
"""Impact by the number of the passage."""


@dataclass(frozen=True)
class TermEntry:
    """A term: in how many passages it stands, and where each of its forms counts."""

    key: str
    count: int
    forms: Mapping[str, Postings]


@dataclass(frozen=True)
class CountedPassage:
    """A passage in numbers: its words, the share of its page, (key, form, how often it counts) of each of its terms."""

    length: int
    share: float
    terms: Sequence[tuple[str, str, float]]


def counted_passage(passage: Weighing, lang: str) -> CountedPassage:
    """A passage in numbers, which depend on no other."""
    length = sum(len(one.text.split()) for one in passage.texts)
    times = defaultdict[SearchTerm, float](float)
    for one in passage.texts:
        for term in terms(one.text, lang):
            times[term] += one.weight
    return CountedPassage(length, passage.share, [(term.key, term.form, count) for term, count in times.items()])


def entries(passages: Sequence[CountedPassage]) -> list[TermEntry]:
    """Every term of the passages, in the order of keys."""
    found: dict[str, dict[str, array[int]]] = defaultdict(lambda: defaultdict(lambda: array("Q")))
    usual = sum(passage.length for passage in passages) / max(1, len(passages)) or 1
    for number, passage in enumerate(passages):
        hurdle = SATURATION * (1 - LENGTH + LENGTH * passage.length / usual)
        for key, form, times in passage.terms:
            impact = max(1, round(IMPACT_LEVELS * passage.share * times / (times + hurdle)))
            found[key][form].append(number * _PLACE + impact)
    return [_entry(key, forms) for key, forms in sorted(found.items()) if _tells(key, forms)]


_PLACE: Final = IMPACT_LEVELS + 1
"""A passage and an impact in one number: there are millions of them before the index is written."""


def _tells(key: str, forms: Mapping[str, Sequence[int]]) -> bool:
    """Not a pair that one passage alone has in its text: two in three pairs are such, and few are ever typed."""
    only = [one for found in forms.values() for one in found[:2]]
    return " " not in key or len(only) > 1 or only[0] % _PLACE >= ONCE


def _entry(key: str, forms: Mapping[str, Sequence[int]]) -> TermEntry:
    passages = {one // _PLACE for found in forms.values() for one in found}
    return TermEntry(key, len(passages), {form: _best(found) for form, found in sorted(forms.items())})


def _best(found: Sequence[int]) -> Postings:
    """Those with the largest impacts, in the order of passages."""
    first = sorted(found, key=lambda one: (-(one % _PLACE), one))[:MOST_POSTINGS]
    return {one // _PLACE: one % _PLACE for one in sorted(first)}
