"""The door by which all a program says leaves: it can be read on any console, and steers none.

Where a letter is lacking stands the nearest there is, never a traceback. Names of files, commits and whatever else
others wrote may hold signs that colour a terminal, turn a line around or hide: they are written out as <U+001B>,
whoever printed them. Like environment.py it needs nothing but Python's own library, and nothing newer than Python 3.8
knows.
"""

from __future__ import annotations

import codecs
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TextIO

from portal.reading.characters import shown_only

SIGNS = {
    **{"đ": "d", "Đ": "D", "×": "x", "·": "-", "•": "-", "–": "-", "—": "-", "…": "...", "→": "->", "←": "<-"},
    **{"≥": ">=", "≤": "<=", "“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "₫": "d"},
    **{"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "✓": "v"},
}
"""What stands for a letter or sign that has no marks to take off, in ASCII."""
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def speak_plainly() -> None:
    """Let both outputs write the nearest they can. A code page of Viet Nam (1258) has a tone only as a sign of its own
    after its letter; others have some letters, and ASCII none with marks. What would steer the console is shown."""
    for stream in (sys.stdout, sys.stderr):
        name = f"nearest-in-{stream.encoding}"
        codecs.register_error(name, _nearest_in(stream.encoding))
        stream.reconfigure(errors=name)  # type: ignore[union-attr]
        stream.write = partial(_write_shown, stream)  # type: ignore[method-assign]


def _write_shown(stream: TextIO, text: str) -> int:
    return type(stream).write(stream, shown_only(text))


class AsItIs:
    """A stream as it is, for what draws with the terminal's own signs and looks after the words itself."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return type(self._stream).write(self._stream, text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def speak_to_a_program() -> None:
    """What comes next on standard output is read by a program, where nobody looks on: UTF-8 and bare line feeds,
    whatever the console's own, so that JSON and CSV stay what they are."""
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]


def _nearest_in(encoding: str) -> Callable[[UnicodeError], tuple[str | bytes, int]]:
    def nearest(error: UnicodeError) -> tuple[str | bytes, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        letters = error.object[error.start : error.end]
        return "".join(next(_written(letter, encoding)) for letter in letters), error.end

    return nearest


def _written(letter: str, encoding: str) -> Iterator[str]:
    """The ways to write a letter, nearest first: with its tone after it, without it, without any mark, not at all."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(part for part in parts if part in _TONES)
    shaped = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    yield from (way for way in (shaped + tones, shaped) if _is_in(way, encoding))
    bare = "".join(part for part in SIGNS.get(letter, parts) if not unicodedata.combining(part))
    yield bare if bare.isascii() else "?"


def _is_in(text: str, encoding: str) -> bool:
    try:
        return bool(text.encode(encoding))
    except UnicodeEncodeError:
        return False
