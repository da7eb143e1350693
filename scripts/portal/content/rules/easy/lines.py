"""How an easy version reads: short lines of one sentence, nothing a voice stumbles over, each drawing once."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.fronts.easy import bare
from portal.content.rules.easy.told import EasyStory
from portal.content.rules.plain_words import sentences_of
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location

MOST_ON_AVERAGE: Final = 10
"""Words a line may have on a page's average, between spaces: the page for children, the model of all, has 9."""
LONGEST_EASY: Final = 15
"""Words of the longest line."""

_LINK: Final = re.compile(r"\]\(|<[a-z]")
_SIGN: Final = re.compile(r"[%/&+=<>()\[\]{};*_#@§°~|–—…]|(?<=\d)-(?=\d)|(?<= )-(?= )")
"""What a voice leaves out, spells, or reads as something else; a hyphen only between numbers or words."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_DOTTED: Final = re.compile(r"(?<!\w)[^\W\d_]\.[^\W\d_]\.?")


def line_problems(one: EasyStory) -> Iterator[Problem]:
    """What makes an easy version hard to read or to hear."""
    for place, line in one.lines():
        yield from _line(one, place, line)
    for place, heading in one.headings():
        yield from _spoken(one, place, heading)
    yield from _average(one)
    yield from _pictures(one)


def _line(one: EasyStory, place: Location, line: str) -> Iterator[Problem]:
    if _LINK.search(line):
        yield one.told(place, "easy-link")
        return
    said = bare(line)
    count, sentences = len(said.split()), len(sentences_of(said))
    if count > LONGEST_EASY:
        yield one.told(place, "easy-line-long", count=count, most=LONGEST_EASY)
    if sentences > 1:
        yield one.told(place, "easy-two-sentences", count=sentences)
    yield from _spoken(one, place, said)


def _spoken(one: EasyStory, place: Location, said: str) -> Iterator[Problem]:
    """What a voice does not read as it is meant."""
    sign = _SIGN.search(said)
    if sign:
        yield one.told(place, "easy-sign", value=sign[0])
    short = [word for word in _WORD.findall(said) if word.isupper()] + _DOTTED.findall(said)
    if short:
        yield one.told(place, "easy-abbreviation", value=short[0])


def _average(one: EasyStory) -> Iterator[Problem]:
    counts = [(len(bare(line).split()), place) for place, line in one.lines()]
    average = sum(count for count, _ in counts) / len(counts)
    if average > MOST_ON_AVERAGE:
        longest, place = max(counts, key=lambda found: found[0])
        yield one.told(place, "easy-average", average=f"{average:.1f}", most=MOST_ON_AVERAGE, longest=longest)


def _pictures(one: EasyStory) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, part in enumerate(one.front.parts):
        if part.picture in seen:
            yield one.told(("parts", number, "picture"), "easy-picture-twice", value=part.picture)
        seen.add(part.picture)
