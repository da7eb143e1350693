"""All that can be wrong with easy versions, over every story."""

from collections.abc import Collection, Iterator, Mapping

from portal.content.fronts.easy import Easy
from portal.content.rules.easy.full_page import full_problems
from portal.content.rules.easy.languages import language_problems
from portal.content.rules.easy.lines import line_problems
from portal.content.rules.easy.told import EasyStory
from portal.content.stories import Story
from portal.reading.problems import Problem


def easy_problems(stories: Mapping[tuple[str, str], Story], numbers: Collection[str]) -> Iterator[Problem]:
    """What is wrong with easy versions, in every language. `stories` by (language, place), with those that wait;
    `numbers` are those anybody may call, of data/public_numbers.yml."""
    for story in stories.values():
        if isinstance(story.front, Easy):
            one = EasyStory(story, story.front)
            yield from line_problems(one)
            yield from full_problems(one, stories, numbers)
            yield from language_problems(one, stories.get((story.original, story.place)))
