"""A paper of the report as a Word document in the form of Decree 30/2020, from a layout an officer can edit in Word."""

from pathlib import Path
from typing import Final

from portal.language.words import Words
from portal.plan.bodies.office import docx_bytes, filled_layout
from portal.plan.report.files.columns import ShownCell, ShownTable, lay_out
from portal.plan.report.files.lines import draw_lines
from portal.plan.report.values import Cell, Line, Paper, PaperId, Part, Report, shown

LAYOUTS: Final = Path(__file__).parent.parent / "layouts"
"""A layout for each paper, <id>.docx: what stands in them in {{ }} and {% %} is filled in, all else is Word's."""


def as_docx(report: Report, name: PaperId, text: Words, layouts: Path = LAYOUTS) -> bytes:
    """One paper of the report as a Word document. Raises BrokenLayout where what the officer wrote into the layout
    cannot be filled in."""
    paper, layout = report.paper(name), layouts / f"{name}.docx"
    blocks = [_for_reading(block, text) for block in paper.blocks]
    template = filled_layout(layout, {**_values(report, paper, text), "blocks": blocks})
    lay_out(template.docx, paper, [block for block in blocks if isinstance(block, ShownTable)])
    draw_lines(template.docx)
    return docx_bytes(template, paper.subject, text.lang, report.as_of)


def _values(report: Report, paper: Paper, text: Words) -> dict[str, object]:
    """What a layout can name."""
    named = {"said": text.family("report"), "title": paper.title, "subject": paper.subject, "draft": report.draft}
    recipients = ended(_archived(paper.frame.recipients, text)) if paper.frame else ()
    return {**named, "frame": paper.frame, "recipients": recipients}


def _archived(recipients: tuple[str, ...], text: Words) -> tuple[str, ...]:
    """The recipients with the archive as the last, which the Decree asks for in every paper (II.9d)."""
    archive = text.say("report_files.archive")
    first = archive.partition(":")[0].casefold()
    return recipients if any(line.casefold().startswith(first) for line in recipients) else (*recipients, archive)


def ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a list as papers end them: a semicolon after each, a full stop after the last."""
    plain = [line.rstrip(" ;.,") for line in lines]
    return (*(f"{line};" for line in plain[:-1]), *(f"{line}." for line in plain[-1:]))


def _for_reading(block: Part, text: Words) -> Line | ShownTable:
    if isinstance(block, Line):
        return block
    return ShownTable(block.title, block.head, tuple(tuple(_shown(cell, text) for cell in row) for row in block.rows))


def _shown(cell: Cell, text: Words) -> ShownCell:
    return ShownCell(shown(cell, text), not isinstance(cell, str))
