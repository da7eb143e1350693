"""CSV that leaves the portal."""

import csv
import io

import pytest

from portal.reading.csv_writer import csv_of


@pytest.mark.parametrize("text", ["=1+1", "+84 215", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    ((_, cell),) = csv.reader(io.StringIO(csv_of([["x", text]]), newline=""))
    assert cell == "'" + text.replace("\r", "\n")


@pytest.mark.parametrize(
    ("number", "written"),
    [(1234567.0, "1234567"), (1234567.5, "1234567.5"), (1e-7, "0.0000001"), (1e20, "100000000000000000000"),
     (-5, "-5"), (-2.5, "-2.5"), (0, "0"), (10.0, "10"), (None, '""')],
)  # fmt: skip
def test_numbers_stand_in_full_and_what_nobody_has_is_empty(number: float | None, written: str) -> None:
    assert csv_of([[number]]) == f"{written}\n"


def test_names_with_quotation_marks_commas_and_line_ends_come_back_as_they_were() -> None:
    row = ['Trung tâm "một cửa", tỉnh', "hai\ndòng"]
    assert list(csv.reader(io.StringIO(csv_of([row]), newline=""))) == [row]
