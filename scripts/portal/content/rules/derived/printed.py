"""Words for paper and boards: plain, no number that their page does not have, one number to call in every language."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from portal.content.front_matter import PrintedFront
from portal.content.known.people import NUMBERS_PATH
from portal.content.printed import PRINTED_FIELDS
from portal.content.rules.derived.page_numbers import figures_in, page_numbers
from portal.content.rules.telling import front_texts
from portal.content.stories import Story
from portal.reading.markdown.markup import CITATION
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

MARKUP: Final = re.compile(rf"{CITATION}|\]\(|<[a-zA-Z/]|\*\*|__|`|^ *(?:#+|>|\||\d+\.|[*+•]) ", re.MULTILINE)
"""What only a page can show: marks of sources, links, tags, bold, headings, tables; a list has "- " alone."""
_CALL: Final = ("poster", "call")


def printed_problems(stories: Mapping[tuple[str, str], Story], numbers: Collection[str]) -> Iterator[Problem]:
    """What is wrong with such words, in every language. `numbers` are those of data/public_numbers.yml."""
    for story in stories.values():
        if isinstance(story.front, PrintedFront) and story.withdrawn is None:
            yield from _texts(story, numbers)
            yield from _call(story, story.front, numbers, stories.get((story.original, story.place)))


def _texts(story: Story, numbers: Collection[str]) -> Iterator[Problem]:
    front = story.document.front or {}
    printed = {name: front[name] for name in PRINTED_FIELDS if front.get(name)}
    known = {*numbers, *page_numbers(story)} if printed else numbers
    for place, text in front_texts(printed):
        if place != _CALL:
            yield from _text(story, place, text, known)


def _text(story: Story, place: Location, text: str, known: Collection[str]) -> Iterator[Problem]:
    if mark := MARKUP.search(text):
        yield _told(story, place, "print-markup", value=mark[0].strip())
        return
    strange = [number for number in figures_in(text) if number not in known]
    if strange:
        yield _told(story, place, "print-number", value=strange[0])


def _call(story: Story, front: PrintedFront, numbers: Collection[str], original: Story | None) -> Iterator[Problem]:
    """A number anybody may call, which is the same in every language."""
    call = front.poster.call if front.poster else None
    if call and call not in numbers:
        yield _told(story, _CALL, "number-to-call", value=call, path=NUMBERS_PATH)
        return
    first = original.front if original and original is not story else front
    if front.poster and isinstance(first, PrintedFront) and first.poster and first.poster.call != call:
        yield _told(story, _CALL if call else _CALL[:1], "print-call", value=call or "", should=first.poster.call or "")


def _told(story: Story, place: Location, code: str, **values: object) -> Problem:
    return Problem(story.document.path, story.document.line(place), dotted(place), code, values)
