"""The sheets a page is printed on: one table of what is made, from which field, how large, in which letters."""

from dataclasses import dataclass, replace
from typing import Final, Literal

SheetForm = Literal["pdf", "pptx", "png", "txt"]
BLEED: Final = 3
"""Millimetres of ground beyond the trim in a file for printing houses."""
PAPER_BEYOND: Final = 10
"""Millimetres of paper beyond the trim in such a file, where its marks stand."""
PRINTERS: Final = "-nha-in"
"""How the file for printing houses is named after the other."""
SLIDE_WIDTH: Final = 338.67
SLIDE_HEIGHT: Final = 190.5
"""Millimetres of a slide, 16:9: 13⅓ by 7½ inches, as programs for slides have it."""
_WHOLE_SCENE: Final = "-4 4 248 156"
_PIXEL: Final = 25.4 / 96
"""A dot of a picture in millimetres: one pixel of CSS."""
_ROOT_OF_TWO: Final = 2**0.5


@dataclass(frozen=True)
class PrintSheet:
    """A product as it is made. `name` is that of its file and of its words, `needs` the field it cannot be made
    without, `template` what draws it: none draws banner text. `width` and `height` are those of a cut page, `room` the
    width of a headline, in millimetres. `headlines` and `sizes` are letters in points, the largest first: they are
    tried until everything fits. `columns` are those its panels run through, by their share of room, `row` the letters
    of a row there; `scene` is the part of the drawing it shows (SVG viewBox). Where it `grows`, all is measured by its
    width. One `for_printers` has bleed and marks. `pages` is 0 where
    a page's own words decide how many there are."""

    name: str
    form: SheetForm
    needs: str
    template: str = ""
    width: float = 0
    height: float = 0
    pages: int = 1
    headlines: tuple[float, ...] = ()
    sizes: tuple[float, ...] = ()
    columns: tuple[float, ...] = ()
    row: int = 0
    scene: str = ""
    room: float = 0
    grows: bool = False
    for_printers: bool = False

    @property
    def file(self) -> str:
        """The name of its file in the site."""
        return f"{self.name}{PRINTERS if self.for_printers else ''}.{self.form}"

    @property
    def bleed(self) -> float:
        """Millimetres of ground beyond the trim."""
        return BLEED if self.for_printers else 0

    @property
    def slug(self) -> float:
        """Millimetres of paper beyond the trim: of ground, and of white for the marks."""
        return PAPER_BEYOND if self.for_printers else 0


_LETTERS: Final = (15, 14.2, 13.4, 12.6, 11.8, 11.1, 10.5, 9.9, 9.4, 9, 8.6)
_LEAFLET: Final = PrintSheet(
    "to-roi-a5", "pdf", "leaflet", "publications/leaflet.html", 148, 210, pages=2,
    headlines=(30, 26, 23, 20, 16), sizes=_LETTERS, columns=(103, 147), row=64, scene="-115 4 471 156", room=128,
)  # fmt: skip
_FOLD: Final = PrintSheet(
    "to-gap-a4", "pdf", "leaflet", "publications/fold.html", 297, 210, pages=2,
    headlines=(40, 36, 32, 28, 24, 21, 17), sizes=_LETTERS, columns=(1, 1, 1), row=43, scene="-4 4 248 156", room=85,
)  # fmt: skip
_NOTICE: Final = PrintSheet(
    "bang-tin-a4", "pdf", "leaflet", "publications/notice.html", 210, 297,
    headlines=(38, 34, 30, 26, 22), sizes=(15.8, 15, 14.2, 13.4, 12.6, 11.8, 11, 10.4, 9.8, 9.3, 8.8), columns=(1, 1),
    row=45, scene="-4 4 248 156", room=112,
)  # fmt: skip
_POSTER: Final = PrintSheet(
    "ap-phich-a3", "pdf", "poster", "publications/poster.html", 297, 420,
    headlines=(92, 82, 72, 62, 54), sizes=(36, 33, 30, 28, 26, 24, 22, 20),
    scene="-88 4 416 156", room=297 * 0.88, grows=True,
)  # fmt: skip
_LARGE_POSTER: Final = replace(
    _POSTER, name="ap-phich-a2", width=420, height=594, room=420 * 0.88,
    headlines=tuple(round(size * _ROOT_OF_TWO, 2) for size in _POSTER.headlines),
    sizes=tuple(round(size * _ROOT_OF_TWO, 2) for size in _POSTER.sizes),
)  # fmt: skip
"""The same design enlarged."""
_SQUARE: Final = PrintSheet(
    "anh-vuong", "png", "poster", "publications/picture.html", 1080 * _PIXEL, 1080 * _PIXEL,
    headlines=(76, 66, 57, 48), sizes=(24,), scene="-53 4 346 156", room=1080 * _PIXEL * 0.9, grows=True,
)  # fmt: skip
_UPRIGHT: Final = replace(_SQUARE, name="anh-dung", height=1350 * _PIXEL, sizes=(34, 31, 28, 25, 22, 19.5, 17))
_BANNER: Final = PrintSheet("bang-ron", "txt", "banner")
_SLIDES: Final = PrintSheet(
    "trinh-chieu", "pdf", "course", "publications/slides.html", SLIDE_WIDTH, SLIDE_HEIGHT, pages=0,
    headlines=(38, 34, 30, 27, 24, 21), sizes=(36, 32, 28, 25, 22, 19.5, 17, 15), scene=_WHOLE_SCENE,
)  # fmt: skip
"""Letters are tried for each slide alone."""
_PRESENTATION: Final = replace(_SLIDES, form="pptx")
"""The same slides, to be changed and shown by a program for slides."""
_DECK: Final = PrintSheet(
    "bo-the", "pdf", "cards", "publications/cards.html", 210, 297, pages=0,
    headlines=(12,), sizes=(15, 14, 13, 12.2, 11.4, 10.6, 9.8, 9), scene=_WHOLE_SCENE, room=180,
)  # fmt: skip
_HUNG: Final = PrintSheet(
    "trien-lam-a2", "pdf", "panels", "publications/hung.html", 420, 594, pages=0,
    headlines=(100, 94, 88, 82, 76, 70, 62, 54), sizes=(42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18),
    scene=_WHOLE_SCENE, room=360,
)  # fmt: skip
"""All sheets of an exhibition in the same letters: they hang side by side. Its headlines are the letters of charts, in
per cent of what they were guessed to be."""

_TEST: Final = PrintSheet(
    "bai-kiem-tra", "pdf", "cases", "publications/test.html", 210, 297, pages=0,
    headlines=(17,), sizes=(10.5,), room=180,
)  # fmt: skip
"""The test of a unit, and its key on paper of its own: whoever holds the course keeps that."""
TEST_KEY: Final = replace(_TEST, name="dap-an")

PRINT_SHEETS: Final = (
    *(_NOTICE, _LEAFLET, _FOLD, _POSTER, _LARGE_POSTER, _SQUARE, _UPRIGHT, _BANNER),
    *(_SLIDES, _PRESENTATION, _DECK, _TEST, TEST_KEY, _HUNG),
    *(replace(one, for_printers=True) for one in (_LEAFLET, _FOLD, _POSTER, _LARGE_POSTER)),
)
"""Everything that is made of a page: first what people print themselves, last the files for printing houses."""
