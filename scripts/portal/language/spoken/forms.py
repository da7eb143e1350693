"""A text as it is said aloud: what stands there as a sign or a figure becomes words, what has none is told."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from portal.language.locales import ENGLISH, LANGUAGES, VIETNAMESE
from portal.language.spoken.numerals import said_day, said_digits, said_month, said_number, said_year
from portal.language.syllables import is_syllable
from portal.language.words import Words, words

SAYABLE: Final = frozenset(".,;:?!“”‘’\"' \n")
"""Signs that are heard as a pause, or not at all."""
_WORD: Final = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NUMBERS: Final = {VIETNAMESE: r"\d+(?:\.\d{3})*(?:,\d+)?", ENGLISH: r"\d+(?:,\d{3})*(?:\.\d+)?"}
_GROUP: Final = {VIETNAMESE: ".", ENGLISH: ","}
_POINT: Final = {VIETNAMESE: ",", ENGLISH: "."}
_LATIN: Final = re.compile(r"[A-Za-z'’-]+")
_CAPITALS: Final = re.compile(r"[^\W\d_]*[A-ZĐ][^\W\d_]*[A-ZĐ]")
_YEAR: Final = re.compile(r"[12]\d{3}")


@dataclass(frozen=True)
class SpokenPart:
    """A piece of a text: as it is `written`, and how it is `spoken`; None where nobody could know how."""

    written: str
    spoken: str | None

    @property
    def is_changed(self) -> bool:
        """Whether it is said otherwise than it is written."""
        return self.spoken != self.written


def spoken_parts(text: str, lang: str, say: Mapping[str, str], numbers: Collection[str]) -> tuple[SpokenPart, ...]:
    """A text in pieces, in its order, all of it. `say` is how its own names and signs are said, `numbers` are those to
    call, which are said digit by digit. A language without words of its own says nothing but letters by itself."""
    return _parted(text, lang, tuple(say.items()), frozenset(numbers))


@lru_cache(maxsize=4096)
def _parted(text: str, lang: str, say: tuple[tuple[str, str], ...], numbers: frozenset[str]) -> tuple[SpokenPart, ...]:
    """The same; whoever checks a script and whoever shows it ask alike."""
    return tuple(_parts(text, lang, dict(say), numbers))


def spoken_text(parts: Collection[SpokenPart]) -> str:
    """The pieces as they are said; what nobody knows how to say stays as it is written."""
    return "".join(one.written if one.spoken is None else one.spoken for one in parts)


def _parts(text: str, lang: str, say: Mapping[str, str], numbers: frozenset[str]) -> Iterator[SpokenPart]:
    known = {**(words(lang).family("spoken.known") if lang in LANGUAGES else {}), **say}
    for found in _pattern(lang, tuple(known)).finditer(text):
        written, kind = found[0], found.lastgroup
        if kind == "known":
            yield SpokenPart(written, known[written])
        elif kind in ("word", "rest"):
            yield SpokenPart(written, written if _is_said(written, lang, kind) else None)
        else:
            yield SpokenPart(written, _said(found, str(kind), words(lang), numbers))


@lru_cache(maxsize=256)
def _pattern(lang: str, known: tuple[str, ...]) -> re.Pattern[str]:
    """What a text is made of, the longest known words first; whatever is nothing else is a sign of its own."""
    named = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    kinds = [rf"(?P<known>(?<!\w)(?:{named})(?!\w))"] if named else []
    kinds += _of_language(lang) if lang in LANGUAGES else []
    return re.compile("|".join([*kinds, rf"(?P<word>{_WORD}(?!\w))", r"(?P<rest>\d+|\w+|[^\w])"]))


def _of_language(lang: str) -> list[str]:
    ended = r"(?![\w%/]|[.,]\d)"
    months = "|".join(words(lang).listed("spoken.months"))
    days = {
        VIETNAMESE: r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?",
        ENGLISH: rf"(?P<day>\d{{1,2}}) (?P<month>{months})(?: (?P<year>\d{{4}}))?",
    }
    month = rf"(?P<in_month>(?P<of_month>\d{{1,2}})/(?P<of_year>\d{{4}}){ended})"
    number = _NUMBERS[lang]
    return [
        rf"(?P<date>{days[lang]}{ended})",
        *([month] if lang == VIETNAMESE else []),
        rf"(?P<percent>{number} ?%(?!\w))",
        rf"(?P<number>{number}{ended})",
    ]


def _said(found: re.Match[str], kind: str, text: Words, numbers: frozenset[str]) -> str | None:
    if kind == "date":
        month = found["month"]
        number = int(month) if month.isdigit() else text.listed("spoken.months").index(month) + 1
        return said_day(int(found["day"]), number, int(found["year"] or 0) or None, text)
    if kind == "in_month":
        return said_month(int(found["of_month"]), int(found["of_year"]), text)
    if kind == "percent":
        return text.say("spoken.percent", number=_said_figure(found[0].rstrip("% "), text))
    return said_digits(found[0], text) if found[0] in numbers else _said_figure(found[0], text)


def _said_figure(written: str, text: Words) -> str:
    """A number; one of four digits that nobody parted is a year: 1.990 is a count, 1990 is not."""
    if _YEAR.fullmatch(written):
        return said_year(int(written), text)
    whole, _, decimals = written.replace(_GROUP[text.lang], "").partition(_POINT[text.lang])
    return said_number(whole, decimals, text)


def _is_said(written: str, lang: str, kind: str) -> bool:
    """Whether a reader knows how to say what stands there: a pause, or a word of the language."""
    if kind == "rest":
        return written in SAYABLE
    if _CAPITALS.match(written):
        return False
    if lang == VIETNAMESE:
        return all(is_syllable(one) for one in written.split("-"))
    return lang not in LANGUAGES or _LATIN.fullmatch(written) is not None
