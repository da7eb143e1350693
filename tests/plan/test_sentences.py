"""The officer's own sentences: read as they are written, told where a paper could not print them."""

from pathlib import Path

import pytest

from conftest import TODAY, Corpus
from makers import SMALL_PLAN
from portal.content.library import open_library
from portal.plan.ledger import Ledger, open_ledger
from portal.reading.problems import Problem

TASKS = """tasks:
  - id: IV.1a
    text: {vi: "Tập huấn", en: "Training"}
    lead: [co-quan]
    coordinating: []
"""


@pytest.fixture
def planned(corpus: Corpus) -> Corpus:
    corpus.write("data/plan.yml", SMALL_PLAN + TASKS)
    return corpus


def opened(corpus: Corpus) -> tuple[Ledger, tuple[Problem, ...]]:
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert ledger, problems
    return ledger, problems


def read(corpus: Corpus, text: str, place: str = "2026/iv-1a") -> tuple[str, ...]:
    corpus.write(f"data/report-texts/{place}.md", text)
    ledger, problems = opened(corpus)
    assert problems == ()
    (texts,) = ledger.texts.values()
    return dict(texts).get(Path(place).name, ())


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Một câu.\n", ("Một câu.",)),
        ("Một câu\ndài hai dòng.\n\nĐoạn hai.", ("Một câu dài hai dòng.", "Đoạn hai.")),
        ("> Câu hỏi?\n\nTrả lời.\n", ("Trả lời.",)),
        ("Trả lời.\n> Câu hỏi?\nTiếp.", ("Trả lời.", "Tiếp.")),
        ("Gồm:\n- một;\n- hai,\n  nối.\n\nHết.", ("Gồm:", "- một;", "- hai, nối.", "Hết.")),
        ("• một\n* hai\n+ ba\n– bốn\n", ("- một", "- hai", "- ba", "- bốn")),
        ("\ufeffCó BOM.\r\n", ("Có BOM.",)),
        ("-5 độ là lạnh.\n", ("-5 độ là lạnh.",)),
        ("Đạt 5 < 7 và A & B, giá 3*4.\n", ("Đạt 5 < 7 và A & B, giá 3*4.",)),
    ],
)
def test_paragraphs_and_lists_are_read_as_they_are_written(
    planned: Corpus, text: str, paragraphs: tuple[str, ...]
) -> None:
    assert read(planned, text) == paragraphs


@pytest.mark.parametrize("text", ["", "\n \n", "> Câu hỏi?\n", "\ufeff"])
def test_a_file_that_is_empty_or_only_asks_counts_as_not_written(planned: Corpus, text: str) -> None:
    planned.write("data/report-texts/2026/iv-1a.md", text)
    ledger, problems = opened(planned)
    assert (dict(ledger.texts), problems) == ({}, ())


def test_each_report_has_a_folder_and_places_of_its_own(planned: Corpus) -> None:
    for place in ("2026/next-year", "2027-interim/next-years", "2028-final/lessons"):
        planned.write(f"data/report-texts/{place}.md", f"{place}.\n")
    ledger, problems = opened(planned)
    assert problems == ()
    assert {report: dict(texts) for report, texts in ledger.texts.items()} == {
        (2026, "annual"): {"next-year": ("2026/next-year.",)},
        (2027, "interim"): {"next-years": ("2027-interim/next-years.",)},
        (2028, "final"): {"lessons": ("2028-final/lessons.",)},
    }


@pytest.mark.parametrize(
    ("place", "code", "instead"),
    [
        ("2026/iv1a.md", "unknown-text", "iv-1a"),
        ("2026/IV.1a.md", "unknown-text", "iv-1a"),
        ("2026/next-years.md", "unknown-text", "next-year"),
        ("2026/README.md", "unknown-text", "proposals"),
        ("2026-interrim/assessment.md", "unknown-text-folder", "2026-interim"),
        ("2031/assessment.md", "unknown-text-folder", "2024"),
        ("nam-2026/assessment.md", "unknown-text-folder", "2026"),
        ("2026/iv-1a.docx", "office-not-read", "data/report-texts/2026/<nhiem-vu>.md"),
        ("2026/iv-1a.MD", "read-by-nobody", "data/report-texts/2026/iv-1a.md"),
        ("2026/them/iv-1a.md", "read-by-nobody", "data/report-texts/2026/<nhiem-vu>.md"),
        ("iv-1a.md", "read-by-nobody", "data/report-texts/2026/<nhiem-vu>.md"),
    ],
)
def test_a_text_for_a_place_that_no_report_has_is_told_with_the_name_meant(
    planned: Corpus, place: str, code: str, instead: str
) -> None:
    planned.write(f"data/report-texts/{place}", "Chữ.\n")
    ledger, (problem,) = opened(planned)
    assert (problem.code, ledger.texts) == (code, {})
    assert instead in problem.values["choices"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("# Kết quả", "text-heading"),
        ("=====", "text-heading"),
        ("---", "text-heading"),
        ("Một <b>chữ</b> đậm.", "text-html"),
        ("<!-- ghi chú -->", "text-html"),
        ("Xem [ở đây](a.md).", "text-link"),
        ("Xem https://a.example/.", "text-link"),
        ("Một **chữ** đậm.", "text-marks"),
        ("Một *chữ* nghiêng.", "text-marks"),
        ("| a | b |", "text-marks"),
        ("Một `mã`.", "text-marks"),
    ],
)
def test_what_a_paper_cannot_print_is_told_on_its_line(planned: Corpus, line: str, code: str) -> None:
    planned.write("data/report-texts/2026/iv-1a.md", f"Câu đầu.\n\n{line}\n")
    ledger, (problem,) = opened(planned)
    assert (problem.path, problem.line, problem.code) == ("data/report-texts/2026/iv-1a.md", 3, code)
    assert ledger.texts == {}


def test_everything_wrong_in_every_text_is_told_at_once(planned: Corpus) -> None:
    planned.write("data/report-texts/2026/iv1a.md", "# A\n\n<b>B</b>\n")
    planned.write("data/report-texts/2026/proposals.md", b"\xff\xfeX\x00")
    _, problems = opened(planned)
    assert [(p.path[-12:], p.code) for p in problems] == [
        ("2026/iv1a.md", "unknown-text"),
        ("2026/iv1a.md", "text-heading"),
        ("2026/iv1a.md", "text-html"),
        ("proposals.md", "utf-16"),
    ]
