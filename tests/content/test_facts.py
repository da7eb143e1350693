"""What nobody has verified is kept off the pages; sentences compared with their sources are watched."""

import pytest
import yaml

from conftest import TODAY, Corpus, run
from portal.content.desk.facts import (
    UNVERIFIED_PATH,
    uncited_problems,
    unverified_problems,
)
from portal.content.library import open_library
from portal.reading.fields import Context

NOW = Context(TODAY)
ENTRY = '- what: a made-up rate\n  pattern: tỷ lệ (là|of) \\d{1,3} ?%\n  example: "Tỷ lệ là 33 %"\n'
SENTENCE = "Có 33 hộ mẫu được nước sạch trong năm ấy [1]."


def unverified(corpus: Corpus) -> list[tuple[str, int, str]]:
    found = unverified_problems(open_library(corpus.root, TODAY), NOW)
    return [(one.path, one.line, one.code) for one in found]


@pytest.mark.parametrize("said", ["Tỷ lệ là 33 %.", "TỶ LỆ LÀ 33%.", "Tỷ lệ **là** 33 %.", "[Tỷ lệ](a.md) là 33 %."])
def test_what_nobody_verified_is_told_with_its_line_wherever_it_stands(corpus: Corpus, said: str) -> None:
    corpus.write(UNVERIFIED_PATH, ENTRY)
    corpus.story(body=f"Một dòng.\n\n{said}\n")
    assert unverified(corpus) == [("content_vi/thanh-tuu/2026/bai.md", 11, "unverified")]


def test_a_fact_in_front_matter_or_in_data_is_a_fact_too(corpus: Corpus) -> None:
    corpus.write(UNVERIFIED_PATH, ENTRY)
    corpus.story(summary='["Tỷ lệ là 33 %."]')
    corpus.write("data/laws.yml", '- id: luat-mot\n  title: {vi: "Tỷ lệ là 4 %", en: "Law one"}\n')
    assert [(path, code) for path, _, code in unverified(corpus)] == [
        ("content_vi/thanh-tuu/2026/bai.md", "unverified"),
        ("data/laws.yml", "unverified"),
    ]


def test_other_numbers_are_nobody_s_business_and_a_corpus_without_the_list_has_none(corpus: Corpus) -> None:
    corpus.story(body="Tỷ lệ là 33 %.\n")
    assert unverified(corpus) == []
    corpus.write(UNVERIFIED_PATH, ENTRY)
    corpus.story(body="Số hộ là 33.\n")
    assert unverified(corpus) == []


@pytest.mark.parametrize(
    ("entry", "line", "code"),
    [
        (ENTRY.replace("33 %", "cao"), 3, "example-not-found"),
        (ENTRY.replace("\\d{1,3} ?%", "("), 2, "not-a-pattern"),
        (ENTRY.replace("{1,3}", "+"), 2, "pattern-without-end"),
        (ENTRY.replace("{1,3}", "*"), 2, "pattern-without-end"),
        (ENTRY.replace("{1,3}", "{1,}"), 2, "pattern-without-end"),
        (ENTRY.replace("(là|of) \\d", "(?:(?:là|of){1,60} ?){1,60}(?:[a-z]{0,9})\\d"), 2, "pattern-without-end"),
        (ENTRY.replace("what", "wat"), 1, "unknown-field"),
        (ENTRY.replace("- what", "what").replace("\n  ", "\n"), 1, "data-not-list"),
    ],
)
def test_an_entry_that_could_find_nothing_is_told(corpus: Corpus, entry: str, line: int, code: str) -> None:
    corpus.write(UNVERIFIED_PATH, entry)
    assert (UNVERIFIED_PATH, line, code) in unverified(corpus)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("CERD/C/VNM", "Tài liệu cerd/c/vnm nói vậy."),
        ("điểm [A-C]\\b", "ĐIỂM b là điểm khá."),
        ("số \\D{1,9} là", "SỐ hộ LÀ ba."),
        ("(?:luật|điều) mẫu", "LUẬT Mẫu quy định."),
        ("tỷ lệ \\x41", "Tỷ lệ a là cao."),
        ("[*+]? ?đồng\\+", "Hai ĐỒNG+ là tên."),
        ("sinh", "Ngày ſİNH của trẻ."),
    ],
)
def test_a_pattern_finds_whatever_the_case_and_shows_what_is_written(corpus: Corpus, pattern: str, said: str) -> None:
    entry = {"what": "a made-up word", "pattern": pattern, "example": said}
    corpus.write(UNVERIFIED_PATH, yaml.safe_dump([entry], allow_unicode=True))
    corpus.story(body=f"{said}\n", title='"Bài không nói gì"')
    (told,) = unverified_problems(open_library(corpus.root, TODAY), NOW)
    assert told.code == "unverified"
    assert told.values["value"] in said


def test_a_story_that_cites_no_source_in_its_text_is_told(corpus: Corpus) -> None:
    corpus.story(body="Một câu.\n")
    corpus.story("thanh-tuu/2026/hai", body=f"{SENTENCE}\n", title='"Bài thứ hai có nguồn"')
    found = uncited_problems(open_library(corpus.root, TODAY))
    assert [(one.path, one.code) for one in found] == [("content_vi/thanh-tuu/2026/bai.md", "sources-not-cited")]


def test_every_check_tells_what_is_unverified(corpus: Corpus) -> None:
    corpus.write(UNVERIFIED_PATH, ENTRY)
    corpus.story(body="Tỷ lệ là 33 % [1].\n")
    told = run("scripts/check.py", "--root", str(corpus.root), "--lang", "en")
    assert told.returncode == 1
    assert "nobody has verified: a made-up rate" in told.stdout
