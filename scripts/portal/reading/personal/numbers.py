"""Numbers and addresses of persons in a text, by how they are written: papers, telephones, accounts, private mail."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

from portal.language.folding import fold

NumberKind = Literal["identity", "phone", "mail", "account"]
NumberAt = tuple[NumberKind, int, int]
"""What it is, where it begins and where it ends."""

_GAP: Final = r"(?: ?[.\-] ?|  ?)?"
_BEFORE: Final = r"(?:(?<![\w/\-])(?<!\d[.,])|(?<=\d{8}/))"
"""No part of a word, a path, a paper's number or a decimal; the second of two telephones may follow a stroke."""
_AFTER: Final = r"(?!\w|/(?!\+?\d{9})|[ .\-]?(?!0\d{9}(?!\d))\d)"
_CITIZEN: Final = re.compile(rf"{_BEFORE}0(?:{_GAP}\d){{11}}{_AFTER}")
_NATIONAL: Final = re.compile(rf"{_BEFORE}0(?:{_GAP}\d){{8}}{_AFTER}")
"""The card of before 2021 where it begins with 0, as those of this part of the country do: no amount does."""
_ABROAD: Final = rf"(?:(?<![\w/])(?<!\d[.,])|(?<=\d{{8}}/))\(?(?:\+|00)?84\)?{_GAP}(?:\(0\))?{_GAP}"
_MOBILE: Final = re.compile(rf"(?:{_BEFORE}\(?0{_GAP}|{_ABROAD}\(?)[35789](?:\)?{_GAP}\d){{8}}{_AFTER}")
_LANDLINE: Final = re.compile(rf"(?:{_BEFORE}\(?0|{_ABROAD}\(?)2(?:[ .\-)]{{0,2}}\d){{9}}{_AFTER}")
_A_DAY: Final = re.compile(r"\d{1,2} ?[.\-] ?\d{1,2} ?[.\-] ?(?:19|20)\d\d")
_A_PART: Final = re.compile(r"0[.,]\d+")
_FIGURES: Final = re.compile(r"0(?: [1-9]\d{0,2}(?:\.\d{3})+){2,}")
"""A row of a table without its rules: 0 1.200 1.100."""
_MOST_GROUPS: Final = 5
"""Of the digits of a telephone; only one who hides it writes each alone."""
_CODED: Final = re.compile(
    r"(?:ma so thue|ma so doanh nghiep|ma doanh nghiep|ma don vi|ma ho so|ma hs|hs code|mst|tax code|isbn|issn|doi)"
    r"(?: so)?[^a-z0-9]{0,3}$"
)
"""What stands before the number of an enterprise, a book or a file, which may begin as a telephone does, folded."""
_LONGEST_CODED: Final = 28
_OF_IDENTITY: Final = re.compile(
    r"\b(?:cmnd|cccd|cmt|chung minh(?: nhan dan| thu)?|can cuoc(?: cong dan)?|dinh danh(?: ca nhan)?|ho chieu"
    r"|giay khai sinh|the bao hiem|so bhyt|ma so bhxh|the bhyt|identity (?:card|number|document)|id (?:card|number|no)"
    r"|citizen id|passport)\b[^0-9\n]{0,25}?([a-z]{0,3}\d(?:[ .\-]?\d){6,14})(?![\d/])"
)
_OF_ACCOUNT: Final = re.compile(
    r"(?:tai khoan|so tk|stk|\btk\b|ngan hang|\bbank\b|vietcombank|agribank|vietinbank|bidv|sacombank|techcombank"
    r"|mb ?bank|\bmomo\b|\baccount)[^0-9\n]{0,40}?(\d(?:[ .\-]?\d){7,19})(?![\d/])\s*([a-z]*)"
)
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:[ .]\d{3})+")
_OF_THREE: Final = re.compile(r"\d{3}(?:[ .]\d{3})+")
_BEGUN: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[ .]\d{3})*[ .]$")
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d[ .\-]*)+")
BEHIND_AMOUNTS: Final = frozenset(
    "dong d vnd luot nguoi view ban to quyen lan trieu ty nghin cuon theo bai tin dia san ho hoc people households"
    " followers views".split()
)
"""What stands behind an amount and never behind the number of an account, folded."""
_DOT: Final = r"\s?(?:\.|[(\[]dot[)\]]|\bdot\b|\bcham\b)\s?"
_HOSTS: Final = (
    r"(?:gmail|googlemail|ymail|rocketmail|yahoo|hotmail|outlook|live|msn|icloud|aol|gmx|proton(?:mail)?|zoho|yandex"
    rf"|qq|163|126)(?:{_DOT}[a-z]{{2,4}}){{1,2}}|(?:me|mac|pm|mail|hn\.vnn|vnn|fpt|inbox){_DOT}(?:com|me|ru|vn)"
)
"""Where private people have their mail; the address of an office is no person's."""
_SIGN: Final = r"\s{0,2}(?:@|\(at\)|\[at\]|\(a\)|\s(?:at|a cong)\s)\s{0,2}"
_MAIL: Final = re.compile(
    rf"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+\-]{{0,63}}{_SIGN}(?:{_HOSTS})(?![a-z0-9.\-]*[a-z0-9])"
)
_WEB: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"'|)\]]+", re.IGNORECASE)
_CHAT: Final = re.compile(
    r"\b(?:(?:zalo|wa|viber)\.me/|t\.me/|(?:tel|sms|callto|fax):/*|(?:phone|tel|sdt|mobile)=)"
    r"\+?(\d(?:[ .\-]?\d){8,11})(?!\w)"
)
_AT: Final = ("@", "(a", "[a", " at ", " a còng ")
_DIGITS: Final = re.compile(r"\d(?:[ .\-()]{0,3}\d){6}")

NUMBER_FORMS: Final = {
    "chat": _CHAT,
    "web": _WEB,
    "of_identity": _OF_IDENTITY,
    "citizen": _CITIZEN,
    "mobile": _MOBILE,
    "landline": _LANDLINE,
    "national": _NATIONAL,
    "of_account": _OF_ACCOUNT,
    "mail": _MAIL,
    "a_day": _A_DAY,
    "a_part": _A_PART,
    "thousands": _THOUSANDS,
    "figures": _FIGURES,
    "coded": _CODED,
    "of_three": _OF_THREE,
    "begun": _BEGUN,
    "years": _YEARS,
}
"""What the form page looks for too, in texts that are folded letter by letter."""


def numbers_in(said: str) -> Iterator[NumberAt]:
    """Everything of the kind in a text in NFKC, line by line; in a line what is likelier first: digits may be read in
    more than one way."""
    start = 0
    for line in said.split("\n"):
        yield from ((kind, start + first, start + last) for kind, first, last in _in_line(line))
        start += len(line) + 1


def _in_line(said: str) -> Iterator[NumberAt]:
    has_digits = _DIGITS.search(said)
    if has_digits or any(sign in said for sign in _AT):
        folded = said.lower() if said.isascii() else "".join(map(_plain_letter, said))  # each letter in its place
        if has_digits:
            yield from _digits(said, folded)
        yield from (("mail", *found.span()) for found in _MAIL.finditer(folded))


@cache
def _plain_letter(letter: str) -> str:
    return (fold(letter) or " ")[:1]


def _digits(said: str, folded: str) -> Iterator[NumberAt]:
    yield from (("phone", *found.span(1)) for found in _CHAT.finditer(folded))
    bare, plain = _without_addresses(said), _without_addresses(folded)
    yield from (("identity", *found.span(1)) for found in _OF_IDENTITY.finditer(plain))
    of_kinds: tuple[tuple[NumberKind, re.Pattern[str]], ...] = (
        ("identity", _CITIZEN),
        ("phone", _MOBILE),
        ("phone", _LANDLINE),
        ("identity", _NATIONAL),
    )
    for kind, pattern in of_kinds:
        for found in pattern.finditer(bare):
            before = plain[max(0, found.start() - _LONGEST_CODED) : found.start()]
            if not (_is_other(found[0]) or _CODED.search(before) or _goes_on(before, found[0])):
                yield kind, *found.span()
    for found in _OF_ACCOUNT.finditer(plain):
        if not _is_no_account(found[1], found[2]):
            yield "account", *found.span(1)


def _without_addresses(text: str) -> str:
    """The text with addresses of the web blanked out, each place kept: digits in them are of pages."""
    return _WEB.sub(lambda found: "_" * len(found[0]), text)


def _is_other(number: str) -> bool:
    """Whether digits are a day with something behind it, a part of a whole, an amount, a row of figures."""
    groups = re.findall(r"\d+", number)
    a_row = _MOST_GROUPS < len(groups) < sum(map(len, groups))
    is_figures = any(form.fullmatch(number) for form in (_A_PART, _THOUSANDS, _FIGURES))
    return bool(_A_DAY.match(number)) or is_figures or a_row


def _goes_on(before: str, number: str) -> bool:
    """Whether digits are the end of an amount in thousands: the last three groups of 36 110 000 123 456."""
    return bool(_OF_THREE.fullmatch(number) and _BEGUN.search(before))


def _is_no_account(number: str, behind: str) -> bool:
    other = _THOUSANDS.fullmatch(number) or _YEARS.fullmatch(number) or _A_DAY.match(number)
    return bool(other) or behind in BEHIND_AMOUNTS
