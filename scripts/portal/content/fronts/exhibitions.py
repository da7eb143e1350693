"""An exhibition: panels of few words with a drawing, a figure or a large number each; perhaps a view all around."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from portal.content.front_matter import Front
from portal.content.fronts.easy import EasyPicture
from portal.content.printed import as_many, up_to
from portal.content.publishing import PublicDay
from portal.content.sources import Source
from portal.content.strict import Strict
from portal.language.vocabulary import EXHIBITIONS
from portal.reading.fields import AgencyId, Asked, LongText, Said, Slug, Text, WholeNumber, problem
from portal.reading.pictures.said import PicturePath

MOST_WORDS_IN_A_TEXT: Final = 60
MOST_WORDS_IN_A_SIDE: Final = 40
MOST_IN_A_PANEL_TITLE: Final = 70
MOST_IN_A_SIDE_TITLE: Final = 50
MOST_IN_A_LARGE_NUMBER: Final = 12
EXHIBITION_PANELS: Final = (3, 30)
SEEN_THINGS: Final = (2, 12)
SIDES: Final = 2
PICTURED_BY: Final = ("drawing", "figure", "large")
"""What a panel shows beside its words: one of these."""


def _words_up_to(most: int) -> AfterValidator:
    def check(value: str) -> str:
        if (count := len(value.split())) > most:
            raise problem("panel-long", count=count, most=most)
        return value

    return AfterValidator(check)


_PanelWords = Annotated[LongText, _words_up_to(MOST_WORDS_IN_A_TEXT), Asked("long")]
_SideWords = Annotated[LongText, _words_up_to(MOST_WORDS_IN_A_SIDE), Asked("long")]
_Title = Annotated[Text, AfterValidator(up_to(MOST_IN_A_PANEL_TITLE)), Asked(most=MOST_IN_A_PANEL_TITLE)]
_SideTitle = Annotated[Text, AfterValidator(up_to(MOST_IN_A_SIDE_TITLE)), Asked(most=MOST_IN_A_SIDE_TITLE)]
_Large = Annotated[Text, AfterValidator(up_to(MOST_IN_A_LARGE_NUMBER)), Asked(most=MOST_IN_A_LARGE_NUMBER)]


class PanelSide(Strict):
    """One of two things that stand side by side, such as praise and concern."""

    title: _SideTitle
    text: _SideWords


class ExhibitionPanel(Strict):
    """A panel. It shows one thing: a drawing of ours, a figure of data/figures/, or a number printed large. `sides` are
    two, or none. `alt` says a drawing or a figure in words. `sources` are numbers of the page's sources; `page` is the
    place of the page that tells more."""

    title: _Title
    text: _PanelWords
    drawing: EasyPicture | None = None
    figure: Slug | None = None
    large: _Large | None = None
    alt: Text | None = Field(default=None, validate_default=True)
    sides: list[PanelSide] = []
    sources: list[Annotated[WholeNumber, Asked("whole")]] = []
    page: Text | None = None

    @field_validator("alt")
    @classmethod
    def _says_what_is_seen(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and (info.data.get("drawing") or info.data.get("figure")):
            raise problem("panel-alt")
        return value

    @field_validator("sides")
    @classmethod
    def _two_or_none(cls, value: list[PanelSide]) -> list[PanelSide]:
        if value and len(value) != SIDES:
            raise problem("print-count", count=len(value), least=SIDES, most=SIDES)
        return value

    @model_validator(mode="after")
    def _shows_one_thing(self) -> "ExhibitionPanel":
        shown = [name for name in PICTURED_BY if getattr(self, name)]
        if len(shown) != 1:
            raise problem("panel-picture", count=len(shown), choices=PICTURED_BY)
        return self


class SeenThing(Strict):
    """Something in a view all around: what it is, and where: degrees to the right of the middle (to the left below
    nought), degrees above the horizon."""

    text: Text
    right: Annotated[int, Field(ge=-180, le=180)]
    up: Annotated[int, Field(ge=-90, le=90)] = 0


class Panorama(Strict):
    """A view all around: `picture` (equirectangular, twice as wide as high) and `still`, a part of it that everybody
    sees, both below docs/hinh/ with their entries among the page's `pictures`; `alt` says the still in words, `text`
    what this is and how it was made, `seen` all that can be found in it."""

    title: Text
    picture: PicturePath
    still: PicturePath
    alt: Text
    text: LongText
    seen: Annotated[list[SeenThing], AfterValidator(as_many(*SEEN_THINGS)), Asked(least=SEEN_THINGS[0])]

    @property
    def files(self) -> tuple[str, str]:
        """Its pictures, below docs/hinh/."""
        return self.picture, self.still


class Exhibition(Front):
    """An exhibition, panel by panel, to be read on a device and hung up as sheets of A2."""

    sections = (EXHIBITIONS,)
    template = "exhibition.html"
    review_months: ClassVar[int] = 12
    """After how many months it is due to be read again, as stories are."""

    kind: Literal["exhibition"]
    date: PublicDay
    agency: AgencyId
    panels: Annotated[
        list[ExhibitionPanel], AfterValidator(as_many(*EXHIBITION_PANELS)), Asked(least=EXHIBITION_PANELS[0]), Said()
    ]
    panorama: Annotated[Panorama | None, Said()] = None

    @property
    def printed(self) -> tuple[str, ...]:
        """What is printed of it: one form of product."""
        return ("exhibition",)

    def sources_of(self, panel: ExhibitionPanel) -> tuple[tuple[int, Source], ...]:
        """The sources of a panel with their numbers, each once; a number that the page does not have is told by check,
        and left out while it is being mended."""
        known = dict(enumerate(self.references, 1))
        return tuple((number, known[number]) for number in dict.fromkeys(panel.sources) if number in known)
