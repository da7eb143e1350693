"""Pages as people meet them who see, hear or move differently: axe-core, valid HTML, reflow, tools that remember.

`make test` takes the covering set: every kind of page in both languages, every ground, contrast and width somewhere,
menu and display open. `make test-long` takes every page in every state and prints what it looked at.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT, Site
from node import AXE, HTML_VALIDATE, node

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    "",
    "cong-uoc/",
    "cong-uoc/crc/",
    "cong-uoc/so-sanh/",
    "chinh-sach/2026/luat-mau/",
    "chinh-sach/cac-luat/",
    "thanh-tuu/2026/so-lieu-mau/",
    "phan-bac/",
    "phan-bac/2026/sai/",
    "phan-bac/tong-hop/",
    "doi-ngoai/2026/tin-mau/",
    "an-pham/2026/to-roi-mau/",
    "su-kien/2026/tap-huan-mau/",
    "phan-bac/2026/da-rut/",
    "thanh-tuu/2026/chi-tieng-viet/",
    "ke-hoach/",
    "ke-hoach/tien-do/",
    "ke-hoach/ke-hoach-mau/",
    "ke-hoach/co-quan/",
    "ke-hoach/co-quan/so-mau/",
    "ke-hoach/co-quan/cac-so-mau/",
    "tro-giup/",
    "tro-giup/viec-mau/",
    "tro-giup/buoc-mau/",
    "cong-uoc/crc-de-doc/",
    "cau-do/",
    "cau-do/tre-em-mau/",
    "loa/",
    "loa/tro-giup/buoc-mau/",
    "nghe/",
    "nghe/buoc-mau-hmn/",
    "en/nghe/phim-mau/",
    "tu-lieu/",
    "en/tu-lieu/thong-bao-mau/",
    "gioi-thieu/dinh-chinh/",
    "gioi-thieu/tieu-chuan-bien-tap/",
    "gioi-thieu/lien-he/",
    "gioi-thieu/so-do/",
    "gioi-thieu/du-lieu-mo/",
    "gioi-thieu/du-lieu-mo/cot/",
    "danh-sach/",
    "danh-sach/nhom/moi-nguoi/",
    "thuat-ngu/",
    "hoi-dap/",
    "mat-mang/",
    "viet-bai/",
    "tim-kiem/?q=tre+em+mau",
    "tim-kiem/?q=qwxzqwxz",
]
WIDTHS = (360, 1280)
LOOK = "async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations"


@dataclass(frozen=True)
class State:
    """How a page is shown: ground, contrast, width in CSS pixels, menu and display panel open or not."""

    palette: str
    contrast: str
    width: int
    opened: bool


COVERING = (
    State("light", "auto", 360, opened=True),
    State("dark", "auto", 1280, opened=False),
    State("light", "more", 1280, opened=True),
    State("dark", "more", 360, opened=False),
)
ALL = tuple(
    State(palette, contrast, width, opened)
    for palette in ("light", "dark")
    for contrast in ("auto", "more")
    for width in WIDTHS
    for opened in (False, True)
)


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Callable[[State], Page]]:
    """A page in a state, made once for each state."""
    pages: dict[State, Page] = {}

    def in_state(state: State) -> Page:
        if state not in pages:
            context = browser.new_context(
                bypass_csp=True, viewport={"width": state.width, "height": 800}, service_workers="block"
            )
            context.add_init_script(
                f"localStorage.palette = '{state.palette}'; localStorage.contrast = '{state.contrast}'"
            )
            context.add_init_script(path=AXE)
            pages[state] = context.new_page()
        return pages[state]

    yield in_state
    for page in pages.values():
        page.context.close()


def show(page: Page, url: str, state: State) -> None:
    """Open a page and bring it into a state."""
    page.goto(url)
    if "?q=" in url:
        expect(page.locator("[data-search-status]")).to_contain_text("“", timeout=15_000)
        page.locator("summary").first.click()
    for button in ("[data-menu]", "[data-display]"):
        if state.opened and page.locator(button).is_visible():
            page.locator(button).click()
            expect(page.locator(button)).to_have_attribute("aria-expanded", "true")


def faults(page: Page, what: str) -> list[str]:
    """What axe-core finds: page and state, rule, the first element."""
    return [
        f"{what}: {rule['id']}: {rule['nodes'][0]['target']} {rule['nodes'][0]['failureSummary']}"
        for rule in page.evaluate(LOOK, RULES)
    ]


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing_on_any_kind_of_page(opened: Callable[[State], Page], base: str, address: str) -> None:
    """Each kind of page in both languages; between them every state of the covering set."""
    found = []
    number = KINDS.index(address)
    for place, lang in enumerate(("", "en/")):
        state = COVERING[(number + 2 * place) % 4]
        page = opened(state)
        show(page, base + lang + address, state)
        found += faults(page, f"{lang}{address} {state}")
    assert found == []


def test_axe_finds_nothing_on_the_page_for_lost_readers(opened: Callable[[State], Page], base: str) -> None:
    page = opened(COVERING[0])
    page.goto(base + "khong/co/")
    assert faults(page, "404") == []


@pytest.mark.long
def test_axe_finds_nothing_on_any_page_in_any_state(
    site: Site, opened: Callable[[State], Page], base: str, capsys: pytest.CaptureFixture[str]
) -> None:
    started, looked, found = time.monotonic(), 0, []
    for state in ALL:
        page = opened(state)
        for address in site.pages:
            show(page, base + address, state)
            found += faults(page, f"{address} {state}")
            looked += 1
    with capsys.disabled():
        print(f"\naxe-core: {len(site.pages)} pages, {looked} looks, {time.monotonic() - started:.0f} s")
    assert found == []


def test_every_page_is_valid_html(site: Site, tmp_path: Path) -> None:
    """html-validate's recommended rules; why some are left out stands in CONTRIBUTING.md."""
    report = tmp_path / "report.json"
    config = str(ROOT / ".htmlvalidate.json")
    node(str(HTML_VALIDATE), "--formatter", f"json={report}", "--config", config, f"{site.folder}/**/*.html")
    files = json.loads(report.read_text("utf-8")) if report.exists() else []
    found = [
        f"{Path(file['filePath']).relative_to(site.folder)}:{one['line']}: {one['ruleId']}: {one['message']}"
        for file in files
        for one in file["messages"]
    ]
    assert found == []


def test_the_validator_finds_a_fault_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!DOCTYPE html><html lang='vi'><body><p><div></p></body></html>", "utf-8")
    report = tmp_path / "report.json"
    config = str(ROOT / ".htmlvalidate.json")
    node(str(HTML_VALIDATE), "--formatter", f"json={report}", "--config", config, f"{tmp_path}/*.html")
    assert json.loads(report.read_text("utf-8"))[0]["errorCount"] > 0


@pytest.mark.parametrize("address", KINDS)
def test_nothing_is_cut_at_320_pixels_in_very_large_letters(browser: Browser, base: str, address: str) -> None:
    """320 CSS pixels is also what 400 % zoom leaves of 1280."""
    context = browser.new_context(viewport={"width": 320, "height": 740}, service_workers="block")
    context.add_init_script("localStorage.size = 'larger'")
    page = context.new_page()
    for lang in ("", "en/"):
        page.goto(base + lang + address)
        wide = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321 &&"
            " !e.closest('.table, .unseen, .skip, svg')).map(e => e.outerHTML.slice(0, 90)).slice(0, 3)"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (lang, wide)
    context.close()


def test_ground_contrast_and_text_size_are_remembered_on_the_next_page(browser: Browser, base: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(base)
    page.locator("[data-display]").click()
    for name, value in (("palette", "dark"), ("contrast", "more"), ("size", "large")):
        page.locator(f"input[name={name}][value={value}]").check()
    page.goto(base + "en/cong-uoc/crc/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"
    page.locator("[data-display]").click()
    expect(page.locator("input[name=size][value=large]")).to_be_checked()
    context.close()


def test_a_device_that_asks_for_more_contrast_gets_it(browser: Browser, base: str) -> None:
    context = browser.new_context(contrast="more", service_workers="block")
    page = context.new_page()
    page.goto(base)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    context.close()


def test_the_display_panel_opens_and_closes_with_the_keyboard_and_gives_the_focus_back(
    browser: Browser, base: str
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(base)
    page.locator("[data-display]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#hien-thi")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#hien-thi")).to_be_hidden()
    expect(page.locator("[data-display]")).to_be_focused()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_controls_of_the_frame_are_44_pixels_high(browser: Browser, base: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block")
    page = context.new_page()
    page.goto(base + "tim-kiem/?q=tre+em+mau")
    expect(page.locator("[data-search-results] a").first).to_be_visible(timeout=15_000)
    for button in ("[data-menu]", "[data-display]"):
        if page.locator(button).is_visible():
            page.locator(button).click()
            expect(page.locator(button)).to_have_attribute("aria-expanded", "true")
    small = page.evaluate(
        """[...document.querySelectorAll(".top :is(a, button, label), .field :is(button, input), .foot li a, summary")]
        .map((part) => [part.outerHTML.slice(0, 80), part.getBoundingClientRect()])
        .filter(([, box]) => box.height && box.height < 43.5 && box.width > 1).map(([html]) => html)"""
    )
    assert small == []
    context.close()


def test_who_wants_less_motion_gets_none(browser: Browser, base: str) -> None:
    context = browser.new_context(reduced_motion="reduce", service_workers="block")
    page = context.new_page()
    page.goto(base)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter((part) => {
          const style = getComputedStyle(part);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
            || style.scrollBehavior === "smooth";
        }).length"""
    )
    assert moving == 0
    context.close()


def test_every_table_has_headers(site: Site) -> None:
    for address, text in site.pages.items():
        for table in text.split("<table")[1:]:
            assert "<th" in table.split("</table>")[0], address


VOICES = "speechSynthesis.getVoices = () => [{{ lang: 'vi-VN', localService: {local}, name: 'v' }}]"


@pytest.mark.parametrize(("local", "offered"), [("true", True), ("false", False)])
def test_reading_aloud_is_offered_only_with_a_voice_of_the_device(
    browser: Browser, base: str, local: str, offered: bool
) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(VOICES.format(local=local))
    page = context.new_page()
    page.goto(base + "cong-uoc/crc/")
    expect(page.locator("[data-read-aloud]")).to_be_visible(visible=offered)
    page.goto(base + "en/cong-uoc/crc/")
    expect(page.locator("[data-read-aloud]")).to_be_hidden()
    context.close()


@pytest.fixture
def heard(browser: Browser, base: str) -> Iterator[Callable[[str], tuple[Page, list[str]]]]:
    """A page opened and read aloud by a device that only notes what it is to say."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(VOICES.format(local="true"))
    context.add_init_script(
        "window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };"
        "window.said = []; speechSynthesis.speak = (one) => said.push(one.text)"
    )
    page = context.new_page()

    def hear(address: str) -> tuple[Page, list[str]]:
        page.goto(base + address)
        page.locator("[data-read-aloud]").click()
        expect(page.locator("[data-read-aloud]")).to_have_text("Dừng đọc")  # what is said comes with the first press
        said: list[str] = page.evaluate("said.filter(Boolean)")
        return page, said

    yield hear
    context.close()


Heard = Callable[[str], tuple[Page, list[str]]]


def test_reading_aloud_says_the_page_without_the_marks_of_its_sources(heard: Heard) -> None:
    page, said = heard("thanh-tuu/2026/so-lieu-mau/")
    assert said[0] == page.locator("h1").inner_text()
    assert len(said) > 5
    assert not any("[1]" in text for text in said)
    expect(page.locator("[data-read-aloud]")).to_have_text("Dừng đọc")


def test_reading_aloud_says_the_box_with_the_helpline(heard: Heard) -> None:
    page, said = heard("cong-uoc/crc/")
    title = page.locator(".prose .admonition-title").first.inner_text()
    assert any(text.startswith(title) and "000" in text.removeprefix(title) for text in said)


def test_the_children_s_page_can_be_heard_too(heard: Heard) -> None:
    _, said = heard("tro-giup/em-va-mang/")
    assert any("000" in text for text in said)


def test_reading_aloud_says_the_rows_of_a_table(heard: Heard) -> None:
    page, said = heard("cong-uoc/crc/")
    cells = page.locator(".prose tbody tr").first.locator("th, td").all()
    heads = [cell.get_attribute("data-label") for cell in cells]
    row = "; ".join(
        f"{head}: {cell.inner_text()}" if head else cell.inner_text() for head, cell in zip(heads, cells, strict=True)
    )
    assert any(heads)
    assert re.sub(r"\s*\[[\d, ]+\]", "", row) in said


def test_reading_aloud_says_the_finding_the_claim_and_the_verdict(heard: Heard) -> None:
    page, said = heard("phan-bac/2026/sai/")
    for part in (".minute p", ".claim blockquote p", "#ket-luan", "#phan-dung + p"):
        assert page.locator(part).first.inner_text().removesuffix("#").strip() in said, part


def test_the_address_can_be_copied_and_the_reader_is_told(browser: Browser, base: str) -> None:
    context = browser.new_context(service_workers="block", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + "cong-uoc/crc/")
    page.locator("[data-copy]").click()
    expect(page.locator("[data-shared]")).to_have_text("Đã chép địa chỉ trang.")
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/cong-uoc/crc/"
    context.close()


@pytest.mark.parametrize("can", [True, False])
def test_sharing_is_offered_where_the_device_can(browser: Browser, base: str, can: bool) -> None:
    context = browser.new_context(service_workers="block")
    script = (
        "navigator.share = (what) => { window.shared = what; return Promise.resolve() }"
        if can
        else ("Object.defineProperty(Navigator.prototype, 'share', { value: undefined })")
    )
    context.add_init_script(script)
    page = context.new_page()
    page.goto(base + "cong-uoc/crc/")
    expect(page.locator("[data-share]")).to_be_visible(visible=can)
    if can:
        page.locator("[data-share]").click()
        assert page.evaluate("shared.url") == "https://example.org/cong-uoc/crc/"
    context.close()


HEARD = ("tro-giup/buoc-mau/", "tro-giup/viec-mau/", "tro-giup/", "cong-uoc/crc/", "phan-bac/2026/sai/")


@pytest.mark.parametrize("path", HEARD)
def test_who_listens_hears_no_empty_entry_and_no_heading_with_another_name(
    browser: Browser, base: str, path: str
) -> None:
    page = browser.new_page()
    page.goto(base + path)
    heard = page.locator("body").aria_snapshot()
    headings = [line for line in heard.splitlines() if re.match(r"\s*- '?(heading|region) ", line)]
    assert len(headings) > 1
    assert [line for line in headings if "Liên kết tới mục" in line] == []
    assert re.findall(r"^ *- (?:listitem|paragraph)$", heard, re.MULTILINE) == []
    page.close()


def test_a_number_of_a_source_says_that_it_is_one(browser: Browser, base: str) -> None:
    page = browser.new_page()
    page.goto(base + "tro-giup/buoc-mau/")
    marks = page.locator(".cite a")
    assert marks.count() > 1
    assert set(marks.evaluate_all("all => all.map((one) => one.getAttribute('role'))")) == {"doc-noteref"}
    page.close()
