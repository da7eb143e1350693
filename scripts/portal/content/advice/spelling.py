"""Words that no dictionary has: in Vietnamese, syllables that cannot be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from portal.content.advice.prose import OwnWord, Prose
from portal.language.folding import fold
from portal.language.locales import ENGLISH, VIETNAMESE
from portal.language.syllables import MARKED_LETTERS, is_syllable, placed, without_tone
from portal.reading.problems import Problem

MOST_CHOICES: Final = 3


Dictionaries = Mapping[str, Callable[[str], bool]]
"""By language, whether its dictionary has a word; none where they were not fetched: then only what cannot be a
Vietnamese syllable is told."""

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_IN: Final = {ENGLISH: _LETTERS, VIETNAMESE: _LETTERS + MARKED_LETTERS}


@dataclass(frozen=True)
class Spelling:
    """What counts as spelled right: the dictionaries, and `accepted` words in small letters, and the
    `names` that pages write with a capital inside a sentence."""

    dictionaries: Dictionaries
    accepted: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)

    def knows(self, word: str, lang: str) -> bool:
        small = word.lower()
        if small.removesuffix("'s") in self.accepted:
            return True
        return self._english(word) if lang == ENGLISH else self._vietnamese(small) or self._is_foreign(small)

    def _english(self, word: str) -> bool:
        own, bare = self.dictionaries.get(ENGLISH), word.removesuffix("'s").removesuffix("'")
        return own is None or not bare.isascii() or any(map(own, {word, bare, bare.lower()}))

    def _vietnamese(self, word: str) -> bool:
        own = self.dictionaries.get(VIETNAMESE)
        return is_syllable(word) if own is None else any(own(placed(word, one)) for one in ("old", "new"))

    def _is_foreign(self, word: str) -> bool:
        """Whether a word without marks may be English in a Vietnamese text, as "website" is."""
        english = self.dictionaries.get(ENGLISH)
        return word.isascii() and (english is None or english(word))


def spelling_advice(prose: Prose, spelling: Spelling) -> Iterator[Problem]:
    """Each word that nobody knows, once in a text, with what it may have been meant to be. Names are not looked at."""
    told = set[str]()
    for index, word in enumerate(prose.words):
        if prose.lang == ENGLISH and _is_among_vietnamese(prose.words, index):
            continue
        for part in _parts(word, spelling.names):
            if part not in told and not spelling.knows(part, prose.lang):
                told.add(part)
                yield _told(prose, word.start, part, spelling)


def _is_among_vietnamese(words: tuple[OwnWord, ...], index: int) -> bool:
    """Whether a word stands beside one with marks: a name or a title in Vietnamese."""
    return any(not word.text.replace("’", "").isascii() for word in words[max(0, index - 2) : index + 3])


def _parts(word: OwnWord, names: frozenset[str]) -> Iterator[str]:
    """What of a word is to be spelled: nothing of a name or of an abbreviation."""
    text = word.text.replace("’", "'")
    if text[0].isupper() and (not word.begins or text.removesuffix("'s").lower() in names):
        return
    for part in text.split("-"):
        is_word = len(part) > 1 and part.replace("'", "").isalpha()  # not km²
        if is_word and (part.islower() or (part.istitle() and word.begins)):
            yield part


def nearby(word: str, has: Callable[[str], bool], lang: str) -> tuple[str, ...]:
    """The words one slip away (a letter too many, too few, another one, two changed about): those first that differ
    by their marks alone."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = _IN[lang]
    slips = {a + b[1:] for a, b in cuts if b} | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    slips |= {a + letter + b[1:] for a, b in cuts if b for letter in letters}
    slips |= {a + letter + b for a, b in cuts for letter in letters}
    found = (one for one in slips - {word} if len(one) > 1 and has(one))
    return tuple(sorted(found, key=lambda one: (*_how_far(one, word), one)))


def _how_far(one: str, word: str) -> tuple[bool, bool, int]:
    return fold(one) != fold(word), without_tone(one)[1] != without_tone(word)[1], abs(len(one) - len(word))


def _told(prose: Prose, start: int, word: str, spelling: Spelling) -> Problem:
    lang = ENGLISH if prose.lang == ENGLISH else VIETNAMESE
    has = spelling.dictionaries.get(lang)
    found = list(nearby(word.lower(), has, lang)[:MOST_CHOICES]) if has else []
    code = "advice-spelling" if found else "advice-spelling-unknown"
    return Problem(prose.path, prose.line(start), prose.field, code, {"word": word, "choices": found})
