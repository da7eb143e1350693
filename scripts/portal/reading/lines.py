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
from unicodedata import is_normalized

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
    found, decoder, line, foreign_letters = hashlib.sha256(), getincrementaldecoder("utf-8")(), 1, False
    block = opened.read(BLOCK)
    if foreign := foreign_to_text(block):
        return replace(source, problem=Problem(source.path, 1, "", foreign))
    while True:
        try:
            foreign_letters |= not decoder.decode(block, final=not block).isascii()
        except UnicodeDecodeError as error:
            readable = error.object.decode("utf-8", "ignore").isascii() and not foreign_letters
            line += error.object.count(b"\n", 0, error.start)
            return replace(source, problem=Problem(source.path, line, "", "code-page" if readable else "not-utf8"))
        if not block:
            return replace(source, sha256=found.hexdigest())
        found.update(block)
        line += block.count(b"\n")
        block = opened.read(BLOCK)


class Lines:
    """The lines of a source as they come, in NFC, without their ends; `problems` grows with what had to be mended."""

    def __init__(self, source: Source) -> None:
        self.source, self.problems = source, list[Problem]()

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
        if surely_clean(data, text) and is_normalized("NFC", text):
            return text
        read = plain_text(self.source.path, text)
        for problem in read.problems:
            self._tell(replace(problem, line=first + problem.line))
        return read.text or ""

    def _tell(self, problem: Problem) -> None:
        """What had to be mended: as many characters as of a small file, and once that letters were in parts."""
        told = sum(one.code == problem.code for one in self.problems)
        if told < (MOST_CHARACTERS_TOLD if problem.code == "yaml-character" else 1):
            self.problems.append(problem)


def _whole_lines(opened: BinaryIO) -> Iterator[bytes | None]:
    """Blocks of whole lines, each ended by \n; None, and no more, where a line is too long. The mark at the start
    that says UTF-8 is left out."""
    rest = opened.read(len(UTF8_BOM)).removeprefix(UTF8_BOM)
    while block := opened.read(BLOCK):
        data = rest + block
        end = max(data.rfind(b"\n"), data.rfind(b"\r", 0, len(data) - 1)) + 1
        data, rest = data[:end], data[end:]
        if len(rest) > LONGEST_LINE:
            yield None
            return
        if data:
            yield data if data.endswith(b"\n") else data[:-1] + b"\n"
    if rest:
        yield rest.removesuffix(b"\r") + b"\n"
