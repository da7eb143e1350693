"""A corpus opened once: the library and its registers, read again only where a file is another than before."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from portal.content.library import Watch, open_library
from portal.content.looks import Looks
from portal.plan.ledger import Registers, open_registers
from portal.reading.keeping.sums import file_sum, walked
from portal.reading.problems import Problem, in_order

TEXTS: Final = "content_*"
BESIDE_TEXTS: Final = ("data", "docs")
"""The folders a corpus is read from: those of its languages, and what its texts stand among."""

_LAST: dict[tuple[Path, date, str], Registers] = {}  # one entry: a build checks and is then made of the same values


def open_corpus(root: Path, today: date, watch: Watch = lambda files: files, looks: Looks | None = None) -> Registers:
    """The registers, with their library, of the folder `root` as of `today`. Content never makes it raise. Called again
    in the same process it gives the same values, unless a byte of what they were read from has changed. `looks` may
    know from before where nothing is wrong."""
    key = (root.resolve(), today, digest_of(root))
    if key not in _LAST:
        _LAST.clear()
        beside = (digest_of(root, BESIDE_TEXTS), today, _strangers(root)) if looks else None
        _LAST[key] = open_registers(open_library(root, today, watch, looks, beside), today)
    return _LAST[key]


def problems_of(registers: Registers) -> tuple[Problem, ...]:
    """Everything wrong in a corpus, in the order of its files."""
    return in_order((*registers.library.problems, *registers.problems))


def _strangers(root: Path) -> tuple[str, ...]:
    """What lies among the texts and is none: a link may lead to it."""
    every = (f"{folder.name}/{path}" for folder in root.glob(TEXTS) for path, _ in _walked(folder))
    return tuple(sorted(path for path in every if not path.endswith(".md")))


def digest_of(root: Path, folders: Iterable[str] = (TEXTS, *BESIDE_TEXTS)) -> str:
    """SHA-256 of the names and bytes of every file a corpus is read from, or of those in some `folders`."""
    found = hashlib.sha256()
    for top in sorted(folder for name in folders for folder in root.glob(name)):
        files = sorted((path, entry.path) for path, entry in _walked(top))
        for path, file in files:
            found.update(f"{top.name}/{path}\0{_sum(file)}\n".encode(errors="surrogateescape"))
    return found.hexdigest()


def _walked(top: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """What lies in a folder; nothing more of it where it cannot be read, which the check tells."""
    with suppress(OSError):
        yield from walked(str(top))


def _sum(file: str) -> str:
    """The sum of a file's bytes; what is no file, or cannot be read, is told by why."""
    try:
        return file_sum(file)
    except OSError as error:
        return str(error.errno)
