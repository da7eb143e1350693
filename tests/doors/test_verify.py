"""Is a copy the published one: a folder, a ZIP, an address; what is bad about any of them is a sentence."""

import hashlib
import http.server
import json
import os
import shutil
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import MADE_UP, Site, run
from doorway.publication import lists_of
from portal.site.files.manifest import COPY_MANIFEST, MANIFEST, MANIFESTS, PUBLICATION, read_manifest

FILES = {"index.html": b"<p>a</p>", "en/index.html": b"<p>b</p>", "du-lieu/so lieu.csv": b"1,2\n", PUBLICATION: b"{}"}


def listed(files: dict[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items()).encode()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of four files with their list."""
    folder = tmp_path / "ban"
    for path, content in {**FILES, MANIFEST: listed(FILES)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def packed(folder: Path, out: Path, top: str = "") -> Path:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                copy.write(file, f"{top}{file.relative_to(folder).as_posix()}")
    return out


def verified(*arguments: object, lang: str = "en") -> tuple[int, str]:
    """(exit code, all that was said); never a traceback."""
    done = run("scripts/verify.py", *map(str, arguments), "--lang", lang)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.stderr == "" or done.returncode == 2
    return done.returncode, done.stdout + done.stderr


def test_every_site_lists_all_its_files_but_the_lists_and_sha256sum_would_say_so_too(site: Site) -> None:
    there = {file.relative_to(site.folder).as_posix(): file for file in site.folder.rglob("*") if file.is_file()}
    sums, bad = read_manifest((site.folder / MANIFEST).read_bytes())
    assert bad == ()
    assert set(sums) == set(there) - MANIFESTS
    assert PUBLICATION in sums
    assert all(hashlib.sha256(there[path].read_bytes()).hexdigest() == digest for path, digest in sums.items())


def test_a_site_as_it_was_built_and_as_it_is_served_is_the_published_one(site: Site, base: str) -> None:
    code, said = verified(site.folder)
    assert code == 0, said
    assert "counted up to 23 November 2026, source code not known." in said
    code, said = verified(base, "--manifest", site.folder)
    assert code == 0, said
    assert "This is the published copy" in said
    assert "nobody can tell whether other files stand there" in said


def test_the_copy_for_usb_sticks_is_known_by_the_site_s_own_list_packed_or_not(
    site: Site, base: str, tmp_path: Path
) -> None:
    where = ("--root", str(MADE_UP), "--site", str(site.folder))
    assert run("scripts/offline.py", *where, "--out", str(tmp_path / "usb.zip")).returncode == 0
    zipfile.ZipFile(tmp_path / "usb.zip").extractall(tmp_path / "stick")
    top = next((tmp_path / "stick").iterdir())
    assert (top / MANIFEST).read_bytes() == (site.folder / COPY_MANIFEST).read_bytes()
    for copy in (tmp_path / "usb.zip", tmp_path / "stick", top):
        for known in ((), ("--manifest", site.folder), ("--manifest", base), ("--manifest", f"{base}{COPY_MANIFEST}")):
            code, said = verified(copy, *known)
            assert code == 0, said
    (top / "index.html").write_text("khác")
    sums, _ = read_manifest((top / MANIFEST).read_bytes())
    own = {path: (top / path).read_bytes() for path in sums}
    (top / MANIFEST).write_bytes(listed(own))
    assert verified(top)[0] == 0  # whoever changes a copy can change its list
    code, said = verified(top, "--manifest", base)
    assert code == 1
    assert "Changed: index.html\n" in said


def test_each_file_is_told_as_changed_missing_or_extra_in_the_reader_s_language(small: Path) -> None:
    (small / "index.html").write_bytes(b"<p>c</p>")
    (small / "en/index.html").unlink()
    (small / "them.html").write_bytes(b"x")
    code, said = verified(small, lang="vi")
    assert code == 1
    assert "Khác: index.html\nThiếu: en/index.html\nThừa: them.html\n" in said
    assert "4 tệp trong danh sách: 2 giống, 1 khác, 1 thiếu, 0 không đọc được. Ngoài danh sách: 1 tệp thừa." in said
    assert "KHÔNG đúng bản đã công bố" in said
    assert "Giống" not in said
    assert "Giống: du-lieu/so lieu.csv\n" in verified(small, "--all", lang="vi")[1]
    code, said = verified(packed(small, small.parent / "a.zip", "ban/"))
    assert code == 1
    assert "Changed: index.html\nMissing: en/index.html\nExtra: them.html\n" in said


def test_what_systems_lay_into_a_folder_is_no_fault_of_the_copy(small: Path) -> None:
    for name in ("Thumbs.db", "en/.DS_Store", "System Volume Information/x", "__MACOSX/._index.html", "._index.html"):
        (small / name).parent.mkdir(exist_ok=True)
        (small / name).write_bytes(b"x")
    assert verified(small)[0] == 0
    assert verified(packed(small, small.parent / "a.zip"))[0] == 0


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_list_that_went_through_an_editor_of_text_is_read(small: Path, ending: str, mark: str) -> None:
    text = (small / MANIFEST).read_text("utf-8").replace("\n", ending)
    (small / MANIFEST).write_bytes(f"{mark}{text}{ending}".encode())
    assert verified(small)[0] == 0


SUM = "0" * 64
BAD = {
    b"": "line 1: the list is empty",
    b"\n\n": "line 1: the list is empty",
    b"\xff\xfe\x00": "line 1: not UTF-8 text",
    b"<!doctype html><p>404</p>": "line 1: should be 64 hexadecimal digits",
    f"{SUM}  a\n{SUM[1:]}  b\n".encode(): "line 2: should be 64",
    f"{SUM}  a\n{SUM}  a\n".encode(): "line 2: this path stands in a line before",
    **{
        f"{SUM}  {path}\n".encode(): "line 1: the path should lie in the copy"
        for path in (
            "/etc/passwd",
            "../a",
            "a/../../b",
            "C:/a",
            "a\\b",
            "a//b",
            "./a",
            "a/..",
            "a/",
            "a\x00b",
            "a\x1b[2Jb",
        )
    },
}


@pytest.mark.parametrize("data", list(BAD), ids=repr)
def test_a_list_that_cannot_be_used_is_told_by_its_lines_and_nothing_is_compared(small: Path, data: bytes) -> None:
    (small / MANIFEST).write_bytes(data)
    for asked in ((small,), (packed(small, small.parent / "a.zip"),), (small, "--manifest", small / MANIFEST)):
        code, said = verified(*asked)
        assert code == 2
        assert BAD[data] in said
        assert "Changed" not in said
        assert "\x1b" not in said


def test_of_a_list_with_nothing_right_some_lines_are_told_and_how_many_more(small: Path) -> None:
    (small / MANIFEST).write_text("x\n" * 5000)
    code, said = verified(small)
    assert code == 2
    assert len(said.splitlines()) < 30
    assert "4980 more lines" in said


def test_no_file_of_a_path_outside_is_ever_read(small: Path) -> None:
    secret = small.parent / "secret"
    secret.write_bytes(b"s")
    (small / "link.html").symlink_to(secret)
    (small / "out").symlink_to(small.parent)
    digest = hashlib.sha256(b"s").hexdigest()
    (small / MANIFEST).write_bytes(listed(FILES) + f"{digest}  link.html\n{digest}  out/secret\n".encode())
    code, said = verified(small)
    assert code == 1
    assert "Not a plain file (a link, a folder): link.html" in said
    assert "Not a plain file (a link, a folder): out/secret" in said
    assert "Extra: out\n" in said


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_no_fault_of_the_program(small: Path) -> None:
    (small / "index.html").unlink()
    (small / "index.html").mkdir()
    (small / "en/index.html").unlink()
    os.mkfifo(small / "en/index.html")
    code, said = verified(small)
    assert code == 1
    assert said.count("Not a plain file") == 2


def test_a_file_of_another_size_than_any_page_is_not_read(small: Path) -> None:
    with (small / "index.html").open("wb") as file:
        file.truncate(2 << 30)
    code, said = verified(small)
    assert code == 1
    assert "Too large, not read: index.html" in said
    with (small / MANIFEST).open("wb") as file:
        file.truncate(64 << 20)
    code, said = verified(small)
    assert code == 2
    assert "too large for a list" in said


def test_a_broken_zip_one_with_a_password_and_one_that_says_it_twice_are_told(small: Path) -> None:
    whole = packed(small, small.parent / "a.zip").read_bytes()
    for name, data in {"cut": whole[:-30], "empty": b"", "text": b"no zip\n" * 99}.items():
        (small.parent / name).write_bytes(data)
        code, said = verified(small.parent / name)
        assert code == 2, name
        assert "not a ZIP, or a broken one" in said
    (small.parent / "flip.zip").write_bytes(whole.replace(b"PK\x03\x04", b"PK\x03\x05", 1))
    assert verified(small.parent / "flip.zip")[0] in (1, 2)
    locked = bytearray(whole)
    at = whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02") + 1)
    locked[at + 8] |= 1  # the central directory says that the second entry is encrypted
    (small.parent / "locked.zip").write_bytes(bytes(locked))
    code, said = verified(small.parent / "locked.zip")
    assert code == 1
    assert "Cannot be read: " in said
    with zipfile.ZipFile(small.parent / "a.zip", "a") as twice, pytest.warns(UserWarning, match="Duplicate"):
        twice.writestr("index.html", "other")
    code, said = verified(small.parent / "a.zip")
    assert code == 1
    assert "Twice in the ZIP: index.html" in said


def test_a_zip_that_would_fill_a_disk_is_not_opened(small: Path) -> None:
    bomb = small.parent / "bomb.zip"
    data = bytearray(packed(small, bomb).read_bytes())
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 24 : at + 28] = (0xF0000000).to_bytes(4, "little")  # what it says it unpacks to
    bomb.write_bytes(bytes(data))
    code, said = verified(bomb)
    assert code == 2
    assert "would unpack to more" in said


def test_an_entry_that_leads_outside_is_told_and_nothing_is_written(small: Path, tmp_path: Path) -> None:
    copy = packed(small, tmp_path / "a.zip")
    with zipfile.ZipFile(copy, "a") as more:
        more.writestr("../evil.html", "x")
        more.writestr("a\x1b[2Jb.html", "x")
    before = sorted(tmp_path.rglob("*"))
    code, said = verified(copy)
    assert code == 1
    assert "Extra: ../evil.html" in said
    assert "Extra: a<U+001B>[2Jb.html" in said
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "Say which copy"),
        (("",), "Say which copy"),
        (("/nowhere/at/all",), "nothing is there"),
        (("https://",), "not an address"),
        (("http://[",), "not an address"),
        (("http://127.0.0.1:9/",), "could not be asked"),
        (("a" * 5000,), ""),
        (("/dev/null",), "neither a file nor a folder"),
    ],
)
def test_what_is_no_copy_is_a_sentence(asked: tuple[str, ...], said: str) -> None:
    code, told = verified(*asked)
    assert code == 2
    assert said in told


def test_a_folder_or_an_address_without_a_list_says_what_to_name(tmp_path: Path, serve: Callable[[Path], str]) -> None:
    (tmp_path / "index.html").write_text("x")
    for copy in (tmp_path, packed(tmp_path, tmp_path.parent / "no-list.zip"), serve(tmp_path)):
        code, said = verified(copy)
        assert code == 2
        assert "has no list manifest-sha256.txt" in said
        assert "MANIFEST=" in said


def test_an_address_that_answers_everything_with_a_page_is_no_list(
    tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    shutil.copy(Path(__file__), tmp_path / MANIFEST)
    code, said = verified(serve(tmp_path))
    assert code == 2
    assert "this list cannot be used" in said


class LeadsInside(http.server.BaseHTTPRequestHandler):
    """A server that somebody named, and that leads on to another name of this machine."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", f"http://localhost:{self.headers['Host'].rpartition(':')[2]}/{MANIFEST}")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_an_address_in_a_network_of_one_s_own_is_asked_and_not_where_its_server_leads_on_to() -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), LeadsInside) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        code, said = verified(f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()
    assert code == 2
    assert "inside a network of one's own" in said


def test_a_page_changed_or_gone_at_the_address_is_told(small: Path, serve: Callable[[Path], str]) -> None:
    (small / "index.html").write_text("x")
    (small / "du-lieu/so lieu.csv").unlink()
    code, said = verified(f"{serve(small)}index.html?a=b#c")
    assert code == 1
    assert "Changed: index.html\nMissing: du-lieu/so lieu.csv\n" in said


@pytest.mark.parametrize("text", ['{"version": 1}', "[]", "{", '{"version": [], "commit": {}, "day": 5}', "[" * 99999])
def test_words_about_a_publication_that_make_no_sense_are_left_out(small: Path, text: str) -> None:
    (small / PUBLICATION).write_text(text)
    (small / MANIFEST).write_bytes(listed({**FILES, PUBLICATION: text.encode()}))
    code, said = verified(small)
    assert code == 0
    assert "Publication:" not in said


def test_a_file_that_is_not_as_the_commit_has_it_is_told_beside_the_commit(small: Path) -> None:
    tree = {"version": "1.2", "commit": "abc", "but_for": ["data/published.txt"], "day": "2026-11-23"}
    (small / PUBLICATION).write_text(json.dumps(tree))
    (small / MANIFEST).write_bytes(listed({**FILES, PUBLICATION: (small / PUBLICATION).read_bytes()}))
    assert "source code abc (but for data/published.txt)." in verified(small)[1]
    (small / PUBLICATION).write_text(json.dumps({**tree, "but_for": []}))
    (small / MANIFEST).write_bytes(listed({**FILES, PUBLICATION: (small / PUBLICATION).read_bytes()}))
    assert "source code abc." in verified(small)[1]


def test_the_lists_are_made_anew_when_the_editing_tool_comes_in(small: Path) -> None:
    (small / "quan-tri").mkdir()
    (small / "quan-tri/index.html").write_text("x")
    assert "Extra: quan-tri/index.html" in verified(small)[1]
    for name, content in lists_of(small).items():
        (small / name).write_bytes(content)
    assert verified(small)[0] == 0
