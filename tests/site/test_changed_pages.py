"""Which pages a change shows on, their pictures at a phone's width, and the preview that opens from a disk."""

import io
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

import phone
from conftest import MADE_UP, ROOT, Corpus, Site, run
from portal.site.files.news.changed import changed_pages

STORY = "content_vi/thanh-tuu/2026/so-lieu-mau.md"
PAGES = ("thanh-tuu/2026/so-lieu-mau/", "en/thanh-tuu/2026/so-lieu-mau/")


@pytest.mark.parametrize(
    ("paths", "pages"),
    [
        (["content_vi/a/b.md"], ["a/b/", "en/a/b/"]),
        (["content_en/a/b.md"], ["a/b/", "en/a/b/"]),
        (["content_en/a/b.md", "content_vi/a/b.md"], ["a/b/", "en/a/b/"]),
        (["content_blt/a/b.md"], ["a/b/", "en/a/b/"]),
        (["content_vi/a/index.md", "content_vi/index.md"], ["a/", "en/a/", "", "en/"]),
        (["content_vi/only.md"], ["only/"]),
        (["content_vi/gone.md"], []),
        (["data/plan.yml", "docs/hinh/a.jpg", "scripts/check.py", "content_vi/a.txt", "x/content_vi/a/b.md"], []),
        ([], []),
    ],
)
def test_a_text_that_changed_shows_on_its_page_in_every_language_that_was_built(
    paths: list[str], pages: list[str]
) -> None:
    built = {"", "en/", "a/", "en/a/", "a/b/", "en/a/b/", "only/"}
    assert list(changed_pages(paths, ("vi", "en"), built)) == pages


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The small site as a repository of two commits, the second of which changes a story."""
    root = tmp_path / "portal"
    shutil.copytree(MADE_UP, root)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    (root / STORY).write_text((root / STORY).read_text("utf-8") + "\nMột câu nữa.\n", "utf-8")
    git(root, "commit", "-qam", "two")
    return root


def pictures(root: Path, site: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    where = ("--root", str(root), "--site", str(site), "--out", str(out), *more)
    command = [sys.executable, "bench/phone.py", *where]
    environment = {"PYTHONPATH": f"{ROOT}/scripts:{ROOT}/tests", "PATH": "/usr/local/bin:/usr/bin:/bin"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_each_changed_page_is_drawn_whole_as_a_phone_shows_it_in_both_languages(
    repository: Path, site: Site, tmp_path: Path
) -> None:
    done = pictures(repository, site.folder, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    names = ["thanh-tuu_2026_so-lieu-mau.png", "en_thanh-tuu_2026_so-lieu-mau.png"]
    assert done.stdout.split() == names
    for name in names:
        picture = Image.open(tmp_path / "out" / name)
        assert picture.width == phone.WIDTH
        assert picture.height > 2 * phone.HEIGHT
        colours = picture.convert("RGB").getcolors(1 << 24)
        assert colours
        assert len(colours) > 100  # a page, and no blank


def test_what_was_not_committed_yet_counts_too(repository: Path, site: Site, tmp_path: Path) -> None:
    (repository / "content_vi/thanh-tuu/2026/moi.md").write_text("x", "utf-8")
    assert phone.changed_paths(repository, "HEAD") == frozenset({"content_vi/thanh-tuu/2026/moi.md"})
    assert phone.changed_paths(repository, "HEAD^1") == frozenset({"content_vi/thanh-tuu/2026/moi.md", STORY})
    assert pictures(repository, site.folder, tmp_path / "out", "--since", "HEAD").stdout == ""


@pytest.mark.parametrize("since", ["no-such-commit", "--output=pwned", "HEAD^9"])
def test_where_git_cannot_tell_it_says_so(repository: Path, site: Site, tmp_path: Path, since: str) -> None:
    assert phone.changed_paths(repository, since) is None
    assert not list(tmp_path.rglob("pwned"))


def test_of_a_change_of_very_many_pages_the_first_are_drawn(repository: Path, site: Site, tmp_path: Path) -> None:
    done = pictures(repository, site.folder, tmp_path / "out", "--most", "1")
    assert done.stdout.splitlines() == ["thanh-tuu_2026_so-lieu-mau.png", "… + 1"]
    assert len(list((tmp_path / "out").iterdir())) == 1


@pytest.fixture(scope="module")
def preview(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "xem-thu"
    done = run("scripts/offline.py", "--root", str(MADE_UP), "--site", str(site.folder), "--folder", str(folder))
    assert done.returncode == 0, done.stderr
    assert str(folder / "index.html") in done.stdout
    return folder


def test_the_preview_opens_from_a_disk_and_every_click_in_it_leads_to_a_page(preview: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": phone.WIDTH, "height": phone.HEIGHT})
    for address in PAGES:
        page.goto((preview / address / "index.html").as_uri())
        assert page.locator("h1").inner_text()
        links: list[str] = page.locator("main a[href]").evaluate_all("links => links.map(link => link.href)")
        inside = [link.split("#")[0] for link in links if link.startswith("file:")]
        assert inside
        assert all(link.rsplit("/", 1)[1] for link in inside), "a folder opens as a list of files"
        page.goto(inside[0])
        assert page.locator("h1").inner_text()
    page.close()


def files(folder: Path) -> Iterable[tuple[str, bytes]]:
    return sorted((path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.html"))


def test_the_preview_is_made_anew_in_place_and_never_over_another_s_folder(
    site: Site, preview: Path, tmp_path: Path
) -> None:
    where = ("--root", str(MADE_UP), "--site", str(site.folder), "--folder")
    shutil.copytree(preview, tmp_path / "copy")
    (tmp_path / "copy/old.html").write_text("x")
    assert run("scripts/offline.py", *where, str(tmp_path / "copy")).returncode == 0
    assert files(tmp_path / "copy") == files(preview)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/letter.docx").write_text("x")
    done = run("scripts/offline.py", *where, str(tmp_path / "theirs"))
    assert (done.returncode, "letter.docx" in {p.name for p in (tmp_path / "theirs").iterdir()}) == (1, True)
    assert "Traceback" not in done.stderr


def test_a_picture_of_a_page_that_is_long_is_bounded(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_text("<!doctype html><style>body{height:90000px}</style><h1>x</h1>")
    picture = Image.open(io.BytesIO(phone.picture(browser, (tmp_path / "long.html").as_uri())))
    assert picture.size == (phone.WIDTH, phone.TALLEST)


def test_an_empty_change_draws_nothing(corpus: Corpus, site: Site, tmp_path: Path) -> None:
    corpus.story()
    git(corpus.root, "init", "-q")
    git(corpus.root, "add", "-A")
    git(corpus.root, "commit", "-qm", "one")
    done = pictures(corpus.root, site.folder, tmp_path / "out", "--since", "HEAD")
    assert (done.returncode, done.stdout) == (0, "")
