"""Strange letters in a page, in its text and in its front matter: each kind told once a line."""

from collections.abc import Iterator
from dataclasses import asdict

from portal.language.letters import StrangeLetter, strange_letters
from portal.reading.documents import Document
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted


def letter_problems(document: Document) -> Iterator[Problem]:
    """Letters taken for others."""
    for letter in strange_letters(document.body):
        line = document.body.count("\n", 0, letter.index)
        yield _problem(document, document.body_line + line, (), letter)
    for place, value in _values(document.front, ()):
        for letter in strange_letters(value):
            yield _problem(document, document.line(place), place, letter)


def _problem(document: Document, line: int, place: Location, letter: StrangeLetter) -> Problem:
    values = {name: value for name, value in asdict(letter).items() if name in ("character", "instead")}
    return Problem(document.path, line, dotted(place), letter.code, values)


def _values(value: object, place: Location) -> Iterator[tuple[Location, str]]:
    """Every text in a front matter, its places named; names of fields have rules of their own."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _values(part, (*place, str(name)))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _values(part, (*place, number))
