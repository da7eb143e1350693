"""The scripts where a browser lacks something, a stored value is nobody's, or what is typed looks like a pattern."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from waiting import until

SILENT = """
delete window.speechSynthesis;
Object.defineProperty(window, 'speechSynthesis', { get: () => document.getElementById('speechSynthesis') });
addEventListener('DOMContentLoaded', () => document.querySelector('main').insertAdjacentHTML('beforeend',
  '<p id="speechSynthesis">chữ</p>'));
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_text_s_id_under_the_name_of_a_browser_s_part_stops_no_script(page: Page, base: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.add_init_script(SILENT)
    page.goto(base + "cong-uoc/crc/")
    expect(page.locator("[data-print]")).to_be_visible()
    until(lambda: page.evaluate("navigator.serviceWorker.getRegistration().then(Boolean)"))
    assert errors == []


@pytest.mark.parametrize("stored", ["xanh", "", "<b>", "constructor"])
def test_a_stored_choice_nobody_offers_shows_the_usual_one(page: Page, base: str, stored: str) -> None:
    page.add_init_script(f"localStorage.setItem('palette', {stored!r})")
    page.goto(base)
    page.locator("[data-display]").click()
    assert page.locator("#hien-thi input[name=palette]:checked").evaluate("one => one.value") == "auto"


@pytest.mark.parametrize("query", ["$& quyền", "$' trẻ em", "$` công ước", "{count} quyền"])
def test_what_was_typed_is_said_as_it_was_typed(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}tim-kiem/?q={quote(query)}")
    expect(page.locator("[data-search-status]")).to_contain_text(f"“{query}”", timeout=15_000)
