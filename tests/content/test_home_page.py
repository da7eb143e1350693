"""What editors choose for the home page, data/home.yml, and what check says of mistakes in it."""

from typing import Any

import pytest

from conftest import MADE_UP, TODAY, Corpus
from portal.content.known.house.home import HOME_PATH
from portal.content.library import open_library
from portal.reading.problems import Problem

FIGURE = (MADE_UP / "data/figures/nuoc-mau.yml").read_text("utf-8")
TILE = "  - {drawing: khai-sinh, place: thanh-tuu/2026/bai, say: {vi: Một, en: One}}\n"
NUMBER = (
    "figures:\n  - {figure: nuoc-mau, series: SERIES, column: COLUMN, place: thanh-tuu/2026/bai, say: {vi: a, en: b}}\n"
)


def problems_of(corpus: Corpus, chosen: str) -> list[Problem]:
    corpus.story()
    corpus.write("data/public_numbers.yml", (MADE_UP / "data/public_numbers.yml").read_text("utf-8"))
    for file in (MADE_UP / "data/recommendations").glob("*.yml"):
        corpus.write(f"data/recommendations/{file.name}", file.read_text("utf-8"))
    corpus.write("data/figures/nuoc-mau.yml", FIGURE)
    corpus.write(HOME_PATH, chosen)
    return [problem for problem in open_library(corpus.root, TODAY).problems if problem.path == HOME_PATH]


def number(series: int, column: int) -> str:
    return NUMBER.replace("SERIES", str(series)).replace("COLUMN", str(column))


@pytest.mark.parametrize(
    ("chosen", "line", "code", "values"),
    [
        (f"tiles:\n{TILE.replace('bai', 'bau')}", 2, "home-nowhere", {"choices": ["thanh-tuu/2026/bai"]}),
        (f"tiles:\n{TILE.replace('khai-sinh', 'con-meo')}", 2, "not-a-choice", {}),
        (f"tiles:\n{TILE * 7}", 1, "home-too-many", {"count": 7, "most": 6}),
        ("readers:\n  - khong-co\n", 2, "home-nowhere", {"value": "khong-co"}),
        ('calls:\n  - {number: "113", say: {vi: a, en: b}}\n', 2, "home-unknown", {"value": "113"}),
        ("findings: [khong-co]\n", 1, "home-unknown", {"path": "data/recommendations"}),
        (number(1, 3), 2, "home-no-value", {"value": 3}),
        (number(2, 2), 2, "home-no-value", {"figure": "nuoc-mau"}),
        (number(9, 1), 2, "home-no-value", {}),
        (number(1, 1).replace("nuoc-mau", "nuoc-bac"), 2, "home-unknown", {"path": "data/figures"}),
        ("tile: []\n", 1, "unknown-field", {}),
    ],
)
def test_a_mistake_is_told_on_its_line(
    corpus: Corpus, chosen: str, line: int, code: str, values: dict[str, Any]
) -> None:
    (problem,) = problems_of(corpus, chosen)
    assert (problem.line, problem.code) == (line, code)
    assert values.items() <= problem.values.items()


def test_what_is_there_is_no_problem(corpus: Corpus) -> None:
    chosen = f'calls: [{{number: "000", say: {{vi: a, en: b}}}}]\ntiles:\n{TILE}{number(1, 2)}'
    assert problems_of(corpus, f"{chosen}findings: [dinh-nghia-mau]\nreaders: [thanh-tuu/2026/bai]\n") == []


def test_a_figure_that_has_a_problem_of_its_own_is_not_said_to_be_missing(corpus: Corpus) -> None:
    problems_of(corpus, "tiles: []\n")
    corpus.write("data/figures/nuoc-mau.yml", FIGURE.replace("unit:", "units:"))
    corpus.write(HOME_PATH, number(1, 1))
    problems = open_library(corpus.root, TODAY).problems
    assert [one.path for one in problems if "nuoc-mau" in one.path]
    assert [one for one in problems if one.path == HOME_PATH] == []
