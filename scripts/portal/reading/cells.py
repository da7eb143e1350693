"""What a written cell means: whole numbers, yes or no, as people here write them; or why it is not understood.

Pure functions, text → value or `Unclear`, the same for CSV, workbooks and YAML reports. A caller may keep what each
text means: the answer depends on the text alone. Vietnamese parts thousands by dots and decimals by a comma; where a
text could mean two things (5,000 is five, or five thousand) it is refused with both readings, never guessed.

    whole_number("450.000") == 450000        whole_number("5,000").code == "number-two-readings"
    yes_or_no("có") is True                  written_date is in reading/dates.py, labels in reading/labels.py
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from portal.language.folding import fold

MOST_DIGITS_OF_A_NUMBER: Final = 15
"""Longer numbers are nobody's count: the State's whole budget in đồng has 16 digits."""
SPACES: Final = " \u00a0\u2007\u2009\u202f"
"""The spaces that part thousands: plain, no-break, figure, thin, narrow no-break."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a text was not understood: a problem's code, and what its sentence needs beside `value` and `field`."""

    code: str
    values: Mapping[str, Any]


_SPACE: Final = re.compile(f"[{SPACES}\t]+")
_PLAIN: Final = re.compile(r"[0-9]+")
_GROUPED: Final = re.compile(rf"[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?:[{SPACES}][0-9]{{3}})+")
_GROUPED_BY_COMMAS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.0+)?|[1-9][0-9]{0,2},[0-9]{3}\.0{1,2}")
_NOUGHT_AFTER: Final = re.compile(rf"((?:[1-9][0-9]{{0,2}}(?:[.{SPACES}][0-9]{{3}})+)|[0-9]+),0{{1,2}}")
_COMMA: Final = re.compile(r"([0-9]+),([0-9]+)")
_POINT: Final = re.compile(r"([0-9]+)\.([0-9]{1,3})")
_PARTED: Final = re.compile(rf"[0-9.,{SPACES}]*[0-9]")
_DIGIT = re.compile(r"[0-9]")
_WITH_REST: Final = re.compile(rf"([0-9](?:[0-9.,{SPACES}]*[0-9.,])?)[{SPACES}]*+([^\W\d_].*)", re.DOTALL)
_POWERS: Final = {
    "nghin": 10**3, "ngan": 10**3, "k": 10**3, "thousand": 10**3,
    "van": 10**4,
    "trieu": 10**6, "tr": 10**6, "million": 10**6,
    "ty": 10**9, "ti": 10**9, "billion": 10**9,
}  # fmt: skip
_CURRENCY: Final = frozenset(("dong", "d", "vnd", "dong viet nam"))


def tidy(text: str) -> str:
    """A cell's text as it was meant: one plain space where there were several or unbreakable ones, none at its ends,
    and without the apostrophe by which Excel marks text. Line ends stay."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.strip().split("\n"))
    tidied = "\n".join(line for line in lines if line)
    return tidied[1:].lstrip() if tidied.startswith("'") and tidied.count("'") == 1 else tidied


def whole_number(text: str, money: bool = False) -> int | Unclear:
    """A count, or an amount of đồng, which may name its unit where `money` is asked. 450.000, 450 000 and 450.000,00
    are one number; 5,000 and 1.2 could be two; 5.000 tờ and 450 triệu are refused with the figure to write. A minus
    is read: whether a number may be negative is the caller's question."""
    said = tidy(text)
    sign, said = (-1, said[1:].strip()) if said[:1] in {"-", "−"} else (1, said)
    found = _digits(said)
    if isinstance(found, Unclear) and found.code == "number-not-understood":
        found = _with_unit(said, money)
    return found if isinstance(found, Unclear) else sign * found


def _digits(said: str) -> int | Unclear:
    """A number without anything beside it."""
    if _PLAIN.fullmatch(said):
        return _counted(said)
    if _GROUPED.fullmatch(said) or _GROUPED_BY_COMMAS.fullmatch(said):
        return _counted(re.sub(r"\.0+$", "", said) if "," in said else said)
    if found := _NOUGHT_AFTER.fullmatch(said):
        return _counted(found[1])
    if (found := _COMMA.fullmatch(said)) or (found := _POINT.fullmatch(said)):
        return _of_two_readings(found[1], found[2], "," in said)
    code = "number-parted" if _PARTED.fullmatch(said) else "number-not-understood"
    return Unclear(code, {})


def _counted(said: str) -> int | Unclear:
    """A number by its digits; a nought in front is how two digits are written (05), else a telephone's or a card's."""
    digits = re.sub(r"[^0-9]", "", said)
    if len(digits) > MOST_DIGITS_OF_A_NUMBER or (digits.startswith("0") and len(digits) > 2):
        return Unclear("number-not-understood", {})
    return int(digits)


def _of_two_readings(whole: str, rest: str, comma: bool) -> int | Unclear:
    """5,000: five, or five thousand parted as in English. 1.2: one and two tenths, or 1.200 whose noughts a machine
    took away. 12,5 can only be a part of a whole."""
    long = len(whole) > MOST_DIGITS_OF_A_NUMBER or len(rest) > MOST_DIGITS_OF_A_NUMBER
    if long or (comma and (len(rest) != 3 or len(whole) > 3 or whole.startswith("0"))):
        return Unclear("number-not-whole", {})
    part = rest.rstrip("0")
    one = f"{int(whole)},{part}" if part else str(int(whole))
    return Unclear("number-two-readings", {"one": one, "other": str(int(whole + rest.ljust(3, "0")))})


def _with_unit(said: str, money: bool) -> int | Unclear:
    """A number with words behind it: 450 triệu, 5.000 tờ, 450.000 đồng."""
    found = _WITH_REST.fullmatch(said)
    if not found:
        return Unclear("number-not-understood", {})
    rest = _SPACE.sub(" ", fold(found[2])).strip(" .")
    number = _digits(found[1].strip())
    if money and rest in _CURRENCY:
        return number
    power = _POWERS.get(rest.removesuffix(" dong").removesuffix(" vnd").strip(), 1)
    amount = _times(found[1].strip(), power) if power > 1 else number
    if isinstance(amount, Unclear) or _DIGIT.search(found[2]):  # 1E+03 is no 1, and 500 tờ x 2 no 500
        return Unclear("number-not-understood", {})
    return Unclear("number-with-words", {"rest": found[2].strip(), "number": str(amount)})


def _times(said: str, power: int) -> int | Unclear:
    """1,5 tỷ: a decimal is fine beside a power of ten; 2.000 triệu could be two or two thousand of them."""
    if not (found := re.fullmatch(r"([0-9]{1,6})(?:[,.]([0-9]{1,2}))?", said)):
        return Unclear("number-not-understood", {})
    return int(found[1]) * power + int((found[2] or "0").ljust(3, "0")) * power // 1000


_YES: Final = frozenset(("co", "x", "v", "✓", "✔", "☑", "☒", "yes", "y", "true", "dung", "da", "da co", "roi"))
_NO: Final = frozenset(("khong", "khong co", "chua", "chua co", "no", "n", "false", "sai"))


def yes_or_no(text: str) -> bool | Unclear:
    """có, x, yes; không, chưa, no: with or without marks and in any case. A number is neither."""
    said = fold(tidy(text)).strip(" .")
    if said in _YES or said in _NO:
        return said in _YES
    return Unclear("not-yes-no", {})
