"""Days and numbers as each language writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.language.words import words
from portal.language.written import percent_of, written_day, written_number, written_percent


def test_percentages() -> None:
    assert (written_percent(0.3083, words("vi")), written_percent(0.3083, words("en"))) == ("30,83 %", "30.83%")


def test_days() -> None:
    assert written_day(date(2026, 11, 3), words("vi")) == "3/11/2026"
    assert written_day(date(2026, 11, 3), words("en")) == "3 November 2026"


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (30.83, "30,83", "30.83"),
        (17.5, "17,5", "17.5"),
        (45.0, "45", "45"),
        (100.0, "100", "100"),
        (0.0, "0", "0"),
        (99.9975, "99,9975", "99.9975"),
        (0.004, "0,004", "0.004"),
        (100 * 0.56, "56", "56"),
        (1e-12, "0", "0"),
    ],
)
def test_numbers(number: float, vi: str, en: str) -> None:
    assert (written_number(number, words("vi")), written_number(number, words("en"))) == (vi, en)


@pytest.mark.parametrize(
    ("share", "text"),
    [(39_999 / 40_000, "99.99%"), (1 / 40_000, "0.01%"), (0.99999999, "99.99%"), (1.0, "100%"), (0.0, "0%")],
)
def test_nearly_all_is_never_all_and_next_to_nothing_never_nothing(share: float, text: str) -> None:
    assert written_percent(share, words("en")) == text


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(1, 3))
def test_a_share_is_100_or_0_only_where_it_is_exactly_so(whole: int, part: int, digits: int) -> None:
    share = min(part, whole) / whole
    assert (percent_of(share, digits) == 100) is (share == 1)
    assert (percent_of(share, digits) == 0) is (share == 0)
    assert percent_of(share, digits) == pytest.approx(100 * share, abs=1.01 * 10.0**-digits)
