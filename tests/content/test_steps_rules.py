"""Pages of steps say nothing without its source, call no private number, and lead to pages that are there."""

import pytest

from conftest import TODAY, Corpus
from portal.content.library import open_library

SOURCE = '[{title: "Luật", publisher: "Nơi", url: "https://dienbien.gov.vn/luat", accessed: 2026-01-10}]'
STEPS = {
    "kind": "steps",
    "sources": SOURCE,
    "checked": "2026-01-15",
    "helpers": '["Ủy ban xã [1]."]',
    "steps": '["Tới nơi [1].", "Nộp giấy."]',
    "legal_basis": '["Luật Mẫu, Điều 3 [1]."]',
}
NUMBERS = f'- number: "111"\n  what: {{vi: "Trẻ em", en: "Children"}}\n  sources: {SOURCE}\n'


def told(corpus: Corpus, **fields: str) -> list[tuple[str, str]]:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.story("tro-giup/buoc", title='"Một việc mẫu"', **{**STEPS, **fields})
    return [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems]


def test_a_page_of_steps_with_its_sources_passes(corpus: Corpus) -> None:
    limit = '["Trong 12 ngày làm việc (Điều 3) [1].", "Từ đủ 18 tuổi.", "Từ ngày 1/3/2027, năm 2024."]'
    assert told(corpus, how_long=limit, call='["111"]', discreet="true") == []


@pytest.mark.parametrize(
    "limit",
    ["Trong 60 ngày.", "Mất 12 giờ.", "Trong một năm.", "Chậm nhất 7 ngày làm việc.", "24 giờ là cùng.", "hai tháng"],
)
def test_a_time_limit_without_a_source_is_told(corpus: Corpus, limit: str) -> None:
    assert told(corpus, how_long=f'["{limit}"]') == [("how_long[1]", "limit-without-source")]


@pytest.mark.parametrize("limit", ["Within 12 working days.", "A 24-hour line.", "Within one year."])
def test_a_time_limit_of_a_translation_needs_its_source_too(corpus: Corpus, limit: str) -> None:
    corpus.story("tro-giup/buoc", title='"Một việc mẫu"', **STEPS)
    said = {key: STEPS[key] for key in ("helpers", "steps", "legal_basis")}
    corpus.english("tro-giup/buoc", title='"A sample matter"', **said, how_long=f'["{limit}"]')
    problems = open_library(corpus.root, TODAY).problems
    assert [(one.path, one.code) for one in problems] == [("content_en/tro-giup/buoc.md", "limit-without-source")]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("legal_basis", '["Luật Mẫu, Điều 3."]', "law-without-source"),
        ("helpers", '["Xem [nơi này](index.md)."]', "link-in-line"),
        ("bring", '["Giấy [2]."]', "source-number"),
        ("call", '["115"]', "number-to-call"),
    ],
)
def test_what_a_line_may_not_say_is_told_at_its_place(corpus: Corpus, field: str, value: str, code: str) -> None:
    assert told(corpus, discreet="false", **{field: value}) == [(f"{field}[1]", code)]


def test_a_page_needs_somebody_who_helps_a_step_and_a_law(corpus: Corpus) -> None:
    found = told(corpus, helpers="[]", steps="[]", legal_basis="[]")
    assert {field for field, _ in found} == {"helpers", "steps", "legal_basis"}


def test_a_way_that_leads_nowhere_is_told_with_the_page_it_may_mean(corpus: Corpus) -> None:
    corpus.story("tro-giup/buoc", title='"Một việc mẫu"', **STEPS)
    page = {"kind": "page", "sources": "", "date": "", "agency": ""}
    corpus.story("tro-giup/hoi", title='"Gặp việc gì?"', ways='[{say: "Việc một", to: tro-giup/buoc.md}]', **page)
    (problem,) = open_library(corpus.root, TODAY).problems
    assert (problem.field, problem.code, problem.values["choices"]) == ("ways[1].to", "way-nowhere", ["tro-giup/buoc"])


@pytest.mark.parametrize(
    ("said", "code"), [({}, ["discreet-unsaid"]), ({"discreet": "false"}, []), ({"discreet": "true"}, [])]
)
def test_a_page_that_offers_to_call_says_whether_others_may_see_it(
    corpus: Corpus, said: dict[str, str], code: list[str]
) -> None:
    assert [one for _, one in told(corpus, call='["111"]', **said)] == code


@pytest.mark.parametrize(("place", "asked"), [("tro-giup/index", True), ("tro-giup/khac", False)])
def test_so_does_a_page_to_which_people_in_danger_come_first(corpus: Corpus, place: str, asked: bool) -> None:
    page = {"kind": "page", "sources": "", "date": "", "agency": ""}
    corpus.story(place, title='"Nơi hỗ trợ mẫu"', shows="section", **page)
    found = [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems]
    assert found == [("discreet", "discreet-unsaid")] * asked
