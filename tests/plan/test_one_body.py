"""One body's report and one leaflet are not the province: nothing is met or on track, and no 0 stands where nobody
wrote one, in whatever form the figures are given."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from conftest import MADE_UP, PLAN_3112, Corpus, run
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.ledger import open_ledger
from portal.site.blocks.plan.progress import progress

DAY = date(2026, 11, 28)
REPORT = """document: {number: 12/BC, date: 2026-11-10}
spokesperson: {designated: true, disclosures: 2}
people:
  human_rights: {in_post: 4, trained: 3}
trainings:
  - {date: 2026-03-01, title: "Tập huấn về quyền trẻ em", people: 30}
misinformation: {detected: 10, handled: 9}
"""
LEAFLET = """id;date;title;agency;theme;formats;channels;languages;audiences;places;quantity;url
GD2;16/03/2026;Tờ rơi;so-gddt;1;leaflet;print;vi;children;;500;
"""
JUDGED = ("met", "on_track", "behind")
ZERO = re.compile(r"(?<![\d.,/\-])0(?![\d.,/\-])")
"""A 0 that stands alone: "0 %" and "0" are, 10 and 0/55 and a day are not."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = Corpus(tmp_path_factory.mktemp("one-body"))
    for name in ("agencies", "plan", "owner"):
        corpus.write(f"data/{name}.yml", (PLAN_3112 / f"data/{name}.yml").read_bytes())
    corpus.write("data/portal.yml", (MADE_UP / "data/portal.yml").read_bytes())
    corpus.write("data/reported/2026/so-gddt.yml", REPORT)
    corpus.write("data/products/2026-so-gddt.csv", LEAFLET)
    for number in range(3):
        corpus.story(f"thanh-tuu/2026/s{number}", title=f'"Bài của cổng số {number}"', agency="so-gddt")
    return corpus.root


def said(root: Path, door: str, *arguments: str) -> str:
    where = ("--root", str(root), "--as-of", str(DAY), "--year", "2026", "--lang", "en")
    done = run(f"scripts/{door}.py", *where, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_programs_are_told_that_nothing_can_be_judged_yet(root: Path) -> None:
    targets = json.loads(said(root, "kpi", "--format", "json"))["targets"]
    assert {one["status"] for one in targets.values()} <= {"too_few_reports", "no_data", "not_computable"}
    assert targets["K3"]["counts"] == {
        "exhibitions_in_register": None,
        "exhibitions_reported": None,
        "publications_received": None,
        "publications_issued": None,
    }
    rows = list(csv.DictReader(io.StringIO(said(root, "kpi", "--format", "csv"))))
    judged = {row["status"] for row in rows if row["measure"] == "result"}
    assert judged <= {"too_few_reports", "no_data", "not_computable"}
    assert {row["status"] for row in rows}.isdisjoint(JUDGED)
    made = json.loads(said(root, "kpi", "--counts", "--format", "json"))
    assert made["by"]["channel"]["loudspeaker"] is None
    counts = list(csv.DictReader(io.StringIO(said(root, "kpi", "--counts", "--format", "csv"))))
    of_products = [row for row in counts if row["dimension"] in made["by"]]
    assert of_products
    assert {row["count"] for row in of_products} <= {"", "1", "3", "4"}


def test_the_terminal_prints_no_judgement_and_no_0_of_products(root: Path) -> None:
    table = said(root, "kpi")
    assert not re.search(r"\b(Met|On track|Behind)\b", table)
    counts = said(root, "kpi", "--counts").split("Stories by convention")[0].split("The portal's stories")[0]
    assert not ZERO.search(counts)


def test_the_page_draws_no_bar_and_counts_what_nobody_said_as_missing(root: Path) -> None:
    ledger, problems = open_ledger(open_library(root, DAY), DAY)
    assert problems == ()
    page = progress(ledger, DAY, "en")
    assert page
    assert [one.bar for one in page.targets] == [None] * len(page.targets)
    assert {one.row.status for one in page.targets}.isdisjoint(JUDGED)
    (k3,) = [one for one in page.targets if one.row.id == "K3"]
    assert {count for _, count in k3.row.counts} == {words("en").say("figure_missing")}
    (k4,) = [one for one in page.targets if one.row.id == "K4"]
    assert (k4.row.result, k4.row.portal) == ("0% (0/1)", "100% (3/3)")


@pytest.mark.parametrize("kind", ["annual", "interim", "final"])
def test_the_paper_and_its_annexes_judge_nothing_and_print_no_0_that_nobody_wrote(
    root: Path, kind: str, tmp_path: Path
) -> None:
    said(root, "report", "--kind", kind, "--out", str(tmp_path))
    papers = [file for file in tmp_path.glob("*.docx") if "phieu-kiem" not in file.name]
    assert len(papers) == 2
    for file in papers:
        text = in_document(file)
        assert "DRAFT" in text
        for judged in JUDGED:
            assert words("en").label("statuses", judged) not in text.split("\n")
        assert [line for line in text.split("\n") if ZERO.search(line) and "% (0/1)" not in line] == []
    (book,) = tmp_path.glob("*.xlsx")
    opened = CalamineWorkbook.from_path(str(book))
    cells = [cell for name in opened.sheet_names for row in opened.get_sheet_by_name(name).to_python() for cell in row]
    assert 0 not in [cell for cell in cells if isinstance(cell, int | float)]
    assert not {words("en").label("statuses", judged) for judged in JUDGED} & set(cells)


def in_document(file: Path) -> str:
    document = Document(str(file))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*paragraphs, *(cell.text for t in document.tables for row in t.rows for cell in row.cells)])
