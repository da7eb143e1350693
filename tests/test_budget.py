"""What a first view of each kind of page costs a phone: counted at the server over five seconds, all included."""

import gzip
import http.server
import threading
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import Site, _Quiet

MOST_BYTES = 40 * 1024
MOST_REQUESTS = 5
KINDS = {
    "home": "",
    "theme": "phan-bac/",
    "convention": "cong-uoc/crc/",
    "policy": "chinh-sach/2026/hien-phap-chuong-ii/",
    "achievement": "thanh-tuu/2026/ngheo-da-chieu/",
    "news": "doi-ngoai/2026/doi-thoai-voi-cac-uy-ban/",
    "rebuttal": "phan-bac/2026/upr-84-7/",
    "comparison": "cong-uoc/so-sanh/",
    "progress": "ke-hoach/tien-do/",
    "plan": "ke-hoach/ke-hoach-3112/",
    "help": "tro-giup/",
    "glossary": "thuat-ngu/",
    "list": "danh-sach/nhom/moi-nguoi/",
    "search without a query": "tim-kiem/",
    "English convention": "en/cong-uoc/iccpr/",
}


class Counting(_Quiet):
    """Serves with gzip and notes, for each reader (told apart by host name), what was asked and how much was sent."""

    sent: dict[str, list[tuple[str, int]]]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        host = self.headers["Host"]
        if not path.is_file():
            self.sent[host].append((self.path, 0))
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 9)
        self.sent[host].append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(1_700_000_000))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def views(site: Site, browser: Browser) -> Iterator[dict[str, list[tuple[str, int]]]]:
    """For each kind of page what one reader's first view asked for in five seconds: (address, gzip bytes)."""
    sent: dict[str, list[tuple[str, int]]] = defaultdict(list)
    handler = partial(type("Here", (Counting,), {"sent": sent}), directory=str(site.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    hosts, pages = {}, []
    for number, (kind, address) in enumerate(KINDS.items()):
        hosts[kind] = f"reader{number}.localhost:{server.server_port}"
        page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        page.goto(f"http://{hosts[kind]}/{address}")
        pages.append(page)
    pages[-1].wait_for_timeout(5_000)
    yield {kind: list(sent[host]) for kind, host in hosts.items()}
    for page in pages:
        page.context.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_asks_at_most_five_times_for_at_most_40_kilobytes(
    views: dict[str, list[tuple[str, int]]], kind: str
) -> None:
    asked = views[kind]
    assert asked
    assert len(asked) <= MOST_REQUESTS, asked
    assert sum(size for _, size in asked) <= MOST_BYTES, asked
    assert all(size for _, size in asked), asked


def test_the_worker_is_among_what_was_counted(views: dict[str, list[tuple[str, int]]]) -> None:
    assert any("sw.js" in path for path, _ in views["home"])
    assert any("mat-mang" in path for path, _ in views["home"])
