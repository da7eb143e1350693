"""A short paper in Word: its lines one below the other on A4, of a day and not of the clock."""

import io
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from docx import Document
from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from portal.plan.bodies.office import moment_of, without_clock
from portal.site.files.papers.paper_lines import SMALL_PRINT, PaperLine

_TITLE: Final = 15
_BLUE: Final = RGBColor(0x24, 0x30, 0x7A)


def begun_paper(title: str, draft: str, lines: Iterable[PaperLine]) -> Paper:
    """A paper with its title and these lines; what says that it is a `draft`, "" once it is none, stands first."""
    paper = Document()
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(25), Mm(15), Mm(18), Mm(18)
    paper.styles["Normal"].font.name = "Times New Roman"
    head = [PaperLine(draft, bold=True, size=SMALL_PRINT)] if draft else []
    for line in (*head, PaperLine(title, bold=True, size=_TITLE, stays=True), *lines):
        _add(paper, line)
    return paper


def saved_paper(paper: Paper, title: str, lang: str, day: date) -> bytes:
    """The paper as a file of that day: the same bytes whenever it is made."""
    properties = paper.core_properties
    properties.title, properties.language, properties.author = title, lang, ""
    properties.created = properties.modified = moment_of(day)
    out = io.BytesIO()
    paper.save(out)
    return without_clock(out.getvalue())


def _add(paper: Paper, line: PaperLine) -> None:
    written = paper.add_paragraph()
    form = written.paragraph_format
    form.space_after, form.keep_together, form.keep_with_next = Pt(4), True, line.stays
    form.left_indent = Mm(6) if line.within else None
    run = _leading(written, line.href) if line.href else written.add_run()
    run.text = line.text
    run.font.size, run.font.bold = Pt(line.size), line.bold


def _leading(written: Paragraph, href: str) -> Run:
    """A run of a paragraph that leads somewhere, and looks like it: python-docx reads such links but makes none."""
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), written.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made: Any = OxmlElement("w:r")
    link.append(made)
    written._p.append(link)
    run = Run(made, written)
    run.font.underline, run.font.color.rgb = True, _BLUE
    return run
