"""Plain words: sentences as a reader meets them, their average length, and praise."""

from datetime import date

import pytest

from conftest import Corpus
from portal.content.library import open_library
from portal.content.rules.plain_words import sentences
from portal.reading.markdown.text import text_of

SHORT = "Xã có nước sạch. "
LONG = "Xã " + "có nước " * 24 + "sạch. "  # 50 words


def told(corpus: Corpus, **story: str) -> list[tuple[int, str, str]]:
    path = corpus.story(**story)
    problems = open_library(corpus.root, date(2026, 11, 23)).problems
    start = path.read_text("utf-8").split("\n---\n")[0].count("\n") + 3
    return [(p.line - start, p.field, p.code) for p in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu [1]. Ba câu.", ["Một câu.", "Hai câu.", "Ba câu."]),
        ("Một câu\nviết trên hai dòng. Câu sau.", ["Một câu viết trên hai dòng.", "Câu sau."]),
        ("## Tiêu đề\n\nMột câu.\n\n| a | b |\n| - | - |", ["Một câu."]),
        ("- một việc\n- việc hai\n\n1. việc ba", ["một việc", "việc hai", "việc ba"]),
        ("Điều 1. Ai\n:   Người dưới 18 tuổi.", ["Điều 1.", "Ai", "Người dưới 18 tuổi."]),
        ("Xem [trang này](../a.md 'lời').", ["Xem trang này."]),
        ("Xem [trang\nnày][a].\n\n[a]: ../a.md", ["Xem trang này."]),
        ("Có 92,86 % năm 2024.", ["Có 92,86 % năm 2024."]),
        ("Ông nói: “Đã xong.” Rồi thôi.", ["Ông nói: “Đã xong.", "Rồi thôi."]),
        ("[figure: ngheo-da-chieu]\n\nMột câu.", ["Một câu."]),
        ("```\nMã. Không phải câu.\n```\n\nMột câu.", ["Một câu."]),
        ("ꪀꪁ ꪂꪃ [1]. ꪄꪅ ꪀꪁ.", ["ꪀꪁ ꪂꪃ.", "ꪄꪅ ꪀꪁ."]),  # letters without capitals begin a sentence, too
        ("ກຂ ຄງ. ຈສ ຊຍ.", ["ກຂ ຄງ.", "ຈສ ຊຍ."]),
        ('!!! note "Lưu ý. Đọc"\n    Một câu.', ["Một câu."]),
    ],
)
def test_sentences_are_found_as_a_reader_meets_them(text: str, expected: list[str]) -> None:
    assert list(sentences(text_of(text))) == expected


def test_a_page_of_long_sentences_is_told_at_its_longest(corpus: Corpus) -> None:
    body = f"Chữ [1].\n\n{LONG * 4}\n\nĐây là câu dài nhất, {LONG}\n"
    assert told(corpus, body=body) == [(4, "", "sentences-long")]


def test_one_long_sentence_among_short_ones_is_no_problem(corpus: Corpus) -> None:
    assert told(corpus, body=f"Chữ [1]. {LONG}{SHORT * 5}\n") == []


def test_a_page_of_few_sentences_is_not_measured(corpus: Corpus) -> None:
    assert told(corpus, body=f"Chữ [1]. {LONG * 3}\n") == []


def test_praise_is_told_at_its_line_and_a_quotation_may_praise(corpus: Corpus) -> None:
    body = "Chữ [1].\n\nBáo viết: “một bước tiến vượt bậc” [1].\n\nKết quả thật to lớn [1].\n"
    assert told(corpus, body=body) == [(4, "", "praise")]


def test_praise_in_a_title_is_told_at_the_title(corpus: Corpus) -> None:
    found = told(corpus, title='"Thành tựu vượt bậc của tỉnh"', body="Chữ [1].\n")
    assert [(field, code) for _, field, code in found] == [("title", "praise")]


@pytest.mark.parametrize(
    "phrase", ["vượt\nbậc", "vượt\u00a0bậc", "vượt  bậc", "**vượt** bậc", "vượt&nbsp;bậc", "Vượt\u202fbậc"]
)
def test_praise_is_seen_over_a_line_break_and_through_marks(corpus: Corpus, phrase: str) -> None:
    assert told(corpus, body=f"Chữ [1].\n\nKết quả {phrase} trong năm [1].\n") == [(2, "", "praise")]
