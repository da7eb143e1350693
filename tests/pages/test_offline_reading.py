"""Without a network: what was read, help, and what a reader asked for still open; the rest says so honestly."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import Site
from waiting import until

STORES = """async () => {
  const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return (await Promise.all(stores.map((store) => store.keys()))).flat().map((request) => request.url);
}"""
READY = "async url => Boolean(await caches.match(url))"


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    yield context
    context.close()


def wait_until_kept(page: Page, url: str) -> None:
    """Wait until the device keeps an address."""
    for _ in range(150):
        if page.evaluate(READY, url):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{url} was not kept")


def read(page: Page, url: str) -> None:
    """Open a page and wait until the device keeps it."""
    page.goto(url)
    wait_until_kept(page, url)


def read_two(reader: BrowserContext, base: str) -> Page:
    """Someone who reads two pages; the second view brings pages of help."""
    page = reader.new_page()
    read(page, base + "thanh-tuu/2026/so-lieu-mau/")
    read(page, base + "phan-bac/2026/sai/")
    wait_until_kept(page, base + "tro-giup/em-va-mang/")
    return page


def ask_for_all(page: Page, base: str) -> None:
    """Press the button that keeps the conventions and the search."""
    page.goto(base + "mat-mang/")
    page.locator("[data-more]").click()
    expect(page.locator("[data-more-said]")).to_contain_text("Đã giữ trên máy này", timeout=60_000)


def test_a_page_that_was_read_opens_again_with_its_style(reader: BrowserContext, base: str) -> None:
    page = read_two(reader, base)
    reader.set_offline(True)
    page.goto(base + "thanh-tuu/2026/so-lieu-mau/")
    expect(page.locator("h1")).to_contain_text("Số liệu mẫu")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 243)"


@pytest.mark.parametrize("address", ["tro-giup/", "tro-giup/em-va-mang/", "cong-uoc/crc/", "cong-uoc/cat/"])
def test_help_opens_though_nobody_read_it_and_what_was_asked_for_too(
    reader: BrowserContext, base: str, address: str
) -> None:
    page = read_two(reader, base)
    if address.startswith("cong-uoc"):
        ask_for_all(page, base)
    reader.set_offline(True)
    page.goto(base + address)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("h1")).not_to_contain_text("khi không có mạng")


def test_a_page_nobody_kept_says_that_there_is_no_network_in_the_language_of_its_address(
    reader: BrowserContext, base: str
) -> None:
    page = read_two(reader, base)
    read(page, base + "en/cong-uoc/crc/")
    wait_until_kept(page, base + "en/mat-mang/")
    reader.set_offline(True)
    page.goto(base + "gioi-thieu/lien-he/")
    expect(page.locator("h1")).to_contain_text("Đọc khi không có mạng")
    page.goto(base + "en/gioi-thieu/lien-he/")
    expect(page.locator("h1")).to_contain_text("Reading without a network")


PARTS = {"assets/portal.css", "assets/portal.js", "assets/lists.js"}
"""What a page of a convention and the page for times without a network are made of."""


def test_one_view_keeps_that_page_alone(reader: BrowserContext, base: str) -> None:
    page = reader.new_page()
    read(page, base + "cong-uoc/crc/")
    wait_until_kept(page, base + "mat-mang/")
    page.wait_for_timeout(500)
    kept = {url.removeprefix(base).partition("?")[0] for url in page.evaluate(STORES)}
    assert kept == {"cong-uoc/crc/", "mat-mang/", *PARTS}


def test_a_device_that_saves_data_keeps_only_what_was_read(reader: BrowserContext, base: str) -> None:
    reader.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = reader.new_page()
    read(page, base + "cong-uoc/crc/")
    read(page, base + "tro-giup/")
    page.wait_for_timeout(1_000)
    kept = {url.removeprefix(base).partition("?")[0] for url in page.evaluate(STORES)}
    told = {"mat-mang/", "mat-mang/kept.json"}  # what was corrected is corrected here too
    beside = {"assets/plain.css", "assets/tools.js", "assets/tools.css"}  # of the second page, and of a pressed button
    assert kept == {"cong-uoc/crc/", "tro-giup/", *told, *PARTS, *beside}


STYLE_OF_TOOLS = """async () => {
  const press = document.querySelector("[data-display]");
  press.click();
  while (!document.querySelector('link[href*="tools.css"]')) await new Promise((done) => setTimeout(done, 50));
  return document.querySelector('link[href*="tools.css"]').href;
}"""
"""The address of the style that the first press of the button asks for."""


def test_the_display_may_be_set_without_a_network(reader: BrowserContext, base: str) -> None:
    page = read_two(reader, base)
    wait_until_kept(page, page.evaluate(STYLE_OF_TOOLS))
    reader.set_offline(True)
    page.goto(base + "cong-uoc/crc/")
    page.locator("[data-display]").dispatch_event("click")  # on a phone it waits in the menu
    asked = page.locator("#hien-thi fieldset").first
    expect(asked).to_be_visible()
    assert asked.evaluate("one => getComputedStyle(one).borderTopWidth") == "0px"  # by the style of the panel


def test_a_reader_sees_what_is_kept_and_can_delete_it(reader: BrowserContext, base: str) -> None:
    page = read_two(reader, base)
    read(page, base + "mat-mang/")
    expect(page.locator("[data-kept] a", has_text="Số liệu mẫu")).to_be_visible()
    page.locator("[data-forget]").click()
    expect(page.locator("[data-forgotten]")).to_contain_text("Đã xóa")
    expect(page.locator("[data-kept] li")).to_have_count(0)
    left = page.evaluate(STORES)
    assert not [url for url in left if "/assets/" not in url]


def test_a_second_view_brings_no_convention_and_no_search(reader: BrowserContext, base: str) -> None:
    page = read_two(reader, base)
    page.wait_for_timeout(1_000)
    kept = {url.removeprefix(base) for url in page.evaluate(STORES)}
    assert [url for url in kept if url.startswith(("cong-uoc/", "tim-kiem/", "search/"))] == []


def test_a_reader_is_told_when_not_all_could_be_kept(reader: BrowserContext, base: str) -> None:
    page = read_two(reader, base)
    page.goto(base + "mat-mang/")
    reader.set_offline(True)
    page.locator("[data-more]").click()
    expect(page.locator("[data-more-said]")).to_contain_text("Chưa giữ được hết")
    expect(page.locator("[data-kept] a", has_text="Số liệu mẫu")).to_be_visible()


def test_a_page_read_and_kept_is_listed_once(reader: BrowserContext, base: str) -> None:
    page = reader.new_page()
    read(page, base + "cong-uoc/crc/")
    read_already = "async () => Boolean(await (await caches.open('portal-read')).match(location.href))"
    until(lambda: page.evaluate(read_already))
    ask_for_all(page, base)
    page.goto(base + "cong-uoc/crc/")
    assert page.evaluate("async () => Boolean(await (await caches.open('portal-kept')).match(location.href))")
    page.goto(base + "mat-mang/")
    expect(page.locator('[data-kept] a[href$="/cong-uoc/crc/"]')).to_have_count(1)


def test_a_page_that_changed_is_read_anew_while_there_is_a_network(
    reader: BrowserContext, site: Site, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    changing = tmp_path / "site"
    changing.mkdir()
    for part in site.folder.iterdir():
        (changing / part.name).symlink_to(part)
    (changing / "bai").mkdir()
    page_file = changing / "bai" / "index.html"
    page_file.write_text("<!doctype html><meta charset=utf-8><title>a</title><h1>Cũ</h1>", encoding="utf-8")
    os.utime(page_file, (page_file.stat().st_mtime - 3,) * 2)  # so that the browser's own store lets go of it soon
    base = serve(changing)
    page = reader.new_page()
    read(page, base)
    page.goto(base + "bai/")
    expect(page.locator("h1")).to_have_text("Cũ")
    page_file.write_text("<!doctype html><meta charset=utf-8><title>a</title><h1>Mới hơn</h1>", encoding="utf-8")
    page.goto(base)
    page.wait_for_timeout(1_000)
    page.goto(base + "bai/")
    expect(page.locator("h1")).to_have_text("Mới hơn")
    reader.set_offline(True)
    page.goto(base + "bai/")
    expect(page.locator("h1")).to_have_text("Mới hơn")


def test_the_search_answers_in_the_language_that_was_read(reader: BrowserContext, base: str) -> None:
    page = read_two(reader, base)
    ask_for_all(page, base)
    wait_until_kept(page, base + "search/vi/index.js")
    reader.set_offline(True)
    page.goto(base + "tim-kiem/?q=quyen+tre+em")
    expect(page.locator("[data-search-results] a").first).to_have_attribute("href", re.compile("cong-uoc/crc/"))
