"""Scripts for loudspeakers take two to three minutes, can be said by whoever reads them, and say what the page says."""

import pytest

from conftest import TODAY, Corpus
from portal.content.library import Library, open_library
from portal.reading.problems import Problem

SOURCE = '[{title: "Luật", publisher: "Nơi", url: "https://dienbien.gov.vn/luat", accessed: 2026-01-10}]'
NUMBERS = f'- number: "111"\n  what: {{vi: "Trẻ em", en: "Children"}}\n  sources: {SOURCE}\n'
PLAIN = "Bà con đến xã hỏi, rồi về nói lại cho người trong bản cùng nghe. "
"""A sentence of fifteen syllables."""
PLAIN_ENGLISH = "People go to the commune and ask, then they come home and tell the others. "


def radio(*paragraphs: str, sketch: str = "", say: str = "", readers: str = "1") -> str:
    said = ", ".join(f'"{one.strip()}"' for one in paragraphs)
    more = [f"sketch: {sketch}"] if sketch else []
    more += [f"say: {say}"] if say else []
    return "{" + ", ".join([f"readers: {readers}", f"script: [{said}]", *more]) + "}"


def opened(corpus: Corpus, said: str, body: str = "Chờ 12 ngày [1].", **fields: str) -> Library:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.story("tro-giup/viec", **{"title": '"Một việc thử"', "kind": "page", "radio": said, "body": body, **fields})
    return open_library(corpus.root, TODAY)


def problems(corpus: Corpus, said: str, **fields: str) -> list[Problem]:
    return [one for one in opened(corpus, said, **fields).problems if one.code.startswith("radio")]


def told(corpus: Corpus, said: str) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in problems(corpus, said)]


def test_a_script_of_two_to_three_minutes_passes(corpus: Corpus) -> None:
    assert opened(corpus, radio(PLAIN * 10, f"{PLAIN * 8}Gọi 111. Chờ 12 ngày.")).problems == ()


@pytest.mark.parametrize(("sentences", "code"), [(14, "radio-short"), (30, "radio-long")])
def test_one_that_is_too_short_or_too_long_is_told_with_how_much(corpus: Corpus, sentences: int, code: str) -> None:
    (problem,) = problems(corpus, radio(PLAIN * sentences))
    assert (problem.field, problem.code) == ("radio.script", code)
    off = round(problem.values["count"] / 15) + 1
    again = sentences + (off if code == "radio-short" else -off)
    assert problems(corpus, radio(PLAIN * again)) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Hỏi xã (hoặc phường).", "radio-unsayable"),
        ("Hỏi **xã**.", "radio-unsayable"),
        ("Xem nguồn [1].", "radio-unsayable"),
        ("Hỏi xã – phường.", "radio-unsayable"),
        ("Hỏi bên WHO.", "radio-unsayable"),
        ("Ở Ghana cũng vậy.", "radio-unsayable"),
        ("Chờ 13 ngày.", "radio-number-elsewhere"),
        (f"{PLAIN.strip('. ').replace(',', '')} rồi lại đến hỏi xã thêm một lần nữa.", "radio-breath"),
    ],
)  # fmt: skip
def test_what_a_reader_cannot_say_is_told_at_its_paragraph(corpus: Corpus, sentence: str, code: str) -> None:
    assert told(corpus, radio(PLAIN * 20, sentence)) == [("radio.script[2]", code)]


def test_the_page_may_say_how_a_name_is_said(corpus: Corpus) -> None:
    said = radio(PLAIN * 20, "Ở Ghana cũng vậy.", say="[{written: Ghana, spoken: ga na}]")
    assert told(corpus, said) == []


def test_what_is_said_how_to_say_stands_in_the_script_and_can_be_said(corpus: Corpus) -> None:
    said = radio(PLAIN * 20, "Ở Ghana.", say='[{written: Ghana, spoken: "ga/na 2"}, {written: Kenya, spoken: kê ni a}]')
    assert told(corpus, said) == [
        ("radio.say[1].spoken", "radio-unsayable"),
        ("radio.say[2].written", "radio-say-unused"),
    ]


def test_a_sketch_has_two_voices_and_the_same_rules(corpus: Corpus) -> None:
    line = '{voice: "Người mẹ", line: "Hỏi ai (hả bác)?"}'
    assert told(corpus, radio(PLAIN * 20, sketch=f"[{line}]")) == [
        ("radio.sketch", "radio-voices"),
        ("radio.sketch[1].line", "radio-unsayable"),
    ]
    two = '[{voice: "Người mẹ", line: "Hỏi ai, hả bác?"}, {voice: "Trưởng bản", line: "Cô hỏi xã."}]'
    assert told(corpus, radio(PLAIN * 20, sketch=two)) == []


@pytest.mark.parametrize("readers", ["0", "3"])
def test_one_or_two_people_read_it(corpus: Corpus, readers: str) -> None:
    found = [one.field for one in opened(corpus, radio(PLAIN * 20, readers=readers)).problems]
    assert found == ["radio.readers"]


def test_each_language_has_a_script_of_its_own(corpus: Corpus) -> None:
    opened(corpus, radio(PLAIN * 20))
    corpus.english("tro-giup/viec", title='"A thing"', radio=radio(PLAIN_ENGLISH * 22), body="Wait [1].")
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    scripts = [library.stories[lang, "tro-giup/viec"].front.model_dump()["radio"]["script"] for lang in ("vi", "en")]
    assert scripts == [[(PLAIN * 20).strip()], [(PLAIN_ENGLISH * 22).strip()]]


@pytest.mark.parametrize(("lang", "words"), [("vi", "hãy viết thêm khoảng"), ("en", "write about")])
def test_a_problem_says_what_to_write_instead_in_the_readers_language(corpus: Corpus, lang: str, words: str) -> None:
    (problem,) = problems(corpus, radio(PLAIN))
    assert words in problem.message(lang)
    assert problem.line > 1


def test_words_of_praise_are_told_in_a_script_too(corpus: Corpus) -> None:
    library = opened(corpus, radio(PLAIN * 20, "Kết quả thật vượt bậc."))
    assert [one.code for one in library.problems] == ["praise"]


def test_a_page_that_was_taken_back_is_not_held_to_its_script(corpus: Corpus) -> None:
    corpus.story(radio=radio("Hỏi (xã)."), withdrawn='{date: 2026-01-20, why: {vi: "Sai", en: "Wrong"}}')
    assert [one.code for one in open_library(corpus.root, TODAY).problems if one.code.startswith("radio")] == []
