"""What only shows beside something else: a page beside its original, its own sources, the day it is."""

from collections.abc import Iterator, Mapping
from datetime import date

from portal.content.rules.beside.calendar import calendar_problems
from portal.content.rules.beside.repeated import repeated_problems
from portal.content.rules.beside.translated import translated_problems
from portal.content.stories import Story
from portal.reading.problems import Problem


def beside_problems(stories: Mapping[tuple[str, str], Story], today: date) -> Iterator[Problem]:
    """Everything of this folder over all stories that could be read."""
    for story in stories.values():
        if story.withdrawn is None:
            yield from repeated_problems(story)
            yield from calendar_problems(story, today)
            yield from translated_problems(story, stories.get((story.original, story.place)))
