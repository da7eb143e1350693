"""The small values of print products: what came of drawing one, and one that is there to be taken."""

from dataclasses import dataclass


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
    its ending, how many bytes it has; `picture` is the path of its small picture, "" for words alone, whose `banner` is
    shown instead. `key` tells everything both are made of."""

    path: str
    place: str
    lang: str
    sheet: str
    form: str
    for_printers: bool
    size: int
    picture: str
    banner: str
    key: str
