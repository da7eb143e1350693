"""The report: what its three papers say of one year and of several, and when the signed one is still a draft."""

import re
from datetime import date
from pathlib import Path

import pytest

from conftest import PLAN_3112, Corpus, run
from doorway.ours import WRITTEN
from makers import PLAN, a_product
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.bodies.asked import Measure
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.measures import fits
from portal.plan.report.files.markdown import as_markdown
from portal.plan.report.ground import Texts
from portal.plan.report.make import make_report
from portal.plan.report.officer.places import places_of
from portal.plan.report.values import Frame, Line, PaperId, Report, Table
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

OWNER = """approved: false
name: {vi: Sở, en: Department}
parent: {vi: Tỉnh, en: Province}
address: {vi: , en: }
responsible: {vi: , en: }
email:
telephone:
content_licence: {vi: , en: }
content_licence_url:
report:
  place: {vi: Nơi, en: Place}
  code: BC-UBND
  to: [{vi: Hội đồng, en: Council}, {vi: Ủy ban, en: Committee}]
  authority: {vi: TM., en: For}
  signatory_title: {vi: Chủ tịch, en: Chair}
  signatory: A
  recipients: [{vi: Bộ, en: Ministry}]
"""
PLAN_OF_TASKS = PLAN.model_copy(update={"tasks": [task for task in PLAN.tasks if task.id == "IV.2a"]})
"""The plan of the small province has this one task."""


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


def report(
    corpus: Corpus, kind: str = "annual", lang: str = "en", as_of: date = TODAY, texts: Texts | None = None
) -> Report:
    return make_report(ledger_of(corpus), 2026, as_of, kind, False, words(lang), texts or {})


def said(one: Report, paper: PaperId = "paper") -> str:
    return "\n".join(block.text for block in one.paper(paper).blocks if isinstance(block, Line))


def table(one: Report, name: str) -> Table:
    (found,) = [table for table in one.tables if table.id == name]
    return found


def cells(one: Report, *names: str) -> list[object]:
    return [cell for name in names for row in table(one, name).rows for cell in row]


def without_reports(corpus: Corpus, *names: str) -> None:
    for name in names:
        (corpus.root / f"data/reported/2026/{name}.yml").unlink()


def add_measures(corpus: Corpus, measures: str) -> None:
    plan = corpus.root / "data/plan.yml"
    plan.write_text(plan.read_text("utf-8") + measures, "utf-8")


def written_everywhere(kind: str = "annual") -> Texts:
    return {place.name: (f"Câu của {place.name}.",) for place in places_of(PLAN_OF_TASKS, kind)}


def test_a_task_is_told_in_sentences_with_who_did_it_and_of_how_many_bodies_it_is_known(told: Corpus) -> None:
    told.write(
        "data/reported/2026/hoi.yml",
        TOLD["hoi"].replace("people: 30}", "people: 30}\n  - {date: 2026-04-01, title: x}"),
    )
    text = said(report(told, lang="vi"))
    assert "1. Nhiệm vụ IV.2a của Kế hoạch: Tập huấn" in text
    assert (
        "Theo báo cáo của 4/4 cơ quan, Hội (2), Báo (1), Sở Hai (1), Sở Một (1) đã tổ chức 5 lớp tập huấn, với 120 "
        "lượt người tham dự (chưa kể 1 lần không ghi số người)."
    ) in text
    assert "Sổ sản phẩm của 2/4 cơ quan ghi nhận 1 tờ rơi do Sở Một thực hiện." in text


def test_what_nobody_reported_is_said_and_never_a_zero(told: Corpus) -> None:
    without_reports(told, *TOLD)
    (told.root / "data/products/2026.csv").unlink()
    made = report(told)
    text = said(made)
    assert "No figure available on: trainings; leaflets." in text
    assert "No figure available on the budget." in text
    assert not re.search(r"(?<![\d.,/])0(?![\d.,/])", text)
    assert 0 not in [cell for one in made.tables for row in one.rows for cell in row]


def test_nothing_held_is_said_only_where_a_body_says_so(told: Corpus) -> None:
    add_measures(
        told,
        """      - {name: {vi: "Triển lãm", en: "Exhibitions"}, reported: exhibitions}
      - {name: {vi: "Giải thưởng", en: "Awards"}, reported: awards}
""",
    )
    made = report(told)
    assert "According to the reports of 4/4 bodies, there were no exhibitions." in said(made)
    assert "No figure available on: awards." in said(made)
    rows = {str(row[1]): row[2:5] for row in table(made, "tasks").rows}
    assert rows["Exhibitions"] == (0, "no figure available", "4/4")
    assert rows["Awards"] == ("no figure available", "no figure available", "no figure available")


def test_of_many_bodies_only_those_that_did_most_are_named_and_only_where_some_did(told: Corpus) -> None:
    bodies = [f"- {{id: xa-{n}, kind: administrative, name: {{vi: Xã {n}, en: Commune {n}}}}}\n" for n in range(9)]
    told.write("data/agencies.yml", (told.root / "data/agencies.yml").read_text("utf-8") + "".join(bodies))
    head = "id,date,title,agency,theme,formats,channels,languages,audiences\n"
    rows = [f"r{n},2026-05-01,Tờ {n},xa-{n},3,leaflet,print,vi,residents\n" for n in range(9)]
    told.write("data/products/2026.csv", head + "".join(rows))
    assert "has 9 leaflets by 9 bodies." in said(report(told))
    more = [f"s{n},2026-05-02,Thêm {n},xa-3,3,leaflet,print,vi,residents\n" for n in range(2)]
    told.write("data/products/2026.csv", head + "".join(rows + more))
    assert "has 11 leaflets by 9 bodies (most by Commune 3: 3)." in said(report(told))


def test_what_held_something_outside_the_days_counted_has_not_said_that_there_was_nothing(told: Corpus) -> None:
    early = report(told, as_of=date(2026, 2, 1))
    assert "No figure available on: trainings; leaflets." in said(early)
    assert 0 not in cells(early, "tasks", "held-sums")[:3]


def test_a_report_is_a_draft_until_every_body_has_sent_or_is_excused_and_every_place_is_filled(told: Corpus) -> None:
    texts = written_everywhere()
    told.write("data/owner.yml", OWNER)
    assert report(told, texts=texts).why_draft == ()
    without_reports(told, "bao")
    assert report(told, texts=texts).why_draft == ("Bodies that have neither reported nor been excused: 1.",)
    plan = (told.root / "data/plan.yml").read_text("utf-8").replace("excused: {}", "excused: {2026: {bao: Giải thể}}")
    told.write("data/plan.yml", plan)
    excused = report(told, texts=texts)
    assert not excused.draft
    assert "Excused from reporting for 2026: Newspaper (Giải thể)." in said(excused)
    assert "3/4 bodies that have to report had sent a report for 2026." in said(excused)
    assert table(excused, "excused").rows == (("Newspaper", "Giải thể"),)
    assert report(told, texts={**texts, "direction": ()}).why_draft == ("Places still to be written: 1 (direction).",)


def test_what_the_owner_has_not_given_keeps_the_paper_a_draft(told: Corpus) -> None:
    told.write("data/owner.yml", OWNER.replace("signatory: A", "signatory:"))
    assert report(told, texts=written_everywhere()).why_draft == ("The owner has not given: name of who signs.",)


def test_the_officer_s_own_sentences_stand_in_their_places(told: Corpus) -> None:
    texts = {"iv-2a": ("Câu một của tôi.", "- việc hai"), "proposals": ("Đề nghị cấp kinh phí.",)}
    made = report(told, texts=texts)
    blocks = made.paper("paper").blocks
    assert Line("sentence", "Câu một của tôi.") in blocks
    assert Line("point", "việc hai") in blocks
    blanks = [block.text for block in blocks if isinstance(block, Line) and block.shape == "blank"]
    assert len(blanks) == len(places_of(PLAN_OF_TASKS, "annual")) - 2
    assert all(text.startswith("[To be written: ") for text in blanks)
    states = {str(row[0]): row[2] for row in table(made, "places").rows}
    assert states["data/report-texts/2026/iv-2a.md"] == "written"
    assert states["data/report-texts/2026/direction.md"] == "not written"


def test_no_path_and_no_note_for_the_desk_stands_in_the_paper_or_its_annexes(told: Corpus) -> None:
    without_reports(told, "hoi")
    made = report(told, "interim", lang="vi")
    texts = said(made) + said(made, "annexes")
    texts += "\n".join(str(cell) for t in made.paper("annexes").tables for row in t.rows for cell in row)
    assert not re.search(r"data/|\.yml|\.csv|\.md\b|trung vị", texts)
    rows = table(made, "not-reported").rows
    assert rows == (("Hội", "data/reported/2026/hoi.yml"),)
    assert table(made, "not-sent").rows == ((1, "Hội"),)


def test_who_leads_a_task_is_told_without_the_desk_s_doubts(told: Corpus) -> None:
    made = report(told)
    assert table(made, "tasks-leads").rows == (
        ("IV.2a", "Training", "Old department (now not determined); Department One"),
    )
    assert table(made, "open-bodies").rows == (("Old department", "not clear: no document seen."),)


def test_a_report_before_the_window_s_end_says_where_it_was_cut_off(told: Corpus) -> None:
    assert "; figures as of 20 November 2026)" in said(report(told, as_of=date(2026, 11, 20)))
    assert "figures as of" not in said(report(told))


def test_only_a_report_that_was_filed_says_that_later_days_belong_to_the_next_year(told: Corpus) -> None:
    sentence = "What happened after 20 November 2026 is counted in the reporting year 2027."
    assert sentence not in said(report(told, as_of=date(2026, 11, 20)))
    plan = (told.root / "data/plan.yml").read_text("utf-8")
    told.write("data/plan.yml", plan.replace("filed: {}", "filed: {2026: 2026-11-20}"))
    assert sentence in said(report(told))


@pytest.mark.parametrize(("kind", "kept"), [("interim", "interim review"), ("final", "final review")])
def test_a_review_is_a_paper_of_its_own_that_sums_the_years(told: Corpus, kind: str, kept: str) -> None:
    told.write(
        "data/products/2025.csv",
        "id,date,title,agency,theme,formats,channels,languages,audiences\n"
        "u1,2025-05-01,Tờ rơi cũ,so-hai,2,leaflet,print,vi,residents\n",
    )
    made = report(told, kind)
    text = said(made)
    assert text.startswith("To: [not given: whom it is sent to].\nUnder section IV.7 of Plan No. ")
    assert f"gives a{'n' if kind == 'interim' else ''} {kept} of its 03 years 2024-2026 (from 1 December 2023" in text
    assert "IV.8" not in text
    assert (
        "has 2 leaflets by Department One (1), Department Two (1); by year: "
        "2024: no figure available, 2025: 1 (1/4 bodies), 2026: 1 (2/4 bodies)."
    ) in text
    assert table(made, "targets").head == ("Target", "2024", "2025", "2026", "Status")
    assert table(made, "tasks").head[2:6] == ("2024", "2025", "2026", "Total")
    rows = {str(row[1]): row for row in table(made, "tasks").rows}
    assert rows["Leaflets"][2:6] == ("no figure available", 1, 1, 2)
    assert table(made, "products").rows[0] == ("2024", "no figure available", "no figure available", "none")
    assert 0 not in cells(made, "products", "products-theme")


def test_a_result_stands_with_how_many_bodies_it_speaks_of_in_every_year(told: Corpus) -> None:
    without_reports(told, "so-hai", "bao", "hoi")
    made = report(told, "interim")
    rows = {str(row[0])[:3]: row for row in table(made, "targets").rows}
    assert rows["K2a"][3:] == ("100% (4/4); 1/4 bodies", "Too few reports (1 of 4)")
    one = {str(row[0])[:3]: row for row in table(report(told), "targets").rows}
    assert one["K2a"][1:] == ("100% (4/4)", "1/4", "Too few reports (1 of 4)")
    assert "Targets with too few reports to judge: K2a." in said(made)


def test_bodies_that_no_list_has_yet_are_said_to_be_missing(told: Corpus) -> None:
    assert "of the bodies the plan speaks of" not in said(report(told))
    missing = (
        "bodies_not_listed: [{name: {vi: Sở Ba, en: Department Three}, why: {vi: chưa có nguồn, en: no source}}]\n"
    )
    told.write("data/plan.yml", missing + (told.root / "data/plan.yml").read_text("utf-8"))
    made = report(told)
    assert "The list of bodies that report does not have yet: Department Three (why, in Annex VII)." in said(made)
    assert "100% of this list is therefore not yet 100% of the bodies the plan speaks of." in said(made)
    assert table(made, "not-listed").rows == (("Department Three", "no source"),)


def test_an_empty_register_prints_no_0_for_what_bodies_made(told: Corpus) -> None:
    told.write("data/products/2026.csv", "id,date,title,agency,theme,formats,channels,languages,audiences\n")
    made = report(told, "interim")
    assert "No figure available on: leaflets." in said(made)
    assert {str(row[0])[:2]: row[3] for row in table(made, "targets").rows}["K4"] == "no figure available"
    assert 0 not in cells(made, "products", "products-theme", "products-content")
    assert "products-format" in {one.id for one in made.tables}


def test_the_portal_s_own_pages_stand_beside_and_are_never_summed_with_what_bodies_made(told: Corpus) -> None:
    add_measures(told, """      - {name: {vi: "Bài", en: "Articles"}, formats: [article]}\n""")
    made = report(told)
    assert "1 articles by Union" in said(made)
    rows = {str(row[1]): row for row in table(made, "tasks").rows}
    assert rows["Articles"][2:] == (1, "", "2/4", 1)
    (shares,) = [line for line in said(made).splitlines() if line.startswith("K4: ")]
    assert "on a digital platform 50% (1/2)" in shares
    assert shares.endswith("; the portal's own pages alone, not in the result: 100% (1/1).")


def test_what_the_bodies_counted_stands_in_the_row_of_its_target(told: Corpus) -> None:
    one = TOLD["hoi"].replace("\npeople:", "\ncentral_publications: {received: 3000, issued: 2500}\npeople:")
    told.write("data/reported/2026/hoi.yml", one)
    k3 = next(row for row in table(report(told), "targets").rows if str(row[0]).startswith("K3"))
    assert k3[1] == (
        "exhibitions in the register: no figure available; exhibitions reported: 0; publications received: 3,000; "
        "publications issued: 2,500"
    )


def test_the_plan_is_named_by_its_own_words(told: Corpus) -> None:
    plan = (told.root / "data/plan.yml").read_text("utf-8")
    words_of = {"number": "7/KH-MAU", "issued": "2023-02-01", "issuer": "{vi: Tỉnh Mẫu, en: Sample Province}"}
    words_of["sections"] = "{content: A, target: B, task: XX, budget: C, report: D.8}"
    for name, value in words_of.items():
        plan = re.sub(rf"^{name}: .*$", f"{name}: {value}", plan, flags=re.M)
    told.write("data/plan.yml", plan)
    made = report(told)
    assert made.paper("paper").subject.startswith("Results of Plan No. 7/KH-MAU of 1 February 2023 on ")
    assert "Under section D.8 of Plan No. 7/KH-MAU of 1 February 2023 of the Sample Province" in said(made)
    assert "2. Budget (section C of the plan)" in said(made)
    assert said(report(told, "final")).split("\n")[1].startswith("Under Plan No. 7/KH-MAU")
    assert PLAN.number not in as_markdown(made, "paper", words("en")).decode()


def test_the_notes_under_the_targets_are_the_plan_s(told: Corpus) -> None:
    notes = [target.note.en for target in PLAN.targets if target.note]
    assert notes
    assert all(note in said(report(told)) for note in notes)
    plan = (told.root / "data/plan.yml").read_text("utf-8")
    told.write("data/plan.yml", re.sub(r"    note: .*\n", "", plan))
    assert not any(note in said(report(told)) for note in notes)


def test_the_budget_is_summed_by_source(told: Corpus) -> None:
    made = report(told)
    assert "According to the reports of 4/4 bodies, 4,800,000 đồng were spent: Ngân sách 4,800,000 đồng." in said(made)
    assert table(made, "budget-sources").rows == (("Ngân sách", 4, 4_800_000), ("Total", 4, 4_800_000))


def frame_of(corpus: Corpus) -> Frame:
    frame = report(corpus).paper("paper").frame
    assert frame
    return frame


def test_what_the_owner_has_not_given_is_marked_and_what_it_gave_stands(told: Corpus) -> None:
    assert frame_of(told).signatory == "[not given: name of who signs]"
    told.write("data/owner.yml", OWNER)
    assert frame_of(told).number.endswith("/BC-UBND")
    assert frame_of(told).recipients == ("Ministry",)
    assert said(report(told)).startswith("To:\n- Council;\n- Committee.\nUnder ")
    assert report(told).paper("officer").frame is None


def test_every_table_has_a_sheet_of_its_own_that_excel_takes(told: Corpus) -> None:
    for kind in ("annual", "interim", "final"):
        for lang in ("vi", "en"):
            tables = report(told, kind, lang).tables
            assert len({one.id for one in tables}) == len(tables)
            sheets = [one.sheet.casefold() for one in tables]
            assert len(set(sheets)) == len(sheets)
            assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in sheets)
            assert all(len(row) == len(one.head) for one in tables for row in one.rows)


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


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != WRITTEN)


def test_the_door_writes_every_paper_and_twice_the_same(told: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    for folder in (one, other):
        where = ("--root", str(told.root), "--year", "2026", "--as-of", "2026-11-30", "--out", str(folder))
        done = run("scripts/report.py", *where)
        assert done.returncode == 0, done.stderr
    assert "bao-cao-2026.vi.docx" in files(one)
    assert [path.read_bytes() for path in sorted(one.iterdir())] == [
        path.read_bytes() for path in sorted(other.iterdir())
    ]


def test_a_mistake_in_a_register_leaves_the_old_report_as_it_was(
    told: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")
    (out / "bao-cao-2026.vi.docx").write_text("cũ", "utf-8")
    told.write("data/reported/2026/hoi.yml", "people: {human_rights: {in_post: 1, trained: 2}}\n")
    done = run("scripts/report.py", "--root", str(told.root), "--out", str(out), "--as-of", "2026-11-30")
    assert (done.returncode, files(out)) == (1, ["bao-cao-2026.vi.docx"])
    assert done.stdout.startswith("data/reported/2026/hoi.yml:1: ")
    assert (out / "bao-cao-2026.vi.docx").read_text("utf-8") == "cũ"


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
