"""In a browser: the notice of a story taken back, a source on paper; and nothing of a page that waits for its day."""

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import MADE_UP, Site, built

GONE, PAPER, WAITS = "thanh-tuu/2026/so-lieu-da-rut/", "thanh-tuu/2026/nguon-giay/", "thanh-tuu/2026/hen-ngay/"
SAID = {
    "": ("Trang này đã được rút lại", "15/9/2026", "Chữ này không còn ai đọc được"),
    "en/": ("This page was withdrawn", "15 September 2026", "These words can be read by nobody"),
}
ON_PAPER = {"": "bản giấy, ban hành ngày 2/3/2026", "en/": "on paper, issued on 2 March 2026"}


@pytest.fixture(
    params=[(320, "light"), (360, "dark"), (768, "light"), (1280, "dark")], ids=lambda at: f"{at[0]}-{at[1]}"
)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, ground = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=ground)
    yield context.new_page()
    context.close()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("lang", SAID)
def test_the_address_of_a_story_taken_back_says_so_and_leads_on(page: Page, base: str, lang: str) -> None:
    said, day, words = SAID[lang]
    page.goto(f"{base}{lang}{GONE}")
    notice = page.get_by_role("region", name=said)
    expect(notice).to_be_visible()
    assert day in notice.inner_text()
    assert words not in page.content()
    assert fits(page)
    expect(page.locator("#nguon")).to_have_count(0)
    notice.locator("a").first.click()
    expect(page).to_have_url(f"{base}{lang}thanh-tuu/2026/so-lieu-mau/")


@pytest.mark.parametrize("lang", ON_PAPER)
def test_a_paper_is_shown_with_what_finds_it_and_without_a_link(page: Page, base: str, lang: str) -> None:
    page.goto(f"{base}{lang}{PAPER}")
    entry = page.locator("#nguon-1")
    assert all(word in entry.inner_text() for word in ("12/BC-MAU", "Cơ quan mẫu", ON_PAPER[lang]))
    expect(entry.locator("a")).to_have_count(0)
    expect(page.locator("#nguon-2 cite a")).to_have_count(1)
    assert fits(page)


def test_no_file_of_the_site_knows_a_page_that_waits_and_no_search_one_taken_back(site: Site) -> None:
    for file in (file for file in site.folder.rglob("*") if file.is_file()):
        content = file.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
            assert GONE.encode() not in content, file
        assert b"hen-ngay" not in content, file
    sheets = re.compile(r"(?:en/)?gioi-thieu/bao-chi/\d{4}-\d\d/")  # a month's sheet tells what was taken back in it
    listed = [path for path, page in site.pages.items() if f'{GONE}"' in page and not sheets.fullmatch(path)]
    assert set(listed) <= {f"{lang}{place}" for lang in SAID for place in (GONE, "gioi-thieu/dinh-chinh/")}
    assert GONE not in (site.folder / "sitemap.xml").read_text("utf-8")


def test_a_build_for_the_desk_shows_what_waits_and_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = built(MADE_UP, tmp_path_factory.mktemp("desk") / "site", "--scheduled")
    for lang, said in (("", "Trang hẹn đăng ngày 31/12/2099"), ("en/", "This page waits for 31 December 2099")):
        assert said in desk.pages[lang + WAITS]
        assert "hen-ngay" in desk.pages[f"{lang}thanh-tuu/"]
    assert "hen-ngay" not in (desk.folder / "sitemap.xml").read_text("utf-8")
