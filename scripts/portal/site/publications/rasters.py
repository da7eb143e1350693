"""Pages of a PDF as pictures, by PDFium: small ones for cards, flat drawings as PNG."""

from io import BytesIO
from typing import Final

import pypdfium2
from PIL import Image

from portal.site.publications.values import SMALL_WIDTH

_COLOURS: Final = 96


def as_picture(pdf: bytes, dots: float = 96, page: int = 0) -> Image.Image:
    """A page of a PDF as a picture of so many dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = document[page].render(scale=dots / 72).to_pil()
    return picture.convert("RGB")


def small_picture(pdf: bytes, width: float) -> bytes:
    """The picture of a product that a card shows: of its first page, whose width is in millimetres."""
    out = BytesIO()
    as_picture(pdf, SMALL_WIDTH * 25.4 / width).save(out, "WEBP", quality=64, method=6)
    return out.getvalue()


def packed_picture(picture: Image.Image) -> bytes:
    """A picture as PNG, in as few colours as flat drawings have."""
    out = BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
