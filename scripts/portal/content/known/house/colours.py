"""The portal's colours, docs/identity/colours.css: names and values for both grounds and the share cards."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

ROOT, DARK, CARD = ":root", "@ground dark", "@card"
UNCHANGED: Final = ("night", "slate", "blue", "iris", "orchid", "blossom", "rose", "amber", "honey")
"""Colours that no ground changes."""
ON_A_GROUND: Final = (
    "paper", "surface", "ink", "muted", "line", "tint", "indigo", "on-indigo", "ban", "gold", "leaf", "red", "deep",
    "deep-ink", "petal",
)  # fmt: skip
OF_A_CARD: Final = ("ground", "ink", "notice", "lit", "dim", "gold", "faint", "faint-lit")
NAMES: Final[Mapping[str, tuple[str, ...]]] = {ROOT: (*UNCHANGED, *ON_A_GROUND), DARK: ON_A_GROUND, CARD: OF_A_CARD}
"""The colours of each part of the file: all of them, and no others."""
LEAST_CONTRAST: Final = 4.5
"""Of text on its ground: WCAG 2.2, 1.4.3, level AA."""
_GROUNDS: Final = ("paper", "surface", "tint")
READ: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    ROOT: (
        *((name, ground) for name in ("ink", "muted", "indigo", "ban", "gold", "leaf", "red") for ground in _GROUNDS),
        *(("on-indigo", "indigo"), ("deep-ink", "deep"), ("rose", "deep")),
        *(("night", "white"), ("slate", "white"), ("white", "orchid")),
    ),
    CARD: (("ink", "ground"), ("notice", "ground")),
}
"""What is read on what, by part; on the dark ground the same as on the light one."""
FIXED: Final[Mapping[str, str]] = {"white": "#ffffff"}

_PIECE = re.compile(
    r"\s+|/\*.*?\*/|(?P<part>:root|@ground dark|@card)\s*\{|(?P<end>\})"
    r"|--(?P<name>[a-z-]+):\s*(?P<value>#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}|var\(--[a-z-]+\))\s*;",
    re.DOTALL,
)


@dataclass(frozen=True)
class Colour:
    """A colour as it is declared: in which part of the file, on which line, its value a number or var(--another)."""

    part: str
    name: str
    value: str
    line: int


@dataclass(frozen=True)
class Colours:
    """Every colour in the order of the file; `strange` is what stands there besides, by line."""

    declared: tuple[Colour, ...]
    strange: tuple[tuple[int, str], ...] = ()

    def found(self, part: str, name: str) -> Colour | None:
        """A colour as that part of the file sees it: the dark ground has all the light one has; the later one wins."""
        for seen in (DARK, ROOT) if part == DARK else (part,):
            for one in reversed(self.declared):
                if (one.part, one.name) == (seen, name):
                    return one
        return None

    def value(self, part: str, name: str) -> str | None:
        """A colour as #rrggbb; None where it is not declared, or leads nowhere but to itself."""
        for _ in self.declared or (None,):
            if name in FIXED:
                return FIXED[name]
            one = self.found(part, name)
            if one is None or one.value.startswith("#"):
                return _six(one.value) if one else None
            name = one.value.removeprefix("var(--").removesuffix(")")
        return None


def read_colours(text: str) -> Colours:
    """The colours of the text of the file; nothing is raised. What is no colour of a part is among `strange`."""
    pieces = tuple(_pieces(text))
    declared = tuple(one for one in pieces if isinstance(one, Colour))
    return Colours(declared, tuple(one for one in pieces if not isinstance(one, Colour)))


def _pieces(text: str) -> Iterator[Colour | tuple[int, str]]:
    part, at, line = "", 0, 1
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None or (found["part"] and part) or ((found["end"] or found["name"]) and not part):
            strange = re.split(r"(?<=;)|\n", text[at:], maxsplit=1)[0]
            yield line, strange.strip()
            at += len(strange)
            continue
        if found["name"]:
            yield Colour(part, found["name"], found["value"], line)
        part = found["part"] or ("" if found["end"] else part)
        at, line = found.end(), line + found[0].count("\n")
    if part:
        yield line, f"{part} {{"


def contrast(one: str, other: str) -> float:
    """How far two colours (#rrggbb) stand apart, from 1 to 21, as WCAG 2.2 reckons it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _six(value: str) -> str:
    return value.lower() if len(value) == 7 else "#" + "".join(letter * 2 for letter in value[1:].lower())
