"""The progress page's values, from a small corpus."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import PLAN_3112, Corpus, portal_of
from portal.content.library import open_library
from portal.language.made_files import DATA_FOLDER
from portal.language.places import PROGRESS
from portal.language.words import words
from portal.plan.ledger import open_ledger
from portal.plan.report.make import make_report
from portal.site.blocks.plan.progress import Progress, progress, progress_block
from portal.site.files.outputs import outputs
from portal.site.spot import Spot
from portal.site.values import Link

TODAY = date(2026, 11, 23)
AGENCIES = """- id: co-quan
  kind: administrative
  name: {vi: "Cơ quan", en: "Body"}
- id: co-quan-cu
  kind: former
  name: {vi: "Cơ quan cũ", en: "Old body"}
  successor: co-quan
- id: chua-ro
  kind: former
  name: {vi: "Chưa rõ", en: "Unclear body"}
  note: {vi: "Chưa thấy văn bản.", en: "No document was seen."}
"""
TASKS = """tasks:
  - id: IV.9
    text: {vi: "Việc thử", en: "A task"}
    lead: [co-quan, co-quan-cu, chua-ro]
    coordinating: []
"""
REPORT = "spokesperson: {designated: true}\npeople:\n  human_rights: {in_post: 4, trained: 3}\n"


@pytest.fixture
def page(corpus: Corpus) -> Progress:
    corpus.write("data/agencies.yml", AGENCIES)
    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0] + TASKS)
    corpus.write("data/reported/2026/co-quan.yml", REPORT)
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert problems == ()
    made = progress(ledger, TODAY, "en")
    assert made
    return made


@pytest.mark.parametrize(
    ("day", "said"), [("1970-01-01", "has not begun"), ("2023-11-30", "has not begun"), ("2023-12-01", "Counted up to")]
)
def test_before_its_first_day_the_plan_has_not_begun(page: Progress, corpus: Corpus, day: str, said: str) -> None:
    ledger, _ = open_ledger(open_library(corpus.root, TODAY), TODAY)
    made = progress(ledger, date.fromisoformat(day), "en")
    assert made
    assert said in made.window


def test_each_target_has_its_figure_its_bar_and_its_floor(page: Progress) -> None:
    k2a = next(target for target in page.targets if target.row.id == "K2a")
    assert (k2a.result, k2a.bar, k2a.floor_at, k2a.row.status) == ("75% (3/4)", 75.0, 100.0, "on_track")
    assert k2a.coverage == "1 of 1 bodies have reported."
    assert k2a.trend == ((2024, "no figure available"), (2025, "no figure available"), (2026, "75% (3/4)"))


def test_what_nobody_reported_is_named_and_has_no_bar(page: Progress) -> None:
    k5b = next(target for target in page.targets if target.row.id == "K5b")
    assert (k5b.result, k5b.bar, k5b.row.status, k5b.gaps) == ("", None, "no_data", (Link("Body", ""),))
    k3 = next(target for target in page.targets if target.row.id == "K3")
    assert ("publications received", "no figure available") in k3.row.counts


def test_too_few_reports_draw_no_bar_and_say_how_many_there_are(corpus: Corpus) -> None:
    others = "".join(f"- {{id: so-{n}, kind: administrative}}\n" for n in range(53))
    corpus.write("data/agencies.yml", AGENCIES + others)
    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0] + TASKS)
    corpus.write("data/reported/2026/co-quan.yml", REPORT)
    ledger, _ = open_ledger(open_library(corpus.root, TODAY), TODAY)
    for lang, said in (("vi", "Quá ít báo cáo (1/54)"), ("en", "Too few reports (1 of 54)")):
        made = progress(ledger, TODAY, lang)
        assert made
        k1 = next(target for target in made.targets if target.row.id == "K1")
        assert (k1.bar, k1.row.status, k1.row.status_text) == (None, "too_few_reports", said)
        assert said in k1.trend[-1][1]
    made = progress(ledger, TODAY, "en")
    assert made
    assert made.rule.startswith("A target is judged only when at least 50% of the bodies due have reported.")
    assert made.products == "Products in the period: no figure available"


def test_the_page_and_the_report_say_the_same_of_every_target(page: Progress, corpus: Corpus) -> None:
    ledger, _ = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert ledger
    (table,) = [t for t in make_report(ledger, 2026, TODAY, "annual", False, words("en")).tables if t.id == "targets"]
    assert [(f"{one.row.id}. {one.row.text}", one.row.result, one.row.status_text) for one in page.targets] == [
        (row[0], row[1], row[3]) for row in table.rows
    ]


def test_each_task_says_who_led_it_then_and_who_does_now(page: Progress) -> None:
    (task,) = page.tasks
    assert task.lead == (
        (Link("Body", ""), ""),
        (Link("Old body", ""), "Body"),
        (Link("Unclear body", ""), "not clear: No document was seen."),
    )


def test_a_corpus_without_a_plan_has_no_progress(corpus: Corpus) -> None:
    assert progress(open_ledger(open_library(corpus.root, TODAY), TODAY)[0], TODAY, "vi") is None


def test_the_files_a_reader_can_take_are_those_the_site_makes(corpus: Corpus, page: Progress) -> None:
    site = portal_of(corpus)
    shown = progress_block(Spot(site, "en", PROGRESS))
    assert shown
    assert replace(shown, downloads=()) == page
    made = {path for path in outputs(site, ()).files if path.startswith(DATA_FOLDER) and "chi-tieu" in path}
    offered = {link.href.removeprefix("../../../") for link in shown.downloads}
    assert made <= offered
    assert offered <= set(outputs(site, ()).files)
