"""Strange letters in a page, in its text and in its front matter: each kind told once a line."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Final

from portal.content.rules.telling import front_texts
from portal.language.letters import StrangeLetter, strange_letters
from portal.reading.documents import Document
from portal.reading.files import MAX_DATA, MOST_CHARACTERS_TOLD, files_below, read_text
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

_OF_WORDS: Final = frozenset((".csv", ".yaml", ".yml"))
_LAID: Final = re.compile(r"data/received/[^/]+/")
"""Files as they came: what is taken from them is read as data of its own."""


def letter_problems(document: Document) -> Iterator[Problem]:
    """Letters taken for others."""
    for letter in strange_letters(document.body):
        line = document.body.count("\n", 0, letter.index)
        yield _problem(document, document.body_line + line, (), letter)
    for place, value in front_texts(document.front):
        for letter in strange_letters(value):
            yield _problem(document, document.line(place), place, letter)


def data_letter_problems(root: Path) -> Iterator[Problem]:
    """The same in the files below data/, but for those that others sent as they are."""
    for file in files_below(root, "data")[0]:
        path = file.relative_to(root).as_posix()
        if file.suffix.lower() in _OF_WORDS and not _LAID.match(path):
            text = read_text(root, file, MAX_DATA).text or ""
            for letter in islice(strange_letters(text), MOST_CHARACTERS_TOLD):
                values = {"character": letter.character, "instead": letter.instead}
                yield Problem(path, text.count("\n", 0, letter.index) + 1, "", letter.code, values)


def _problem(document: Document, line: int, place: Location, letter: StrangeLetter) -> Problem:
    values = {name: value for name, value in asdict(letter).items() if name in ("character", "instead")}
    return Problem(document.path, line, dotted(place), letter.code, values)
