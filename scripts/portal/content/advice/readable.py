"""How easy a page is to read: its sentences counted, the long ones told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from portal.content.rules.plain_words import sentences
from portal.content.rules.telling import tell
from portal.language.locales import ENGLISH, VIETNAMESE
from portal.reading.documents import Document
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem

Ease = Literal["easy", "fair", "hard"]

LONG_SENTENCE: Final[Mapping[str, int]] = {VIETNAMESE: 35, ENGLISH: 25}
"""Words between spaces (in Vietnamese, syllables) beyond which a sentence is told: 25 is the most that GOV.UK's own
style takes; a Vietnamese sentence says the same in about four syllables where English needs three words."""
_FAIR, _HARD = 15, 20
"""Average words of a sentence from which a page is no longer easy, and from which it is hard; Vietnamese by the same
ratio. What is asked of a page's average (`MOST_WORDS`) is a rule of check, and stands higher."""
_MORE_IN: Final[Mapping[str, float]] = {VIETNAMESE: 4 / 3}
_LONG_WORD: Final = 10
_LONG_WORDS_TOLD: Final = 0.15
"""The share of words of ten letters and more from which an English page is told."""
_FEWEST_WORDS: Final = 100
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_QUOTED: Final = re.compile(r"“[^”]*(?:”|$)|^[^“]*”|\"[^\"]*(?:\"|$)")


@dataclass(frozen=True)
class Readability:
    """What was counted of a page: sentences, words on average, of the longest sentence, the share of long sentences (0
    to 1), letters on average and the share of long words of an English page (0 elsewhere), and what that makes it."""

    path: str
    lang: str
    sentences: int
    average: float
    longest: int
    long_share: float
    letters: float
    long_words: float
    ease: Ease


def readability(document: Document) -> Readability | None:
    """The figures of a page; None where it has no sentence."""
    found = [len(one.split()) for one in sentences(text_of(document.body))]
    if not found:
        return None
    most, average = _longest_of(document.lang), sum(found) / len(found)
    scale = _MORE_IN.get(document.lang, 1)
    ease: Ease = "easy" if average < _FAIR * scale else "fair" if average < _HARD * scale else "hard"
    letters, long_words = _letters(document) if document.lang == ENGLISH else (0.0, 0.0)
    long_share = sum(words > most for words in found) / len(found)
    return Readability(
        document.path, document.lang, len(found), average, max(found), long_share, letters, long_words, ease
    )


def long_sentences(document: Document) -> Iterator[Problem]:
    """Each sentence that is too long to be read at once."""
    text = text_of(document.body)
    lines, most = text.lines(), _longest_of(document.lang)
    for said in sentences(text):
        count = len(_own(said).split())
        if count > most and not _is_of_names(said, document.lang):
            begins = " ".join(said.split()[:6])
            yield tell(document, lines.of_words(said), "advice-sentence", count=count, most=most, begins=begins)


def long_words(document: Document) -> Iterator[Problem]:
    """An English page of which many words are long."""
    if document.lang != ENGLISH:
        return
    words = _words(document)
    if len(words) >= _FEWEST_WORDS and (share := _letters(document)[1]) > _LONG_WORDS_TOLD:
        yield Problem(document.path, 0, "", "advice-long-words", {"share": round(100 * share), "letters": _LONG_WORD})


def _own(said: str) -> str:
    """A sentence without what it quotes, which nobody may split: a word stands for it."""
    return _QUOTED.sub("…", said)


def _is_of_names(said: str, lang: str) -> bool:
    """Whether most of its words are names, as where communes are listed, or, on an English page, Vietnamese."""
    words = _LETTERS.findall(said)
    names: int = sum(word[0].isupper() or (lang == ENGLISH and not word.isascii()) for word in words)
    return 2 * names > len(words)


def _longest_of(lang: str) -> int:
    return LONG_SENTENCE.get(lang, LONG_SENTENCE[VIETNAMESE])


def _words(document: Document) -> list[str]:
    return [word for one in sentences(text_of(document.body)) for word in _LETTERS.findall(one)]


def _letters(document: Document) -> tuple[float, float]:
    """(letters of a word on average, share of long words)."""
    words = _words(document) or [""]
    return sum(map(len, words)) / len(words), sum(len(word) >= _LONG_WORD for word in words) / len(words)
