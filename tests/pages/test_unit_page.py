"""A unit and the training desk in a browser: with no script, by keyboard, on paper, for axe at every width."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from pypdf import PdfReader

from axe_looks import access_faults
from conftest import Site
from portal.language.words import words

UNIT, DESK = "tap-huan/bai-1-mau/", "tap-huan/"


def test_an_answer_folds_opens_by_keyboard_and_its_law_leads_on_without_a_script(
    phones: Callable[..., BrowserContext], base: str
) -> None:
    page = phones(script=False).new_page()
    page.goto(base + UNIT)
    case = page.locator(".case").first
    expect(case.locator(".made-up")).to_contain_text(words("vi").say("unit.made_up"))
    answer = case.get_by_text("Chào người mẫu")
    expect(answer).to_be_hidden()
    case.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(answer).to_be_visible()
    case.get_by_role("link", name="Điều 1").click()
    assert page.url == f"{base}van-ban/luat-mau-mot/#dieu-1"


def test_a_reader_comes_from_the_desk_to_a_unit_and_to_its_test(
    phones: Callable[..., BrowserContext], base: str
) -> None:
    page = phones(script=False).new_page()
    page.goto(f"{base}en/{DESK}")
    expect(page.locator(".target")).not_to_have_count(0)
    page.get_by_role("link", name="A sample unit").click()
    page.locator(".claim-facts").get_by_role("link").click()
    assert page.url == f"{base}en/cau-do/tap-huan-mau/"


@pytest.mark.parametrize("address", [UNIT, f"en/{UNIT}", DESK, f"en/{DESK}"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    phones: Callable[..., BrowserContext], base: str, address: str, width: int
) -> None:
    page = phones(width=width).new_page()
    assert access_faults(page, base + address) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_a_unit_has_its_points_and_every_answer(phones: Callable[..., BrowserContext], base: str) -> None:
    page = phones().new_page()
    page.goto(base + UNIT)
    page.locator(".byline, .prose").first.wait_for()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    for one in ("Câu mẫu thứ tám", "Chào người mẫu rồi chỉ đường mẫu", "Tờ giấy mẫu phải tới tay người gửi mẫu"):
        assert one in text


def test_a_class_that_a_form_and_a_page_tell_is_held_once(site: Site) -> None:
    text = site.pages[DESK]
    assert words("vi").say("training.count", held=1, coming=0) in text
    assert words("vi").say("training.coming_none") in text
