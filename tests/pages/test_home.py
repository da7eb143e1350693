"""The first screen of every home page: what somebody is facing, the number to call, pictures that lead to help."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import MADE_UP, Corpus, Site, portal_of
from portal.language.words import words
from portal.site.spot import Spot
from portal.site.welcome import home_calls
from read_pages import all_of, text_of

SMALLEST = ((320, 568), (360, 640))
WIDTHS = (320, 360, 768, 1024, 1280)
HOMES = ("", "en/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", SMALLEST)
@pytest.mark.parametrize("home", HOMES)
def test_the_question_the_field_and_a_number_to_call_stand_on_the_first_screen(
    browser: Browser, base: str, home: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, service_workers="block")
    page = context.new_page()
    page.goto(base + home)
    for part in ("h1", "main input[name=q]", "main a[href^='tel:']"):
        box = page.locator(part).first.bounding_box()
        assert box, part
        assert box["y"] + box["height"] <= size[1], part
        assert box["height"] >= 24, part
    context.close()


def test_the_number_is_one_that_a_body_gives_to_everybody(site: Site) -> None:
    known = re.findall(r'^- number: "(\d+)"', (MADE_UP / "data/public_numbers.yml").read_text("utf-8"), re.MULTILINE)
    for home in HOMES:
        called = re.findall(r'href="tel:(\d+)"', site.pages[home])
        assert called
        assert set(called) <= set(known)


def test_six_pictures_lead_to_pages(page: Page, base: str) -> None:
    for home in HOMES:
        page.goto(base + home)
        tiles = page.locator(".picture-tiles a")
        expect(tiles).to_have_count(6)
        expect(tiles.locator("svg[aria-hidden=true]")).to_have_count(6)
        for tile in tiles.all():
            assert tile.inner_text().strip()
            answer = page.request.get(tile.evaluate("(one) => one.href"))
            assert answer.ok
            assert f'<html lang="{home[:2] or "vi"}"' in answer.text()


def test_examples_are_searched_for_at_a_tap(page: Page, base: str) -> None:
    page.goto(base)
    page.locator(".welcome .chips a").first.click()
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q="))


def test_each_figure_has_its_unit_what_was_counted_and_its_source(site: Site) -> None:
    for home, units in (("", ("40,5 % số hộ mẫu", "20 lượt")), ("en/", ("40.5% of sample households", "20 times"))):
        (glances,) = (e for e in all_of(site.pages[home], "ul") if e.attrib.get("class") == "glances")
        figures = list(glances.iter("li"))
        assert [text_of(one.find(".//strong")) for one in figures] == list(units)
        for one in figures:
            assert text_of(one.find(".//span"))
            assert one.find(".//cite/a[@href]") is not None


def test_a_finding_stands_beside_its_answer_or_says_that_none_was_seen(site: Site) -> None:
    for home, unseen in (("", "Chưa thấy văn bản trả lời"), ("en/", "No published answer")):
        found = [e for e in all_of(site.pages[home], "div") if e.attrib.get("class") == "finding"]
        assert len(found) == 2
        assert [unseen in text_of(one) for one in found] == [False, True]


def test_every_convention_has_its_picture_and_its_thread_on_a_phone_too(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.goto(base)
    for drawn in (".seven .drawing", ".seven .thread"):
        assert page.locator(drawn).count() == 7
        assert all(one.is_visible() for one in page.locator(drawn).all())
    context.close()


def test_help_comes_first_in_the_menu_and_the_plan_is_in_it(site: Site) -> None:
    for address, text in site.pages.items():
        (menu,) = (e for e in all_of(text, "nav") if e.attrib.get("id") == "thuc-don")
        said, names = words("en" if address.startswith("en/") else "vi"), [text_of(e) for e in menu.iter("a")]
        assert names[0] == said.label("sections", "tro-giup"), address
        assert said.label("sections", "ke-hoach") in names, address


def test_pages_for_one_sort_of_reader_are_reached_from_home(page: Page, base: str) -> None:
    page.goto(base)
    page.locator(".readers a").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page).not_to_have_url(base)


def test_the_plan_and_the_owner_come_last(site: Site) -> None:
    for home in HOMES:
        heads = [e.attrib["id"] for e in all_of(site.pages[home], "h2") if "id" in e.attrib]
        order = ["viec-cua-ban", "ba-con-so", "noi-va-tra-loi", "bay-cong-uoc", "tien-do", "cua-ai"]
        assert [one for one in heads if one in order] == order


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_on_the_home_page_is_wider_than_the_screen(browser: Browser, base: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, service_workers="block")
    page = context.new_page()
    for home in HOMES:
        page.goto(base + home)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("address", ["cong-uoc/crc/", "phan-bac/2026/sai/", "thanh-tuu/2026/so-lieu-mau/", "tro-giup/"])
def test_the_minute_begins_on_the_first_screen_of_a_phone(browser: Browser, base: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.goto(base + address)
    minute = page.locator(".minute")
    if minute.count():
        first = minute.locator("li, p").first.bounding_box()
        assert first
        assert first["y"] + 24 <= 640
    context.close()


def test_the_foot_is_folded_on_a_phone_and_opens_at_a_tap(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    page.goto(base)
    foot = page.locator("#chan-trang")
    box = foot.bounding_box()
    assert box
    assert box["height"] <= 640
    expect(foot.locator("a").first).to_be_hidden()
    foot.locator("summary").first.click()
    expect(foot.locator("a").first).to_be_visible()
    context.close()


def test_where_nothing_was_chosen_the_home_page_shows_every_public_number(corpus: Corpus) -> None:
    corpus.story("index", kind="page", shows="home", date="", agency="", sources="")
    corpus.write("data/public_numbers.yml", (MADE_UP / "data/public_numbers.yml").read_text("utf-8"))
    calls = home_calls(Spot(portal_of(corpus), "vi", "index"))
    assert [(one.number, one.href, one.say) for one in calls] == [("000", "tel:000", "Tổng đài mẫu")]
