"""A build takes what did not change from the one before, and is byte for byte a build that makes all anew."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import MADE_UP
from doorway.making import WHOSE
from edits_compared import Compared, compared
from random_edits import KEPT, damage

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each build is a fork of one process")
SEED, EDITS, BETWEEN = 3112, 8, 8
"""Edits, and after how many of them both sites are compared: a page that is stale stays so until it is made again."""
LONG = 1000
PLACE = "thanh-tuu/2026/chi-tieng-viet"


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


def test_what_is_kept_may_be_cut_bent_or_gone(sites: Compared) -> None:
    before = what_is_kept(sites.project)
    damage(sites.editor)
    assert what_is_kept(sites.project) != before
    build(sites)
    assert what_is_kept(sites.project) == before, "what was damaged is kept anew"
    shutil.rmtree(sites.project / KEPT)
    build(sites)
    assert what_is_kept(sites.project) == before


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
    (folder / "ledger").write_bytes(content + hashlib.sha256(content).digest())
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


def test_after_any_edits_a_site_is_the_same_as_one_made_anew(sites: Compared) -> None:
    for number in range(1, EDITS + 1):
        assert sites.edit(compare=number % BETWEEN == 0) == [], sites.edits
    assert sites.refused < EDITS / 2, "too few were edits that a build takes"


@pytest.mark.long
def test_after_a_thousand_edits_too(sites: Compared) -> None:
    sites.editor.changes_code = True
    for _ in range(LONG):
        assert sites.edit() == [], sites.edits


def build(sites: Compared) -> None:
    """Build with what is kept."""
    assert sites.builder.build(sites.kept, sites.editor.asked) == 0, sites.builder.said


def ledger_of(project: Path) -> dict[str, Any]:
    """The ledger of pages as JSON."""
    (ledger,) = (project / KEPT).glob("*/ledger")
    tree: dict[str, Any] = json.loads(ledger.read_bytes()[: -hashlib.sha256().digest_size])
    return tree


def pages_kept(project: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """((language, place), sum of its bytes) of every page that is kept."""
    return (((lang, place), digest) for lang, place, digest, *_ in ledger_of(project)["pages"])


def what_is_kept(project: Path) -> dict[str, str]:
    """Every file that is kept, by its path, with the sum of its bytes."""
    files = (file for file in (project / KEPT).rglob("*") if file.is_file())
    return {str(file.relative_to(project)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
