"""The figures a page has by itself: what its words for paper, boards and loudspeakers may say, too."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.kinds import said_fields
from portal.content.printed import PRINTED_FIELDS
from portal.content.rules.telling import front_texts
from portal.content.stories import Story

PRODUCT_FIELDS: Final = frozenset({*PRINTED_FIELDS, "radio"})
"""Fields that say again what their page says: none is a source for another."""
_NUMBER: Final = re.compile(r"\d+(?:[.,/]\d+)*")


def figures_in(text: str) -> list[str]:
    """The figures of a text as they are written: a day as 1/7/2026, an amount as 1.500.000."""
    return _NUMBER.findall(text)


def page_numbers(story: Story) -> frozenset[str]:
    """The figures a page has, without those of its products; of a day its parts, too: the year may stand alone."""
    return frozenset(part for text in _texts(story) for one in figures_in(text) for part in (one, *one.split("/")))


def _texts(story: Story) -> Iterator[str]:
    front = story.document.front or {}
    names = sorted(said_fields(type(story.front)) - PRODUCT_FIELDS)
    yield from (text for _, text in front_texts({name: front[name] for name in names if name in front}))
    yield story.document.body
