"""What a new site takes from the one that stands: a file of the very same bytes, by a second name, and nothing else."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from portal.site.files.new_site import MOST_HELD, NewSite

PAGE: Final = "tro-giup/index.html"
Bend = Callable[[Path], object]


@pytest.fixture
def site(tmp_path: Path) -> NewSite:
    """A new site, and one that stands and has a page."""
    standing, new = tmp_path / "standing", tmp_path / "new"
    new.mkdir()
    (standing / PAGE).parent.mkdir(parents=True)
    (standing / PAGE).write_bytes(b"a page")
    return NewSite(new, standing)


def old(site: NewSite) -> Path:
    assert site.before
    return site.before / PAGE


def is_taken(site: NewSite) -> bool:
    return (site.folder / PAGE).samefile(old(site))


def test_a_file_with_the_bytes_that_are_wanted_is_taken(site: NewSite) -> None:
    site.write(PAGE, b"a page")
    assert is_taken(site)


def test_a_file_that_comes_part_by_part_is_taken_too_and_a_large_one_is_written(site: NewSite) -> None:
    site.write_parts(PAGE, (b"a ", b"page"))
    assert is_taken(site)
    large = [b"x" * (MOST_HELD // 2)] * 3
    for folder in (site.folder, site.before):
        assert folder
        (folder / PAGE).unlink()
    old(site).write_bytes(b"".join(large))
    site.write_parts(PAGE, large)
    assert (site.folder / PAGE).read_bytes() == b"".join(large)
    assert not is_taken(site)


def test_a_file_is_taken_by_its_sum_alone_and_no_other_is(site: NewSite) -> None:
    assert not site.take(PAGE, sha256(b"another page").hexdigest())
    assert not site.take("tro-giup/other.html", sha256(b"a page").hexdigest())
    assert list(site.folder.rglob("*.html")) == []
    assert site.take(PAGE, sha256(b"a page").hexdigest())
    assert is_taken(site)


@pytest.mark.parametrize("content", [b"a pagf", b"a page of more", b""])
def test_other_bytes_are_written_and_what_stands_is_as_it_was(content: bytes, site: NewSite) -> None:
    site.write(PAGE, content)
    assert (site.folder / PAGE).read_bytes() == content
    assert old(site).read_bytes() == b"a page"


def test_a_second_writing_of_what_was_taken_does_not_reach_what_stands(site: NewSite) -> None:
    for content in (b"a page", b"another"):
        site.write(PAGE, content)
    site.write_parts(PAGE, (b"in ", b"parts"))
    assert (site.folder / PAGE).read_bytes() == b"in parts"
    assert old(site).read_bytes() == b"a page"


def a_second_name(file: Path) -> None:
    file.with_name("elsewhere.html").hardlink_to(file)


def a_symbolic_link(file: Path) -> None:
    file.rename(file.with_name("away.x"))
    file.symlink_to("away.x")  # as long as what is wanted: its length tells nothing
    assert file.lstat().st_size == len(b"a page")


def a_linked_folder(file: Path) -> None:
    away = file.parent.rename(file.parent.parent.parent / "away")
    file.parent.symlink_to(away, target_is_directory=True)


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def nothing(file: Path) -> None:
    file.unlink()


def nothing_and_no_folder(file: Path) -> None:
    file.unlink()
    file.parent.rmdir()


@pytest.mark.parametrize(
    "bend", [a_second_name, a_symbolic_link, a_linked_folder, a_folder, nothing, nothing_and_no_folder]
)
def test_what_somebody_may_still_write_into_or_is_no_file_is_not_taken(bend: Bend, site: NewSite) -> None:
    bend(old(site))
    site.write(PAGE, b"a page")
    assert (site.folder / PAGE).read_bytes() == b"a page"
    assert not (site.folder / PAGE).is_symlink()
    assert (site.folder / PAGE).stat().st_nlink == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives a file to somebody else")
def test_a_file_of_another_owner_is_not_taken(site: NewSite) -> None:
    os.chown(old(site), 12345, -1)
    site.write(PAGE, b"a page")
    assert not is_taken(site)


def test_a_disk_that_gives_no_second_names_gets_a_file(site: NewSite, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(new: Path, target: Path) -> None:
        raise PermissionError(1, "not here", str(new))

    monkeypatch.setattr(Path, "hardlink_to", refused)
    site.write(PAGE, b"a page")
    assert (site.folder / PAGE).read_bytes() == b"a page"
    assert not is_taken(site)


def test_a_build_that_makes_all_anew_takes_nothing(site: NewSite) -> None:
    NewSite(site.folder).write(PAGE, b"a page")
    assert not is_taken(site)
