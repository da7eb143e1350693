"""A build takes what did not change from the one before, and is byte for byte a build that makes all anew."""

import contextlib
import gzip
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import compress
from conftest import MADE_UP
from doorway.builds.kept_builds import LOOKS, TEXTS, WHOSE, WORK
from doorway.builds.standing import OF_A_CORPUS, OF_THE_HOUSE
from edits_compared import Compared, compared
from portal.site.files.manifest import MANIFEST, read_manifest
from portal.site.publications.shelf import products_folder
from random_edits import KEPT, damage

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each build is a fork of one process")
SEED, EDITS, BETWEEN = 3112, 20, 10
"""Edits, and after how many of them both sites are compared: a page that is stale stays so until it is made again."""
LONG = 1000
OF_ALL_STORIES = ("all", "newest", "told", "stories", "places", "listings", "plan")
"""Questions whose answers change with any new story: who asks them is made again."""
PLACE = "thanh-tuu/2026/chi-tieng-viet"
EVERYONE = "danh-sach/nhom/moi-nguoi"
Bend = Callable[[Path], object]
NOTING = """
seen = set()
def note(event, told):
    if event == "open" and isinstance(told[0], str) and "site-packages" not in told[0] and "/lib/" not in told[0]:
        seen.add(told[0]) if told[1] in ("r", "rb") else None
sys.addaudithook(note)
"""


def a_word(site: Path) -> None:
    page = site / "index.html"
    page.write_text(page.read_text("utf-8").replace("a", "e", 1), "utf-8")


def a_page_gone(site: Path) -> None:
    (site / "thanh-tuu/index.html").unlink()


def a_list(site: Path) -> None:
    (site / MANIFEST).write_bytes((site / MANIFEST).read_bytes() + b"0" * 64 + b"  gone.txt\n")


def closed(site: Path) -> None:
    (site / "index.html").chmod(0o600)


def a_folder_closed(site: Path) -> None:
    (site / "thanh-tuu").chmod(0o700)


def packed(site: Path) -> None:
    (site / "index.html.gz").write_bytes(b"old")


def packed_from_before(site: Path) -> None:
    (site / "index.html.gz").write_bytes(gzip.compress(b"<p>what the page said before</p>"))


def a_list_packed(site: Path) -> None:
    (site / f"{MANIFEST}.gz").write_bytes(gzip.compress((site / MANIFEST).read_bytes()))


def packed_and_closed(site: Path) -> None:
    (site / "index.html.gz").write_bytes(gzip.compress((site / "index.html").read_bytes()))
    (site / "index.html.gz").chmod(0o600)


def a_link(site: Path) -> None:
    (site / "index.html").rename(site.parent / "away.html")
    (site / "index.html").symlink_to(site.parent / "away.html")


BENT: Final[tuple[Bend, ...]] = (
    *(a_word, a_page_gone, a_list, closed, a_folder_closed, a_link),
    *(packed, packed_from_before, a_list_packed, packed_and_closed),
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compared]:
    """The small site, built once; each test leaves it as its last build made it."""
    for made in compared(tmp_path_factory.mktemp("edited"), MADE_UP, SEED):
        build(made)
        yield made


def test_one_changed_word_makes_its_own_pages_alone(sites: Compared) -> None:
    before = dict(pages_kept(sites.project))
    page = sites.project / f"content_vi/{PLACE}.md"
    page.write_text(page.read_text("utf-8").replace("Một việc mẫu đã", "Một việc mẫu khác đã"), "utf-8")
    build(sites)
    after = dict(pages_kept(sites.project))
    assert {name for name in after if after[name] != before[name]} == {("vi", PLACE), ("en", PLACE)}


def test_where_nothing_changed_nothing_is_kept_anew(sites: Compared) -> None:
    before = what_is_kept(sites.project)
    build(sites)
    assert what_is_kept(sites.project) == before


def test_a_site_that_stands_as_a_build_would_leave_it_is_left_alone(sites: Compared) -> None:
    folder = sites.kept.stat().st_ino
    build(sites)
    assert "Nothing changed" in sites.builder.said
    assert "No problems in" in sites.builder.said, "what the check said is told again"
    assert sites.kept.stat().st_ino == folder


@pytest.mark.parametrize("bend", BENT, ids=lambda one: one.__name__)
def test_whatever_somebody_did_to_a_file_of_the_site_is_mended(bend: Bend, sites: Compared) -> None:
    whole = told_of(sites.kept)
    bend(sites.kept)
    assert told_of(sites.kept) != whole
    build(sites)
    assert "Nothing changed" not in sites.builder.said
    assert told_of(sites.kept) == whole
    build(sites)
    assert "Nothing changed" in sites.builder.said


def test_a_site_whose_files_are_packed_beside_them_stands_and_a_new_one_has_none_of_the_old(sites: Compared) -> None:
    assert compress.main(["--site", str(sites.kept), "--lang", "en"]) == 0
    (sites.kept / "cua-toi.csv.gz").write_bytes(b"mine")
    build(sites)
    assert "Nothing changed" in sites.builder.said
    assert (sites.kept / "index.html.br").is_file()
    page = sites.project / f"content_vi/{PLACE}.md"
    page.write_text(page.read_text("utf-8").replace("Một việc mẫu", "Một việc mẫu khác nữa"), "utf-8")
    build(sites)
    own, _ = read_manifest((sites.kept / MANIFEST).read_bytes())
    assert {path for path in files_of(sites.kept) if path.endswith((".gz", ".br"))} - own.keys() == {"cua-toi.csv.gz"}
    (sites.kept / "cua-toi.csv.gz").unlink()


def test_what_did_not_change_is_the_file_that_stood_there_and_has_one_name_again(sites: Compared) -> None:
    before = files_of(sites.kept)
    page = sites.project / f"content_vi/{PLACE}.md"
    page.write_text(page.read_text("utf-8").replace("Một việc mẫu", "Một việc mẫu mới"), "utf-8")
    build(sites)
    after = files_of(sites.kept)
    changed = {path for path in after if after[path][0] != before[path][0]}
    assert f"{PLACE}/index.html" in changed
    assert {path for path in after if after[path][1] != before[path][1]} == changed
    assert {(sites.kept / path).stat().st_nlink for path in after} == {1}


def test_what_somebody_laid_into_a_site_that_stands_stays(sites: Compared) -> None:
    own = sites.kept / "cua-toi.txt"
    own.write_text("của tôi", "utf-8")
    build(sites)
    assert own.read_text("utf-8") == "của tôi"
    own.unlink()


def test_what_a_build_left_is_not_believed_where_it_is_not_whole(sites: Compared) -> None:
    (last,) = (sites.project / KEPT).glob("*/last")
    whole = last.read_bytes()
    for bad in (whole[:-1], sealed(b"[]"), sealed(b"\xff")):
        last.write_bytes(bad)
        build(sites)
        assert "Nothing changed" not in sites.builder.said
        assert last.read_bytes() == whole


def test_a_build_reads_no_file_that_its_mark_does_not_know(sites: Compared) -> None:
    shutil.rmtree(sites.project / KEPT)
    code = f"import sys\n{NOTING}\nsys.path.insert(0, 'scripts')\nimport build\nbuild.main(sys.argv[1:])\nprint(*seen)"
    command = [sys.executable, "-c", code, "--site", str(sites.kept), "--lang", "en"]
    environment = {**os.environ, **sites.editor.asked.settings}
    done = subprocess.run(command, cwd=sites.project, env=environment, capture_output=True, text=True, check=True)
    paths = (path.removeprefix(f"{sites.project}/") for path in done.stdout.split())
    read = {_top(path) for path in paths if not path.startswith("/")}
    known = {*map(_top, (*OF_THE_HOUSE, *OF_A_CORPUS)), "content_vi", "content_en", *MADE_FROM_THESE}
    assert {"scripts", "overrides", "content_vi", "data"} <= read <= known


MADE_FROM_THESE: Final = {
    f".cache/{name}" for name in ("built", "cards", "charts", "forms", "pictures", "press", "squares")
}
"""What builds keep under a digest of all it was made from."""


def _top(path: str) -> str:
    """The folder of a path at the top; of what is kept, the one below."""
    return "/".join(path.split("/")[: 2 if path.startswith(".cache/") else 1])


def test_a_site_that_stands_is_built_again_when_something_was_printed_since(sites: Compared) -> None:
    build(sites)
    assert "Nothing changed" in sites.builder.said
    shelf = products_folder(sites.project)
    shelf.mkdir()
    (shelf / f"{'0' * 64}.pdf").write_bytes(sealed(b"%PDF-1.7"))
    build(sites)
    assert "Nothing changed" not in sites.builder.said
    shutil.rmtree(shelf)
    build(sites)


def test_what_is_kept_may_be_cut_bent_or_gone(sites: Compared) -> None:
    before = what_is_kept(sites.project)
    damage(sites.editor)
    assert what_is_kept(sites.project) != before
    a_page_gone(sites.kept)
    build(sites)
    assert what_is_kept(sites.project) == before, "what was damaged is kept anew"
    shutil.rmtree(sites.project / KEPT)
    build(sites)
    assert what_is_kept(sites.project) == before


def test_a_check_by_itself_takes_what_builds_kept_and_says_what_one_without_says(sites: Compared) -> None:
    build(sites)
    page, (kept,) = sites.project / f"content_vi/{PLACE}.md", (sites.project / KEPT).glob("*/")
    whole, aside = page.read_bytes(), sites.project / "aside"
    for text in (whole, whole + b"\n[mai](../khong-co-o-dau/)\n"):
        page.write_bytes(text)
        names = {file: names_in(kept / file) for file in (TEXTS, WORK, LOOKS)}
        with_kept = checked(sites.project)
        assert all(names_in(kept / file) >= names[file] for file in names), "the next build finds what it asks for"
        kept.rename(aside)
        assert checked(sites.project) == with_kept
        assert not kept.exists(), "who builds nothing keeps nothing where nobody built"
        aside.rename(kept)
        for file in names:
            (kept / file).write_bytes(b"no store")
        assert checked(sites.project) == with_kept
    assert "khong-co-o-dau" in with_kept[1]
    page.write_bytes(whole)
    build(sites)


def test_what_is_kept_of_a_corpus_that_has_gone_goes_with_the_next_build(sites: Compared) -> None:
    gone, there = (sites.project / KEPT / name for name in ("0" * 16, "1" * 16))
    for folder, root in ((gone, sites.project / "khong-con"), (there, MADE_UP)):
        folder.mkdir()
        (folder / WHOSE).write_text(str(root), "utf-8")
    build(sites)
    assert (gone.exists(), there.is_dir()) == (False, True)
    shutil.rmtree(there)


def test_a_clean_build_takes_nothing_and_keeps_nothing(sites: Compared) -> None:
    lie = b"<html>a lie</html>"
    (folder,) = (sites.project / KEPT).iterdir()
    ledger, named = ledger_of(sites.project), hashlib.sha256(lie).hexdigest()
    ledger["pages"][0][2] = named
    (folder / named[:2]).mkdir(exist_ok=True)
    (folder / named[:2] / f"{named}.html").write_bytes(lie)
    content = json.dumps(ledger, separators=(",", ":")).encode()
    whole = (folder / "ledger").read_bytes()
    (folder / "ledger").write_bytes(sealed(content))
    (folder / "last").unlink()
    before = what_is_kept(sites.project)
    told = sites.compare()
    assert what_is_kept(sites.project) == before
    assert told == [], "the site in place was built before somebody lied"
    build(sites)
    assert lie in {file.read_bytes() for file in sites.kept.rglob("index.html")}, (
        "the lie was one that a build believes"
    )
    (folder / "ledger").write_bytes(whole)
    build(sites)


def test_a_new_story_changes_one_page_of_each_list(sites: Compared) -> None:
    for day in range(1, 13):
        laid(sites.project, f"2024-02-{day:02}")  # these fill a page of one list behind that of the newest
    build(sites)
    before = lists_in(sites.kept)
    laid(sites.project, "2026-11-20")
    build(sites)
    after = lists_in(sites.kept)
    changed = {path for path in after if after[path] != before.get(path)}
    assert {f"{EVERYONE}/index.html", f"en/{EVERYONE}/index.html", "danh-sach/nam/2026/index.html"} <= changed
    assert f"{EVERYONE}/trang-1/index.html" in before.keys() & after.keys() - changed
    assert not [path for path in changed if "/trang-" in path]
    laid(sites.project, "2024-02-13")  # in the middle: what is older stays
    build(sites)
    moved = {path for path, page in lists_in(sites.kept).items() if page != after.get(path)}
    assert f"{EVERYONE}/index.html" in moved
    assert f"{EVERYONE}/trang-1/index.html" not in moved


def test_neither_a_story_nor_a_full_page_of_a_list_asks_which_stories_there_are(sites: Compared) -> None:
    tree = ledger_of(sites.project)
    asked = {
        (lang, place): {tree["asked"][number][0] for number in numbers}
        for lang, place, _, _, numbers in tree["pages"]
        if "/2026/" in place or "/trang-" in place
    }
    assert {("vi", PLACE), ("en", f"{EVERYONE}/trang-1")} <= asked.keys()
    assert {"front", "related"} <= asked["vi", PLACE]
    assert set().union(*asked.values()).isdisjoint(OF_ALL_STORIES)


def test_after_any_edits_a_site_is_the_same_as_one_made_anew(sites: Compared) -> None:
    for number in range(1, EDITS + 1):
        assert sites.edit(compare=number % BETWEEN == 0) == [], sites.edits
    assert sites.refused < EDITS / 2, "too few were edits that a build takes"


@pytest.mark.long
def test_after_a_thousand_edits_too(sites: Compared) -> None:
    sites.editor.changes_code = True
    for _ in range(LONG):
        assert sites.edit() == [], sites.edits


def laid(project: Path, day: str, sign: str = "a") -> Path:
    """A story of a day for everyone, laid into a project."""
    file = project / f"content_vi/thanh-tuu/{day[:4]}/bai-{day}-{sign}.md"
    file.parent.mkdir(exist_ok=True)
    text = (project / f"content_vi/{PLACE}.md").read_text("utf-8")
    text = re.sub("^date: .*$", f"date: {day}", text, flags=re.MULTILINE)
    file.write_text(re.sub('^title: ".*"$', f'title: "Bài thêm {sign} {day}"', text, flags=re.MULTILINE), "utf-8")
    return file


def lists_in(site: Path) -> dict[str, bytes]:
    """Every page of every list of a site."""
    found = (file for top in ("danh-sach", "en/danh-sach") for file in (site / top).rglob("index.html"))
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in found}


def build(sites: Compared) -> None:
    """Build with what is kept."""
    assert sites.builder.build(sites.kept, sites.editor.asked) == 0, sites.builder.said


def checked(project: Path) -> tuple[int, str, str]:
    """(exit code, what is said on both channels) of a check by itself."""
    command = [sys.executable, "scripts/check.py", "--lang", "en"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def names_in(store: Path) -> set[bytes]:
    """The names under which something is kept."""
    with contextlib.closing(sqlite3.connect(store)) as opened:
        return {name for (name,) in opened.execute("SELECT name FROM kept")}


def sealed(content: bytes) -> bytes:
    """With the seal of what is kept."""
    return content + hashlib.sha256(content).digest()


def told_of(site: Path) -> dict[str, tuple[int, bytes]]:
    """Everything in a site, with who may read it and its bytes."""
    return {
        one.relative_to(site).as_posix(): (one.lstat().st_mode, one.read_bytes() if one.is_file() else b"")
        for one in site.rglob("*")
    }


def ledger_of(project: Path) -> dict[str, Any]:
    """The ledger of pages as JSON."""
    (ledger,) = (project / KEPT).glob("*/ledger")
    tree: dict[str, Any] = json.loads(ledger.read_bytes()[: -hashlib.sha256().digest_size])
    return tree


def files_of(site: Path) -> dict[str, tuple[bytes, int]]:
    """(bytes, number on the disk) of each file of a site."""
    found = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): (file.read_bytes(), file.stat().st_ino) for file in found}


def pages_kept(project: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """((language, place), sum of its bytes) of every page that is kept."""
    return (((lang, place), digest) for lang, place, digest, *_ in ledger_of(project)["pages"])


def what_is_kept(project: Path) -> dict[str, str]:
    """Every file that is kept, by its path, with the sum of its bytes."""
    files = (file for file in (project / KEPT).rglob("*") if file.is_file())
    return {str(file.relative_to(project)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
