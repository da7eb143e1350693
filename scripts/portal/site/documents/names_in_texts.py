"""How a language names documents and their articles: one pattern, made of its words and of the documents' names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from portal.language.words import Words, words
from portal.site.documents.known import KnownDocument

MARK: Final = r"[IVX]+(?:\.\d+[a-z]?)?\b"
"""The number of a section: II, IV.1b."""


@dataclass(frozen=True)
class NamedDocuments:
    """`names` are ids of documents by each name that one alone has; `pattern` finds in a text, as they come: articles
    with who owns them (a known name, or the word of a `strange` document), a `name`, an `other` document's word, the
    `stop` of a sentence."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]


def named_in(lang: str, documents: Iterable[KnownDocument]) -> NamedDocuments:
    """What is looked for in the texts of a language."""
    text = words(lang)
    every = [(form, one.id) for one in documents for form in _forms(one.names(lang), _year(text))]
    count = Counter(form for form, _ in every)
    names = {form: name for form, name in every if count[form] == 1}
    return NamedDocuments(names, _pattern(names, text))


def _forms(names: Iterable[str], year: re.Pattern[str]) -> Iterator[str]:
    """Each name, and those that end in a year without it."""
    yield from dict.fromkeys(form for name in names for form in (name, year.sub("", name)))


def _year(text: Words) -> re.Pattern[str]:
    return re.compile(f"(?:{text.say('documents.said.year')})$")


def _pattern(names: Iterable[str], text: Words) -> re.Pattern[str]:
    word, section, joined, step, others, another = (
        text.say(f"documents.said.{name}") for name in ("article", "section", "joined", "step", "others", "another")
    )
    year = _year(text)
    known = "|".join(
        re.escape(name) + (r"(?!\w)" if year.search(name) else rf"(?!\w)(?!{another})")
        for name in sorted(names, key=len, reverse=True)
    )
    known = known or "(?!)"
    numbers = rf"\d+[^\W\d_]?(?:(?:{joined})\d+[^\W\d_]?\b(?! *%))*"
    marks = rf"{MARK}(?:(?:{joined}){MARK})*"
    said = rf"\b(?:(?:{word}) {numbers}|(?:{section}) {marks})"
    owner = rf"(?:{step}(?:(?P<owner>{known})|(?P<strange>{others})\b))?"
    stop = rf"(?P<stop>[.!?](?=\s|$)|;(?! (?:{word})))"
    return re.compile(rf"(?P<articles>{said}){owner}|(?<!\w)(?:(?P<name>{known})|(?P<other>(?:{others})\b))|{stop}")
