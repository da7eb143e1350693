"""The progress page's values, from a small corpus."""

from datetime import date

import pytest

from conftest import ROOT, Corpus
from portal.content.library import open_library
from portal.plan.ledger import open_ledger
from portal.site.blocks.progress import Progress, progress

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
    corpus.write("data/plan.yml", (ROOT / "data/plan.yml").read_text("utf-8").split("tasks:")[0] + TASKS)
    corpus.write("data/reported/2026/co-quan.yml", REPORT)
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert problems == ()
    made = progress(ledger, TODAY, "en")
    assert made
    return made


def test_each_target_has_its_figure_its_bar_and_its_floor(page: Progress) -> None:
    k2a = next(target for target in page.targets if target.row.id == "K2a")
    assert (k2a.result, k2a.bar, k2a.floor_at, k2a.row.status) == ("75% (3/4)", 75.0, 100.0, "on_track")
    assert k2a.coverage == "1 of 1 bodies have reported."
    assert k2a.trend == ((2024, "no figure available"), (2025, "no figure available"), (2026, "75% (3/4)"))


def test_what_nobody_reported_is_named_and_has_no_bar(page: Progress) -> None:
    k5b = next(target for target in page.targets if target.row.id == "K5b")
    assert (k5b.result, k5b.bar, k5b.row.status, k5b.gaps) == ("", None, "no_data", ("Body",))
    k3 = next(target for target in page.targets if target.row.id == "K3")
    assert ("publications received", "no figure available") in k3.row.counts


def test_each_task_says_who_led_it_then_and_who_does_now(page: Progress) -> None:
    (task,) = page.tasks
    assert task.lead == (
        ("Body", ""),
        ("Old body", "Body"),
        ("Unclear body", "not clear: No document was seen."),
    )


def test_a_corpus_without_a_plan_has_no_progress(corpus: Corpus) -> None:
    assert progress(open_ledger(open_library(corpus.root, TODAY), TODAY)[0], TODAY, "vi") is None
