"""The streams inside an old Office file (.xls, .doc, whatever a password locks), as far as needed: [MS-CFB]."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_END: Final = 0xFFFFFFFA  # sector numbers from here on are no sectors
_ENTRY: Final = 128
_ROOT: Final = 5


@dataclass(frozen=True)
class OldFile:
    """An old Office file: its streams' names, and their bytes."""

    data: bytes
    size: int
    table: tuple[int, ...]
    entries: tuple[tuple[str, int, int, int], ...] = ()

    @classmethod
    def opened(cls, data: bytes) -> "OldFile":
        """The file whose bytes are `data`; one that is cut off or broken has the names that could be read."""
        if len(data) < 512:
            return cls(data, 512, ())
        (shift,) = struct.unpack_from("<H", data, 30)
        size = 1 << min(shift, 12) if shift >= 7 else 512
        table = tuple(_table(data, size))
        (first,) = struct.unpack_from("<I", data, 48)
        folder = _joined(data, size, table, first)
        return cls(data, size, table, tuple(_entries(folder)))

    @property
    def names(self) -> tuple[str, ...]:
        """What its streams and folders are called."""
        return tuple(name for name, _, _, _ in self.entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; empty where there is none."""
        found = next(((start, size) for own, _, start, size in self.entries if own == name), None)
        if found is None:
            return b""
        start, size = found
        (cutoff,) = struct.unpack_from("<I", self.data, 56)
        if size >= cutoff:
            return _joined(self.data, self.size, self.table, start)[:size]
        return self._small(start)[:size]

    def _small(self, start: int) -> bytes:
        """A stream below the cutoff lies in pieces of 64 bytes inside the root's own stream."""
        root = next((entry for entry in self.entries if entry[1] == _ROOT), None)
        if root is None:
            return b""
        inside = _joined(self.data, self.size, self.table, root[2])
        (first,) = struct.unpack_from("<I", self.data, 60)
        table = _numbers(_joined(self.data, self.size, self.table, first))
        return b"".join(inside[number * 64 : number * 64 + 64] for number in _chain(table, start))


def _table(data: bytes, size: int) -> Iterator[int]:
    """The number of the next sector, for every sector."""
    listed = [number for number in struct.unpack_from("<109I", data, 76) if number < _END]
    (further,) = struct.unpack_from("<I", data, 68)
    seen = set[int]()
    while further < _END and further not in seen:
        seen.add(further)
        part = _numbers(_sector(data, size, further))
        if not part:
            break
        listed += [number for number in part[:-1] if number < _END]
        further = part[-1]
    for number in dict.fromkeys(listed):
        yield from _numbers(_sector(data, size, number))


def _sector(data: bytes, size: int, number: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(part: bytes) -> tuple[int, ...]:
    count = len(part) // 4
    return struct.unpack_from(f"<{count}I", part)


def _chain(table: tuple[int, ...], start: int) -> Iterator[int]:
    """The sectors of a stream from the first on; a circle ends where it closes."""
    seen = set[int]()
    while start < len(table) and start not in seen:
        seen.add(start)
        yield start
        start = table[start]


def _joined(data: bytes, size: int, table: tuple[int, ...], start: int) -> bytes:
    return b"".join(_sector(data, size, number) for number in _chain(table, start))


def _entries(folder: bytes) -> Iterator[tuple[str, int, int, int]]:
    """(name, type, first sector, bytes) of everything in the folder of streams."""
    for at in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", folder, at + 64)
        start, size = struct.unpack_from("<II", folder, at + 116)
        if kind and 2 <= length <= 64:
            yield folder[at : at + length - 2].decode("utf-16-le", "replace"), kind, start, size
