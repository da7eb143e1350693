"""What second readers found: sentences compared with their sources, and what a page leaves out, drawn by a seed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from portal.content.desk.facts import (
    OMISSIONS_FOLDER,
    SAMPLES_FOLDER,
    UNVERIFIED_PATH,
    flat,
    read_if_there,
    texts_said,
)
from portal.content.library import Library
from portal.content.strict import Strict
from portal.reading.fields import Context, PastDay, Text, Url, problem
from portal.reading.files import files_named
from portal.reading.markdown.markup import CITATION
from portal.reading.problems import Problem
from portal.reading.validation import AnyModel, validate
from portal.reading.yaml_reader import Location, Reading

MOST_REWRITTEN: Final = 0.1
"""The share of a sample that may be rewritten on the pages before a new one is to be drawn: our own rule."""


_SOURCES: Final = re.compile(rf"(?<!\s)\s*{CITATION}")


class Compared(Strict):
    """A sentence of a page beside the words of its source, as a second reader found it. `mended` tells what it said
    before it was put right."""

    path: Text
    sentence: Text
    source: Text
    words: Text
    outcome: Literal["right"]
    mended: Text | None = None


class Sample(Strict):
    """Sentences drawn at random from the pages with a seed (bench/draw.py), and compared."""

    seed: int
    facts: list[Compared] = Field(min_length=1)


class Missed(Strict):
    """What a reader missed on a page. `source` is what was opened for it, or what was looked for; with `added` the page
    says it `now`, in these words, with `declined` it goes on without, and `why`."""

    missing: Text
    source: Text
    url: Url | None = None
    outcome: Literal["added", "declined"]
    now: Text | None = Field(default=None, validate_default=True)
    why: Text | None = Field(default=None, validate_default=True)

    @field_validator("now")
    @classmethod
    def _is_said(cls, value: str | None, info: ValidationInfo) -> str | None:
        return _given_with("added", value, info)

    @field_validator("why")
    @classmethod
    def _is_reasoned(cls, value: str | None, info: ValidationInfo) -> str | None:
        return _given_with("declined", value, info)


def _given_with(outcome: str, value: str | None, info: ValidationInfo) -> str | None:
    if info.data.get("outcome") == outcome and value is None:
        raise problem("missing-field")
    return value


class Omissions(Strict):
    """What the strongest critic and the province's own office would each miss on a page, as a second reader told it."""

    path: Text
    read: PastDay
    critic: list[Missed] = Field(min_length=1)
    province: list[Missed] = Field(min_length=1)

    def said_now(self) -> Iterator[tuple[Location, str]]:
        """The sentences that went into the page, each with its place in the file."""
        for side, entries in (("critic", self.critic), ("province", self.province)):
            yield from (((side, n, "now"), one.now) for n, one in enumerate(entries) if one.now)


@dataclass(frozen=True)
class _Kept:
    """A sentence that a second reader saw on a page, and where that is recorded."""

    path: str
    line: int
    page: str
    sentence: str


def fact_files(root: Path) -> tuple[Path, ...]:
    """Every file below data/ that is read here or beside it."""
    return (root / UNVERIFIED_PATH, *_files(root, SAMPLES_FOLDER, "*.yml"), *_files(root, OMISSIONS_FOLDER, "*/*.yml"))


def second_reader_problems(library: Library, today: Context) -> Iterator[Problem]:
    """What second readers wrote that is not whole, and draws of which too much was rewritten since."""
    said = {path: _sentences(text) for path, text in texts_said(library).items()}
    for draw in (*_samples(library, today), *_omissions(library, today)):
        yield from draw.problems
        gone = [one for one in draw.kept if _sentences(one.sentence) not in said.get(one.page, "")]
        if len(gone) > MOST_REWRITTEN * len(draw.kept):
            values = {"gone": len(gone), "all": len(draw.kept)}
            yield Problem(gone[0].path, gone[0].line, "", draw.code, values)


def _sentences(text: str) -> str:
    """A text as it was compared: the number of a source changes when another goes, the sentence does not."""
    return " ".join(_SOURCES.sub("", flat(text)).split())


@dataclass(frozen=True)
class _Draw:
    """What one seed drew, and what to tell when too much of it was rewritten."""

    code: str
    kept: list[_Kept]
    problems: list[Problem]


def _samples(library: Library, today: Context) -> Iterator[_Draw]:
    for file in _files(library.root, SAMPLES_FOLDER, "*.yml"):
        path, sample, reading, problems = _read(library.root, file, Sample, today)
        facts = enumerate(sample.facts if sample else ())
        kept = [_Kept(path, reading.line(("facts", n)), fact.path, fact.sentence) for n, fact in facts]
        yield _Draw("sample-rewritten", kept, problems)


def _omissions(library: Library, today: Context) -> Iterator[_Draw]:
    """One draw a folder: its pages are judged together."""
    by_seed = groupby(_files(library.root, OMISSIONS_FOLDER, "*/*.yml"), lambda file: file.parent)
    for _, files in by_seed:
        draw = _Draw("omissions-rewritten", [], [])
        for file in files:
            path, one, reading, problems = _read(library.root, file, Omissions, today)
            draw.problems.extend(problems)
            said = one.said_now() if one else ()
            draw.kept.extend(_Kept(path, reading.line(place), one.path, now) for place, now in said if one)
        yield draw


def _read(
    root: Path, file: Path, model: type[AnyModel], today: Context
) -> tuple[str, AnyModel | None, Reading, list[Problem]]:
    path = file.relative_to(root).as_posix()
    reading = read_if_there(root, path)
    if reading.value is None:
        return path, None, reading, list(reading.problems)
    one, problems = validate(model, reading.value, today, reading, path)
    return path, one, reading, [*reading.problems, *problems]


def _files(root: Path, folder: str, pattern: str) -> list[Path]:
    """data/samples/<seed>.yml, one file a sample; data/omissions/<seed>/<page>.yml, one file a page."""
    return files_named(root / folder, pattern)
