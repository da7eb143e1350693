"""Recordings in a real browser: heard with and without a script, from a stick, and without a network once asked for."""

import http.server
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import Site, run
from waiting import until

PAGE = "nghe/buoc-mau-hmn/"
FILM = "nghe/phim-mau/"
PLAY = """async (name) => {
  const player = document.querySelector(name);
  player.muted = true;
  await player.play();
  await new Promise((done) => setTimeout(done, 700));
  return [player.duration, player.currentTime, player.currentSrc];
}"""
SEEK = """async (second) => {
  const player = document.querySelector("audio");
  player.pause();
  const came = new Promise((done) => player.addEventListener("seeked", done, { once: true }));
  player.currentTime = second;
  await came;
  return player.currentTime;
}"""
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class _Ranged(http.server.SimpleHTTPRequestHandler):
    """Gives parts of files, as every real server does."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        file = Path(self.translate_path(self.path))
        part = _RANGE.fullmatch(self.headers.get("Range", ""))
        if not part or not file.is_file():
            super().do_GET()
            return
        whole = file.read_bytes()
        begin, end = int(part[1]), min(int(part[2] or len(whole) - 1) + 1, len(whole))
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {begin}-{end - 1}/{len(whole)}")
        self.send_header("Content-Length", str(end - begin))
        self.end_headers()
        self.wfile.write(whole[begin:end])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """What was asked of the server."""
    return []


@pytest.fixture(scope="module")
def ranged(site: Site, asked: list[str]) -> Iterator[str]:
    handler = type("_Asked", (_Ranged,), {"asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def listener(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []

    def take(**options: Any) -> BrowserContext:
        made.append(browser.new_context(viewport={"width": 320, "height": 640}, **options))
        return made[-1]

    yield take
    for context in made:
        context.close()


def played(page: Page, name: str = "audio") -> tuple[float, float, str]:
    duration, time, source = page.evaluate(PLAY, name)
    return duration, time, source


def test_it_plays_the_small_file_and_goes_to_any_place_in_it(
    listener: Callable[..., BrowserContext], ranged: str
) -> None:
    page = listener(service_workers="block").new_page()
    page.goto(ranged + PAGE)
    duration, time, source = played(page)
    assert duration == pytest.approx(6, abs=0.1)
    assert 0 < time < duration
    assert source.endswith(".opus")
    assert page.evaluate(SEEK, 4) == pytest.approx(4, abs=0.1)


def test_where_opus_is_not_known_the_old_file_plays(listener: Callable[..., BrowserContext], ranged: str) -> None:
    page = listener(service_workers="block").new_page()
    page.goto(ranged + PAGE)
    page.evaluate("document.querySelector('audio source').remove(); document.querySelector('audio').load()")
    duration, time, source = played(page)
    assert duration == pytest.approx(6, abs=0.1)
    assert source.endswith(".mp3")
    assert time > 0


def test_a_film_plays_with_its_captions_under_the_sites_own_policy(
    listener: Callable[..., BrowserContext], ranged: str
) -> None:
    page = listener(service_workers="block").new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Policy" in message.text else None)
    page.goto(ranged + FILM)
    page.evaluate("document.querySelector('video').textTracks[0].mode = 'showing'")
    duration, time, _ = played(page, "video")
    assert duration == pytest.approx(4, abs=0.1)
    assert time > 0
    assert page.evaluate("document.querySelector('video').videoWidth") > 0
    count = "document.querySelector('video').textTracks[0].cues.length"
    until(lambda: page.evaluate(f"document.querySelector('video').textTracks[0].cues !== null && {count} === 2"))
    assert refused == []


def test_nothing_of_the_sound_is_loaded_before_somebody_presses(
    listener: Callable[..., BrowserContext], ranged: str, asked: list[str]
) -> None:
    asked.clear()
    page = listener(service_workers="block").new_page()
    page.goto(ranged + FILM, wait_until="networkidle")
    assert [path for path in asked if path.endswith((".opus", ".mp3", ".mp4", ".vtt"))] == []


def test_without_a_script_there_are_controls_files_and_no_empty_promise(
    listener: Callable[..., BrowserContext], ranged: str
) -> None:
    page = listener(java_script_enabled=False).new_page()
    page.goto(ranged + PAGE)
    box = page.locator("audio[controls]").bounding_box()
    assert box is not None
    assert box["height"] >= 40
    expect(page.locator(".take a[download]")).to_have_count(2)
    expect(page.locator("[data-keep-sound]")).to_be_hidden()
    for link in page.locator(".take a[download]").all():
        found = page.request.get(ranged + PAGE + (link.get_attribute("href") or ""))
        assert found.ok


@pytest.mark.parametrize(("address", "name"), [(PAGE, "audio"), (FILM, "video"), (f"en/{PAGE}", "audio")])
def test_it_plays_from_a_stick(
    listener: Callable[..., BrowserContext], site: Site, tmp_path: Path, address: str, name: str
) -> None:
    done = run("scripts/offline.py", "--site", str(site.folder), "--folder", str(tmp_path / "usb"))
    assert done.returncode == 0, done.stdout + done.stderr
    page = listener().new_page()
    page.goto((tmp_path / "usb" / address / "index.html").as_uri())
    duration, time, source = played(page, name)
    assert duration > 1
    assert time > 0
    assert source.startswith("file:")
    expect(page.locator("[data-keep-sound]")).to_be_hidden()


def kept(listener: Callable[..., BrowserContext], ranged: str) -> Page:
    """Somebody who asked for the sound, on the second page read."""
    page = listener(bypass_csp=True).new_page()
    page.goto(ranged + "tro-giup/")
    until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))
    page.goto(ranged + PAGE)
    page.locator("[data-keep-sound] button").click()
    expect(page.locator("[data-keep-sound]")).to_contain_text("Đã giữ trên máy này", timeout=30_000)
    return page


STORED = "async () => (await (await caches.open('portal-sound')).keys()).map((one) => one.url)"


def test_nothing_is_kept_unasked(listener: Callable[..., BrowserContext], ranged: str) -> None:
    page = listener(bypass_csp=True).new_page()
    page.goto(ranged + "tro-giup/")
    until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))
    page.goto(ranged + PAGE)
    played(page)
    expect(page.locator("[data-keep-sound] button")).to_be_visible()
    assert page.evaluate(STORED) == []


def test_what_was_asked_for_is_heard_without_a_network_at_any_place_in_it(
    listener: Callable[..., BrowserContext], ranged: str, asked: list[str]
) -> None:
    page = kept(listener, ranged)
    assert [url.rpartition("/")[2] for url in page.evaluate(STORED)] == ["buoc-mau-hmn.opus"]
    page.context.set_offline(True)
    asked.clear()
    page.goto(ranged + PAGE)
    expect(page.locator("[data-keep-sound]")).to_contain_text("Đã giữ trên máy này")
    duration, time, source = played(page)
    assert duration == pytest.approx(6, abs=0.1)
    assert time > 0
    assert source.endswith("?kept")
    assert page.evaluate(SEEK, 4.5) == pytest.approx(4.5, abs=0.1)
    assert [path for path in asked if ".opus" in path] == []


def test_what_was_kept_is_forgotten_with_the_pages(listener: Callable[..., BrowserContext], ranged: str) -> None:
    page = kept(listener, ranged)
    page.goto(ranged + "mat-mang/")
    page.locator("[data-forget]").click()
    until(lambda: page.evaluate("async () => (await caches.keys()).includes('portal-sound')") is False)


def test_a_device_that_cannot_keep_it_says_so(listener: Callable[..., BrowserContext], ranged: str) -> None:
    page = listener(bypass_csp=True).new_page()
    page.goto(ranged + "tro-giup/")
    until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))
    page.goto(ranged + PAGE)
    expect(page.locator("[data-keep-sound] button")).to_be_visible()
    page.context.set_offline(True)
    page.locator("[data-keep-sound] button").click()
    expect(page.locator("[data-keep-sound]")).to_contain_text("Chưa giữ được")


def test_a_search_for_words_one_hears_finds_the_recording(listener: Callable[..., BrowserContext], ranged: str) -> None:
    page = listener(service_workers="block").new_page()
    page.goto(ranged + "tim-kiem/?q=lời+mẫu+không+phải+tiếng+nào")
    found = page.locator("main").get_by_role("link", name="Bản ghi mẫu bằng tiếng Mông")
    expect(found).to_be_visible(timeout=20_000)
