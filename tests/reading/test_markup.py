"""Markdown as the portal reads it, and what never reaches a page."""

import pytest

from portal.language.folding import fold, slugify
from portal.reading.markdown.text import text_of


def render(text: str) -> str:
    return text_of(text).html


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Lao động", "lao-dong"),
        ("Đất đai", "dat-dai"),
        ("Quyền của em là gì?", "quyen-cua-em-la-gi"),
        ("Điều 12. Được lắng nghe", "dieu-12-duoc-lang-nghe"),
        ("What is it?", "what-is-it"),
    ],
)
def test_anchors_fold_every_mark_and_the_letter_d(heading: str, anchor: str) -> None:
    assert slugify(heading) == anchor
    assert text_of(f"## {heading}\n").anchors == {anchor}


def test_folding_keeps_plain_letters() -> None:
    assert fold("Điện Biên Đông") == "dien bien dong"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)">x</a>',
        "[x](javascript:alert(1))",
        "[x](https://a.b){ onclick=alert(1) }",
        '<img src="x" onerror="alert(1)" alt="x">',
        '<iframe src="https://a.b"></iframe>',
        '<p style="background:url(https://a.b)">x</p>',
        "<svg onload=alert(1)>",
        '<form action="https://a.b"><input></form>',
    ],
)
def test_nothing_that_runs_or_reaches_out_is_left(text: str) -> None:
    html = render(text).lower()
    for danger in (
        "<script",
        "javascript:",
        "onclick",
        "onerror",
        "onload",
        "<iframe",
        "style=",
        "<svg",
        "<form",
        "<input",
    ):
        assert danger not in html


def test_source_marks_become_links_to_the_numbered_sources() -> None:
    assert render("Chữ [1, 3].") == (
        '<p>Chữ <span class="cite">[<a href="#nguon-1">1</a>, <a href="#nguon-3">3</a>]</span>.</p>'
    )


def test_a_source_mark_before_a_colon_is_a_link_too() -> None:
    assert 'href="#nguon-3"' in render("Có bốn điều [3]:\n\n- một\n- hai")


def test_a_figure_mark_becomes_its_place() -> None:
    assert '<div data-figure="ngheo-da-chieu"></div>' in render("Chữ.\n\n[figure: ngheo-da-chieu]\n\nChữ.")


def test_each_cell_of_a_table_knows_its_column_and_heads_have_a_scope() -> None:
    html = render("| Năm | Tỷ lệ |\n| --- | --: |\n| 2025 | 30,83 |\n")
    assert '<th scope="col">Năm</th>' in html
    assert 'data-label="Tỷ lệ"' in html
    assert "style=" not in html
