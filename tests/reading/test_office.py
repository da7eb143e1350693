"""How an office is reached: landlines and office mail are taken as they are written, what is private is refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.reading.personal.office import OfficeMail, OfficeTelephone, office_digits

TELEPHONE, MAIL = TypeAdapter(OfficeTelephone), TypeAdapter(OfficeMail)


@pytest.mark.parametrize(
    "said",
    ["0215 3825 111", "0215.3825.111", "(0215) 3825111", "+84 215 3825 111", "0084 215 3825 111", "02438 123 456",
     "0215 3825 111, máy lẻ 12", "0215 3825 111, ext. 12", "0215 3825 111 x12", "1800 1234", "1900 123 456"],
)  # fmt: skip
def test_a_landline_or_a_short_number_is_taken_as_it_is_written(said: str) -> None:
    assert TELEPHONE.validate_python(said) == said


@pytest.mark.parametrize(
    ("said", "kept"), [("2153825111", "02153825111"), ("(215) 3825111, máy 2", "0215 3825111, máy 2")]
)
def test_the_nought_that_a_spreadsheet_took_is_given_back(said: str, kept: str) -> None:
    assert TELEPHONE.validate_python(said) == kept


@pytest.mark.parametrize(
    "said",
    ["0215 3825 111", "+84 215 3825 111", "+84 (0)215 3825 111", "(+84 215) 3825-111", "0084 215 3825 111",
     "0215–3825–111", "0215 3825 111, máy lẻ 12", "0215 3825 111 ext 12", "0215 3825 111 (máy 12)", "02153825111#12"],
)  # fmt: skip
def test_a_telephone_dials_the_same_digits_however_the_number_is_written(said: str) -> None:
    assert office_digits(TELEPHONE.validate_python(said)) == "02153825111"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("0912 345 678", "office-mobile"),
        ("912345678", "office-mobile"),
        ("+84 912 345 678", "office-mobile"),
        ("0215 3825", "not-office-telephone"),
        ("0912.345.678", "office-mobile"),
        ("0084 912 345 678", "office-mobile"),
        ("84 912 345 678", "office-mobile"),
        ("+84 (0) 912-345-678", "office-mobile"),
        ("Zalo: 0912345678", "office-mobile"),
        ("0215 3825 111 hoặc 0912 345 678", "office-mobile"),
        ("0215 3825 111 / 0215 3825 112", "not-office-telephone"),
        ("3825111", "not-office-telephone"),
        ("011093001234", "not-office-telephone"),
        ("gọi văn phòng", "not-office-telephone"),
    ],
)
def test_a_mobile_telephone_and_what_is_no_number_are_refused(said: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TELEPHONE.validate_python(said)
    assert [one["type"] for one in refused.value.errors()] == [code]


@pytest.mark.parametrize("said", ["van-thu@dienbien.gov.vn", "vp.sgd@dienbien.edu.vn", "a@b-c.vn"])
def test_mail_of_an_office_is_taken(said: str) -> None:
    assert MAIL.validate_python(said) == said


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("vanphong@gmail.com", "office-mail-private"),
        ("van.phong (at) yahoo.com.vn", "office-mail-private"),
        ("van-thu", "not-office-mail"),
        ("van thu@dienbien.gov.vn", "not-office-mail"),
        ("a@b", "not-office-mail"),
        ("a@b.c", "not-office-mail"),
        ("0912.345.678", "office-mobile-in-mail"),
        ("0912345678@dienbien.gov.vn", "office-mobile-in-mail"),
        ("zalo.+84912345678@dienbien.gov.vn", "office-mobile-in-mail"),
        ("van-thu@dienbien.gov.vn; 0912 345 678", "office-mobile-in-mail"),
    ],
)
def test_private_mail_and_what_is_no_mail_are_refused(said: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MAIL.validate_python(said)
    assert [one["type"] for one in refused.value.errors()] == [code]
