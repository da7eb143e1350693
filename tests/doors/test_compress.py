"""Packed files beside those of the site: what they hold, and that a site with them is still the published one."""

import gzip
import os
import shutil
import zipfile
from pathlib import Path

import brotli
import pytest

import compress
from conftest import MADE_UP, Site, build, run
from doorway.placing.built_site import foreign_files
from portal.site.files.manifest import MANIFEST, read_manifest
from portal.site.files.packed import WAYS, is_packed, packs, unpacked

PLACE = "thanh-tuu/2026/chi-tieng-viet"


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    return Path(shutil.copytree(site.folder, tmp_path / "site"))


def packed(folder: Path) -> int:
    return compress.main(["--site", str(folder), "--lang", "en"])


def test_every_text_has_companions_that_hold_the_same_and_are_shorter(folder: Path) -> None:
    assert packed(folder) == 0
    for path in ("index.html", "assets/portal.css", "tin.xml"):
        content = (folder / path).read_bytes()
        short, shorter = (folder / f"{path}.gz").read_bytes(), (folder / f"{path}.br").read_bytes()
        assert gzip.decompress(short) == brotli.decompress(shorter) == content
        assert len(shorter) < len(short) < len(content)
    assert not list(folder.rglob("*.png.*"))


def test_what_the_site_published_itself_is_as_it_was(folder: Path) -> None:
    sums, _ = read_manifest((folder / MANIFEST).read_bytes())
    before = {path: (folder / path).read_bytes() for path in sums}
    assert packed(folder) == 0
    assert {path: (folder / path).read_bytes() for path in sums} == before
    assert run("scripts/verify.py", str(folder), "--lang", "en").returncode == 0


def test_a_companion_that_holds_something_else_is_told(folder: Path) -> None:
    assert packed(folder) == 0
    (folder / "index.html.gz").write_bytes(gzip.compress(b"<p>another page</p>"))
    (folder / "en/index.html.br").write_bytes(b"no brotli")
    done = run("scripts/verify.py", str(folder), "--lang", "en")
    assert done.returncode == 1
    assert "index.html.gz" in done.stdout
    assert "en/index.html.br" in done.stdout
    assert "index.html.br" not in done.stdout.replace("en/index.html.br", "")


def test_the_copy_for_sticks_has_no_packed_files(folder: Path, tmp_path: Path) -> None:
    assert packed(folder) == 0
    done = run("scripts/offline.py", "--site", str(folder), "--out", str(tmp_path / "usb.zip"), "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert [name for name in zipfile.ZipFile(tmp_path / "usb.zip").namelist() if is_packed(name)] == []


def test_an_unchanged_file_keeps_its_time_and_a_changed_one_does_not(folder: Path) -> None:
    assert packed(folder) == 0
    for path in ("index.html", "en/index.html"):
        os.utime(folder / path, (1, 1))
    (folder / "index.html").write_bytes(os.urandom(8).hex().encode() * 80)
    known = (folder / "en/index.html.gz").stat().st_mtime
    assert packed(folder) == 0
    assert (folder / "en/index.html").stat().st_mtime == known
    assert (folder / "index.html").stat().st_mtime > known
    for path in ("index.html", "en/index.html"):
        assert len({(folder / f"{path}{ending}").stat().st_mtime for ending in ("", ".gz", ".br")}) == 1


def test_companions_of_what_has_gone_go_too(folder: Path) -> None:
    assert packed(folder) == 0
    (folder / "tin.xml").unlink()
    assert packed(folder) == 0
    assert not list(folder.glob("tin.xml*"))


def test_where_there_is_no_site_or_no_package_a_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert packed(tmp_path) == 2
    assert "python scripts site" in capsys.readouterr().err
    monkeypatch.setattr(compress, "has_brotli", lambda: False)
    assert packed(tmp_path) == 2
    assert "requirements-compress.txt" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["a.html.gz", "a.html.br"])
@pytest.mark.parametrize("content", [b"", b"\x1f\x8b", b"\x1f\x8b\x08" + bytes(40), b"\xff" * 40])
def test_damaged_bytes_hold_nothing(path: str, content: bytes) -> None:
    assert unpacked(path, content) is None


def test_what_unpacks_into_too_much_holds_nothing() -> None:
    large = bytes((1 << 26) + 1)
    assert unpacked("a.html.gz", gzip.compress(large, 1)) is None
    assert unpacked("a.html.br", brotli.compress(large, quality=1)) is None


def test_a_new_build_leaves_no_companion_of_the_old_one_behind(folder: Path) -> None:
    """A server would give out what the page said before."""
    assert packed(folder) == 0
    (folder / "data-of-others.csv").write_text("a,b\n")
    (folder / "data-of-others.csv.gz").write_bytes(gzip.compress(b"a,b\n"))
    assert foreign_files(folder) == ("data-of-others.csv", "data-of-others.csv.gz")


def test_what_is_packed_can_be_read_by_a_server_whatever_the_umask(folder: Path) -> None:
    before = os.umask(0o077)
    try:
        assert packed(folder) == 0
    finally:
        os.umask(before)
    assert {one.stat().st_mode & 0o777 for one in folder.rglob("*.gz")} == {0o644}


def test_from_a_page_to_its_release_a_packed_file_is_always_that_of_the_page(tmp_path: Path) -> None:
    """What `make publish` does, three times: at first, with nothing new, after a change of one page."""
    shutil.copytree(MADE_UP, tmp_path / "corpus")
    site, www = tmp_path / "site", tmp_path / "www"
    published = [_published(tmp_path / "corpus", site, www)]
    published.append(_published(tmp_path / "corpus", site, www))
    page = tmp_path / f"corpus/content_vi/{PLACE}.md"
    page.write_text(page.read_text("utf-8").replace("Một việc mẫu đã", "Một việc mẫu khác đã"), "utf-8")
    published.append(_published(tmp_path / "corpus", site, www))
    assert published == ["000001", "000001", "000002"]
    old, new = (www / f"releases/{name}/{PLACE}/index.html" for name in ("000001", "000002"))
    assert old.read_bytes() != new.read_bytes()
    for release in (www / "releases").iterdir():
        own = {path for path in read_manifest((release / MANIFEST).read_bytes())[0] if packs(path)}
        beside = [one for one in release.rglob("*") if one.suffix in WAYS]
        assert {one.relative_to(release).with_suffix("").as_posix() for one in beside} <= own
        assert {f"{PLACE}/index.html{ending}" for ending in WAYS} <= {str(one.relative_to(release)) for one in beside}
        assert all(unpacked(one.name, one.read_bytes()) == one.with_suffix("").read_bytes() for one in beside)


def _published(corpus: Path, site: Path, www: Path) -> str:
    """The name of the release in use after the steps of `make publish`."""
    build(corpus, site)
    assert packed(site) == 0
    done = run("scripts/publish.py", str(www), "--site", str(site), "--lang", "en")
    assert done.returncode == 0, done.stderr
    return (www / "current").readlink().name


def test_a_release_without_packed_files_is_followed_by_one_that_has_them(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = run("scripts/publish.py", str(tmp_path / "www"), "--site", str(folder), "--lang", "en")
        assert done.returncode == 0, done.stderr
        assert packed(folder) == 0
    assert (tmp_path / "www/current/index.html.gz").is_file()


def test_a_release_has_the_companions_that_hold_what_its_list_says(folder: Path, tmp_path: Path) -> None:
    assert packed(folder) == 0
    (folder / "en/index.html.gz").write_bytes(gzip.compress(b"<p>another page</p>"))
    done = run("scripts/publish.py", str(tmp_path / "www"), "--site", str(folder), "--lang", "en")
    assert done.returncode == 0, done.stderr
    current = tmp_path / "www/current"
    assert gzip.decompress((current / "index.html.gz").read_bytes()) == (folder / "index.html").read_bytes()
    assert not (current / "en/index.html.gz").exists()
    assert run("scripts/publish.py", str(tmp_path / "www"), "--verify", "--lang", "en").returncode == 0
