"""Products drawn by WeasyPrint and PDFium, which not everyone has: the largest letters that fit, or what does not."""

from dataclasses import astuple, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont
from PIL import ImageFile

from portal.site.drawings.lettering import FONT
from portal.site.publications.balanced import narrowest
from portal.site.publications.drawn import templates
from portal.site.publications.fitted_slides import fitted_slides
from portal.site.publications.jobs import SHEET_FONTS, PrintJob, SheetView
from portal.site.publications.measured import UA, layout_of, standing_out
from portal.site.publications.presentation import presentation_of
from portal.site.publications.rasters import as_picture, packed_picture, small_picture
from portal.site.publications.values import Printed, TooMuch

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint lets half a picture pass, everywhere: check would not see it

_POINT: Final = 25.4 / 72


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
    """The sheet in the largest letters in which all fits; what does not fit in the smallest."""
    headlines, sizes, at, size = job.sheet.headlines, job.sheet.sizes, 0, 0
    while True:
        document = _laid_out(job, house, headlines[at], sizes[size])
        wrong = standing_out(document)
        is_headline = any(map(_is_headline, wrong))
        if is_headline and at + 1 < len(headlines):
            at += 1
        elif not all(map(_is_headline, wrong)) and size + 1 < len(sizes):
            size += 1
        else:
            return document, wrong


def _is_headline(one: TooMuch) -> bool:
    """Whether it is made smaller by itself: a headline, or the charts of an exhibition."""
    return one.field == "poster.headline" or one.field.endswith(".figure")


def _laid_out(job: PrintJob, house: Path, headline: float, size: float) -> Any:
    letters = f"{job.sheet.width / 100}mm" if job.sheet.grows else f"{size}pt"
    width = narrowest(job.page.headline, job.sheet.room / (headline * _POINT))
    view: SheetView = replace(job.view, headline=headline, headline_width=width, size=size, letters=letters)
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
