"""Scripts that put no space between words: their letters as clusters, the smallest pieces a word can be cut into.

A cluster is a letter with the marks on it, the vowels written before it and those behind it. Neighbours make pairs, as
syllables do in Vietnamese, so that a word is found wherever it stands. In Tai Viet some write spaces between words and
others none (The Unicode Standard, "Tai Viet", on word spacing): cut so, both find each other.
docs/scripts/search/clusters.js does the same; tests/corpora/terms.json holds both to one table.
"""

import re
from typing import Final

_UNSPACED: Final = r"\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\uaa80-\uaac2\uaadb-\uaadd"
"""Letters, vowels and tones of Thai, Lao and Tai Viet; their digits and signs are none."""
_BEFORE: Final = r"\u0e40-\u0e44\u0ec0-\u0ec4\uaab5\uaab6\uaab9\uaabb\uaabc"
"""Vowels written before the letter they are said after (Unicode's Logical_Order_Exception)."""
_AFTER: Final = (
    r"\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece"
    r"\uaab0-\uaab4\uaab7\uaab8\uaaba\uaabd-\uaac2"
)
"""Vowels, tones and other marks on a letter or behind it."""
_TONES: Final = re.compile(r"[\u0e48-\u0e4b\u0ec8-\u0ecb\uaabf-\uaac2]")
_RUN: Final = re.compile(f"[{_UNSPACED}]+")
_CLUSTER: Final = re.compile(f"[{_BEFORE}]?[^{_BEFORE}{_AFTER}][{_AFTER}]*|[{_BEFORE}{_AFTER}]+")


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that puts no space between words."""
    return _RUN.search(text) is not None


def clusters(word: str) -> list[str]:
    """A word cut into clusters where its script asks for it; any other as it is."""
    found, end = [], 0
    for run in _RUN.finditer(word):
        found += [word[end : run.start()], *_CLUSTER.findall(run[0])]
        end = run.end()
    return [part for part in (*found, word[end:]) if part]


def without_tones(text: str) -> str:
    """A text without the tones of these scripts, which many do not write or type; its vowels stay."""
    return _TONES.sub("", text)
