"""A site while it is being made, in a folder of its own: each file written, or taken from the site of before as it is.

To make a file costs a disk far more than to name one that is there once more (adr/0045). A file of before is taken
only where it holds, now, the very bytes wanted: no list and no clock is believed.
"""

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from portal.reading.keeping.sums import file_sum

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

    def take(self, path: str, digest: str) -> bool:
        """Lay the file that the site of before has at a path, where its SHA-256 is that; whether it could be done."""
        return self._named_again(path, lambda file: file_sum(str(file)) == digest)

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
        """Whether the site of before holds that file and it could be given a second name."""
        return self._named_again(
            path, lambda file: file.stat().st_size == len(content) and file.read_bytes() == content
        )

    def _named_again(self, path: str, is_wanted: Callable[[Path], bool]) -> bool:
        """Give a file of the site of before a second name where it is the one wanted; a disk that knows no such thing
        gives none."""
        if self._standing is None:
            return False
        with suppress(OSError):
            old = self._standing.file(path)
            if old and is_wanted(old):
                self._way(path).hardlink_to(old)
                return True
        return False

    @cached_property
    def _standing(self) -> "_Standing | None":
        return _Standing(self.before.resolve(), self.folder.stat().st_uid) if self.before else None

    def _way(self, path: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


class _Standing:
    """The site that stands: which of its files may be named once more. Whoever else could write into such a file would
    write into the site, so none that is another owner's, has a second name already, or lies behind a link."""

    def __init__(self, folder: Path, owner: int) -> None:
        self._folder, self._owner = folder, owner
        self._is_inside: dict[Path, bool] = {}

    def file(self, path: str) -> Path | None:
        """The file at a path of the site, where it may be named once more. Raises OSError where nobody can say."""
        file = self._folder / path
        found = file.lstat()
        is_ours = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and found.st_uid == self._owner
        return file if is_ours and self._lies_inside(file.parent) else None

    def _lies_inside(self, folder: Path) -> bool:
        """Whether a folder lies where its path says, looked at once."""
        if folder not in self._is_inside:
            self._is_inside[folder] = folder.resolve() == folder
        return self._is_inside[folder]
