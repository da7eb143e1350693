"""A net for privacy: what pages and data files say about one person, line by line, but for what is allowed."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

from portal.content.known.house.owner import OWNER_PATH
from portal.content.known.people import PEOPLE_PATH, Allowed
from portal.reading.documents import Document
from portal.reading.files import MAX_DATA, files_below, read_text
from portal.reading.personal.details import Personal, PersonalKind, personal_in, readable
from portal.reading.personal.names import is_name_alone
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, dotted

_ENDINGS: Final = frozenset((".csv", ".markdown", ".md", ".yaml", ".yml"))
_OF_OTHERS: Final = ("data/products/", "data/reported/", "data/report-texts/")
"""What bodies and officers write: read there, by the same net."""
_LAID: Final = re.compile(r"data/received/[^/]+/")
"""What lies there to be taken in is not tracked."""
_OWN_WORDS: Final = frozenset(("phone", "mail", "name"))
"""What the owner says of itself in data/owner.yml."""
_CODES: Final[dict[PersonalKind, str]] = {
    "identity": "private-identity",
    "phone": "private-phone",
    "mail": "private-mail",
    "account": "private-account",
    "name": "private-name",
    "plight": "private-plight",
}
_BREAKS: Final = re.compile(r"(?<!\n)\n(?!\n|[^\S\n]*(?:[-*+>|]|\d+\.)\s|[^\S\n]*\|)")
_UNDERLINES: Final = re.compile(r"(?<!\w)_+|_+(?!\w)")
_TAGS: Final = re.compile(r"</?[A-Za-z]+>")
_SIGNS: Final = re.compile(r"[,;|\t{}\[\]\"':]+")
_APART: Final = "\n;\n"
"""Between values that are looked through at once: what stands in one says nothing of the next."""
_A_HEADLINE: Final = frozenset(("title", "publisher"))
_AGREED: Final = frozenset(("translator", "native_reviewer", "speaker", "script_translator", "script_reviewer"))
"""Fields that name who did the work, as they agreed to be named."""


def page_privacy(document: Document, allowed: Allowed) -> Iterator[Problem]:
    """What a page says about one person, in its front matter and in its text."""
    for line, found in personal_lines(_as_read(document.body), in_paragraphs=True):
        if not allowed.allows(found):
            yield private_problem(document.path, document.body_line + line, "", found)
    for line, comment in document.comments:
        yield from text_privacy(document.path, comment, allowed, at=line)
    values = tuple(_values(document.front, ()))
    has_lines = any("\n" in value for _, value in values)
    if not has_lines and not any(True for _ in personal_in(_APART.join(value for _, value in values))):
        return  # one look tells, for most pages
    for place, value in values:
        for line, found in personal_lines(value, in_paragraphs=True) if "\n" in value else _in_value(value):
            if not allowed.allows(found) and not _may_name(place, found):
                yield private_problem(document.path, document.line(place) + line, dotted(place), found)


def _in_value(value: str) -> Iterator[tuple[int, Personal]]:
    return ((0, found) for found in personal_in(value))


def data_privacy(root: Path, allowed: Allowed) -> Iterator[Problem]:
    """What files below data/ say about one person, their comments too: they are as public as the pages."""
    for file in files_below(root, "data")[0]:
        path = file.relative_to(root).as_posix()
        if file.suffix.lower() in _ENDINGS and not path.startswith(_OF_OTHERS) and not _LAID.match(path):
            text = "" if path == PEOPLE_PATH else read_text(root, file, MAX_DATA).text or ""
            for line, found in personal_lines(text):
                is_own = path == OWNER_PATH and found.kind in _OWN_WORDS
                if not is_own and not allowed.allows(found):
                    yield private_problem(path, line + 1, "", found)


def text_privacy(path: str, text: str, allowed: Allowed, in_paragraphs: bool = False, at: int = 1) -> Iterator[Problem]:
    """What a whole text, which starts on line `at`, says about one person."""
    for line, found in personal_lines(text, in_paragraphs):
        if not allowed.allows(found):
            yield private_problem(path, line + at, "", found)


def personal_lines(text: str, in_paragraphs: bool = False) -> Iterator[tuple[int, Personal]]:
    """(line from 0, what is about a person) in a text of many lines; a cell or a value that is a name alone too. Where
    it stands `in_paragraphs` a line goes on in the next."""
    said = readable(text)
    for found in personal_in(_BREAKS.sub(" ", said) if in_paragraphs else said):
        yield said.count("\n", 0, found.start), found
    for number, line in enumerate(said.split("\n")):
        for cell in _SIGNS.split(line):
            if is_name_alone(cell.strip(" -")):
                yield number, Personal("name", 0, cell.strip(" -"))


def private_problem(path: str, line: int, field: str, found: Personal) -> Problem:
    """The problem of a place that says something about a person."""
    return Problem(path, line, field, _CODES[found.kind], {"shown": found.shown})


def _as_read(body: str) -> str:
    """A text as its readers see it, each line where it was: marks of emphasis and entities are gone."""
    text = unescape(body) if "&" in body else body
    text = _UNDERLINES.sub("", text) if "_" in text else text
    text = _TAGS.sub("", text).replace("*", "").replace("`", "")
    return text if text.count("\n") == body.count("\n") else body


def _values(value: object, place: Location) -> Iterator[tuple[Location, str]]:
    """Every text in a front matter, its places named."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _values(part, (*place, str(name)))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _values(part, (*place, number))


def _may_name(place: Location, found: Personal) -> bool:
    """Whether a name stands where one belongs: who translated, who is declared, the headline of somebody else."""
    if found.kind != "name":
        return False
    headline = place[0] in ("sources", "evidence") and place[-1] in _A_HEADLINE
    return place[0] in _AGREED or (place[0] == "people" and place[-1] == "name") or headline
