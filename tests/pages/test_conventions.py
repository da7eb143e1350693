"""Walks through the conventions in a real browser: what was found on torture, in English; two reservations compared."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Site

TORTURE = "en/cong-uoc/cat/"
FOLDED = "#hoi-ai-o-mau"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=request.param, service_workers="block"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    yield context.new_page()
    context.close()


def test_the_torture_findings_are_two_taps_from_the_english_home_page(phone: Page, base: str) -> None:
    phone.goto(f"{base}en/")
    phone.locator('main a[href$="cong-uoc/cat/"]').first.click()
    heading = phone.get_by_role("heading", name="What did the sample Committee say?")
    link = phone.locator(".contents a", has_text="What did the sample Committee say?")
    if phone.locator(".contents h2 button").count():
        phone.locator(".contents h2 button").click()
    link.click()
    expect(heading).to_be_in_viewport()
    expect(phone.get_by_text("no sample definition of torture")).to_be_visible()
    expect(phone.get_by_text("A sample definition is being drawn up.")).to_be_visible()


def test_praise_and_concern_stand_side_by_side_with_a_column_of_their_own(browser: Browser, base: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(base + TORTURE)
    row = page.locator("tr[data-row]").first
    praise, concern = row.locator("th, td").nth(0).bounding_box(), row.locator("th, td").nth(1).bounding_box()
    assert praise
    assert concern
    assert praise["y"] == concern["y"]
    assert abs(praise["width"] - concern["width"]) < 0.6 * praise["width"]
    contents, text = page.locator(".contents").bounding_box(), page.locator(".layer").bounding_box()
    assert contents
    assert text
    assert contents["x"] >= text["x"] + text["width"]
    page.close()


def test_two_reservations_are_compared_by_links_alone(phone: Page, base: str) -> None:
    phone.goto(f"{base}en/cong-uoc/so-sanh/")
    phone.locator(".choose div", has_text="ICERD beside").get_by_role("link", name="ICERD, CAT:").click()
    row = phone.locator("tr", has=phone.get_by_role("rowheader", name="Declarations, reservations"))
    expect(row.locator("td")).to_have_count(2)
    expect(row).to_be_visible()
    phone.locator(".choose div", has_text="CAT beside").get_by_role("link", name="CAT, CRC:").click()
    assert phone.url.endswith("cong-uoc/so-sanh/crc-cat/")


def test_a_link_into_a_fold_opens_it(scripted: Page, base: str) -> None:
    scripted.goto(f"{base}cong-uoc/cat/{FOLDED}")
    expect(scripted.locator(FOLDED)).to_be_in_viewport()
    scripted.goto(f"{base}cong-uoc/cat/")
    expect(scripted.locator(FOLDED)).not_to_be_visible()
    scripted.locator("a[href='#nguon-2']").first.click()
    expect(scripted.locator("#nguon-2")).to_be_in_viewport()
    scripted.locator(".here a").click()
    expect(scripted.get_by_text("Hỏi cơ quan mẫu")).to_be_visible()


def test_a_fold_is_one_line_to_press_with_its_sign_beside_its_name(scripted: Page, base: str) -> None:
    scripted.goto(f"{base}cong-uoc/cat/")
    height = "getBoundingClientRect().height"
    spare = f"all => all.map(one => one.{height} - one.firstElementChild.{height})"
    around = scripted.eval_on_selector_all(".fold > summary:has(h2)", spare)
    assert around
    assert max(around) < 30, around


def test_words_typed_leave_the_rows_that_have_them_with_or_without_marks(scripted: Page, base: str) -> None:
    scripted.goto(f"{base}cong-uoc/cat/")
    rows = scripted.locator("[data-row]")
    every = rows.count()
    scripted.get_by_label("Lọc theo chữ").fill("doan kiem tra")
    expect(rows.filter(visible=True)).to_have_count(1)
    expect(scripted.locator(".row-filter [role=status]")).to_have_text(f"Còn 1 trong {every} dòng.")
    scripted.get_by_label("Lọc theo chữ").fill("không có đâu")
    expect(scripted.locator(".row-filter [role=status]")).to_contain_text("Không dòng nào có “không có đâu”")
    expect(scripted.locator(".layer").locator("h2, h3, h4, table").filter(visible=True)).to_have_count(0)
    scripted.get_by_label("Lọc theo chữ").fill("")
    expect(rows.filter(visible=True)).to_have_count(every)


def test_the_contents_lie_behind_one_button_on_a_phone_and_stand_open_without_a_script(phone: Page, base: str) -> None:
    phone.goto(f"{base}cong-uoc/cat/")
    entries, button = phone.locator(".contents li"), phone.locator(".contents h2 button")
    if not button.count():
        expect(entries.first).to_be_visible()
        return
    expect(entries.first).not_to_be_visible()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(entries.first).to_be_visible()


def test_paper_has_what_is_folded(scripted: Page, base: str, tmp_path: Path) -> None:
    scripted.goto(f"{base}cong-uoc/cat/")
    scripted.emulate_media(media="print")
    scripted.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(scripted.locator(FOLDED)).to_be_visible()
    expect(scripted.locator("#nguon-1")).to_be_visible()


def test_no_page_of_a_convention_is_wider_than_its_phone(
    browser: Browser, site: Site, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    base = serve(site.folder)
    for address in ("cong-uoc/cat/", "en/cong-uoc/crc/", "cong-uoc/so-sanh/", "en/cong-uoc/so-sanh/crc-cat/"):
        page.goto(base + address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    page.close()
