"""The square code that leads from a printed page back to its address."""

from dataclasses import dataclass
from pathlib import Path

import segno

from portal.reading.kept import kept, made_of


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
    code = segno.make(url, error="m", micro=False)
    border = code.default_border_size
    rows = (_runs(row, border, y) for y, row in enumerate(code.matrix, border))
    return Square(len(code.matrix) + 2 * border, "".join(rows))


def _runs(row: bytearray, left: int, y: int) -> str:
    """The dark modules of a row, neighbours joined."""
    path, start = "", None
    for x, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            path += f"M{left + start} {y}.5h{x - start}"
            start = None
    return path
