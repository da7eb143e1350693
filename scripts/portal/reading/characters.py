"""Characters that no text of the portal may hold: they break feeds, hide, or make a line be read otherwise.

Also read before there is any package, by whatever Python somebody has: nothing newer than Python 3.8 is used here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from portal.language.letters import CodePoint, code_point

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"  # XML 1.0, 2.2, without the C1 block
_BREAKS = r"\u2028\u2029"  # YAML counts them as line ends, nobody sees them
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # turn what is read around: CVE-2021-42574
_HIDDEN = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0"
    r"\ufff9-\ufffb\U000e0000-\U000e0fff"  # soft hyphen, joiners, fillers, tags
)
_REFUSED = re.compile(f"[{_CONTROLS}{_BREAKS}{_DIRECTIONS}{_HIDDEN}]")
_UNSEEN = re.compile(f"[{_DIRECTIONS}{_HIDDEN}]")
_LINE_ENDS = re.compile(f"[{_BREAKS}\\x0b\\x0c]")
_UNPRINTABLE = re.compile(f"[{_CONTROLS}{_BREAKS}{_DIRECTIONS}{_HIDDEN}\\t\\n\\r]")
_STEERING = re.compile(f"(?![\\ud800-\\udfff])[{_CONTROLS}{_BREAKS}{_DIRECTIONS}{_HIDDEN}\\r]")  # a half of a pair: "?"
_NEAR = 24
_LEADS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xCD, 0xD8, 0xE3, 0xED, 0xEF, 0xF3))
"""Bytes of UTF-8 that begin such a character and hardly ever another one."""
_HARMLESS = bytes(byte for byte in range(256) if byte not in _LEADS)
_SHARED_LEADS = {
    b"\xc2": "".join(map(chr, (*range(0x80, 0xA0), 0xAD))),
    b"\xe1": "\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f",
    b"\xe2": "".join(map(chr, (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)))),
}
"""Bytes that begin such a character and also letters of Vietnamese, dashes and quotation marks."""


def surely_clean(data: bytes, text: str) -> bool:
    """Whether UTF-8 bytes, and the text they say, hold no such character: told at a tenth of the cost of looking for
    each. False says only that they have to be looked for."""
    if data.translate(None, _HARMLESS):
        return False
    return not any(lead in data and any(sign in text for sign in signs) for lead, signs in _SHARED_LEADS.items())


def refused_in(text: str) -> Iterator[tuple[int, CodePoint]]:
    """Where such a character stands in a text, from 0, and its name as people look it up: U+200B."""
    return ((found.start(), code_point(found[0])) for found in _REFUSED.finditer(text))


def around(text: str, index: int) -> str:
    """The letters beside a character, on its line, and it written out: kind<U+200B>: news."""
    before, after = text[:index].rpartition("\n")[2], text[index + 1 :].partition("\n")[0]
    return f"{before[-_NEAR:].lstrip()}<{code_point(text[index])}>{after[:_NEAR].rstrip()}"


def without_refused(text: str) -> str:
    """The text without such characters."""
    return _REFUSED.sub("", text)


def without_unseen(text: str) -> str:
    """The text without what nobody sees, and with a blank for what Word ends a line by. What a control once meant
    nobody can tell: it stays."""
    return _LINE_ENDS.sub(" ", _UNSEEN.sub("", text))


def on_one_line(text: str) -> str:
    """The text as one line that a terminal only shows: what would steer it is written out as <U+001B>."""
    return _UNPRINTABLE.sub(lambda found: f"<{code_point(found[0])}>", text)


def shown_only(text: str) -> str:
    """Lines that a terminal only shows, ended where they end: what would steer it, turn what is read around or is not
    seen is written out as <U+001B>."""
    return _STEERING.sub(lambda found: f"<{code_point(found[0])}>", text)


def escaped_in_json(text: str) -> str:
    """JSON in which whatever would steer a terminal, or turn what is read around, is written as its number."""
    return _UNPRINTABLE.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], text)
