"""What in a text is about one person: numbers of identity, telephones, private mail, accounts, names.

Pure functions over any text: a cell, a title, a note, a page. Nothing here can know a person's name from any other
words; it knows how such things are written here, and what is written alike: the number of a paper, an amount, a day,
a place, a school called after somebody, a leader by title. How is in the modules beside this one, personal_*.py."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from portal.language.folding import fold
from portal.reading.personal.names import names_in
from portal.reading.personal.numbers import numbers_in
from portal.reading.personal.plight import plights_in
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, Reading, dotted

PersonalKind = Literal["identity", "phone", "mail", "account", "name", "plight"]
_SHOWN: Final = 4
_CODES: Final[dict[PersonalKind, str]] = {
    "identity": "personal-identity",
    "phone": "personal-phone",
    "mail": "personal-mail",
    "account": "personal-account",
    "name": "personal-name",
    "plight": "personal-plight",
}


@dataclass(frozen=True)
class Personal:
    """Something about a person in a text: what it is, where it begins, and how it is written."""

    kind: PersonalKind
    start: int
    said: str

    @property
    def code(self) -> str:
        """The problem it is."""
        return _CODES[self.kind]

    @property
    def shown(self) -> str:
        """Its beginning: enough to find it, too little to pass it on, as what is told of it may be read by many."""
        return self.said[: max(1, min(_SHOWN, len(self.said) // 2))].rstrip() + "…"


_HYPHENS: Final = re.compile("[\u2010-\u2015\u2212]")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def readable(text: str) -> str:
    """A text as it is searched: one form of letters, digits and blanks, every dash a hyphen, nothing that nobody sees.
    Its lines are those of the text."""
    if text.isascii():
        return text
    return _HYPHENS.sub("-", _UNSEEN.sub("", unicodedata.normalize("NFKC", text)))


def personal_in(text: str) -> Iterator[Personal]:
    """Everything in a text that is about a person, each passage once; places are those of `readable(text)`."""
    said = readable(text)
    taken: list[tuple[int, int]] = []
    for kind, start, end in _found(said):
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            yield Personal(kind, start, said[start:end].strip())


def _found(said: str) -> Iterator[tuple[PersonalKind, int, int]]:
    """What is likelier, or worse, stands first: a passage may be read in more than one way."""
    yield from numbers_in(said)
    yield from (("plight", *span) for span in plights_in(said))
    yield from (("name", *span) for span in names_in(said))


_HEADINGS: Final = re.compile(
    r"\b(?:ho va ten|ho ten|ho, ten|ten nguoi|ten hoc sinh|ten chu ho|nguoi lien he|ngay sinh|nam sinh|cccd|cmnd"
    r"|can cuoc|dinh danh|so dien thoai|dien thoai|so dt|sdt|so tai khoan|e-?mail|thu dien tu|dia chi nha"
    r"|noi thuong tru|que quan|full name|phone|date of birth)\b"
)
_LONGEST_HEADING: Final = 60


def asks_for_persons(heading: str) -> bool:
    """Whether a column's heading asks for what only persons have: "Họ và tên", "Số điện thoại", "Ngày sinh"."""
    return len(heading) <= _LONGEST_HEADING and bool(_HEADINGS.search(fold(heading)))


def personal_problems(tree: object, reading: Reading, path: str, place: Location = ()) -> Iterator[Problem]:
    """A problem for everything about a person in the texts of a file that was read, by its line; `tree` is what stands
    at `place`."""
    if isinstance(tree, str):
        for found in personal_in(tree):
            yield Problem(path, reading.line(place), dotted(place), found.code, {"shown": found.shown})
    parts = tree.items() if isinstance(tree, Mapping) else enumerate(tree) if isinstance(tree, list) else ()
    for name, part in parts:
        yield from personal_problems(part, reading, path, (*place, name))
