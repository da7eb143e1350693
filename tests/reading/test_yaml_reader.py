"""YAML as editors mean it."""

from typing import Any

import pytest

from portal.reading.yaml_reader import read_yaml

KB = 1024


def read(text: str, most: int = 64 * KB) -> Any:
    return read_yaml(text, "a.yml", 1, most)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 2026-11-23", "2026-11-23"),
        ("a: 2026-13-45", "2026-13-45"),
        ("a: 12:30:00", "12:30:00"),
        ("a: on", "on"),
        ("a: no", "no"),
        ("a: true", True),
        ('a: "true"', "true"),
        ("a: 007", "007"),
        ("a: 42", 42),
        ("a: 3.5", 3.5),
        ("a: 1_000", "1_000"),
        ("a: code  # a remark behind a code", "code"),
        ('a: "Kế hoạch #3112"', "Kế hoạch #3112"),
        ("a: 12345678901234567.5", "12345678901234567.5"),
        ("---\na: b\n...", "b"),
        ("a:", None),
        ("a: ~", None),
        ("a: 999999999999999999999999999999", "999999999999999999999999999999"),
        ("a: [x, {b: c}]", ["x", {"b": "c"}]),
    ],
)
def test_plain_values_are_what_an_editor_means(text: str, value: object) -> None:
    reading = read(text)
    assert reading.value == {"a": value}
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\nb: Tỉnh Điện Biên: tổng quan\n", 2, "yaml-colon"),
        ("a: @b\n", 1, "yaml-start"),
        ("a: `b\n", 1, "yaml-start"),
        ("a:\n\t- b\n", 2, "yaml-tab"),
        ('a: "mở\nb: c\nd: "e"\n', 1, "yaml-quote"),
        ("a: 'mở\nb: c\n", 1, "yaml-quote"),
        ("a: [b\nc: d\n", 1, "yaml-bracket"),
        ("a: &x b\nc: *x\n", 2, "yaml-alias"),
        ("a:\n  <<: {b: c}\n", 2, "yaml-merge"),
        ("a: !!python/object:os.system b\n", 1, "yaml-tag"),
        ("a: 1\na: 2\n", 2, "key-twice"),
        ("? [a]\n: b\n", 1, "key-not-text"),
        ('a: 1\nb: "x\\x07y"\n', 2, "yaml-character"),
        ('a: "\\0"\n', 1, "yaml-character"),
        ('"a\\e": 1\n', 1, "yaml-character"),
        ('a: "quy\\u200Bền"\n', 1, "yaml-character"),
        ("a: Kết quả chương trình #1719 của tỉnh\n", 1, "yaml-comment"),
        ("a:\n  - b #1719\n", 2, "yaml-comment"),
        ("a: 1\n---\nb: 2\n", 3, "yaml-documents"),
        ("a: " + "[" * 9 + "]" * 9, 1, "too-deep"),
        ("[" * 100_000, 1, "too-large"),
    ],
)
def test_what_could_mislead_is_a_problem_on_its_line(text: str, line: int, code: str) -> None:
    assert [(p.line, p.code) for p in read(text).problems] == [(line, code)]


def test_an_alias_bomb_is_refused_before_it_explodes() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    reading = read(text)
    assert [problem.code for problem in reading.problems] == ["yaml-alias"]
    assert reading.value is None


def test_every_value_knows_its_line() -> None:
    reading = read("a: 1\nb:\n  - c: 2\n  - c: 3\n    d: 4\n")
    assert reading.lines["b", 1, "d"] == 5
    assert reading.line(("b", 1, "missing")) == 4
    assert reading.line(("nowhere",), 7) == 1
