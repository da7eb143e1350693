"""Addresses, and links that work under any base path."""

from urllib.parse import urljoin

import pytest

from portal.site.addresses import address, relative


@pytest.mark.parametrize(
    ("lang", "place", "expected"),
    [
        ("vi", "index", ""),
        ("en", "index", "en/"),
        ("vi", "cong-uoc/index", "cong-uoc/"),
        ("en", "cong-uoc/crc", "en/cong-uoc/crc/"),
        ("vi", "thanh-tuu/2026/nuoc-sach", "thanh-tuu/2026/nuoc-sach/"),
    ],
)
def test_an_address_follows_from_language_and_place(lang: str, place: str, expected: str) -> None:
    assert address(lang, place) == expected


@pytest.mark.parametrize("base", ["https://a.org/", "https://a.org/sub/path/", "http://127.0.0.1:8000/x/"])
@pytest.mark.parametrize("start", ["", "en/", "cong-uoc/crc/", "en/thanh-tuu/2026/a/"])
@pytest.mark.parametrize("goal", ["", "en/", "cong-uoc/crc/", "tro-giup/", "assets/portal.css"])
def test_a_relative_link_reaches_its_goal_under_every_base(base: str, start: str, goal: str) -> None:
    assert urljoin(base + start, relative(start, goal)) == base + goal
    assert not relative(start, goal).startswith("/")
