"""Tables of a text as readers who do not see them meet them, and as a phone shows them."""

from portal.reading.markdown.markup import convert
from portal.reading.markdown.sanitiser import sanitise
from portal.site.finishing.tables import with_named_tables

YEARS = "| Năm | Xã |\n|---|---|\n| 2024 | 1 |\n| 2025 [1] | 1 |\n"
WIDE = "| A | B | C | D |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"


def shown(text: str) -> str:
    return with_named_tables(sanitise(convert(text)))


def test_a_table_has_the_name_of_the_heading_above_it_and_a_second_one_its_number() -> None:
    html = shown(f"## Số *xã* [1]\n\n{YEARS}\nChữ.\n\n{YEARS}")
    assert '<caption class="unseen">Số xã</caption>' in html
    assert '<caption class="unseen">Số xã (2)</caption>' in html


def test_a_table_without_a_heading_is_named_after_its_columns() -> None:
    assert '<caption class="unseen">Năm, Xã</caption>' in shown(YEARS)


def test_the_first_cell_of_each_row_is_its_head() -> None:
    html = shown(YEARS)
    assert html.count('<th scope="row">') == 2
    assert 'data-label="Năm"' not in html
    assert html.count('data-label="Xã"') == 2


def test_a_column_that_does_not_tell_the_rows_apart_is_no_head_of_them() -> None:
    for first in (("a", "a"), ("a", "")):
        html = shown("| x | y |\n|---|---|\n" + "".join(f"| {one} | 1 |\n" for one in first))
        assert 'scope="row"' not in html


def test_a_table_of_few_short_columns_stays_one_on_a_phone() -> None:
    assert '<div class="table few">' in shown(YEARS)
    assert '<div class="table">' in shown(f"| x | y |\n|---|---|\n| a | {'chữ ' * 30}|\n")


def test_a_wide_table_can_be_reached_and_says_what_it_is() -> None:
    html = shown(f'## Bảng "lớn" & rộng\n\n{WIDE}')
    assert '<section class="table" tabindex="0" aria-label="Bảng &quot;lớn&quot; &amp; rộng">' in html


def test_a_table_that_has_its_name_keeps_it() -> None:
    html = '<div class="table"><table><caption>Tên</caption><tr><td>a</td><td>b</td></tr></table></div>'
    assert with_named_tables(html) == html
