"""One page on the web under several rows of the register: told, once a page, and nothing is left out."""

import shutil
from datetime import date

import pytest

from conftest import PLAN_3112, Corpus
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.plan.plan import every_day
from portal.plan.register.addresses import address_key
from portal.reading.problems import Problem

TODAY = date(2026, 11, 28)
HEAD = "id;date;title;agency;theme;formats;channels;languages;audiences;places;quantity;url"
PAGE = "https://baodienbienphu.vn/tin-tuc/nuoc-sach-123.html"


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    shutil.copytree(PLAN_3112 / "data", corpus.root / "data", dirs_exist_ok=True)
    return corpus


def told(desk: Corpus, *rows: tuple[str, str, str, str]) -> tuple[int, list[Problem]]:
    """How many rows count, and what is told of rows of (day, title, body, address)."""
    lines = [
        f"{number};{day}/11/2026;{title};{body};1;leaflet;print;vi;children;;;{url}"
        for number, (day, title, body, url) in enumerate(rows, 1)
    ]
    desk.write("data/products/2026.csv", "\ufeff" + "\n".join([HEAD, *lines]) + "\n")
    found = open_registers(open_library(desk.root, TODAY), TODAY)
    assert found.ledger
    counted = list(found.ledger.register.rows(every_day(found.ledger.plan)))
    return len(counted), list(found.problems)


WRITINGS = [
    PAGE,
    PAGE.replace("https:", "http:"),
    PAGE.replace("https://", "https://www."),
    f"{PAGE}/",
    f"{PAGE}#binh-luan",
    PAGE.replace("baodienbienphu", "BaoDienBienPhu"),
]


@pytest.mark.parametrize("other", WRITINGS)
def test_one_page_under_two_titles_is_a_doubt_and_both_rows_count(desk: Corpus, other: str) -> None:
    count, (doubt,) = told(desk, ("20", "Nước sạch", "so-gddt", PAGE), ("21", "Nước sạch về bản", "so-y-te", other))
    assert (doubt.path, doubt.line, doubt.field) == ("data/products/2026.csv", 3, "url")
    assert (doubt.code, doubt.is_doubt, count) == ("product-of-one-address", True, 2)
    assert "data/products/2026.csv:2" in doubt.message("vi")
    assert "Nước sạch" in doubt.message("en")


def test_many_rows_of_one_page_are_told_once(desk: Corpus) -> None:
    count, doubts = told(desk, *((str(day), f"Bài {day}", "so-gddt", PAGE) for day in range(10, 20)))
    assert (count, [doubt.values["count"] for doubt in doubts]) == (10, [10])


def test_what_two_bodies_made_together_is_one_doubt_and_not_two(desk: Corpus) -> None:
    _, doubts = told(desk, ("20", "Nước sạch", "so-gddt", PAGE), ("20", "Nước sạch", "so-y-te", PAGE))
    assert [doubt.code for doubt in doubts] == ["product-of-two-bodies"]


FRONTS = [
    "https://dienbien.gov.vn/",
    "https://dienbien.gov.vn/index.html",
    "https://baodienbienphu.vn/chinh-tri",
    "https://www.facebook.com/dienbientv",
    "https://www.facebook.com/profile.php?id=100064",
    "https://www.youtube.com/@dienbientv/videos",
    "https://www.instagram.com/dienbien",
    "https://www.tiktok.com/@dienbien",
    "",
]


@pytest.mark.parametrize("front", FRONTS)
def test_the_front_of_a_site_or_of_a_page_of_many_posts_is_no_doubt(desk: Corpus, front: str) -> None:
    assert address_key(front) == ""
    count, doubts = told(desk, ("20", "Nước sạch", "so-gddt", front), ("21", "Đường về bản", "so-gddt", front))
    assert (count, doubts) == (2, [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=b"),
        ("https://www.facebook.com/dienbientv/posts/1", "https://www.facebook.com/dienbientv/posts/2"),
        ("https://youtu.be/a", "https://youtu.be/b"),
        ("https://a.vn/?p=1", "https://a.vn/?p=2"),
        ("https://a.vn/tin?id=1", "https://a.vn/tin?id=2"),
        ("https://a.vn/tin/Mot", "https://a.vn/tin/mot"),
    ],
)
def test_two_pages_are_two(one: str, other: str) -> None:
    assert address_key(one) != address_key(other) != ""
