"""Somebody in trouble finds the steps with few taps, can call from the first screen, and leaves quickly."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Site
from gzip_server import served

PHONES = ((320, 640), (360, 740))
MOST_SCREENS = 3
STEPS = "tro-giup/buoc-mau/"


@pytest.fixture(scope="module")
def base(site: Site) -> Iterator[str]:
    with served(site.folder) as server:
        yield server.base("reader")


def tap(page: Page, words: str) -> None:
    """Taps a link that lies within three screens, and is as big as a thumb."""
    link = page.get_by_role("link", name=words).first
    box = link.bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    assert box is not None
    assert box["y"] < MOST_SCREENS * height
    assert box["height"] >= 44
    link.click()


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("script", [True, False])
def test_the_steps_are_three_taps_from_the_page_that_says_where_to_turn(
    base: str, browser: Browser, phone: tuple[int, int], script: bool
) -> None:
    width, height = phone
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
    page = context.new_page()
    page.goto(base + "tro-giup/")
    tap(page, "Tôi gặp việc mẫu")
    tap(page, "Việc mẫu thứ nhất")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tôi gặp việc mẫu thì làm gì?")
    call = page.get_by_role("navigation", name="Gọi ngay").get_by_role("link", name="000")
    box = call.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < height
    assert call.get_attribute("href") == "tel:000"
    assert page.evaluate("document.documentElement.scrollWidth") <= width if script else True
    context.close()


def test_home_leads_to_what_the_help_page_asks(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(base)
    page.get_by_role("link", name="Tôi gặp việc mẫu").click()
    expect(page.locator(".ways a")).to_have_count(2)
    page.close()


def test_the_quick_way_out_takes_the_page_s_own_place_in_the_history(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(base + "tro-giup/viec-mau/")
    page.goto(base + STEPS)
    page.get_by_role("link", name="Thoát nhanh").click()
    page.wait_for_url("about:blank")
    page.go_back()
    assert page.url == base + "tro-giup/viec-mau/"
    page.close()


def test_the_quick_way_out_needs_no_script(base: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + STEPS)
    page.get_by_role("link", name="Thoát nhanh").click()
    page.wait_for_url("about:blank")
    context.close()


def test_a_mark_opens_the_folded_sources_it_leads_to(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(base + STEPS)
    expect(page.locator("#nguon-1")).to_be_hidden()
    page.locator(".answers .cite a").first.click()
    expect(page.locator("#nguon-1")).to_be_visible()
    page.close()


def test_an_answer_nobody_has_read_says_so(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(base + "en/" + STEPS)
    cost = page.locator(".answer", has_text="What it costs")
    expect(cost.locator(".unread")).to_be_visible()
    page.close()


def test_every_step_page_is_kept_for_times_without_a_network(site: Site) -> None:
    kept = site.pages["mat-mang/"]
    assert f'data-keep href="../{STEPS}"' in kept
    assert 'data-keep href="../tro-giup/viec-mau/"' in kept


def test_numbers_stand_on_the_pages_people_in_danger_come_to(site: Site) -> None:
    for address in ("tro-giup/", "tro-giup/em-va-mang/", "cong-uoc/crc/", "mat-mang/", "en/tro-giup/", STEPS):
        assert 'href="tel:000"' in site.pages[address], address
    assert 'href="tel:000"' in (site.folder / "404.html").read_text("utf-8")
    assert 'href="tel:' not in site.pages["thuat-ngu/"]
