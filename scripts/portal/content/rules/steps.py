"""Steps and ways: a time limit and a law have their source, a number to call is public, a way leads to a page."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from portal.content.fronts.steps import SAID_IN_LINES, Steps
from portal.content.known.people import NUMBERS_PATH
from portal.content.stories import Story
from portal.language.places import IN_DANGER
from portal.reading.markdown.markup import CITATION
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

_MARK: Final = re.compile(CITATION)
_LINK: Final = re.compile(r"\]\(|<[a-z]")
_LIMIT: Final = re.compile(
    r"(?<![\w/.,])(?:\d+|một|hai|ba|sáu|one|two|three|six)[ -](?:working )?"
    r"(?:giờ|ngày|tuần|tháng|năm|hours?|days?|weeks?|months?|years?)\b(?! ?(?:\d|old\b|tuổi))",
    re.IGNORECASE,
)
"""A time limit as people write it: "60 ngày", "12 giờ", "một năm", "12 working days"; no age and no day of a month."""


def steps_problems(stories: Iterable[Story], numbers: Collection[str]) -> Iterator[Problem]:
    """What is wrong with pages of steps, in every language, and with the ways of other pages. `numbers` are those of
    data/public_numbers.yml."""
    every = tuple(stories)
    places = {story.place for story in every}
    for story in every:
        if isinstance(story.front, Steps):
            yield from _lines(story, story.front)
            yield from _numbers(story, story.front, numbers)
        yield from _discreet(story)
        yield from _ways(story, places)


def _lines(story: Story, front: Steps) -> Iterator[Problem]:
    for name in SAID_IN_LINES:
        for index, text in enumerate(getattr(front, name)):
            yield from _line(story, (name, index), text, len(front.references))


def _line(story: Story, place: Location, text: str, sources: int) -> Iterator[Problem]:
    marks = [number.strip() for found in _MARK.findall(text) for number in found.split(",")]
    limit = _LIMIT.search(text)
    if limit and not marks:
        yield _told(story, place, "limit-without-source", value=limit[0])
    if place[0] == "legal_basis" and not marks:
        yield _told(story, place, "law-without-source", value=text)
    if link_in(text):
        yield _told(story, place, "link-in-line")
    for number in marks:
        if not 1 <= int(number) <= sources:
            yield _told(story, place, "source-number", number=number, most=sources)


def link_in(text: str) -> bool:
    """Whether a sentence of a field has a link or a tag, which fields cannot show."""
    return _LINK.search(text) is not None


def _numbers(story: Story, front: Steps, numbers: Collection[str]) -> Iterator[Problem]:
    if story.lang != story.original:
        return
    for index, number in enumerate(front.call):
        if number not in numbers:
            yield _told(story, ("call", index), "number-to-call", value=number, path=NUMBERS_PATH)


def _discreet(story: Story) -> Iterator[Problem]:
    """Whoever is in danger may come to a page that offers to call: it says whether others may see that it was read."""
    asked = bool(getattr(story.front, "call", ())) or story.place in IN_DANGER
    if asked and story.front.discreet is None and story.lang == story.original and not story.withdrawn:
        yield Problem(story.document.path, story.document.line(("call",)), "discreet", "discreet-unsaid")


def _ways(story: Story, places: Collection[str]) -> Iterator[Problem]:
    for index, way in enumerate(getattr(story.front, "ways", ())):
        if way.to not in places:
            near = get_close_matches(way.to.strip("/").removesuffix(".md"), sorted(places), n=1, cutoff=0.7)
            yield _told(story, ("ways", index, "to"), "way-nowhere", value=way.to, choices=near or "tro-giup/ten-trang")


def _told(story: Story, place: Location, code: str, **values: object) -> Problem:
    return Problem(story.document.path, story.document.line(place), dotted(place), code, values)
