"""What is worked out once is kept, and never taken where it is not whole, or is of something else."""

import random
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from portal.content.kept_looks import KeptLooks
from portal.content.library import Library
from portal.reading.keeping import kept_store
from portal.reading.keeping.digests import NoDigestError, digest_of_value
from portal.reading.keeping.kept import keep
from portal.reading.keeping.kept_values import KeptValues
from portal.reading.markdown.kept_texts import texts_kept
from portal.reading.markdown.text import WrittenText, text_of
from portal.reading.problems import Problem
from portal.reading.shares import PROCESSES, dealt

BODIES = (
    "",
    "Một câu [1], **đậm**, [đường dẫn](a.md#b).\n\n## Đầu đề\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "<p onclick='x()'>chữ</p>\n\n<!-- ghi chú -->\n\n<script>x</script>\n",
    '![hình](hinh/a.jpg)\n\n<div data-figure="hinh"></div>\n\n`mã`\n\n!!! note "Hộp"\n    chữ\n',
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def test_a_text_that_is_kept_is_as_it_was_read(library: Library, file: Path) -> None:
    bodies = [*BODIES, *(document.body for document in library.documents.values())]
    text_of.cache_clear()
    read = [text_of(body) for body in bodies]
    kept = [read_again(file, body) for body in bodies]
    assert kept == read
    assert [read_again(file, body) for body in bodies] == read


def test_a_text_with_faults_is_read_each_time(file: Path) -> None:
    body = "x" * 3_000_000
    assert read_again(file, body).faults
    assert read_again(file, body).faults


def read_again(file: Path, body: str) -> WrittenText:
    """A text as a run reads it that has read nothing yet."""
    text_of.cache_clear()
    values = KeptValues(file.with_name(f"{len(body)}{digest_of_value(body)}"))
    with texts_kept(values):
        found = text_of(body)
    values.keep()
    text_of.cache_clear()
    return found


def found_nothing() -> list[Problem]:
    return []


def found_something() -> list[Problem]:
    return [Problem("a.md", 1, "", "unverified")]


@pytest.mark.parametrize(
    ("first", "made_from", "second", "told"),
    [
        (found_nothing, ("a", 1), found_something, 0),
        (found_nothing, ("a", 2), found_something, 1),
        (found_something, ("a", 1), found_nothing, 0),
        (found_something, ("a", 1), found_something, 1),
        (found_nothing, (found_nothing, 1), found_something, 1),
    ],
)
def test_a_look_is_left_out_only_where_it_found_nothing_in_the_same(
    file: Path,
    first: Callable[[], list[Problem]],
    made_from: object,
    second: Callable[[], list[Problem]],
    told: int,
) -> None:
    before = KeptLooks(KeptValues(file))
    before.of("a.md", ("a", 1), first)
    before.keep()
    assert len(KeptLooks(KeptValues(file)).of("a.md", made_from, second)) == told


@pytest.mark.parametrize("content", [b"[]", b"1", b"{", b'{"values": {"a": 2}}', b'{"mark": "x", "values": {"a": 2}}'])
def test_what_another_version_wrote_holds_nothing(file: Path, content: bytes) -> None:
    keep(file, [content])
    assert KeptValues(file).of("a", lambda: 1) == 1


def test_what_nobody_asks_for_goes(file: Path) -> None:
    values = KeptValues(file)
    values.of("a", lambda: 1), values.of("b", lambda: 1)
    values.keep()
    values = KeptValues(file)
    assert values.of("a", lambda: 2) == 1
    values.keep()
    assert (KeptValues(file).has("a"), KeptValues(file).has("b")) == (True, False)


def test_no_damage_to_the_file_makes_another_value(file: Path) -> None:
    said = {f"name {number}": [number, "chữ" * 400] for number in range(60)}
    values = KeptValues(file)
    for name, value in said.items():
        values.put(name, value)
    values.keep()
    whole = file.read_bytes()
    chance = random.Random(3112)
    for _ in range(120):
        bent = bytearray(whole[: len(whole) if chance.random() < 0.8 else chance.randrange(len(whole))])
        for place in (chance.randrange(len(bent)) for _ in range(chance.choice((1, 40)) if bent else 0)):
            bent[place] = chance.randrange(256)
        file.write_bytes(bent)
        again = KeptValues(file)
        for name, value in said.items():
            assert again.of(name, lambda: "made") in (value, "made")
        again.keep()
        third = KeptValues(file)
        third.of("name 0", lambda: "made")
        third.keep()
        assert KeptValues(file).of("name 0", list) in (said["name 0"], "made")


def test_where_nothing_can_be_kept_a_run_still_has_its_values(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", "utf-8")
    for place in (None, tmp_path / "in the way/kept"):
        values = KeptValues(place)
        values.put("large", large := "x" * 9_000_000)
        values.put("a", 1)
        assert (values.of("large", str), values.copy("a"), values.has("b")) == (large, 1, False)
        values.keep()


def test_a_fork_reads_what_is_written_and_what_is_not_and_writes_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # those of whoever runs the tests hold nothing of ours
    values = KeptValues(file)
    values.put("written", "x" * 9_000_000)
    values.put("held", 2)

    def read(name: str) -> object:
        values.put("of a fork", 1)
        return len(values.copy(name)) if name == "written" else values.copy(name)

    before = PROCESSES.set(2)
    try:
        assert list(dealt(read, ["written", "held"], 1)) == [9_000_000, 2]
    finally:
        PROCESSES.reset(before)
    values.keep()
    assert [KeptValues(file).has(name) for name in ("written", "held", "of a fork")] == [True, True, False]


def test_what_another_run_holds_is_left_to_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = KeptValues(file)
    values.put("a", 1)
    values.keep()
    monkeypatch.setattr(kept_store, "_WAITS", 0.1)
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        again = KeptValues(file)
        assert (again.of("a", lambda: 2), again.of("a", lambda: 3)) == (2, 2)
        again.keep()
    assert KeptValues(file).of("a", lambda: 4) == 1


def test_what_cannot_be_written_is_held_and_not_worked_out_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_store, "_WAITS", 0.1)
    values = KeptValues(file)
    assert not values.has("a")
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        values.put("large", "x" * 9_000_000)
        assert values.of("large", str) == "x" * 9_000_000
    values.keep()
    assert KeptValues(file).has("large")


def test_two_runs_at_once_take_nothing_wrong_from_each_other(file: Path) -> None:
    one, other = KeptValues(file), KeptValues(file)
    for values, name, value in ((one, "a", 1), (other, "b", 2)):
        values.put(name, value)
    for values in (one, other):
        values.keep()
    third = KeptValues(file)
    assert (third.of("a", lambda: 3), third.of("b", lambda: 4)) in [(1, 2), (3, 2), (1, 4)]


def test_values_that_differ_anywhere_have_other_digests() -> None:
    values = [
        "a", b"a", 1, 1.0, True, None, ["a"], ("a",), {"a"}, {"a": 1}, {"a": 1, "b": 2}, {"b": 2, "a": 1},
        [["a"], "b"], ["a", ["b"]], ["a", "b"], ["ab"], Path("a"), [], [[]], "", ["a)", "b"], "a\0'b", ["a\0'b"],
        ["a\0002'bc"],
    ]  # fmt: skip
    assert len({digest_of_value(value) for value in values}) == len(values)
    assert digest_of_value({"a", "b", "c"}) == digest_of_value({"c", "b", "a"})
    with pytest.raises(NoDigestError):
        digest_of_value([found_nothing])
