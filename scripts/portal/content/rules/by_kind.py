"""What pages are held to: sources, steps, ways, easy versions, paper, scripts, lessons, units, exhibitions."""

from collections.abc import Iterator, Mapping

from portal.content.known.reference import ReferenceData
from portal.content.rules.cited import cited_problems
from portal.content.rules.derived.printed import printed_problems
from portal.content.rules.derived.radio import radio_problems
from portal.content.rules.easy.all import easy_problems
from portal.content.rules.exhibitions import exhibition_problems
from portal.content.rules.steps import steps_problems
from portal.content.rules.taught.lessons import lesson_problems
from portal.content.rules.taught.units import unit_problems
from portal.content.stories import Story
from portal.reading.problems import Problem


def kind_problems(stories: Mapping[tuple[str, str], Story], data: ReferenceData) -> Iterator[Problem]:
    """The problems of such pages over all stories, beside what data/ knows."""
    numbers = data.numbers
    yield from cited_problems(stories)
    yield from steps_problems(stories.values(), numbers)
    yield from easy_problems(stories, numbers)
    yield from printed_problems(stories, numbers)
    yield from radio_problems(stories.values(), numbers)
    yield from lesson_problems(stories, data.documents, numbers)
    yield from unit_problems(stories)
    yield from exhibition_problems(stories, data)
