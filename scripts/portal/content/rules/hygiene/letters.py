"""Strange letters in a page, in its text and in its front matter: each kind told once a line."""

from collections.abc import Iterator
from dataclasses import asdict

from portal.content.rules.telling import front_texts
from portal.language.letters import StrangeLetter, strange_letters
from portal.reading.documents import Document
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted


def letter_problems(document: Document) -> Iterator[Problem]:
    """Letters taken for others."""
    for letter in strange_letters(document.body):
        line = document.body.count("\n", 0, letter.index)
        yield _problem(document, document.body_line + line, (), letter)
    for place, value in front_texts(document.front):
        for letter in strange_letters(value):
            yield _problem(document, document.line(place), place, letter)


def _problem(document: Document, line: int, place: Location, letter: StrangeLetter) -> Problem:
    values = {name: value for name, value in asdict(letter).items() if name in ("character", "instead")}
    return Problem(document.path, line, dotted(place), letter.code, values)
