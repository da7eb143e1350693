"""Easy versions are short, can be read aloud, and say nothing their full page does not say and prove."""

import pytest

from conftest import TODAY, Corpus
from portal.content.fronts.easy import bare, cited_in
from portal.content.kinds import KINDS
from portal.content.library import Library, open_library
from portal.language import drawing_names
from portal.language.places import easy_place, full_place, parent_of

FULL = "tro-giup/viec"
SOURCE = '[{title: "Luật", publisher: "Nơi", url: "https://dienbien.gov.vn/luat", accessed: 2026-01-10}]'
NUMBERS = f'- number: "111"\n  what: {{vi: "Trẻ em", en: "Children"}}\n  sources: {SOURCE}\n'
TEXT = "Chờ 12 ngày, mất 5.000 đồng [1]."


def parts(*lines: str, picture: str = "crc", heading: str = "Một phần") -> str:
    said = ", ".join(f'"{line}"' for line in lines)
    return f'[{{picture: {picture}, heading: "{heading}", lines: [{said}]}}]'


def opened(corpus: Corpus, said: str, place: str = easy_place(FULL), **fields: str) -> Library:
    page = {"kind": "page", "date": "2026-01-15", "agency": "", **fields}
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.story(FULL, title='"Trang đầy đủ"', body=TEXT, **page)
    corpus.story(place, title='"Bản dễ đọc"', kind="easy", sources="", parts=said, body="")
    return open_library(corpus.root, TODAY)


def told(corpus: Corpus, said: str, **fields: str) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in opened(corpus, said, **fields).problems]


def test_a_short_page_beside_its_full_one_passes(corpus: Corpus) -> None:
    assert told(corpus, parts("Bạn chờ 12 ngày [1].", "Gọi 111 khi gấp.", "Bạn trả 5.000 đồng [1].")) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Một hai ba bốn năm sáu bảy tám chín mười mười một hai ba bốn năm [1].", "easy-line-long"),
        ("Bạn chờ. Bạn hỏi lại [1].", "easy-two-sentences"),
        ("Bạn sợ? Bạn hãy gọi [1].", "easy-two-sentences"),
        ("Hỏi UBND xã [1].", "easy-abbreviation"),
        ("Hỏi xã, phường v.v. [1].", "easy-abbreviation"),
        ("Việc của xã/phường [1].", "easy-sign"),
        ("Bạn chờ (rất lâu) [1].", "easy-sign"),
        ("Bạn chờ – rồi hỏi [1].", "easy-sign"),
        ("Bạn chờ; rồi hỏi [1].", "easy-sign"),
        ("Chờ 12-12 ngày [1].", "easy-sign"),
        ("Xem [nơi này](viec.md).", "easy-link"),
        ("Xem <b>nơi này</b> [1].", "easy-link"),
        ("Chờ 12 ngày.", "easy-number-unsourced"),
        ("Chờ 13 ngày [1].", "easy-number-elsewhere"),
        ("Bạn chờ [2].", "easy-source-number"),
    ],
)
def test_what_a_line_may_not_be_is_told_at_its_place(corpus: Corpus, line: str, code: str) -> None:
    assert told(corpus, parts("Bạn tới nơi [1].", line)) == [("parts[1].lines[2]", code)]


@pytest.mark.parametrize("line", ["Bạn là người Khơ-mú [1].", "Bạn nói: “Tôi cần giúp” [1].", "Bạn có sợ không [1]?"])
def test_what_only_looks_like_it_passes(corpus: Corpus, line: str) -> None:
    assert told(corpus, parts(line)) == []


def test_a_heading_is_read_aloud_too(corpus: Corpus) -> None:
    assert told(corpus, parts("Bạn hỏi [1].", heading="Hỏi UBND/xã")) == [
        ("parts[1].heading", "easy-abbreviation"),
        ("parts[1].heading", "easy-sign"),
    ]


def test_lines_that_are_each_short_enough_may_be_too_long_on_average(corpus: Corpus) -> None:
    line = "Bạn đi tới nơi mà bạn đã hỏi từ hôm qua [1]."
    assert told(corpus, parts(line, line)) == [("parts[1].lines[1]", "easy-average")]


def test_a_drawing_stands_once_on_a_page_and_has_to_be_one_there_is(corpus: Corpus) -> None:
    twice = f"{parts('Một dòng [1].')[:-1]}, {parts('Hai dòng [1].')[1:]}"
    assert told(corpus, twice) == [("parts[2].picture", "easy-picture-twice")]
    assert told(corpus, parts("Một dòng [1].", picture="mat-troi")) == [("parts[1].picture", "not-a-choice")]


def test_no_mark_at_all_and_sources_of_its_own_are_told(corpus: Corpus) -> None:
    assert told(corpus, parts("Một dòng.")) == [("parts", "easy-no-source")]
    corpus.story(easy_place(FULL), title='"Bản dễ đọc"', kind="easy", parts=parts("Dòng [1]."), sources=SOURCE, body="")
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == ["easy-own-sources"]


def test_the_name_of_its_file_says_whose_easy_version_it_is(corpus: Corpus) -> None:
    library = opened(corpus, parts("Một dòng [1]."), place="tro-giup/viecs-de-doc")
    (problem,) = library.problems
    assert (problem.code, problem.values["should"]) == ("easy-full-nowhere", "tro-giup/viec-de-doc.md")


@pytest.mark.parametrize(
    ("full", "easy"), [("cong-uoc/crc", "cong-uoc/crc-de-doc"), ("tro-giup/index", "tro-giup/de-doc")]
)
def test_both_places_are_found_from_each_other(full: str, easy: str) -> None:
    assert (easy_place(full), full_place(easy)) == (easy, full)
    assert full_place(full) == ""
    assert parent_of("cong-uoc/crc-de-doc") == "cong-uoc/crc"


def test_a_full_page_that_changed_later_is_a_doubt_and_stops_nothing(corpus: Corpus) -> None:
    library = opened(corpus, parts("Một dòng [1]."), updated="2026-01-20")
    assert [(one.code, one.is_doubt) for one in library.problems] == [("easy-older", True)]


def test_an_easy_version_waits_for_its_full_page(corpus: Corpus) -> None:
    library = opened(corpus, parts("Một dòng [1]."), publish_after="2099-01-01")
    assert [one.code for one in library.problems] == ["easy-before-full"]


def test_of_a_page_that_was_taken_back_no_easy_version_stays(corpus: Corpus) -> None:
    corpus.story("chinh-sach/viec", kind="policy", withdrawn='{date: 2026-01-20, why: {vi: "Sai", en: "Wrong"}}')
    corpus.story("chinh-sach/viec-de-doc", kind="easy", sources="", parts=parts("Một dòng [1]."), body="")
    assert "easy-full-withdrawn" in [one.code for one in open_library(corpus.root, TODAY).problems]


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        (parts("A line [1].", heading="A part"), "", ""),
        (parts("A line [1].", heading="A part", picture="cat"), "parts[1].picture", "easy-picture-differs"),
        (parts("A line.", heading="A part"), "parts[1].lines", "easy-sources-differ"),
        (f"{parts('A line [1].')[:-1]}, {parts('One [1].', picture='cat')[1:]}", "parts", "easy-parts-differ"),
    ],
)
def test_a_translation_has_the_parts_of_its_original(corpus: Corpus, said: str, field: str, code: str) -> None:
    opened(corpus, parts("Một dòng [1]."))
    corpus.english(FULL, title='"A full page"', body="Wait 12 days [1].")
    corpus.english(easy_place(FULL), title='"An easy version"', parts=said, body="")
    told = [one for one in open_library(corpus.root, TODAY).problems if one.path.startswith("content_en/")]
    found = [(one.field, one.code) for one in told if not one.is_doubt]
    assert (field, code) in found if code else found == []


def test_a_line_is_read_without_its_marks() -> None:
    assert (bare("Em được học [1, 8]."), cited_in("Em được học [1, 8].")) == ("Em được học.", (1, 8))


def test_every_kind_and_drawing_is_known_by_its_word() -> None:
    assert "easy" in KINDS
    assert set(drawing_names.EASY_DRAWINGS) < set(drawing_names.DRAWINGS)
