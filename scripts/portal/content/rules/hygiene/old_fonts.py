"""Texts that a wrong encoding spoilt: written for the fonts of TCVN3 or VNI, or UTF-8 read as another code page."""

import re
from typing import Final

_LEAST: Final = 2
"""So many on one line: one sign alone may be a foreign name's own."""
_LETTER: Final = r"[^\W\d_]"
_TCVN3: Final = re.compile(
    rf"[a-z][À-ÖØ-Þ]|{_LETTER}[¨©ª«¬\u00ad®°±²³´µ¶¸¹»½¾¦§−]+{_LETTER}|(?<!\w)[§®][¹¸µ¶·©ªcihnoAEIOUa-z]{{1,2}}{_LETTER}?"
)
_VNI: Final = re.compile(
    r"[aeouy][ïøåäëûü]|a[ùõâêáàã]|e[ùõâáàã]|[öô][ôïùøûõ]|\bñ[aeiouöô]|[AEOUY][ÏØÅÄËÛ]|A[ÙÕÂÊÁÀÃ]|\bÑ[AEIOUÖÔaeiouö]"
)
_VNI_SIGNS: Final = "ïøåäëûüùõâêáàãôñÏØÅÄËÛÙÕÂÊÁÀÃÑ"
_MAY_BE_VNI: Final = re.compile(
    rf"[{_VNI_SIGNS}](?:(?<=[aeouyAEOUY][ïøåäëûüÏØÅÄËÛ])|(?<=[aeAE][ùõâêáàãÙÕÂÊÁÀÃ])|(?<=[öô][ôïùøûõ])|(?<=[ñÑ]))"
)
_MAY_BE_TCVN3: Final = re.compile(r"[À-ÖØ-Þ¨©ª«¬\u00ad®°±²³´µ¶¸¹»½¾¦§−](?:(?<=[a-z].)|(?<![À-ÖØ-Þ]))")
_MOJIBAKE: Final = re.compile(r"[À-ô][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}")
_WORD: Final = re.compile(r"\S+")
_LOST_D: Final = re.compile(r"Ä(?=[a-zà-ỹ])")
"""Of the two bytes of Đ Windows shows only the first."""
_LOST: Final = re.compile(r"á[»º]|[ÃÄÆ](?=[a-zà-ỹ])")
"""The first bytes of a letter whose last one has no sign."""
_QUOTES: Final = "–—‘’‚“”„…•"
_VIETNAMESE: Final = re.compile(r"[À-ỹ“”‘’–—…•₫ ]")


def old_font(line: str) -> bool:
    """Whether a line was typed for a font of TCVN3 or VNI: "TØnh §iÖn Biªn", "tænh Ñieän Bieân"."""
    while spoilt := mojibake(line):
        line = line.replace(spoilt, " ")
    return any(len(pattern.findall(line)) >= _LEAST for pattern in (_TCVN3, _VNI))


def may_be_of_old_font(text: str) -> bool:
    """Whether a line of a text may be such a one; of nearly all texts this tells that none is, in a tenth of the time
    that the patterns take, which begin with letters that every word has."""
    return bool(_MAY_BE_TCVN3.search(text) or _MAY_BE_VNI.search(text))


def mojibake(line: str) -> str:
    """The first letter of a line that UTF-8 became when it was read as another code page; "" where there is none."""
    for found in _MOJIBAKE.finditer(line):
        for length in range(len(found[0]), 1, -1):
            if _was(found[0][:length]):
                return found[0][:length]
    return ""


def without_mojibake(line: str) -> str:
    """A line with each such letter as it was; the line itself where a byte was lost on the way, so that only a person
    can tell what stood there."""
    if not mojibake(line):
        return line
    words = _WORD.sub(lambda word: _LOST_D.sub("Đ", word[0]) if mojibake(word[0]) else word[0], line)
    now = _MOJIBAKE.sub(lambda found: _letters(found[0]), words)
    return line if _LOST.search(now) or mojibake(now) else now


def _letters(signs: str) -> str:
    """A run of signs with the letter that begins it, and what follows, as they were."""
    for length in range(len(signs), 1, -1):
        if meant := _meant(signs[:length]):
            return meant + signs[length:]
    return signs


def _was(signs: str) -> bool:
    """Whether these signs are the bytes of one Vietnamese letter; a capital before a closing quotation mark is none."""
    return _meant(signs) != ""


def _meant(signs: str) -> str:
    """The Vietnamese letter, or sign, whose bytes these signs show; "" where they show none."""
    if len(signs) == _LEAST and signs[1] in _QUOTES:
        return ""
    try:
        meant = b"".join(_byte(sign) for sign in signs).decode("utf-8")
    except UnicodeError:
        return ""
    return meant if _VIETNAMESE.fullmatch(meant) else ""


def _byte(sign: str) -> bytes:
    """The byte that Windows, or else Latin-1, shows as this sign."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
