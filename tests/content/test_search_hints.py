"""What editors tell the search: data/search.yml and search_words, and what check says of mistakes in them."""

from typing import Any

import pytest
import yaml

from conftest import MADE_UP, TODAY, Corpus
from portal.content.known.house.search import SEARCH_PATH
from portal.content.library import open_library
from portal.content.rules.house.search_hints import hint_problems
from portal.reading.problems import Problem

NUMBERS = (MADE_UP / "data/public_numbers.yml").read_text("utf-8")


def problems_of(corpus: Corpus, hints: str) -> list[Problem]:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.write(SEARCH_PATH, hints)
    return [problem for problem in open_library(corpus.root, TODAY).problems if problem.path == SEARCH_PATH]


@pytest.mark.parametrize(
    ("hints", "line", "code", "values"),
    [
        ("less: [thanh-tuu]\n\nvi:\n  best:\n    - {place: tro-giup/khong, asked: [a]}\n", 5, "search-nowhere", {}),
        ("less:\n  - khong-co\n", 2, "search-nowhere", {"value": "khong-co"}),
        (
            "en:\n  best:\n    - place: thanh-tuu/2026/bay\n      asked: [a]\n",
            3,
            "search-nowhere",
            {"value": "thanh-tuu/2026/bay"},
        ),
        ('call: "113"\n', 1, "search-no-number", {"value": "113"}),
        ('vi:\n  danger:\n    - {asked: [a], call: ["000", "113"]}\n', 3, "search-no-number", {"value": "113"}),
        ("vi:\n  danger: [a]\n", 2, "not-fields", {}),
        ("vi:\n  danger:\n    - {asked: [a], call: []}\n", 3, "empty-list", {}),
        ("vi:\n  synonyms:\n    - {said: [a]}\n", 3, "missing-field-in", {}),
        ("vi:\n  best:\n    - {place: thanh-tuu/2026/bai, asked: []}\n", 3, "empty-list", {}),
        ("vi:\n  bets: []\n", 2, "unknown-field", {}),
        ("vi:\n  short:\n    - {typed: [k o], means: không}\n", 3, "search-short-word", {"value": "k o"}),
        ('en:\n  short:\n    - {typed: [u], means: "…"}\n', 3, "search-short-means", {"value": "…"}),
        (
            "vi:\n  short:\n    - {typed: [dc], means: được}\n    - {typed: [ĐC], means: địa chỉ}\n",
            4,
            "search-short-twice",
            {"value": "ĐC", "means": "được"},
        ),
    ],
)
def test_a_mistake_is_told_on_its_line(
    corpus: Corpus, hints: str, line: int, code: str, values: dict[str, Any]
) -> None:
    corpus.story()
    (problem,) = problems_of(corpus, hints)
    assert (problem.line, problem.code) == (line, code)
    assert values.items() <= problem.values.items()


def test_a_place_almost_right_is_answered_with_the_one_that_was_meant(corpus: Corpus) -> None:
    corpus.story()
    (problem,) = problems_of(corpus, "vi:\n  best:\n    - {place: thanh-tuu/2026/bau, asked: [a]}\n")
    assert problem.values["choices"] == ["thanh-tuu/2026/bai"]


def test_places_and_numbers_that_are_there_are_no_problem(corpus: Corpus) -> None:
    corpus.story()
    good = {
        "call": "000",
        "less": ["thanh-tuu/2026"],
        "vi": {
            "best": [{"place": "thanh-tuu/2026/bai", "asked": ["a"]}],
            "short": [{"typed": ["k"], "means": "không"}],
        },
        "en": {"short": [{"typed": ["k"], "means": "okay"}]},
    }
    assert problems_of(corpus, yaml.safe_dump(good)) == []


def test_a_portal_without_the_file_is_told_nothing(corpus: Corpus) -> None:
    corpus.story()
    assert list(hint_problems(open_library(corpus.root, TODAY).data, ())) == []


def test_search_words_are_said_by_each_language_and_must_be_texts(corpus: Corpus) -> None:
    corpus.story(search_words="[sổ đỏ, bắt vợ]")
    corpus.english(search_words="[red book]")
    assert open_library(corpus.root, TODAY).problems == ()
    corpus.story(search_words="sổ đỏ")
    (problem,) = open_library(corpus.root, TODAY).problems
    assert problem.field == "search_words"
