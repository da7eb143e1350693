"""The small values of print products: what came of drawing one, and one that is there to be taken."""

from dataclasses import dataclass
from typing import Final

SMALL_WIDTH: Final = 260
"""Pixels of the width of a small picture: what a card shows on a phone, at double density."""


@dataclass(frozen=True)
class TooMuch:
    """What does not fit on a sheet in the smallest letters: the field, by how many millimetres."""

    field: str
    by: float


@dataclass(frozen=True)
class Printed:
    """The bytes of a product and of its small picture; or what does not fit, and the letters our typeface lacks."""

    content: bytes = b""
    picture: bytes = b""
    too_much: tuple[TooMuch, ...] = ()
    lacking: str = ""


@dataclass(frozen=True)
class MadeProduct:
    """A product that was made: `path` in the site, the page's `place` and language, the name of its sheet, its form by
    its ending, how many bytes it has; `picture` is the path of its small picture, "" without one, SMALL_WIDTH pixels
    wide and so many high; `banner` are the words of one that is words alone. `key` tells all that both are made of."""

    path: str
    place: str
    lang: str
    sheet: str
    form: str
    for_printers: bool
    size: int
    picture: str
    height: int
    banner: str
    key: str
