"""The looks at outside links: against a server that plays everything another site may do."""

import http.server
import itertools
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, Corpus, run
from portal.content.desk.sources import OutsideLink, malformed

ASKED: list[tuple[str, float]] = []
NAMES = ROOT / "tests" / "names_here"
HOST = "plays.example.org"
"""No source may be at a bare number, so the server has a name, which NAMES makes one of this machine's."""


class Plays(http.server.BaseHTTPRequestHandler):
    """/200, /301, /404, /410, /429, /500, /slow, /endless."""

    def do_GET(self) -> None:
        ASKED.append((self.path, time.monotonic()))
        name = self.path.strip("/")
        if name == "slow":
            time.sleep(3)
        self.send_response(int(name) if name.isdigit() else 200)
        if name == "301":
            self.send_header("Location", "/200")
        self.end_headers()
        self.write(b"x" * 100, forever=name == "endless")

    def write(self, data: bytes, forever: bool) -> None:
        try:
            self.wfile.write(data)
            while forever:
                self.wfile.write(data)
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return  # whoever asked has heard enough

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Plays) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{HOST}:{server.server_address[1]}"
        server.shutdown()


STATES = {
    "http://{base}/200": "ok",
    "http://{base}/301": "moved",
    "http://{base}/404": "gone",
    "http://{base}/410": "gone",
    "http://{base}/429": "refused",
    "http://{base}/500": "failing",
    "http://{base}/slow": "slow",
    "http://{base}/endless": "slow",
    "https://{base}/200": "insecure",
    "http://plays.example.org:9/x": "unreachable",
}
SAID = yaml.safe_load((ROOT / "scripts/portal/language/words/en/ui.yml").read_text("utf-8"))["ui"]["links"]["states"]


def cite(corpus: Corpus, urls: list[str]) -> None:
    sources = [f'{{title: "Văn bản", publisher: "Nơi", url: "{url}", accessed: 2026-01-15}}' for url in urls]
    corpus.story(sources=f"[{', '.join(sources)}]")


def look(corpus: Corpus, *more: str) -> tuple[int, str]:
    cache = ("--cache", str(corpus.root / ".cache/links.json"), "--timeout", "1", "--pause", "0", "--lang", "en")
    days = ("--as-of", "2026-11-23")
    done = run("scripts/sources.py", "--root", str(corpus.root), *days, *cache, *more, PYTHONPATH=str(NAMES))
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_everything_another_site_may_do_is_told_and_stops_nothing(corpus: Corpus, base: str) -> None:
    urls = {url.format(base=base): state for url, state in STATES.items()}
    cite(corpus, list(urls))
    code, told = look(corpus)
    assert code == 0
    for url, state in urls.items():
        if state != "ok":
            assert f"- {SAID[state]}: {url}" in told
    assert f"- {SAID['ok']}: 1" in told
    assert f"({f'http://{base}/200'})" in told
    assert f"https://web.archive.org/web/20260115/http://{base}/404" in told


def test_what_was_there_lately_is_not_asked_again_and_what_failed_is(corpus: Corpus, base: str) -> None:
    cite(corpus, [f"http://{base}/200", f"http://{base}/500"])
    look(corpus)
    ASKED.clear()
    look(corpus)
    assert [path for path, _ in ASKED] == ["/500"]
    look(corpus, "--fresh-days", "-1")
    assert "/200" in [path for path, _ in ASKED]


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(corpus: Corpus, base: str) -> None:
    cite(corpus, [f"http://{base}/200?{n}" for n in range(3)])
    ASKED.clear()
    look(corpus, "--pause", "0.3")
    times = [moment for _, moment in ASKED]
    assert all(later - before >= 0.3 for before, later in itertools.pairwise(times))


def test_offline_judges_the_form_alone_and_asks_nobody(corpus: Corpus, base: str) -> None:
    cite(corpus, [f"http://{base}/200", "https://example.org/van-ban-…"])
    ASKED.clear()
    code, told = look(corpus, "--offline")
    assert (code, ASKED) == (1, [])
    assert "address written wrongly: https://example.org/van-ban-…" in told
    assert "`content_vi/thanh-tuu/2026/bai.md`" in told


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("https://example.org/a", None),
        ("https://ai:mat@example.org/", "user"),
        ("https://example.org/a...", "cut"),
        ("https://example.org/tiếng-việt", "unescaped"),
    ],
)
def test_an_address_is_judged_by_its_form(url: str, wrong: str | None) -> None:
    assert malformed(OutsideLink(url, (), None)) == wrong


def test_the_report_is_written_whole_beside_and_then_moved(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out") / "nguon.md"
    cite(corpus, ["https://example.org/…"])
    _, told = look(corpus, "--offline", "--out", str(out))
    assert out.read_text("utf-8") == told
    assert [path.name for path in out.parent.iterdir()] == ["nguon.md"]


def test_a_broken_cache_is_as_good_as_none(corpus: Corpus, base: str) -> None:
    cite(corpus, [f"http://{base}/200"])
    corpus.write(".cache/links.json", "{")
    assert look(corpus)[0] == 0
    assert json.loads((corpus.root / ".cache/links.json").read_text("utf-8")) == {f"http://{base}/200": "2026-11-23"}


def test_a_wrong_call_exits_with_two(tmp_path: Path) -> None:
    done = run("scripts/sources.py", "--root", str(tmp_path), "--lang", "en")
    assert (done.returncode, "content_vi" in done.stderr) == (2, True)
