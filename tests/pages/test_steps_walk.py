"""Somebody in trouble finds the steps with few taps, can call from the first screen, and leaves quickly."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Site
from gzip_server import served
from readers import on_more_sheets
from waiting import until

PHONES = ((320, 640), (360, 740))
MOST_SCREENS = 3
STEPS = "tro-giup/buoc-mau/"
TITLE = "Tôi gặp việc mẫu thì làm gì?"


@pytest.fixture(scope="module")
def base(site: Site) -> Iterator[str]:
    with served(site.folder) as server:
        yield server.base("reader")


def a_phone(browser: Browser, phone: tuple[int, int]) -> Page:
    width, height = phone
    return browser.new_context(viewport={"width": width, "height": height}).new_page()


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
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    call = page.get_by_role("navigation", name="Gọi ngay").get_by_role("link", name="000")
    box = call.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < height
    assert call.get_attribute("href") == "tel:000"
    assert page.evaluate("document.documentElement.scrollWidth") <= width if script else True
    context.close()


@pytest.mark.parametrize("phone", PHONES)
def test_the_steps_are_two_taps_from_home(base: str, browser: Browser, phone: tuple[int, int]) -> None:
    page = a_phone(browser, phone)
    page.goto(base)
    page.get_by_role("link", name="Tôi gặp việc mẫu").click()
    expect(page.locator(".ways a")).to_have_count(2)
    tap(page, "Việc mẫu thứ nhất")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.context.close()


@pytest.mark.parametrize("query", ["mất giấy mẫu", "mat giay mau", "ban mau khong nhan"])
def test_the_steps_are_one_tap_from_a_search_for_what_people_say(base: str, browser: Browser, query: str) -> None:
    page = a_phone(browser, PHONES[0])
    page.goto(f"{base}tim-kiem/?q={quote(query)}")
    first = page.locator("[data-search-results] a").first
    expect(first).to_be_visible(timeout=15_000)
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.context.close()


@pytest.mark.parametrize("address", ["tro-giup/", "tro-giup/viec-mau/", STEPS, "tim-kiem/?q=chong%20danh"])
def test_somebody_beaten_sees_a_number_to_call_on_the_first_screen(base: str, browser: Browser, address: str) -> None:
    page = a_phone(browser, PHONES[0])
    page.goto(base + address)
    call = page.get_by_role("navigation", name="Gọi ngay").get_by_role("link", name="000")
    expect(call).to_be_visible(timeout=15_000)
    box = call.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] < PHONES[0][1]
    page.context.close()


def test_a_search_that_speaks_of_no_danger_shows_no_number(base: str, browser: Browser) -> None:
    page = a_phone(browser, PHONES[0])
    page.goto(f"{base}tim-kiem/?q=nuoc")
    expect(page.locator("[data-search-results] a").first).to_be_visible(timeout=15_000)
    expect(page.get_by_role("navigation", name="Gọi ngay")).to_be_hidden()
    page.context.close()


def test_who_was_refused_finds_what_to_do_within_three_screens(base: str, browser: Browser) -> None:
    page = a_phone(browser, PHONES[0])
    page.goto(base + STEPS)
    box = page.get_by_role("heading", name="Bị từ chối thì sao").bounding_box()
    assert box is not None
    assert box["y"] < MOST_SCREENS * PHONES[0][1]
    page.context.close()


def test_without_a_network_the_steps_that_were_read_keep_their_style(base: str, browser: Browser) -> None:
    page = a_phone(browser, PHONES[0])
    page.goto(base + STEPS)
    until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))
    page.reload()
    kept = "caches.keys().then(all => Promise.all(all.map(one => caches.open(one).then(store => store.keys()))))"
    named = f"() => {kept}.then(all => all.flat().some(one => one.url.includes('steps.css')))"
    until(lambda: page.evaluate(named))
    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".way li").first).to_have_css("list-style-type", "none")
    expect(page.locator(".way ol")).to_have_css("padding-left", "0px")
    page.context.close()


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


def test_a_page_that_asks_and_leads_to_one_that_others_should_not_see_has_its_way_out_too(site: Site) -> None:
    for address, has_one in ((STEPS, True), ("tro-giup/viec-mau/", True), ("tro-giup/em-va-mang/", False)):
        assert ("data-leave" in site.pages[address]) is has_one, address
        assert ("data-leave" in site.pages[f"en/{address}"]) is has_one, address


ONE_MORE = """() => {
  const one = document.querySelector(".calls li");
  one.querySelector("span").textContent = "Counter-trafficking-organisation";
  one.parentNode.append(one.cloneNode(true));
}"""


def test_no_name_of_who_answers_is_wider_than_its_button_on_the_narrowest_phone(base: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(base + "tro-giup/")
    for _ in range(3):
        page.evaluate(ONE_MORE)
    assert page.locator(".calls li").count() >= 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = page.locator(".calls a").evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth).length")
    assert wide == 0
    page.close()


def test_the_steps_fit_one_sheet_and_steps_that_do_not_are_named(site: Site, browser: Browser, tmp_path: Path) -> None:
    assert list(on_more_sheets(site.folder, browser)) == []
    shutil.copytree(site.folder / "assets", tmp_path / "assets")
    long = site.pages[STEPS].replace("</ol></section>", f"{'<li>Đi tiếp.</li>' * 90}</ol></section>", 1)
    (tmp_path / STEPS).mkdir(parents=True)
    (tmp_path / STEPS / "index.html").write_text(long, "utf-8")
    assert [place for place, _ in on_more_sheets(tmp_path, browser)] == [f"{STEPS}index.html"]


@pytest.mark.parametrize("root", ["", "en/"])
def test_on_paper_the_code_covers_nothing(base: str, browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 1047})
    page.emulate_media(media="print")
    page.goto(base + root + STEPS)
    code = page.locator(".paper-only").bounding_box()
    assert code
    for part in (".calls a", ".ribbon .draft", ".brand", "h1"):
        for one in page.locator(part).all():
            box = one.bounding_box()
            beside = box is None or box["x"] + box["width"] <= code["x"] or box["y"] >= code["y"] + code["height"]
            assert beside, part
    page.close()


def test_a_page_that_others_should_not_see_says_what_is_remembered_and_is_not_shared_by_name(site: Site) -> None:
    for address in (STEPS, "cong-uoc/crc/", "cong-uoc/crc-de-doc/", "en/cong-uoc/crc-de-doc/"):
        page = site.pages[address]
        assert "data-leave" in page, address
        assert 'id="co-ai-thay"' in page, address
        assert "facebook.com" not in page, address
    for address in ("tro-giup/em-va-mang/", "cong-uoc/cat/"):
        assert 'id="co-ai-thay"' not in site.pages[address], address
        assert "facebook.com" in site.pages[address], address


def test_the_first_step_stands_on_the_first_screen(base: str, browser: Browser) -> None:
    page = a_phone(browser, PHONES[1])
    page.goto(base + STEPS)
    first = page.locator(".first")
    expect(first).to_contain_text(page.locator(".way li").first.inner_text().split(".")[0].split("[")[0].strip())
    box = first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONES[1][1]
    page.context.close()


def test_paper_says_in_dark_letters_that_it_is_a_draft_and_offers_no_button(base: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 1047})
    page.emulate_media(media="print")
    page.goto(base + "cong-uoc/crc/")
    expect(page.locator(".ribbon .draft .long")).to_be_visible()
    expect(page.locator(".ribbon .draft")).to_have_css("color", "rgb(0, 0, 0)")
    for part in (".leave", ".no-paper", ".row-filter"):
        expect(page.locator(part).filter(visible=True)).to_have_count(0)
    page.goto(base + "cong-uoc/so-sanh/")
    expect(page.locator(".choose")).to_be_hidden()
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    table = page.locator(".comparison table").first
    assert table.locator("thead th").first.evaluate(size) <= table.locator("td").last.evaluate(size)
    page.close()


@pytest.mark.parametrize("address", ["tro-giup/", "cong-uoc/crc/", "phan-bac/", STEPS])
def test_on_a_wide_screen_all_that_is_read_begins_at_one_edge(base: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(base + address)
    edges = """parts => parts.map((part) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(part) || document.querySelector("h1"));
      return Math.round(range.getBoundingClientRect().left);
    })"""
    found = page.evaluate(edges, [".brand", ".menu li a", ".crumbs li", ".calls li", "h1"])
    assert len(set(found)) == 1, found
    page.close()
