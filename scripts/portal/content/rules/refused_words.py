"""Words that stay out of what the portal says: motives and threats in answers to claims, praise on any page."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from portal.language.locales import ENGLISH, VIETNAMESE

MOTIVES: Final[Mapping[str, tuple[str, ...]]] = {
    VIETNAMESE: (
        "thế lực thù địch", "luận điệu", "chiêu bài", "xuyên tạc", "phản động", "chống phá", "bịa đặt", "vu cáo",
        "vu khống", "bôi nhọ", "âm mưu", "thủ đoạn", "núp bóng", "đội lốt", "cố tình", "lừa bịp", "tay sai",
        "kích động", "ác ý",
    ),
    ENGLISH: (
        "hostile force", "smear", "reactionary", "distort", "slander", "fabricat", "plot against", "ill will",
        "malicious", "so-called", "propaganda", "agitat", "deliberately mislead", "sabotage",
    ),
}  # fmt: skip
LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    VIETNAMESE: (
        "thế lực thù địch", "các thế lực thù", "luận điệu", "chiêu bài", "phản động", "núp bóng", "đội lốt", "tay sai",
        "bôi nhọ", "bịa đặt", "chống phá",
    ),
    ENGLISH: ("hostile force", "smear", "reactionary", "ill will", "malicious"),
}  # fmt: skip
"""Those of the words above that are nothing but a label for other people, on whatever page: laws use the others."""
THREATS: Final[Mapping[str, tuple[str, ...]]] = {
    VIETNAMESE: (
        "sẽ bị xử lý", "xử lý nghiêm", "bị truy cứu", "sẽ bị phạt", "bị khởi tố", "hãy tố giác", "hãy báo công an",
        "báo ngay cho công an", "trừng trị",
    ),
    ENGLISH: (
        "will be punished", "will be prosecuted", "will be fined", "severely dealt with", "report this person",
        "report them to", "tell the police",
    ),
}  # fmt: skip
PRAISE: Final[Mapping[str, tuple[str, ...]]] = {
    VIETNAMESE: (
        "to lớn", "vượt bậc", "vẻ vang", "ngời sáng", "rực rỡ", "kỳ tích", "thắng lợi vang dội", "đáng tự hào",
        "rất ấn tượng", "đầy ấn tượng", "ưu việt", "chỉ đạo quyết liệt", "quyết liệt, đồng bộ", "đồng bộ, quyết liệt",
    ),
    ENGLISH: (
        "remarkabl", "glorious", "tremendous", "impressive", "spectacular", "brilliant", "outstanding achievement",
        "resounding", "admirabl", "proud of",
    ),
}  # fmt: skip
_OPENING: Final = re.compile(r"<q\b|<blockquote\b|“|\"|^>", re.MULTILINE)
_CLOSING: Final = {"<q": "</q>", "<blockquote": "</blockquote>", "“": "”", '"': '"', ">": "\n"}
"""What begins a quotation, and what ends it; straight marks and ">" end on their line."""
_GAP: Final = r"(?:\s|[*_]|&nbsp;|&\#160;)+"
"""What may stand between two words of a phrase: blanks of any kind, a line's end, marks for bold and italics."""


def refused(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that imputes a motive outside quotation."""
    yield from _found(text, MOTIVES.get(lang, ()))


def labels(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that is a label for people, outside quotation."""
    yield from _found(text, LABELS.get(lang, ()))


def threats(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that threatens, or asks to report people, outside quotation."""
    yield from _found(text, THREATS.get(lang, ()))


def praise(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that praises outside quotation: a figure with its source says more."""
    yield from _found(text, PRAISE.get(lang, ()))


def unquoted(text: str) -> str:
    """The text with every quotation blanked out, its lines kept. Takes time in proportion to the text."""
    parts, end, missing = list[str](), 0, set[str]()
    while opening := _OPENING.search(text, end):
        start, sign = opening.start(), opening[0]
        stop = -1 if sign in missing else _stop(text, opening.end(), sign)
        if stop < 0 and sign != '"':
            missing.add(sign)
        parts.append(text[end:start])
        end = stop if stop >= 0 else opening.end()
        parts.append(re.sub(r"[^\n]", " ", text[start:end]) if stop >= 0 else text[start:end])
    return "".join([*parts, text[end:]])


def _stop(text: str, start: int, sign: str) -> int:
    """Where a quotation ends that begins before `start`; -1 where nothing ends it."""
    closing = _CLOSING[sign]
    found = text.find(closing, start, _line_end(text, start) if sign == '"' else None)
    if sign == ">":
        return found if found >= 0 else len(text)
    return found + len(closing) if found >= 0 else -1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_GAP.join(map(re.escape, word.split()))}")


def _found(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    whole = text.casefold()
    asked = [word for word in words if all(part in whole for part in word.split())]  # none, for most texts
    folded = unquoted(text).casefold() if asked else ""
    for word in asked:
        for match in _pattern(word).finditer(folded):
            yield folded.count("\n", 0, match.start()), word
