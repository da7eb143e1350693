"""Rows become CSV in one way: harmless to a spreadsheet, in full."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reading.tables.csv_writer import csv_of, for_people, harmless


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-1", "@x", "\tx", "\rx", "\n=1"])
def test_a_text_is_never_a_formula_in_a_spreadsheet(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless("Tuần Giáo") == "Tuần Giáo"
    assert next(csv.reader(io.StringIO(csv_of([[cell]]), newline=""))) == [f"'{cell}".replace("\r", "\n")]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1234567.0, "1234567"), (1234567.25, "1234567.25"), (0.1, "0.1"), (-3.5, "-3.5"), (0.00001, "0.00001"),
        (1e21, "1000000000000000000000"), (2 / 3, "0.6666666666666666"), (None, ""), (0, "0"),
    ],
)  # fmt: skip
def test_a_number_is_written_in_full(number: float | None, text: str) -> None:
    assert csv_of([[number]]).rstrip("\n").strip('"') == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_read_back_is_the_number_written(number: float) -> None:
    written = csv_of([[number]]).rstrip("\n")
    assert float(written) == number
    assert "e" not in written


def test_a_cell_may_hold_quotation_marks_commas_and_line_breaks() -> None:
    row = ['Trung tâm "một cửa", tỉnh', "hai\ndòng", "a;b"]
    assert next(csv.reader(io.StringIO(csv_of([row]), newline=""))) == row


def test_a_file_for_people_begins_with_the_mark_excel_looks_for() -> None:
    assert for_people(csv_of([["Tỉnh"]])).encode() == b"\xef\xbb\xbf" + "Tỉnh\n".encode()
