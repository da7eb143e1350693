"""A build is put in place whole: one at a time, from beside its target, with what others laid there, or not at all."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from conftest import MADE_UP, ROOT, run
from doorway.placing.built_site import carry_foreign, compared, counted, foreign_files, is_a_site
from doorway.placing.lock import held
from doorway.placing.put import NotPut
from doorway.placing.rooms import room_beside
from doorway.placing.whole_folder import put_folder
from killed import made_site
from portal.language.words import words

BUILD = ("scripts/build.py", "--root", str(MADE_UP), "--lang", "en", "--site")


def silent(_: str) -> None:
    pass


def words_of(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join(done.stderr.split())


def test_who_comes_second_is_told_who_is_at_work_and_waits(tmp_path: Path) -> None:
    target, told, order = tmp_path / "site", list[str](), list[str]()

    def second() -> None:
        with held(target, told.append):
            order.append("second")

    waiting = threading.Thread(target=second)
    with held(target, told.append):
        waiting.start()
        while not told:
            pass
        order.append("first")
    waiting.join()
    assert (order, told) == (["first", "second"], [str(os.getpid())])
    assert list(tmp_path.iterdir()) == []


def test_nobody_waits_for_ever_and_a_file_left_by_a_killed_run_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".site.lock").write_text("999999")
    with (
        held(tmp_path / "site", silent),
        pytest.raises(NotPut, match="locked") as told,
        held(tmp_path / "site", silent, patience=0),
    ):
        pass
    assert str(os.getpid()) in told.value.said(words("en"))


def test_a_build_says_in_a_sentence_for_whom_it_waits(tmp_path: Path) -> None:
    with (
        held(tmp_path / "site", silent),
        subprocess.Popen(
            [sys.executable, *BUILD, str(tmp_path / "site")], cwd=ROOT, stderr=subprocess.PIPE, text=True
        ) as second,
    ):
        assert second.stderr
        said = second.stderr.readline()
        second.terminate()
        rest = second.stderr.read()
    assert f"(process {os.getpid()})" in said + rest
    assert "Traceback" not in rest
    assert second.returncode == 130


@pytest.mark.parametrize("door", [("compress.py",), ("offline.py", "--out", "copy.zip")])
def test_what_works_on_a_built_site_waits_until_nobody_builds_there(tmp_path: Path, door: tuple[str, ...]) -> None:
    made_site(tmp_path / "site", "one")
    script, *more = door
    command = [sys.executable, str(ROOT / "scripts" / script), "--site", str(tmp_path / "site"), "--lang", "en", *more]
    with held(tmp_path / "site", silent):
        second = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        assert second.stderr
        said = second.stderr.readline()
        assert second.poll() is None
    rest = second.communicate()[1]
    assert f"(process {os.getpid()})" in said
    assert second.returncode == 0, rest


def test_what_somebody_laid_into_a_site_stays_as_it_is_and_what_a_build_made_goes(tmp_path: Path) -> None:
    site, new = made_site(tmp_path / "site", "old"), made_site(tmp_path / "new", "new")
    (site / ".well-known").mkdir()
    (site / ".well-known" / "proof").write_text("theirs")
    (site / "theirs").symlink_to("/srv/elsewhere")
    (site / "private").write_text("x")
    (site / "private").chmod(0o600)
    for page in ("a/index.html", "z/index.html"):
        (new / page).rename(new / page.replace("/", "-"))  # pages of the old site that the new one has not
    put_folder(new, site, is_a_site, carry_foreign)
    assert (site / ".well-known" / "proof").read_text() == "theirs"
    assert (site / "theirs").is_symlink()
    assert (site / "private").stat().st_mode & 0o777 == 0o600
    assert (site / "index.html").read_text() == "new whole"
    assert not (site / "a" / "index.html").exists()


@pytest.mark.parametrize("theirs", ["b-new.html", "folder/below"])
def test_neither_is_written_over_the_other_where_both_have_a_file(tmp_path: Path, theirs: str) -> None:
    site, new = made_site(tmp_path / "site", "old"), made_site(tmp_path / "new", "new")
    (site / theirs).parent.mkdir(exist_ok=True)
    (site / theirs).write_text("theirs")
    (new / theirs.partition("/")[0]).write_text("ours")
    with pytest.raises(NotPut, match="foreign_in_the_way") as told:
        put_folder(new, site, is_a_site, carry_foreign)
    assert str(site / theirs) in told.value.said(words("vi"))
    assert (site / theirs).read_text() == "theirs"
    assert (site / "index.html").read_text() == "old whole"


def test_a_folder_with_a_home_page_of_somebody_else_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "index.html").write_text("theirs")
    done = run(*BUILD, str(tmp_path / "www"))
    assert done.returncode == 1
    assert "holds what is not of this site" in words_of(done)
    assert "Building" not in done.stderr
    assert (tmp_path / "www" / "index.html").read_text() == "theirs"


@pytest.mark.parametrize("gone", ["z/index.html", "index.html", "sitemap.xml", "robots.txt", "manifest-sha256.txt"])
def test_half_a_site_is_counted_before_it_is_put_anywhere(tmp_path: Path, gone: str) -> None:
    site = made_site(tmp_path / "site", "new")
    counted(site)
    (site / gone).unlink()
    with pytest.raises(NotPut, match="not_whole"):
        counted(site)


def test_what_is_left_of_killed_work_beside_a_site_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".site.build-left" / "site").mkdir(parents=True)
    (tmp_path / ".other.build-left").mkdir()
    with room_beside(tmp_path / "site") as room:
        assert room.parent == tmp_path
        assert not (tmp_path / ".site.build-left").exists()
    assert [one.name for one in tmp_path.iterdir()] == [".other.build-left"]


def test_a_place_beside_which_nobody_may_write_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NotPut, match="no_room_beside") as told, room_beside(tmp_path / "site"):
        pass
    assert str(tmp_path) in told.value.said(words("en"))


@pytest.mark.parametrize(
    "address",
    [
        "abc",
        "https://exa mple.vn/",
        "ftp://x.vn/",
        "https://x.vn/?q",
        "http://[",
        "https://a:b@x.vn/",
        "[/x]",
        "//x.vn",
    ],
)
def test_an_address_of_the_site_that_is_none_is_told_before_anything_is_built(tmp_path: Path, address: str) -> None:
    done = run(*BUILD, str(tmp_path / "site"), SITE_URL=address)
    assert done.returncode == 1
    assert "SITE_URL is" in words_of(done)
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def built_badly(tmp_path: Path) -> Path:
    """A site built under a private umask, without an address and with a moment nobody can believe."""
    before = os.umask(0o077)
    try:
        done = run(*BUILD, str(tmp_path / "new" / "site"), SITE_URL=" ", SOURCE_DATE_EPOCH="99999999999999999999")
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    return tmp_path / "new" / "site"


def test_a_bad_umask_and_settings_without_a_meaning_change_nothing_and_a_full_disk_keeps_the_site(
    built_badly: Path,
) -> None:
    site = built_badly
    assert compared(site).is_whole
    assert "<loc>https://example.org/" in (site / "sitemap.xml").read_text("utf-8")
    assert {one.stat().st_mode & 0o777 for one in site.rglob("*") if one.is_file()} == {0o644}
    assert {one.stat().st_mode & 0o777 for one in (site.parent, site, *site.rglob("*")) if one.is_dir()} == {0o755}
    (site / "theirs").write_text("theirs")
    full = ["bash", "-c", 'ulimit -f 40; exec "$0" "$@"', sys.executable, *BUILD, str(site)]
    done = subprocess.run(full, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert compared(site).extra == foreign_files(site) == ("theirs",)
    assert compared(site).changed + compared(site).missing == ()
    assert [one.name for one in site.parent.iterdir()] == ["site"]
