"""Words without their marks: what people type on cheap phones, and anchors and addresses made from it.

The search page folds what is typed in the same way (docs/scripts/search/folding.js); tests/corpora/foldings.json holds
both to one table.
"""

import re
import unicodedata

from portal.language.clusters import is_unspaced, without_tones


def fold(text: str) -> str:
    """Lower case without marks: "Lao động" becomes "lao dong", also where a keyboard wrote the letter ð for đ. In Thai,
    Lao and Tai Viet vowels are marks too, and stay; tones go."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    if is_unspaced(plain):
        return _MARKED.sub(_without_mark, without_tones(plain))
    return "".join(c for c in plain if c.isascii() or not unicodedata.category(c).startswith("M"))


_MARKED = re.compile(r"[^\x00-\x7f]")


def _without_mark(found: re.Match[str]) -> str:
    return found[0] if is_unspaced(found[0]) or not unicodedata.category(found[0]).startswith("M") else ""


def in_small_letters(text: str) -> str:
    """A text in small letters, each in its place. Python, too, takes İ and ı for an i, and ſ for an s."""
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


def slugify(text: str, separator: str = "-") -> str:
    """The anchor of a heading: "Quyền của em" becomes "quyen-cua-em"."""
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)
