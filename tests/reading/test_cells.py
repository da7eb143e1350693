"""Numbers and yes or no, as people write them into cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reading.cells import MOST_DIGITS_OF_A_NUMBER, SPACES, Unclear, tidy, whole_number, yes_or_no

LARGEST = 10**MOST_DIGITS_OF_A_NUMBER - 1
numbers = st.integers(0, LARGEST)


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("05", 5),
        (" 7 ", 7),
        ("'500", 500),
        ("450.000", 450_000),
        ("450 000", 450_000),
        ("450\u00a0000", 450_000),
        ("450\u202f000.", None),
        ("1.200", 1200),
        ("450.000.000", 450_000_000),
        ("1.200,00", 1200),
        ("5000,0", 5000),
        ("1,200,000", 1_200_000),
        ("1,200.00", 1200),
        ("-5", -5),
        ("−5", -5),
    ],
)
def test_one_meaning_is_read(text: str, number: int | None) -> None:
    found = whole_number(text)
    assert found == number if number is not None else isinstance(found, Unclear)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("5,000", "5", "5000"),
        ("1,200", "1,2", "1200"),
        ("12,500", "12,5", "12500"),
        ("1.2", "1,2", "1200"),
        ("4.0", "4", "4000"),
        ("0.5", "0,5", "500"),
        ("1200.000", "1200", "1200000"),
    ],
)
def test_two_meanings_are_refused_with_both(text: str, one: str, other: str) -> None:
    assert whole_number(text) == Unclear("number-two-readings", {"one": one, "other": other})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5.000 tờ", "5000"),
        ("5000tờ", "5000"),
        ("30 người", "30"),
        ("450 triệu", "450000000"),
        ("450tr", "450000000"),
        ("1,5 tỷ", "1500000000"),
        ("1,5 tỉ đồng", "1500000000"),
        ("2.000 triệu", None),
        ("3k", "3000"),
        ("2 nghìn", "2000"),
        ("450.000 đồng", "450000"),
    ],
)
def test_words_beside_a_number_are_told_with_the_figure_to_write(text: str, number: str | None) -> None:
    found = whole_number(text)
    assert isinstance(found, Unclear)
    assert found.values.get("number") == number


@pytest.mark.parametrize("unit", ["đồng", " đồng", "đ", " đ", " VND", " VNĐ", " Đồng."])
def test_an_amount_may_name_its_currency(unit: str) -> None:
    assert whole_number(f"450.000{unit}", money=True) == 450_000
    assert isinstance(whole_number(f"450.000{unit}"), Unclear)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1,5", "number-not-whole"),
        ("0,25", "number-not-whole"),
        ("12,50", "number-not-whole"),
        ("0,500", "number-not-whole"),
        ("1.20.000", "number-parted"),
        ("45.00.000", "number-parted"),
        ("1 20 000", "number-parted"),
        ("khoảng 500", "number-not-understood"),
        ("500-600", "number-not-understood"),
        ("không", "number-not-understood"),
        ("0912345678", "number-not-understood"),
        ("012345", "number-not-understood"),
        ("³", "number-not-understood"),
        ("٣", "number-not-understood"),
        ("9" * 5000, "number-not-understood"),
        ("9" * 5000 + ",5", "number-not-whole"),
        ("", "number-not-understood"),
        ("inf", "number-not-understood"),
        ("1e5", "number-not-understood"),
        ("1,20E+03", "number-not-understood"),
        ("0x10", "number-not-understood"),
        ("500 tờ x 2 mặt", "number-not-understood"),
    ],
)
def test_what_is_no_whole_number_says_why(text: str, code: str) -> None:
    found = whole_number(text)
    assert isinstance(found, Unclear)
    assert found.code == code


@given(numbers, st.sampled_from(["", ".", *SPACES]))
def test_every_number_as_it_is_written_here_reads_back(number: int, sign: str) -> None:
    assert whole_number(grouped(number, sign)) == number


@given(numbers, st.sampled_from(["", ".", " "]), st.sampled_from([",0", ",00"]))
def test_noughts_behind_the_comma_change_nothing(number: int, sign: str, noughts: str) -> None:
    assert whole_number(grouped(number, sign) + noughts) == number


@given(st.integers(1000, 999_999))
def test_a_number_parted_once_by_a_comma_is_never_guessed(number: int) -> None:
    found = whole_number(grouped(number, ","))
    assert isinstance(found, Unclear)
    assert found.values["other"] == str(number)


@given(st.text(max_size=30))
def test_no_text_makes_a_reader_raise_and_a_text_means_one_thing(text: str) -> None:
    assert whole_number(text) == whole_number(text)
    assert tidy(tidy(text)) == tidy(text) or text.strip().startswith("'")
    assert isinstance(yes_or_no(text), bool | Unclear)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("có", True), ("CÓ", True), ("co", True), ("x", True), ("X", True), ("✓", True), ("yes", True), ("Đã có", True),
        ("không", False), ("Khong", False), ("chưa", False), ("no", False), ("Không.", False),
        ("1", None), ("", None), ("có lẽ", None),
    ],
)  # fmt: skip
def test_yes_and_no_are_read_in_either_language(text: str, said: bool | None) -> None:
    assert yes_or_no(text) == (Unclear("not-yes-no", {}) if said is None else said)
