"""The small site behind a real nginx: what the headers forbid hinders no page, no search and no reading offline."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from conftest import Site
from nginx_started import has_nginx, nginx
from waiting import until


@pytest.mark.skipif(not has_nginx(), reason="nginx or openssl is not on this machine")
def test_pages_search_and_the_worker_work_under_the_headers(site: Site, tmp_path: Path, browser: Browser) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    room = tmp_path / "nginx"
    room.mkdir()
    with nginx(folder, room, behind=True) as server:
        base = f"http://127.0.0.1:{server.http}/"
        context = browser.new_context()
        page, refused = context.new_page(), []
        page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        shown = page.goto(base + "thanh-tuu/2026/so-lieu-mau/")
        assert shown
        assert "frame-ancestors 'none'" in shown.headers["content-security-policy"]
        until(lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"))
        until(lambda: page.evaluate("async () => Boolean(await caches.match('/mat-mang/'))"))
        page.goto(base + "tim-kiem/?q=quyen+tre+em")
        expect(page.locator("[data-search-results] a").first).to_be_visible()
        gone = page.goto(base + "phan-bac/2026/da-rut/")
        assert gone
        assert gone.status == 410
        notice = page.locator("h1").text_content() or ""
        until(lambda: page.evaluate("async () => Boolean(await caches.match(location.href))"))
        context.set_offline(True)
        page.reload()
        expect(page.locator("h1")).to_have_text(notice)
        page.goto(base + "thanh-tuu/2026/so-lieu-mau/")
        expect(page.locator("h1")).to_contain_text("Số liệu mẫu")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 243)"
        context.close()
    assert [text for text in refused if "DISCONNECTED" not in text and "410" not in text] == []
