"""The report's door: what an officer wrote, in a text or in Word, survives however often it is made."""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

import report
from conftest import TODAY, Corpus, run
from makers import SMALL_PLAN
from portal.content.library import open_library
from portal.plan.ledger import open_ledger

SENTENCE = "Sở đã mở ba lớp theo đúng kế hoạch của mình."


PLAN = (
    SMALL_PLAN.replace("targets: []", "filed: {}\ntargets: []")
    + """tasks:
  - id: IV.1a
    text: {vi: "Tuyên truyền", en: "Communication"}
    lead: [co-quan]
    coordinating: []
  - id: IV.2a
    text: {vi: "Tập huấn", en: "Training"}
    lead: [co-quan]
    coordinating: []
"""
)


@dataclass(frozen=True)
class Said:
    """How the door ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    """A plan of two tasks with one body, which has not reported."""
    corpus.write("data/plan.yml", PLAN)
    corpus.write("data/products/2026.csv", "id,date,title,agency,theme,formats,channels,languages,audiences\n")
    corpus.story()
    return corpus


def called(desk: Corpus, *arguments: str) -> Said:
    """The door, in this process: it is made twenty times over."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = report.main(["--root", str(desk.root), *arguments])
    return Said(code, out.getvalue(), err.getvalue())


def made(desk: Corpus, *more: str, out: str = "bao-cao") -> Said:
    return called(desk, "--out", str(desk.root / out), "--lang", "en", *more)


def annual(desk: Corpus, *more: str) -> Said:
    return made(desk, "--year", "2026", "--as-of", "2026-11-20", *more)


def paragraphs(file: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(file.read_bytes())).paragraphs]


def test_the_officer_s_sentence_is_in_the_paper_and_survives_ten_runs(desk: Corpus) -> None:
    text = desk.write("data/report-texts/2026/iv-2a.md", f"> Câu hỏi?\n\n{SENTENCE}\n\n- lớp một;\n- lớp hai.\n")
    before = text.read_bytes()
    for _ in range(10):
        assert annual(desk, "--lang", "vi").code == 0
        said = paragraphs(desk.root / "bao-cao/bao-cao-2026.vi.docx")
        assert said.count(SENTENCE) == 1
        assert {"- lớp một;", "- lớp hai."} <= set(said)
        assert not any("Câu hỏi?" in one for one in said)
    assert text.read_bytes() == before


def test_what_was_written_in_word_survives_ten_runs_and_is_said(desk: Corpus) -> None:
    assert annual(desk).code == 0
    file = desk.root / "bao-cao/bao-cao-2026.en.docx"
    document = Document(str(file))
    document.add_paragraph(SENTENCE)
    document.save(str(file))
    edited = file.read_bytes()
    for _ in range(10):
        done = annual(desk)
        assert done.code == 1
        assert "bao-cao-2026.en (2).docx" in done.err
        assert "data/report-texts/2026/" in done.err
    assert file.read_bytes() == edited
    assert sorted(one.name for one in file.parent.iterdir()) == [
        ".da-viet.json",
        "bao-cao-2026.en (2).docx",
        "bao-cao-2026.en.docx",
        "phieu-kiem-2026.en.docx",
        "phieu-kiem-2026.en.md",
        "phu-luc-2026.en.docx",
        "phu-luc-2026.en.xlsx",
    ]


@pytest.mark.parametrize("kind", ["annual", "interim", "final"])
def test_files_to_write_into_are_made_once_and_what_is_there_stays(desk: Corpus, kind: str) -> None:
    folder = {"annual": "2026", "interim": "2026-interim", "final": "2026-final"}[kind]
    mine = desk.write(f"data/report-texts/{folder}/proposals.md", SENTENCE)
    for run_again in (False, True):
        done = called(desk, "--texts", "--year", "2026", "--kind", kind)
        assert done.code == 0, done.err
        assert mine.read_text("utf-8") == SENTENCE
        assert (" 0 tệp" in done.out) is run_again
    made_now = desk.root / f"data/report-texts/{folder}/iv-1a.md"
    assert all(line.startswith(">") or not line for line in made_now.read_text("utf-8").splitlines())
    assert not (desk.root / "bao-cao").exists()
    ledger, problems = open_ledger(open_library(desk.root, TODAY), TODAY)
    assert (problems, bool(ledger)) == ((), True)


@pytest.mark.parametrize(("kind", "years"), [("interim", "2024-2026"), ("final", "2024-2028")])
def test_a_review_that_names_no_year_speaks_of_the_years_the_plan_asks_for(desk: Corpus, kind: str, years: str) -> None:
    done = called(desk, "--out", str(desk.root / "bao-cao"), "--lang", "en", "--kind", kind)
    assert done.code == 0, done.err
    name = {"interim": "so-ket-2026", "final": "tong-ket-2028"}[kind]
    assert years in "\n".join(paragraphs(desk.root / f"bao-cao/{name}.en.docx"))


def test_a_text_that_only_asks_leaves_the_place_open(desk: Corpus) -> None:
    called(desk, "--texts", "--year", "2026")
    assert annual(desk).code == 0
    said = "\n".join(paragraphs(desk.root / "bao-cao/bao-cao-2026.en.docx"))
    assert "[To be written" in said


def test_without_a_place_to_write_into_it_is_a_wrong_call(desk: Corpus) -> None:
    done = run("scripts/report.py", "--root", str(desk.root), "--year", "2026")
    assert (done.returncode, "--out" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_in_december_the_year_stays_until_its_report_was_sent_and_that_is_said(desk: Corpus) -> None:
    done = made(desk, "--as-of", "2026-12-01")
    assert done.code == 0, done.out
    assert (desk.root / "bao-cao/bao-cao-2026.en.docx").exists()
    assert "this is still the report of 2026" in done.err
    asked = made(desk, "--as-of", "2026-12-01", "--year", "2027", out="khac")
    assert "No day of filing is written for 2026" in asked.out
    plan = (desk.root / "data/plan.yml").read_text("utf-8")
    desk.write("data/plan.yml", plan.replace("filed: {}", "filed: {2026: 2026-11-20}"))
    filed = made(desk, "--as-of", "2026-12-01", out="nam-sau")
    assert (desk.root / "nam-sau/bao-cao-2027.en.docx").exists()
    assert "No day of filing" not in filed.out + filed.err
