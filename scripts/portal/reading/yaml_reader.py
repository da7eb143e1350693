"""Reads YAML as editors mean it: plain values, the line of each, and a problem for everything that could mislead.

PyYAML's own constructors are not used: they turn `12:30:00` into 45000, `d: on` into True, raise ValueError on
`2026-13-45`, and follow aliases until memory ends. Here dates stay text (the models read them), only true and false
are yes and no, and aliases, merge keys, tags, repeated keys and deep nesting are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from portal.language.words import YAML_LOADER
from portal.reading.characters import around, refused_in
from portal.reading.files import read_text
from portal.reading.front_mends import mended_front
from portal.reading.keeping.kept_yaml import yaml_once
from portal.reading.problems import Problem
from portal.reading.slips.yaml_causes import Cause, cause_of

MAX_DEPTH = 8
MOST_SLIPS = 20
MOST_READ_AGAIN = 256 * 1024
"""Letters of a text that is read once more for each slip that is told."""
MOST_DIGITS = 17  # longer numbers are nobody's count, and a float would not hold them
Location = tuple[str | int, ...]

_PLAIN_VALUES: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_CUT_DIGITS = re.compile(r"[0-9]{1,3}")
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+")


@dataclass
class Reading:
    """What a piece of YAML said: its `value`, the line of each place in it, and its problems."""

    value: Any = None
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, location: Location, default: int = 1) -> int:
        """The line of a place, or of the nearest place around it."""
        while location:
            if location in self.lines:
                return self.lines[location]
            location = location[:-1]
        return self.lines.get((), default)


class WrittenNumber(float):
    """A number with a point that remembers how it was written: 450.000 is shown as that and not as 450.0, so that who
    parted thousands sees what to mend."""

    def __new__(cls, text: str) -> "WrittenNumber":
        made = super().__new__(cls, text)
        made.text = text
        return made

    text: str

    def __str__(self) -> str:
        return self.text


class _Refused(Exception):
    """Reading cannot go on; the problem is already noted."""


def read_yaml(text: str, path: str, first_line: int, max_bytes: int) -> Reading:
    """Read `text`, which starts at line `first_line` of `path` (1-based) and may hold `max_bytes` UTF-8 bytes. A row
    that YAML cannot read is told and, where nobody can doubt what it was meant to say, read as that: so one slip hides
    no other, and makes none."""
    size = len(text.encode())
    if size > max_bytes:
        values = {"size": size // 1024, "most": max_bytes // 1024}
        return Reading(problems=[Problem(path, first_line, "", "too-large", values)])
    return yaml_once(text, first_line, lambda: _read_yaml(text, path, first_line), Reading)


def _read_yaml(text: str, path: str, first_line: int) -> Reading:
    mended, mends = mended_front(text)
    told = [Problem(path, first_line + m.line, "", m.code, {"was": m.was, "now": m.now, "near": m.near}) for m in mends]
    reading, problems = read_as_meant(mended.split("\n"), path, first_line)
    reading.problems = [*told, *problems, *reading.problems]
    return reading


def read_as_meant(rows: list[str], path: str, first_line: int) -> tuple[Reading, list[Problem]]:
    """What the rows say or were meant to say, written into them, and each that had to be understood first."""
    told = dict[int, Problem]()
    rounds = MOST_SLIPS if sum(map(len, rows)) <= MOST_READ_AGAIN else 1
    reading, cause = _read_once(rows, path, first_line)
    while cause and rounds and not _is_cut(cause, reading, first_line):
        told.setdefault(cause.row, Problem(path, first_line + cause.row, "", cause.code, cause.values))
        if cause.meant is None or cause.meant == rows[cause.row]:
            break
        rows[cause.row], rounds = cause.meant, rounds - 1
        reading, cause = _read_once(rows, path, first_line)
    return reading, list(told.values())


def _is_cut(cause: Cause, reading: Reading, first_line: int) -> bool:
    """Whether a "#" took the rest of the row that cannot be read: that is told, and is all that is wrong."""
    cut = {problem.line - first_line for problem in reading.problems if problem.code == "yaml-comment"}
    return bool(cut & {cause.row, cause.row - 1})


def _read_once(rows: list[str], path: str, first_line: int) -> tuple[Reading, Cause | None]:
    """What the rows say, or why they cannot be read."""
    text = "\n".join(rows)
    reader = _Reader(path, first_line, text)
    try:
        reader.read(text)
    except yaml.MarkedYAMLError as error:
        return Reading(problems=reader.reading.problems), cause_of(rows, error)
    except yaml.YAMLError:  # a character that YAML itself refuses
        return Reading(), Cause(0, "yaml-broken")
    except _Refused:
        reader.reading.value = None
    return reader.reading, None


def read_yaml_file(root: Path, file: Path, max_bytes: int) -> Reading:
    """What a data file below `root` says; `value` is None where it cannot be read."""
    read, path = read_text(root, file, max_bytes), file.relative_to(root).as_posix()
    reading = read_yaml(read.text, path, 1, max_bytes) if read.text is not None else Reading()
    reading.problems = [*read.problems, *reading.problems]
    return reading


class _Reader:
    def __init__(self, path: str, first_line: int, text: str) -> None:
        self.path, self.first_line, self.reading = path, first_line, Reading()
        self.rows = [*text.split("\n"), ""]

    def note(self, line: int, code: str, field: str = "", **values: Any) -> None:
        self.reading.problems.append(Problem(self.path, line, field, code, values))

    def read(self, text: str) -> None:
        events = iter(yaml.parse(text, Loader=YAML_LOADER))
        documents = 0
        for event in events:
            if isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent | yaml.AliasEvent):
                documents += 1
                if documents > 1:
                    self.refuse(self.line(event), "yaml-documents", ())
                self.reading.value = self.value(event, events, ())

    def line(self, event: yaml.Event) -> int:
        assert event.start_mark is not None
        return self.first_line + event.start_mark.line

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], place: Location) -> Any:
        line = self.line(event)
        self.reading.lines.setdefault(place, line)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(line, "yaml-alias", place, name=event.anchor)
        if getattr(event, "tag", None):
            self.refuse(line, "yaml-tag", place, name=getattr(event, "tag", ""))
        if len(place) > MAX_DEPTH:
            self.refuse(line, "too-deep", place, most=MAX_DEPTH)
        if isinstance(event, yaml.ScalarEvent):
            self.look_at(str(event.value), line, place)
            self.look_behind(event, place)
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, place)
        return self.mapping(events, place)

    def look_at(self, text: str, line: int, place: Location) -> None:
        """A character that came through an escape ("\\x0B") is refused as one that was typed."""
        for index, name in refused_in(text):
            self.note(line, "yaml-character", dotted(place), character=name, near=around(text, index))
            return

    def look_behind(self, event: yaml.ScalarEvent, place: Location) -> None:
        """Words without quotation marks end at " #": what follows would be lost as a comment."""
        assert event.end_mark is not None
        prose = event.implicit[0] and isinstance(_scalar(event), str)
        rest = self.rows[event.end_mark.line][event.end_mark.column :].lstrip() if prose else ""
        if rest.startswith("#") and (" " in event.value or rest[1:2].strip()):
            self.note(self.first_line + event.end_mark.line, "yaml-comment", dotted(place), rest=rest)

    def refuse(self, line: int, code: str, place: Location, **values: Any) -> None:
        self.note(line, code, dotted(place), **values)
        raise _Refused

    def sequence(self, events: Iterator[yaml.Event], place: Location) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, events, (*place, len(found))))
        return found

    def mapping(self, events: Iterator[yaml.Event], place: Location) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, place)
            line = self.line(event)
            if key in found:
                self.note(line, "key-twice", dotted((*place, key)))
            self.reading.lines[(*place, key)] = line
            found[key] = self.value(next(events), events, (*place, key))
            if found[key] is None and _CUT_DIGITS.fullmatch(key) and len(found) > 1:
                before = str(list(found.values())[-2])
                if before[-1:].isdigit():  # {vnd: 450,000}: YAML takes the digits behind the comma for another entry
                    self.note(line, "yaml-number-comma", dotted((*place, key)), value=f"{before},{key}")
        return found

    def key(self, event: yaml.Event, place: Location) -> str:
        line = self.line(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse(line, "key-not-text", place)
        assert isinstance(event, yaml.ScalarEvent)
        if event.value == "<<":
            self.refuse(line, "yaml-merge", place)
        self.look_at(event.value, line, place)
        return str(event.value)


def _scalar(event: yaml.ScalarEvent) -> Any:
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text.lower() in _PLAIN_VALUES:
        return _PLAIN_VALUES[text.lower()]
    if len(text) > MOST_DIGITS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return WrittenNumber(text) if _NUMBER.fullmatch(text) else text


def dotted(place: Location) -> str:
    """A place as people write it: sources[2].url, counting from 1."""
    shown = ""
    for part in place:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown
