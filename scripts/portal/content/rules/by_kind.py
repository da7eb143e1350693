"""What pages are held to: sources, steps, ways to choose from, easy versions, words for paper, scripts."""

from collections.abc import Collection, Iterator, Mapping

from portal.content.rules.cited import cited_problems
from portal.content.rules.easy.all import easy_problems
from portal.content.rules.printed import printed_problems
from portal.content.rules.radio import radio_problems
from portal.content.rules.steps import steps_problems
from portal.content.stories import Story
from portal.reading.problems import Problem


def kind_problems(stories: Mapping[tuple[str, str], Story], numbers: Collection[str]) -> Iterator[Problem]:
    """The problems of such pages over all stories; `numbers` are those of data/public_numbers.yml."""
    yield from cited_problems(stories)
    yield from steps_problems(stories.values(), numbers)
    yield from easy_problems(stories, numbers)
    yield from printed_problems(stories, numbers)
    yield from radio_problems(stories.values(), numbers)
