"""A list of sources is what sentences rest on: where marks lead to it, none of it is cited by no sentence."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from portal.content.fronts.exhibitions import Exhibition
from portal.content.rules.telling import front_texts
from portal.content.scan_texts import PAPER_FIELD
from portal.content.stories import Story
from portal.reading.markdown.markup import CITATION
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted

_MARK: Final = re.compile(CITATION)


def cited_problems(stories: Mapping[tuple[str, str], Story]) -> Iterator[Problem]:
    """Sources that no sentence cites, in no language of a page that cites others. The evidence of an answer is held to
    this by the standard of answers."""
    languages = sorted({lang for lang, _ in stories})
    for (lang, place), story in stories.items():
        count = len(getattr(story.front, "sources", ()))
        if lang != story.original or not count or story.withdrawn:
            continue
        same = (stories.get((other, place)) for other in languages)
        cited = frozenset[int]().union(*(_cited(one) for one in same if one))
        known = range(1, count + 1)
        # A mark that leads nowhere is told by itself: until it is mended nobody knows which source it means.
        for number in known if cited and cited.issubset(known) else ():
            if number not in cited:
                yield _told(story, number)


def _cited(story: Story) -> frozenset[int]:
    """The numbers in its marks, of its text and of what its front matter says but not of a paper's words, and at its
    panels: as written, for to render every text of the portal once more would cost more than the rule is worth."""
    said = {name: value for name, value in (story.document.front or {}).items() if name != PAPER_FIELD}
    texts = (text for _, text in front_texts(said))
    marked = (number for text in (story.document.body, *texts) for number in _numbers(text))
    panels = story.front.panels if isinstance(story.front, Exhibition) else ()
    return frozenset((*marked, *(number for panel in panels for number in panel.sources)))


def _numbers(text: str) -> Iterator[int]:
    for found in _MARK.findall(text) if "[" in text else ():
        yield from map(int, found.split(","))


def _told(story: Story, number: int) -> Problem:
    place = ("sources", number - 1)
    return Problem(
        story.document.path, story.document.line(place), dotted(place), "source-not-cited", {"number": number}
    )
