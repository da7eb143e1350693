"""A person who can be recognised beside what hurts.

A name or initials, an age and a place, with illness, poverty or crime.

In a village of sixty houses an age is enough. Only the four together, in one paragraph, are told: each alone is what
pages about rights are made of."""

import re
from collections.abc import Iterator
from typing import Final

from portal.language.folding import fold, in_small_letters
from portal.reading.personal.names import full_names_in

_CAPITALISED: Final = r"(?:(?=[^\W\d_a-zđà-öø-ÿ])[^\W\d_]+)"
_WHO: Final = re.compile(
    r"(?<![^\W\d_])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Bb]é|[Cc]hủ hộ|[Hh]ọc sinh"
    r"|[Bb]ệnh nhân|[Nn]ạn nhân|[Bb]ị cáo|[Bb]ị can|[Nn]ghi phạm|[Pp]hạm nhân|Mr|Mrs|Ms|Miss)\.? "
    rf"((?:{_CAPITALISED}|[A-ZĐ]\.)(?:[ .]{{1,2}}{_CAPITALISED}|[A-ZĐ]\.)*)"
    rf"|(?<![^\W\d_.])((?:[A-ZĐ]\.){{2,4}}[A-ZĐ]?|{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}),? "
    r"(?=\(?(?:\d{1,3} tuổi|sinh năm|SN |aged? \d|\d{1,3}[ \-]years?[ \-]old))"
)
_AGE: Final = re.compile(
    r"\b\d{1,3} tuoi\b|\bsinh nam (?:19|20)\d\d|\bsn (?:19|20)\d\d|\baged? \d|\b\d{1,3}[ -]years?[ -]old"
    r"|\bborn in (?:19|20)\d\d"
)
_PLACE: Final = re.compile(
    rf"(?<![^\W\d_])(?:[Bb]ản|[Tt]hôn|[Xx]óm|[Tt]ổ dân phố|[Kk]hối|[Xx]ã|[Pp]hường|[Vv]illage|[Hh]amlet|[Cc]ommune)"
    rf"(?: of)? (?:{_CAPITALISED}|\d)|(?<![^\W\d_]){_CAPITALISED} (?:[Vv]illage|[Hh]amlet|[Cc]ommune|[Ww]ard)\b"
)
_PLIGHT: Final = re.compile(
    r"\b(?:hiv|aids|ung thu|lao phoi|benh (?:tam than|hiem ngheo|lao|phong)|tam than|tram cam|khuyet tat|khiem thi"
    r"|bi (?:cam|diec|mu|benh|nhiem|ban|lua|danh|bat|giam|ket an|khoi to|hiep|bo roi|bao hanh|xam hai|lam dung)"
    r"|mac benh|nhiem benh|nghien|ma tuy|ho (?:can )?ngheo|ngheo|doi an|an xin|neo don|mo coi|hiep dam|xam hai"
    r"|mua ban nguoi|bao luc|pham toi|tien an|tien su|toi trom|trom cap|giet nguoi|tu tu|tao hon|mang thai|pha thai"
    r"|di tu|tu giam|cai nghien|tu hinh|cancer|tuberculosis|mental(?:ly)? ill(?:ness)?|disab(?:led|ility)|addict(?:ed)?"
    r"|drugs?|depression|poor household|poverty|orphan(?:ed)?|rap(?:e|ed)|abused?|trafficked|arrested|convicted"
    r"|imprisoned|prison|sentenced|suicide|pregnant|child marriage|infected)\b"
)
_MAY_TELL: Final = ("tuổi", "tuoi", "sinh năm", "sinh nam", "sn ", "year old", "years old", "year-old", "born in")
_MAY_BE_AGED: Final = re.compile(r"aged? \d")
"""One look that tells of most texts that they speak of nobody's age."""

PLIGHT_FORMS: Final = {"who": _WHO, "age": _AGE, "place": _PLACE, "plight": _PLIGHT}
"""What the form page looks for too; age and plight in folded texts."""


def plights_in(said: str) -> Iterator[tuple[int, int]]:
    """Where such persons are named, (from, to): the first of each line of a text, whose paragraphs are lines."""
    small = in_small_letters(said)
    if not (any(words in small for words in _MAY_TELL) or _MAY_BE_AGED.search(small)):
        return
    start = 0
    for line in said.split("\n"):
        who = _person_in(line)
        if who:
            yield start + who[0], start + who[1]
        start += len(line) + 1


def _person_in(line: str) -> tuple[int, int] | None:
    folded = fold(line)
    if not (_AGE.search(folded) and _PLIGHT.search(folded) and _PLACE.search(line)):
        return None
    found = _WHO.search(line)
    return found.span(found.lastindex or 0) if found else next(full_names_in(line), None)
