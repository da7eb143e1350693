"""Words that stay out of what the portal says: motives and threats in answers to claims, praise on any page."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

MOTIVES: Final[Mapping[str, tuple[str, ...]]] = {
    "vi": (
        "thế lực thù địch", "luận điệu", "chiêu bài", "xuyên tạc", "phản động", "chống phá", "bịa đặt", "vu cáo",
        "vu khống", "bôi nhọ", "âm mưu", "thủ đoạn", "núp bóng", "đội lốt", "cố tình", "lừa bịp", "tay sai",
        "kích động", "ác ý",
    ),
    "en": (
        "hostile force", "smear", "reactionary", "distort", "slander", "fabricat", "plot against", "ill will",
        "malicious", "so-called", "propaganda", "agitat", "deliberately mislead", "sabotage",
    ),
}  # fmt: skip
THREATS: Final[Mapping[str, tuple[str, ...]]] = {
    "vi": (
        "sẽ bị xử lý", "xử lý nghiêm", "bị truy cứu", "sẽ bị phạt", "bị khởi tố", "hãy tố giác", "hãy báo công an",
        "báo ngay cho công an", "trừng trị",
    ),
    "en": (
        "will be punished", "will be prosecuted", "will be fined", "severely dealt with", "report this person",
        "report them to", "tell the police",
    ),
}  # fmt: skip
PRAISE: Final[Mapping[str, tuple[str, ...]]] = {
    "vi": (
        "to lớn", "vượt bậc", "vẻ vang", "ngời sáng", "rực rỡ", "kỳ tích", "thắng lợi vang dội", "đáng tự hào",
        "rất ấn tượng", "đầy ấn tượng", "ưu việt",
    ),
    "en": (
        "remarkabl", "glorious", "tremendous", "impressive", "spectacular", "brilliant", "outstanding achievement",
        "resounding", "admirabl", "proud of",
    ),
}  # fmt: skip
_QUOTED = re.compile(r"<q\b.*?</q>|<blockquote\b.*?</blockquote>|“[^”]*”|\"[^\"\n]*\"|^>.*$", re.DOTALL | re.MULTILINE)


def refused(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that imputes a motive outside quotation."""
    yield from _found(text, MOTIVES[lang])


def threats(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that threatens, or asks to report people, outside quotation."""
    yield from _found(text, THREATS[lang])


def praise(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """(line from 0, word) of each word that praises outside quotation: a figure with its source says more."""
    yield from _found(text, PRAISE[lang])


def unquoted(text: str) -> str:
    """The text with every quotation blanked out, its lines kept."""
    return _QUOTED.sub(lambda quote: re.sub(r"[^\n]", " ", quote[0]), text)


def _found(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    folded = unquoted(text).casefold()
    for word in words:
        for match in re.finditer(rf"(?<!\w){re.escape(word)}", folded):
            yield folded.count("\n", 0, match.start()), word
