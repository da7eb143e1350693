"""The same fact, once: what a page says of a subject of data/facts.yml, and a number that two pages have by hand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, groupby
from typing import Final

from portal.content.known.reference import ReferenceData
from portal.content.looks import Looks, TextLook
from portal.content.rules.beside.own_texts import own_texts, read_number
from portal.content.stated.facts import FACTS_PATH, Fact, StatedNumber, numbers_of
from portal.content.stories import Story
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.words import CodeName, words
from portal.reading.keeping.kept_values import worked_out
from portal.reading.problems import Problem

_DASH: Final = re.compile(r"[-–—]")
_SENTENCE: Final = re.compile(r"(?<=[.;!?])\s+(?=\S)|(?<=\])\s+(?=[^\W\d_])")
_SHARE: Final = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?%")
_COUNT: Final = re.compile(r"(?<![\w.,/§-])(\d{1,3}(?:[.,]\d{3})+|\d{1,4})(?![\w/-]|[.,]\d|\s?%|\])")
_NO_COUNT: Final = re.compile(
    r"\b(?:tháng|ngày|điều|khoản|đoạn|số|lần|vòng|article|articles|paragraph|no\.|§§?)\s?\d+"
    r"|\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
"""Numbers that count nothing: of a day, an article, a round."""
_NUMBER: Final = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*\s?%|(?<![\w./])\d{1,3}(?:[.,]\d{3})+(?!\w)")
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TELLING: Final = re.compile(r"(?<![\w.,/])(\d{1,3}[.,]\d\d(?=\s?%)|\d{1,3}(?:[.,]\d{3})+(?<!00))(?![\w/]|[.,]\d)")
"""Numbers that nobody has by chance: shares in hundredths, and thousands that are not round."""


def stated_problems(stories: Mapping[tuple[str, str], Story], data: ReferenceData, looks: Looks) -> Iterator[Problem]:
    """Doubts where a sentence about a fact has another number than data/facts.yml, and where two pages state a number
    by hand that could stand there once."""
    numbers = tuple(one for fact in data.facts.values() for one in numbers_of(fact, data.figures))
    known = frozenset(value for one in numbers for value in (one.value, *one.fact.others))
    told = [story for story in stories.values() if story.withdrawn is None and story.lang in LANGUAGES]
    asked = (
        TextLook(f"{story.document.path}#facts", (story, numbers), partial(_elsewhere, story, numbers, known))
        for story in (told if numbers else ())
    )
    yield from chain.from_iterable(looks.of_all(asked))
    yield from _twice(story for story in told if numbers and story.lang == ORIGINAL)


def _elsewhere(story: Story, numbers: tuple[StatedNumber, ...], known: frozenset[float]) -> Iterator[Problem]:
    lang = story.lang
    whole = "\n".join((story.document.body, *map(str, (story.document.front or {}).values()))).casefold()
    asked = _about(whole, numbers, lang)
    for line, sentence, around in _sentences(story) if asked else ():
        plain = _DASH.sub("-", around.casefold())
        for one in _about(plain, asked, lang) if _DIGIT.search(sentence) else ():
            if said := _said(sentence, plain, one, known, lang):
                written, what = one.written(words(lang)), CodeName(one.fact.id, one.fact.what.model_dump())
                values = {"value": said, "right": written, "what": what, "when": one.when[lang]}
                yield Problem(story.document.path, line, "", "fact-elsewhere", {**values, "mark": one.mark})


def _sentences(story: Story) -> Iterator[tuple[int, str, str]]:
    """(line on disk, sentence, the same with what it goes on from) of all a page says: a sentence goes on from the one
    before it in its paragraph that has no number of its own, a row of a table from the head of the table."""
    head = ""
    for line, text in own_texts(story):
        is_row = text.lstrip().startswith("|")
        head = (head or text) if is_row else ""
        before = head if is_row else ""
        for sentence in [text] if is_row else _SENTENCE.split(text):
            yield line, sentence, f"{before} {sentence}"
            before = "" if _NUMBER.search(sentence) else sentence


def _about(text: str, numbers: Iterable[StatedNumber], lang: str) -> list[StatedNumber]:
    """Those of the numbers whose fact a text is about."""
    of_facts = (list(group) for _, group in groupby(numbers, lambda one: one.fact.id))
    return [one for group in of_facts if _is_about(text, group[0].fact, lang) for one in group]


def _is_about(text: str, fact: Fact, lang: str) -> bool:
    """Whether a text has all the words of a fact; a fact without words is looked for nowhere."""
    found = _words(tuple(getattr(fact.words, lang)))
    return bool(found) and all(word.is_in(text) for word in found)


def _said(sentence: str, plain: str, one: StatedNumber, known: frozenset[float], lang: str) -> str:
    """What a sentence about a fact says in its place; "" where it is about something else, or says the same. Numbers
    that are those of other facts are theirs. `plain` is the sentence and what it goes on from, in small letters."""
    fact = one.fact
    if not _time(one.when[lang]).is_in(plain):
        return ""
    if any(word.is_in(plain) for word in _words(tuple(getattr(fact.unless, lang)))):
        return ""
    found = (_SHARE if fact.percent else _COUNT).findall(_NO_COUNT.sub(" ", sentence))
    values = {read_number(written, lang): written for written in found if fact.percent or not _YEAR.fullmatch(written)}
    if one.value in values:
        return ""
    return next((written for value, written in values.items() if value not in known), "")


@dataclass(frozen=True)
class _Word:
    """What a text may say in one way or another."""

    ways: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """Whether it is there, as words of their own. Most texts do not even have the letters, which is soon told."""
        return any(way in text for way in self.ways) and bool(self.pattern.search(text))


@cache
def _time(when: str) -> _Word:
    return _word((_DASH.sub("-", when.casefold()),))


@cache
def _words(said: tuple[str, ...]) -> tuple[_Word, ...]:
    """Each of the words, `a|b` as one of two."""
    return tuple(_word(tuple(part.strip().casefold() for part in one.split("|"))) for one in said)


def _word(ways: tuple[str, ...]) -> _Word:
    return _Word(ways, re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ways))})(?![\w-])"))


def _by_hand(story: Story) -> list[str]:
    """The telling numbers that a page has and takes from nowhere."""
    found = Counter(found[1] for _, text in own_texts(story) for found in _TELLING.finditer(text))
    found.subtract(match[0] for one in story.document.stated for match in _TELLING.finditer(f"{one} %"))
    return [written for written, count in found.items() if count > 0]


def _twice(stories: Iterator[Story]) -> Iterator[Problem]:
    """The second page, and each after it, that has a number by hand which another page has by hand too."""
    first = dict[str, Story]()
    for story in stories:
        for written in worked_out("by hand", (story,), partial(_by_hand, story)):
            other = first.setdefault(written, story)
            if other is not story:
                line = next(line for line, text in own_texts(story) if written in text)
                values = {"value": written, "other": other.document.path, "path": FACTS_PATH}
                yield Problem(story.document.path, line, "", "number-twice", values)
