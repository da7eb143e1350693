"""Which files a report is: each paper under its name, in each form it is given in."""

from typing import Final

from portal.language.words import Words
from portal.plan.report.files.docx import as_docx
from portal.plan.report.files.markdown import as_markdown
from portal.plan.report.files.xlsx import as_xlsx
from portal.plan.report.values import PaperId, Report

PAPER_NAMES: Final[dict[tuple[str, PaperId], str]] = {
    ("annual", "paper"): "bao-cao",
    ("annual", "annexes"): "phu-luc",
    ("annual", "officer"): "phieu-kiem",
    ("interim", "paper"): "so-ket",
    ("interim", "annexes"): "phu-luc-so-ket",
    ("interim", "officer"): "phieu-kiem-so-ket",
    ("final", "paper"): "tong-ket",
    ("final", "annexes"): "phu-luc-tong-ket",
    ("final", "officer"): "phieu-kiem-tong-ket",
}
"""(kind of report, paper) → how its files are called, before the year."""


def report_files_of(report: Report, text: Words) -> dict[str, bytes]:
    """name → bytes of every file of a report: bao-cao-2026.vi.docx, phu-luc-2026.vi.docx and .xlsx,
    phieu-kiem-2026.vi.docx and .md. Raises BrokenLayout."""
    made: dict[str, bytes] = {}
    for paper in report.papers:
        name = f"{PAPER_NAMES[report.kind, paper.id]}-{report.year}.{text.lang}"
        made[f"{name}.docx"] = as_docx(report, paper.id, text)
        if paper.id == "annexes":
            made[f"{name}.xlsx"] = as_xlsx(report, paper.id)
        if paper.id == "officer":
            made[f"{name}.md"] = as_markdown(report, paper.id, text)
    return made
