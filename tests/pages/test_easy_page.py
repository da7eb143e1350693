"""An easy version on a phone, in the ear and on paper: large, short, with its drawings, beside its full page."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from conftest import SMALL_PHONE_HEIGHT, Site
from waiting import until

EASY = "cong-uoc/crc-de-doc/"
FULL = "cong-uoc/crc/"
MOST_SHEETS = 2
VOICE = """
speechSynthesis.getVoices = () => ["vi-VN", "en-GB"].map((lang) => ({ lang, localService: true, name: lang }));
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
window.said = [];
speechSynthesis.speak = (one) => said.push(one.text);
"""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_full_and_easy_page_lead_to_each_other_without_javascript(
    phones: Callable[..., BrowserContext], base: str, lang: str
) -> None:
    page = phones(script=False).new_page()
    page.goto(base + lang + FULL)
    way = page.locator(".easy-way a[href$='-de-doc/']")  # a recording may stand beside it
    box = way.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] < SMALL_PHONE_HEIGHT
    way.click()
    assert page.url == base + lang + EASY
    page.locator(".easy-more a").click()
    assert page.url == base + lang + FULL


def test_each_part_has_a_drawing_and_lines_larger_than_other_texts_without_a_mark(
    phones: Callable[..., BrowserContext], base: str
) -> None:
    page = phones().new_page()
    page.goto(base + EASY)
    expect(page.locator(".easy-part")).to_have_count(3)
    expect(page.locator(".easy-part > .drawing[aria-hidden=true]")).to_have_count(3)
    size = "part => parseFloat(getComputedStyle(part).fontSize)"
    assert page.locator(".easy-part li").first.evaluate(size) >= 1.2 * page.locator("body").evaluate(size)
    assert "[" not in page.locator("article").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_it_rests_on_stays_folded_and_names_the_sources_of_the_full_page(
    phones: Callable[..., BrowserContext], base: str
) -> None:
    page = phones().new_page()
    page.goto(base + EASY)
    expect(page.locator(".sources")).to_be_hidden()
    page.locator(".folded > summary").click()
    expect(page.locator(".sources li")).to_have_count(2)
    expect(page.locator(".folded")).to_contain_text("Ai là trẻ em mẫu? (nguồn 1, 2)")


@pytest.mark.parametrize(("lang", "note"), [("", "Đây là bản dễ đọc."), ("en/", "This is the easy version.")])
def test_it_is_read_aloud_line_by_line_and_what_a_device_remembers_after_it(
    phones: Callable[..., BrowserContext], base: str, lang: str, note: str
) -> None:
    context = phones()
    context.add_init_script(VOICE)
    page = context.new_page()
    page.goto(base + lang + EASY)
    page.locator("[data-read-aloud]").click()
    until(lambda: page.evaluate("said.some(Boolean)"))  # what reads comes with the first press
    shown = page.locator(".easy-part :is(h2, li)").all_inner_texts()
    titles = [text.removesuffix(" #") for text in shown]
    remembered = page.locator("[aria-labelledby=co-ai-thay] :is(h2, p)").all_inner_texts()
    easy = [page.locator("h1").inner_text(), note, *titles]
    said = [text.removesuffix(" #") for text in remembered]
    assert said
    assert page.evaluate("said.filter(Boolean)") == [*easy, *said]


def test_it_offers_the_numbers_its_full_page_offers(site: Site) -> None:
    assert 'href="tel:000"' in site.pages[FULL].partition("<main")[0]
    assert 'href="tel:000"' in site.pages[EASY].partition("<main")[0]


def test_it_is_on_no_list_of_its_section_and_below_its_full_page(site: Site) -> None:
    assert "crc-de-doc" not in site.pages["cong-uoc/"] + site.pages["gioi-thieu/so-do/"]
    crumbs = site.pages[EASY].partition('class="crumbs"')[2].partition("</nav>")[0]
    assert 'href="../crc/"' in crumbs


def test_its_text_stands_beside_it_and_in_llms_txt(site: Site) -> None:
    text = (site.folder / EASY / "index.md").read_text("utf-8")
    assert "- Điều 1 nói trẻ em là ai." in text
    assert "crc-de-doc/index.md" in (site.folder / "llms.txt").read_text("utf-8")


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_it_goes_on_paper_with_its_drawings(browser: Browser, base: str, palette: str) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(f"localStorage.palette = '{palette}'")
    page = context.new_page()
    page.goto(base + EASY)
    page.emulate_media(media="print")
    expect(page.locator(".easy-part .drawing").first).to_be_visible()
    expect(page.locator(".easy-more")).to_be_hidden()
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= MOST_SHEETS
    context.close()


def found(page: Page) -> list[str]:
    """The addresses of every result, in their order, after as many presses of "more" as there are."""
    results = page.locator("[data-search-results] a")
    while page.locator("[data-search-more]").is_visible():
        shown = results.count()
        page.locator("[data-search-more]").click()
        expect(results.nth(shown)).to_be_attached()
    return [str(link) for link in results.evaluate_all("links => links.map(link => link.href)")]


def test_the_full_page_is_found_before_it(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    for query in ("quyen%20tre%20em%20mau", "tre%20em"):
        page.goto(f"{base}tim-kiem/?q={query}")
        expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
        places = [link.removeprefix(base).partition("#")[0] for link in found(page)]
        assert places.index(FULL) < places.index(EASY), query
    context.close()
