"""The words of a text as search knows them: folded syllables, and pairs of neighbours, the words of Vietnamese.

docs/scripts/search/ reads what is typed in the same way; tests/corpora/terms.json holds both to one table.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from portal.language.clusters import clusters
from portal.language.folding import fold
from portal.language.locales import ENGLISH

_LONGEST: Final = 30
"""Letters; what is longer is an address, no word."""

_BEYOND: Final = re.compile(r"[^\u0000-\u02ff\u1e00-\u206f]")
"""Whether a text has more than Latin letters and signs, each whole with its marks."""
_WORD: Final = re.compile(r"[^\W_]+")
_STOPS: Final = re.compile(r"[.!?;:…,()\[\]“”\"\n|–—•·]+")


class SearchTerm(NamedTuple):
    """A word or a pair of neighbours: `key` is folded, `form` is as the text wrote it, in small letters."""

    key: str
    form: str


def terms(text: str, lang: str) -> Iterator[SearchTerm]:
    """Every word of a text and every pair that no stop parts, as often as they stand there."""
    for phrase in _STOPS.split(text):
        words = [_term(word, lang) for word in words_of(phrase) if len(word) <= _LONGEST]
        yield from words
        yield from (SearchTerm(f"{one.key} {two.key}", f"{one.form} {two.form}") for one, two in pairwise(words))


@lru_cache(100_000)
def _term(word: str, lang: str) -> SearchTerm:
    return SearchTerm(stemmed(fold(word), lang), word)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, each letter with its marks as one; in a script without spaces between
    words, its clusters."""
    plain = unicodedata.normalize("NFC", text).lower()
    if not _BEYOND.search(plain):
        return _WORD.findall(plain)
    return [part for word in _marked_word().findall(plain) for part in clusters(word)]


@cache
def _marked_word() -> re.Pattern[str]:
    """A word where a script writes marks as letters of their own. It takes three times as long, and to be compiled a
    third of a second, which a build that counts few pages does without."""
    marks = "".join(chr(c) for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)).startswith("M"))
    return re.compile(rf"(?:[^\W_]|[{marks}])+")


def stemmed(word: str, lang: str) -> str:
    """An English word without its endings, so that "refused" finds "refuses", "rights" "right"; any other as it is."""
    if lang != ENGLISH or len(word) <= _SHORTEST:
        return word
    bare = _without_past(singular(word))
    bare = bare[:-1] if bare.endswith("e") and len(bare) > _SHORTEST else bare
    return bare[:-1] if bare[-1] == bare[-2] and len(bare) > _SHORTEST else bare


_SHORTEST: Final = 3
"""Letters of the shortest English word that a longer one may be a form of."""


def singular(word: str) -> str:
    """An English word without its plural."""
    if len(word) <= _SHORTEST or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


def _without_past(word: str) -> str:
    """An English verb without "ed" or "ing": "summoned" is "summon", "denied" "deny", "need" itself."""
    if word.endswith("ied") and len(word) > len("ied") + 1:
        return word[:-3] + "y"
    base = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    return base if len(base) >= _SHORTEST and not word.endswith("eed") and _VOWEL.search(base) else word


_VOWEL: Final = re.compile("[aeiouy]")
