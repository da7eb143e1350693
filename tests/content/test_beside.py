"""A page beside its original, its own sources, the day and the map: told once each, and never of what is right."""

from datetime import date, timedelta

import pytest

from conftest import STORY, TODAY, Corpus
from portal.content.library import open_library
from portal.reading.problems import Problem

SOURCE = STORY["sources"].removeprefix("[").removesuffix("]")
EVENT = {"kind": "event", "event_type": "training", "state": "planned", "starts": "2026-12-10"}
COMMUNES = "- {id: xa-muong-nhe, name: Mường Nhé, row: 1, column: 1}\n"


def problems(corpus: Corpus) -> tuple[Problem, ...]:
    return open_library(corpus.root, TODAY).problems


def told(corpus: Corpus) -> list[tuple[str, int, str]]:
    return [(problem.path[8:10], problem.line, problem.code) for problem in problems(corpus)]


@pytest.mark.parametrize(
    ("english", "line"),
    [
        ("Năm 2024, tỷ lệ là 92,86 % [1].\n", 5),
        ("## Đã làm được gì\n\nIn 2024 [1].\n", 5),
        ("In 2024 [1].\n\n- Mùa khô, nhiều bản vẫn thiếu nước [1].\n", 7),
    ],
)
def test_an_english_page_that_is_still_vietnamese_is_told_once(corpus: Corpus, english: str, line: int) -> None:
    corpus.story(body="Năm 2024, tỷ lệ là 92,86 % [1].\n")
    corpus.english(body=english + "\nNhiều bản vùng cao vẫn thiếu nước [1].\n")
    assert told(corpus) == [("en", line, "untranslated")]


def test_an_english_title_in_vietnamese_is_told_in_its_line(corpus: Corpus) -> None:
    corpus.story()
    corpus.english(title='"Nước sạch ở nông thôn Điện Biên"')
    assert told(corpus) == [("en", 2, "untranslated")]


@pytest.mark.parametrize(
    "english",
    [
        "Officials of Điện Biên Phủ, Mường Nhé, Tủa Chùa and Nậm Pồ came [1].\n",
        "The plan says “phản bác các quan điểm sai trái trên mạng” [1].\n",
        '<q lang="vi">Mọi người đều có quyền được học tập</q> [1].\n',
        "| Term | Meaning |\n| --- | --- |\n| hộ nghèo đa chiều | poor households [1] |\n",
        "Sở Y tế is the Department of Health [1].\n",
    ],
)
def test_names_and_quotations_are_no_untranslated_text(corpus: Corpus, english: str) -> None:
    corpus.story()
    corpus.english(body=english)
    assert told(corpus) == []


@pytest.mark.parametrize("share", ["98.26%", "98.26 per cent", "9 %", "92.8%"])
def test_a_share_that_the_original_has_not_is_a_doubt(corpus: Corpus, share: str) -> None:
    corpus.story(body="Tỷ lệ là 92,86 %, tăng 10 % [1].\n")
    corpus.english(body=f"The share was {share} [1].\n")
    (problem,) = problems(corpus)
    assert (problem.line, problem.code, problem.is_doubt) == (5, "share-not-in-original", True)


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("92,86 %", "92.86%"),
        ("92,86 %, tăng 10 %", "92.86 per cent, up by 10%"),
        ("92,86 %", "92.86%, which others wrote as “98.26%”"),
        ("0,5 điểm phần trăm", "0.5 percentage points"),
        ("10 %", "10.0%"),
    ],
)
def test_a_share_that_the_original_has_is_none(corpus: Corpus, said: str, share: str) -> None:
    corpus.story(body=f"Tỷ lệ là {said} [1].\n")
    corpus.english(body=f"The share was {share} [1].\n")
    assert told(corpus) == []


def test_a_field_that_was_not_translated_is_a_doubt(corpus: Corpus) -> None:
    corpus.story(summary='["Một ý."]')
    corpus.english()
    assert told(corpus) == [("en", 1, "said-field-lacking")]
    corpus.english(summary='["One point."]')
    assert told(corpus) == []


def test_one_source_under_two_numbers_is_told_at_the_second(corpus: Corpus) -> None:
    corpus.story(sources=f"[{SOURCE}, {SOURCE}]", body="Chữ [1, 2].\n")
    corpus.english(body="Text [1, 2].\n")
    assert [code for _, _, code in told(corpus)] == ["source-twice"]


def test_two_papers_of_one_address_are_two_sources(corpus: Corpus) -> None:
    other = SOURCE.replace("Văn bản", "Văn bản khác")
    corpus.story(sources=f"[{SOURCE}, {other}]", body="Chữ [1, 2].\n")
    assert told(corpus) == []


@pytest.mark.parametrize(("field", "value"), [("groups", "[women, children, women]"), ("search_words", "[a, b, A]")])
def test_a_word_that_its_list_has_already_is_told(corpus: Corpus, field: str, value: str) -> None:
    corpus.story(**{field: value})
    (problem,) = problems(corpus)
    assert (problem.code, problem.field) == ("listed-twice", f"{field}[3]")


def test_a_paragraph_pasted_twice_is_a_doubt_by_the_line_of_the_second(corpus: Corpus) -> None:
    said = "Năm 2024, bản ấy có một giếng nước mới [1].\n"
    corpus.story(body=f"{said}\nĐoạn khác.\n\n{said}")
    (problem,) = problems(corpus)
    assert (problem.code, problem.line, problem.values["other"]) == ("paragraph-twice", 13, 9)


def test_short_paragraphs_and_cells_may_be_said_again(corpus: Corpus) -> None:
    row = "| một hai ba bốn năm sáu bảy | x [1] |\n"
    corpus.story(body=f"Như trên [1].\n\nNhư trên [1].\n\n| A | B |\n| --- | --- |\n{row}{row}")
    assert told(corpus) == []


@pytest.mark.parametrize(
    ("state", "days", "code", "is_doubt"),
    [
        ("planned", -1, "event-past", True),
        ("held", 1, "event-not-yet", False),
        ("planned", 0, "", False),
        ("held", 0, "", False),
        ("cancelled", 9, "", False),
        ("cancelled", -9, "", False),
    ],
)
def test_an_event_beside_the_day_it_is(corpus: Corpus, state: str, days: int, code: str, is_doubt: bool) -> None:
    starts = (TODAY + timedelta(days=days)).isoformat()
    corpus.story("su-kien/2026/lop", **{**EVENT, "state": state, "starts": starts})
    found = problems(corpus)
    assert [(one.code, one.is_doubt) for one in found] == ([(code, is_doubt)] if code else [])


def test_an_event_of_several_days_is_past_after_the_last(corpus: Corpus) -> None:
    starts, ends = date(2026, 1, 2), TODAY
    corpus.story("su-kien/2026/lop", **{**EVENT, "starts": starts.isoformat(), "ends": ends.isoformat()})
    assert told(corpus) == []


@pytest.mark.parametrize("place", ["Mường Nhè", "Muong Nhe", "xã Mường Nhé", "xa-muong-nhe", "mường nhé"])
def test_a_commune_has_one_name(corpus: Corpus, place: str) -> None:
    corpus.write("data/communes.yml", COMMUNES)
    corpus.story(places=f'["{place}"]')
    found = [one for one in problems(corpus) if one.path.startswith("content")]
    assert [(one.code, one.values["meant"]) for one in found] == [("place-written", "Mường Nhé")]


@pytest.mark.parametrize("place", ["Mường Nhé", "Mường Nhé (xã)", "huyện Mường Nhé", "Bản Nậm Pố"])
def test_other_places_pass(corpus: Corpus, place: str) -> None:
    corpus.write("data/communes.yml", COMMUNES)
    corpus.story(places=f'["{place}"]')
    assert [one for one in problems(corpus) if one.path.startswith("content")] == []


LINKS = {
    "[x](https://a.vn/qd.docx)": "link-office",
    "[x](C:\\Users\\An\\qd.pdf)": "link-own-computer",
    "[x](file:///D:/qd.pdf)": "link-own-computer",
    "[x](\\\\may-chu\\qd.pdf)": "link-own-computer",
    "[x](../../qd.xlsx)": "link-office-file",
    "![Bể nước](data:image/png;base64,iVBORw0KGgo=)": "picture-inline",
    "![Bể nước](../../../docs/pictures/be.jpg)": "file-broken",
}


@pytest.mark.parametrize("link", LINKS)
def test_each_link_that_leads_nowhere_says_why_in_one_message(corpus: Corpus, link: str) -> None:
    corpus.story(body=f"Chữ [1].\n\n{link}\n")
    assert told(corpus) == [("vi", 11, LINKS[link])]


def test_labels_for_other_people_are_told_on_every_page_and_may_be_quoted(corpus: Corpus) -> None:
    corpus.story(body="Đó là luận điệu cũ [1].\n")
    assert told(corpus) == [("vi", 9, "refused-word")]
    corpus.story(body="Họ viết “luận điệu cũ” [1]. Luật cấm xuyên tạc, vu khống.\n")
    assert told(corpus) == []
