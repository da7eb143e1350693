"""The copy for a USB stick: plain files whose links all lead to files, opened by a real browser without a server."""

import contextlib
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from conftest import MADE_UP, ROOT, Site, run
from portal.site.dress.content_security import site_policy
from portal.site.files.offline_copy import as_file, belongs

TOP = "cong-mau"


@pytest.fixture(scope="module")
def copy(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usb")
    where = ("--root", str(MADE_UP), "--site", str(site.folder), "--lang", "en")
    done = run("scripts/offline.py", *where, "--out", str(folder / "copy.zip"))
    assert done.returncode == 0, done.stderr
    assert f"{TOP}/index.html" in done.stdout
    zipfile.ZipFile(folder / "copy.zip").extractall(folder)
    return folder / TOP


@pytest.mark.parametrize(
    ("url", "here", "written"),
    [
        ("../crc/", "cong-uoc/cat/", "../crc/index.html"),
        ("./", "cong-uoc/cat/", "index.html"),
        ("../../", "cong-uoc/cat/", "../../index.html"),
        ("../crc/#dieu-12", "cong-uoc/cat/", "../crc/index.html#dieu-12"),
        ("../../assets/portal.css?a1b2", "cong-uoc/cat/", "../../assets/portal.css"),
        ("../tim-kiem/", "en/cong-uoc/", "../gioi-thieu/so-do/index.html"),
        ("#nguon-1", "cong-uoc/cat/", "#nguon-1"),
        ("https://www.un.org/", "cong-uoc/cat/", "https://www.un.org/"),
        ("mailto:?subject=a", "", "mailto:?subject=a"),
        ("en/", "", "en/index.html"),
    ],
)
def test_a_link_inside_the_site_names_a_file(url: str, here: str, written: str) -> None:
    assert as_file(f'<a href="{url}">a</a>', here) == f'<a href="{written}">a</a>'


@pytest.mark.parametrize(
    "text",
    [
        '<p>href="//["</p>',
        '<p>Write <code>src="a/"</code> or href="b/"</p>',
        "<script>const link = '<a href=\"b/\">';</script>",
        '<script type="application/ld+json">{"a": "<a href="}</script>',
        '<!-- <a href="b/"> -->',
        '<p title="href=">a</p>',
        '<p title="a > href=" class="b">c</p>',
        '<a href="http://[">a</a>',
        '<meta content="an href=" name="src">',
    ],
)
def test_what_a_text_or_a_script_says_is_not_taken_for_a_link(text: str) -> None:
    assert as_file(text, "cong-uoc/cat/") == text


def test_an_address_without_a_scheme_never_asks_a_computer_of_the_reader_s_own_network() -> None:
    assert as_file('<a href="//a.example/b">c</a>', "") == '<a href="https://a.example/b">c</a>'


def test_a_script_in_front_keeps_its_text_and_its_own_link_is_a_file() -> None:
    html = '<script src="../assets/portal.js?v=1" defer></script><a title="a > b" href="./">c</a>'
    written = '<script src="../assets/portal.js" defer></script><a title="a > b" href="index.html">c</a>'
    assert as_file(html, "cong-uoc/") == written


def test_what_needs_a_server_is_left_out() -> None:
    outside = (
        "robots.txt",
        "404.html",
        "pagefind/pagefind.js",
        "sw.js",
        "tim-kiem/index.html",
        "en/tim-kiem/index.html",
    )
    assert not [path for path in outside if belongs(path)]
    assert all(belongs(path) for path in ("index.html", "assets/portal.css", "du-lieu/chi-tieu.csv"))


POLICY = site_policy("document.title = 'run'")
PAGE = f"""<html><head><meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<script>document.title = 'run'</script><script>document.title = 'not mine'</script>
<link rel="stylesheet" href="style.css"><script src="script.js" defer></script></head>
<body><img src="http://127.0.0.1:PORT/a.png"><img src="file://127.0.0.1/b.png"><img src="mark.svg" alt="ours">
<form action="http://127.0.0.1:PORT/" id="f"><input name="a"></form></body></html>"""
MARK = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>'


@pytest.fixture
def elsewhere() -> Iterator[socket.socket]:
    """A server nobody should ask."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def heard(server: socket.socket) -> bytes:
    """What was said to it. Chromium may open a line before it asks whether it may speak."""
    said = b""
    with contextlib.suppress(BlockingIOError):
        while True:
            with server.accept()[0] as line, contextlib.suppress(TimeoutError):
                line.settimeout(1)
                said += line.recv(1000)
    return said


def test_under_the_policy_of_the_copy_its_own_style_and_scripts_work_and_nothing_is_asked_elsewhere(
    browser: Browser, tmp_path: Path, elsewhere: socket.socket
) -> None:
    html = PAGE.replace("PORT", str(elsewhere.getsockname()[1]))
    (tmp_path / "index.html").write_text(as_file(html, ""))
    (tmp_path / "style.css").write_text("body { color: rgb(1, 2, 3) }")
    (tmp_path / "script.js").write_text("document.body.dataset.ran = 'yes'")
    (tmp_path / "mark.svg").write_text(MARK)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(1, 2, 3)"
    assert page.evaluate("document.body.dataset.ran") == "yes"
    assert page.title() == "run"
    assert page.evaluate("document.querySelector('[alt=ours]').naturalWidth") == 7
    page.evaluate("document.getElementById('f').submit()")
    page.wait_for_timeout(300)
    page.close()
    assert heard(elsewhere) == b""


def test_every_page_of_the_copy_keeps_a_policy(copy: Path) -> None:
    for page in copy.rglob("index.html"):
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8"))
        assert unescape(policy).startswith("default-src 'none'; script-src file: 'sha256-")
        assert "form-action 'none'" in unescape(policy)


def test_every_link_inside_the_copy_reaches_a_file_of_it(copy: Path) -> None:
    pages = sorted(copy.rglob("index.html"))
    assert len(pages) > 100
    for page in pages:
        for url in re.findall(r'(?:href|src)="([^"]*)"', page.read_text("utf-8")):
            parts = urlsplit(url)
            if parts.scheme or not parts.path:
                continue
            assert (page.parent / unquote(parts.path)).resolve().is_file(), f"{page}: {url}"


def test_the_copy_reads_and_walks_in_a_browser_without_a_server_and_asks_nobody(copy: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((copy / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 243)"
    expect(page.locator("form.search")).to_have_count(0)
    page.locator("nav.menu a", has_text="Công ước quốc tế").click()
    page.locator(".card a[href*='crc/']").first.click()
    expect(page.locator("h1")).to_contain_text("quyền trẻ em")
    page.locator("a.tool[hreflang]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("[data-display]").click()
    page.locator("input[name=palette][value=dark]").check()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 20, 42)"
    context.close()
    assert errors == []
    assert all(url.startswith(("file:", "data:")) for url in asked)


def test_the_same_site_gives_the_same_zip(site: Site, tmp_path: Path) -> None:
    command = [sys.executable, "scripts/offline.py", "--site", str(site.folder), "--out"]
    for name in ("a.zip", "b.zip"):
        subprocess.run([*command, str(tmp_path / name)], cwd=ROOT, check=True, capture_output=True)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_without_a_built_site_it_says_what_to_do_and_writes_nothing(tmp_path: Path) -> None:
    done = run("scripts/offline.py", "--site", str(tmp_path / "none"), "--out", str(tmp_path / "copy.zip"))
    assert done.returncode == 1
    assert "python scripts site" in done.stderr
    assert list(tmp_path.iterdir()) == []
