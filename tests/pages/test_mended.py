"""What readers get on paper, under colours of the device's own, by ear and by keyboard; each failed once."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Site
from portal.site.finishing.texts import with_whole_contents

VOICES = """(() => {
  const voice = (lang) => ({ name: lang, lang, localService: true });
  speechSynthesis.getVoices = () => [voice("vi-VN"), voice("en-US")];
  window.said = [];
  speechSynthesis.speak = (words) => window.said.push([words.text, words.lang]);
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})()"""
STORY = "thanh-tuu/2026/so-lieu-mau/"
ANSWER = "phan-bac/2026/sai/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    yield context.new_page()
    context.close()


def printed(page: Page, url: str, folder: Path) -> list[str]:
    """The words of each sheet of a page on paper."""
    page.goto(url)
    page.pdf(path=folder / "paper.pdf", prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-raw", folder / "paper.pdf", "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="nothing here reads PDF")


@pytest.mark.parametrize("width", [643, 794])  # A4 without and with its margins: browsers ask for either
@pytest.mark.parametrize("address", ["cong-uoc/so-sanh/", "ke-hoach/tien-do/", STORY, "tro-giup/"])
def test_nothing_is_wider_than_paper(page: Page, base: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 1100})
    page.emulate_media(media="print")
    page.goto(base + address)
    wide = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
          .filter((one) => one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflowX !== "visible"
            && !one.closest(".unseen, .tiles") || one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => `${one.tagName} ${one.className}`)"""
    )
    assert wide == []


@needs_pdftotext
@pytest.mark.parametrize("address", ["cong-uoc/so-sanh/", "ke-hoach/tien-do/", STORY, "en/cong-uoc/so-sanh/"])
def test_paper_loses_no_column_and_nothing_that_was_folded(page: Page, base: str, tmp_path: Path, address: str) -> None:
    sheets = printed(page, base + address, tmp_path)
    words = "".join("".join(sheets).split())
    told = page.evaluate(
        """() => [...document.querySelectorAll("article th, article td, article details p, article summary")]
          .filter((one) => !one.closest("[data-unsearched] .chart, .unseen"))
          .map((one) => one.textContent.trim()).filter(Boolean)"""
    )
    assert told
    lost = [one for one in told if "".join(one.split())[:12] not in words]
    assert lost == []


@needs_pdftotext
@pytest.mark.parametrize(("address", "word"), [("ke-hoach/tien-do/", "Bản dự thảo"), ("en/ke-hoach/tien-do/", "Draft")])
def test_each_sheet_of_a_draft_says_that_it_is_one_and_which_it_is(
    page: Page, base: str, tmp_path: Path, address: str, word: str
) -> None:
    sheets = printed(page, base + address, tmp_path)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert word in sheet, number
        assert re.search(rf"\b{number} */ *{len(sheets)}\b", sheet), number


def test_no_sheet_of_what_the_owner_approved_says_that_it_is_a_draft(approved: Site) -> None:
    assert not [path for path, text in approved.pages.items() if "data-draft" in text]


def test_forced_colours_show_the_words_of_a_drawing_and_the_way_one_is_on(browser: Browser, base: str) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script("localStorage.setItem('palette', 'light')")
    page.goto(base + STORY)
    grounds = page.evaluate("getComputedStyle(document.body).backgroundColor")
    fills = page.evaluate("[...document.querySelectorAll('article svg text')].map((one) => getComputedStyle(one).fill)")
    assert grounds == "rgb(0, 0, 0)"
    assert set(fills) <= {"rgb(255, 255, 255)"}
    bars = page.evaluate("[...document.querySelectorAll('.bars rect')].map((one) => getComputedStyle(one).fill)")
    assert "rgb(0, 0, 0)" not in bars
    border = "(one) => getComputedStyle(one).borderBottomColor"
    current = page.locator(".menu a[aria-current]").evaluate(border)
    others = {one.evaluate(border) for one in page.locator(".menu a:not([aria-current])").all()}
    assert current not in others
    context.close()


def test_the_parts_of_a_legend_stand_on_one_line(page: Page, base: str) -> None:
    page.goto(base + STORY)
    for tops in page.evaluate(
        "[...document.querySelectorAll('.prose .legend')].map((one) => [...one.children].map((li) => li.offsetTop))"
    ):
        assert len(set(tops)) == 1


def test_the_letters_of_a_chart_grow_with_those_of_the_page(page: Page, base: str) -> None:
    letters = """() => [...document.querySelectorAll(".chart text, .chart td, .named-bar > span")]
      .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(base + STORY)
    usual = page.evaluate(letters)
    page.evaluate("document.documentElement.dataset.size = 'larger'")
    assert min(usual) >= 12
    assert all(large > 1.4 * small for large, small in zip(page.evaluate(letters), usual, strict=True))


def test_the_way_home_is_as_wide_as_its_words(page: Page, base: str) -> None:
    page.goto(base)
    brand, words = (page.locator(where).bounding_box() for where in (".brand", ".brand > span"))
    assert brand
    assert words
    assert brand["width"] <= words["width"] + 80


@pytest.mark.parametrize("address", ["cong-uoc/so-sanh/", "en/cong-uoc/so-sanh/", "ke-hoach/tien-do/", "cong-uoc/crc/"])
def test_what_scrolls_sideways_is_reached_with_the_keyboard_and_has_a_name(page: Page, base: str, address: str) -> None:
    page.set_viewport_size({"width": 720, "height": 700})
    page.goto(base + address)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((one) => one.scrollWidth > one.clientWidth + 2
            && ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
          .filter((one) => one.tabIndex < 0 || !(one.getAttribute("aria-label") || one.getAttribute("aria-labelledby")))
          .map((one) => one.className)"""
    )
    assert nameless == []


def test_a_label_a_phone_shows_beside_a_cell_is_not_spoken_again(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(base + "cong-uoc/so-sanh/")
    said = "(one) => getComputedStyle(one, '::before').content"
    assert re.fullmatch(r'".+" / ""', page.locator("td[data-label]").first.evaluate(said))


def test_what_is_heard_is_in_the_voice_of_its_language_and_rows_say_their_heads(page: Page, base: str) -> None:
    page.add_init_script(VOICES)
    page.goto(base + ANSWER)
    page.locator("[data-read-aloud]").click()
    expect(page.locator("[data-read-aloud]")).to_have_text("Dừng đọc")
    said = page.evaluate("window.said.filter(([text]) => text)")
    foreign = page.evaluate("[...document.querySelectorAll('.claim blockquote [lang]')].map((one) => one.lang)")
    assert {lang for _, lang in said} == {"vi-VN", *("en-US" for lang in foreign if lang == "en")}
    assert not [text for text, _ in said if text.endswith("#") or re.search(r"\[\d", text)]


def test_a_row_of_numbers_is_heard_with_the_heads_of_its_columns(page: Page, base: str) -> None:
    page.add_init_script(VOICES)
    page.goto(base + STORY)
    page.evaluate(
        """document.querySelector('.prose').insertAdjacentHTML('beforeend', '<div class="table"><table><thead><tr>'
          + '<th>Năm</th><th>Tỷ lệ</th></tr></thead><tbody><tr><th>2023</th><td data-label="Tỷ lệ">25,68</td>'
          + '<td data-label="Cả nước">11,29 [1]</td></tr></tbody></table></div>')"""
    )
    page.locator("[data-read-aloud]").click()
    expect(page.locator("[data-read-aloud]")).to_have_text("Dừng đọc")
    assert ["2023; Tỷ lệ: 25,68; Cả nước: 11,29", "vi-VN"] in page.evaluate("window.said")


def test_headings_lead_to_themselves_and_a_long_page_back_to_its_top(page: Page, base: str) -> None:
    page.goto(base + "tro-giup/")
    heading = page.locator(".prose h2[id]").first
    expect(heading.locator("a.anchor")).to_have_attribute("href", f"#{heading.get_attribute('id')}")
    page.locator("a.up").click()
    assert page.evaluate("scrollY") < 400


def test_the_contents_lead_to_the_sections_below_the_text_too() -> None:
    nav = '<nav class="contents"><ol><li><a href="#a">A</a></li></ol>\n</nav>'
    text = '<article>{}<div class="prose"><h2 id="a">A</h2></div>{}</article><aside><h2 id="z">Z</h2></aside>'
    sections = (
        '<section class="findings" lang="vi" aria-labelledby="b">\n<h2 id="b">B</h2></section>'
        '<section class="sources" aria-labelledby="c">\n<h2 id="c">C</h2></section>'
    )
    whole = with_whole_contents(text.format(nav, sections))
    assert re.findall(r"<li><a (.*?)</a>", whole) == ['href="#a">A', 'href="#b" lang="vi">B', 'href="#c">C']
    assert with_whole_contents(text.format("", sections)) == text.format("", sections)


def test_the_page_for_lost_readers_leads_home_and_searches(page: Page, base: str) -> None:
    page.goto(base + "khong/co/trang-nay")
    assert page.locator("header .brand").get_attribute("href")
    for form in page.locator("form.search").all():
        assert re.search(r"/tim-kiem/$", form.get_attribute("action") or "")
        expect(form.locator("input[name=q]")).to_be_visible()


def test_a_phone_can_put_the_portal_on_its_home_screen(page: Page, base: str) -> None:
    for lang, home in (("vi", ""), ("en", "en/")):
        page.goto(base + home + ANSWER)
        link = page.locator("link[rel=manifest]").evaluate("(one) => one.href")
        manifest = page.request.get(link).json()
        assert manifest["lang"] == lang
        start = page.evaluate("([start, base]) => new URL(start, base).href", [manifest["start_url"], link])
        assert start == base + home
        touch = page.locator("link[rel=apple-touch-icon]").evaluate("(one) => one.href")
        icons = [page.evaluate("([src, base]) => new URL(src, base).href", [i["src"], link]) for i in manifest["icons"]]
        for icon in (touch, *icons):
            assert page.request.get(icon).ok, icon


def test_footers_name_pages_in_few_words(site: Site) -> None:
    for text in site.pages.values():
        footer = text.partition('<footer class="foot"')[2]
        names = re.findall(r"<li><a [^>]*>([^<]+)</a>", footer.partition("</footer>")[0])
        assert not [name for name in names if ": " in name and "Atom" not in name]
