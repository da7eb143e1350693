"""A real nginx with the configuration a province takes: what it says with each file, and what it refuses."""

import gzip
import json
import os
import re
import shutil
import ssl
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

import compress
from conftest import ROOT, Site
from nginx_started import Nginx, has_brotli_module, has_nginx, nginx
from portal.site.dress.assets import early_script
from portal.site.dress.bundles import WORKER
from portal.site.dress.served_headers import nginx_headers, page_headers, site_headers
from portal.site.editing_tool.page import TOOL_POLICY
from portal.site.files.output import GONE
from portal.site.files.packed import is_packed
from raw_http import NAME, Answer, ask, many_readers, raw

pytestmark = pytest.mark.skipif(not has_nginx(), reason="nginx or openssl is not on this machine")
SECRET = b"nobody is to read this"
NOT_THE_SITE = {400, 403, 404, 405, 413, 414, 421, 501}
STYLE = r"assets/portal\.css\?v=[0-9a-f]+"
YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Served:
    """The small site behind nginx: its folder, and the server."""

    folder: Path
    server: Nginx

    def get(self, path: str, **headers: str) -> Answer:
        return ask(self.server.https, path, **headers)

    def a_file(self, pattern: str) -> str:
        """The path of some file in the site."""
        return next(file for file in sorted(self.folder.rglob(pattern))).relative_to(self.folder).as_posix()

    def links(self, pattern: str) -> list[str]:
        """The files the home page names, as a browser asks for them."""
        return re.findall(rf'(?:src|href)="(?:\./)?({pattern})"', (self.folder / "index.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def served(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    room = tmp_path_factory.mktemp("nginx")
    room.chmod(0o755)
    folder = room / "site"
    shutil.copytree(site.folder, folder)
    assert compress.main(["--site", str(folder), "--lang", "en"]) == 0
    (room / "secret.txt").write_bytes(SECRET)
    (folder / ".hidden").write_bytes(SECRET)
    (folder / "quan-tri").mkdir()
    (folder / "quan-tri/index.html").write_text("<title>tool</title>")
    with nginx(folder, room) as server:
        yield Served(folder, server)


def test_every_kind_of_file_comes_with_its_type_and_all_that_protects_it(served: Served) -> None:
    files = {file.suffix: file for file in served.folder.rglob("*") if file.is_file() and file.name != ".hidden"}
    said = {name.lower(): value for name, value in site_headers(early_script(ROOT)).items()}
    assert len(files) > 12
    for file in files.values():
        path = file.relative_to(served.folder).as_posix()
        answer = served.get(f"/{path}")
        assert (answer.status, answer.body) == (200, file.read_bytes()), path
        assert answer.headers["content-type"] != "application/octet-stream" or is_packed(path), path
        assert {name: answer.headers.get(name) for name in said} == said, path
        assert answer.headers["strict-transport-security"] == "max-age=31536000", path


@pytest.mark.parametrize(
    ("path", "status"), [("/khong-co/", 404), ("/en", 301), ("/assets/", 404), ("/%00", 400), ("/.hidden", 404)]
)
def test_what_is_no_page_is_protected_too(served: Served, path: str, status: int) -> None:
    answer = served.get(path)
    assert answer.status == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-cache"


def test_the_server_says_the_policy_the_page_says_and_what_only_it_can(served: Served) -> None:
    answer = served.get("/")
    meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', answer.body.decode())
    assert meta
    assert answer.headers["content-security-policy"] == f"{unescape(meta[1])}; frame-ancestors 'none'"


def test_the_configuration_is_the_one_the_code_makes() -> None:
    for path, text in nginx_headers(early_script(ROOT)).items():
        assert (ROOT / path).read_text("utf-8") == text, "make schema writes it anew"


def test_the_editing_tool_alone_may_ask_elsewhere(served: Served) -> None:
    said = page_headers(TOOL_POLICY, "no-referrer", "same-origin-allow-popups")
    answer = served.get("/quan-tri/")
    assert answer.status == 200
    assert {name: answer.headers[name.lower()] for name in said} == said


def test_how_long_a_browser_may_keep_a_file(served: Served) -> None:
    (style,) = served.links(STYLE)
    picture = served.a_file("hinh/**/*-[0-9]*.avif") if list(served.folder.glob("hinh/**/*.avif")) else ""
    kept = {path: served.get(f"/{path}").headers["cache-control"] for path in ("", "en/", WORKER, style, "tin.xml")}
    assert kept == {"": "no-cache", "en/": "no-cache", WORKER: "no-store", style: YEAR, "tin.xml": "no-cache"}
    assert served.get(f"/{WORKER}?v=12345678").headers["cache-control"] == "no-store"
    assert served.get("/assets/gone.css?v=12345678").headers["cache-control"] == "no-cache"
    assert served.get("/assets/portal.css").headers["cache-control"] == "no-cache"
    assert served.get("/search/vi/index.js?v=1234567890ab").headers["cache-control"] == YEAR
    assert served.get("/search/vi/index.js").headers["cache-control"] == "no-cache"
    assert not picture or served.get(f"/{picture}").headers["cache-control"] == YEAR


@pytest.mark.parametrize(
    "encoding",
    [
        "identity",
        "gzip",
        pytest.param(
            "br",
            marks=pytest.mark.skipif(not has_brotli_module(), reason="Debian's Brotli module is not on this machine"),
        ),
    ],
)
def test_a_file_comes_packed_as_the_browser_can_read_it(served: Served, encoding: str) -> None:
    import brotli

    read = {"identity": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
    answer = served.get("/", Accept_Encoding=encoding)
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert read[encoding](answer.body) == (served.folder / "index.html").read_bytes()
    again = served.get("/", Accept_Encoding=encoding, If_None_Match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"


def test_a_browser_that_has_the_page_is_told_so_and_one_that_has_another_gets_it(served: Served) -> None:
    first = served.get("/")
    assert served.get("/", If_Modified_Since=first.headers["last-modified"]).status == 304
    assert served.get("/", If_Modified_Since="Sat, 01 Jan 2000 00:00:00 GMT").status == 200
    assert served.get("/", If_None_Match='"other"').body == first.body
    packed = served.get("/", Accept_Encoding="gzip")
    assert packed.headers["etag"] != first.headers["etag"]


def test_a_part_of_a_file_can_be_asked_for(served: Served) -> None:
    whole = (served.folder / "manifest-sha256.txt").read_bytes()
    part = served.get("/manifest-sha256.txt", Range="bytes=10-19")
    assert (part.status, part.body) == (206, whole[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    assert served.get("/manifest-sha256.txt", Range=f"bytes={len(whole)}-").status == 416
    assert served.get("/manifest-sha256.txt", Range="bytes=0-9", If_Range='"old"').body == whole


def test_an_address_that_leads_nowhere_shows_the_site_s_own_page(served: Served) -> None:
    answer = served.get("/khong/co/trang-nay/")
    assert (answer.status, answer.body) == (404, (served.folder / "404.html").read_bytes())
    assert served.get("/404.html").status == 404


def test_a_withdrawn_page_says_so_with_its_status_and_its_words(served: Served) -> None:
    gone = [file.parent for file in served.folder.rglob(GONE)]
    assert gone
    for folder in gone:
        answer = served.get(f"/{folder.relative_to(served.folder).as_posix()}/")
        assert (answer.status, answer.body) == (410, (folder / "index.html").read_bytes())
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_both_languages_stand_at_their_addresses(served: Served) -> None:
    assert b'<html lang="vi"' in served.get("/").body
    assert b'<html lang="en"' in served.get("/en/").body
    assert served.get("/en").headers["location"] == "/en/"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt",
        "/%252e%252e%252fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt", "/%c0%ae%c0%ae/secret.txt",
        "/%uff0e%uff0e/secret.txt", "/en/..;/..;/secret.txt", "//secret.txt", "/.hidden", "/%2ehidden",
        "/en/../.hidden", "/index.html%00.txt", "/en%0d%0aSet-Cookie:%20a=b", "/./.hidden",
        "/%2F..%2Fsecret.txt", "file:///etc/passwd", "http://evil.example/secret.txt",
    ],
)  # fmt: skip
def test_no_way_of_writing_a_path_leads_out_of_the_site(served: Served, path: str) -> None:
    answer = served.get(path)
    assert answer.status in NOT_THE_SITE, answer
    assert SECRET not in answer.body
    assert "set-cookie" not in answer.headers


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_link_to_somebody_else_s_file_leads_nowhere(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    os.lchown(site / "link.txt", 12345, 12345)
    with nginx(site, tmp_path, brotli=False) as server:
        assert ask(server.https, "/link.txt").status == 404


@pytest.mark.skipif(not has_brotli_module(), reason="Debian's Brotli module is not on this machine")
@pytest.mark.parametrize("letters", [21, 24, 28])
def test_brotli_comes_however_long_the_path_of_the_site_is(letters: int) -> None:
    """With links watched, the module failed every second time at some lengths of a path."""
    import brotli

    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        site = Path(made) / ("r" * letters) / "site"
        site.mkdir(parents=True)
        (site / "index.html").write_bytes(b"<p>page</p>")
        (site / "index.html.br").write_bytes(brotli.compress(b"<p>page</p>"))
        with nginx(site, site.parent) as server:
            got = [ask(server.https, "/", Accept_Encoding=way) for way in ("identity", "gzip", "br") * 10]
    assert [answer.headers.get("content-encoding") for answer in got] == [None, None, "br"] * 10


HEAD = f"Host: {NAME}\r\n"


@pytest.mark.parametrize(
    "request_text",
    [
        f"GET / HTTP/1.1\r\n{HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1\r\n\r\n",
        f"POST / HTTP/1.1\r\n{HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        f"POST / HTTP/1.1\r\n{HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        f"GET / HTTP/1.1\r\n{HEAD}Host: evil.example\r\n\r\n",
        f"GET / HTTP/1.1\r\n{HEAD} folded: x\r\nBad\x00Header: y\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        f"GET /{'a' * 40000} HTTP/1.1\r\n{HEAD}\r\n",
        f"GET / HTTP/1.1\r\n{HEAD}Cookie: {'a' * 40000}\r\n\r\n",
        f"POST / HTTP/1.1\r\n{HEAD}Content-Length: 9000000\r\n\r\n",
        f"DELETE /index.html HTTP/1.1\r\n{HEAD}\r\n",
        f"PUT /x.html HTTP/1.1\r\n{HEAD}Content-Length: 1\r\n\r\na",
        f"TRACE / HTTP/1.1\r\n{HEAD}\r\n",
        f"CONNECT evil.example:80 HTTP/1.1\r\n{HEAD}\r\n",
        "\x16\x03\x01 nonsense\r\n\r\n",
    ],
)
def test_a_request_that_is_none_is_refused_and_nothing_follows_it(served: Served, request_text: str) -> None:
    answer = raw(served.server.https, request_text.encode("latin-1"), name=NAME)
    assert answer.status in NOT_THE_SITE, answer
    assert answer.body.count(b"HTTP/1.1 ") == 0


def test_plain_http_leads_to_https_of_our_own_name_whatever_was_asked(served: Served) -> None:
    for host in ("127.0.0.1", "::1"):
        request = b"GET /en/?a=b HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
        answer = raw(served.server.http, request, host)
        assert (answer.status, answer.headers["location"]) == (301, f"https://{NAME}/en/?a=b")


def test_another_name_is_not_even_shown_the_certificate(served: Served) -> None:
    with pytest.raises(ssl.SSLError):
        raw(served.server.https, b"GET / HTTP/1.1\r\n\r\n", name="evil.example")


def test_the_new_protocol_of_addresses_is_served_alike(served: Served) -> None:
    assert ask(served.server.https, "/", "::1").body == served.get("/").body


def test_two_hundred_connections_from_one_address_get_pages_or_are_asked_to_wait(
    served: Served, tmp_path: Path
) -> None:
    paths = ["/", "/en/", f"/{served.links(STYLE)[0]}", "/tin.xml"]
    with nginx(served.folder, tmp_path, behind=True) as behind:
        found = many_readers(behind.http, paths, 200, 3)
        waits = next(answer for _ in range(3000) if (answer := ask(behind.http, "/", "127.0.0.1", False)).status == 429)
        assert "strict-transport-security" not in waits.headers
    assert set(found) == {200, 304, 429}
    assert (waits.headers["retry-after"], waits.headers["cache-control"]) == ("10", "no-cache")


def test_a_server_in_front_is_believed_who_the_reader_is_and_that_it_speaks_https(
    served: Served, tmp_path: Path
) -> None:
    limits = (ROOT / "deploy/nginx/portal/limits.conf").read_text("utf-8").replace("rate=100r/s", "rate=1r/m")
    with nginx(
        served.folder, tmp_path, behind=True, limits=limits.replace("burst=400 nodelay", "burst=1 nodelay")
    ) as one:
        said = [
            ask(one.http, "/", "127.0.0.1", False, X_Forwarded_For=reader, X_Forwarded_Proto="https")
            for reader in ("198.51.100.7", "198.51.100.7", "198.51.100.7", "198.51.100.8", "2001:db8:0:1::1")
        ]
    assert [answer.status for answer in said] == [200, 200, 429, 200, 200]
    assert said[0].headers["strict-transport-security"] == "max-age=31536000"


def test_nothing_is_written_down_of_who_read_what(served: Served) -> None:
    served.get("/khong-co/?ten=nguoi")
    assert "khong-co" not in served.server.said()
    assert "127.0.0.1" not in served.server.said()
    assert json.dumps([file.name for file in served.folder.parent.glob("*access*")]) == "[]"
