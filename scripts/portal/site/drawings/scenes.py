"""Drawings as files of their own, for pages that show one only where there is room for it: a phone does not ask for it.

Each holds the drawing twice, on the light ground and below it on the dark one; a style shows one half. What the classes
of a drawing look like is written into its parts, as a server's policy lets no file bring a style of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.content.known.house.colours import DARK, ROOT, Colours
from portal.language.drawing_names import LOUDSPEAKER_DRAWING
from portal.language.vocabulary import CONVENTIONS, RECORDINGS

WIDE, HIGH = 240, 160
_DRAWN: Final = '{% import "partials/drawings.html" as pictures %}{{ pictures.drawing(name) }}'
_SELECTOR: Final = re.compile(r"(?:\.(?P<parent>[\w-]+) > )?(?P<own>\*|(?:\.[\w-]+)+)")
_TOKEN: Final = re.compile(r"--(\w+): (#[0-9a-f]+);")


@dataclass(frozen=True)
class Paint:
    """What a rule says of parts with all these classes, in one with the class `parent`, "" for any."""

    parent: str
    classes: frozenset[str]
    said: Mapping[str, str]

    @property
    def weight(self) -> int:
        """Which of two rules wins, as in a browser: the one with more classes."""
        return len(self.classes) + bool(self.parent)


def scene_path(name: str) -> str:
    """Where the file of a drawing stands in the site."""
    return f"assets/drawings/{name}.svg"


def light_path(name: str) -> str:
    """Where the same drawing stands once, on the light ground: for pages of others."""
    return f"assets/drawings/{name}-light.svg"


POSTER: Final = scene_path(RECORDINGS)
"""People who listen: what a film shows before it plays, on the light ground alone."""


def scenes(root: Path, colours: Colours) -> dict[str, bytes]:
    """The drawings of the conventions by their paths in the site, each also on the light ground alone, and the poster
    of films, from the templates and the style under `root`."""
    loader = FileSystemLoader(root / "overrides")
    drawn = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).from_string(_DRAWN)
    style = (root / "docs/styles/drawings.css").read_text("utf-8")
    paints = tuple(sorted(_paints(style), key=lambda paint: paint.weight))
    fixed = dict(_TOKEN.findall((root / "docs/styles/tokens.css").read_text("utf-8").partition("\n@ground")[0]))
    halves = [{**fixed, **_shown(colours, part)} for part in (ROOT, DARK)]
    wanted = {scene_path(name): (name, halves) for name in CONVENTIONS}
    wanted |= {light_path(name): (name, halves[:1]) for name in CONVENTIONS}
    wanted[POSTER] = (LOUDSPEAKER_DRAWING, halves[:1])
    return {path: _scene(drawn.render(name=name), paints, some).encode() for path, (name, some) in wanted.items()}


def _shown(colours: Colours, part: str) -> dict[str, str]:
    return {one.name: colours.value(part, one.name) or "none" for one in colours.declared}


def _paints(style: str) -> Iterator[Paint]:
    for rule in style.split("}"):
        head, _, body = rule.rpartition("{")
        said = {
            name.strip(): value.strip()
            for name, colon, value in (one.partition(":") for one in body.split(";"))
            if colon
        }
        for selector in head.strip().rpartition("\n")[2].split(", "):
            if found := _SELECTOR.fullmatch(selector):
                yield Paint(found["parent"] or "", frozenset(re.findall(r"[\w-]+", found["own"])), said)


def _scene(svg: str, paints: tuple[Paint, ...], halves: list[dict[str, str]]) -> str:
    drawn = []
    for number, colours in enumerate(halves):
        drawing = ET.fromstring(svg)
        for part in drawing:
            _paint(part, "", paints, colours)
        inside = "".join(ET.tostring(part, "unicode").strip() for part in drawing)
        drawn.append(
            f'<svg y="{number * HIGH}" width="{WIDE}" height="{HIGH}" stroke-linecap="round" stroke-linejoin="round">'
            f'<path fill="{colours["tint"]}" d="M0 0h{WIDE}v{HIGH}h-{WIDE}z"/>{inside}</svg>'
        )
    size = f'width="{WIDE}" height="{HIGH * len(halves)}" viewBox="0 0 {WIDE} {HIGH * len(halves)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>\n'


def _paint(part: ET.Element, parent: str, paints: tuple[Paint, ...], colours: Mapping[str, str]) -> None:
    """Writes into a part and those inside it what the rules say of them; `parent` has the classes around it."""
    own = part.attrib.pop("class", "")
    has = set(own.split())
    for paint in paints:
        if paint.classes <= has and (not paint.parent or paint.parent in parent.split()):
            part.attrib.update({name: _in_colours(value, colours) for name, value in paint.said.items()})
    part.text = part.tail = None
    for one in part:
        _paint(one, own, paints, colours)


def _in_colours(value: str, colours: Mapping[str, str]) -> str:
    return re.sub(r"var\(--([\w-]+)\)", lambda name: colours[name[1]], value)
