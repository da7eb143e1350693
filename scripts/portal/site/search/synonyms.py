"""Words people say added to the passages that write others for the same: worked out here, a search asks for no more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.content.known.house.search import Synonym
from portal.site.search.impacts import Weighed
from portal.site.search.terms import words_of

SAID: Final = 0.7
"""What a word counts that stands for another, of what that one counts."""


@dataclass(frozen=True)
class SaidWords:
    """What people say, in the order of editors; `written` has for the first word of each phrase that texts write its
    words between spaces, and for which of `said` it stands."""

    said: tuple[str, ...]
    written: Mapping[str, Sequence[tuple[str, int]]]

    def with_said(self, texts: Sequence[Weighed]) -> tuple[Weighed, ...]:
        """The texts, and after them what people say for what they write."""
        return (*texts, *(said for one in texts for said in self._of(one)))

    def _of(self, one: Weighed) -> Iterator[Weighed]:
        words = words_of(one.text)
        line = _line(words)
        phrases = (phrase for word in dict.fromkeys(words) for phrase in self.written.get(word, ()))
        for number in sorted({number for phrase, number in phrases if phrase in line}):
            yield Weighed(self.said[number], one.weight * SAID)


def said_words(synonyms: Iterable[Synonym]) -> SaidWords:
    """What people say, as it is looked for in thousands of passages."""
    written = defaultdict[str, list[tuple[str, int]]](list)
    every = tuple(synonyms)
    for number, synonym in enumerate(every):
        for words in filter(None, map(words_of, synonym.written)):
            written[words[0]].append((_line(words), number))
    return SaidWords(tuple("\n".join(synonym.said) for synonym in every), written)


def _line(words: Iterable[str]) -> str:
    """Words between spaces: a phrase stands in a text where the line of its words does."""
    return f" {' '.join(words)} "
