"""The site in a real browser, as readers use it: keyboard, no JavaScript, narrow and wide, light and dark."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import Site

Serve = Callable[[Path], str]
KINDS = [
    "",
    "cong-uoc/",
    "cong-uoc/crc/",
    "cong-uoc/so-sanh/",
    "thanh-tuu/2026/so-lieu-mau/",
    "phan-bac/2026/sai/",
    "gioi-thieu/lien-he/",
    "tim-kiem/",
]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until the element has the focus, as someone without a mouse would."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} was not reached in {most} steps")


def test_someone_with_a_keyboard_walks_from_home_to_a_theme_to_a_story_to_the_other_language(
    page: Page, base: str
) -> None:
    page.goto(base)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    tab_to(page, "nav.menu a[href$='phan-bac/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}phan-bac/")
    tab_to(page, ".card a[href$='2026/sai/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}phan-bac/2026/sai/")
    title = page.locator("h1").inner_text()
    tab_to(page, "a.tool[hreflang]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}en/phan-bac/2026/sai/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.locator("h1").inner_text() != title


def test_the_skip_link_leads_past_the_menu(page: Page, base: str) -> None:
    page.goto(base + "cong-uoc/crc/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_focus_is_always_seen(page: Page, base: str) -> None:
    page.goto(base)
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("address", KINDS)
def test_nothing_is_cut_at_any_width(browser: Browser, base: str, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    for lang in ("", "en/"):
        page.goto(base + lang + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("address", ["cong-uoc/crc/", "en/phan-bac/2026/sai/", "chinh-sach/"])
def test_a_phone_shows_the_title_and_the_first_sentence_without_scrolling(
    browser: Browser, base: str, address: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base + address)
    box = page.locator(".lead, .minute li").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 740
    context.close()


@pytest.mark.parametrize("address", KINDS)
def test_pages_raise_no_error_and_ask_only_this_host(page: Page, base: str, address: str) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(base + address)
    page.wait_for_load_state("networkidle")
    assert errors == []
    assert all(url.startswith(base) for url in asked)


def test_light_and_dark_follow_the_device_and_the_reader_s_choice_is_kept(browser: Browser, base: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(base)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 20, 42)"
    page.locator("[data-display]").click()
    page.locator("input[name=palette][value=light]").check()
    assert page.evaluate(ground) == "rgb(251, 248, 243)"
    page.goto(base + "cong-uoc/crc/")
    assert page.evaluate(ground) == "rgb(251, 248, 243)"
    context.close()


def test_the_menu_on_a_phone_opens_and_closes_with_the_keyboard(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base)
    menu = page.locator("nav.menu")
    expect(menu).to_be_hidden()
    tab_to(page, "[data-menu]")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(page.locator("[data-menu]")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context
    context.close()


def test_without_javascript_the_menu_leads_to_the_sections_and_a_story_can_be_read_in_both_languages(
    plain: BrowserContext, base: str
) -> None:
    page = plain.new_page()
    page.goto(base)
    page.locator("[data-menu]").click()
    page.locator("#chan-trang a", has_text="Thông tin và trả lời").click()
    page.locator(".card a[href$='2026/sai/']").click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("a.tool[hreflang]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_without_javascript_the_search_page_leads_to_the_site_map(plain: BrowserContext, base: str) -> None:
    page = plain.new_page()
    page.goto(base + "tim-kiem/?q=tre+em+mau")
    page.locator("noscript a, .notice a").first.click()
    expect(page).to_have_url(f"{base}gioi-thieu/so-do/")


@pytest.mark.parametrize(
    ("query", "goal"),
    [
        ("quyen tre em", "cong-uoc/crc/"),
        ("quyền trẻ em", "cong-uoc/crc/"),
        ("nuoc sach", "thanh-tuu/2026/so-lieu-mau/"),
        ("luat mau mot", "chinh-sach/2026/luat-mau/"),
        ("tap huan", "su-kien/2026/tap-huan-mau/"),
    ],
)
def test_search_finds_the_page_with_or_without_marks(page: Page, base: str, query: str, goal: str) -> None:
    page.goto(base)
    page.locator("#q-home").fill(query)
    page.keyboard.press("Enter")
    results = page.locator("[data-search-results] li a")
    expect(results.first).to_be_visible(timeout=15_000)
    first = [results.nth(i).get_attribute("href") or "" for i in range(min(3, results.count()))]
    assert any(href.partition("#")[0].endswith(f"/{goal}") for href in first), first


def test_search_in_english_stays_in_english(page: Page, base: str) -> None:
    page.goto(base + "en/tim-kiem/?q=rights+of+the+child")
    results = page.locator("[data-search-results] li a")
    expect(results.first).to_be_visible(timeout=15_000)
    assert all("/en/" in (results.nth(i).get_attribute("href") or "") for i in range(results.count()))


def test_search_without_a_result_says_so(page: Page, base: str) -> None:
    page.goto(base + "tim-kiem/?q=qwxzqwxz")
    expect(page.locator("[data-search-status]")).to_contain_text("Không tìm thấy", timeout=15_000)


def test_the_site_works_under_a_path_of_another_host(site: Site, serve: Serve, page: Page, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(site.folder)
    base = serve(tmp_path) + "a/b/"
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(base)
    page.locator("nav.menu a", has_text="Công ước quốc tế").click()
    page.locator(".card a[href$='/crc/'], .card a[href='crc/']").first.click()
    page.locator("a.tool[hreflang]").click()
    expect(page).to_have_url(f"{base}en/cong-uoc/crc/")
    page.locator("input[name=q]").first.fill("child")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-results] li").first).to_be_visible(timeout=15_000)
    assert failed == []


def test_a_lost_reader_is_led_home(page: Page, base: str) -> None:
    response = page.goto(base + "khong/co/trang/nay/")
    assert response
    assert response.status == 404
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang")


def test_paper_shows_the_text_the_sources_with_addresses_and_no_menu(page: Page, base: str) -> None:
    page.goto(base + "cong-uoc/crc/")
    page.emulate_media(media="print")
    expect(page.locator("nav.menu")).to_be_hidden()
    expect(page.locator(".search").first).to_be_hidden()
    told = "link => getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))"
    assert page.locator(".sources a").evaluate_all(f"links => links.length > 1 && links.every({told})")
    expect(page.locator(".paper-only")).to_contain_text("https://example.org/cong-uoc/crc/")
    expect(page.locator(".qr")).to_be_visible()
    expect(page.locator(".share")).to_be_hidden()


@pytest.mark.parametrize("address", ["", "en/"])
def test_the_menu_stands_on_one_line_on_a_wide_page(page: Page, base: str, address: str) -> None:
    page.goto(base + address)
    tops = page.locator("nav.menu a").evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
    assert len(tops) == 9  # the sample site has publications and events too
    assert len(set(tops)) == 1
    heights = page.locator("nav.menu a").evaluate_all("links => links.map(link => link.clientHeight)")
    assert max(heights) <= 60  # one line each


def test_the_number_of_a_contents_entry_stands_beside_its_first_line(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base + "en/tro-giup/")
    assert page.locator(".contents a").first.evaluate("link => getComputedStyle(link).display") == "inline"
    context.close()


def test_someone_with_a_keyboard_finds_a_page_and_prints_it(page: Page, base: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed' }")
    page.goto(base)
    tab_to(page, "#q-home")
    page.keyboard.type("quyen tre em")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-results] a").first).to_be_visible(timeout=15_000)
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}cong-uoc/crc/")
    tab_to(page, "[data-print]", most=400)
    page.keyboard.press("Enter")
    expect(page).to_have_title("printed")


def test_without_javascript_a_page_is_found_by_the_site_map_and_by_lists_and_nothing_dead_is_offered(
    plain: BrowserContext, base: str
) -> None:
    page = plain.new_page()
    page.goto(base + "gioi-thieu/so-do/")
    page.locator(".site-map a[href$='so-lieu-mau/']").click()
    expect(page.locator("h1")).to_contain_text("Số liệu mẫu")
    for dead in ("[data-display]", "[data-read-aloud]", "[data-share]", "[data-copy]", "[data-print]"):
        expect(page.locator(dead)).to_be_hidden()
    page.locator(".about a[href*='danh-sach/nhom/']").first.click()
    expect(page.locator(".card").first).to_be_visible()


def test_paper_has_no_screen_furniture_and_fits_a4_in_both_grounds(browser: Browser, base: str) -> None:
    for palette in ("light", "dark"):
        context = browser.new_context()
        context.add_init_script(f"localStorage.palette = '{palette}'")
        page = context.new_page()
        page.goto(base + "phan-bac/2026/sai/")
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        for furniture in (".tools", ".menu", ".share", ".crumbs", ".foot-in"):
            expect(page.locator(furniture).first).to_be_hidden()
        for kept in ("h1", ".byline time", ".qr", ".sources cite a"):
            expect(page.locator(kept).first).to_be_visible()
        assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12]", page.pdf(prefer_css_page_size=True))
        context.close()
