"""A translation says the same numbers as its original, paragraph beside paragraph."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.rules.beside.own_texts import own_texts, read_number
from portal.content.stories import Story
from portal.language.locales import ENGLISH, ORIGINAL
from portal.reading.problems import Problem

_NOT_SAID: Final = re.compile(r"\[\d{1,2}(?:,\s?\d{1,2})*\]|\]\([^)\n]*\)|<[^<>\n]*>|\{[^{}\n]*\}")
"""Marks of sources, addresses of links, tags: no reader compares their numbers."""
_WRITTEN: Final = re.compile(r"(?<![\w./,-])\d+(?:[.,]\d+)*(?![\w/-])")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SMALL: Final = 100
"""Below it a whole number may be a word in one language (twelve), and part of a day in the other."""


def number_problems(story: Story, original: Story | None) -> Iterator[Problem]:
    """Doubts where a paragraph in English has a number that the same paragraph of the original has not, or lacks one;
    none where the two have another number of paragraphs, so that nobody can say which belong together."""
    if story.lang != ENGLISH or original is None or original.lang != ORIGINAL:
        return
    own, other = _paragraphs(story), _paragraphs(original)
    if len(own) != len(other):
        return
    for (line, text), (_, said) in zip(own, other, strict=True):
        here, there = _numbers(text, story.lang), _numbers(said, original.lang)
        if odd := sorted(here ^ there):
            shown = [f"{value:g}" for value in odd]
            yield Problem(story.document.path, line, "", "numbers-differ", {"values": shown})


def _paragraphs(story: Story) -> list[tuple[int, str]]:
    return [(line, text) for line, text in own_texts(story) if text.strip()]


def _numbers(text: str, lang: str) -> set[float]:
    """The numbers of a paragraph that are written alike everywhere: with a fraction, or of three digits and more."""
    found = (
        read_number(one[0], lang) for one in _WRITTEN.finditer(_NOT_SAID.sub(" ", text)) if not _YEAR.fullmatch(one[0])
    )
    return {value for value in found if value >= _SMALL or value % 1}
