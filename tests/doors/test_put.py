"""Files and folders put in place whole, or not at all."""

import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest

from doorway.placing import whole_folder
from doorway.placing.put import NotPut, put_file, put_files
from doorway.placing.whole_folder import put_folder, recover_folder
from portal.language.words import words

OTHER_DISK = Path("/dev/shm")


def always(_: Path) -> bool:
    return True


def never(_: Path) -> bool:
    return False


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def made(folder: Path, text: str = "new") -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "sub" / "page").write_text(text)
    return folder


def test_a_file_is_written_with_its_folders_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    put_file(tmp_path / "a" / "b" / "file", b"new")
    put_file(tmp_path / "a" / "b" / "file", b"newer")
    assert (tmp_path / "a/b/file").read_bytes() == b"newer"
    assert names(tmp_path / "a/b") == ["file"]


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "true").write_text("old")
    (tmp_path / "link").symlink_to("true")
    put_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "true").read_bytes() == b"new"


def test_all_files_or_none_when_a_folder_stands_in_the_way_of_one(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old")
    (tmp_path / "two" / "x").mkdir(parents=True)
    with pytest.raises(NotPut) as told:
        put_files({tmp_path / "one": b"new", tmp_path / "two": b"new", tmp_path / "three": b"new"})
    assert told.value.why == "folder_in_the_way"
    assert str(tmp_path / "two") in told.value.said(words("vi"))
    assert names(tmp_path) == ["one", "two"]
    assert (tmp_path / "one").read_text() == "old"


def test_all_files_or_none_when_the_last_renaming_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").write_text("old")
    (tmp_path / "three").write_text("old")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "three" and self.suffix == ".new":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(NotPut, match="No space left"):
        put_files({tmp_path / name: b"new" for name in ("one", "two", "three")})
    assert names(tmp_path) == ["one", "three"]
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}


@pytest.mark.parametrize("where", ["/proc/x/file", "{file}/sub", "{loop}"])
def test_what_the_disk_refuses_is_a_sentence(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "loop").symlink_to("loop")
    path = Path(where.format(file=tmp_path / "file", loop=tmp_path / "loop"))
    with pytest.raises(NotPut) as told:
        put_file(path, b"new")
    assert all(str(path) in told.value.said(words(lang)) for lang in ("vi", "en"))


def test_a_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = made(tmp_path / "site", "old")
    (target / "only-old").write_text("old")
    put_folder(made(tmp_path / "new"), target, always)
    assert names(tmp_path) == ["site"]
    assert names(target) == ["index.html", "sub"]
    assert (target / "index.html").read_text() == "new"


def test_a_folder_goes_where_there_was_none(tmp_path: Path) -> None:
    put_folder(made(tmp_path / "new"), tmp_path / "a" / "site", never)
    assert names(tmp_path / "a") == ["site"]


def test_a_link_to_a_web_root_stays_a_link_and_the_web_root_is_filled(tmp_path: Path) -> None:
    made(tmp_path / "www", "old")
    (tmp_path / "site").symlink_to("www")
    put_folder(made(tmp_path / "new"), tmp_path / "site", always)
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www" / "index.html").read_text() == "new"


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("mine")
    with pytest.raises(NotPut) as told:
        put_folder(made(tmp_path / "new"), tmp_path / "home", never)
    assert told.value.why == "foreign_folder"
    assert names(tmp_path / "home") == ["letter"]
    with pytest.raises(NotPut) as told:
        put_folder(made(tmp_path / "newer"), tmp_path / "home" / "letter", always)
    assert told.value.why == "file_in_the_way"


def test_where_the_system_cannot_exchange_two_renamings_do_and_the_old_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_folder, "_exchanged", lambda *_: False)
    target = made(tmp_path / "site", "old")
    put_folder(made(tmp_path / "new"), target, always)
    assert (target / "index.html").read_text() == "new"
    assert names(tmp_path) == ["site"]
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self.name == "newer":
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(NotPut):
        put_folder(made(tmp_path / "newer", "newer"), target, always)
    assert (target / "index.html").read_text() == "new"


def test_a_machine_that_stopped_between_two_renamings_finds_its_site_again(tmp_path: Path) -> None:
    made(tmp_path / ".site.before", "old")
    recover_folder(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "old"


@pytest.mark.skipif(not OTHER_DISK.is_dir(), reason="no second file system here")
def test_files_and_folders_go_to_another_disk(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=OTHER_DISK) as other:
        target = Path(other) / "site"
        for text in ("old", "new"):
            put_folder(made(tmp_path / text, text), target, always)
            assert (target / "sub" / "page").read_text() == text
            assert names(Path(other)) == ["site"]
            assert not (tmp_path / text).exists()
        put_file(target / "file", b"x")


def test_the_root_of_a_disk_is_filled_because_it_cannot_be_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = made(tmp_path / "disk", "old")
    (target / "only-old").write_text("old")
    (target / "lost+found").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == target)
    put_folder(made(tmp_path / "new"), target, always)
    assert names(target) == ["index.html", "lost+found", "sub"]
    assert (target / "index.html").read_text() == "new"


def test_a_private_umask_does_not_close_what_a_server_must_read(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        put_folder(made(tmp_path / "new"), tmp_path / "site", always)
    finally:
        os.umask(before)
    for path in (tmp_path / "site", *(tmp_path / "site").rglob("*")):
        needed = stat.S_IROTH | (stat.S_IXOTH if path.is_dir() else 0)
        assert path.stat().st_mode & needed == needed, path


def test_a_file_goes_together_with_others_that_are_written_or_stays_with_them(tmp_path: Path) -> None:
    old, new, folder = tmp_path / "old", tmp_path / "new", tmp_path / "folder"
    old.write_bytes(b"old")
    folder.mkdir()
    with pytest.raises(NotPut):
        put_files({old: None, folder: b"x"})
    assert old.read_bytes() == b"old"
    put_files({old: None, new: b"new", tmp_path / "never": None})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "new"]
