"""data/quizzes/: questions with one right answer each, resting on something that is there."""

import pytest

from conftest import MADE_UP, TODAY, Corpus
from portal.content.known.quizzes import Quiz, named_part
from portal.content.library import Library, open_library

HEAD = """title: {vi: "Câu đố", en: "Quiz"}
about: thanh-tuu/2026/bai
questions:
"""
ONE = """  - id: mot
    question: {vi: "Hỏi?", en: "What?"}
    choices:
      - {vi: "Ba", en: "Three"}
      - {vi: "Bà", en: "Grandmother"}
    right: 2
    because: {vi: "Vì.", en: "Because."}
    source: {document: luat-mau, part: dieu-1}
"""
DOCUMENT = """kind: law
title: {vi: "Luật mẫu", en: "Sample law"}
about: {vi: "Mẫu.", en: "Sample."}
published: {vi: "Nơi", en: "Where"}
copies: [{whose: {vi: "Bản", en: "Copy"}, opened: 2026-11-20, read: {vi: "Hết", en: "All"}}]
parts:
  - {id: dieu-1, heading: {vi: "Một", en: "One"}, told: {vi: "Kể.", en: "Told."}}
  - {id: muc-hai, mark: "II.2", heading: {vi: "Hai", en: "Two"}, told: {vi: "Kể.", en: "Told."}}
"""
PATH = "data/quizzes/mau.yml"
LONG = "chữ " * 120


def read(corpus: Corpus, text: str) -> Library:
    corpus.story()
    corpus.write("data/documents/luat-mau.yml", DOCUMENT)
    corpus.write(PATH, text)
    return open_library(corpus.root, TODAY)


def told(library: Library) -> set[tuple[int, str]]:
    return {(one.line, one.code) for one in library.problems if one.path == PATH}


def test_a_quiz_is_read_whole_and_can_not_change(corpus: Corpus) -> None:
    library = read(corpus, HEAD + ONE)
    assert told(library) == set()
    quiz = library.data.quizzes["mau"]
    assert (quiz.id, quiz.questions[0].right, quiz.questions[0].choices[1]["vi"]) == ("mau", 2, "Bà")
    with pytest.raises(ValueError, match="frozen"):
        quiz.questions[0].right = 1


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        (('title: {vi: "Câu đố", en: "Quiz"}', 'title: {vi: "Câu đố"}'), 1, "missing-field-in"),
        ((', en: "What?"', ""), 5, "missing-field-in"),
        ((', en: "Three"', ""), 7, "missing-field-in"),
        (("about: thanh-tuu/2026/bai", "about: thanh-tuu/2026/bau"), 2, "home-nowhere"),
        (("about: thanh-tuu/2026/bai", "about: van-ban/luat-la"), 2, "home-nowhere"),
        (("about:", "groups: [chidren]\nabout:"), 2, "choice-meant"),
        (("id: mot", "id: Một câu"), 4, "not-an-id"),
        (("right: 2", "right: 0"), 9, "quiz-right"),
        (("right: 2", "right: 3"), 9, "quiz-right"),
        (("right: 2", "right: hai"), 9, "not-a-whole-number"),
        (('vi: "Ba"', 'vi: "bà"'), 6, "quiz-choice-twice"),
        (('en: "Three"', 'en: " grandmother."'), 6, "quiz-choice-twice"),
        (('      - {vi: "Ba", en: "Three"}\n', ""), 6, "quiz-choices"),
        (("    right", "".join(f'      - {{vi: "{n}", en: "{n}"}}\n' for n in "abc") + "    right"), 6, "quiz-choices"),
        (('vi: "Hỏi?"', f'vi: "{LONG}"'), 5, "quiz-too-long"),
        (('en: "Because."', f'en: "{LONG}"'), 10, "quiz-too-long"),
        (('vi: "Ba"', f'vi: "{LONG}"'), 6, "quiz-too-long"),
        (("document: luat-mau", "document: luat-ma"), 11, "quiz-document"),
        (("part: dieu-1", "part: dieu-9"), 11, "quiz-part"),
        ((", part: dieu-1", ""), 11, "quiz-source-unclear"),
        ((", part: dieu-1", ", part: dieu-1, page: thanh-tuu/2026/bai"), 11, "quiz-source-unclear"),
        (("document: luat-mau, part: dieu-1", "page: thanh-tuu/2026/la"), 11, "home-nowhere"),
        (("document: luat-mau, part: dieu-1", "page: thanh-tuu/2026/bai, number: 9"), 11, "quiz-source-number"),
        (("    right", "    righ"), 9, "unknown-field"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(corpus: Corpus, change: tuple[str, str], line: int, code: str) -> None:
    text = (HEAD + ONE).replace(*change)
    assert text != HEAD + ONE
    assert (line, code) in told(read(corpus, text))


def test_all_that_is_wrong_is_told_at_once(corpus: Corpus) -> None:
    text = (HEAD + ONE + ONE).replace("right: 2", "right: 7").replace('vi: "Ba"', 'vi: "bà"')
    assert {code for _, code in told(read(corpus, text))} == {"quiz-choice-twice"}
    text = HEAD + ONE.replace("right: 2", "right: 7") + ONE.replace("part: dieu-1", "parts: dieu-1")
    assert {code for _, code in told(read(corpus, text))} >= {"quiz-right", "unknown-field"}


def test_an_id_stands_once_in_a_file_and_may_stand_in_another(corpus: Corpus) -> None:
    corpus.write("data/quizzes/khac.yml", HEAD + ONE)
    assert told(read(corpus, HEAD + ONE + ONE)) == {(12, "id-twice")}


def test_every_problem_has_a_sentence_in_both_languages(corpus: Corpus) -> None:
    text = HEAD + ONE.replace("right: 2", "right: 7") + ONE.replace("part: dieu-1", "part: dieu-9").replace("mot", "b")
    for problem in read(corpus, text).problems:
        assert problem.message("vi") != problem.message("en")


@pytest.mark.parametrize(("name", "id_"), [("dieu-1", "dieu-1"), ("1", "dieu-1"), ("II.2", "muc-hai"), ("3", None)])
def test_a_part_is_named_by_its_id_or_as_people_say_it(corpus: Corpus, name: str, id_: str | None) -> None:
    part = named_part(read(corpus, HEAD + ONE).data.documents["luat-mau"], name)
    assert (part.id if part else None) == id_


def test_a_document_with_a_problem_of_its_own_is_told_once(corpus: Corpus) -> None:
    corpus.story()
    corpus.write("data/documents/luat-mau.yml", DOCUMENT.replace("kind: law", "kind: la"))
    corpus.write(PATH, HEAD + ONE)
    problems = open_library(corpus.root, TODAY).problems
    assert {one.path for one in problems} == {"data/documents/luat-mau.yml"}


def test_a_page_whose_day_has_not_come_may_have_its_quiz(corpus: Corpus) -> None:
    library = read(corpus, HEAD + ONE)
    corpus.story(publish_after="2099-01-01")
    assert told(open_library(corpus.root, TODAY)) == told(library) == set()


def test_the_small_site_has_quizzes_of_both_sorts_of_source() -> None:
    quizzes: list[Quiz] = list(open_library(MADE_UP, TODAY).data.quizzes.values())
    sources = [one.source for quiz in quizzes for one in quiz.questions]
    assert {bool(source.document) for source in sources} == {True, False}
