"""Scanned papers of our own making, for tests: each page is a picture of its text with the words unseen behind it.

A page is drawn by Pillow in its own small font, as a scanner would see it; what a program "read" stands behind it as
text that is not drawn (render mode 3), as scanning programs write it. No other program is needed."""

import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from pdf_maker import letters_told, pdf_stream, pdf_written

WIDE, HIGH = 496, 702
"""Of a page in pixels: A4 at 60 dots an inch, enough to be looked at in a test."""
_FIRST: Final = 5


def scan(*pages: str, bare: Collection[int] = (), catalog: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """A scan of such pages; those whose number is `bare` are pictures alone. `catalog` is written into the first
    object, and `more` objects stand at the end, numbered from `first_more` on."""
    letters = sorted(set("".join(pages)) - {"\n"})
    code = {letter: number + 1 for number, letter in enumerate(letters)}
    kids = " ".join(f"{_FIRST + 3 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 4 0 R>>",
        pdf_stream(letters_told(code)),
    ]
    for number, text in enumerate(pages, 1):
        own = _FIRST + 3 * (number - 1)
        holds = f"/Resources<</Font<</F 3 0 R>>/XObject<</P {own + 2} 0 R>>>>/Contents {own + 1} 0 R"
        layer = b"" if number in bare else _layer(text, code)
        picture = f"q {WIDE * 1.2} 0 0 {HIGH * 1.2} 0 0 cm /P Do Q ".encode()
        objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{holds}>>".encode(), pdf_stream(picture + layer)]
        objects.append(_picture(text))
    return pdf_written([*objects, *more])


def first_more(pages: int) -> int:
    """The number of the first object that is `more` than a scan of so many pages has."""
    return _FIRST + 3 * pages


def saved_over(data: bytes) -> bytes:
    """The same file changed and saved onto itself, as editors of PDFs do: what it was is still in it."""
    start = data.rindex(b"startxref") + len(b"startxref\n")
    was = int(data[start : data.index(b"\n", start)])
    place = len(data)
    new = b"2 0 obj\n" + data[data.index(b"2 0 obj\n") + 8 : data.index(b"3 0 obj\n")]
    rows = b"xref\n2 1\n%010d 00000 n \n" % place
    size = data[data.rindex(b"/Size ") + 6 : data.rindex(b">>\nstartxref")]
    end = b"trailer\n<</Root 1 0 R/Size %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, was, place + len(new))
    return data + new + rows + end


def put_scan(root: Path, place: str, *pages: str) -> None:
    """A scan where the page at a place has it."""
    file = root / f"docs/{place}.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(scan(*pages))


def _picture(text: str) -> bytes:
    page = Image.new("L", (WIDE, HIGH), 250)
    ImageDraw.Draw(page).multiline_text((40, 40), text, fill=30, font=ImageFont.load_default(12), spacing=6)
    head = f"/Type/XObject/Subtype/Image/Width {WIDE}/Height {HIGH}/ColorSpace/DeviceGray/BitsPerComponent 8"
    return pdf_stream(zlib.compress(page.tobytes()), head + "/Filter/FlateDecode")


def _layer(text: str, code: dict[str, int]) -> bytes:
    lines = ["".join(f"{code[letter]:02x}" for letter in line) for line in text.split("\n")]
    return ("BT 3 Tr /F 12 Tf 14 TL 48 780 Td " + " ".join(f"<{line}> Tj T*" for line in lines) + " ET").encode()
