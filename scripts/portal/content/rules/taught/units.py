"""Units of the training course: a length people get off work for, marks that lead, the same in both languages."""

from collections.abc import Iterator, Mapping
from typing import Final

from portal.content.fronts.taught import TAUGHT_LINES
from portal.content.fronts.units import UNIT_MINUTES, Unit
from portal.content.rules.taught.taught import differing_problems, in_front, mark_problems
from portal.content.stories import Story
from portal.reading.problems import Problem

_SAID: Final = (*TAUGHT_LINES, "course", "points", "cases")
"""Fields whose sentences may have marks of sources."""
_ALIKE: Final = {"course": ("minutes",), "points": ("lines",), "cases": ("questions", "law", "page")}
"""What has to be the same in every language, by field; of a list its length."""


def unit_problems(stories: Mapping[tuple[str, str], Story]) -> Iterator[Problem]:
    """What is wrong with units, in every language."""
    least, most = UNIT_MINUTES
    for story in stories.values():
        if isinstance(story.front, Unit):
            if not least <= story.front.length <= most:
                values = {"count": story.front.length, "least": least, "most": most}
                yield in_front(story, ("course",), "unit-minutes", **values)
            yield from mark_problems(story, _SAID)
            yield from differing_problems(story, stories.get((story.original, story.place)), _ALIKE)
