"""Words without their marks: what people type on cheap phones, and anchors and addresses made from it."""

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case without marks: "Lao động" becomes "lao dong"."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def slugify(text: str, separator: str = "-") -> str:
    """The anchor of a heading: "Quyền của em" becomes "quyen-cua-em"."""
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)
