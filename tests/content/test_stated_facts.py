"""A fact with a number stands in data/facts.yml once: texts read it there, and pages that say otherwise are told."""

import random

import pytest

from conftest import TODAY, Corpus
from portal.content.library import Library, open_library
from portal.language.locales import LANGUAGES
from portal.reading.problems import Problem

SOURCE = '{title: "Báo cáo", publisher: "Nơi", url: "https://example.org/bao-cao", accessed: 2026-01-15}'
FACTS = f"""\
- id: ho-ngheo
  what: {{vi: "tỷ lệ hộ nghèo", en: "share of poor households"}}
  percent: true
  values:
    - {{when: "2024", value: 21.29, source: {SOURCE}}}
    - {{when: "2025", value: 17.78, source: {SOURCE}}}
  words: {{vi: ["hộ nghèo"], en: ["poor households|households were poor"]}}
  unless: {{vi: ["phường"], en: ["wards"]}}
  others: [17.66]
- id: so-ho
  what: {{vi: "số hộ", en: "households"}}
  values: [{{when: {{vi: "cuối 2025", en: "end of 2025"}}, value: 143650, source: {SOURCE}}}]
- id: khuyen-nghi
  what: {{vi: "khuyến nghị được chấp nhận", en: "recommendations accepted"}}
  figure: upr
  series: 2
  words: {{vi: ["khuyến nghị", "chấp nhận"], en: ["recommendations", "accepted"]}}
"""
FIGURE = f"""\
finding: {{vi: "Tăng", en: "Rose"}}
title: {{vi: "Khuyến nghị", en: "Recommendations"}}
unit: {{vi: "khuyến nghị", en: "recommendations"}}
columns: ["2019", "2024"]
series:
  - {{name: {{vi: "Nhận", en: "Received"}}, values: [291, 320]}}
  - {{name: {{vi: "Chấp nhận", en: "Accepted"}}, values: [241, null]}}
source: {SOURCE}
"""


@pytest.fixture
def stated(corpus: Corpus) -> Corpus:
    corpus.write("data/facts.yml", FACTS)
    corpus.write("data/figures/upr.yml", FIGURE)
    return corpus


def library(corpus: Corpus) -> Library:
    return open_library(corpus.root, TODAY)


def problems(corpus: Corpus) -> tuple[Problem, ...]:
    return library(corpus).problems


def told(corpus: Corpus) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in problems(corpus)]


@pytest.mark.parametrize(
    ("mark", "vi", "en"),
    [
        ("[fact: ho-ngheo 2025]", "17,78 %", "17.78%"),
        ("[Fact:ho-ngheo  2025 ]", "17,78 %", "17.78%"),
        ("[fact: so-ho cuối 2025]", "143.650", "143,650"),
        ("[fact: khuyen-nghi 2019]", "241", "241"),
    ],
)
def test_a_text_in_either_language_takes_the_number_as_that_language_writes_it(
    stated: Corpus, mark: str, vi: str, en: str
) -> None:
    stated.story(body=f"Còn {mark} [1].\n", summary=f'["Còn {mark}."]')
    stated.english(body=f"It is {mark} [1].\n", summary=f'["It is {mark}."]')
    read = library(stated)
    assert read.problems == ()
    for lang, number in (("vi", vi), ("en", en)):
        story = read.stories[lang, "thanh-tuu/2026/bai"]
        assert number in story.document.body
        assert number in str(story.front.model_dump()["summary"])
        assert mark not in story.document.body


@pytest.mark.parametrize(
    ("mark", "choice"),
    [
        ("[fact: ho-ngheo 2023]", "[fact: ho-ngheo 2025]"),
        ("[fact: ho-ngeo 2025]", "[fact: ho-ngheo 2025]"),
        ("[fact: khuyen-nghi 2024]", "[fact: khuyen-nghi 2019]"),
        ("[fact: xxxx]", "data/facts.yml"),
    ],
)
def test_a_mark_that_names_no_number_is_told_on_its_line_with_marks_like_it(
    stated: Corpus, mark: str, choice: str
) -> None:
    stated.story(body=f"Chữ [1].\n\nCòn {mark} [1].\n")
    (problem,) = problems(stated)
    assert (problem.line, problem.code, problem.values["value"]) == (11, "unknown-fact", mark)
    assert choice in problem.values["choices"]


def test_a_mark_in_the_front_matter_that_names_no_number_is_told_on_its_line(stated: Corpus) -> None:
    stated.story(summary='["Còn [fact: ho-ngheo 1999]."]')
    assert [(one.field, one.code) for one in problems(stated)] == [("summary[1]", "unknown-fact")]


@pytest.mark.parametrize(
    ("facts", "line", "code"),
    [
        (FACTS.replace("  figure: upr\n  series: 2\n", ""), 13, "fact-numbers"),
        (FACTS.replace("  series: 2\n", f"  values: [{{when: x, value: 1, source: {SOURCE}}}]\n"), 13, "fact-numbers"),
        (FACTS.replace("figure: upr", "figure: khong-co"), 0, "fact-figure"),
        (FACTS.replace("series: 2", "series: 3"), 0, "fact-figure"),
    ],
)
def test_a_fact_has_its_numbers_in_exactly_one_place_that_is_there(
    stated: Corpus, facts: str, line: int, code: str
) -> None:
    stated.write("data/facts.yml", facts)
    stated.story()
    assert told(stated) == [("data/facts.yml", line, code)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2025 còn 18,2 % hộ nghèo [1].",
        "Hộ nghèo: 21,29 % năm 2024, 17,87 % năm 2025 [1].",
        "| Năm | Hộ nghèo |\n|---|---|\n| hộ nghèo 2025 | 17,8 % |",
    ],
)
def test_a_sentence_that_has_another_number_than_the_fact_is_a_doubt(stated: Corpus, sentence: str) -> None:
    stated.story(body=f"{sentence}\n\nChữ [1].\n")
    found = problems(stated)
    assert {one.code for one in found} == {"fact-elsewhere"}
    assert all(one.is_doubt for one in found)
    assert "[fact: ho-ngheo 2025]" in {one.values["mark"] for one in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2025 còn [fact: ho-ngheo 2025] hộ nghèo [1].",
        "Năm 2025 còn 17,78 % hộ nghèo [1].",
        "Theo báo khác, năm 2025 còn 17,66 % hộ nghèo [1].",
        "Năm 2025, ở phường còn 3,4 % hộ nghèo [1].",
        "Năm 2022 còn 30,1 % hộ nghèo [1].",
        "Năm 2025 có 12 xã còn hộ nghèo [1].",
        "Năm 2025 có 98 % trẻ đi học [1]. Còn hộ nghèo thì bớt [1].",
    ],
)
def test_a_sentence_that_says_the_same_or_is_about_something_else_is_none(stated: Corpus, sentence: str) -> None:
    stated.story(body=f"{sentence}\n")
    assert told(stated) == []


def test_two_pages_that_state_one_number_by_hand_are_told_and_one_that_reads_it_is_not(stated: Corpus) -> None:
    stated.story("thanh-tuu/2026/mot", body="Có 12,34 % và 5.678 hộ [1].\n", title='"Bài một của bộ kiểm tra"')
    stated.story("thanh-tuu/2026/hai", body="Cũng 12,34 % [1].\n", title='"Bài hai của bộ kiểm tra"')
    stated.story("thanh-tuu/2026/ba", body="Có [fact: ho-ngheo 2025] [1].\n", title='"Bài ba của bộ kiểm tra"')
    stated.story("thanh-tuu/2026/bon", body="Lại 17,78 % và 5.678 hộ [1].\n", title='"Bài bốn của bộ kiểm tra"')
    found = [(one.path[26:], one.values["value"]) for one in problems(stated) if one.code == "number-twice"]
    assert found == [("mot.md", "12,34"), ("mot.md", "5.678")]
    assert {one.code for one in problems(stated)} == {"number-twice"}


def test_without_a_file_of_facts_nobody_is_told_of_numbers(corpus: Corpus) -> None:
    for name in ("mot", "hai"):
        corpus.story(f"thanh-tuu/2026/{name}", body="Có 12,34 % [1].\n", title=f'"Bài {name} của bộ kiểm tra"')
    assert told(corpus) == []


@pytest.mark.parametrize(
    ("english", "values"),
    [
        ("In 2024 there were 320, of which 271 [1].", []),
        ("In 2024 there were 230, of which 271 [1].", ["230", "320"]),
        ("In 2024 there were 320 [1].", ["271"]),
        ("In 2024 there were 320, of which 271 or 1,250 [1].", ["1250"]),
    ],
)
def test_a_paragraph_that_has_not_the_numbers_of_its_original_is_a_doubt(
    corpus: Corpus, english: str, values: list[str]
) -> None:
    corpus.story(body="Đầu [1].\n\nNăm 2024 có 320, trong đó 271 [1].\n")
    corpus.english(body=f"Begin [1].\n\n{english}\n")
    found = [(one.line, one.code, one.values["values"]) for one in problems(corpus)]
    assert found == ([(7, "numbers-differ", values)] if values else [])


def test_numbers_are_compared_only_where_the_two_have_as_many_paragraphs(corpus: Corpus) -> None:
    corpus.story(body="Năm 2024 có 320 [1].\n\nVà thêm [1].\n")
    corpus.english(body="There were 230 [1].\n")
    assert told(corpus) == []


SHAPES = {
    "vi": [
        "Năm {when}, hộ nghèo còn {number} [1].",
        "Hộ nghèo giảm. Năm {when} còn {number} [1].",
        "Còn {number} hộ nghèo năm {when}.",
    ],
    "en": ["In {when} poor households were {number} [1].", "Fewer poor households. In {when} they were {number} [1]."],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_two_pages_that_disagree_on_a_fact_drawn_by_subject_and_year_the_wrong_one_is_told(
    stated: Corpus, lang: str
) -> None:
    """One page reads each fact, others state it by hand, some of them wrongly: those and no others are told."""
    drawn = random.Random(lang)
    right, wrong = {"2024": "21.29", "2025": "17.78"}, set[str]()
    for number in range(24):
        when, place = drawn.choice(sorted(right)), f"thanh-tuu/2026/bai-{number}"
        value = drawn.choice([right[when], f"{drawn.randint(40, 99)}.{drawn.randint(11, 99)}"])
        shown = f"{value.replace('.', ',')} %" if lang == "vi" else f"{value}%"
        said = drawn.choice([f"[fact: ho-ngheo {when}]", shown]) if value == right[when] else shown
        text = drawn.choice(SHAPES[lang]).format(when=when, number=said) + "\n\nChữ [1].\n"
        stated.story(place, body=text if lang == "vi" else "", title=f'"Bài thử số {number} của bộ kiểm tra"')
        if lang != "vi":
            stated.english(place, body=text.replace("Chữ", "Text"), title=f'"The story number {number} of the tests"')
        if value != right[when]:
            wrong.add(f"content_{lang}/{place}.md")
    found = {one.path for one in problems(stated) if one.code == "fact-elsewhere"}
    assert found == wrong
    assert wrong
