"""Days and numbers as each language writes them."""

from datetime import date

import pytest

from portal.language.words import words
from portal.language.written import written_day, written_number, written_percent


def test_percentages() -> None:
    assert (written_percent(0.3083, words("vi")), written_percent(0.3083, words("en"))) == ("30,83 %", "30.83%")


def test_days() -> None:
    assert written_day(date(2026, 11, 3), words("vi")) == "3/11/2026"
    assert written_day(date(2026, 11, 3), words("en")) == "3 November 2026"


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [(30.83, "30,83", "30.83"), (17.5, "17,5", "17.5"), (45.0, "45", "45"), (100.0, "100", "100"), (0.0, "0", "0")],
)
def test_numbers(number: float, vi: str, en: str) -> None:
    assert (written_number(number, words("vi")), written_number(number, words("en"))) == (vi, en)
