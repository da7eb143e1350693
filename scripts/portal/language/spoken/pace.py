"""How long a text takes to say: its syllables at the pace of its language, and where a reader draws breath."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from portal.language.locales import ENGLISH
from portal.language.spoken.forms import SpokenPart

SPOKEN_A_MINUTE: Final = 130
"""What a script comes to, with its pauses: the middle of the 120 to 140 words a minute at which a loudspeaker is read
to a village. It is slower than the news, for the sound comes back from the hills."""
_SPEAKING: Final = {ENGLISH: 250}
_SPEAKING_BY_WORDS: Final = 170
"""Syllables a minute while somebody speaks, pauses aside, chosen so that with them our scripts come to the pace above
(120 to 140, measured on them). A language that is not named writes each syllable as a word, as Vietnamese does."""
_PAUSES: Final = {True: 0.8, False: 0.4}
"""Seconds of silence at the end of a sentence, and at a comma in it."""
_SYLLABLES_A_WORD: Final = {ENGLISH: 1.4}
"""Of our plain English, counted on its scripts."""
SECONDS_A_BREATH: Final = 8
"""How long somebody untrained speaks on one breath before an ear in the field loses the thread."""
_SHORTEST_BREATH: Final = 5
"""Syllables before which no breath is marked at a comma: "một, một, một" is said on one."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_TWO_VOWELS: Final = re.compile(r"(?<![tscg])i[ao](?!u)|creat")
_SILENT: Final = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$")
"""An e at the end but after a consonant and l, as in "people"; that of -ed but after t and d."""
_SIGNS: Final = re.compile(r"[.,;:?!]+")
_LONG: Final = frozenset(".?!")
_PAUSES_AT: Final = frozenset(".,;:?!")


@dataclass(frozen=True)
class Breath:
    """What is said on one breath, in its pieces; `is_end` where a sentence ends and the breath is a long one."""

    parts: tuple[SpokenPart, ...]
    syllables: int
    is_end: bool

    @property
    def written(self) -> str:
        """The words as the script has them."""
        return "".join(part.written for part in self.parts)


def syllables_in(said: str, lang: str) -> int:
    """The syllables of a text as it is said (spoken_text). Of English they are estimated by its vowels."""
    found = _WORD.findall(said)
    return sum(map(_of_english, found)) if lang in _SYLLABLES_A_WORD else len(found)


def seconds_to_say(said: str, lang: str) -> float:
    """How long a text takes as it is said: its syllables, and the silence at each sign that is heard as one."""
    speaking = 60 * syllables_in(said, lang) / _speaking(lang)
    return speaking + sum(_PAUSES[sign[0] in _LONG] for sign in _SIGNS.findall(said))


def syllables_in_seconds(seconds: float, lang: str) -> int:
    """About how many syllables a script has that takes so long, its pauses among it."""
    return round(seconds * SPOKEN_A_MINUTE * _SYLLABLES_A_WORD.get(lang, 1) / 60)


def most_in_a_breath(lang: str) -> int:
    """The syllables that one breath carries."""
    return int(_speaking(lang) * SECONDS_A_BREATH / 60)


def breaths(parts: Iterable[SpokenPart], lang: str) -> Iterator[Breath]:
    """A text from breath to breath: to the end of each sentence, and to the commas between where they lie apart."""
    held: list[SpokenPart] = []
    count, sign = 0, ""
    for part in parts:
        said = syllables_in(part.spoken or part.written, lang)
        if said and (sign in _LONG or (sign and count >= _SHORTEST_BREATH)):
            yield Breath(tuple(held), count, sign in _LONG)
            held, count = [], 0
        sign = part.written if part.written in _PAUSES_AT else "" if said else sign
        held, count = [*held, part], count + said
    if held:
        yield Breath(tuple(held), count, True)


def _speaking(lang: str) -> int:
    return _SPEAKING.get(lang, _SPEAKING_BY_WORDS)


def _of_english(word: str) -> int:
    """By groups of vowels, without those that are silent; "ia" and "io" are two but after t, s, c: idea, nation."""
    letters = word.lower().replace("’", "'").removesuffix("'s")
    count = len(_VOWELS.findall(letters)) + len(_TWO_VOWELS.findall(letters))
    return max(count - bool(_SILENT.search(letters)), 1)
