"""An exhibition in a browser: read without a script, walked by keys and fingers; its view turned by the keyboard."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import Site
from node import AXE, ROOT
from portal.language.made_files import VIEWER
from portal.language.words import words
from waiting import until

PLACE = "trien-lam/mau/"
PANELS = 4
LOOK = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => one.id)"
NO_WEBGL = """
const get = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return /webgl/.test(kind) ? null : get.call(this, kind, ...rest);
};
"""
SWIPE = """([from, to]) => {
  const panel = document.querySelector(".hung-panel");
  const at = (x) => new Touch({ identifier: 1, target: panel, clientX: x, clientY: 300 });
  const send = (name, x, now) => panel.dispatchEvent(
    new TouchEvent(name, { bubbles: true, touches: now ? [at(x)] : [], changedTouches: [at(x)] }));
  send("touchstart", from, true);
  send("touchend", to, false);
}"""


def test_without_a_script_every_panel_is_there_with_its_ways_and_a_still(
    phones: Callable[..., BrowserContext], base: str
) -> None:
    page = phones(script=False).new_page()
    page.goto(base + PLACE)
    panels = page.locator(".hung-panel")
    assert panels.count() == PANELS
    for number in range(1, PANELS + 1):
        expect(panels.nth(number - 1)).to_be_visible()
        expect(panels.nth(number - 1)).to_contain_text(f"{number}/{PANELS}")
    page.locator("#tam-1 [rel=next]").click()
    assert page.url.endswith("#tam-2")
    assert page.locator("#tam-1 [rel=prev]").count() == page.locator(f"#tam-{PANELS} [rel=next]").count() == 0
    expect(page.locator("#tam-2 .chart")).to_contain_text("Niên giám mẫu")
    expect(page.locator("#tam-3 h2")).to_have_text("45 thôn mẫu")
    expect(page.locator("#tam-4 .hung-sides h3")).to_have_count(2)
    assert page.locator("#tam-4 .hung-sources a").get_attribute("href") == "#nguon-1"
    still = page.locator(".around-room img")
    still.scroll_into_view_if_needed()
    assert still.evaluate("one => one.decode().then(() => one.naturalWidth)") == 320
    assert still.get_attribute("alt") == "Hình mẫu: ba ô màu mẫu."
    expect(page.locator(".around-seen li")).to_have_count(2)
    expect(page.get_by_role("button", name="Xoay hình")).to_be_hidden()


def test_the_front_and_what_exhibitions_have_is_shown(phones: Callable[..., BrowserContext], base: str) -> None:
    page = phones(script=False).new_page()
    page.goto(f"{base}en/trien-lam/")
    expect(page.locator(".exhibitions .drawing")).to_be_visible()
    expect(page.locator(".exhibitions")).to_contain_text(words("en").say("exhibition.count", count=PANELS))
    page.locator(".exhibitions h2 a").click()
    assert page.url == f"{base}en/{PLACE}"


def test_arrow_keys_and_a_swipe_lead_from_panel_to_panel(phones: Callable[..., BrowserContext], base: str) -> None:
    page = phones().new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base}{PLACE}#tam-1")
    page.locator("[data-hung-live]").wait_for()
    for key, goal in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("ArrowLeft", 1), ("ArrowLeft", 1)):
        page.keyboard.press(key)
        page.wait_for_function(f"location.hash === '#tam-{goal}'")
        page.wait_for_function(f"document.activeElement.id === 'tam-{goal}'")
    page.keyboard.press("Control+ArrowRight")
    page.evaluate(SWIPE, [300, 280])
    assert page.evaluate("location.hash") == "#tam-1"
    page.evaluate(SWIPE, [300, 100])
    page.wait_for_function("location.hash === '#tam-2'")
    page.evaluate(SWIPE, [100, 300])
    page.wait_for_function("location.hash === '#tam-1'")


@pytest.fixture
def turned(browser: Browser, base: str) -> Iterator[tuple[Page, list[str]]]:
    """A page whose view all around was opened by the keyboard, and all it asked for."""
    context = browser.new_context(viewport={"width": 900, "height": 800}, service_workers="block")
    page, asked = context.new_page(), list[str]()
    page.add_init_script(path=AXE)
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{base}{PLACE}#nhin-quanh")
    press = page.locator("[data-around-open]")
    press.wait_for()
    assert not any(VIEWER in one for one in asked)
    press.focus()
    page.keyboard.press("Enter")
    yield page, asked
    context.close()


def test_the_keyboard_turns_the_view_and_nothing_is_asked_of_others(turned: tuple[Page, list[str]], base: str) -> None:
    page, asked = turned
    box = page.locator(".around-box")
    expect(box).to_be_focused()
    page.locator(".around-box canvas").wait_for()
    expect(page.locator(".around-room img")).to_be_hidden()
    first = box.screenshot()
    page.keyboard.down("ArrowRight")
    page.wait_for_timeout(700)
    page.keyboard.up("ArrowRight")
    page.wait_for_timeout(300)
    second = box.screenshot()
    assert second != first
    page.get_by_role("button", name="Xoay tới: Ô mẫu bên phải.").press("Enter")
    expect(page.locator(".around-told")).to_contain_text("Ô mẫu bên phải.")
    page.wait_for_timeout(200)
    third = box.screenshot()
    assert third != second
    page.get_by_role("button", name="Sang trái").press("Enter")
    page.wait_for_timeout(200)
    assert box.screenshot() != third
    assert any(VIEWER in one for one in asked)
    assert all(one.startswith(base) or one.startswith(("data:", "blob:")) for one in asked), asked
    assert page.evaluate(LOOK) == []
    page.get_by_role("button", name=words("vi").say("exhibition.view_close")).press("Enter")
    expect(page.locator(".around-room img")).to_be_visible()


def test_where_it_cannot_be_turned_the_still_stays_and_a_sentence_says_so(browser: Browser, base: str) -> None:
    page = browser.new_page()
    page.add_init_script(NO_WEBGL)
    page.goto(f"{base}{PLACE}#nhin-quanh")
    page.locator("[data-around-open]").click()
    expect(page.locator(".around-told")).to_have_text(words("vi").say("exhibition.view_failed"))
    expect(page.locator(".around-room img")).to_be_visible()
    page.close()


def test_no_other_page_names_the_library(site: Site) -> None:
    assert [address for address, text in site.pages.items() if VIEWER in text] == [f"en/{PLACE}", PLACE]


def test_the_library_is_what_its_package_has_with_its_licence() -> None:
    copied = (ROOT / "docs" / VIEWER).read_bytes()
    package = ROOT / "node_modules" / "pannellum"
    assert copied.endswith((package / "build" / "pannellum.js").read_bytes())
    said = " ".join(copied.split(b"*/")[0].decode().replace("\n *", " ").split())
    assert " ".join((package / "COPYING").read_text("utf-8").split()) in said


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_an_exhibition_passes_axe_on_both_grounds(
    browser: Browser, base: str, ground: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 568}, color_scheme=ground)
    page.add_init_script(path=AXE)
    for place in (PLACE, "en/trien-lam/"):
        page.goto(base + place)
        assert page.evaluate(LOOK) == [], place
    page.close()


def test_once_read_it_opens_without_a_network_with_its_still_and_its_keys(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(base + PLACE)
    until(lambda: page.evaluate("navigator.serviceWorker.ready.then(() => true)"))
    page.reload()
    still = page.locator(".around-room img")
    still.scroll_into_view_if_needed()
    kept = "async () => (await (await caches.open('portal-pictures')).keys()).length > 0"
    script = "async () => Boolean(await caches.match(document.querySelector('[data-wakes]').dataset.script))"
    until(lambda: page.evaluate(kept))
    until(lambda: page.evaluate(script))
    context.set_offline(True)
    page.goto(base + PLACE)
    still.scroll_into_view_if_needed()
    until(lambda: page.evaluate("document.querySelector('.around-room img').naturalWidth > 0"))
    page.evaluate("scrollTo(0, 0)")

    def walked() -> bool:
        page.keyboard.press("ArrowRight")  # the first one wakes the script
        return "#tam-" in page.url

    until(walked)
    context.close()
