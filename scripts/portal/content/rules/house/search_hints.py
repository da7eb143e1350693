"""What data/search.yml names is there: the places it leads to, the number it says to call."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from portal.content.known.house.search import SEARCH_PATH, SearchHints, Short
from portal.content.known.reference import ReferenceData
from portal.language.folding import fold
from portal.language.locales import LANGUAGES
from portal.language.places import RECOMMENDATIONS
from portal.language.vocabulary import DOCUMENTS, LOUDSPEAKER, QUIZZES
from portal.reading.problems import Problem


def hint_problems(data: ReferenceData, places: Iterable[str]) -> Iterator[Problem]:
    """A problem for each place without a page, for a number that no body gives to everybody, for what is short for
    nothing."""
    documents = (f"{DOCUMENTS}/{name}" for name in data.documents)
    made = [RECOMMENDATIONS, f"{LOUDSPEAKER}/", *documents, *(f"{QUIZZES}/{name}" for name in data.quizzes)]
    hints, every = data.search, sorted([*places, *made])
    if hints is None:
        return
    for field, place in _named(data):
        if not _is_there(place, every, field.startswith(("less", "more"))):
            choices = get_close_matches(place, every, n=1, cutoff=0.6) or ["tro-giup/index"]
            yield _problem(data, field, "search-nowhere", value=place, choices=choices)
    for field, number in _numbers(hints):
        if number not in data.numbers:
            yield _problem(data, field, "search-no-number", value=number)
    for lang in LANGUAGES:
        yield from _short_problems(data, lang, hints.asked(lang).short)


def _short_problems(data: ReferenceData, lang: str, every: Iterable[Short]) -> Iterator[Problem]:
    """What is typed short is one word, whose marks nobody types, and means one thing that can be looked for."""
    meant = dict[str, str]()
    for number, one in enumerate(every):
        if not any(map(str.isalnum, one.means)):
            yield _problem(data, f"{lang}.short.{number}.means", "search-short-means", value=one.means)
        for place, typed in enumerate(one.typed):
            field, word = f"{lang}.short.{number}.typed.{place}", fold(typed)
            if not word.isalnum():
                yield _problem(data, field, "search-short-word", value=typed)
            elif word in meant:
                yield _problem(data, field, "search-short-twice", value=typed, means=meant[word])
            meant.setdefault(word, one.means)


def _named(data: ReferenceData) -> Iterator[tuple[str, str]]:
    """(field, place) of every place the file names."""
    hints = data.search
    if hints:
        yield from ((f"more.{number}", place) for number, place in enumerate(hints.more))
        yield from ((f"less.{number}", place) for number, place in enumerate(hints.less))
        for lang in LANGUAGES:
            for number, best in enumerate(hints.asked(lang).best):
                yield f"{lang}.best.{number}.place", best.place


def _numbers(hints: SearchHints) -> Iterator[tuple[str, str]]:
    """(field, number) of every number that people are told to call."""
    if hints.call:
        yield "call", hints.call
    for lang in LANGUAGES:
        for place, danger in enumerate(hints.asked(lang).danger):
            yield from ((f"{lang}.danger.{place}.call.{n}", number) for n, number in enumerate(danger.call))


def _is_there(place: str, places: Iterable[str], with_below: bool) -> bool:
    return any(one == place or (with_below and one.startswith(f"{place}/")) for one in places)


def _problem(data: ReferenceData, field: str, code: str, **values: object) -> Problem:
    return Problem(SEARCH_PATH, data.search_lines.get(field, 1), field, code, values)
