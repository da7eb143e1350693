"""What is drawn once: kept under what it is made of, and never taken from a damaged file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.reading.keeping.kept import kept, made_of
from portal.site.drawings.qr import kept_square, square

DRAWN = b"\x89PNG a picture"


def never() -> bytes:
    raise AssertionError("drawn again")


def test_what_is_kept_whole_is_not_drawn_again(tmp_path: Path) -> None:
    file = tmp_path / "cards" / "a.png"
    assert kept(file, lambda: DRAWN) == DRAWN
    assert kept(file, never) == DRAWN
    assert [one.name for one in file.parent.iterdir()] == ["a.png"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda whole: whole[:1],
        lambda whole: whole[:-1],
        lambda whole: whole[1:],
        lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
        lambda whole: b"\0" * len(whole),
        lambda _: DRAWN,
    ],
    ids=["empty", "one byte", "end lost", "start lost", "one bit", "zeros", "no seal"],
)
def test_a_damaged_file_is_never_used_and_is_made_whole_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "a.png"
    kept(file, lambda: DRAWN)
    file.write_bytes(damage(file.read_bytes()))
    assert kept(file, lambda: DRAWN) == DRAWN
    assert kept(file, never) == DRAWN


def test_a_place_that_cannot_be_written_to_keeps_nothing_and_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.png").mkdir()
    assert kept(tmp_path / "file" / "a.png", lambda: DRAWN) == DRAWN
    assert kept(tmp_path / "folder.png", lambda: DRAWN) == DRAWN


def test_other_parts_give_another_name_however_they_are_cut() -> None:
    assert len({made_of(b"ab", b"c"), made_of(b"a", b"bc"), made_of(b"abc"), made_of(b"abc", b"")}) == 4


def test_a_kept_square_is_the_square_drawn_even_from_a_damaged_file(tmp_path: Path) -> None:
    url = "https://example.org/cong-uoc/crc/"
    assert kept_square(tmp_path, url) == square(url) == kept_square(tmp_path, url)
    (file,) = (tmp_path / "squares").iterdir()
    file.write_bytes(file.read_bytes()[:-40])
    assert kept_square(tmp_path, url) == square(url)
