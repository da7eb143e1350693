"""Marks of facts in a text: [fact: ho-ngheo 2025] becomes the number that data/facts.yml has, before anyone reads on.

Every reader of a document gets the number: the checks, the site, the search, the text beside a page, the digests."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from typing import Any, Final

from portal.content.known.figures import FIGURES_FOLDER
from portal.content.known.reference import ReferenceData
from portal.content.rules.telling import front_texts, tell
from portal.content.stated.facts import FACTS_PATH, StatedNumber, numbers_of
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.words import Words, words
from portal.reading.documents import Document
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted

_MARK: Final = re.compile(r"\[[ \t]*fact[ \t]*:[ \t]*([^\[\]\n]*)\]", re.IGNORECASE)
_DASHES: Final = re.compile(r"[-–—]")
_MOST_OFFERED: Final = 3
_Documents = Mapping[tuple[str, str], Document]
_Numbers = Mapping[str, StatedNumber]


def with_facts(documents: _Documents, data: ReferenceData, problems: list[Problem]) -> dict[tuple[str, str], Document]:
    """The documents with every mark of a fact replaced by its number, in the text and in the front matter. A mark that
    names none stays, and is a problem; so is a fact whose figure is not there."""
    problems += _lost_figures(data)
    numbers = {_key(one.mark): one for fact in data.facts.values() for one in numbers_of(fact, data.figures)}
    return {key: _stated(document, numbers, data, problems) for key, document in documents.items()}


def _stated(document: Document, numbers: _Numbers, data: ReferenceData, problems: list[Problem]) -> Document:
    front = dict(document.front) if document.front is not None else None
    texts = "\n".join((document.body, *(text for _, text in front_texts(front))))
    if not _MARK.search(texts):
        return document
    order = (*data.locales[document.lang].order, ORIGINAL) if document.lang in data.locales else (ORIGINAL,)
    text = words(next(lang for lang in order if lang in LANGUAGES))
    problems += _unknown(document, front, numbers)
    put = partial(_put, numbers=numbers, text=text)
    written = tuple(put(mark) for mark in _MARK.finditer(texts) if _key(mark[0]) in numbers)
    said = _filled(front, put) if front is not None else None
    return replace(document, body=_MARK.sub(put, document.body), front=said, stated=written)


def _put(mark: re.Match[str], numbers: _Numbers, text: Words) -> str:
    found = numbers.get(_key(mark[0]))
    return found.written(text) if found else mark[0]


def _filled(value: Any, put: Any) -> Any:
    """A piece of a front matter with its marks replaced."""
    if isinstance(value, str):
        return _MARK.sub(put, value)
    if isinstance(value, dict):
        return {name: _filled(part, put) for name, part in value.items()}
    return [_filled(part, put) for part in value] if isinstance(value, list) else value


def _key(mark: str) -> str:
    """A mark as it is compared: case, blanks and the kind of dash do not count."""
    found = _MARK.fullmatch(mark)
    return _DASHES.sub("-", " ".join(found[1].casefold().split())) if found else ""


def _unknown(document: Document, front: object, numbers: _Numbers) -> Iterator[Problem]:
    for place, text in front_texts(front):
        for value, choices in _strange(text, numbers):
            values = {"value": value, "choices": choices}
            yield Problem(document.path, document.line(place), dotted(place), "unknown-fact", values)
    for number, line in enumerate(document.body.split("\n")):
        for value, choices in _strange(line, numbers):
            yield tell(document, number, "unknown-fact", value=value, choices=choices)


def _strange(text: str, numbers: _Numbers) -> Iterator[tuple[str, list[str]]]:
    """(mark, marks like it) of each mark that names no number; where none is like it, the file of facts."""
    for mark in _MARK.finditer(text):
        if (key := _key(mark[0])) not in numbers:
            like = get_close_matches(key, numbers, n=_MOST_OFFERED, cutoff=0.6)
            yield mark[0], [numbers[one].mark for one in like] or [FACTS_PATH]


def _lost_figures(data: ReferenceData) -> Iterator[Problem]:
    strange = {problem.path for problem in data.problems}  # told there already
    for fact in data.facts.values():
        is_told = f"{FIGURES_FOLDER}/{fact.figure}.yml" in strange
        if fact.figure and not is_told and not any(numbers_of(fact, data.figures)):
            yield Problem(
                FACTS_PATH, 0, "", "fact-figure", {"name": fact.id, "figure": fact.figure, "row": fact.series}
            )
