"""Products drawn by WeasyPrint and PDFium, which not everyone has: the largest letters that fit, or what does not."""

from dataclasses import astuple, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont
from PIL import ImageFile

from portal.site.drawings.lettering import FONT
from portal.site.publications.balanced import narrowest
from portal.site.publications.drawn import templates
from portal.site.publications.jobs import SHEET_FONTS, PrintJob, SheetView
from portal.site.publications.measured import UA, layout_of, room_left, standing_out
from portal.site.publications.rasters import as_picture, packed_picture, small_picture
from portal.site.publications.slides.fitted_slides import fitted_slides
from portal.site.publications.slides.presentation import presentation_of
from portal.site.publications.values import Printed, TooMuch

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint lets half a picture pass, everywhere: check would not see it

_POINT: Final = 25.4 / 72
_HEADLINE: Final = "poster.headline"
_SEEN: Final = 2
"""So many millimetres left over are worth sharing out."""


def printed(job: PrintJob, house: Path) -> Printed:
    """A product of a page."""
    if job.sheet.form == "txt":
        return Printed(f"{job.page.banner}\n".encode())
    if lacking := "".join(sorted(_letters(astuple(job.view)) - _known())):
        return Printed(lacking=lacking)
    view, document, too_much = fitted_slides(job, house) if job.view.slides else (job.view, *_fitting(job, house))
    if too_much:
        return Printed(too_much=too_much)
    if job.sheet.form == "pptx":
        return Printed(presentation_of(view))
    pdf = document.write_pdf(pdf_variant=UA, pdf_identifier=job.key.encode()[:16])
    content = packed_picture(as_picture(pdf)) if job.sheet.form == "png" else pdf
    return Printed(content, small_picture(pdf, job.sheet.width) if job.picture else b"")


def _fitting(job: PrintJob, house: Path) -> tuple[Any, tuple[TooMuch, ...]]:
    """The sheet in the largest letters in which all fits, its picture as large as the words leave room; what does not
    fit in the smallest. The headline has a room of its own: its letters are halved towards beside the others."""
    headlines, sizes = _Sizes(job.sheet.headlines), _Sizes(job.sheet.sizes)
    while not (headlines.is_found and sizes.is_found):
        wrong = standing_out(_laid_out(job, house, headlines.tried, sizes.tried))
        headlines = headlines.after(any(map(_is_headline, wrong)))
        sizes = sizes.after(not all(map(_is_headline, wrong)))
    document = _laid_out(job, house, headlines.tried, sizes.tried)
    wrong = standing_out(document)
    if not wrong and (spare := room_left(document)) >= _SEEN:
        shared = _laid_out(job, house, headlines.tried, sizes.tried, spare)
        document = document if standing_out(shared) else shared
    return document, wrong


def _is_headline(one: TooMuch) -> bool:
    """Whether it is made smaller by itself: a headline, or the charts of an exhibition."""
    return one.field == _HEADLINE or one.field.endswith(".figure")


@dataclass(frozen=True)
class _Sizes:
    """Sizes from the largest, and between which of them the first stands in which all fits; the last is taken where
    none does."""

    sizes: tuple[float, ...]
    first: int = 0
    last: int | None = None

    @property
    def _end(self) -> int:
        return len(self.sizes) - 1 if self.last is None else self.last

    @property
    def is_found(self) -> bool:
        return self.first >= self._end

    @property
    def tried(self) -> float:
        return self.sizes[(self.first + self._end) // 2]

    def after(self, is_too_much: bool) -> "_Sizes":
        """What is left to try once the middle was."""
        middle = (self.first + self._end) // 2
        if self.is_found:
            return self
        return replace(self, first=middle + 1) if is_too_much else replace(self, last=middle)


def _laid_out(job: PrintJob, house: Path, headline: float, size: float, spare: int = 0) -> Any:
    letters = f"{job.sheet.width / 100}mm" if job.sheet.grows else f"{size}pt"
    width = narrowest(job.page.headline, job.sheet.room / (headline * _POINT))
    view: SheetView = replace(
        job.view, headline=headline, headline_width=width, size=size, letters=letters, spare=spare
    )
    html = templates(house).get_template(job.sheet.template).render(sheet=view)
    return layout_of(html)


@cache
def _known() -> frozenset[str]:
    """The letters that every face of ours has."""
    faces = [set(TTFont(FONT.with_name(name)).getBestCmap()) for name in SHEET_FONTS.values()]
    return frozenset(chr(code) for code in faces[0].intersection(*faces))


def _letters(value: Any) -> set[str]:
    if isinstance(value, str):
        return set(value)
    return set().union(*map(_letters, value)) if isinstance(value, tuple) else set()
