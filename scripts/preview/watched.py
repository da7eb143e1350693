"""Which files changed since the last look: asked of the disk again and again, as every system can."""

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal.content.desk.address import ENGINE_SETTINGS
from portal.plan.corpus import BESIDE_TEXTS, TEXTS
from portal.reading.files import is_left_behind

HOUSE_FOLDERS: Final = ("docs", "overrides", "scripts")
MOST_WORTH_A_SUM: Final = 8 * 1024 * 1024
"""Bytes: a larger file counts as changed when its time is another, as reading it takes longer than looking again."""
SETTLES: Final = 0.05
"""Seconds between two looks that must be alike: a program that saves may still be writing."""


@dataclass(frozen=True)
class _Seen:
    size: int
    times: tuple[int, int]
    sum: str


class Watched:
    """The files a preview is made of: those of the corpus, and the house's own."""

    def __init__(self, root: Path, house: Path) -> None:
        self._root, self._house = root, house
        self._seen = self._look({})

    def changed(self) -> tuple[str, ...]:
        """The files that are others than at the last call, new or gone, by their paths; when they have settled."""
        before, seen = self._seen, self._look(self._seen)
        while seen != self._seen:
            self._seen = seen
            time.sleep(SETTLES)
            seen = self._look(seen)
        names = {path for path in {*before, *seen} if _what(before.get(path)) != _what(seen.get(path))}
        return tuple(sorted(map(self._shown, names)))

    def _look(self, before: dict[Path, _Seen]) -> dict[Path, _Seen]:
        found = ((path, _seen(path, before.get(path))) for path in self._files())
        return {path: seen for path, seen in found if seen}

    def _files(self) -> Iterator[Path]:
        yield self._house / ENGINE_SETTINGS
        folders = [folder for name in (TEXTS, *BESIDE_TEXTS) for folder in self._root.glob(name)]
        for folder in dict.fromkeys((*folders, *(self._house / name for name in HOUSE_FOLDERS))):
            for place, within, names in os.walk(folder):
                within[:] = [name for name in within if not name.startswith((".", "__"))]
                yield from (Path(place, name) for name in names if not is_left_behind(name) and name[-1] != "~")

    def _shown(self, path: Path) -> str:
        base = self._root if path.is_relative_to(self._root) else self._house
        return path.relative_to(base).as_posix()


def _what(seen: _Seen | None) -> tuple[int, str] | None:
    return (seen.size, seen.sum) if seen else None


def _seen(path: Path, before: _Seen | None) -> _Seen | None:
    """A file as it is now; None where there is none. Its bytes are read only when its times are others."""
    try:
        told = path.stat()
        times = (told.st_mtime_ns, told.st_ctime_ns)
        if before and (before.size, before.times) == (told.st_size, times):
            return before
        if told.st_size > MOST_WORTH_A_SUM:
            return _Seen(told.st_size, times, str(told.st_mtime_ns))
        return _Seen(told.st_size, times, hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None
