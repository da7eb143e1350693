"""What a cell of a form means, however a spreadsheet keeps it."""

from datetime import date

import pytest

from conftest import TODAY
from makers import PLAN
from portal.plan.forms.values import FieldType, FormField
from portal.plan.receive.meanings import meaning_of, says_nothing
from portal.plan.register.product_rows import RegisterCells
from portal.reading.cells import Unclear
from portal.reading.workbooks.reader import CellValue

WINDOW = PLAN.full_window(2026)
REGISTER = RegisterCells({}, TODAY)


def meant(kind: FieldType, value: CellValue, key: str = "people") -> object:
    found = meaning_of(FormField(key, "Nhãn", "", kind, "C3"), value, WINDOW, None)
    return found.code if isinstance(found, Unclear) else found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, 5),
        ("1.200", 1200),
        ("1 200", 1200),
        (" 7 ", 7),
        (2.5, "number-not-whole"),
        (True, "number-not-understood"),
        (date(2026, 5, 3), "number-not-understood"),
        (-1, "number-too-small"),
        ("-1", "number-too-small"),
        ("5,000", "number-two-readings"),
        ("450 triệu", "number-with-words"),
        ("nhiều", "number-not-understood"),
    ],
)
def test_numbers(value: CellValue, expected: object) -> None:
    assert meant("whole", value) == expected


def test_money_may_name_its_unit() -> None:
    assert meant("whole", "15.000.000 đồng", "vnd") == 15_000_000
    assert meant("whole", "15.000.000 đồng") == "number-with-words"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 3, 5), date(2026, 3, 5)),
        ("5/3/2026", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        (46086, date(2026, 3, 5)),  # a day whose look was lost
        (39000, "day-as-serial"),  # one of 2006, which may be no day at all
        (2026, "day-not-whole"),
        (1.5, "not-a-day"),
        (True, "not-a-day"),
        ("tháng 3", "day-not-whole"),
    ],
)
def test_days(value: CellValue, expected: object) -> None:
    assert meant("day", value) == expected


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("trainings.had", "Có", True),
        ("trainings.had", "KHÔNG CÓ", False),
        ("trainings.had", "None", False),
        ("spokesperson.designated", "Đã có", True),
        ("spokesperson.designated", "Not yet", False),
        ("spokesperson.designated", "x", True),
        ("spokesperson.designated", "chưa", False),
        ("spokesperson.designated", "Có lẽ", "unknown-word"),
    ],
)
def test_answers_of_yes_and_no_in_either_language(key: str, value: str, expected: object) -> None:
    assert meant("choice", value, key) == expected


def test_a_text_keeps_its_words_and_a_number_in_its_cell_is_one() -> None:
    assert meant("text", "12") == meant("text", 12) == "12"
    assert meant("text", "Tờ\u200brơi") == "Tờrơi"
    assert meant("text", date(2026, 11, 12)) == "cell-became-day"


def test_words_of_the_register_are_understood_in_any_language() -> None:
    field = FormField("formats", "Loại", "", "several", "F8")
    assert meaning_of(field, "Tờ rơi; Video", WINDOW, REGISTER) == ("leaflet", "video")
    assert meaning_of(field, "LEAFLET, video", WINDOW, REGISTER) == ("leaflet", "video")


@pytest.mark.parametrize("value", [None, "-", "–", "…", "..."])
def test_a_dash_says_nothing(value: CellValue | None) -> None:
    assert says_nothing(value)
    assert not says_nothing(0)
    assert not says_nothing("0")
