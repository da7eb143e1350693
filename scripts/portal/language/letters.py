"""Letters that look right and are not: signs nobody sees, letters of another alphabet, bytes that lost their font."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_UNSEEN: Final = (
    r"\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # controls
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphen, joiners, fillers
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # zero width, direction, line separators
    r"\U000e0000-\U000e0fff"  # tags and variation selectors
)
_LOST: Final = r"\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
"""What a wrong conversion leaves, and what only one font can show."""
_LOOKALIKES: Final = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_STRANGE: Final = re.compile(rf"(?P<unseen>[{_UNSEEN}])|(?P<lost>[{_LOST}])|(?P<alike>[{''.join(_LOOKALIKES)}])")
_FOREIGN: Final = r"\u0370-\u03ff\u0400-\u052f"
_LATIN: Final = "A-Za-zÀ-ɏḀ-ỿ"
_MIXED: Final = re.compile(rf"(?<=[{_LATIN}])[{_FOREIGN}]|[{_FOREIGN}](?=[{_LATIN}])")
"""A Greek or Cyrillic letter inside a word of Latin ones."""

_ANY: Final = re.compile(f"[{_UNSEEN}{_LOST}{''.join(_LOOKALIKES)}{_FOREIGN}]")
"""One look tells that a text has none of them, as nearly all have."""


@dataclass(frozen=True)
class StrangeLetter:
    """A letter to mend: where it stands in the text, its number ("U+200B"), and what to write instead, if anything."""

    index: int
    code: str
    character: str
    instead: str = ""


def strange_letters(text: str) -> Iterator[StrangeLetter]:
    """Every sign that a reader cannot see, or takes for another; line breaks and tabs are none."""
    if not _ANY.search(text):
        return
    for found in _STRANGE.finditer(text):
        code = {"unseen": "letter-unseen", "lost": "letter-lost", "alike": "letter-alike"}[str(found.lastgroup)]
        yield StrangeLetter(found.start(), code, _number(found[0]), _LOOKALIKES.get(found[0], ""))
    for found in _MIXED.finditer(text):
        yield StrangeLetter(found.start(), "letter-foreign", f"{found[0]} ({_number(found[0])})")


def _number(letter: str) -> str:
    return f"U+{ord(letter):04X}"
