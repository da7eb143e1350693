"""A lesson on a phone without a script and on paper: the course drawn and told, answers folded, two sheets."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from pypdf import PdfReader

from axe_looks import access_faults
from conftest import Site
from portal.language.words import words

LESSON = "truong-hoc/crc/"
FRONT = "truong-hoc/"
MOST_SHEETS = 2


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_convention_leads_to_its_lesson_and_the_front_to_each(
    phones: Callable[..., BrowserContext], base: str, lang: str
) -> None:
    page = phones(script=False).new_page()
    page.goto(f"{base}{lang}cong-uoc/crc/")
    page.get_by_role("link", name=words("en" if lang else "vi").say("lesson.offer")).click()
    assert page.url == base + lang + LESSON
    page.goto(base + lang + FRONT)
    page.locator(".lessons h2 a").click()
    assert page.url == base + lang + LESSON


def test_answers_are_folded_and_open_without_a_script(phones: Callable[..., BrowserContext], base: str) -> None:
    page = phones(script=False).new_page()
    page.goto(base + LESSON)
    answer = page.locator(".quiz li").first.locator("p")
    expect(answer).to_be_hidden()
    page.locator(".quiz summary").first.click()
    expect(answer).to_be_visible()
    expect(answer).to_contain_text("Câu trả lời mẫu số một")


def test_the_course_is_drawn_told_and_in_a_table(phones: Callable[..., BrowserContext], base: str) -> None:
    page = phones(width=1280).new_page()
    page.goto(base + LESSON)
    drawn = page.locator(".timeline")
    assert drawn.get_attribute("role") == "img"
    told = drawn.get_attribute("aria-label") or ""
    for part in ("45", "0–5 Khởi động mẫu", "5–30 Chơi với thẻ mẫu", "30–45 Tổng kết mẫu"):
        assert part in told
    widths = drawn.locator("rect").evaluate_all("all => all.map(one => one.width.baseVal.value + 2)")
    assert widths == [50, 250, 150]
    row = page.locator(".course tbody tr").nth(1)
    expect(row.get_by_role("rowheader")).to_have_text("2. Chơi với thẻ mẫu")
    expect(row).to_contain_text("Chia lớp thành bốn nhóm")
    expect(row).to_contain_text("kể lại cho nhóm khác")


def test_each_card_leads_to_its_article_and_shows_its_drawing(phones: Callable[..., BrowserContext], base: str) -> None:
    page = phones(script=False).new_page()
    page.goto(base + LESSON)
    cards = page.locator(".deck li")
    expect(cards).to_have_count(9)
    expect(cards.locator(".drawing[aria-hidden=true]")).to_have_count(8)
    cards.nth(1).get_by_role("link", name="Điều 2").click()
    assert page.url == f"{base}van-ban/crc/#dieu-2"
    expect(page.locator("body")).to_contain_text("Bài học 45 phút mẫu")


@pytest.mark.parametrize("address", [LESSON, f"en/{LESSON}", FRONT, f"en/{FRONT}"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    phones: Callable[..., BrowserContext], base: str, address: str, width: int
) -> None:
    page = phones(width=width).new_page()
    assert access_faults(page, base + address) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["", "en/"])
def test_on_paper_it_is_two_sheets_with_every_answer_and_no_cards(
    phones: Callable[..., BrowserContext], base: str, lang: str
) -> None:
    page = phones().new_page()
    page.goto(base + lang + LESSON)
    page.locator(".byline, .prose").first.wait_for()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(reader.pages) <= MOST_SHEETS
    text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    told = (
        ("The sample answer seven", "Playing with sample cards") if lang else ("trả lời mẫu số bảy", "Chơi với thẻ mẫu")
    )
    for one in told:
        assert one in text
    assert ("Sample card nine" if lang else "Thẻ mẫu thứ chín") not in text


def test_a_lesson_without_products_says_how_they_are_made(site: Site) -> None:
    text = site.pages["truong-hoc/crc/"]
    assert words("vi").say("lesson.downloads_none") in text
