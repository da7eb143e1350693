"""data/recommendations/: what the UN told Viet Nam, each with its place, its sources and what is not known."""

from datetime import date

import pytest

from conftest import MADE_UP, TODAY, Corpus
from makers import CONTEXT
from portal.content.known.law.recommendations import every_recommendation
from portal.content.known.reference import ReferenceData, read_reference_data
from portal.content.library import open_library

HEAD = """mechanism: cat
title: {vi: A, en: B}
symbol: MAU/1
date: 2024-05-06
read: {vi: Một, en: One}
sources:
  - {title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}
recommendations:
"""
ONE = """  - id: mot
    paragraph: "§6"
    read: text
    kind: concern
    subject: {vi: Việc, en: Matter}
    told: {vi: Câu, en: Text}
    rights: [torture]
    groups: [everyone]
    sources: [1]
"""
PATH = "data/recommendations/mau.yml"
DONE = "    happened: [{kind: law, told: {vi: Luật, en: Law}, sources: [1]}]\n"


def read(corpus: Corpus, text: str, path: str = PATH) -> ReferenceData:
    corpus.write("data/conventions.yml", (MADE_UP / "data/conventions.yml").read_text("utf-8"))
    corpus.write(path, text)
    return read_reference_data(corpus.root, CONTEXT)


def test_one_without_answer_body_or_deed_is_whole_and_says_that_nothing_is_known(corpus: Corpus) -> None:
    data = read(corpus, HEAD + ONE)
    assert data.problems == ()
    ((document, one),) = every_recommendation(data.recommendations)
    assert (document.id, document.year, one.status, one.answer, one.lead) == ("mau", 2024, "unknown", None, None)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (HEAD.replace("mechanism: cat", "mechanism: cet") + ONE, 1, "choice-meant"),
        (HEAD.replace("2024", "2099") + ONE, 4, "day-in-future"),
        (HEAD.replace("symbol: MAU/1\n", "") + ONE, 9, "paragraph-without-symbol"),
        (HEAD + ONE + ONE, 18, "id-twice"),
        (HEAD + ONE.replace("id: mot", "id: mau"), 9, "id-twice"),
        (HEAD + ONE.replace("[torture]", "[tortur]"), 15, "choice-meant"),
        (HEAD + ONE.replace("[torture]", "[]"), 15, "empty-list"),
        (HEAD + ONE.replace("[everyone]", "[everyon]"), 16, "choice-meant"),
        (HEAD + ONE + "    articles: {crq: [1]}\n", 18, "choice-meant"),
        (HEAD + ONE + "    articles: {cat: [999]}\n", 18, "article-not-there"),
        (HEAD + ONE + "    articles: {cat: [0]}\n", 18, "article-not-there"),
        (HEAD + ONE.replace("sources: [1]", "sources: [0]"), 17, "recommendation-source"),
        (HEAD + ONE + "    answer: {told: {vi: a, en: b}}\n", 18, "answer-without-source"),
        (HEAD + ONE + "    answer: {told: {vi: a, en: b}, sources: [2]}\n", 18, "recommendation-source"),
        (HEAD + ONE + "    lead: {name: {vi: a, en: b}, sources: [2]}\n", 18, "recommendation-source"),
        (HEAD + ONE + DONE.replace("[1]", "[7]"), 18, "recommendation-source"),
        (HEAD + ONE + DONE.replace("kind: law", "kind: law, date: 2099-01-01"), 18, "day-in-future"),
        (HEAD + ONE + "    status: done\n", 18, "status-without-ground"),
        (HEAD + ONE + "    position: noted\n", 18, "position-of-committee"),
        (HEAD + ONE.replace("vi: Câu, en: Text", "vi: Câu"), 14, "missing-field-in"),
        ("id: mau\n" + HEAD + ONE, 1, "figure-own-id"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(corpus: Corpus, text: str, line: int, code: str) -> None:
    assert (PATH, line, code) in {(p.path, p.line, p.code) for p in read(corpus, text).problems}


def test_what_has_a_ground_may_have_a_status_and_a_review_a_position(corpus: Corpus) -> None:
    review = (
        HEAD.replace("mechanism: cat", "mechanism: upr") + ONE + DONE + "    status: begun\n    position: accepted\n"
    )
    assert read(corpus, review).problems == ()


def test_two_documents_have_no_id_in_common_and_the_newest_comes_first(corpus: Corpus) -> None:
    read(corpus, HEAD.replace("2024", "2020") + ONE, "data/recommendations/cu.yml")
    twin = read(corpus, HEAD + ONE)
    assert [(p.path, p.code) for p in twin.problems] == [(PATH, "id-twice")]
    data = read(corpus, HEAD + ONE.replace("id: mot", "id: hai"))
    assert [(of.date, one.id) for of, one in every_recommendation(data.recommendations)] == [
        (date(2024, 5, 6), "hai"),
        (date(2020, 5, 6), "mot"),
    ]


def test_a_page_that_is_to_show_a_document_is_there(corpus: Corpus) -> None:
    corpus.story()
    corpus.write(PATH, HEAD + ONE + "page: thanh-tuu/2026/bau\n")
    found = [one for one in open_library(corpus.root, TODAY).problems if one.path == PATH]
    assert [(one.line, one.code, one.values["choices"]) for one in found] == [
        (18, "home-nowhere", ["thanh-tuu/2026/bai"])
    ]
    corpus.write(PATH, HEAD + ONE + "page: thanh-tuu/2026/bai\n")
    assert not [one for one in open_library(corpus.root, TODAY).problems if one.path == PATH]
