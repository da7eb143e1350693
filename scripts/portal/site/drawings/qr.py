"""The square code that leads from a printed page back to its address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import segno

from portal.reading.keeping.kept import kept, made_of

_MASK: Final = 3
"""Any of the eight patterns laid over a code is read alike (ISO/IEC 18004, 7.8): weighing which is the prettiest took
five sixths of the time."""


@dataclass(frozen=True)
class Square:
    """A QR code: `size` modules a side, quiet zone included; `path` draws its dark modules as strokes of width 1."""

    size: int
    path: str


def kept_square(cache: Path, url: str) -> Square:
    """The QR code of an address, from the folder `cache` where it was drawn before by the same code."""
    name = made_of(Path(__file__).read_bytes(), segno.__version__.encode(), url.encode())
    size, path = kept(cache / "squares" / name, lambda: _packed(square(url))).decode().split("\n")
    return Square(int(size), path)


def _packed(one: Square) -> bytes:
    return f"{one.size}\n{one.path}".encode()


def square(url: str) -> Square:
    """The QR code of an address, error correction M. Raises segno.DataOverflowError beyond 2,331 bytes."""
    code = segno.make(url, error="m", micro=False, mask=_MASK)
    border = code.default_border_size
    runs = ((x + border, y, length) for y, row in enumerate(code.matrix, border) for x, length in _runs(row))
    return Square(len(code.matrix) + 2 * border, _path(runs))


def _path(runs: Iterable[tuple[int, int, int]]) -> str:
    """Strokes, each told by how far it begins from the end of the one before: packed, half as long as by places."""
    path, at = "M0 .5", (0, 0)
    for x, y, length in runs:
        path += f"m{x - at[0]} {y - at[1]}h{length}"
        at = (x + length, y)
    return path


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where the dark modules of a row begin and how many stand together."""
    start = None
    for x, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
