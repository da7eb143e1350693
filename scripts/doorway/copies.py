"""A copy of the site, as somebody was handed it: a folder or a ZIP. It is read and never trusted."""

import contextlib
import hashlib
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from portal.site.files.manifest import MANIFEST, NOT_THERE, FoundFile
from portal.site.files.packed import is_packed, packed_from, unpacked

MOST_BYTES: Final = 1 << 30
"""No file of a publication comes near: a larger one is not read, nor a ZIP with four times that in all."""
MOST_OF_A_LIST: Final = 32 << 20
MOST_FILES: Final = 200_000
PART: Final = 1 << 20
LEFT_BY_SYSTEMS: Final = frozenset(
    {
        *("thumbs.db", "desktop.ini", "system volume information", "$recycle.bin"),
        *(".ds_store", "__macosx", ".spotlight-v100", ".trashes", ".fseventsd", "lost+found"),
    }
)
"""What systems lay into any folder they show or any stick they are given; no page of the site leads there."""
_UNREADABLE: Final = (
    *(OSError, RuntimeError, ValueError, EOFError, OverflowError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
)
"""What a ZIP says of an entry it cannot give: broken, with a password, packed in a way nobody here knows."""


class NoCopy(Exception):
    """There is nothing that could be looked at; `why` names a sentence of the words `verify.no_copy`."""

    def __init__(self, where: object, why: str, reason: object = "") -> None:
        super().__init__(where, why, reason)
        self.where, self.why, self.reason = where, why, reason


class Copy(Protocol):
    """The files of a copy, by their paths in it; `where` says where they lie, for people."""

    where: str

    def names(self) -> frozenset[str] | None:
        """Every file there is, but for what systems lay there; None where nobody can say."""

    def small(self, name: str) -> bytes | None:
        """A list as it stands; None where there is none. Raises NoCopy for one too large."""

    def found(self, name: str) -> FoundFile:
        """The SHA-256 of a file, or why it cannot be told."""


def copy_on_disk(path: Path) -> Copy:
    """The copy at a path. Raises NoCopy."""
    with disk_told(path):
        if path.is_dir():
            return Folder(path)
        if not path.is_file():
            raise NoCopy(path, "no_file" if path.exists() else "missing")
        return Packed(path)


def known_names(copy: Copy, sums: Mapping[str, str]) -> frozenset[str] | None:
    """Every file there is but for packed companions."""
    names = copy.names()
    return names and names - companions(copy, sums)


def companions(copy: Copy, sums: Mapping[str, str]) -> frozenset[str]:
    """The packed files (`make compress`) that hold what a list says of the file they stand beside."""
    return frozenset(name for name in copy.names() or () if name not in sums and _is_companion(copy, name, sums))


def _is_companion(copy: Copy, name: str, sums: Mapping[str, str]) -> bool:
    if not is_packed(name) or copy.found(name).why:
        return False
    held = unpacked(name, copy.small(name) or b"")
    return held is not None and _sum([held]) == sums.get(packed_from(name))


def list_on_disk(path: Path) -> bytes | None:
    """A list by its own path; None where there is no such file. Raises NoCopy for what is no list."""
    with disk_told(path):
        if not path.exists():
            return None
        if not path.is_file():
            raise NoCopy(path, "no_file")
        if path.stat().st_size > MOST_OF_A_LIST:
            raise NoCopy(path, "large_list")
        return path.read_bytes()


class Folder:
    """Plain files. Links are not followed: they could lead anywhere."""

    def __init__(self, path: Path) -> None:
        self.top = _top_of(path)
        self.where = str(self.top)
        self._names: frozenset[str] | None = None

    def names(self) -> frozenset[str]:
        if self._names is None:
            self._names = frozenset(self._walked())
        return self._names

    def _walked(self) -> Iterator[str]:
        """Every file, and every link to a folder, as if it were one."""
        count = 0
        for place, folders, files in os.walk(self.top):
            folders[:] = [name for name in folders if not _is_a_systems(name)]
            linked = [name for name in folders if Path(place, name).is_symlink()]
            for name in (*linked, *(name for name in files if not _is_a_systems(name))):
                count += 1
                yield Path(place, name).relative_to(self.top).as_posix()
            if count > MOST_FILES:
                raise NoCopy(self.top, "too_many")

    def small(self, name: str) -> bytes | None:
        return list_on_disk(self.top / name)

    def found(self, name: str) -> FoundFile:
        path = self.top / name
        try:
            known = path.lstat()
            if not stat.S_ISREG(known.st_mode) or name not in self.names():
                return FoundFile(why="not_plain")
            if known.st_size > MOST_BYTES:
                return FoundFile(why="too_large")
            with path.open("rb") as file:
                return FoundFile(_sum(iter(lambda: file.read(PART), b"")))
        except (FileNotFoundError, NotADirectoryError):
            return NOT_THERE
        except (OSError, ValueError):
            return FoundFile(why="unreadable")


def _top_of(path: Path) -> Path:
    """The folder the list lies in: the one asked for, or the only one in it that has a list, as on a stick."""
    if (path / MANIFEST).exists():
        return path
    below = [one for one in sorted(path.iterdir()) if (one / MANIFEST).is_file()]
    return below[0] if len(below) == 1 else path


class Packed:
    """A ZIP. Nothing of it is written to a disk, and no entry is read that the list does not name."""

    def __init__(self, path: Path) -> None:
        try:
            self.zip = zipfile.ZipFile(path)
        except _UNREADABLE as error:
            raise NoCopy(path, "no_zip") from error
        entries = [one for one in self.zip.infolist() if not one.is_dir()]
        if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > 4 * MOST_BYTES:
            raise NoCopy(path, "too_many" if len(entries) > MOST_FILES else "too_large")
        top = _top_in(one.filename for one in entries)
        self.where = f"{path} ({top})" if top else str(path)
        self.entries: dict[str, list[zipfile.ZipInfo]] = {}
        for one in entries:
            name = one.filename.removeprefix(top)
            if not any(map(_is_a_systems, PurePosixPath(name).parts)):
                self.entries.setdefault(name, []).append(one)

    def names(self) -> frozenset[str]:
        return frozenset(self.entries)

    def small(self, name: str) -> bytes | None:
        entries = self.entries.get(name, [])
        if not entries:
            return None
        if len(entries) > 1 or entries[0].file_size > MOST_OF_A_LIST:
            raise NoCopy(name, "twice" if len(entries) > 1 else "large_list")
        try:
            return self.zip.read(entries[0])
        except _UNREADABLE as error:
            raise NoCopy(name, "unreadable", error) from error

    def found(self, name: str) -> FoundFile:
        entries = self.entries.get(name, [])
        if len(entries) != 1:
            return FoundFile(why="twice") if entries else NOT_THERE
        if entries[0].file_size > MOST_BYTES:
            return FoundFile(why="too_large")
        try:
            with self.zip.open(entries[0]) as file:
                return FoundFile(_sum(iter(lambda: file.read(PART), b"")))
        except _UNREADABLE:
            return FoundFile(why="unreadable")


def _top_in(names: Iterable[str]) -> str:
    """How the paths begin in front of the list that lies nearest to the top; "" where there is none."""
    tops = [name.removesuffix(MANIFEST) for name in names if PurePosixPath(name).name == MANIFEST]
    return min(tops, key=lambda top: (top.count("/"), top), default="")


def _sum(parts: Iterable[bytes]) -> str:
    sent = hashlib.sha256()
    for part in parts:
        sent.update(part)
    return sent.hexdigest()


def _is_a_systems(name: str) -> bool:
    return name.lower() in LEFT_BY_SYSTEMS or name.startswith("._")


@contextlib.contextmanager
def disk_told(where: object) -> Iterator[None]:
    """What the disk says of a path, as one reason."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise NoCopy(where, "unreadable", getattr(error, "strerror", None) or error) from error
