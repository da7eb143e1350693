"""An officer finds what the own body must report, until when and on which form: from the home page and from search."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Site
from gzip_server import served

PHONES = ((320, 640), (360, 740))
BODY = "Sở Mẫu"


@pytest.fixture(scope="module")
def base(site: Site) -> Iterator[str]:
    with served(site.folder) as server:
        yield server.base("reader")


def told_what_is_due(page: Page) -> None:
    """The page of the body names what to report, the day, and a form that can be taken."""
    expect(page.get_by_role("heading", level=1)).to_have_text(BODY)
    expect(page.get_by_role("heading", name="Cần báo cáo những gì")).to_have_count(1)
    expect(page.locator("article")).to_contain_text("Hạn: trước ngày")
    with page.expect_download() as taken:
        page.locator("article a[href$='.xlsx']").first.click()
    assert taken.value.path().read_bytes()[:2] == b"PK", "a workbook is a packed file"


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("script", [True, False])
def test_from_home_an_officer_reaches_what_the_body_must_report_in_four_taps(
    base: str, browser: Browser, phone: tuple[int, int], script: bool
) -> None:
    width, height = phone
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
    page = context.new_page()
    page.goto(base)
    page.locator("[data-menu]").click()
    page.get_by_role("link", name="Kế hoạch", exact=True).locator("visible=true").first.click()
    page.get_by_role("main").get_by_role("link", name="cơ quan").first.click()
    page.get_by_role("main").get_by_role("link", name=BODY).first.click()
    told_what_is_due(page)
    context.close()


@pytest.mark.parametrize("typed", ["Sở Mẫu", "sở mau"])
def test_from_search_an_officer_reaches_what_the_body_must_report_in_one_tap(
    base: str, browser: Browser, typed: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(base + "tim-kiem/")
    page.locator("#q").fill(typed)
    page.locator("#q").press("Enter")
    expect(page.locator("[data-search-results] a").first).to_have_text(BODY, timeout=15_000)
    page.locator("[data-search-results] a").first.click()
    told_what_is_due(page)
    context.close()
