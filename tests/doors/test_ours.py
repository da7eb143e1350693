"""What a door wrote is replaced; what a person changed or laid beside it never is."""

import json
from pathlib import Path

import pytest

from doorway.ours import WRITTEN, put_beside
from doorway.placing.put import NotPut


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {WRITTEN}


def test_what_the_door_wrote_is_replaced_by_what_it_writes_next(tmp_path: Path) -> None:
    for data in (b"one", b"two", b"two"):
        put = put_beside(tmp_path, {"a.vi.docx": data, "b.md": data})
        assert (put.names, put.kept) == (("a.vi.docx", "b.md"), {})
        assert (tmp_path / "a.vi.docx").read_bytes() == data
    assert names(tmp_path) == {"a.vi.docx", "b.md"}


def test_a_file_changed_by_hand_survives_ten_runs_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    put_beside(tmp_path, {"a.vi.docx": b"ours", "b.md": b"ours"})
    (tmp_path / "a.vi.docx").write_bytes(b"the officer's")
    for run in range(10):
        put = put_beside(tmp_path, {"a.vi.docx": b"new %d" % run, "b.md": b"new"})
        assert put.kept == {"a.vi.docx": "a.vi (2).docx"}
    assert (tmp_path / "a.vi.docx").read_bytes() == b"the officer's"
    assert (tmp_path / "a.vi (2).docx").read_bytes() == b"new 9"
    assert names(tmp_path) == {"a.vi.docx", "a.vi (2).docx", "b.md"}


def test_the_one_beside_is_kept_too_once_somebody_changes_it(tmp_path: Path) -> None:
    put_beside(tmp_path, {"a.docx": b"ours"})
    (tmp_path / "a.docx").write_bytes(b"by hand")
    put_beside(tmp_path, {"a.docx": b"second"})
    (tmp_path / "a (2).docx").write_bytes(b"by hand too")
    assert put_beside(tmp_path, {"a.docx": b"third"}).names == ("a (3).docx",)
    assert (tmp_path / "a (2).docx").read_bytes() == b"by hand too"


@pytest.mark.parametrize("table", [None, b"", b"{", b"[1]", b'{"a.docx": 5}', b"\xff"])
def test_where_nobody_knows_what_was_written_every_file_is_somebody_else_s(tmp_path: Path, table: bytes | None) -> None:
    (tmp_path / "a.docx").write_bytes(b"whose?")
    if table is not None:
        (tmp_path / WRITTEN).write_bytes(table)
    assert put_beside(tmp_path, {"a.docx": b"ours"}).kept == {"a.docx": "a (2).docx"}
    assert (tmp_path / "a.docx").read_bytes() == b"whose?"


def test_a_file_that_is_as_it_would_be_written_is_left_alone_and_known_again(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"same")
    (tmp_path / "a.docx").chmod(0o400)
    assert put_beside(tmp_path, {"a.docx": b"same"}).names == ("a.docx",)
    assert put_beside(tmp_path, {"a.docx": b"next"}).names == ("a.docx",)


def test_a_file_put_back_as_it_was_is_the_door_s_again(tmp_path: Path) -> None:
    put_beside(tmp_path, {"a.docx": b"ours"})
    (tmp_path / "a.docx").write_bytes(b"by hand")
    put_beside(tmp_path, {"a.docx": b"second"})
    (tmp_path / "a.docx").write_bytes(b"ours")
    assert put_beside(tmp_path, {"a.docx": b"third"}).names == ("a.docx",)


def test_the_table_names_what_is_there_in_one_order(tmp_path: Path) -> None:
    put_beside(tmp_path, {"b.md": b"b", "a.md": b"a"})
    (tmp_path / "b.md").unlink()
    put_beside(tmp_path, {"c.md": b"c"})
    assert list(json.loads((tmp_path / WRITTEN).read_text("utf-8"))) == ["a.md", "c.md"]


def test_where_nothing_can_be_written_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / WRITTEN).mkdir()
    with pytest.raises(NotPut):
        put_beside(tmp_path, {"a.md": b"a"})
    assert names(tmp_path) == set()
