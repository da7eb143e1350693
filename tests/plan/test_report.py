"""The yearly report: what it says, how it looks, that it is whole or not there, that it is the same twice."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from conftest import ROOT, Corpus, run
from makers import PLAN
from portal.content.library import open_library, read_library
from portal.language.words import words
from portal.plan.ledger import Registers, open_registers
from portal.plan.plan import Measure
from portal.plan.products import Product
from portal.plan.report.files import WRITERS, as_docx, as_markdown, as_xlsx
from portal.plan.report.parts import Line, Report, fits, make_report
from portal.reading.fields import Context

TODAY = date(2026, 11, 30)
AGENCIES = """- {id: so-mot, kind: administrative, name: {vi: "Sở Một", en: "Department One"}}
- {id: so-hai, kind: administrative, name: {vi: "Sở Hai", en: "Department Two"}}
- {id: bao, kind: press, name: {vi: "Báo", en: "Newspaper"}}
- {id: hoi, kind: organisation, name: {vi: "Hội", en: "Union"}}
- id: so-cu
  kind: former
  name: {vi: "Sở Cũ", en: "Old department"}
  note: {vi: "chưa thấy văn bản.", en: "no document seen."}
"""
TASKS = """tasks:
  - id: IV.2a
    text: {vi: "Tập huấn", en: "Training"}
    lead: [so-cu, so-mot]
    coordinating: [bao]
    measures:
      - {name: {vi: "Lớp tập huấn", en: "Trainings"}, reported: trainings}
      - {name: {vi: "Tờ rơi", en: "Leaflets"}, formats: [leaflet]}
"""
WHOLE = """document: {number: 12/BC-SM, date: 2026-11-10}
spokesperson: {designated: true}
people:
  human_rights: {in_post: 4, trained: 4}
  information: {in_post: 2, trained: 2}
  external_information: {in_post: 1, trained: 1}
  key_officials: {in_post: 5, trained: 4}
misinformation: {detected: 10, handled: 9}
trainings:
  - {date: 2026-03-01, title: "Lớp một", people: 30}
  - {date: 2025-03-01, title: "Lớp năm trước", people: 99}
budget:
  - {source: "Ngân sách", vnd: 1200000}
"""


@pytest.fixture
def told(corpus: Corpus) -> Corpus:
    """A corpus whose every target has a figure."""
    corpus.write(
        "data/agencies.yml", AGENCIES + '- {id: co-quan, kind: collective, name: {vi: "Cơ quan", en: "Body"}}\n'
    )
    corpus.write("data/plan.yml", (ROOT / "data/plan.yml").read_text("utf-8").split("tasks:")[0] + TASKS)
    corpus.write(
        "data/products/2026.csv",
        "id,date,title,agency,theme,formats,channels,languages,audiences\n"
        "t1,2026-05-01,=HYPERLINK(1),so-mot,3,leaflet,print,vi,residents\n",
    )
    for name in ("so-mot", "so-hai", "bao", "hoi"):
        corpus.write(f"data/reported/2026/{name}.yml", WHOLE)
    corpus.story()
    return corpus


def registers(corpus: Corpus) -> Registers:
    found = open_registers(open_library(corpus.root, TODAY), TODAY)
    assert found.problems == ()
    return found


def report(corpus: Corpus, kind: str = "annual", lang: str = "en", as_of: date = TODAY) -> Report:
    return make_report(registers(corpus), 2026, as_of, kind, False, words(lang))


def said(one: Report) -> str:
    return "\n".join(block.text for block in one.blocks if isinstance(block, Line))


def test_sentences_are_made_from_figures(told: Corpus) -> None:
    text = said(report(told))
    assert "Trainings: 4, 120 attendances." in text
    assert "Leaflets: 1." in text
    assert "Now: not clear: no document seen; Department One." in text
    assert "Every body due has sent its report." in text


def test_a_report_is_a_draft_while_a_target_has_no_figure(told: Corpus) -> None:
    assert (report(told).draft, report(told).no_data) == (False, ())
    (told.root / "data/reported/2026/bao.yml").unlink()
    missing = report(told)
    assert (missing.draft, missing.no_data) == (True, ("K2c",))
    assert "Draft: some targets have no figure yet (K2c)." in said(missing)


def test_bodies_that_sent_nothing_are_named_with_their_file(told: Corpus) -> None:
    (told.root / "data/reported/2026/hoi.yml").unlink()
    (table,) = [t for t in report(told).tables if t.id == "not-reported"]
    assert table.rows == (("Union", "data/reported/2026/hoi.yml"),)


def test_what_nobody_reported_is_said_and_never_a_zero(told: Corpus) -> None:
    for file in (told.root / "data/reported/2026").iterdir():
        file.unlink()
    text = said(report(told))
    assert "Trainings: no body has reported." in text
    assert "No body has reported on its budget." in text


def test_judgement_is_left_to_an_officer_in_marked_places(told: Corpus) -> None:
    blanks = [block.text for block in report(told).blocks if isinstance(block, Line) and block.shape == "blank"]
    assert len(blanks) == 3
    assert all(text.startswith("[To be written: ") for text in blanks)


def test_a_report_before_the_window_s_end_says_where_it_was_cut_off(told: Corpus) -> None:
    assert "Figures as of 20 November 2026." in said(report(told, as_of=date(2026, 11, 20)))
    assert "Figures as of" not in said(report(told))


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_the_reviews_compare_the_years(told: Corpus, kind: str) -> None:
    tables = {table.id: table for table in report(told, kind).tables}
    assert tables["years"].head == ("Target", "2024", "2025", "2026")
    assert tables["products-years"].rows[-1] == ("Total", 0, 0, 2)
    assert "years" not in {table.id for table in report(told).tables}


def test_the_budget_is_summed_by_source(told: Corpus) -> None:
    (table,) = [t for t in report(told).tables if t.id == "budget"]
    assert table.rows == (("Ngân sách", 4, 4_800_000), ("Total", 4, 4_800_000))


def test_what_the_owner_has_not_given_is_marked_and_what_it_gave_stands(told: Corpus) -> None:
    assert report(told).frame.signatory == "[not given: name of who signs]"
    given = (ROOT / "data/owner.yml").read_text("utf-8").replace("  code:", "  code: BC-UBND")
    told.write("data/owner.yml", given.replace("  recipients:", '  recipients: [{vi: "Bộ", en: "Ministry"}]'))
    assert report(told).frame.number.endswith("/BC-UBND")
    assert report(told).frame.recipients == ("Ministry",)


@pytest.mark.parametrize(
    ("measure", "fit"),
    [
        ({}, True),
        ({"formats": ["poster", "leaflet"]}, True),
        ({"formats": ["leaflet"], "channels": ["radio"]}, False),
        ({"languages": "ethnic"}, True),
        ({"languages": "foreign"}, False),
        ({"audiences": ["children"]}, False),
    ],
)
def test_a_product_fits_a_measure_that_asks_for_what_it_has(measure: dict[str, object], fit: bool) -> None:
    leaflet = Product("x", TODAY, "x", "a", 3, ("leaflet",), ("print",), ("vi", "blt"), ("residents",), "p", 2)
    asked = Measure.model_validate({"name": {"vi": "x", "en": "x"}, **measure}, context=Context(TODAY))
    assert fits(asked, leaflet, PLAN) is fit


def test_the_docx_has_the_layout_of_the_decree(told: Corpus) -> None:
    document = Document(io.BytesIO(as_docx(report(told, lang="vi"), words("vi"))))
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert 20 <= round(page.top_margin.mm) <= 25
    assert 20 <= round(page.bottom_margin.mm) <= 25
    assert 30 <= round(page.left_margin.mm) <= 35
    assert 15 <= round(page.right_margin.mm) <= 20
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml
    assert document.styles["Normal"].font.name == "Times New Roman"
    first = "\n".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first


def test_the_docx_says_what_the_report_says_and_no_mark_of_the_layout_is_left(told: Corpus) -> None:
    made = report(told, lang="vi")
    document = Document(io.BytesIO(as_docx(made, words("vi"))))
    text = "\n".join(p.text for p in document.paragraphs)
    assert all(block.text in text for block in made.blocks if isinstance(block, Line))
    cells = "\n".join(c.text for t in document.tables for row in t.rows for c in row.cells)
    assert not re.search(r"\{[{%]|[%}]\}", text + cells)
    assert "DỰ THẢO" not in text


def test_no_cell_of_the_sheets_is_a_formula(told: Corpus) -> None:
    owner = (ROOT / "data/owner.yml").read_text("utf-8").replace("  signatory:", '  signatory: "=1+1"')
    told.write("data/owner.yml", owner)
    told.write("data/agencies.yml", AGENCIES.replace("Sở Một", "=cmd()") + "- {id: co-quan, kind: collective}\n")
    with zipfile.ZipFile(io.BytesIO(as_xlsx(report(told, lang="vi"), words("vi")))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/" in name]
        assert "=cmd()" in book.read("xl/sharedStrings.xml").decode()
    assert len(sheets) == len(report(told).tables)
    assert not any("<f>" in sheet for sheet in sheets)


def test_a_bar_in_a_name_does_not_break_a_table_of_the_text(told: Corpus) -> None:
    told.write("data/agencies.yml", AGENCIES.replace("Sở Một", "Sở | Một") + "- {id: co-quan, kind: collective}\n")
    assert "Sở \\| Một" in as_markdown(report(told, lang="vi"), words("vi")).decode()


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_same_figures_make_the_same_bytes(told: Corpus, ending: str, lang: str) -> None:
    write = WRITERS[ending]
    assert write(report(told, lang=lang), words(lang)) == write(report(told, lang=lang), words(lang))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_door_writes_three_files_and_twice_the_same(told: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    for folder in (one, other):
        where = ("--root", str(told.root), "--year", "2026", "--as-of", "2026-11-30", "--out", str(folder))
        done = run("scripts/report.py", *where)
        assert done.returncode == 0, done.stderr
    assert files(one) == [f"bao-cao-2026-annual.vi.{end}" for end in ("docx", "md", "xlsx")]
    assert [path.read_bytes() for path in sorted(one.iterdir())] == [
        path.read_bytes() for path in sorted(other.iterdir())
    ]


def test_a_mistake_in_a_register_leaves_the_old_report_as_it_was(
    told: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")
    (out / "bao-cao-2026-annual.vi.md").write_text("cũ", "utf-8")
    told.write("data/reported/2026/hoi.yml", "people: {human_rights: {in_post: 1, trained: 2}}\n")
    done = run("scripts/report.py", "--root", str(told.root), "--out", str(out), "--as-of", "2026-11-30")
    assert (done.returncode, files(out)) == (1, ["bao-cao-2026-annual.vi.md"])
    assert done.stdout.startswith("data/reported/2026/hoi.yml:1: ")
    assert (out / "bao-cao-2026-annual.vi.md").read_text("utf-8") == "cũ"


@pytest.mark.parametrize(
    ("arguments", "words_said"),
    [
        (["--year", "2031"], "2024–2028"),
        (["--out", "{file}/sub"], "--out"),
        (["--kind", "monthly"], "annual"),
        (["--root", "tests"], "content_vi"),
    ],
)
def test_a_wrong_call_says_what_to_do_and_leaves_no_traceback(
    told: Corpus, arguments: list[str], words_said: str
) -> None:
    file = told.write("tep", "x")
    given = [a.format(file=file) for a in arguments]
    where = ["--root", str(told.root), "--out", str(told.root / "out"), "--as-of", "2026-11-30"]
    done = run("scripts/report.py", *where, *given)
    assert done.returncode == 2
    assert words_said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_repository_s_own_report_is_a_draft_that_names_every_body() -> None:
    made = make_report(
        open_registers(read_library(ROOT, date.max), date.max), 2026, TODAY, "annual", False, words("vi")
    )
    assert made.draft
    (table,) = [t for t in made.tables if t.id == "not-reported"]
    assert len(table.rows) > 50
