"""How much a term counts in a passage: BM25 (Robertson and Zaragoza, 2009) in whole numbers, worked out when building.

What the reader's browser adds is only how rare a term is and how well its tones agree.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from portal.language.clusters import is_unspaced
from portal.site.search.terms import SearchTerm, terms

IMPACT_LEVELS: Final = 31
"""The largest impact."""
SATURATION: Final = 3.0
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
    """A passage as its weighed texts."""

    texts: tuple[Weighed, ...]


Postings = Sequence[int]
"""A passage and its impact in one number, passage times PLACE plus impact, in the order of passages."""


class TermEntry(NamedTuple):
    """A term: in how many passages it stands, and where each of its forms counts."""

    key: str
    passages: int
    forms: Sequence[tuple[str, Postings]]


_FIRST_LETTER: Final = 0x100
_PARTED: Final = "\r"
"""Between terms, of which each has a line break inside."""


@dataclass(frozen=True)
class CountedPassage:
    """A passage in numbers: its words, and how often each of its terms counts, a term told as its key, a line break,
    its form. Half a million terms are read faster, and held in less, as two texts: `said` has the terms, `times` a
    letter for each, since how often it counts is one of a `few` numbers."""

    length: int
    said: str
    few: Sequence[float]
    times: str

    @property
    def terms(self) -> Iterator[tuple[str, float]]:
        """(term, how often it counts)."""
        numbers = {chr(_FIRST_LETTER + place): number for place, number in enumerate(self.few)}
        return zip(self.said.split(_PARTED), map(numbers.__getitem__, self.times), strict=False)


def counted_passage(passage: Weighing, lang: str) -> CountedPassage:
    """A passage in numbers, which depend on no other."""
    length = sum(len(one.text.split()) for one in passage.texts)
    times = defaultdict[SearchTerm, float](float)
    for one in passage.texts:
        for term in terms(one.text, lang):
            times[term] += one.weight
    few = sorted(set(times.values()))
    letters = {number: chr(_FIRST_LETTER + place) for place, number in enumerate(few)}
    said = _PARTED.join(f"{term.key}\n{term.form}" for term in times)
    return CountedPassage(length, said, few, "".join(letters[count] for count in times.values()))


def usual_length(lengths: Sequence[int]) -> float:
    """How long a passage is in the mean; 1 where there are no words."""
    return sum(lengths) / max(1, len(lengths)) or 1


def entries(passages: Iterable[CountedPassage], usual: float) -> Iterator[TermEntry]:
    """Every term of the passages, in the order of keys. They are gone through once, and none is held; `usual` is how
    long they are in the mean."""
    found = _gathered(passages, usual)
    forms = defaultdict[str, list[str]](list)
    for term in found:
        key, _, form = term.partition("\n")
        forms[key].append(form)
    for key in sorted(forms):
        told = [(form, found[f"{key}\n{form}"]) for form in sorted(forms[key])]
        if _tells(key, told):
            yield TermEntry(key, _count(told), [(form, _best(places)) for form, places in told])


def _gathered(passages: Iterable[CountedPassage], usual: float) -> Mapping[str, Postings]:
    """Where each term counts. Most stand in one passage alone: a list is made for those that do not."""
    found: dict[str, Postings] = {}
    for number, passage in enumerate(passages):
        hurdle = SATURATION * (1 - LENGTH + LENGTH * passage.length / usual)
        known: dict[float, tuple[int]] = {}
        for term, times in passage.terms:
            place = known.get(times)
            if place is None:
                impact = max(1, round(IMPACT_LEVELS * times / (times + hurdle)))
                place = known[times] = (number * PLACE + impact,)
            places = found.get(term)
            if places is None:
                found[term] = place
            elif isinstance(places, array):
                places.append(place[0])
            else:
                found[term] = array("Q", (*places, *place))
    return found


PLACE: Final = IMPACT_LEVELS + 1
"""A passage and an impact in one number: there are millions of them before the index is written."""


def _tells(key: str, forms: Sequence[tuple[str, Postings]]) -> bool:
    """Not a pair that one passage alone has in its text: two in three pairs are such, and few are ever typed. Where a
    script parts no words, the pair is the word."""
    return (
        " " not in key or is_unspaced(key) or len(forms) > 1 or len(forms[0][1]) > 1 or forms[0][1][0] % PLACE >= ONCE
    )


def _count(forms: Sequence[tuple[str, Postings]]) -> int:
    """In how many passages a term stands in any of its forms."""
    if len(forms) == 1:
        return len(forms[0][1])
    return len({one // PLACE for _, places in forms for one in places})


def _best(found: Postings) -> Postings:
    """Those with the largest impacts, in the order of passages; of the least of them that are kept, the first."""
    if len(found) <= MOST_POSTINGS:
        return found
    counts = Counter(one % PLACE for one in found)
    left, least = MOST_POSTINGS, IMPACT_LEVELS
    while counts[least] < left:
        left, least = left - counts[least], least - 1
    equal = islice((one for one in found if one % PLACE == least), left)
    return sorted((*(one for one in found if one % PLACE > least), *equal))
