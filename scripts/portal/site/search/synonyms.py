"""Words people say added to the passages that write others for the same: worked out here, a search asks for no more."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from portal.content.known.house.search import Synonym
from portal.site.search.impacts import Weighed
from portal.site.search.terms import words_of

SAID: Final = 0.7
"""What a word counts that stands for another, of what that one counts."""


def with_said(texts: Sequence[Weighed], synonyms: Iterable[Synonym]) -> tuple[Weighed, ...]:
    """The texts, and after them what people say for what they write."""
    return (*texts, *(said for one in texts for said in _said(one, synonyms)))


def _said(one: Weighed, synonyms: Iterable[Synonym]) -> Iterator[Weighed]:
    line = _line(one.text)
    for synonym in synonyms:
        if any(_phrase(phrase) in line for phrase in synonym.written):
            yield Weighed("\n".join(synonym.said), one.weight * SAID)


def _line(text: str) -> str:
    """The words of a text between spaces: a phrase stands in it where the line of its words does."""
    return f" {' '.join(words_of(text))} "


_phrase = cache(_line)  # the same few for every passage
