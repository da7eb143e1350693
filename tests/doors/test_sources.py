"""The looks at outside links: against a server that plays everything another site may do."""

import contextlib
import http.server
import io
import itertools
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import requests
import yaml

import sources
from conftest import ROOT, Corpus, run
from doorway.asking import NotPublic, asking, is_public
from portal.content.desk.sources import OutsideLink, malformed

ASKED: list[tuple[str, float]] = []
HOST, WITHIN = "plays.example.org", "within.example.org"
"""No source may be at a bare number, so the server has names. Tests allow the first, as if it were a public one."""


class Plays(http.server.BaseHTTPRequestHandler):
    """/200, /301, /404, /410, /429, /500, /slow, /endless; /to/HOST:PORT/PATH leads there."""

    def do_GET(self) -> None:
        ASKED.append((self.path, time.monotonic()))
        name = self.path.strip("/")
        if name == "slow":
            time.sleep(3)
        leads = name.startswith("to/")
        self.send_response(302 if leads else int(name) if name.isdigit() else 200)
        if leads:
            self.send_header("Location", f"http://{unquote(name.removeprefix('to/'))}")
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


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names are those of this machine."""
    asked = socket.getaddrinfo

    def here(host: Any, *rest: Any, **more: Any) -> Any:
        return asked("127.0.0.1" if host in (HOST, WITHIN) else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", here)


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
    with contextlib.redirect_stdout(io.StringIO()) as told:
        code = sources.main(["--root", str(corpus.root), *days, *cache, *more], frozenset({HOST}))
    return code, told.getvalue()


@pytest.mark.parametrize("leads", ["", "http://{base}/to/"])
@pytest.mark.parametrize(
    "url", ["within.example.org:{port}/200", "127.0.0.1:{port}/200", "[::1]:{port}/200", "[::ffff:127.0.0.1]:{port}/"]
)
def test_no_machine_inside_a_network_is_asked_also_where_a_server_leads_there(leads: str, url: str, base: str) -> None:
    asked = url.format(port=base.rpartition(":")[2])
    ASKED.clear()
    with asking("tests", {HOST}) as session, pytest.raises(NotPublic):
        session.get((leads or "http://").format(base=base) + asked, timeout=5)
    assert [unquote(path) for path, _ in ASKED] == ([f"/to/{asked}"] if leads else [])


def test_a_source_that_leads_inside_is_told_and_stops_nothing(corpus: Corpus, base: str) -> None:
    port = base.rpartition(":")[2]
    urls = (f"http://{base}/to/169.254.169.254/latest/meta-data", f"http://{WITHIN}:{port}/200")
    cite(corpus, list(urls))
    ASKED.clear()
    code, told = look(corpus)
    assert code == 0
    assert [f"- {SAID['inside']}: {url}" in told for url in urls] == [True, True]
    assert "/200" not in [path for path, _ in ASKED]


def test_a_name_that_means_another_machine_a_moment_later_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first answer, which was looked at, is the one connected to."""
    answers, connected = iter(("203.162.4.190", "127.0.0.1")), list[str]()

    def changing(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        number = next(answers) if host == WITHIN else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def noted(_: socket.socket, place: tuple[str, int]) -> None:
        connected.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    monkeypatch.setattr(socket.socket, "connect", noted)
    with asking("tests") as session, pytest.raises(requests.exceptions.RequestException):
        session.get(f"http://{WITHIN}/", timeout=5)
    assert connected == ["203.162.4.190"]


def test_a_machine_inside_is_not_asked_by_way_of_a_proxy_either(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://{base}")
    monkeypatch.setenv("no_proxy", "")
    ASKED.clear()
    with asking("tests") as session:
        with pytest.raises(NotPublic):
            session.get(f"http://{WITHIN}/200", timeout=5)
        assert ASKED == []
        assert session.get("http://name-nobody-knows.invalid/200", timeout=5).status_code == 200


INSIDE = """0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 192.0.2.1 198.18.0.1 224.0.0.1
    239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::10.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
    2002:7f00:1:: 2001:db8::1 2001::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1""".split()
OUTSIDE = "1.1.1.1 203.162.4.190 2001:ee0::1 2400:cb00::1 ::ffff:1.1.1.1 64:ff9b::101:101 2002:101:101::".split()


def test_only_an_address_of_the_public_internet_is_one() -> None:
    assert [one for one in INSIDE if is_public(one)] == []
    assert [one for one in OUTSIDE if not is_public(one)] == []


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
