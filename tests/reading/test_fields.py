"""Single fields, as tables of good and bad."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from conftest import TODAY
from portal.reading.fields import (
    Context,
    DayField,
    Dong,
    LanguageTag,
    PastDay,
    ReadingDay,
    SecurityContact,
    Slug,
    Text,
    Url,
    Verdict,
    WholeNumber,
    YesNo,
)
from portal.reading.yaml_reader import WrittenNumber


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value, context=Context(TODAY))
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Text, ["a", " a "], ["", "  ", 1, None, True, ["a"]]),
        (DayField, ["2026-11-24", "2024-02-29", "24/11/2026", "24.11.2026", "2026-11-24T00:00"], []),
        (DayField, [], ["2025-02-29", "11/24/2026", "24/11/26", "tháng 11", 20261124, 46346, 11.2026, True, None]),
        (
            WholeNumber,
            [0, 4, "4", "450.000", "450 000", WrittenNumber("450.000")],
            [-1, True, None, "", "1,5", "4 lớp"],
        ),
        (WholeNumber, [], [WrittenNumber("4.0"), WrittenNumber("1.2"), 4.5, "5,000", "450.000 đồng", "9" * 5000]),
        (Dong, ["450.000 đồng", "450.000.000đ", 450000], ["450 triệu", "450.000 tờ", "450,000"]),
        (YesNo, [True, False, "có", "Không", "x", "CHUA", "yes"], [1, 0, "1", "", None, "có lẽ"]),
        (PastDay, ["2026-11-23", "1966-12-16"], ["2026-11-24", "0001-01-01"]),
        (ReadingDay, ["2026-11-23", "not_recorded"], ["2026-11-24", "", None, "none", "not recorded"]),
        (Url, ["https://a.org", "http://a.org/b?c=d#e"], ["a.org", "ftp://a.org", "https://", "https://a b.org"]),
        (Url, [], ["https://localhost", "javascript:x", "https://[x"]),
        (
            SecurityContact,
            ["a.b+c@co-quan.gov.vn", "https://a.org/bao"],
            ["a@b", "a b@c.vn", "0215", "http://a.org", ""],
        ),
        (SecurityContact, [], ["a@b.vn\nExpires: 2099-01-01", "https://a.org/\r\nContact: x", "mailto:a@b.vn", None]),
        (LanguageTag, ["vi", "blt", "hmn-Latn", "zh-Hant-TW"], ["Vietnamese", "VI", "v", "vi_VN", ""]),
        (Slug, ["crc", "bao-luu", "a1"], ["Bảo", "-a", "a--b", "A", ""]),
        (Verdict, ["true", "false", True, False, "unproven"], ["sai", "", None, 1]),
    ],
)
def test_what_a_field_takes_and_what_it_refuses(kind: Any, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []
