"""Tables in the encodings that Excel still saves: "Unicode text" (UTF-16) and the Windows code page of Vietnamese.

Code page 1258 writes a letter and its tone as two bytes and is read only where the outcome can be Vietnamese. A file in
another old encoding (TCVN3, VNI), or one in which letters were lost as question marks, would give wrong words, so it is
left to be refused.
"""

import re
import unicodedata
from typing import Final

UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_SHAPES: Final = ("a", "a\u0306", "a\u0302", "e", "e\u0302", "i", "o", "o\u0302", "o\u031b", "u", "u\u031b", "y")
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS: Final = frozenset(unicodedata.normalize("NFC", shape + tone) for shape in _SHAPES for tone in _TONES)
_LETTERS: Final = _VOWELS | {chr(0x111)}
_SIGNS: Final = frozenset("\u00a0“”‘’–—…•°«»×·€²³½§©®™")
_LETTER, _CONSONANT = r"[^\W\d_]", rf"[^\W\d_{''.join(sorted(_VOWELS))}]"
_LOST: Final = re.compile(rf"{_LETTER}\?{_LETTER}|\b{_CONSONANT}+\?", re.IGNORECASE)
"""A letter lost: a question mark within a word, or behind consonants alone, of which no word here consists."""
_ADDRESS: Final = re.compile(r"https?://[^\s;,\"]+")  # a question mark in it is its own
_SIGN_IN_A_WORD: Final = re.compile(r"[^\W\d_][°«»×·€²³½§©®™][^\W\d_]")


def old_text(data: bytes) -> str | None:
    """What a table says that Excel saved in an encoding of its own; None where it is in UTF-8, or nobody can tell."""
    if data.startswith(UTF16_BOMS):
        return _decoded(data, "utf-16")
    if _decoded(data, "utf-8") is not None:
        return None
    said = _decoded(data, "cp1258")
    text = unicodedata.normalize("NFC", said) if said else None
    return text if text and can_be_vietnamese(text) else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def can_be_vietnamese(text: str) -> bool:
    """Whether a text, in whole letters, has only letters of Vietnamese and none that was lost."""
    strange = {sign for sign in text.lower() if not sign.isascii()} - _LETTERS - _SIGNS
    return not strange and not _LOST.search(_ADDRESS.sub("", text)) and not _SIGN_IN_A_WORD.search(text)
