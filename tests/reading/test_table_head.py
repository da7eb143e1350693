"""Where a table begins, whatever stands above it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reading.labels import Labels
from portal.reading.tables.table_head import PASSED_OVER, Columns, find_head

CALLED = Labels({"id": ("Mã", "STT"), "name": ("Tên sản phẩm",), "place": ("Nơi",)}, ids=True)
COLUMNS = Columns(("id", "name", "place"), ("id", "name"), CALLED, frozenset({"tongcong"}), frozenset({"stt"}))


@pytest.mark.parametrize("above", [[], ["SỔ"], ["", ""], ["Sở Y tế;;", "Năm 2026;;"], ["Mã: 5"] * 20])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_head_is_found_below_what_an_office_sets_above_it(above: list[str], separator: str) -> None:
    lines = [*above, separator.join(["Mã", "Tên sản phẩm", "Nơi"]), separator.join(["1", "A, B; C", "D"])]
    head = find_head(lines, COLUMNS)
    assert (head.line, head.separator, head.used) == (len(above), separator, 1)
    assert COLUMNS.names(head.cells) == ["id", "name", "place"]


def test_a_head_may_break_its_names_over_lines() -> None:
    head = find_head(['"Mã";"Tên', 'sản phẩm *";"Nơi (xã)"', "1;A;B"], COLUMNS)
    assert (head.line, head.used, COLUMNS.names(head.cells)) == (0, 2, ["id", "name", "place"])


def test_where_nothing_is_a_head_the_first_row_is_taken() -> None:
    assert find_head(["", "a;b", "1;2"], COLUMNS).cells == ("a", "b")
    assert find_head([""], COLUMNS).cells == ()
    assert find_head([], COLUMNS).cells == ()


def test_a_column_that_counts_is_one_of_ids_where_there_is_no_other() -> None:
    assert COLUMNS.names(("STT", "Tên sản phẩm")) == ["id", "name"]
    assert COLUMNS.names(("STT", "Mã", "Tên sản phẩm")) == [PASSED_OVER, "id", "name"]


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (["Tổng cộng", "", "5"], True),
        (["", "TỔNG CỘNG: 5", ""], True),
        (["Tổng cộng 5"], True),
        (["1", "Tổng cộng", ""], False),
        (["Tổng cộng các quyền"], False),
        ([], False),
    ],
)
def test_a_row_that_adds_up_says_so_first(cells: list[str], total: bool) -> None:
    assert COLUMNS.is_total(cells) is total


def test_a_name_nobody_knows_is_told_with_the_nearest() -> None:
    assert COLUMNS.near("ten san pham khac") == ["Tên sản phẩm (name)"]


@given(st.lists(st.text(max_size=20), max_size=40))
def test_no_lines_make_the_search_for_the_head_raise(lines: list[str]) -> None:
    head = find_head([line.replace("\n", " ") for line in lines], COLUMNS)
    assert 0 <= head.line <= max(len(lines) - 1, 0)
