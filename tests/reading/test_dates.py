"""Days as people write them into cells."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reading.cells import Unclear
from portal.reading.dates import written_date

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "20/11/2026", "20-11-2026", "20.11.2026", "20 / 11 / 2026", "2026-11-20", "2026/11/20", "2026.11.20",
        "20/11/2026 00:00", "20/11/2026 00:00:00", "2026-11-20T00:00:00", "2026-11-20 14:30", "'20/11/2026",
        "\u00a020/11/2026 ", "20 tháng 11 năm 2026", "ngày 20 tháng 11 năm 2026", "Ngày 20 tháng 11, 2026",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert written_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "code", "day"),
    [
        ("11/20/2026", "day-month-first", "20/11/2026"),
        ("11-20-2026", "day-month-first", "20/11/2026"),
        ("20/11/26", "day-without-century", "20/11/2026"),
        ("46346", "day-as-serial", "20/11/2026"),
        ("Tháng 11", "day-not-whole", None),
        ("tháng 11/2026", "day-not-whole", None),
        ("11/2026", "day-not-whole", None),
        ("20/11", "day-not-whole", None),
        ("2026", "day-not-whole", None),
        ("Quý III/2026", "day-not-whole", None),
        ("cuối năm 2026", "day-not-whole", None),
        ("31/11/2026", "not-a-day", None),
        ("29/02/2025", "not-a-day", None),
        ("2026-02-30", "not-a-day", None),
        ("0/0/0000", "not-a-day", None),
        ("20/11-2026", "not-a-day", None),
        ("31/11/26", "not-a-day", None),
        ("20260115", "day-run-together", "15/01/2026"),
        ("hôm qua", "not-a-day", None),
        ("20-21/11/2026", "not-a-day", None),
        ("20/11/2026+07:00", "not-a-day", None),
        ("", "not-a-day", None),
    ],
)
def test_what_is_no_day_says_why_and_what_to_write(text: str, code: str, day: str | None) -> None:
    assert written_date(text) == Unclear(code, {"day": day} if day else {})


FORMS = ["{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}"]


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from([*FORMS, "ngày {d} tháng {m} năm {y}"]))
def test_every_day_reads_back_as_it_is_written_here(day: date, form: str) -> None:
    assert written_date(form.format(d=day.day, m=day.month, y=day.year)) == day


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_a_month_in_front_is_told_wherever_it_can_be_seen(day: date) -> None:
    found = written_date(f"{day.month}/{day.day}/{day.year}")
    if day.day > 12:
        assert isinstance(found, Unclear)
        assert written_date(found.values["day"]) == day
    else:
        assert found == date(day.year, day.day, day.month)


@given(st.integers(30000, 69999))
def test_a_spreadsheet_s_number_is_told_with_its_day(number: int) -> None:
    found = written_date(str(number))
    assert isinstance(found, Unclear)
    assert written_date(found.values["day"]) == date(1899, 12, 30) + timedelta(days=number)


@given(st.text(max_size=30))
def test_no_text_makes_the_reader_of_days_raise(text: str) -> None:
    assert isinstance(written_date(text), date | Unclear)
