"""Printing problems."""

import pytest

from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.reading.annotations import as_github, title_of
from portal.reading.problems import Problem, as_text, in_order

ONE = Problem("content_vi/a.md", 7, "verdict", "not-a-choice", {"value": "sai", "choices": ("false", "misleading")})


def test_a_message_is_where_what_is_wrong_and_what_to_write() -> None:
    assert as_text([ONE], "vi") == "content_vi/a.md:7: 'verdict' là 'sai'; hãy chọn một trong: false, misleading"
    assert as_text([ONE], "en") == "content_vi/a.md:7: 'verdict' is 'sai'; choose one of: false, misleading"


def test_problems_come_in_reading_order_and_each_once() -> None:
    later = Problem("content_vi/b.md", 1, "", "file-name", {"name": "B.md", "now": "b.md"})
    assert in_order([later, ONE, ONE]) == (ONE, later)


def test_github_commands_cannot_be_broken_by_what_an_editor_wrote() -> None:
    nasty = Problem("a,b:c.md", 1, "kind", "not-a-choice", {"value": "x\n::error::y%", "choices": ["z"]})
    (line,) = as_github([nasty], "en").splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.md,line=1,title=To mend%3A the field kind::")
    assert "x<U+000A>::error::y%25" in line


def test_nothing_an_editor_wrote_steers_a_terminal_or_makes_a_line_of_its_own() -> None:
    nasty = Problem("a\n::error::x.md", 1, "kind", "not-a-choice", {"value": "\x1b]0;title\a", "choices": ["z"]})
    assert as_text([nasty], "en") == (
        "a<U+000A>::error::x.md:1: 'kind' is '<U+001B>]0;title<U+0007>'; choose one of: z"
    )
    assert len(as_github([nasty], "en").splitlines()) == 1


def test_a_value_as_long_as_a_book_is_cut() -> None:
    long = Problem("a.md", 1, "kind", "not-a-choice", {"value": "x" * 5000, "choices": ["z"]})
    assert len(long.message("en")) < 200


@pytest.mark.parametrize(
    ("code", "path", "field", "title"),
    [
        ("product-of-two-bodies", "data/products/2026.csv", "", "Cần xem lại"),
        ("private-phone", "content_vi/a.md", "title", "Cần sửa: thông tin riêng của người dân"),
        ("source-number", "content_vi/a.md", "", "Cần sửa: nguồn dẫn"),
        ("link-broken", "content_vi/a.md", "", "Cần sửa: liên kết"),
        ("picture-without-text", "content_vi/a.md", "", "Cần sửa: ảnh, tệp đính kèm"),
        ("yaml-colon", "content_vi/a.md", "", "Cần sửa: phần đầu trang"),
        ("missing-field", "content_vi/a.md", "agency", "Cần sửa: Cơ quan phụ trách (agency)"),
        ("not-a-url", "content_vi/a.md", "sources[1].url", "Cần sửa: Nguồn (sources[1].url)"),
        ("unknown-field", "content_vi/a.md", "tieu-de", "Cần sửa: ô tieu-de"),
        ("missing-field", "data/laws.yml", "title", "Cần sửa: ô title"),
        ("heading-first", "content_vi/a.md", "", "Cần sửa: trong bài"),
        ("row-twice", "data/products/2026.csv", "", "Cần sửa: trong số liệu"),
        ("read-by-nobody", "docs/a.xyz", "", "Cần sửa: ảnh, tệp đính kèm"),
        ("codeowners-old", ".github/CODEOWNERS", "", "Cần sửa"),
    ],
)
def test_github_s_annotations_are_titled_in_words(code: str, path: str, field: str, title: str) -> None:
    assert title_of(Problem(path, 3, field, code), "vi") == title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_code_is_shown_as_the_title_of_an_annotation(lang: str) -> None:
    codes = words(lang).problems
    assert not [code for code in codes if code in title_of(Problem("data/x.yml", 1, "", code), lang)]
