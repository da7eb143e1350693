"""The portal's identity, docs/identity/: its mark, its flower, its colours; a corpus's own files before the house's."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from portal.content.known.house.colours import Colours, read_colours
from portal.reading.files import is_file

IDENTITY: Final = "docs/identity"
MARK, FLOWER, COLOURS = "mark.svg", "flower.svg", "colours.css"
IDENTITY_FILES: Final = (MARK, FLOWER, COLOURS)
FLOWER_PARTS: Final = ("petal", "vein", "stamen")

_NUMBER = r"-?\d+(?:\.\d+)?(?![\d.])[ ,]*"
PETAL: Final = re.compile(rf"M(?:{_NUMBER}){{2}}(?:C(?:{_NUMBER}){{6}})+z")
"""The outline of a petal: one line of curves, whose numbers count from the middle of the flower."""
_STROKES = re.compile(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+")


@dataclass(frozen=True)
class Flower:
    """A flower of five petals around the middle of a square from -50 to 50: the upright petal, its veins and the
    stamens as SVG paths; how far its heart reaches."""

    petal: str
    vein: str
    stamen: str
    heart: str


PLAIN_FLOWER: Final = Flower("M0-5C-14-14-14-44 0-46C14-44 14-14 0-5z", "M0-9V-36", "M0 0V-10", "3.4")
"""What is shown where a preview cannot read the flower."""


@dataclass(frozen=True)
class Identity:
    """The mark as SVG, the flower, the colours."""

    mark: str
    flower: Flower
    colours: Colours


PLAIN_IDENTITY: Final = Identity("", PLAIN_FLOWER, Colours(()))


def read_identity(corpus: Path, house: Path) -> Identity:
    """The identity of a corpus; what it does not have is the house's."""
    mark, flower, colours = (_of(name, corpus, house).read_text(encoding="utf-8") for name in IDENTITY_FILES)
    return Identity(mark, read_flower(flower) or PLAIN_FLOWER, read_colours(colours))


def _of(name: str, corpus: Path, house: Path) -> Path:
    own = corpus / IDENTITY / name
    return own if is_file(own) else house / IDENTITY / name


def read_flower(text: str) -> Flower | None:
    """The flower of a drawing whose parts are told by their ids; None where one is missing or not as it must be."""
    if re.search(r"<![A-Z[]", text):
        return None  # no entity that grows
    try:
        found = {element.get("id"): element for element in ElementTree.fromstring(text).iter()}
    except (ElementTree.ParseError, ValueError):
        return None
    paths = [(found[name].get("d") or "") if name in found else "" for name in FLOWER_PARTS]
    heart = (found["heart"].get("r") or "") if "heart" in found else ""
    whole = PETAL.fullmatch(paths[0]) and all(map(_STROKES.fullmatch, paths)) and re.fullmatch(r"\d+(\.\d+)?", heart)
    return Flower(paths[0], paths[1], paths[2], heart) if whole else None
