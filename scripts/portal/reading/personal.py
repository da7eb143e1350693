"""What in a text is about one person: numbers of identity, telephones, private mail, accounts, names.

Pure functions over any text: a cell, a title, a note, a page. Nothing here can know a person's name from any other
words; it knows how such things are written here, and what is written alike: the number of a paper, an amount, a day,
a place, a school called after somebody, a leader by title. Names are in reading/personal_names.py."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from portal.language.folding import fold
from portal.reading.personal_names import names_in
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location, Reading, dotted

PersonalKind = Literal["identity", "phone", "mail", "account", "name"]
_SHOWN: Final = 4
_CODES: Final[dict[PersonalKind, str]] = {
    "identity": "personal-identity",
    "phone": "personal-phone",
    "mail": "personal-mail",
    "account": "personal-account",
    "name": "personal-name",
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
        return self.said[:_SHOWN].rstrip() + "…"


_GAP: Final = r"[ .\-]?"
_BEFORE, _AFTER = r"(?<![\w/.,\-])", r"(?![ .\-]?\d|[\w/])"
_CITIZEN: Final = re.compile(rf"{_BEFORE}0(?:{_GAP}\d){{11}}{_AFTER}")
_NATIONAL: Final = re.compile(rf"{_BEFORE}0(?:{_GAP}\d){{8}}{_AFTER}")
"""The card of before 2021 where it begins with 0, as those of this part of the country do: no amount does."""
_ABROAD: Final = rf"(?<![\w/.,])\(?\+?84\)?{_GAP}(?:\(0\))?{_GAP}"
_MOBILE: Final = re.compile(rf"(?:{_BEFORE}0{_GAP}|{_ABROAD})[35789](?:{_GAP}\d){{8}}{_AFTER}")
_LANDLINE: Final = re.compile(rf"(?:{_BEFORE}\(?0|{_ABROAD}\(?)2(?:[ .\-)]{{0,2}}\d){{9}}{_AFTER}")
_A_DAY: Final = re.compile(r"\d{1,2}[.\-]\d{1,2}[.\-](?:19|20)\d\d")
_A_PART: Final = re.compile(r"0[.,]\d+")
_OF_IDENTITY: Final = re.compile(
    r"(?:cmnd|cccd|cmt|chung minh(?: nhan dan| thu)?|can cuoc(?: cong dan)?|dinh danh(?: ca nhan)?|ho chieu"
    r"|giay khai sinh|the bao hiem|so bhyt|ma so bhxh)\b[^0-9\n]{0,25}?([a-z]{0,3}\d(?:[ .\-]?\d){6,14})(?![\d/])"
)
_OF_ACCOUNT: Final = re.compile(
    r"(?:tai khoan|so tk|stk|\btk\b|ngan hang|bank|vietcombank|agribank|vietinbank|bidv|sacombank|account)"
    r"[^0-9\n]{0,40}?(\d(?:[ .\-]?\d){7,19})(?![\d/])\s*([a-z]*)"
)
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:[ .]\d{3})+")
_COUNTED: Final = frozenset(
    "dong d vnd luot nguoi view ban to quyen lan trieu ty nghin cuon theo bai tin dia san ho hoc".split()
)
"""What stands behind an amount and never behind the number of an account, folded."""
_HOSTS: Final = (
    r"(?:gmail|googlemail|ymail|rocketmail|yahoo|hotmail|outlook|live|msn|icloud|aol|gmx|proton(?:mail)?|zoho|yandex"
    r"|qq|163|126)(?:\.[a-z]{2,4}){1,2}|(?:me|mac|pm|mail|hn\.vnn|vnn|fpt|inbox)\.(?:com|me|ru|vn)"
)
"""Where private people have their mail; the address of an office is no person's."""
_SIGN: Final = r"\s{0,2}(?:@|\(at\)|\[at\]|\(a\)|\s(?:at|a cong)\s)\s{0,2}"
_MAIL: Final = re.compile(
    rf"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+\-]{{0,63}}{_SIGN}(?:{_HOSTS})(?![a-z0-9.\-]*[a-z0-9])"
)
_WEB: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_CHAT: Final = re.compile(r"\b(?:zalo|wa)\.me/\+?(\d{9,12})\b")
_AT: Final = ("@", "(a", "[a", " at ", " a còng ")
_DIGITS: Final = re.compile(r"\d(?:[ .\-()]{0,2}\d){6}")
Passage = tuple[PersonalKind, int, int]


def personal_in(text: str) -> Iterator[Personal]:
    """Everything in a text that is about a person, each passage once."""
    said = unicodedata.normalize("NFKC", text)
    taken: list[tuple[int, int]] = []
    for kind, start, end in _found(said):
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            yield Personal(kind, start, said[start:end].strip())


def _found(said: str) -> Iterator[Passage]:
    """What is likelier stands first: digits may be read in more than one way."""
    if _DIGITS.search(said) or any(sign in said for sign in _AT):
        folded = "".join(map(_plain_letter, said))  # a place in it is the same place in the text
        yield from _numbers(said, folded)
        yield from (("mail", *found.span()) for found in _MAIL.finditer(folded))
    yield from (("name", *span) for span in names_in(said))


@cache
def _plain_letter(letter: str) -> str:
    return (fold(letter) or " ")[:1]


def _numbers(said: str, folded: str) -> Iterator[Passage]:
    yield from (("identity", *found.span(1)) for found in _OF_IDENTITY.finditer(folded))
    yield from (("phone", *found.span(1)) for found in _CHAT.finditer(folded))
    bare = _WEB.sub(lambda found: "_" * len(found[0]), said)
    of_kinds: tuple[tuple[PersonalKind, re.Pattern[str]], ...] = (
        ("identity", _CITIZEN),
        ("phone", _MOBILE),
        ("phone", _LANDLINE),
        ("identity", _NATIONAL),
    )
    for kind, pattern in of_kinds:
        yield from ((kind, *found.span()) for found in pattern.finditer(bare) if not _is_other(found[0]))
    for found in _OF_ACCOUNT.finditer(folded):
        if not _THOUSANDS.fullmatch(found[1]) and found[2] not in _COUNTED:
            yield "account", *found.span(1)


def _is_other(number: str) -> bool:
    """Whether digits are a day with something behind it, or a part of a whole."""
    return bool(_A_DAY.match(number) or _A_PART.fullmatch(number))


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
