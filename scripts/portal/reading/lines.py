"""A large text, a block of lines at a time: the same bytes refused and the same letters mended as in a small one.

A register may be larger than a machine's memory. Its bytes are gone over once to know them (their hash, whether they
are text at all), then read in blocks of whole lines; never more than a block is held.
"""

import hashlib
import os
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from portal.reading.characters import surely_clean
from portal.reading.files import MOST_CHARACTERS_TOLD, UTF8_BOM, foreign_to_text, opened_file, plain_text, unreadable
from portal.reading.problems import Problem

BLOCK: Final = 1 << 20
"""Bytes read at a time."""
LONGEST_LINE: Final = 1 << 18
"""Bytes of a line: what is longer is no table, and would have to be held whole."""


@dataclass(frozen=True)
class Source:
    """A file as it was when it was gone over: its bytes' SHA-256, or what is wrong so that it cannot be read."""

    root: Path
    file: Path
    sha256: str = ""
    problem: Problem | None = None

    @property
    def path(self) -> str:
        return self.file.relative_to(self.root).as_posix()


def known_source(root: Path, file: Path, most: int) -> Source:
    """Go over the bytes of a file below `root` that may hold `most` of them. Nothing a file can be makes it raise."""
    source = Source(root, file)
    opened = opened_file(root, file)
    if isinstance(opened, Problem):
        return replace(source, problem=opened)
    try:
        with opened:
            size = os.fstat(opened.fileno()).st_size
            if size > most:
                values = {"size": size // 1024, "most": most // 1024}
                return replace(source, problem=Problem(source.path, 1, "", "too-large", values))
            return _gone_over(source, opened)
    except OSError as error:
        return replace(source, problem=unreadable(source.path, error))


def _gone_over(source: Source, opened: BinaryIO) -> Source:
    found, decoder, line = hashlib.sha256(), getincrementaldecoder("utf-8")(), 1
    block = opened.read(BLOCK)
    if foreign := foreign_to_text(block):
        return replace(source, problem=Problem(source.path, 1, "", foreign))
    while block:
        found.update(block)
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            return replace(source, problem=_no_utf8(source.path, line, error))
        line += block.count(b"\n")
        block = opened.read(BLOCK)
    return replace(source, sha256=found.hexdigest())


def _no_utf8(path: str, line: int, error: UnicodeDecodeError) -> Problem:
    code = "code-page" if error.object.decode("utf-8", "ignore").isascii() else "not-utf8"
    return Problem(path, line + error.object.count(b"\n", 0, error.start), "", code)


class Lines:
    """The lines of a source as they come, in NFC, without their ends; `problems` grows with what had to be mended."""

    def __init__(self, source: Source) -> None:
        self.source, self.problems = source, list[Problem]()
        self._characters = 0

    def blocks(self) -> Iterator[list[str]]:
        """Lists of lines, one after another. Stops with a problem where a line is longer than any row."""
        opened = opened_file(self.source.root, self.source.file)
        if isinstance(opened, Problem):
            self.problems.append(opened)
            return
        first = 0
        with opened:
            for data in _whole_lines(opened):
                if data is None:
                    values = {"most": LONGEST_LINE // 1024}
                    self.problems.append(Problem(self.source.path, first + 1, "", "register-line-long", values))
                    return
                lines = self._text(data, first).split("\n")
                lines.pop()
                yield lines
                first += len(lines)

    def _text(self, data: bytes, first: int) -> str:
        """The text of whole lines, ended by \\n; `first` is how many lines were before."""
        text = data.decode("utf-8")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        read = plain_text(self.source.path, text, surely_clean(data, text))
        self._tell(replace(problem, line=first + problem.line) for problem in read.problems)
        return read.text or ""

    def _tell(self, problems: Iterator[Problem]) -> None:
        """What had to be mended: as many characters as in a small file, and once that letters were in parts."""
        told = {problem.code for problem in self.problems}
        for problem in problems:
            if problem.code not in told or (problem.code == "yaml-character" and self._characters):
                self.problems.append(problem)
                self._characters += problem.code == "yaml-character"
