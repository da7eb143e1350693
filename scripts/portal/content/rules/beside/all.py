"""What only shows beside something else: a page beside its original, its own sources, other pages, the day it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain

from portal.content.known.reference import ReferenceData
from portal.content.looks import Looks, TextLook
from portal.content.rules.beside.calendar import calendar_problems
from portal.content.rules.beside.numbers import number_problems
from portal.content.rules.beside.repeated import repeated_problems
from portal.content.rules.beside.stated import stated_problems
from portal.content.rules.beside.tongues import tongue_problems
from portal.content.rules.beside.translated import translated_problems
from portal.content.stories import Story
from portal.reading.problems import Problem


def beside_problems(
    stories: Mapping[tuple[str, str], Story], data: ReferenceData, today: date, looks: Looks
) -> Iterator[Problem]:
    """Everything of this folder over all stories that could be read; `looks` remembers it of each."""
    pairs = ((story, stories.get((story.original, story.place))) for story in stories.values())
    asked = (
        TextLook(f"{story.document.path}#beside", (story, original, today), partial(_of_story, story, original, today))
        for story, original in pairs
    )
    yield from chain.from_iterable(looks.of_all(asked))
    yield from stated_problems(stories, data, looks)


def _of_story(story: Story, original: Story | None, today: date) -> Iterator[Problem]:
    if story.withdrawn is None:
        yield from repeated_problems(story)
        yield from calendar_problems(story, today)
        yield from tongue_problems(story, original)
        told = tuple(translated_problems(story, original))
        lines = {problem.line for problem in told}
        yield from told
        yield from (problem for problem in number_problems(story, original) if problem.line not in lines)
