"""The metadata of a PDF: its Info dictionaries of every version in it, and XMP; packed ones are unpacked.

No more of PDF is read than that: no page. What is encrypted cannot be looked into, and that is said."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.reading.metadata import Metadata
from portal.reading.xmp import xmp_in

_MOST_UNPACKED: Final = 32 * 1024 * 1024
"""Bytes of one packed stream: more is a bomb, not the metadata of a leaflet."""
_ENCRYPTED: Final = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_STREAM: Final = re.compile(rb"<<((?:(?!<<|endobj|\bstream\b).|<<(?:(?!>>).)*>>)*?)>>\s*stream\r?\n", re.DOTALL)
_PACKED: Final = re.compile(rb"/Type\s*/(?:ObjStm|Metadata)\b")
_FILTER: Final = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_FLATE: Final = re.compile(rb"\[?\s*/FlateDecode\s*\]?")
_LITERAL: Final = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)"
_VALUE: Final = rb"(" + _LITERAL + rb"|<[0-9A-Fa-f\s]*>(?!>)|\d+\s+\d+\s+R\b)"
_ENTRY: Final = re.compile(
    rb"/(Author|Company|Manager|LastModifiedBy|Title|Subject|Keywords|Creator|Comments|T|Contents)\s*" + _VALUE,
    re.DOTALL,
)
_AUTHORS: Final = frozenset((b"Author", b"Manager", b"LastModifiedBy"))
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_SHORT: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True)
class _Unpacked:
    """The bytes in which objects can be looked for, and whether some stayed packed."""

    parts: tuple[bytes, ...]
    is_unread: bool


def pdf_metadata(data: bytes) -> Metadata:
    """What a PDF says of itself. Bytes that are no whole PDF tell what can be found in them."""
    if _ENCRYPTED.search(data):
        return Metadata(is_unread=True)
    unpacked = _unpacked(data)
    found = Metadata(is_unread=unpacked.is_unread)
    for part in (data, *unpacked.parts):
        found += _of_entries(part, data) + xmp_in(part)
    return found


def _unpacked(data: bytes) -> _Unpacked:
    parts, is_unread = list[bytes](), False
    for stream in _STREAM.finditer(data):
        if not _PACKED.search(stream[1]):
            continue
        how = _FILTER.search(stream[1])
        if how is None:
            continue  # it lies open, and was read with the rest
        plain = _inflated(data[stream.end() :]) if _FLATE.fullmatch(how[1]) else None
        is_unread |= plain is None
        parts += [plain] if plain is not None else []
    return _Unpacked(tuple(parts), is_unread)


def _inflated(data: bytes) -> bytes | None:
    """A stream unpacked, None where it cannot be."""
    packed = zlib.decompressobj()
    try:
        plain = packed.decompress(data, _MOST_UNPACKED)
    except zlib.error:
        return None
    return plain if packed.eof else None


def _of_entries(part: bytes, data: bytes) -> Metadata:
    authors, texts, is_unread = list[str](), list[str](), False
    for name, value in _ENTRY.findall(part):
        said = list(_strings(value, data))
        is_unread |= not said and name in _AUTHORS
        (authors if name in _AUTHORS else texts).extend(text for text in said if text.strip())
    return Metadata(tuple(authors), tuple(texts), is_unread=is_unread)


def _strings(value: bytes, data: bytes) -> Iterator[str]:
    """What a value says; one that stands in an object of its own is looked up, in every version of it."""
    if value.startswith((b"(", b"<")):
        yield _decoded(value)
        return
    number, generation = value.split()[:2]
    for found in re.findall(rb"(?<!\d)" + number + rb"\s+" + generation + rb"\s+obj\s*" + _VALUE, data, re.DOTALL):
        if found.startswith((b"(", b"<")):
            yield _decoded(found)


def _decoded(value: bytes) -> str:
    if value.startswith(b"<"):
        digits = re.sub(rb"\s", b"", value[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        raw = _ESCAPE.sub(_unescaped, value[1:-1])
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", "replace")
    return raw.decode("latin-1")


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign[:1].isdigit():
        return bytes((int(sign, 8) & 0xFF,))
    return b"" if sign.endswith(b"\n") else _SHORT.get(sign, sign)
