"""The lines under a name, the motto and a subject, as long as the Decree says: by the length of the words above."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_WIDTHS: Final = {
    250: " ,.",
    278: "il/'",
    333: "fjt-():;[]",
    389: "sI",
    444: "cerz",
    500: "agovxyJ0123456789“”–",
    556: "bdhknpquS",
    611: "FP",
    667: "BELTZ",
    722: "wACDNRUVXY",
    778: "GHKOQ",
    833: "m",
    944: "M",
    1000: "W…",
}
"""Thousandths of the size of type that a letter of Times New Roman Bold takes, as measured in a font of the same
widths (Liberation Serif Bold); a mark above or below a letter takes none."""
_WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER: Final = 600  # a letter the table does not have

LINES: Final = {"Line under, whole": 1.0, "Line under, part": 0.4}
"""The styles of lines in the layouts → how long one is, as a share of the words above it. Decree 30/2020/NĐ-CP,
Appendix I, part I: as long as the motto (II.1b); from 1/3 to 1/2 of the body's name (II.2b) and of the subject
(II.5b)."""


def length_of(words: str, points: float) -> float:
    """Millimetres that words take on one line, in bold letters of that size."""
    letters = unicodedata.normalize("NFD", words)
    thousandths = sum(_WIDTH_OF.get(one, _OTHER) for one in letters if not unicodedata.combining(one))
    return float(thousandths / 1000 * Pt(points).mm)


def draw_lines(document: Document) -> None:
    """Give every line of a document its length, in the middle of its page or of its cell."""
    for room, paragraphs in _rooms(document):
        for above, line in pairwise(paragraphs):
            share = LINES.get(line.style.name if line.style else "")
            if share:
                _indent(line, (room - share * min(length_of(above.text, _size(above)), room)) / 2)


def _rooms(document: Document) -> Iterator[tuple[float, list[Paragraph]]]:
    """(millimetres across, paragraphs one below the other) of each section, then of each cell of the tables."""
    across = [_between_margins(section) for section in document.sections]
    paragraphs: list[Paragraph] = []
    for paragraph in document.paragraphs:
        paragraphs.append(paragraph)
        if paragraph._p.pPr is not None and paragraph._p.pPr.find(qn("w:sectPr")) is not None:
            yield across.pop(0), paragraphs
            paragraphs = []
    yield across[0], paragraphs
    for table in document.tables:
        for row in table.rows:
            yield from ((_across(cell, across[0]), cell.paragraphs) for cell in row.cells)


def _between_margins(section: Section) -> float:
    edges = [section.page_width, section.left_margin, section.right_margin]
    page, left, right = (edge.mm if edge is not None else 0.0 for edge in edges)
    return page - left - right


def _across(cell: _Cell, width: float) -> float:
    return cell.width.mm if cell.width else width


def _indent(line: Paragraph, millimetres: float) -> None:
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(millimetres)


def _size(paragraph: Paragraph) -> float:
    """The size of a paragraph's letters in points, as its first run or its style says."""
    sizes: list[Length | None] = [run.font.size for run in paragraph.runs[:1]]
    style = paragraph.style
    while style is not None:
        sizes.append(style.font.size)
        style = style.base_style
    return next((size.pt for size in sizes if size), 14.0)
