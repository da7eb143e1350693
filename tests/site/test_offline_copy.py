"""The copy for a USB stick: plain files whose links all lead to files, opened by a real browser without a server."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from conftest import ROOT, Site, run
from portal.site.files.offline_copy import as_file, belongs

TOP = "cong-quyen-con-nguoi-dien-bien"


@pytest.fixture(scope="module")
def copy(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usb")
    done = run("scripts/offline.py", "--site", str(site.folder), "--out", str(folder / "copy.zip"), "--lang", "en")
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


def test_what_needs_a_server_is_left_out() -> None:
    assert not any(belongs(path) for path in ("pagefind/pagefind.js", "sw.js", "tim-kiem/index.html", "en/tim-kiem/x"))
    assert all(belongs(path) for path in ("index.html", "assets/portal.css", "du-lieu/chi-tieu.csv"))


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
    page.locator("a.language").click()
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
    assert "make site" in done.stderr
    assert list(tmp_path.iterdir()) == []
