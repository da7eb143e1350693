"""Pictures in a real browser: never wider than their column, in the size a screen needs, kept in one size for later."""

import json
import re
from collections.abc import Iterator
from functools import partial

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from conftest import Site
from waiting import until

PLACE = "su-kien/2026/tap-huan-mau/"
WIDE = """() => [...document.querySelectorAll('.prose img')].map((one) => {
  const box = one.getBoundingClientRect();
  const around = one.closest('li, td, figure, .prose').getBoundingClientRect();
  return { over: box.right - around.right, height: box.height, file: one.currentSrc.split('/').pop(),
           came: one.complete && one.naturalWidth > 0, ratio: box.width / box.height };
})"""
NO_SIZES = """() => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [4000, 100];
  const svg = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="9"/>';
  for (const around of ['p', 'td', 'li', 'dd'])
    for (const src of [canvas.toDataURL(), svg]) {
      const image = new Image();
      image.src = src;
      const place = document.createElement(around);
      place.append(image);
      const rows = { td: 'table tbody tr', li: 'ul', dd: 'dl' }[around] || '';
      let outer = document.querySelector('.prose');
      for (const name of rows.split(' ').filter(Boolean)) {
        const made = document.createElement(name);
        outer.append(made);
        outer = made;
      }
      outer.append(place);
    }
}"""


def settled(page: Page, address: str) -> Page:
    """A page seen to its end, so that every picture has come."""
    page.goto(address)
    for picture in page.locator(".prose img").all():
        picture.scroll_into_view_if_needed()
        until(partial(picture.evaluate, "one => one.complete && one.naturalWidth > 0"))
    return page


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize(("width", "dense", "first"), [(320, 1, 480), (360, 3, 1200), (1280, 1, 800), (1280, 2, 1600)])
@pytest.mark.parametrize("lang", ["", "en/"], ids=["vi", "en"])
def test_a_picture_is_never_wider_than_its_column_and_comes_in_the_size_it_is_shown(
    browser: Browser, base: str, width: int, dense: int, first: int, script: bool, lang: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, device_scale_factor=dense, java_script_enabled=script
    )
    page = settled(context.new_page(), base + lang + PLACE)
    pictures = page.evaluate(WIDE)
    assert len(pictures) == (1 if lang else 2)
    assert all(one["over"] <= 0.5 for one in pictures), pictures
    assert all(one["height"] <= 641 for one in pictures), pictures
    assert re.fullmatch(rf"rong-[0-9a-f]{{8}}-{first}\.avif", pictures[0]["file"])
    assert pictures[0]["ratio"] == pytest.approx(4000 / 2600, rel=0.02)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_in_a_text_is_wider_than_its_column_whatever_it_is(browser: Browser, base: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = settled(context.new_page(), base + PLACE)
    page.evaluate(NO_SIZES)
    until(lambda: page.evaluate("[...document.images].every((one) => one.complete || one.loading === 'lazy')"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [one for one in page.evaluate(WIDE) if one["over"] > 0.5] == []
    context.close()


def test_the_place_of_a_picture_is_kept_before_it_has_come(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.route("**/hinh/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(base + PLACE)
    waiting = page.evaluate(WIDE)[0]["height"]
    context.unroute("**/hinh/**")
    assert settled(page, base + PLACE).evaluate(WIDE)[0]["height"] == pytest.approx(waiting, abs=1)
    context.close()


def test_what_a_page_says_of_a_picture_is_all_there(site: Site) -> None:
    html = site.pages[PLACE]
    named = set(re.findall(r'[^" ,]*hinh/2026/[^" ,]+', html))
    assert len(named) == 4 * 2 + 1 + 2 * 2 + 1
    assert all((site.folder / PLACE / name).is_file() for name in named)
    assert html.count('loading="lazy" decoding="async"') == 2
    assert 'width="985" height="640"' in html
    assert not list(site.folder.rglob("hinh/**/*.png"))
    assert not (site.folder / "hinh/2026/dung.jpg").exists()


def test_who_made_a_picture_stands_below_it_in_the_language_of_the_page(site: Site) -> None:
    vietnamese, english = site.pages[PLACE], site.pages[f"en/{PLACE}"]
    assert "Nơi học, hình vẽ mẫu.</strong> <span>Hình: Cơ quan vẽ mẫu. " in vietnamese
    assert "Người trong hình có mặt với tư cách công vụ. Đăng với sự cho phép" in vietnamese
    assert "a sample drawing.</strong> <span>Picture: Sample drawing office. " in english
    assert 'alt="A range of hills under the sun, seen from a field"' in english
    assert 'href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>' in english
    assert "Giảng viên mẫu" not in vietnamese + english


def test_a_file_to_take_says_what_it_weighs_in_a_text_and_in_a_list(site: Site) -> None:
    assert ">tờ rơi mẫu (PDF, 1,5 KB)</a>" in site.pages[PLACE]
    assert ">sample leaflet (PDF, 1.5 KB)</a>" in site.pages[f"en/{PLACE}"]
    assert "(tiếng Việt, PDF, 1,5 KB, 2 trang)</a>" in site.pages["an-pham/2026/to-roi-mau/"]
    assert "(Vietnamese, PDF, 1.5 KB, 2 pages)</a>" in site.pages["en/an-pham/2026/to-roi-mau/"]


@pytest.mark.parametrize("lang", ["", "en/"], ids=["vi", "en"])
def test_a_feed_names_a_picture_that_is_there_by_its_whole_address(site: Site, lang: str) -> None:
    items = json.loads((site.folder / lang / "su-kien/tin.json").read_text("utf-8"))["items"]
    (address,) = [one["image"] for one in items if "image" in one]
    assert address.startswith("https://example.org/hinh/2026/rong-")
    assert Image.open(site.folder / address.removeprefix("https://example.org/")).size == (800, 520)
    atom = (site.folder / lang / "su-kien/tin.xml").read_text("utf-8")
    assert f'<link rel="enclosure" type="image/jpeg" href="{address}"/>' in atom


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    yield context
    context.close()


KEPT = "async () => (await (await caches.open('portal-pictures')).keys()).map((one) => one.url.split('/').pop())"


def test_a_picture_that_was_shown_is_kept_in_one_size_and_stands_for_the_others(
    reader: BrowserContext, base: str
) -> None:
    page = settled(reader.new_page(), base + PLACE)
    for _ in range(150):
        if len(page.evaluate(KEPT)) == 2:
            break
        page.wait_for_timeout(100)
    assert sorted(re.sub("-[0-9a-f]{8}", "", name) for name in page.evaluate(KEPT)) == ["dung", "rong"]
    page.set_viewport_size({"width": 1280, "height": 800})
    reader.set_offline(True)
    assert settled(page, base + PLACE).evaluate(WIDE)[0]["came"]
    reader.set_offline(False)
    settled(page, base + PLACE)
    page.wait_for_timeout(500)
    assert len(page.evaluate(KEPT)) == 2
