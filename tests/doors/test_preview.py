"""The preview as people start it: what it shows of a page, of a broken one, and while the house itself is broken."""

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import EPOCH, MADE_UP, ROOT, Site, bring_house, run, written
from portal.site.files.manifest import MANIFESTS, PUBLICATION
from preview_started import Preview, free_port, previewed

STORY = "content_vi/thanh-tuu/2026/so-lieu-mau.md"
ADDRESS = "thanh-tuu/2026/so-lieu-mau/"
NEW = "content_vi/thanh-tuu/2026/bai-vua-them.md"
AGENCIES = "data/agencies.yml"
PAGE = "overrides/page.html"
WORDS = "scripts/portal/language/words/vi/preview.yml"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("previewed")
    bring_house(root)
    shutil.copytree(MADE_UP, root, dirs_exist_ok=True)
    with previewed(root) as started:
        yield started


def titled(text: str, title: str) -> str:
    """A file with another title."""
    return "".join(f"title: {title}\n" if line.startswith("title:") else line for line in text.splitlines(True))


def test_a_story_written_anew_is_shown_in_every_language(preview: Preview) -> None:
    with preview.written(STORY, preview.text(STORY) + "\nMột câu vừa viết thêm.\n"):
        preview.shows(ADDRESS, "Một câu vừa viết thêm.")
        assert "Nothing to mend was found." in preview.checked("en/")
    preview.hides(ADDRESS, "Một câu vừa viết thêm.")


def test_a_broken_page_says_itself_what_is_wrong_above_what_it_last_said(preview: Preview) -> None:
    lines = preview.text(STORY).splitlines()
    title = next(line for line in lines if line.startswith("title:")).removeprefix("title:").strip(' "')
    line = next(number for number, line in enumerate(lines, 1) if line.startswith("kind:"))
    preview.shows(ADDRESS, title)
    broken = titled(preview.text(STORY), "Tên mới").replace(f"\n{lines[line - 1]}\n", "\nkind: khong-co\n")
    with preview.written(STORY, broken):
        preview.shows(ADDRESS, f"{STORY}:{line}")
        status, page = preview.asked(ADDRESS)
        assert (status, title in page, "Tên mới" in page) == (200, True, False)
        said = preview.checked(ADDRESS)
        assert f"{STORY}:{line} 'kind' là 'khong-co'" in said.partition("Ở trang này: ")[2]
        assert "nội dung lần cuối còn đọc được" in said
        assert f"{STORY}:{line} 'kind' is 'khong-co'" in preview.checked("en/").partition("Elsewhere: ")[2]


@pytest.mark.parametrize("body", ["Phần chữ đầu tiên.\n", "Phần chữ đầu tiên. <![ x\n"])
def test_a_file_that_was_never_whole_is_shown_as_its_bare_text(preview: Preview, body: str) -> None:
    with preview.written(NEW, f"---\ntitle: Bài mới\n---\n{body}"):
        for address in ("thanh-tuu/2026/bai-vua-them/", "en/thanh-tuu/2026/bai-vua-them/"):
            preview.shows(address, "Phần chữ đầu tiên.")
            assert f"{NEW}:1 " in preview.checked(address)
        assert "chỉ có phần chữ" in preview.panel("thanh-tuu/2026/bai-vua-them/")
    assert preview.asked("thanh-tuu/2026/bai-vua-them/")[0] == 404


def test_broken_data_leave_the_last_good_site_and_are_told(preview: Preview) -> None:
    with preview.written(AGENCIES, preview.text(AGENCIES) + "- id: [\n"):
        preview.shows("en/", f"{AGENCIES}:")
        for address in ("", ADDRESS, "en/ke-hoach/tien-do/", "cong-uoc/crc/"):
            assert "</footer>" in preview.asked(address)[1]
        assert "bản tốt gần nhất" in preview.checked(ADDRESS)


@pytest.mark.parametrize(
    ("path", "broken", "line"),
    [
        (PAGE, "{% broken\n", 1),
        (PAGE, '{% extends "portal.html" %}\n{% block main %}{{ page.not_there.x }}{% endblock %}\n', 2),
        ("mkdocs.yml", "site_name: x\nplugins: [\n", 3),
        ("mkdocs.yml", "site_name: [x]\n", 1),
        ("mkdocs.yml", "", 1),
        (WORDS, "ui:\n  preview: [\n", 3),
        (WORDS, "ui:\n  home: twice\n", 0),
    ],
)
def test_a_broken_house_leaves_the_last_good_site_and_says_which_line(
    preview: Preview, path: str, broken: str, line: int
) -> None:
    with preview.written(path, broken):
        where = f"{path}:{line} " if line else f"{path.rpartition('/')[0]} "
        preview.shows("en/gioi-thieu/lien-he/", where.strip())
        assert where in preview.checked("en/gioi-thieu/lien-he/")
        assert "</footer>" in preview.asked("en/gioi-thieu/lien-he/")[1]


def test_the_panel_says_all_that_check_says(preview: Preview) -> None:
    said = {"kind": "news", "date": "2026-01-15", "agency": "khong-co", "title": '"Bài chưa dẫn nguồn"'}
    link = "[một danh sách không có](../../danh-sach/nam/1999.md)\n"
    with preview.written(NEW, written(said, link)):
        preview.shows("", NEW)
        panel = preview.checked("thanh-tuu/2026/bai-vua-them/")
        told = run("scripts/check.py", cwd=preview.root).stdout.splitlines()
        assert len(told) > 2
        for line in told:
            assert line.replace(": ", " ", 1) in panel


def test_a_page_that_waits_for_its_day_is_shown_so_marked(preview: Preview) -> None:
    status, page = preview.asked("thanh-tuu/2026/hen-ngay/")
    assert (status, "31/12/2099" in page) == (200, True)


def test_an_address_nobody_has_leads_to_the_nearest_pages(preview: Preview) -> None:
    for asked, near in (("cong-uoc/crcc/", "/cong-uoc/crc/"), ("en/crc/", "/en/cong-uoc/crc/"), ("en/x/", "/en/")):
        status, page = preview.asked(asked)
        assert status == 404
        assert f'<a href="{near}">' in page
    assert "Không có trang nào ở địa chỉ này" in preview.asked("khong-co/")[1]
    assert "There is no page at this address" in preview.asked("en/khong-co/")[1]


def test_the_search_page_says_that_a_preview_cannot_search(preview: Preview) -> None:
    assert "Bản xem thử không tìm kiếm được" in preview.checked("tim-kiem/")
    assert "To try the search, run python scripts site." in preview.checked("en/tim-kiem/")
    assert "scripts site" not in preview.checked("en/")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "192.168.1.1:8000"])
def test_who_asks_under_another_name_gets_nothing(preview: Preview, host: str) -> None:
    assert preview.asked("", Host=host) == (421, "")


def test_nothing_outside_the_site_is_given(preview: Preview) -> None:
    for path in (
        "../mkdocs.yml",
        "..%2fmkdocs.yml",
        "mkdocs.yml",
        "data/agencies.yml",
        "scripts/serve.py",
        "%00",
        "//x",
    ):
        assert preview.asked(path)[0] == 404
    assert preview.asked("_xem-thu/khong-co")[0] == 404


def test_a_browser_that_hangs_up_and_one_that_talks_nonsense_leave_no_word(preview: Preview) -> None:
    host, port = preview.address.removeprefix("http://").rstrip("/").split(":")
    for said in (
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"\x16\x03\x01\r\n\r\n",
        b"POST / HTTP/1.1\r\n\r\n",
        b"",
    ):
        with socket.create_connection((host, int(port))) as line:
            line.sendall(said)
    assert preview.asked("")[0] == 200
    log = preview.log.read_text("utf-8")
    for word in ("Traceback", "WARNING", "GET", "Error", "Exception"):
        assert word not in log


def test_the_terminal_says_what_changed_and_what_came_of_it(preview: Preview) -> None:
    preview.checked()
    with preview.written(STORY, titled(preview.text(STORY), "Tên: có dấu hai chấm")):
        preview.shows("en/", f"{STORY}:2")
        preview.checked()
    log = preview.log.read_text("utf-8").splitlines()
    assert log[0] == "Reading pages and data …"
    assert log[1].startswith(f"Preview at {preview.address} (opened after ")
    assert log[2].endswith("Nothing to mend was found.")
    assert any(f" changed: {STORY} (shown after " in line and line.endswith(" to mend.") for line in log)


def test_pages_and_files_are_those_of_a_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr("preview.desk.SHOWS_WAITING", False)  # the built site is the one readers get
    from preview.answers import answered
    from preview.desk import Desk
    from preview.panel import without_panel

    desk = Desk(MADE_UP, ROOT)
    desk.take()
    for address, page in [*site.pages.items()][::3]:
        assert without_panel(answered(desk.view, f"/{address}", ROOT, "vi").body.decode()) == page, address
    skipped = ("search/", "sw.js", "404.html", "sitemap.xml.gz", *MANIFESTS, PUBLICATION)
    of_servers = (
        "index.html",
        "kept.json",
        "410.txt",
    )  # pages were looked at above; a preview has no worker and no nginx
    for file in sorted(site.folder.rglob("*.*")):
        path = file.relative_to(site.folder).as_posix()
        if file.is_file() and not path.startswith(skipped) and file.name not in of_servers:
            assert answered(desk.view, f"/{path}", ROOT, "vi").body == file.read_bytes(), path


def test_a_preview_whose_port_is_taken_says_so_first_and_offers_the_next_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("scripts", "serve", "--port", str(port), "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Port {port} is used by another program; port ")
    offered = int(done.stderr.partition("python scripts serve --port ")[2].split()[0])
    assert port < offered < port + 21
    with socket.create_server(("127.0.0.1", offered)):
        pass


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_what_is_no_port_is_said(port: str) -> None:
    done = run("scripts", "serve", f"--port={port}", "--lang", "en")
    assert (done.returncode, done.stderr) == (2, f"{port} is no port; choose a number from 1 to 65535.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_who_stops_a_preview_leaves_quietly(project: Path) -> None:
    command = [sys.executable, "scripts/serve.py", "--port", str(free_port()), "--lang", "en"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as started:
        assert started.stdout
        while "Preview at" not in started.stdout.readline():
            assert started.poll() is None
        started.send_signal(signal.SIGTERM)
        rest = started.stdout.read()
    assert started.returncode == 0
    assert rest.endswith("The preview has stopped.\n")
    assert "Traceback" not in rest


def test_what_is_broken_before_the_start_is_said_and_the_site_comes_when_it_is_mended(project: Path) -> None:
    agencies = project / AGENCIES
    whole = agencies.read_text("utf-8")
    agencies.write_text("- id: [\n", encoding="utf-8")
    with previewed(project) as started:
        started.shows("", f"{AGENCIES}:")
        agencies.write_text(whole, encoding="utf-8")
        started.shows("", "Chưa thấy chỗ nào cần sửa.")
        assert "</footer>" in started.asked("")[1]
        assert "Traceback" not in started.log.read_text("utf-8")
