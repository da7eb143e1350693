"""A large text, a block of lines at a time: the same bytes refused and the same letters mended as in a small one.

A register may be larger than a machine's memory. Its bytes are gone over once to know them (their hash, in which
encoding they are text), then read in blocks of whole lines; never more than a few blocks are held.
"""

import hashlib
import os
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final
from unicodedata import normalize

from portal.reading.characters import surely_clean
from portal.reading.files import MOST_CHARACTERS_TOLD, UTF8_BOM, foreign_to_text, opened_file, plain_text, unreadable
from portal.reading.problems import Problem, Telling
from portal.reading.tables.old_encodings import UTF16_BOMS, can_be_vietnamese

BLOCK: Final = 1 << 20
"""Bytes read at a time."""
LONGEST_LINE: Final = 1 << 18
"""Bytes of a line: what is longer is no row of a table, and would have to be held whole."""

_CONFLICT: Final = b"\n<<<<<<< "
"""How git marks what two changed at once."""


@dataclass(frozen=True)
class TextSource:
    """A file as it was when it was gone over: its size in bytes and their SHA-256 and encoding, or what is wrong so
    that it cannot be read."""

    root: Path
    file: Path
    size: int = 0
    sha256: str = ""
    encoding: str = "utf-8"
    problem: Problem | None = None

    @property
    def path(self) -> str:
        return self.file.relative_to(self.root).as_posix()


def known_source(root: Path, file: Path, most: int) -> TextSource:
    """Go over the bytes of a file below `root` that may hold `most` of them: text in UTF-8, or in an encoding that
    Excel still saves. Nothing a file can be makes it raise."""
    source = TextSource(root, file)
    opened = opened_file(root, file)
    if isinstance(opened, Problem):
        return replace(source, problem=opened)
    try:
        with opened:
            size = os.fstat(opened.fileno()).st_size
            if size > most:
                values = {"size": size // 1024, "most": most // 1024}
                return replace(source, problem=Problem(source.path, 1, "", "too-large", values))
            return _gone_over(replace(source, size=size), opened)
    except OSError as error:
        return replace(source, problem=unreadable(source.path, error))


def _gone_over(source: TextSource, opened: BinaryIO) -> TextSource:
    head = opened.read(BLOCK)
    marked = head.startswith(UTF16_BOMS)
    foreign = foreign_to_text(head)
    if foreign and not marked:
        return replace(source, problem=Problem(source.path, 1, "", foreign))
    read = _read_through(opened, "utf-16" if marked else "utf-8")
    if isinstance(read, str):
        return replace(source, sha256=read, encoding="utf-16" if marked else "utf-8")
    line, code = read
    if not marked and code != "merge-conflict" and _is_old_vietnamese(opened):
        return replace(source, sha256=_sum(opened), encoding="cp1258")
    return replace(source, problem=Problem(source.path, line, "", "utf-16" if marked else code))


def _read_through(opened: BinaryIO, encoding: str) -> str | tuple[int, str]:
    """The SHA-256 of a file that is text in an encoding; else the line where it is not, and what it seems to be."""
    found, decoder, line, plain = hashlib.sha256(), getincrementaldecoder(encoding)(), 1, True
    opened.seek(0)
    while True:
        block = opened.read(BLOCK)
        try:
            plain &= decoder.decode(block, final=not block).isascii()
        except UnicodeDecodeError as error:
            plain &= error.object.decode("utf-8", "ignore").isascii()
            return line + error.object.count(b"\n", 0, error.start), "code-page" if plain else "not-utf8"
        if not block:
            return found.hexdigest()
        if (at := block.find(_CONFLICT)) >= 0:
            return line + block.count(b"\n", 0, at) + 1, "merge-conflict"
        found.update(block)
        line += block.count(b"\n")


def _is_old_vietnamese(opened: BinaryIO) -> bool:
    """Whether a file is Vietnamese in the code page of Windows, as far as anybody can tell."""
    opened.seek(0)
    try:
        for data in _whole_lines(_as_utf8(opened, "cp1258")):
            if data is None or not can_be_vietnamese(normalize("NFC", data.decode())):
                return False
    except UnicodeDecodeError:
        return False
    return True


def _sum(opened: BinaryIO) -> str:
    found = hashlib.sha256()
    opened.seek(0)
    while block := opened.read(BLOCK):
        found.update(block)
    return found.hexdigest()


class Lines:
    """The lines of a source as they come, in NFC, without their ends; what had to be mended goes into `telling`."""

    def __init__(self, source: TextSource, telling: Telling) -> None:
        self.source, self.telling = source, telling
        self._characters = 0

    def blocks(self) -> Iterator[list[str]]:
        """Lists of lines, one after another. Stops with a problem where a line is longer than any row."""
        opened = opened_file(self.source.root, self.source.file)
        if isinstance(opened, Problem):
            self.telling.add(opened)
            return
        first = 0
        with opened:
            for data in _whole_lines(_as_utf8(opened, self.source.encoding)):
                if data is None:
                    values = {"most": LONGEST_LINE // 1024}
                    self.telling.add(Problem(self.source.path, first + 1, "", "register-line-long", values))
                    return
                lines = self._text(data, first).split("\n")
                lines.pop()  # what is behind the last line's end
                yield lines
                first += len(lines)

    def _text(self, data: bytes, first: int) -> str:
        """The text of whole lines; `first` is how many lines were before. What a spreadsheet wrote with its marks
        beside its letters, no officer can mend: it is put together."""
        text = normalize("NFC", data.decode())
        if surely_clean(data, text):
            return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        read = plain_text(self.source.path, text)
        for problem in read.problems[: MOST_CHARACTERS_TOLD - self._characters]:
            self._characters += 1
            self.telling.add(replace(problem, line=first + problem.line))
        return read.text or ""


def _as_utf8(opened: BinaryIO, encoding: str) -> Iterator[bytes]:
    """The bytes of a file in blocks, in UTF-8 whatever they were. Raises UnicodeDecodeError."""
    decoder = getincrementaldecoder(encoding)()
    while block := opened.read(BLOCK):
        yield block if encoding == "utf-8" else decoder.decode(block).encode()


def _whole_lines(blocks: Iterator[bytes]) -> Iterator[bytes | None]:
    """The same bytes in blocks of whole lines, each ended by \\n; None, and no more, where a line is too long. The
    mark at the start that says UTF-8 is left out."""
    rest = b""
    for number, block in enumerate(blocks):
        data = rest + (block if number else block.removeprefix(UTF8_BOM))
        end = max(data.rfind(b"\n"), data.rfind(b"\r", 0, len(data) - 1)) + 1
        data, rest = data[:end], data[end:]
        if len(rest) > LONGEST_LINE:
            yield None
            return
        if data:
            yield data if data.endswith(b"\n") else data[:-1] + b"\n"
    if rest:
        yield rest.removesuffix(b"\r") + b"\n"
