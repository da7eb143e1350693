"""The papers of a report as files: what they say, that they are the same twice, that a layout reaches nothing else."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from python_calamine import CalamineWorkbook

from papers import BODIES, BUDGET, a_report
from portal.language.words import words
from portal.plan.bodies.office import BrokenLayout
from portal.plan.report.files.docx import LAYOUTS, as_docx
from portal.plan.report.files.markdown import as_markdown
from portal.plan.report.files.named import report_files_of
from portal.plan.report.files.xlsx import as_xlsx, sheet_names
from portal.plan.report.values import Line, PaperId, Table

VI = words("vi")


def opened(name: PaperId = "paper", layouts: Path = LAYOUTS) -> DocumentObject:
    return Document(io.BytesIO(as_docx(a_report(), name, VI, layouts)))


@pytest.mark.parametrize("name", ["paper", "annexes", "officer"])
def test_a_document_says_what_its_paper_says_and_no_mark_of_the_layout_is_left(name: PaperId) -> None:
    document = opened(name)
    text = "\n".join(p.text for p in document.paragraphs)
    paper = a_report().paper(name)
    lines = [block.text for block in paper.blocks if isinstance(block, Line)]
    assert [line for line in lines if line not in text and line.upper() not in text] == []
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert {cell for table in paper.tables for cell in table.head} <= set(cells)
    assert not re.search(r"\{[{%]|[%}]\}", text + "\n".join(cells))
    assert "DỰ THẢO" not in text


@pytest.mark.parametrize("name", ["paper", "annexes"])
def test_a_draft_says_so_before_anything_else(name: PaperId) -> None:
    draft = a_report(why_draft=("Còn chỗ trống.",))
    document = Document(io.BytesIO(as_docx(draft, name, VI)))
    assert next(p.text for p in document.paragraphs if p.text.strip()) == "DỰ THẢO"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("annual", ["bao-cao-2026", "phu-luc-2026", "phieu-kiem-2026"]),
        ("interim", ["so-ket-2026", "phu-luc-so-ket-2026", "phieu-kiem-so-ket-2026"]),
        ("final", ["tong-ket-2026", "phu-luc-tong-ket-2026", "phieu-kiem-tong-ket-2026"]),
    ],
)
def test_every_kind_of_report_has_files_of_its_own_name(kind: str, names: list[str]) -> None:
    paper, annexes, officer = (f"{name}.vi" for name in names)
    assert list(report_files_of(a_report(kind=kind), VI)) == [
        f"{paper}.docx",
        f"{annexes}.docx",
        f"{annexes}.xlsx",
        f"{officer}.docx",
        f"{officer}.md",
    ]


def test_the_same_report_makes_the_same_bytes() -> None:
    assert report_files_of(a_report(), VI) == report_files_of(a_report(), VI)


def layouts_with(folder: Path, change: Callable[[DocumentObject], object]) -> Path:
    """A copy of the layouts, the paper's as an officer would edit it in Word."""
    shutil.copytree(LAYOUTS, folder / "mau")
    document = Document(str(folder / "mau" / "paper.docx"))
    change(document)
    document.save(str(folder / "mau" / "paper.docx"))
    return folder / "mau"


@pytest.mark.parametrize(
    "mark",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ frame.__class__.__init__.__globals__ }}",
        "{{ blocks.append(1) }}",
        "{{ no_such_word }}",
        "{{ frame.signatry }}",
        "{% for x in %}",
        "{{ 1 / 0 }}",
    ],
)
def test_a_layout_reaches_nothing_but_the_report(tmp_path: Path, mark: str) -> None:
    layouts = layouts_with(tmp_path, lambda document: document.add_paragraph(mark))
    with pytest.raises(BrokenLayout) as told:
        opened(layouts=layouts)
    assert told.value.layout == layouts / "paper.docx"


def test_a_mark_in_the_head_of_a_page_is_held_in_the_same_sandbox(tmp_path: Path) -> None:
    def write(document: DocumentObject) -> None:
        document.sections[0].header.paragraphs[0].add_run("{{ cycler.__init__.__globals__ }}")

    with pytest.raises(BrokenLayout):
        opened(layouts=layouts_with(tmp_path, write))


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (3, 6), (2, 1)])
@pytest.mark.parametrize("first", [True, False])
def test_a_table_an_officer_adds_to_the_layout_stays_as_it_is(
    tmp_path: Path, rows: int, columns: int, first: bool
) -> None:
    def add(document: DocumentObject) -> None:
        table = document.add_table(rows, columns, "Table Grid")
        table.rows[0].cells[0].text = "Bảng của cán bộ"
        if first:
            document.paragraphs[0]._p.addprevious(table._tbl)

    document = opened(layouts=layouts_with(tmp_path, add))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert any(head[0] == "Bảng của cán bộ" for head in heads)
    (drawn,) = [table for table, head in zip(document.tables, heads, strict=True) if head == list(BUDGET.head)]
    assert drawn.autofit is False
    assert sum(cell.width.mm for cell in drawn.rows[0].cells if cell.width) == pytest.approx(165, abs=1)


def test_a_layout_that_cannot_be_filled_in_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import report as door
    from conftest import PLAN_3112, Corpus

    corpus = Corpus(tmp_path)
    shutil.copytree(PLAN_3112 / "data", tmp_path / "data")
    corpus.story(agency="so-gddt")
    broken = layouts_with(tmp_path, lambda document: document.add_paragraph("{{ cycler.__init__.__globals__ }}"))
    monkeypatch.setattr("portal.plan.report.files.docx.as_docx.__defaults__", (broken,))
    out = tmp_path / "out"
    where = ["--root", str(tmp_path), "--year", "2026", "--as-of", "2026-11-30", "--out", str(out), "--lang", "en"]
    assert door.main(where) == 2
    said = capsys.readouterr().err
    assert "paper.docx" in said
    assert "cannot be filled in" in said
    assert not out.exists()


def test_a_workbook_has_a_sheet_for_each_table_and_its_numbers_are_numbers() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(a_report(), "annexes")))
    assert book.sheet_names == ["Cơ quan", "Kinh phí"]
    assert book.get_sheet_by_name("Cơ quan").to_python()[-1] == ["=cmd()", 3, 4200]
    assert book.get_sheet_by_name("Kinh phí").to_python()[-1] == ["Khác", "không có"]


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(a_report(), "annexes"))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/" in name]
    assert len(sheets) == 2
    assert not any("<f>" in sheet for sheet in sheets)


def test_the_names_of_sheets_are_such_as_excel_takes_each_once() -> None:
    long = "Một tên rất dài, hơn ba mươi mốt chữ cái của bảng"
    tables = [Table(str(n), name, ("a",), ()) for n, name in enumerate(["A/B: [c]*?", long, long, "a b  c", "'x'"])]
    names = list(sheet_names(tuple(tables)).values())
    assert names[0] == "A B   c"
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", name) for name in names)
    assert len({name.lower() for name in names}) == len(names)


def test_a_bar_in_a_name_does_not_break_a_table_of_the_text() -> None:
    table = replace(BODIES, rows=(("Sở | Một", 1, 4200),))
    report = a_report()
    officer = replace(report.paper("officer"), blocks=(table,))
    text = as_markdown(replace(report, papers=(officer,)), "officer", VI).decode()
    assert "| Sở \\| Một | 1 | 4.200 |" in text
