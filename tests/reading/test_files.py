"""The one way bytes become text."""

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import TODAY, Corpus
from makers import FIGURE, SMALL_PLAN
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.reading.characters import on_one_line
from portal.reading.files import files_below, guarded, guarded_problems, read_text
from portal.reading.problems import Problem, in_order

NAMES = ("name", "parent", "address", "responsible", "content_licence")
OWNER = (
    "approved: false\n"
    + "".join(f"{name}: {{vi: Chữ, en: Text}}\n" for name in NAMES)
    + "email:\ntelephone:\ncontent_licence_url:\n"
)
KINDS = {
    "content_vi/thanh-tuu/2026/bai.md": "",
    "data/agencies.yml": "- id: co-quan\n",
    "data/laws.yml": "- id: luat\n  title: {vi: Luật, en: Law}\n",
    "data/plan.yml": SMALL_PLAN,
    "data/owner.yml": OWNER,
    "data/reported/2026/co-quan.yml": "note: Chữ\n",
    "data/products/2026.csv": "id,date,title,agency,theme,formats,channels,languages,audiences\n",
    "data/figures/hinh.yml": FIGURE,
}
MISHAPS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "UTF-16": (lambda data: data.decode().encode("utf-16"), "utf-16"),
    "UTF-16 without its mark": (lambda data: data.decode().encode("utf-16-le"), "utf-16"),
    "a Windows code page": (lambda data: data.decode().encode("cp1258", "replace") + b"# \xd0\n", "code-page"),
    "half a letter": (lambda data: data + "# Điện".encode() + b"\xe1\xbb", "not-utf8"),
    "an Excel file": (lambda data: b"PK\x03\x04" + data, "office-file"),
    "nine megabytes": (lambda data: data + b"# x\n" * 2_300_000, "too-large"),
    "letters in pieces": (lambda data: unicodedata.normalize("NFD", data.decode() + "# Điện\n").encode(), "not-nfc"),
    "a NUL": (lambda data: data.replace(b"\n", b"\n\0", 1), "yaml-character"),
    "a hidden character": (lambda data: data.replace(b"\n", "\u200b\n".encode(), 1), "yaml-character"),
}


READ_IN_TABLES = ("UTF-16", "a Windows code page", "letters in pieces")
"""What spreadsheets save and no officer can mend: understood in tables."""


def told(corpus: Corpus) -> tuple[Problem, ...]:
    library = open_library(corpus.root, TODAY)
    return in_order((*library.problems, *open_registers(library, TODAY).problems))


@pytest.fixture
def whole(corpus: Corpus) -> Corpus:
    """A corpus with a file of every kind, and nothing wrong in it."""
    corpus.story()
    for path, text in KINDS.items():
        if text:
            corpus.write(path, text)
    assert told(corpus) == ()
    return corpus


@pytest.mark.parametrize(
    ("path", "mishap"), [(p, m) for p in KINDS for m in MISHAPS if not (p.endswith(".csv") and m in READ_IN_TABLES)]
)
def test_each_mishap_is_told_alike_in_every_kind_of_file(whole: Corpus, path: str, mishap: str) -> None:
    change, code = MISHAPS[mishap]
    if code == "too-large" and path.endswith(".csv"):
        pytest.skip("a register may be larger: see test_lines")
    file = whole.root / path
    file.write_bytes(change(file.read_bytes()))
    assert code in {p.code for p in told(whole) if p.path == path}


@pytest.mark.parametrize("path", KINDS)
def test_a_byte_order_mark_and_the_line_ends_of_windows_and_old_macs_do_no_harm(whole: Corpus, path: str) -> None:
    file = whole.root / path
    for ends in (b"\r\n", b"\r"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\n", ends))
        assert told(whole) == ()


@pytest.mark.parametrize("path", [path for path in KINDS if path.startswith("data/")])
def test_what_is_no_file_is_told_with_its_path(whole: Corpus, path: str) -> None:
    file = whole.root / path
    file.unlink()
    file.mkdir()
    assert (path, "is-a-folder") in {(p.path, p.code) for p in told(whole)}
    file.rmdir()
    os.mkfifo(file)
    assert (path, "not-a-file") in {(p.path, p.code) for p in told(whole)}
    file.unlink()
    file.symlink_to(file.name)
    assert (path, "unreadable") in {(p.path, p.code) for p in told(whole)}
    file.unlink()
    file.symlink_to("nowhere")
    assert (path, "unreadable") in {(p.path, p.code) for p in told(whole)}


@pytest.mark.parametrize("path", KINDS)
def test_a_link_out_of_the_corpus_is_not_followed(
    whole: Corpus, path: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file, outside = whole.root / path, tmp_path_factory.mktemp("outside") / "file"
    outside.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(outside)
    assert (path, "leads-outside") in {(p.path, p.code) for p in told(whole)}


def test_a_link_inside_the_corpus_is_followed(whole: Corpus) -> None:
    file = whole.root / "data/laws.yml"
    file.rename(whole.root / "laws-elsewhere.yml")
    file.symlink_to("../laws-elsewhere.yml")
    assert told(whole) == ()


def test_a_folder_that_is_a_link_is_told_and_not_walked(whole: Corpus) -> None:
    (whole.root / "content_vi/thanh-tuu/2026/vong").symlink_to("..")
    assert [(p.path, p.code) for p in told(whole)] == [("content_vi/thanh-tuu/2026/vong", "linked-folder")]


def test_what_vanished_or_may_not_be_read_is_told(whole: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("portal.reading.files.leads_inside", refused)
    found = told(whole)
    assert ("data/laws.yml", "unreadable") in {(p.path, p.code) for p in found}
    assert "Permission denied" in found[0].message("en")


def test_a_folder_nobody_may_look_into_is_told(whole: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = str(whole.root / "content_vi/thanh-tuu")
    scan = os.scandir

    def scandir(path: str) -> object:
        if str(path) == closed:
            raise PermissionError(13, "Permission denied", closed)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    _, problems = files_below(whole.root, "content_vi")
    assert [(p.path, p.code) for p in problems] == [("content_vi/thanh-tuu", "unreadable")]


@pytest.mark.parametrize("name", [".gitkeep", "~$2026.xlsx", "Thumbs.db", "desktop.ini", ".DS_Store"])
def test_what_a_desktop_leaves_behind_is_nobody_s_content(whole: Corpus, name: str) -> None:
    whole.write(f"data/products/{name}", b"x")
    assert told(whole) == ()


def test_a_reader_that_fails_names_its_file_and_the_others_are_read(
    whole: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError("too deep")

    whole.write("data/agencies.yml", "- id: mot\n- id: mot\n")
    monkeypatch.setattr("portal.content.library.read_original", fails)
    assert {(p.path, p.code) for p in told(whole)} >= {
        ("content_vi/thanh-tuu/2026/bai.md", "could-not-be-read"),
        ("data/agencies.yml", "id-twice"),
    }


def test_a_guard_gives_what_its_act_gives() -> None:
    problems: list[Problem] = []
    assert guarded("a.md", problems, lambda: 5) == 5
    assert problems == []


def test_the_size_is_a_bound_and_not_a_promise_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert read_text(tmp_path, tmp_path / "a", 11).text == "x" * 11
    assert [p.code for p in read_text(tmp_path, tmp_path / "a", 10).problems] == ["too-large"]


def test_letters_of_every_people_pass_and_what_hides_is_written_out() -> None:
    assert on_one_line("Điện Biên ꪼꪕ 🙂") == "Điện Biên ꪼꪕ 🙂"
    assert on_one_line("a\u202eb\tc") == "a<U+202E>b<U+0009>c"


def test_that_the_machine_has_no_memory_left_is_no_fault_of_the_file_that_is_read() -> None:
    def no_memory() -> int:
        raise MemoryError

    def found() -> Iterator[Problem]:
        yield Problem("a.md", 1, "", "could-not-be-read", {"reason": ""})
        raise MemoryError

    problems = list[Problem]()
    with pytest.raises(MemoryError):
        guarded("a.md", problems, no_memory)
    with pytest.raises(MemoryError):
        list(guarded_problems("a.md", found()))
    assert problems == []
