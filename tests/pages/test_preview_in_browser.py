"""The preview in a real browser: an open page follows what is written, and says what is wrong with it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import MADE_UP, bring_house
from preview_started import Preview, previewed
from waiting import LONGEST, until

STORY = "content_vi/thanh-tuu/2026/so-lieu-mau.md"
ADDRESS = "thanh-tuu/2026/so-lieu-mau/"
SLOWLY = LONGEST * 1000


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("watched")
    bring_house(root)
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    with previewed(root) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    opened.set_default_timeout(SLOWLY)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    yield opened
    context.close()
    assert errors == []


def test_an_open_page_follows_what_is_written(preview: Preview, page: Page) -> None:
    page.goto(preview.address + ADDRESS)
    with preview.written(STORY, preview.text(STORY) + "\nMột câu vừa viết thêm.\n"):
        expect(page.locator("article")).to_contain_text("Một câu vừa viết thêm.", timeout=SLOWLY)
    expect(page.locator("article")).not_to_contain_text("Một câu vừa viết thêm.", timeout=SLOWLY)


def test_the_panel_of_an_open_page_says_what_broke_and_that_it_is_mended(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "en/" + ADDRESS)
    panel = page.locator("#xem-thu")
    expect(panel).to_contain_text("Nothing to mend was found.", timeout=SLOWLY)
    with preview.written(STORY, preview.text(STORY).replace("agency:", "agncy:")):
        expect(panel.locator("details[open] code").first).to_contain_text(STORY, timeout=SLOWLY)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(panel).to_contain_text("Nothing to mend was found.", timeout=SLOWLY)


def test_a_page_that_is_not_there_yet_comes_by_itself(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "thanh-tuu/2026/bai-vua-them/")
    expect(page.locator("h1")).to_have_text("Không có trang nào ở địa chỉ này")
    with preview.written("content_vi/thanh-tuu/2026/bai-vua-them.md", "---\ntitle: Bài mới\n---\nPhần chữ.\n"):
        expect(page.locator("article")).to_contain_text("Phần chữ.", timeout=SLOWLY)


def test_no_worker_of_an_earlier_site_stays_at_the_preview_s_address(preview: Preview, page: Page) -> None:
    page.goto(preview.address)
    page.evaluate("caches.open('portal-read')")
    page.reload()
    gone = "async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.has('portal-read'))"
    until(lambda: page.evaluate(gone))


def test_a_page_says_when_the_preview_has_stopped(project_preview: Preview, page: Page) -> None:
    page.goto(project_preview.address)
    expect(page.locator("#xem-thu .away")).to_be_hidden()
    project_preview.process.terminate()
    expect(page.locator("#xem-thu .away")).to_be_visible(timeout=SLOWLY)


@pytest.fixture
def project_preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("stopped")
    bring_house(root)
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    with previewed(root) as started:
        yield started
