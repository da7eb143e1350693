"""Packed companions of files: beside `x.css` its gzip and Brotli, which a server gives to those who can unpack them."""

import gzip
import zlib
from collections.abc import Callable, Collection, Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Final

GZIP, BROTLI = ".gz", ".br"
PACKED: Final = frozenset(
    {"css", "csv", "html", "ics", "js", "json", "jsonld", "md", "svg", "txt", "webmanifest", "xml"}
)
"""Endings of files that are text; all others are packed in themselves."""
LEAST: Final = 256
"""Bytes: below that a packed file is no shorter on its way."""
MOST_BYTES_HELD: Final = 1 << 26


def packs(path: str) -> bool:
    """Whether a file, named by its path in the site, gets companions."""
    return path.rpartition(".")[2] in PACKED


def is_packed(path: str) -> bool:
    """Whether a path is that of a companion: another file's name, and how it is packed."""
    return path.endswith((GZIP, BROTLI)) and packs(path[: -len(GZIP)])


def packed_from(path: str) -> str:
    """The file that a companion is packed from and stands beside, by its path."""
    return path.rpartition(".")[0]


def stands_beside(path: str, files: Collection[str]) -> bool:
    """Whether a path is that of a companion of one of these files."""
    return is_packed(path) and packed_from(path) in files


def has_brotli() -> bool:
    """Whether what packs and unpacks Brotli is installed."""
    return find_spec("brotli") is not None


def _brotli(content: bytes) -> bytes:
    import brotli  # not everyone has it: make compress installs it

    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=11))


WAYS: Final[Mapping[str, Callable[[bytes], bytes]]] = MappingProxyType(
    {GZIP: lambda content: gzip.compress(content, 9, mtime=0), BROTLI: _brotli}
)
"""How a file is packed, by the ending of its companion: the same content, the same bytes."""


def unpacked(path: str, content: bytes) -> bytes | None:
    """What a companion holds; None for one that is damaged, too large, or packed in a way nobody here knows."""
    try:
        if path.endswith(GZIP):
            reader = zlib.decompressobj(wbits=31)
            found = reader.decompress(content, MOST_BYTES_HELD)
            return found if reader.eof and not reader.unused_data else None
        return _unpacked_brotli(content) if has_brotli() else None
    except (zlib.error, ValueError):
        return None


def _unpacked_brotli(content: bytes) -> bytes | None:
    import brotli

    reader = brotli.Decompressor()
    try:
        found = bytes(reader.process(content, output_buffer_limit=MOST_BYTES_HELD))
    except brotli.error:
        return None
    return found if reader.is_finished() and len(found) <= MOST_BYTES_HELD else None
