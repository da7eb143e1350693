"""Vietnamese syllables: where the tone mark stands, in the two ways people write it, and which letters make one."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

Placing = Literal["old", "new"]
"""Where a tone mark stands on oa, oe, uy at the end of a syllable: "old" hòa, khỏe, thủy; "new" hoà, khoẻ, thuỷ."""

MARKED_LETTERS: Final = "đàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""Every letter that has a mark, small."""
ONLY_VIETNAMESE: Final = frozenset("đảạăằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏọồốổỗộơờớởỡợủũụưừứửữựỷỹỵ")
"""Letters that tell a text in Vietnamese from one in another language people write here."""
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_STOPS, _TONES_OF_STOPS = frozenset({"c", "ch", "p", "t"}), frozenset("\u0301\u0323")
_SHAPED: Final = "âăêôơư"
ONE_SYLLABLE: Final = re.compile(
    r"(ngh|ng|nh|ch|gh|gi(?=[aăâeêoôơuưy])|kh|ph|qu(?=[aăâeêoôơyi])|th|tr|[bcdđghklmnprstvx])?"
    r"(uyê|uyu|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|ia|ya|iê|yê|ua|uô|ưa|ươ|oa|oă|oe|oo|uâ|uê|uơ|uy|ai|ao|au|ay|"
    r"âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
    r"(ch|ng|nh|[cmnpt])?"
)
"""The consonants a syllable begins with, its vowels, the consonants it ends with."""
_MOVES: Final = frozenset({"oa", "oe", "uy"})


@lru_cache(maxsize=65536)
def placed(syllable: str, placing: Placing) -> str:
    """The same letters and tone with the mark where it belongs; what is no Vietnamese syllable stays as it is."""
    letters, tone = without_tone(syllable)
    found = ONE_SYLLABLE.fullmatch(letters.lower())
    if not tone or not found:
        return syllable
    start = found.start(2) + _tone_at(found[2], bool(found[3]), placing)
    return unicodedata.normalize("NFC", letters[: start + 1] + tone + letters[start + 1 :])


def is_syllable(word: str) -> bool:
    """Whether the letters of a word can be a Vietnamese syllable; one ending in c, ch, p, t bears only two tones."""
    letters, tone = without_tone(word)
    found = ONE_SYLLABLE.fullmatch(letters.lower())
    return found is not None and (found[3] not in _STOPS or tone in _TONES_OF_STOPS)


def is_vietnamese(text: str) -> bool:
    """Whether a text has a letter that only Vietnamese has: nearly every title of three words has one."""
    return not ONLY_VIETNAMESE.isdisjoint(unicodedata.normalize("NFC", text).lower())


def placing_of(texts: str) -> Placing | None:
    """Which of the two ways most words of a text are written; None where it has none of them."""
    old = new = 0
    for word in re.findall(r"\b\w*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|[òóỏõọ][ae]|[ùúủũụ]y)\b", texts.lower()):
        ways = placed(word, "old"), placed(word, "new")
        if ways[0] != ways[1]:
            old, new = old + (word == ways[0]), new + (word == ways[1])
    return None if old == new else "old" if old > new else "new"


def _tone_at(vowels: str, is_closed: bool, placing: Placing) -> int:
    """On which of the vowels the mark stands: one with a shape of its own, of ươ the second; else the last before a
    consonant, the middle of three, the first of two."""
    shaped = [place for place, letter in enumerate(vowels) if letter in _SHAPED]
    if shaped:
        return shaped[-1]
    if is_closed:
        return len(vowels) - 1
    if len(vowels) == 3:
        return 1
    return 1 if vowels in _MOVES and placing == "new" else 0


def without_tone(word: str) -> tuple[str, str]:
    """(the letters with their shapes and without a tone, the tone mark or "")."""
    apart = unicodedata.normalize("NFD", word)
    tones = [mark for mark in apart if mark in _TONES]
    letters = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    return letters, tones[0] if len(tones) == 1 else ""
