"""A finished folder takes the place of another whole, on any disk, through a link, while someone reads."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from doorway.placing import whole_folder
from doorway.placing.put import NotPut
from doorway.placing.rooms import own_room
from doorway.placing.whole_folder import put_folder, recover_folder

OTHER_DISK = Path("/dev/shm")


def folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    for name in ("index.html", "last.html"):
        (path / name).write_text(text)
    return path


def shown(site: Path) -> set[str]:
    return {file.read_text() for file in site.iterdir()}


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(whole_folder, "_exchanged", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_folder_takes_the_place_of_another_or_of_nothing_and_nothing_is_left_beside(tmp_path: Path) -> None:
    site = tmp_path / "www" / "site"
    for text in ("first", "second", "third"):
        put_folder(folder(tmp_path / "room" / "site", text), site, lambda _: True)
        shutil.rmtree(tmp_path / "room")
        assert shown(site) == {text}
        assert [one.name for one in site.parent.iterdir()] == ["site"]
        assert site.stat().st_mode & 0o777 == 0o755


@pytest.mark.usefixtures("way")
def test_a_link_to_a_folder_stays_and_the_folder_it_leads_to_is_replaced(tmp_path: Path) -> None:
    real = folder(tmp_path / "www" / "html", "old")
    (tmp_path / "site").symlink_to(real)
    put_folder(folder(tmp_path / "room" / "site", "new"), tmp_path / "site", lambda _: True)
    assert (tmp_path / "site").is_symlink()
    assert shown(real) == {"new"}


@pytest.mark.skipif(
    not OTHER_DISK.is_dir() or OTHER_DISK.stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev,
    reason="no other file system at hand",
)
@pytest.mark.usefixtures("way")
def test_the_place_may_be_on_another_disk(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=OTHER_DISK) as away:
        for text in ("first", "second"):
            put_folder(folder(tmp_path / text, text), Path(away, "site"), lambda _: True)
            assert shown(Path(away, "site")) == {text}
        assert [one.name for one in Path(away).iterdir()] == ["site"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems rename twice")
def test_someone_who_reads_meanwhile_always_finds_a_whole_site(tmp_path: Path) -> None:
    site, missed, done = folder(tmp_path / "site", "0"), [0], threading.Event()

    def read() -> None:
        while not done.is_set():
            missed[0] += not (site / "last.html").exists()

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(300):
        put_folder(folder(tmp_path / f"room{number}", str(number)), site, lambda _: True)
    done.set()
    reader.join()
    assert missed == [0]


def test_where_the_second_rename_fails_the_old_folder_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_folder, "_exchanged", lambda *_: False)
    site, new, real = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new"), Path.rename

    def rename(self: Path, goal: Path) -> Path:
        if self == new:
            raise OSError(28, "No space left on device")
        return real(self, goal)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(NotPut, match="No space"):
        put_folder(new, site, lambda _: True)
    assert shown(site) == {"old"}


def test_what_a_build_killed_between_two_renames_took_away_is_put_back(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    site.rename(tmp_path / ".site.before")
    recover_folder(site)
    assert shown(site) == {"old"}
    recover_folder(site)
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say who holds a folder")
def test_every_build_has_a_room_of_its_own_that_is_gone_afterwards_and_forgotten_ones_are_cleared(
    tmp_path: Path,
) -> None:
    forgotten = folder(tmp_path / "build-of-a-killed-run", "a")
    os.utime(forgotten, (4_000_000_000, 4_000_000_000))  # no clock is asked, right or wrong
    with own_room(tmp_path) as one:
        os.utime(one, (0, 0))
        with own_room(tmp_path) as other:
            assert one != other
            assert one.is_dir()
            assert not forgotten.exists()
    assert list(tmp_path.iterdir()) == []


def build_of(site: Path) -> Callable[[], subprocess.CompletedProcess[str]]:
    command = [sys.executable, "scripts/build.py", "--root", "tests/corpora/site", "--site", str(site), "--lang", "en"]
    return lambda: subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_two_builds_at_once_both_end_with_a_whole_site(tmp_path: Path) -> None:
    site, done = tmp_path / "site", []
    builds = [threading.Thread(target=lambda: done.append(build_of(site)())) for _ in range(2)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert [one.returncode for one in done] == [0, 0], [one.stderr for one in done]
    alone = build_of(tmp_path / "alone")()
    assert alone.returncode == 0
    names = {file.relative_to(site) for file in site.rglob("*")}
    assert names == {file.relative_to(tmp_path / "alone") for file in (tmp_path / "alone").rglob("*")}


def test_a_place_nobody_can_write_to_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = build_of(tmp_path / "file" / "site")()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "was not built" in " ".join(done.stderr.split())
