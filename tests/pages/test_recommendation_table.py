"""The table of what the UN told Viet Nam, narrowed in a real browser; whole where no script runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

TABLE = "doi-ngoai/khuyen-nghi/"
ROWS = ".recommendations tbody tr"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    yield context.new_page()
    context.close()


def test_choices_leave_the_rows_that_have_them_and_the_address_keeps_them(phone: Page, base: str) -> None:
    phone.goto(base + TABLE)
    rows = phone.locator(ROWS)
    every = rows.count()
    phone.get_by_label("Quyền", exact=True).select_option("torture")
    expect(rows.filter(visible=True)).to_have_count(1)
    expect(phone.locator("[data-choose-rows] [role=status]")).to_have_text(f"Còn 1 / {every} dòng")
    phone.get_by_label("Năm", exact=True).select_option("2023")
    expect(rows.filter(visible=True)).to_have_count(0)
    expect(phone.locator("[data-choose-rows] [role=status]")).to_have_text("Không có dòng nào như vậy.")
    phone.reload()
    expect(rows.filter(visible=True)).to_have_count(0)
    for label in ("Quyền", "Năm"):
        phone.get_by_label(label, exact=True).select_option("")
    expect(rows.filter(visible=True)).to_have_count(every)
    assert phone.url == base + TABLE


def test_an_address_that_asks_for_what_there_is_not_shows_everything(phone: Page, base: str) -> None:
    phone.goto(f"{base}{TABLE}?right=nonsense")
    expect(phone.locator(ROWS).filter(visible=True)).to_have_count(phone.locator(ROWS).count())


def test_without_a_script_the_whole_table_is_there_and_nothing_to_choose(browser: Browser, base: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{base}en/{TABLE}")
    expect(page.locator("[data-choose-rows]")).not_to_be_visible()
    expect(page.locator(ROWS).first).to_be_visible()
    page.close()


@pytest.mark.parametrize("address", [TABLE, f"en/{TABLE}dinh-nghia-mau/", f"{TABLE}cat-mau/", "en/cong-uoc/crc/"])
def test_no_page_is_wider_than_its_phone(phone: Page, base: str, address: str) -> None:
    phone.goto(base + address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
