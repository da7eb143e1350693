"""Lessons add up, say on their cards what the article says, and teach the same in both languages."""

import json
from typing import Any

import pytest

from conftest import TODAY, Corpus
from portal.content.fronts.lessons import (
    LESSON_CARDS,
    LESSON_MINUTES,
    LESSON_QUESTIONS,
    MOST_WORDS_ON_A_CARD,
)
from portal.content.fronts.taught import LESSON_AIMS
from portal.content.kinds import KINDS, kinds_in
from portal.content.library import open_library
from portal.language.vocabulary import SCHOOL

SOURCE = '[{title: "Công ước", publisher: "Nơi", url: "https://dienbien.gov.vn/crc", accessed: 2026-01-10}]'
NUMBERS = f'- number: "111"\n  what: {{vi: "Trẻ em", en: "Children"}}\n  sources: {SOURCE}\n'
DOCUMENT = """kind: treaty
title: {vi: "Công ước thử", en: "Trial convention"}
about: {vi: "Kể hai điều.", en: "Two articles."}
published: {vi: "Bộ", en: "Series"}
copies: [{whose: {vi: "Bản sao", en: "Copy"}, opened: 2026-01-10, read: {vi: "Hai điều.", en: "Two articles."}}]
parts:
  - {id: dieu-1, heading: {vi: "Ai", en: "Who"}, told: {vi: "Người dưới 18 tuổi.", en: "Anyone below 18."}}
  - {id: dieu-2, heading: {vi: "Không phân biệt", en: "Alike"}, told: {vi: "Ai cũng như nhau.", en: "All alike."}}
"""
PLACE = f"{SCHOOL}/crc"
Said = dict[str, Any]
OTHER_CARDS = [{"article": 1, "title": f"Thẻ {one}", "words": f"Lời {one}."} for one in "ijklm"]


def lesson(en: bool = False) -> Said:
    """What a lesson says in a language, all of it right."""
    say = "Text" if en else "Lời"
    return {
        "pupils": f"{say} 8",
        "aims": [f"{say} {'abcd'[one]} [1]." for one in range(LESSON_AIMS[0])],
        "prepare": [f"{say}."],
        "course": [
            {"minutes": 20, "title": f"{say} a", "teacher": f"{say}.", "pupils": f"{say}."},
            {"minutes": LESSON_MINUTES - 20, "title": f"{say} b", "teacher": f"{say} [1].", "pupils": f"{say}."},
        ],
        "cards": [
            {"article": 1 + one % 2, "title": f"{say} {'abcdefgh'[one]}", "words": f"{say}.", "drawing": "crc"}
            for one in range(LESSON_CARDS[0])
        ],
        "questions": [
            {"question": f"{say} {'abcdef'[one]}?", "answer": f"{say}.", "article": 1}
            for one in range(LESSON_QUESTIONS[0])
        ],
    }


def written(said: Said) -> dict[str, str]:
    """The fields as YAML of one line each."""
    return {name: json.dumps(value, ensure_ascii=False) for name, value in said.items()}


def told(corpus: Corpus, said: Said, en: Said | None = None, convention: str = "crc") -> list[tuple[str, str, int]]:
    corpus.write("data/documents/crc.yml", DOCUMENT)
    corpus.write("data/public_numbers.yml", NUMBERS)
    fields = {"title": '"Bài học thử"', "kind": "lesson", "sources": SOURCE, "convention": convention}
    corpus.story(PLACE, **fields, **written(said), body="Lời cho thầy cô [1].\n")
    if en:
        corpus.english(PLACE, title='"A trial lesson"', **written(en), body="Words for teachers [1].\n")
    return [(one.field, one.code, one.line) for one in open_library(corpus.root, TODAY).problems]


def codes(corpus: Corpus, said: Said, en: Said | None = None) -> list[tuple[str, str]]:
    return [(field, code) for field, code, _ in told(corpus, said, en)]


def test_a_lesson_that_is_right_in_both_languages_passes(corpus: Corpus) -> None:
    assert told(corpus, lesson(), lesson(en=True)) == []
    assert "lesson" in KINDS
    assert set(kinds_in(SCHOOL)) == {"page", "lesson"}
    story = open_library(corpus.root, TODAY).stories["en", PLACE]
    assert story.front.conventions == ["crc"]


def test_minutes_that_do_not_add_up_are_told_at_the_line_of_the_course(corpus: Corpus) -> None:
    said = lesson()
    said["course"][0]["minutes"] += 1
    found = told(corpus, said)
    rows = (corpus.root / f"content_vi/{PLACE}.md").read_text("utf-8").splitlines()
    assert found == [
        ("course", "lesson-minutes", 1 + next(n for n, row in enumerate(rows) if row.startswith("course")))
    ]


@pytest.mark.parametrize(
    ("place", "value", "told_at", "code"),
    [
        (("cards", 2, "article"), 3, "cards[3].article", "lesson-article"),
        (("questions", 1, "article"), 9, "questions[2].article", "lesson-article"),
        (("cards", 0, "drawing"), "mat-troi", "cards[1].drawing", "not-a-choice"),
        (("cards", 0, "words"), " ".join(["lời"] * (MOST_WORDS_ON_A_CARD + 1)), "cards[1].words", "lesson-card-long"),
        (("cards", 0, "words"), "Dưới 16 tuổi.", "cards[1].words", "lesson-number"),
        (("cards", 1, "words"), "Dưới 18 tuổi.", "cards[2].words", "lesson-number"),
        (("cards", 0, "title"), "Ai là trẻ em [1]", "cards[1].title", "print-markup"),
        (("cards", 0, "title"), "a" * 61, "cards[1].title", "print-length"),
        (("questions", 0, "answer"), "Dưới 16 tuổi.", "questions[1].answer", "lesson-number-unsourced"),
        (("questions", 0, "answer"), "Xem Điều 7.", "questions[1].answer", "lesson-number-unsourced"),
        (("questions", 0, "answer"), "Dưới 16 tuổi [2].", "questions[1].answer", "source-number"),
        (("course", 0, "teacher"), "Xem [đây](crc.md).", "course[1].teacher", "link-in-line"),
        (("course", 0, "minutes"), 0, "course[1].minutes", "greater_than_equal"),
        (("aims",), ["Một điều."], "aims", "print-count"),
        (("questions",), lesson()["questions"][:2], "questions", "print-count"),
        (("cards",), [*lesson()["cards"], *OTHER_CARDS], "cards", "print-count"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    corpus: Corpus, place: tuple[Any, ...], value: Any, told_at: str, code: str
) -> None:
    said: Any = lesson()
    *way, last = place
    around = said
    for step in way:
        around = around[step]
    around[last] = value
    found = codes(corpus, said)
    if code == "greater_than_equal":
        assert [field for field, _ in found] == [told_at]
    else:
        assert found == [(told_at, code)]


@pytest.mark.parametrize(
    "answer", ["Dưới 18 tuổi.", "Dưới 16 tuổi [1].", "Gọi 111.", "Ai cũng như nhau (Điều 2).", "Alike (article 2)."]
)
def test_a_number_of_the_article_of_a_source_or_to_call_may_stand_in_an_answer(corpus: Corpus, answer: str) -> None:
    said = lesson()
    said["questions"][0]["answer"] = answer
    assert told(corpus, said) == []


def test_a_lesson_is_named_by_its_convention(corpus: Corpus) -> None:
    assert [(field, code) for field, code, _ in told(corpus, lesson(), convention="cat")] == [
        ("convention", "lesson-not-file")
    ]


def test_a_language_that_teaches_otherwise_is_told(corpus: Corpus) -> None:
    en = lesson(en=True)
    en["course"] = [{**en["course"][0], "minutes": 15}, {**en["course"][1], "minutes": 30}]
    en["aims"] = [*en["aims"], "Text."]
    en["cards"][0]["article"] = 2
    en["cards"][1].pop("drawing")
    en["questions"].append({"question": "Text?", "answer": "Text."})
    assert codes(corpus, lesson(), en) == [
        ("aims", "lesson-differs"),
        ("course[1].minutes", "lesson-other"),
        ("course[2].minutes", "lesson-other"),
        ("cards[1].article", "lesson-other"),
        ("cards[2].drawing", "lesson-other"),
        ("questions", "lesson-differs"),
    ]
