"""Tone marks and i or y, as most of the portal writes them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from portal.content.advice.prose import Prose
from portal.language.syllables import Placing, is_syllable, placed, placing_of
from portal.reading.problems import Problem

_HYPHENS: Final = re.compile(r"[^\W\d_]+")
_PAIRS: Final = (
    *(("lí", "lý"), ("lí do", "lý do"), ("kì", "kỳ"), ("kí", "ký"), ("kĩ", "kỹ"), ("mĩ", "mỹ"), ("sĩ", "sỹ")),
    *(("quí", "quý"), ("quĩ", "quỹ"), ("tỉ lệ", "tỷ lệ"), ("tỉ đồng", "tỷ đồng"), ("hi vọng", "hy vọng")),
)
"""Words that people write with i and with y, and mean the same; the second is taken where as many write either."""
_ANY_OF_PAIRS: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted((one for pair in _PAIRS for one in pair), key=len, reverse=True))})(?!\w)", re.I
)


@dataclass(frozen=True)
class HouseSpelling:
    """How the portal writes: where tone marks stand, and {other form: its own} for words with i or y."""

    placing: Placing
    letters: Mapping[str, str] = field(repr=False)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.letters)


def house_spelling(plan: str, texts: Iterable[str]) -> HouseSpelling:
    """What most words of the plan do, and where it has none, of the pages: in a tie the mark stands on the first."""
    pages = "\n".join(texts)
    placing = placing_of(plan) or placing_of(pages) or "old"
    counts = Counter(found[0].lower() for found in _ANY_OF_PAIRS.finditer(pages))
    sorted_pairs = ((i, y) if counts[y] >= counts[i] else (y, i) for i, y in _PAIRS)
    return HouseSpelling(placing, dict(sorted_pairs))


def mark_advice(prose: Prose, house: HouseSpelling) -> Iterator[Problem]:
    """Each syllable whose mark stands elsewhere, told apart as a slip (tóan) or as the other way (hoà)."""
    for word in prose.words:
        now = _HYPHENS.sub(lambda found: placed(found[0], house.placing), word.text)
        if now != word.text and _is_own(word.text, now):
            yield _told(prose, word.start, "advice-tone-mark", word.text, now)
    for found in _ANY_OF_PAIRS.finditer(prose.text):
        own = house.letters.get(found[0].lower())
        if own and found[0][0].islower():  # with a capital it may be a name
            yield _told(prose, found.start(), "advice-i-or-y", found[0], own)


def _is_own(word: str, now: str) -> bool:
    """Whether it is no name: those are written as their bearers write them, unless the mark is where nobody puts it."""
    other = all(placed(part, "new") == part for part in _HYPHENS.findall(word))
    return all(map(is_syllable, _HYPHENS.findall(now))) and (word[0].islower() or not other or word.isupper())


def _told(prose: Prose, start: int, code: str, was: str, now: str) -> Problem:
    return Problem(prose.path, prose.line(start), prose.field, code, {"was": was, "now": now})
