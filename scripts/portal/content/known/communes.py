"""Where each commune and ward stands on the map of tiles: data/communes.yml."""

from typing import Final

from pydantic import Field

from portal.content.strict import Strict
from portal.reading.fields import Slug, Text

COMMUNES_PATH: Final = "data/communes.yml"
MOST_TILES_ACROSS: Final = 12
"""Rows and columns of a map: more would be narrower than a letter on a phone."""


class Commune(Strict):
    """A commune or ward by the id of its people's committee (data/agencies.yml), with its name as people say it and
    the tile it has: a row and a column, counted from 1 in the north-west. A scheme, no map."""

    id: Slug
    name: Text
    row: int = Field(ge=1, le=MOST_TILES_ACROSS)
    column: int = Field(ge=1, le=MOST_TILES_ACROSS)
