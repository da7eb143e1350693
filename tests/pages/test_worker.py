"""The worker on a small site of its own: a full phone, a new release, the language of an address, a broken store."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import ROOT
from portal.site.dress.assets import SCRIPTS, bundles, early_script
from portal.site.dress.bundles import PORTAL_CSS, WORKER
from portal.site.dress.content_security import site_policy
from waiting import until

PAGES = ("", "a/", "b/", "mat-mang/", "en/a/", "en/mat-mang/")
KEPT = "async (url) => Boolean(await caches.match(url))"
KEPT_IN_ANY_RELEASE = "async (url) => Boolean(await caches.match(url, { ignoreSearch: true }))"
PARTS = "async () => (await (await caches.open('portal-parts')).keys()).map((one) => one.url)"
COLOUR = "getComputedStyle(document.querySelector('h1')).color"
BROKEN = "caches.match = caches.open = () => Promise.reject(new Error('the store is damaged'));\n"


@dataclass(frozen=True)
class Small:
    """A served folder of pages in two languages that name one release of their style and script."""

    folder: Path
    base: str

    def release(self, mark: str, colour: str, before_worker: str = "") -> None:
        """Put every page and part in place as a new release would; `before_worker` goes before the worker's code."""
        for path, made in bundles(ROOT).items():
            self.write(path, made)
        self.write(PORTAL_CSS, f"h1 {{ color: {colour} }}".encode())
        self.write(WORKER, before_worker.encode() + bundles(ROOT)[WORKER])
        for place in PAGES:
            self.write(f"{place}index.html", page_at(place, mark).encode())

    def write(self, path: str, made: bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        later = file.stat().st_mtime + 10 if file.exists() else time.time() + 10
        file.write_bytes(made)
        os.utime(file, (later, later))  # servers tell releases apart by the second


def page_at(place: str, mark: str) -> str:
    lang, root = ("en" if place.startswith("en/") else "vi"), "../" * place.count("/")
    offline = f"{root}{'en/' if lang == 'en' else ''}mat-mang/"
    is_offline = place.endswith("mat-mang/")
    body = f'<a data-keep href="{root}a/">a</a><a href="#x">x</a>' if is_offline else ""
    body += "<ul data-kept></ul><button data-forget></button><p data-forgotten></p>" if is_offline else ""
    body += f'<script src="{root}assets/lists.js?{mark}" defer></script>' if is_offline else ""
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{place}</title>
<link rel="stylesheet" href="{root}assets/portal.css?{mark}"><link rel="icon" href="data:,">
<script src="{root}assets/portal.js?{mark}" defer></script></head>
<body data-worker="{root}sw.js?{mark}" data-offline="{offline}"><h1>{lang} {place}</h1>{body}</body></html>"""


@pytest.fixture
def small(tmp_path: Path, serve: Callable[[Path], str]) -> Small:
    made = Small(tmp_path, serve(tmp_path))
    made.release("one", "rgb(1, 1, 1)")
    return made


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def kept_in_the_end(page: Page, asked: str, value: object) -> None:
    """Wait until the device answers yes."""
    until(lambda: page.evaluate(asked, value), f"{value} was not kept; {page.url} keeps {page.evaluate(PARTS)}")


def read(page: Page, small: Small, place: str, mark: str = "one") -> None:
    """Read a page until it, its parts and the page for times without a network are kept, whose list comes last."""
    page.goto(small.base + place)
    offline = f"{'en/' if place.startswith('en/') else ''}mat-mang/"
    for kept in (place, f"assets/portal.css?{mark}", f"assets/portal.js?{mark}", offline):
        kept_in_the_end(page, KEPT, small.base + kept)
    kept_in_the_end(page, KEPT_IN_ANY_RELEASE, small.base + "assets/lists.js")


def fill(reader: BrowserContext, page: Page, base: str) -> None:
    """A phone without any storage left for this site."""
    reader.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": base.rstrip("/"), "quotaSize": 1000})


def controlled(page: Page) -> None:
    until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))


def test_a_phone_that_was_always_full_shows_the_next_page(reader: BrowserContext, small: Small) -> None:
    page = reader.new_page()
    fill(reader, page, small.base)
    page.goto(small.base)
    controlled(page)
    page.goto(small.base + "a/")
    expect(page.locator("h1")).to_have_text("vi a/")
    assert page.evaluate(COLOUR) == "rgb(1, 1, 1)"


def test_a_phone_that_became_full_shows_the_next_page_and_still_has_what_it_kept(
    reader: BrowserContext, small: Small
) -> None:
    page = reader.new_page()
    read(page, small, "a/")
    fill(reader, page, small.base)
    page.goto(small.base + "b/")
    expect(page.locator("h1")).to_have_text("vi b/")
    page.goto(small.base + "a/")
    page.wait_for_timeout(500)
    reader.set_offline(True)
    page.goto(small.base + "a/")
    expect(page.locator("h1")).to_have_text("vi a/")
    assert page.evaluate(COLOUR) == "rgb(1, 1, 1)"


def test_a_damaged_store_keeps_no_page_from_being_shown(reader: BrowserContext, small: Small) -> None:
    small.release("one", "rgb(1, 1, 1)", before_worker=BROKEN)
    page = reader.new_page()
    page.goto(small.base)
    controlled(page)
    for place in ("a/", "b/"):
        page.goto(small.base + place)
        expect(page.locator("h1")).to_have_text(f"vi {place}")
        assert page.evaluate(COLOUR) == "rgb(1, 1, 1)"


def test_a_page_kept_before_a_release_has_its_style_after_it(reader: BrowserContext, small: Small) -> None:
    page = reader.new_page()
    read(page, small, "en/a/")
    small.release("two", "rgb(2, 2, 2)")
    for place in ("b/", ""):
        read(page, small, place, "two")
    reader.set_offline(True)
    for place, colour in (("en/a/", "rgb(1, 1, 1)"), ("b/", "rgb(2, 2, 2)")):
        page.goto(small.base + place)
        assert (place, page.evaluate(COLOUR)) == (place, colour)


def test_parts_that_no_kept_page_names_any_more_go(reader: BrowserContext, small: Small) -> None:
    page = reader.new_page()
    for mark in ("one", "two", "three"):
        small.release(mark, "rgb(1, 1, 1)")
        for place in ("", "a/", "mat-mang/"):
            read(page, small, place, mark)
    kept_in_the_end(page, f"async (mark) => (await ({PARTS})()).every((url) => url.endsWith(mark))", "?three")


def test_the_page_for_times_without_a_network_shows_its_list_without_one(reader: BrowserContext, small: Small) -> None:
    page = reader.new_page()
    read(page, small, "a/")
    read(page, small, "b/")
    reader.set_offline(True)
    page.goto(small.base + "mat-mang/")
    expect(page.locator("[data-kept] a", has_text="vi a/")).to_be_visible()
    expect(page.locator("[data-kept] a", has_text="vi b/")).to_be_visible()


@pytest.mark.parametrize(
    ("read_before", "asked", "shown"),
    [
        (("a/", "en/a/"), "b/", "vi mat-mang/"),
        (("a/", "en/a/"), "en/b/", "en en/mat-mang/"),
        (("a/",), "en/b/", "vi mat-mang/"),
        (("en/a/",), "b/", "en en/mat-mang/"),
    ],
)
def test_without_a_network_the_language_of_the_address_speaks_or_the_one_that_is_kept(
    reader: BrowserContext, small: Small, read_before: tuple[str, ...], asked: str, shown: str
) -> None:
    page = reader.new_page()
    for place in read_before:
        read(page, small, place)
    reader.set_offline(True)
    page.goto(small.base + asked)
    expect(page.locator("h1")).to_have_text(shown)


@pytest.mark.parametrize("asked", ["c/", "c/d/", "c/d/e/", "en/c/d/e/f/", "c", "c/d/e?x=/y/z#k"])
def test_at_any_depth_the_page_for_times_without_a_network_has_its_style_its_list_and_its_links(
    reader: BrowserContext, small: Small, asked: str
) -> None:
    page = reader.new_page()
    read(page, small, "a/")
    reader.set_offline(True)
    page.goto(small.base + asked)
    expect(page.locator("h1")).to_have_text("vi mat-mang/")
    assert page.url == small.base + asked
    assert page.evaluate(COLOUR) == "rgb(1, 1, 1)"
    expect(page.locator("[data-kept] a", has_text="vi a/")).to_be_visible()
    assert page.locator("a[href='#x']").count() == 1
    page.locator("[data-keep]").click()
    expect(page.locator("h1")).to_have_text("vi a/")
    assert page.url == small.base + "a/"


@pytest.mark.parametrize("asked", ["a", "a/index.html", "a?q=1", "a/?q=1"])
def test_a_kept_page_opens_without_a_network_however_its_address_ends(
    reader: BrowserContext, small: Small, asked: str
) -> None:
    page = reader.new_page()
    read(page, small, "a/")
    reader.set_offline(True)
    page.goto(small.base + asked)
    expect(page.locator("h1")).to_have_text("vi a/")
    assert page.evaluate(COLOUR) == "rgb(1, 1, 1)"


def test_of_the_pages_read_the_one_read_longest_ago_goes_first(
    reader: BrowserContext, serve: Callable[[Path], str]
) -> None:
    base = serve(ROOT / SCRIPTS)
    page = reader.new_page()
    page.goto(base + "tsconfig.json")
    kept = page.evaluate(
        """async (places) => {
          const { keepPage } = await import("/worker/storing.js");
          for (const place of places) await keepPage(new URL(place, location.href).href, new Response(place));
          return (await (await caches.open("portal-read")).keys()).map((one) => new URL(one.url).pathname.slice(1));
        }""",
        [*map(str, range(60)), "0", "60"],
    )
    assert sorted(kept, key=int) == ["0", *map(str, range(2, 61))]


def keep_again(page: Page, store: str, url: str, text: str) -> None:
    """What any document of the origin can do: write into a store."""
    page.evaluate(
        """async ([store, url, text]) => {
          const type = url.includes(".js") ? "text/javascript" : "text/html";
          const made = new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
          await (await caches.open(store)).put(url, made);
        }""",
        [store, url, text],
    )


@pytest.fixture
def true(small: Small) -> Small:
    """The pages with the styles and scripts of the release the worker knows, each under its own mark."""
    made = bundles(ROOT)
    for place in PAGES:
        html = page_at(place, "one")
        for path in (PORTAL_CSS, "assets/portal.js"):
            small.write(path, made[path])
            html = html.replace(f"{path}?one", f"{path}?v={sha256(made[path]).hexdigest()[:8]}")
        small.write(f"{place}index.html", html.encode())
    return small


@pytest.mark.parametrize("offline", [False, True])
def test_a_script_written_into_the_store_by_another_document_never_runs(
    reader: BrowserContext, true: Small, offline: bool
) -> None:
    page = reader.new_page()
    page.goto(true.base + "a/")
    (script,) = page.locator("script[src]").evaluate_all("all => all.map((one) => one.src)")
    kept_in_the_end(page, KEPT, script)
    kept_in_the_end(page, KEPT, true.base + "mat-mang/")
    keep_again(page, "portal-parts", script, "window.pwned = true")
    keep_again(page, "portal-parts", true.base + "assets/evil.js", "window.pwned = true")
    keep_again(page, "portal-parts", true.base + "search/vi/index.js", "window.pwned = true")
    evil = '<script src="/assets/evil.js"></script><script src="/search/vi/index.js"></script>'
    own = f'<script src="{script}"></script><script>window.pwned = true</script>'
    keep_again(page, "portal-read", true.base + "b/", f"<!doctype html><h1>b</h1>{evil}{own}")
    reader.set_offline(offline)
    for place in ("a/", "b/"):
        page.goto(true.base + place)
        page.wait_for_timeout(300)
        assert page.evaluate("window.pwned") is None, place


def test_what_was_replaced_in_the_store_is_mended_by_the_next_page(reader: BrowserContext, true: Small) -> None:
    page = reader.new_page()
    page.goto(true.base + "a/")
    (script,) = page.locator("script[src]").evaluate_all("all => all.map((one) => one.src)")
    kept_in_the_end(page, KEPT, script)
    kept_in_the_end(page, KEPT, true.base + "mat-mang/")
    keep_again(page, "portal-parts", script, "window.pwned = true")
    page.goto(true.base + "b/")
    text = "async (url) => (await (await caches.match(url)).text()).length > 1000"
    kept_in_the_end(page, text, script)


def test_a_kept_page_is_shown_under_the_policy_of_the_site(reader: BrowserContext, small: Small) -> None:
    page = reader.new_page()
    read(page, small, "a/")
    reader.set_offline(True)
    for place in ("a/", "c/"):
        shown = page.goto(small.base + place)
        assert shown
        assert shown.headers["content-security-policy"] == site_policy(early_script(ROOT))


def test_a_page_corrected_since_is_corrected_offline_though_nobody_opened_it_again(
    reader: BrowserContext, small: Small
) -> None:
    small.write("mat-mang/kept.json", b'{"a/":"11111111"}')
    page = reader.new_page()
    read(page, small, "a/")
    read(page, small, "b/")
    small.write("a/index.html", page_at("a/", "one").replace("vi a/", "corrected").encode())
    small.write("mat-mang/kept.json", b'{"a/":"22222222","c/":"33333333"}')
    page.goto(small.base + "b/")
    kept_in_the_end(
        page, "async (url) => (await (await caches.match(url)).text()).includes('corrected')", f"{small.base}a/"
    )
    reader.set_offline(True)
    page.goto(small.base + "a/")
    expect(page.locator("h1")).to_have_text("corrected")
    page.goto(small.base + "c/")
    expect(page.locator("h1")).to_have_text("vi mat-mang/")


def test_a_file_that_was_opened_is_no_page_and_is_not_kept(reader: BrowserContext, small: Small) -> None:
    small.write("table.csv", b"a,b\n")
    small.write("picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    page = reader.new_page()
    read(page, small, "a/")
    controlled(page)
    page.goto(small.base + "picture.svg")
    page.goto(small.base + "b/")
    kept_in_the_end(page, KEPT, small.base + "b/")
    assert page.evaluate(KEPT, small.base + "picture.svg") is False


@pytest.mark.parametrize("store", ["full", "silent"])
def test_a_file_of_the_search_is_shown_though_it_cannot_be_kept(
    reader: BrowserContext, small: Small, store: str
) -> None:
    if store == "silent":
        small.release(
            "one", "rgb(1, 1, 1)", before_worker="caches.match = caches.open = () => new Promise(() => {});\n"
        )
    small.write("search/vi/index.js", b'portalSearch("index","00",{});\n')
    page = reader.new_page()
    if store == "full":
        fill(reader, page, small.base)
    page.goto(small.base)
    controlled(page)
    assert page.evaluate("async () => (await fetch('search/vi/index.js')).ok")
    page.goto(small.base + "a/")
    expect(page.locator("h1")).to_have_text("vi a/")


def test_nothing_is_kept_because_a_message_says_so_but_the_page_that_asks(reader: BrowserContext, small: Small) -> None:
    page = reader.new_page()
    read(page, small, "a/")
    controlled(page)
    said = {"page": f"{small.base}en/a/", "parts": [f"{small.base}b/"], "pictures": ["https://evil.example/x.png"]}
    for offline in ("mat-mang/", "b/"):
        page.evaluate(
            """(said) => new Promise((done) => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = done;
              navigator.serviceWorker.controller.postMessage(said, [port2]);
            })""",
            {**said, "offline": small.base + offline, "again": False, "more": False},
        )
    for place in ("en/a/", "b/"):
        assert page.evaluate(KEPT, small.base + place) is False
