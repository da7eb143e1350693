"""The yearly report: what it says, how it looks, that it is whole or not there, that it is the same twice."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Length

from conftest import PLAN_3112, Corpus, run
from makers import PLAN, a_product
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.asked import Measure
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.measures import fits
from portal.plan.report.files import LAYOUT, WRITERS, BrokenLayout, as_docx, as_markdown, as_xlsx
from portal.plan.report.make import make_report
from portal.plan.report.values import Frame, Line, Report
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
COMMON = """document: {number: 12/BC-SM, date: 2026-11-10}
trainings:
  - {date: 2026-03-01, title: "Lớp một", people: 30}
exhibitions: []
budget:
  - {source: "Ngân sách", vnd: 1200000}
people:
  human_rights: {in_post: 4, trained: 4}
"""
OF_DEPARTMENT = """  information: {in_post: 2, trained: 2}
spokesperson: {designated: true}
misinformation: {detected: 10, handled: 9}
"""
TOLD = {
    "so-mot": COMMON + OF_DEPARTMENT,
    "so-hai": COMMON + OF_DEPARTMENT,
    "bao": COMMON + "  external_information: {in_post: 1, trained: 1}\n",
    "hoi": COMMON + "  key_officials: {in_post: 5, trained: 4}\n",
}
"""What each body of the small province is asked, told."""


@pytest.fixture
def told(corpus: Corpus) -> Corpus:
    """A corpus whose every target has a figure."""
    corpus.write(
        "data/agencies.yml", AGENCIES + '- {id: co-quan, kind: collective, name: {vi: "Cơ quan", en: "Body"}}\n'
    )
    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0] + TASKS)
    corpus.write(
        "data/products/2026.csv",
        "id,date,title,agency,theme,formats,channels,languages,audiences\n"
        "t1,2026-05-01,=HYPERLINK(1),so-mot,3,leaflet,print,vi,residents\n"
        "t2,2026-05-02,Bài đăng,hoi,3,article,facebook,vi,residents\n",
    )
    for name, told in TOLD.items():
        corpus.write(f"data/reported/2026/{name}.yml", told.replace("BC-SM", f"BC-{name}"))
    corpus.story()
    return corpus


def ledger_of(corpus: Corpus) -> Ledger:
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert ledger, problems
    assert problems == ()
    return ledger


def report(corpus: Corpus, kind: str = "annual", lang: str = "en", as_of: date = TODAY) -> Report:
    return make_report(ledger_of(corpus), 2026, as_of, kind, False, words(lang))


def said(one: Report) -> str:
    return "\n".join(block.text for block in one.papers[0].blocks if isinstance(block, Line))


def test_sentences_are_made_from_figures(told: Corpus) -> None:
    text = said(report(told))
    assert "Trainings: 4, 120 attendances." in text
    assert "Leaflets: 1." in text
    assert "Now: not clear: no document seen; Department One." in text
    assert "Every body due has sent its report." in text


def test_a_report_is_a_draft_while_a_target_has_no_figure(told: Corpus) -> None:
    assert not report(told).draft
    (told.root / "data/reported/2026/bao.yml").unlink()
    missing = report(told)
    assert missing.draft
    assert "Draft: some targets have no figure yet or too few reports (K2c)." in said(missing)


def test_bodies_that_sent_nothing_are_named_with_their_file(told: Corpus) -> None:
    (told.root / "data/reported/2026/hoi.yml").unlink()
    (table,) = [t for t in report(told).tables if t.id == "not-reported"]
    assert table.rows == (("Union", "data/reported/2026/hoi.yml"),)


def test_what_nobody_reported_is_said_and_never_a_zero(told: Corpus) -> None:
    for file in (told.root / "data/reported/2026").iterdir():
        file.unlink()
    text = said(report(told))
    assert "Trainings: no body has reported." in text
    assert ": 0" not in text
    assert "No body has reported on its budget." in text


def test_judgement_is_left_to_an_officer_in_marked_places(told: Corpus) -> None:
    blanks = [
        block.text for block in report(told).papers[0].blocks if isinstance(block, Line) and block.shape == "blank"
    ]
    assert len(blanks) == 3
    assert all(text.startswith("[To be written: ") for text in blanks)


def test_a_report_before_the_window_s_end_says_where_it_was_cut_off(told: Corpus) -> None:
    assert "Figures as of 20 November 2026." in said(report(told, as_of=date(2026, 11, 20)))
    assert "Figures as of" not in said(report(told))


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_the_reviews_compare_the_years(told: Corpus, kind: str) -> None:
    tables = {table.id: table for table in report(told, kind).tables}
    assert tables["years"].head == ("Target", "2024", "2025", "2026")
    assert tables["products-years"].rows[-1] == ("Total", "no figure available", "no figure available", 3)
    assert "years" not in {table.id for table in report(told).tables}


def test_a_list_nobody_wrote_is_no_data_and_an_empty_one_is_0(told: Corpus) -> None:
    (told.root / "data/plan.yml").write_text(
        (told.root / "data/plan.yml").read_text("utf-8")
        + """      - {name: {vi: "Triển lãm", en: "Exhibitions"}, reported: exhibitions}
      - {name: {vi: "Giải thưởng", en: "Awards"}, reported: awards}
""",
        "utf-8",
    )
    text = said(report(told))
    assert "Exhibitions: 0." in text
    assert "Awards: no body has reported." in text


def test_what_nobody_entered_is_told_apart_from_the_portal_s_own_pages(told: Corpus) -> None:
    plan = told.root / "data/plan.yml"
    measures = """      - {name: {vi: "Loa", en: "Loudspeakers"}, channels: [loudspeaker]}
      - {name: {vi: "Bài", en: "Articles"}, formats: [article]}
      - {name: {vi: "Trang", en: "Pages"}, channels: [portal]}
"""
    plan.write_text(plan.read_text("utf-8") + measures, "utf-8")
    text = said(report(told))
    assert "Loudspeakers: no body has entered any in the register." in text
    assert "Articles: 1; the portal's own pages: 1." in text
    assert "Pages: no body has entered any in the register; the portal's own pages: 1." in text


def test_an_empty_register_prints_no_0_for_what_bodies_made(told: Corpus) -> None:
    told.write("data/products/2026.csv", "id,date,title,agency,theme,formats,channels,languages,audiences\n")
    made = report(told, "interim")
    assert "Leaflets: no body has entered any in the register." in said(made)
    tables = {table.id: table for table in made.tables}
    assert tables["targets"].rows[6][2] == "no figure available"
    assert 0 not in [cell for row in tables["products-years"].rows for cell in row]
    assert 0 not in [cell for name in ("theme", "content") for row in tables[name].rows for cell in row]


def test_a_report_with_too_few_reports_says_so_everywhere_and_is_a_draft(told: Corpus) -> None:
    for name in ("so-hai", "bao", "hoi"):
        (told.root / f"data/reported/2026/{name}.yml").unlink()
    made = report(told, "interim")
    assert made.draft
    tables = {table.id: {str(row[0]): row for row in table.rows} for table in made.tables}
    assert tables["targets"]["K2a"][2:] == ("100% (4/4)", "100%", "Too few reports (1 of 4)", "1/4")
    assert tables["years"]["K2a"][-1] == "100% (4/4): Too few reports (1 of 4)"
    assert "Targets with too few reports to judge: K2a" in said(made)


def test_what_the_bodies_counted_stands_in_the_row_of_its_target(told: Corpus) -> None:
    one = TOLD["hoi"].replace("\npeople:", "\ncentral_publications: {received: 3000, issued: 2500}\npeople:")
    told.write("data/reported/2026/hoi.yml", one)
    (table,) = [t for t in report(told).tables if t.id == "targets"]
    k3 = {row[0]: row for row in table.rows}["K3"]
    assert "exhibitions reported: 0; publications received: 3000; publications issued: 2500" in str(k3[2])


def test_the_plan_is_named_by_its_own_words(told: Corpus) -> None:
    plan = (told.root / "data/plan.yml").read_text("utf-8")
    words_of = {"number": "7/KH-MAU", "issued": "2023-02-01", "issuer": "{vi: Tỉnh Mẫu, en: Sample Province}"}
    words_of["sections"] = "{content: A, target: B, task: XX, budget: C, report: D.8}"
    for name, value in words_of.items():
        plan = re.sub(rf"^{name}: .*$", f"{name}: {value}", plan, flags=re.M)
    told.write("data/plan.yml", plan)
    made = report(told)
    assert made.papers[0].subject.startswith("Results in 2026: Plan No. 7/KH-MAU of 1 February 2023 on ")
    assert "Under section D.8 of Plan No. 7/KH-MAU of 1 February 2023 of the Sample Province" in said(made)
    assert "I. Tasks (section XX of the plan)" in said(made)
    assert PLAN.number not in as_markdown(made, words("en")).decode()


def test_the_notes_under_the_targets_are_the_plan_s(told: Corpus) -> None:
    notes = [target.note.en for target in PLAN.targets if target.note]
    assert notes
    assert all(note in said(report(told)) for note in notes)
    plan = (told.root / "data/plan.yml").read_text("utf-8")
    told.write("data/plan.yml", re.sub(r"    note: .*\n", "", plan))
    assert not any(note in said(report(told)) for note in notes)


def test_the_budget_is_summed_by_source(told: Corpus) -> None:
    (table,) = [t for t in report(told).tables if t.id == "budget"]
    assert table.rows == (("Ngân sách", 4, 4_800_000), ("Total", 4, 4_800_000))


def frame_of(corpus: Corpus) -> Frame:
    frame = report(corpus).paper("paper").frame
    assert frame
    return frame


def test_what_the_owner_has_not_given_is_marked_and_what_it_gave_stands(told: Corpus) -> None:
    assert frame_of(told).signatory == "[not given: name of who signs]"
    given = (PLAN_3112 / "data/owner.yml").read_text("utf-8").replace("  code:", "  code: BC-UBND")
    told.write("data/owner.yml", given.replace("  recipients:", '  recipients: [{vi: "Bộ", en: "Ministry"}]'))
    assert frame_of(told).number.endswith("/BC-UBND")
    assert frame_of(told).recipients == ("Ministry",)


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
    leaflet = a_product(languages=("vi", "blt"), audiences=("residents",))
    asked = Measure.model_validate({"name": {"vi": "x", "en": "x"}, **measure}, context=Context(TODAY))
    assert fits(asked, leaflet, PLAN) is fit


def millimetres(length: Length | None) -> int:
    assert length is not None
    return round(float(length.mm))


def test_the_docx_has_the_layout_of_the_decree(told: Corpus) -> None:
    document = Document(io.BytesIO(as_docx(report(told, lang="vi"), words("vi"))))
    page = document.sections[0]
    assert (millimetres(page.page_width), millimetres(page.page_height)) == (210, 297)
    assert 20 <= millimetres(page.top_margin) <= 25
    assert 20 <= millimetres(page.bottom_margin) <= 25
    assert 30 <= millimetres(page.left_margin) <= 35
    assert 15 <= millimetres(page.right_margin) <= 20
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml
    assert document.styles["Normal"].font.name == "Times New Roman"
    first = "\n".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first


def test_the_docx_says_what_the_report_says_and_no_mark_of_the_layout_is_left(told: Corpus) -> None:
    made = report(told, lang="vi")
    document = Document(io.BytesIO(as_docx(made, words("vi"))))
    text = "\n".join(p.text for p in document.paragraphs)
    assert all(block.text in text for block in made.papers[0].blocks if isinstance(block, Line))
    cells = "\n".join(c.text for t in document.tables for row in t.rows for c in row.cells)
    assert not re.search(r"\{[{%]|[%}]\}", text + cells)
    assert "DỰ THẢO" not in text


def layout_with(folder: Path, change: Callable[[DocumentObject], object]) -> Path:
    """A copy of the layout as an officer would edit it in Word."""
    document = Document(str(LAYOUT))
    change(document)
    document.save(str(folder / "mau.docx"))
    return folder / "mau.docx"


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
def test_a_layout_reaches_nothing_but_the_report(told: Corpus, tmp_path: Path, mark: str) -> None:
    layout = layout_with(tmp_path, lambda document: document.add_paragraph(mark))
    with pytest.raises(BrokenLayout):
        as_docx(report(told), words("en"), layout)


def test_a_mark_in_the_head_of_a_page_is_held_in_the_same_sandbox(told: Corpus, tmp_path: Path) -> None:
    def write(document: DocumentObject) -> None:
        document.sections[0].header.paragraphs[0].add_run("{{ cycler.__init__.__globals__ }}")

    with pytest.raises(BrokenLayout):
        as_docx(report(told), words("en"), layout_with(tmp_path, write))


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (3, 6), (2, 1)])
@pytest.mark.parametrize("first", [True, False])
def test_a_table_an_officer_adds_to_the_layout_stays_as_it_is(
    told: Corpus, tmp_path: Path, rows: int, columns: int, first: bool
) -> None:
    def add(document: DocumentObject) -> None:
        table = document.add_table(rows, columns, "Table Grid")
        table.rows[0].cells[0].text = "Bảng của cán bộ"
        if first:
            document.paragraphs[0]._p.addprevious(table._tbl)

    made = report(told)
    document = Document(io.BytesIO(as_docx(made, words("en"), layout_with(tmp_path, add))))
    text = [cell.text for table in document.tables for cell in table.rows[0].cells]
    assert "Bảng của cán bộ" in text
    fitted = [table for table in document.tables if table.autofit is False]
    assert len(fitted) >= len(made.tables)


def test_a_broken_layout_is_told_and_nothing_is_written(
    told: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import report as door

    broken = layout_with(tmp_path, lambda document: document.add_paragraph("{{ cycler.__init__.__globals__ }}"))
    monkeypatch.setitem(WRITERS, "docx", lambda made, text: as_docx(made, text, broken))
    out = tmp_path / "out"
    where = ["--root", str(told.root), "--year", "2026", "--as-of", "2026-11-30", "--out", str(out), "--lang", "en"]
    assert door.main(where) == 2
    assert "cannot be filled in" in capsys.readouterr().err
    assert not out.exists()


def test_no_cell_of_the_sheets_is_a_formula(told: Corpus) -> None:
    owner = (PLAN_3112 / "data/owner.yml").read_text("utf-8").replace("  signatory:", '  signatory: "=1+1"')
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
