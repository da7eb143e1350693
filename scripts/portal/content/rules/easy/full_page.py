"""An easy version beside its full page: it is there, and says nothing the full page does not say and prove."""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from portal.content.fronts.easy import Easy, bare, cited_in
from portal.content.kinds import said_fields
from portal.content.rules.easy.told import EasyStory
from portal.content.rules.telling import front_texts
from portal.content.stories import Story
from portal.language.places import easy_place
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_EXAMPLE: Final = "cong-uoc/crc"


def full_problems(
    one: EasyStory, stories: Mapping[tuple[str, str], Story], numbers: Collection[str]
) -> Iterator[Problem]:
    """What is wrong beside the full page; where that is missing, this alone. What both languages share is told at the
    original."""
    story = one.story
    full = stories.get((story.lang, one.full)) or stories.get((story.original, one.full))
    is_there = full is not None and not isinstance(full.front, Easy)
    if story.lang == story.original:
        yield from _own_sources(one)
        yield from _shown(one, full) if full and is_there else _nowhere(one, stories)
    if full is None or not is_there:
        return
    yield from _marks(one, len(full.front.references))
    yield from _numbers(one, full, numbers) if full.lang == story.lang else ()


def _nowhere(one: EasyStory, stories: Mapping[tuple[str, str], Story]) -> Iterator[Problem]:
    """Told with the name it may have: after a page whose name is like its own and that has no easy version, else an
    example."""
    have = {place: isinstance(found.front, Easy) for (_, place), found in stories.items()}
    known = sorted(place for place, is_easy in have.items() if not is_easy and easy_place(place) not in have)
    meant = one.full or one.story.place
    near = get_close_matches(meant, known, n=1, cutoff=0.7) or [_EXAMPLE]
    should = f"{easy_place(near[0])}.md"
    yield one.told(("kind",), "easy-full-nowhere", value=one.story.place, should=should, page=f"{near[0]}.md")


def _own_sources(one: EasyStory) -> Iterator[Problem]:
    if one.front.sources:
        yield one.told(("sources",), "easy-own-sources", value=one.full)


def _shown(one: EasyStory, full: Story) -> Iterator[Problem]:
    """An easy version stands before its readers only beside its full page. Where that said something new later,
    somebody has to see whether the easy one still says the same."""
    mine, newer, waits = one.front.changed, full.front.changed, full.front.publish_after
    if full.withdrawn:
        yield one.told(("kind",), "easy-full-withdrawn", value=one.full)
    elif waits and waits != one.front.publish_after:
        yield one.told(("publish_after",), "easy-before-full", value=one.full, date=waits.isoformat())
    elif mine and newer and mine < newer:
        yield one.told((), "easy-older", value=one.full, date=newer.isoformat(), before=mine.isoformat())


def _marks(one: EasyStory, sources: int) -> Iterator[Problem]:
    for place, line in one.lines():
        for number in cited_in(line):
            if not 1 <= number <= sources:
                yield one.told(place, "easy-source-number", number=number, most=sources, value=one.full)
    if sources and not one.front.cited:
        yield one.told(("parts",), "easy-no-source", value=one.full)


def _numbers(one: EasyStory, full: Story, callable_numbers: Collection[str]) -> Iterator[Problem]:
    """Numbers without a mark, or that the full page does not have; those anybody may call need neither."""
    known = {number for text in _texts(full) for number in _NUMBER.findall(text)}
    for place, line in one.lines():
        found = [number for number in _NUMBER.findall(bare(line)) if number not in callable_numbers]
        if found and not cited_in(line):
            yield one.told(place, "easy-number-unsourced", value=found[0])
        yield from _strange(one, place, [number for number in found if number not in known])


def _strange(one: EasyStory, place: Location, numbers: list[str]) -> Iterator[Problem]:
    if numbers:
        yield one.told(place, "easy-number-elsewhere", value=numbers[0], page=one.full)


def _texts(full: Story) -> Iterator[str]:
    """Everything the full page says of its own."""
    front = full.document.front or {}
    said = {name: front[name] for name in sorted(said_fields(type(full.front))) if name in front}
    yield from (text for _, text in front_texts(said))
    yield full.document.body
