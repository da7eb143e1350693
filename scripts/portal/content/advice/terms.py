"""Terms of the glossary, written as the glossary writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from portal.content.advice.prose import Prose
from portal.content.known.glossary import Term
from portal.language.folding import fold
from portal.language.locales import ENGLISH, VIETNAMESE
from portal.reading.problems import Problem

_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = re.compile(r"[ \t]*\n?[ \t]*|-")
_LEAST_LETTERS: Final = 4


@dataclass(frozen=True)
class HouseTerms:
    """The forms of all terms in a language, by their words without marks, capitals and hyphens; `foreign` are the
    English ones that a Vietnamese text has its own word for, in small letters."""

    lang: str
    forms: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    foreign: dict[tuple[str, ...], str] = field(repr=False)
    longest: int


def house_terms(terms: Iterable[Term], lang: str) -> HouseTerms:
    """What a text of a language is compared with. Forms that differ by their marks alone are all right."""
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    foreign: dict[tuple[str, ...], str] = {}
    own = ENGLISH if lang == ENGLISH else VIETNAMESE
    for term in terms:
        for form in term.forms(own):
            forms[_key(form)] = (*forms.get(_key(form), ()), form)
        for form in term.forms(ENGLISH) if lang == VIETNAMESE else ():
            foreign[_key(form)] = term.term[VIETNAMESE]
    known = {key: now for key, now in foreign.items() if key not in forms and len("".join(key)) >= _LEAST_LETTERS}
    return HouseTerms(lang, forms, known, max(map(len, (*forms, *known)), default=0))


def term_advice(prose: Prose, house: HouseTerms) -> Iterator[Problem]:
    """Each place where a term is written otherwise than in the glossary, or in English beside a Vietnamese word."""
    words = list(_WORD.finditer(prose.text))
    keys = [fold(word[0]) for word in words]
    at = 0
    while at < len(words):
        size = _longest_here(keys, at, house)
        if size:
            yield from _told(prose, words[at : at + size], tuple(keys[at : at + size]), house)
        at += max(size, 1)


def _longest_here(keys: list[str], at: int, house: HouseTerms) -> int:
    """How many words the longest term that begins here has; 0 where none does."""
    for size in range(min(house.longest, len(keys) - at), 0, -1):
        key = tuple(keys[at : at + size])
        if key in house.forms or key in house.foreign:
            return size
    return 0


def _told(prose: Prose, words: list[re.Match[str]], key: tuple[str, ...], house: HouseTerms) -> Iterator[Problem]:
    start, end = words[0].start(), words[-1].end()
    gaps = [prose.text[a.end() : b.start()] for a, b in pairwise(words)]
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        return
    was = " ".join(prose.text[start:end].split())
    place = (prose.path, prose.line(start), prose.field)
    if key in house.foreign:
        if not was[0].isupper() and not _is_gloss(prose.text, start):
            yield Problem(*place, "advice-term-english", {"was": was, "now": house.foreign[key]})
    elif not any(_is_written_as(was, form, house.lang) for form in house.forms[key]):
        now = next((form for form in house.forms[key] if _differs_in_capitals_or_hyphens(was, form)), None)
        if now:
            yield Problem(*place, "advice-term", {"was": was, "now": now})


def _is_written_as(was: str, form: str, lang: str) -> bool:
    """Whether it is the form, or one that its sentence asks for: with more capitals, as in a name; without the first,
    where it is meant in general ("ủy ban nhân dân" of any commune; in English "a constitution", and yet "the State
    report", and laws on complaints are not the Laws on Complaints); in English with a hyphen, before another noun."""
    is_name = any(word[0].isupper() for word in form.split()[1:])
    if lang == ENGLISH:
        was = was if "-" in form else was.replace("-", " ")
        if is_name and was.islower():
            return True
    begins = 1 if lang != ENGLISH or is_name or " " not in form else 0
    pairs = list(zip(was, form, strict=False))[begins:]
    return len(was) == len(form) and all(own in (asked, asked.upper()) for own, asked in pairs)


def _differs_in_capitals_or_hyphens(was: str, form: str) -> bool:
    """Other marks make other words: "bao luu" is not told here, and "báo lưu" is none of ours."""
    return _plain(was) == _plain(form)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


def _is_gloss(text: str, start: int) -> bool:
    """Whether it stands in brackets, as the English of a word before."""
    return text.rfind("(", 0, start) > text.rfind(")", 0, start)


def _key(form: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(form))
