"""A site while it is being made, in a folder of its own: each file written, or taken from the site of before as it is.

To make a file costs a disk far more than to name one that is there once more (adr/0045). A file of before is taken
only where it holds, now, the very bytes wanted: no list and no clock is believed.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

MOST_HELD: Final = 1 << 20
"""Bytes of a file that comes part by part which are held, to compare them."""


@dataclass(frozen=True)
class NewSite:
    """The folder a site is made in, and the one that stands, None where nothing is to be taken from it."""

    folder: Path
    before: Path | None = None

    def write(self, path: str, content: bytes) -> None:
        """Lay a file, by its path in the site. Raises what the disk says."""
        if not self._taken(path, content):
            self._write(path, (content,))

    def write_parts(self, path: str, parts: Iterable[bytes]) -> None:
        """Lay a file that may be too much for memory, part by part: such a large one is written anew. Raises what the
        disk says."""
        coming, held, size = iter(parts), list[bytes](), 0
        for part in coming:
            held.append(part)
            size += len(part)
            if size > MOST_HELD:
                self._write(path, chain(held, coming))
                return
        self.write(path, b"".join(held))

    def _write(self, path: str, parts: Iterable[bytes]) -> None:
        file = self._way(path)
        file.unlink(missing_ok=True)  # never into a file that the site of before may share
        with file.open("xb") as out:
            out.writelines(parts)

    def _taken(self, path: str, content: bytes) -> bool:
        """Whether the file of before holds that and could be given a second name; a disk that knows no such thing, or
        a file that is somebody else's or has a second name already, gives none."""
        if self.before is None:
            return False
        old = self.before / path
        with suppress(OSError):
            if _is_alone(old.lstat(), self._owner, len(content)) and old.read_bytes() == content:
                self._way(path).hardlink_to(old)
                return True
        return False

    @cached_property
    def _owner(self) -> int:
        return self.folder.stat().st_uid

    def _way(self, path: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


def _is_alone(found: os.stat_result, owner: int, size: int) -> bool:
    """Whether what was found is a plain file of that size and owner, with one name: whoever wrote into another of its
    names would write into the site."""
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and found.st_uid == owner and found.st_size == size
