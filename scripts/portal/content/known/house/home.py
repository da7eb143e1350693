"""What editors choose for the home page: the numbers to call, the tiles, the figures, the findings: data/home.yml."""

from typing import Final, Literal, TypeVar

from pydantic import Field, field_validator

from portal.content.strict import Both, Strict
from portal.language import drawing_names
from portal.reading.fields import Slug, Text, problem

HOME_PATH: Final = "data/home.yml"
MOST_TILES, MOST_FIGURES = 6, 3
Some = TypeVar("Some")

Drawing = Literal[*drawing_names.DRAWINGS]  # type: ignore[valid-type]


class HomeCall(Strict):
    """A number of data/public_numbers.yml, and in few words who may call it."""

    number: Text
    say: Both


class HelpTile(Strict):
    """What somebody may be facing: a picture, a few words, and the place of the page that helps."""

    say: Both
    place: Text
    drawing: Drawing


class HomeFigure(Strict):
    """A value of data/figures/: its figure, the place of its series and of its column, counted from 1. `say` is what
    was counted, when; `place` the page that tells more."""

    figure: Slug
    series: int = Field(default=1, ge=1)
    column: int = Field(ge=1)
    say: Both
    place: Text


class HomePage(Strict):
    """`findings` are ids of data/recommendations, `readers` the places of pages for one sort of reader each."""

    calls: list[HomeCall] = []
    tiles: list[HelpTile] = []
    figures: list[HomeFigure] = []
    findings: list[Slug] = []
    readers: list[Text] = []

    @field_validator("tiles")
    @classmethod
    def _few_tiles(cls, value: list[HelpTile]) -> list[HelpTile]:
        return _few(value, MOST_TILES)

    @field_validator("figures")
    @classmethod
    def _few_figures(cls, value: list[HomeFigure]) -> list[HomeFigure]:
        return _few(value, MOST_FIGURES)


def _few(value: list[Some], most: int) -> list[Some]:
    if len(value) > most:
        raise problem("home-too-many", count=len(value), most=most)
    return value
