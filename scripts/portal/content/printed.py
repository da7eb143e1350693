"""What a page says on paper, on a banner and on a board of lights: words written for it, never cut out of the page."""

from collections.abc import Callable
from typing import Annotated, Any, Final

from pydantic import AfterValidator

from portal.content.strict import Strict
from portal.reading.fields import Asked, LongText, Text, problem

MOST_ON_A_BANNER: Final = 120
MOST_IN_A_HEADLINE: Final = 60
MOST_IN_A_POSTER_LINE: Final = 90
POSTER_LINES: Final = (2, 4)
MOST_IN_A_PANEL_HEADING: Final = 50
MOST_IN_A_PANEL: Final = 420
MOST_ROWS_OF_A_PANEL: Final = 8
PANELS: Final = (4, 6)
"""What fits, in letters, lines and panels: a leaflet's narrowest column and a poster's largest type set them. A test
fills every product with so much of the widest words of our own pages."""


def _one_line(value: str) -> str:
    if "\n" in value:
        raise problem("print-one-line", value=value.partition("\n")[0])
    return value


def up_to(most: int) -> Callable[[str], str]:
    """A rule for a text: so many letters fit."""

    def check(value: str) -> str:
        if len(value) > most:
            raise problem("print-length", length=len(value), most=most)
        return value

    return check


def _few_rows(value: str) -> str:
    rows = len([row for row in value.split("\n") if row.strip()])
    if rows > MOST_ROWS_OF_A_PANEL:
        raise problem("print-rows", count=rows, most=MOST_ROWS_OF_A_PANEL)
    return value


def as_many(least: int, most: int) -> Callable[[list[Any]], list[Any]]:
    """A rule for a list: it has so many at least, and so many at most."""

    def check(value: list[Any]) -> list[Any]:
        if not least <= len(value) <= most:
            raise problem("print-count", count=len(value), least=least, most=most)
        return value

    return check


_Line = Annotated[Text, AfterValidator(_one_line)]
BannerLine = Annotated[_Line, AfterValidator(up_to(MOST_ON_A_BANNER)), Asked(most=MOST_ON_A_BANNER)]
_Headline = Annotated[_Line, AfterValidator(up_to(MOST_IN_A_HEADLINE)), Asked(most=MOST_IN_A_HEADLINE)]
_PosterLine = Annotated[_Line, AfterValidator(up_to(MOST_IN_A_POSTER_LINE)), Asked(most=MOST_IN_A_POSTER_LINE)]
_Heading = Annotated[_Line, AfterValidator(up_to(MOST_IN_A_PANEL_HEADING)), Asked(most=MOST_IN_A_PANEL_HEADING)]
_PanelText = Annotated[
    LongText,
    AfterValidator(up_to(MOST_IN_A_PANEL)),
    AfterValidator(_few_rows),
    Asked("long", most=MOST_IN_A_PANEL),
]


class PosterWords(Strict):
    """What a poster says from afar: a headline and a few short lines; `call` is a number of data/public_numbers.yml,
    which a poster prints large."""

    headline: _Headline
    lines: Annotated[list[_PosterLine], AfterValidator(as_many(*POSTER_LINES)), Asked(least=POSTER_LINES[0])]
    call: Text | None = None


class LeafletPanel(Strict):
    """A part of a leaflet: a heading and plain sentences; a line that begins with "- " is a point of a list."""

    heading: _Heading
    text: _PanelText


class LeafletWords(Strict):
    """What a leaflet says, panel by panel, in the order it is read."""

    panels: Annotated[list[LeafletPanel], AfterValidator(as_many(*PANELS)), Asked(least=PANELS[0])]


PRINTED_FIELDS: Final = ("banner", "poster", "leaflet")
"""The fields of a page from which its print products are made."""
