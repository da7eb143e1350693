"""The pictures of print products as data addresses: the page's drawing in a scene, the mark, the code, woven bands."""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.content.known.house.colours import FIXED, ROOT, Colours
from portal.content.known.house.identity import Identity
from portal.reading.keeping.kept import CACHE
from portal.site.drawings.qr import kept_square
from portal.site.drawings.threads import HEIGHT, thread

_VARIABLE: Final = re.compile(r"var\(--([a-z-]+)\)")
_DRAWN_WITH: Final = ("drawings.css", "welcome.css")
"""The styles of the site that colour its drawings: what they say of anything else matches nothing in a scene."""
_PEOPLE: Final = re.compile(r"--(skin|hair): (#[0-9a-f]{6})")
_SKY: Final = ".s-sky { fill: var(--tint); }"
_OF_DRAWINGS: Final = (".d-", ".l-", ".s-")


@dataclass(frozen=True)
class Scene:
    """A drawing by its name, the part of it that is shown (viewBox), and the style that colours it."""

    name: str
    box: str
    style: str


@cache
def templates(house: Path) -> Environment:
    """The house's templates as print products take them: strict, and with everything escaped."""
    loader = FileSystemLoader(house / "overrides")
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=True, trim_blocks=True)


def colour_rules(colours: Colours) -> str:
    """The portal's colours on paper as declarations of CSS."""
    known = {one.name: colours.value(ROOT, one.name) for one in colours.declared if one.part == ROOT}
    known |= FIXED
    return "".join(f"--{name}:{value};" for name, value in known.items() if value)


@cache
def scene_address(house: Path, identity: Identity, name: str, box: str) -> str:
    """A drawing in its scene."""
    scene = Scene(name, box, scene_style(house, identity.colours))
    return picture_address(templates(house).get_template("publications/scene.html").render(scene=scene))


@cache
def scene_style(house: Path, colours: Colours) -> str:
    """The style of the site's drawings with every colour written out, as an SVG that stands alone needs it."""
    said = _SKY + "\n" + "\n".join((house / "docs/styles" / name).read_text("utf-8") for name in _DRAWN_WITH)
    parts = (rule.rpartition("{") for rule in said.split("}"))
    named = ((head.strip().rpartition("\n")[2].strip(), body) for head, _, body in parts)
    rules = "\n".join(f"{selector} {{{body}}}" for selector, body in named if selector.startswith(_OF_DRAWINGS))
    known = dict(_PEOPLE.findall((house / "docs/styles/tokens.css").read_text("utf-8")))
    return _VARIABLE.sub(lambda one: known.get(one[1]) or colours.value(ROOT, one[1]) or "#000000", rules)


def mark_address(identity: Identity) -> str:
    """The portal's mark."""
    return picture_address(identity.mark)


@cache
def code_address(house: Path, url: str) -> str:
    """The code that leads a phone to an address."""
    code = kept_square(house / CACHE, url)
    strokes = f'<path stroke="#000" d="{code.path}"/>'
    return picture_address(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">{strokes}</svg>'
    )


@cache
def landscape_address(house: Path, identity: Identity) -> str:
    """The landscape of the home page."""
    scene = Scene("", "0 0 1200 260", scene_style(house, identity.colours))
    return picture_address(templates(house).get_template("publications/landscape.html").render(scene=scene))


@cache
def band_address(code: str, colour: str) -> str:
    """One repeat of a convention's woven band in a colour; all seven in a row for a page of none."""
    one = thread(code or "crc")
    path = f'<path fill="{colour}" d="{one.path}"/>'
    return picture_address(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {one.width} {HEIGHT}">{path}</svg>')


def picture_address(svg: str) -> str:
    """A drawing (SVG) as a data address."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
