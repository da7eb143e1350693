"""Releases of a site in a web server's folder: published, compared, gone back to; never half, never over others'."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import run
from doorway.placing import releases
from doorway.placing.put import NotPut
from doorway.placing.releases import KEPT, addresses_gone
from killed import made_site


def publish(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run("scripts/publish.py", str(folder), "--lang", "en", *options)


def published(tmp_path: Path, *texts: str) -> Path:
    """A folder with a release for each text, the last one in use."""
    for text in texts:
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        done = publish(tmp_path / "www", "--site", str(made_site(tmp_path / "site", text)))
        assert done.returncode == 0, done.stderr
    return tmp_path / "www"


def said(folder: Path) -> str:
    return (folder / "current" / "index.html").read_text()


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_site_is_published_and_the_same_site_again_changes_nothing(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folder = published(tmp_path, "one", "two")
        again = publish(folder, "--site", str(tmp_path / "site"))
    finally:
        os.umask(before)
    assert said(folder) == "two whole"
    assert "already what was built" in again.stdout
    assert names(folder) == ["current", "releases"]
    assert names(folder / "releases") == ["000001", "000002"]
    assert not (folder / "current").readlink().is_absolute()  # the folder may be moved, or mounted elsewhere
    assert {one.stat().st_mode & 0o777 for one in folder.rglob("*") if one.is_dir()} == {0o755}
    assert {one.stat().st_mode & 0o777 for one in folder.rglob("*") if one.is_file()} == {0o644}


def test_going_back_leads_to_the_release_before_and_one_may_be_named(tmp_path: Path) -> None:
    folder = published(tmp_path, "one", "two", "three")
    assert publish(folder, "--rollback").returncode == 0
    assert said(folder) == "two whole"
    assert publish(folder, "--rollback").returncode == 0
    assert said(folder) == "one whole"
    oldest = publish(folder, "--rollback")
    assert oldest.returncode == 1
    assert "no earlier release" in oldest.stderr
    assert said(folder) == "one whole"
    assert publish(folder, "--rollback", "000003").returncode == 0
    assert said(folder) == "three whole"
    for name in ("000009", "../releases/000001", "current", ""):
        publish(folder, f"--rollback={name}")
    assert (folder / "current").readlink() in (Path("releases/000003"), Path("releases/000002"))


def test_five_releases_are_kept_and_always_the_one_in_use(tmp_path: Path) -> None:
    folder = published(tmp_path, *map(str, range(KEPT + 2)))
    assert names(folder / "releases") == [f"{number:06}" for number in range(3, KEPT + 3)]
    assert publish(folder, "--rollback", "000003").returncode == 0
    releases.forget_old(folder)
    made_site(tmp_path / "later", "later")
    for text in ("x", "y"):  # taken in, and then not put in use, as if killed there
        shutil.rmtree(tmp_path / "later")
        releases.taken_in(made_site(tmp_path / "later", text), folder)
        releases.forget_old(folder)
    assert said(folder) == "2 whole"


def test_a_release_that_was_damaged_is_told_by_file_and_never_gone_back_to(tmp_path: Path) -> None:
    folder = published(tmp_path, "one", "two", "three")
    (folder / "releases" / "000002" / "a" / "index.html").write_text("damaged")
    told = publish(folder, "--verify")
    assert told.returncode == 1
    assert "000002: NOT as it was published" in told.stdout
    assert "a/index.html" in told.stdout
    assert "000003 (in use): whole" in told.stdout
    assert publish(folder, "--rollback").returncode == 0
    assert said(folder) == "one whole"
    named = publish(folder, "--rollback", "000002")
    assert named.returncode == 1
    assert "a/index.html" in named.stderr
    assert said(folder) == "one whole"


def test_a_damaged_release_in_use_is_mended_by_publishing_again(tmp_path: Path) -> None:
    folder = published(tmp_path, "one")
    (folder / "current" / "index.html").write_text("damaged")
    assert publish(folder, "--site", str(tmp_path / "site")).returncode == 0
    assert said(folder) == "one whole"
    (folder / "current").unlink()
    assert publish(folder, "--verify").returncode == 1
    assert publish(folder, "--rollback").returncode == 0
    assert said(folder) == "one whole"


def test_what_is_not_whole_is_not_published(tmp_path: Path) -> None:
    folder = published(tmp_path, "one")
    (tmp_path / "site" / "index.html").write_text("changed by hand")
    changed = publish(folder, "--site", str(tmp_path / "site"))
    assert changed.returncode == 1
    assert "not as it was built: index.html" in changed.stderr
    nothing = publish(folder, "--site", str(tmp_path / "nowhere"))
    assert nothing.returncode == 1
    assert "no list of its files" in nothing.stderr
    assert said(folder) == "one whole"
    assert names(folder / "releases") == ["000001"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    site = made_site(tmp_path / "site", "one")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("mine")
    (tmp_path / "current" / "current").mkdir(parents=True)
    for folder, why in (("home", "not of this site"), ("home/letter", "cannot be"), ("current", "should be a link")):
        done = publish(tmp_path / folder, "--site", str(site))
        assert (done.returncode, why in done.stderr) == (1, True), done.stderr
        assert "Traceback" not in done.stderr
    assert names(tmp_path / "home") == ["letter"]


def test_a_full_disk_is_told_before_anything_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = published(tmp_path, "one")
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
    with pytest.raises(NotPut, match="no_space"):
        releases.taken_in(made_site(tmp_path / "new", "new"), folder)
    assert names(folder / "releases") == ["000001"]


def test_addresses_that_would_vanish_are_told_with_the_lines_to_add(tmp_path: Path) -> None:
    folder = published(tmp_path, "one")
    site = made_site(tmp_path / "other", "two", "index.html", "b/index.html", "en/index.html")
    done = publish(folder, "--site", str(site))
    assert done.returncode == 1
    assert "2 addresses" in done.stderr
    assert "- {place: a, to: …}\n- {place: z, to: …}\n" in done.stderr
    assert said(folder) == "one whole"
    assert addresses_gone(["x/index.html", "index.html", "y.css"], ["index.html"]) == ("x/",)
