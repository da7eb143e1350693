"""Units of the training course: a length people get off work for, cases that rest on something, a whole test."""

import json
from typing import Any

import pytest

from conftest import TODAY, Corpus
from portal.content.fronts.units import POINT_LINES, UNIT_CASES, UNIT_MINUTES, UNIT_POINTS, UNIT_QUESTIONS
from portal.content.kinds import kinds_in
from portal.content.library import open_library
from portal.language.vocabulary import TRAINING

SOURCE = '[{title: "Luật", publisher: "Nơi", url: "https://dienbien.gov.vn/luat", accessed: 2026-01-10}]'
DOCUMENT = """kind: law
title: {vi: "Luật thử", en: "Trial law"}
about: {vi: "Kể một điều.", en: "One article."}
published: {vi: "Nơi", en: "Where"}
copies: [{whose: {vi: "Bản sao", en: "Copy"}, opened: 2026-01-10, read: {vi: "Một điều.", en: "One article."}}]
parts:
  - {id: dieu-1, heading: {vi: "Một", en: "One"}, told: {vi: "Kể.", en: "Told."}}
"""
PLACE = f"{TRAINING}/bai-1"
PATH = f"content_vi/{PLACE}.md"
Said = dict[str, Any]


def unit(en: bool = False) -> Said:
    """What a unit says in a language, all of it right."""
    say = "Text" if en else "Lời"
    case = {"title": say, "situation": f"{say}.", "questions": [f"{say}?"], "answer": f"{say} [1]."}
    law = {"document": "luat-thu", "part": "dieu-1"}
    return {
        "aims": [f"{say} a.", f"{say} b."],
        "prepare": [f"{say}."],
        "course": [{"minutes": UNIT_MINUTES[0], "title": say, "teacher": f"{say}.", "pupils": f"{say}."}],
        "points": [{"title": say, "lines": [f"{say}."] * POINT_LINES[0]} for _ in range(UNIT_POINTS[0])],
        "cases": [{**case, "law": law, "page": "tro-giup/viec"} for _ in range(UNIT_CASES[0])],
    }


def quiz(count: int) -> str:
    """A test of so many questions."""
    choices = 'choices: [{vi: "A", en: "A"}, {vi: "B", en: "B"}]'
    asked = (
        f'  - {{id: cau-{n}, question: {{vi: "Hỏi?", en: "What?"}}, {choices}, right: 1,'
        f' because: {{vi: "Vì.", en: "Because."}}, source: {{document: luat-thu, part: dieu-1}}}}\n'
        for n in range(count)
    )
    return f'title: {{vi: "Bài", en: "Test"}}\nabout: {PLACE}\nquestions:\n{"".join(asked)}'


def told(corpus: Corpus, said: Said, en: Said | None = None, count: int = UNIT_QUESTIONS) -> list[tuple[str, str, int]]:
    corpus.write("data/documents/luat-thu.yml", DOCUMENT)
    if count:
        corpus.write("data/quizzes/bai.yml", quiz(count))
    corpus.story("tro-giup/viec", kind="page", agency="", sources="")
    heads = [{name: json.dumps(value, ensure_ascii=False) for name, value in one.items()} for one in (said, en or {})]
    fields = {"title": '"Bài thử"', "kind": "unit", "sources": SOURCE, "learners": "[officials]", "drawing": "crc"}
    corpus.story(PLACE, **fields, **heads[0], body="Lời cho người hướng dẫn [1].\n")
    if en:
        corpus.english(PLACE, title='"A trial unit"', **heads[1], body="Words for trainers [1].\n")
    return [(one.field, one.code, one.line) for one in open_library(corpus.root, TODAY).problems]


def line_of(corpus: Corpus, start: str) -> int:
    rows = (corpus.root / PATH).read_text("utf-8").splitlines()
    return 1 + next(number for number, row in enumerate(rows) if row.startswith(start))


def test_a_unit_that_is_right_in_both_languages_passes(corpus: Corpus) -> None:
    assert told(corpus, unit(), unit(en=True)) == []
    assert set(kinds_in(TRAINING)) == {"page", "unit"}


@pytest.mark.parametrize("minutes", [UNIT_MINUTES[0] - 1, UNIT_MINUTES[1] + 1])
def test_a_unit_too_short_or_too_long_is_told_at_the_line_of_its_course(corpus: Corpus, minutes: int) -> None:
    said = unit()
    said["course"][0]["minutes"] = minutes
    assert told(corpus, said) == [("course", "unit-minutes", line_of(corpus, "course"))]


@pytest.mark.parametrize("count", [0, UNIT_QUESTIONS - 1])
def test_a_test_with_too_few_questions_or_none_says_how_many_are_needed(corpus: Corpus, count: int) -> None:
    assert [(field, code) for field, code, _ in told(corpus, unit(), count=count)] == [("", "unit-test")]
    (problem,) = open_library(corpus.root, TODAY).problems
    for lang in ("vi", "en"):
        assert f"'about: {PLACE}'" in problem.message(lang)
        assert str(UNIT_QUESTIONS) in problem.message(lang)


@pytest.mark.parametrize(
    ("place", "value", "told_at", "code"),
    [
        (("cases", 0, "law", "part"), "dieu-9", "cases[1].law.part", "quiz-part"),
        (("cases", 1, "law", "document"), "luat-la", "cases[2].law.document", "quiz-document"),
        (("cases", 0, "law"), {"page": "tro-giup/la"}, "cases[1].law.page", "home-nowhere"),
        (("cases", 0, "law"), {"page": PLACE, "number": 2}, "cases[1].law.number", "quiz-source-number"),
        (("cases", 0, "law"), {"page": PLACE, "part": "1"}, "cases[1].law", "quiz-source-unclear"),
        (("cases", 0, "page"), "tro-giup/la", "cases[1].page", "home-nowhere"),
        (("cases", 0, "answer"), "Lời [2].", "cases[1].answer", "source-number"),
        (("points", 2, "lines", 0), "Xem [đây](index.md).", "points[3].lines[1]", "link-in-line"),
        (("points", 0, "lines"), ["Lời."], "points[1].lines", "print-count"),
        (("cases",), [], "cases", "print-count"),
    ],
)
def test_what_is_wrong_in_a_unit_is_told_at_its_field(
    corpus: Corpus, place: tuple[Any, ...], value: object, told_at: str, code: str
) -> None:
    said = unit()
    target: Any = said
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    found = told(corpus, said)
    assert (told_at, code) in {(field, name) for field, name, _ in found}
    assert {line for field, _, line in found if field == told_at} == {line_of(corpus, str(place[0]))}


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (("course", 0, "minutes"), UNIT_MINUTES[0] + 1, "lesson-other"),
        (("cases", 0, "page"), PLACE, "lesson-other"),
        (("cases", 0, "questions"), ["One?", "Two?"], "lesson-differs"),
        (("points", 1, "lines"), ["A.", "B.", "C."], "lesson-differs"),
    ],
)
def test_a_translation_that_teaches_otherwise_is_told(
    corpus: Corpus, place: tuple[Any, ...], value: object, code: str
) -> None:
    other = unit(en=True)
    target: Any = other
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    assert code in {name for _, name, _ in told(corpus, unit(), other)}
