"""The map of tiles: every commune and ward as one tile near where it lies, grey where nothing is known of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from portal.content.known.communes import Commune
from portal.language.words import Words
from portal.language.written import written_number

LEVELS: Final = 4
"""Shades from pale to strong: each is a quarter of the largest value."""


@dataclass(frozen=True)
class Tile:
    """One commune or ward: its place on the map, what is known of it in words, and its shade from 1 to LEVELS; 0 where
    nothing is known."""

    name: str
    row: int
    column: int
    text: str
    level: int


@dataclass(frozen=True)
class TileMap:
    """All tiles, from the north-west, and what a reader needs to know of them."""

    title: str
    known: str
    note: str
    tiles: tuple[Tile, ...]


def tile_map(communes: Iterable[Commune], values: Mapping[str, float | None], text: Words) -> TileMap | None:
    """The map of some values by the ids of communes; None where there is no value to show or no commune."""
    known = {name: value for name, value in values.items() if value is not None}
    most = max(known.values(), default=0.0)
    shaded = {name: (written_number(value, text), _level(value, most)) for name, value in known.items()}
    return tiles_of(communes, shaded, {}, text, "tiles") if known else None


def tiles_of(
    communes: Iterable[Commune],
    known: Mapping[str, tuple[str, int]],
    unknown: Mapping[str, str],
    text: Words,
    said: str,
) -> TileMap | None:
    """The map of what is known of communes, by their ids: words and a shade from 1 to LEVELS; `unknown` are words for
    grey ones that have words of their own. `said` is where the words around it stand: "tiles" for tiles.title. None
    where there are no communes."""
    places = sorted(communes, key=lambda commune: (commune.row, commune.column))
    missing = text.say("figure_missing")
    tiles = tuple(
        Tile(one.name, one.row, one.column, *known.get(one.id, (unknown.get(one.id, missing), 0))) for one in places
    )
    shown = {"known": sum(tile.level > 0 for tile in tiles), "count": len(tiles)}
    title, known_of, note = (text.say(f"{said}.{what}", **shown) for what in ("title", "known", "note"))
    return TileMap(title, known_of, note, tiles) if tiles else None


def _level(value: float, most: float) -> int:
    """A quarter of the largest value a shade."""
    return max(1, min(LEVELS, -int(-value * LEVELS // most))) if most > 0 else 1
