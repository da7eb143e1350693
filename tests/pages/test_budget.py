"""What a first view of each kind of page costs a phone: counted at the server over five seconds, all included."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import Site
from gzip_server import served
from readers import heavy_at_first, too_heavy

MOST_BYTES, MOST_REQUESTS = 26 * 1024, 4
"""Of what a page itself asks for before it can be read: itself, the style of every page and of its kind, the script;
for the short pages of the small site. Our own may be 30 KB, and make readers weighs them."""
MORE_AT_HOME = 1024
"""The drawings of people and the rules for them, which no other page pays for."""
MOST_BYTES_IN_ALL, MOST_REQUESTS_IN_ALL = 36 * 1024, 7
"""With the worker, which keeps the script of a quiz or an exhibition, and the page for times without a network, with
its script: they come after. The worker carries the sums of the scripts it may give out."""
KEPT_FOR_OFFLINE = {"quiz": 1, "exhibition": 1}
"""Files more that come after: what tells right and wrong of a quiz, and what turns to the next panel, have to be there
without a network."""
LATER = ("sw.js", "mat-mang", "lists.js", "quiz.js", "exhibition.js")
KINDS = {
    "home": "",
    "theme": "phan-bac/",
    "convention": "cong-uoc/crc/",
    "policy": "chinh-sach/2026/luat-mau/",
    "achievement": "thanh-tuu/2026/so-lieu-mau/",
    "news": "doi-ngoai/2026/tin-mau/",
    "rebuttal": "phan-bac/2026/sai/",
    "comparison": "cong-uoc/so-sanh/",
    "progress": "ke-hoach/tien-do/",
    "plan": "ke-hoach/ke-hoach-mau/",
    "bodies": "ke-hoach/co-quan/",
    "body": "ke-hoach/co-quan/so-mau/",
    "help": "tro-giup/",
    "easy version": "cong-uoc/crc-de-doc/",
    "English easy version": "en/cong-uoc/crc-de-doc/",
    "glossary": "thuat-ngu/",
    "questions": "hoi-dap/",
    "steps": "tro-giup/buoc-mau/",
    "recording": "nghe/buoc-mau-hmn/",
    "film": "en/nghe/phim-mau/",
    "recordings": "nghe/",
    "lesson": "truong-hoc/crc/",
    "lessons": "en/truong-hoc/",
    "scan": "tu-lieu/thong-bao-mau/",
    "scans": "en/tu-lieu/",
    "press desk": "gioi-thieu/bao-chi/",
    "press sheet": "en/gioi-thieu/bao-chi/2026-11/",
    "charts for the press": "gioi-thieu/bao-chi/hinh-va-bieu-do/",
    "training desk": "tap-huan/",
    "unit": "en/tap-huan/bai-1-mau/",
    "exhibition": "trien-lam/mau/",
    "exhibitions": "en/trien-lam/",
    "open data": "gioi-thieu/du-lieu-mo/",
    "columns of the open data": "gioi-thieu/du-lieu-mo/cot/",
    "documents": "van-ban/",
    "document": "van-ban/luat-mau-mot/",
    "plan, section by section": "en/van-ban/ke-hoach-mau/",
    "quizzes": "cau-do/",
    "quiz": "en/cau-do/tre-em-mau/",
    "list": "danh-sach/nhom/moi-nguoi/",
    "search without a query": "tim-kiem/",
    "English convention": "en/cong-uoc/cat/",
}


@pytest.fixture(scope="module")
def views(site: Site, browser: Browser) -> dict[str, list[tuple[str, int]]]:
    """For each kind of page what one reader's first view asked for in five seconds: (address, gzip bytes)."""
    readers = {kind: f"reader{number}" for number, kind in enumerate(KINDS)}
    with served(site.folder) as server:
        pages = []
        for kind, address in KINDS.items():
            page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
            page.goto(server.base(readers[kind]) + address)
            pages.append(page)
        pages[-1].wait_for_timeout(5_000)
        for page in pages:
            page.context.close()
        return {kind: server.asked_by(reader) for kind, reader in readers.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_asks_at_most_four_times_for_at_most_26_kilobytes(
    views: dict[str, list[tuple[str, int]]], kind: str
) -> None:
    asked = views[kind]
    assert all(size for _, size in asked), asked
    first = [one for one in asked if not any(later in one[0] for later in LATER)]
    assert first
    more = MORE_AT_HOME if kind == "home" else 0
    in_all = MOST_REQUESTS_IN_ALL + KEPT_FOR_OFFLINE.get(kind, 0)
    for some, most, sizes in ((first, MOST_REQUESTS, MOST_BYTES), (asked, in_all, MOST_BYTES_IN_ALL)):
        assert len(some) <= most, some
        assert sum(size for _, size in some) <= sizes + more, some


@pytest.mark.parametrize("kind", ["convention", "English convention"])
def test_a_convention_asks_on_a_phone_for_itself_one_style_and_one_script(
    views: dict[str, list[tuple[str, int]]], kind: str
) -> None:
    first = [path for path, _ in views[kind] if not any(later in path for later in LATER)]
    assert len(first) == 3, first
    assert not any("drawings/" in path or "tools" in path for path in first)


def test_the_worker_is_among_what_was_counted(views: dict[str, list[tuple[str, int]]]) -> None:
    assert any("sw.js" in path for path, _ in views["home"])
    assert any("mat-mang" in path for path, _ in views["home"])


def test_what_weighs_our_own_pages_names_the_heavy_one_alone(site: Site, tmp_path: Path) -> None:
    assert list(too_heavy(site.folder)) == []
    assert [page for page, _ in heavy_at_first(site.folder)] == []
    for page, text in (("nang", random.Random(7).randbytes(60_000).hex()), ("nhe", "nhẹ"), ("mat-mang", "")):
        (tmp_path / page).mkdir()
        (tmp_path / page / "index.html").write_text(text, "utf-8")
    (tmp_path / "sw.js").write_text("")
    assert [page for page, _ in too_heavy(tmp_path)] == ["nang/index.html"]
    assert [page for page, _ in heavy_at_first(tmp_path)] == ["nang/index.html"]
