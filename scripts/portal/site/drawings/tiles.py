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
    places = sorted(communes, key=lambda commune: (commune.row, commune.column))
    if not known or not places:
        return None
    most = max(known.values())
    tiles = tuple(_tile(commune, known.get(commune.id), most, text) for commune in places)
    shown = sum(tile.level > 0 for tile in tiles)
    return TileMap(
        title=text.say("tiles_title", count=len(tiles)),
        known=text.say("tiles_known", known=shown, count=len(tiles)),
        note=text.say("tiles_note"),
        tiles=tiles,
    )


def _tile(commune: Commune, value: float | None, most: float, text: Words) -> Tile:
    said = text.say("figure_missing") if value is None else written_number(value, text)
    level = 0 if value is None else max(1, min(LEVELS, -int(-value * LEVELS // most))) if most > 0 else 1
    return Tile(commune.name, commune.row, commune.column, said, level)
