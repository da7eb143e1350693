"""Products drawn by WeasyPrint and PDFium, which not everyone has: the largest letters that fit, or what does not."""

import os
import warnings
from collections.abc import Iterator
from dataclasses import astuple, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pypdfium2
import weasyprint
from fontTools.ttLib import TTFont
from PIL import Image, ImageFile
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.fonts import FontConfiguration

from portal.site.drawings.lettering import FONT
from portal.site.publications.balanced import narrowest
from portal.site.publications.drawn import templates
from portal.site.publications.jobs import SHEET_FONTS, PrintJob, SheetView
from portal.site.publications.values import SMALL_WIDTH, Printed, TooMuch

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint lets half a picture pass, everywhere: check would not see it

_FONTS_CONF: Final = Path(__file__).with_name("fonts.conf")
_UA: Final = "pdf/ua-1"
_MILLIMETRE: Final = 25.4 / 96
_POINT: Final = 25.4 / 72
_COLOURS: Final = 96
_SLACK: Final = 0.2
"""Millimetres by which a line may stand out before anybody sees it."""


def printed(job: PrintJob, house: Path) -> Printed:
    """A product of a page."""
    if job.sheet.form == "txt":
        return Printed(f"{job.page.banner}\n".encode())
    if lacking := "".join(sorted(_letters(astuple(job.page)) - _known())):
        return Printed(lacking=lacking)
    document, too_much = _fitting(job, house)
    if too_much:
        return Printed(too_much=too_much)
    pdf = document.write_pdf(pdf_variant=_UA, pdf_identifier=job.key.encode()[:16])
    content = _packed(as_picture(pdf)) if job.sheet.form == "png" else pdf
    return Printed(content, _small(pdf, job.sheet.width) if job.picture else b"")


def _fitting(job: PrintJob, house: Path) -> tuple[Any, tuple[TooMuch, ...]]:
    """The sheet in the largest letters in which all fits; what does not fit in the smallest."""
    headlines, sizes, at, size = job.sheet.headlines, job.sheet.sizes, 0, 0
    while True:
        document = _laid_out(job, house, headlines[at], sizes[size])
        wrong = _beyond(document)
        is_headline = any(one.field == "poster.headline" for one in wrong)
        if is_headline and at + 1 < len(headlines):
            at += 1
        elif any(one.field != "poster.headline" for one in wrong) and size + 1 < len(sizes):
            size += 1
        else:
            return document, wrong


def _laid_out(job: PrintJob, house: Path, headline: float, size: float) -> Any:
    letters = f"{job.sheet.width / 100}mm" if job.sheet.grows else f"{size}pt"
    width = narrowest(job.page.headline, job.sheet.room / (headline * _POINT))
    view: SheetView = replace(job.view, headline=headline, headline_width=width, size=size, letters=letters)
    html = templates(house).get_template(job.sheet.template).render(sheet=view)
    return weasyprint.HTML(string=html).render(font_config=_own_letters(), pdf_variant=_UA)


def _own_letters() -> Any:
    """No letters but ours, on any machine: what a machine has would make other bytes."""
    os.environ.update(FONTCONFIG_FILE=str(_FONTS_CONF))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that there are none
        return FontConfiguration()


@cache
def _known() -> frozenset[str]:
    """The letters that every face of ours has."""
    faces = [set(TTFont(FONT.with_name(name)).getBestCmap()) for name in SHEET_FONTS.values()]
    return frozenset(chr(code) for code in faces[0].intersection(*faces))


def _letters(value: Any) -> set[str]:
    if isinstance(value, str):
        return set(value)
    return set().union(*map(_letters, value)) if isinstance(value, tuple) else set()


def _beyond(document: Any) -> tuple[TooMuch, ...]:
    """Every room of the sheet from which something stands out."""
    found: dict[str, float] = {}
    for page in document.pages:
        for room in _rooms(page._page_box):
            by = max(_stands_out(room), _lost(room)) * _MILLIMETRE
            if by > _SLACK:
                name = room.element.get("data-fit")
                found[name] = max(by, found.get(name, 0))
    return tuple(TooMuch(name, by) for name, by in found.items())


def _rooms(box: Any) -> Iterator[Any]:
    """Every box that says which field has to fit into it."""
    found = _unwrapped(box)
    element = getattr(found, "element", None)
    if element is not None and isinstance(found, boxes.BlockLevelBox) and element.get("data-fit") is not None:
        yield found
        return
    for child in getattr(found, "children", ()):
        yield from _rooms(child)


def _unwrapped(box: Any) -> Any:
    """The box itself where another holds its place, as for those that are placed by hand."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _stands_out(room: Any) -> float:
    """By how much the lines, words and pictures in a room reach beyond it, down, up or to the right, in pixels."""
    bottom, right = room.position_y + room.height, room.position_x + room.width
    beyond = 0.0
    for box in _drawn(room):
        beyond = max(beyond, box.position_x + box.width - right)
        if not isinstance(box, boxes.TextBox):  # letters are higher than the line they stand on
            beyond = max(beyond, box.position_y + box.height - bottom, room.position_y - box.position_y)
    return beyond


def _lost(room: Any) -> float:
    """How high, in pixels, about, what found no place on the page would stand: what begins below it is not drawn."""
    said = sum(len("".join(part.split())) for part in room.element.itertext())
    drawn = sum(len("".join(box.text.split())) for box in _drawn(room) if isinstance(box, boxes.TextBox))
    return float(room.height) * (said - drawn) / said if said else 0.0


def _drawn(box: Any) -> Iterator[Any]:
    for child in map(_unwrapped, getattr(box, "children", ())):
        if isinstance(child, (boxes.LineBox, boxes.TextBox, boxes.ReplacedBox)):
            yield child
        yield from _drawn(child)


def as_picture(pdf: bytes, dots: float = 96, page: int = 0) -> Image.Image:
    """A page of a PDF as a picture of so many dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = document[page].render(scale=dots / 72).to_pil()
    return picture.convert("RGB")


def _small(pdf: bytes, width: float) -> bytes:
    out = BytesIO()
    as_picture(pdf, SMALL_WIDTH * 25.4 / width).save(out, "WEBP", quality=64, method=6)
    return out.getvalue()


def _packed(picture: Image.Image) -> bytes:
    """A picture as PNG, in as few colours as flat drawings have."""
    out = BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
