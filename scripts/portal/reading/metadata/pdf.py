"""The metadata of a PDF: its Info dictionaries of every version in it, and XMP; packed ones are unpacked.

No more of PDF is read than that: no page. What is encrypted cannot be looked into, and that is said."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from portal.reading.metadata.of_files import Metadata
from portal.reading.metadata.xmp import xmp_in

_MOST_UNPACKED: Final = 32 * 1024 * 1024
"""Bytes of all packed streams: more is a bomb, not the metadata of a book."""
_MOST_NESTED: Final = 8
"""Beginnings of streams before one end: more are no streams, and each would be read as far as that end."""
_ENCRYPTED: Final = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_LONGEST_HEAD: Final = 1024
"""Bytes of the dictionary before a stream: those of metadata and of packed objects have some two hundred."""
_PACKED: Final = re.compile(rb"/Type\s*/(?:ObjStm|Metadata)\b")
_FILTER: Final = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_FLATE: Final = re.compile(rb"\[?\s*/FlateDecode\s*\]?")
_LITERAL: Final = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)"
_VALUE: Final = rb"(" + _LITERAL + rb"|<[0-9A-Fa-f\s]*>|\d+\s+\d+\s+R\b)"
_ENTRY: Final = re.compile(
    rb"/(Author|Company|Manager|LastModifiedBy|Title|Subject|Keywords|Creator|Comments|T|Contents)\s*" + _VALUE,
    re.DOTALL,
)
_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\s*" + _VALUE, re.DOTALL)
_AUTHORS: Final = frozenset((b"Author", b"Manager", b"LastModifiedBy"))
_ESCAPE: Final = re.compile(rb"\\(?:([0-7]{1,3})|(\r?\n|.))", re.DOTALL)
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
    unpacked, objects = _unpacked(data), _objects(data)
    found = Metadata(is_unread=unpacked.is_unread)
    for part in (data, *unpacked.parts):
        found += _of_entries(part, objects) + xmp_in(part)
    return found


def _unpacked(data: bytes) -> _Unpacked:
    parts, is_unread, left, end, nested = list[bytes](), False, _MOST_UNPACKED, 0, 0
    for stream in _STREAM.finditer(data):
        head = re.split(rb"endobj|endstream", data[max(0, stream.start() - _LONGEST_HEAD) : stream.start()])[-1]
        how = _FILTER.search(head)
        if how is None or not _PACKED.search(head):
            continue  # a page or a picture; or it lies open, and is read with the rest
        if end < stream.end():
            end, nested = _end_of(data, stream.end()), 0
        nested += 1
        is_known = _FLATE.fullmatch(how[1]) and nested <= _MOST_NESTED
        plain = _inflated(data[stream.end() : end], left) if is_known else None
        is_unread |= plain is None
        left -= len(plain or b"")
        parts += [plain] if plain is not None else []
    return _Unpacked(tuple(parts), is_unread)


def _end_of(data: bytes, start: int) -> int:
    """Where a stream ends; with the file where nothing says so."""
    found = data.find(b"endstream", start)
    return len(data) if found < 0 else found


def _inflated(stream: bytes, most: int) -> bytes | None:
    """A stream unpacked, None where it cannot be."""
    packed = zlib.decompressobj()
    try:
        plain = packed.decompress(stream, max(1, most))
    except zlib.error:
        return None
    return plain if packed.eof else None


def _objects(data: bytes) -> Mapping[bytes, list[bytes]]:
    """The strings that are objects of their own, every version of each: b"7 0" → its values as written."""
    found = defaultdict[bytes, list[bytes]](list)
    for number, generation, value in _OBJECT.findall(data):
        found[number + b" " + generation].append(value)
    return found


def _of_entries(part: bytes, objects: Mapping[bytes, list[bytes]]) -> Metadata:
    authors, texts, is_unread = list[str](), list[str](), False
    for name, value in _ENTRY.findall(part):
        said = list(_strings(value, objects))
        is_unread |= not said and name in _AUTHORS
        (authors if name in _AUTHORS else texts).extend(text for text in said if text.strip())
    return Metadata(tuple(authors), tuple(texts), is_unread=is_unread)


def _strings(value: bytes, objects: Mapping[bytes, list[bytes]]) -> Iterator[str]:
    """What a value says; one that stands in an object of its own is looked up."""
    is_here = value.startswith((b"(", b"<"))
    for found in (value,) if is_here else objects.get(b" ".join(value.split()[:2]), ()):
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
    octal, sign = found[1], found[2]
    if octal:
        return bytes((int(octal, 8) & 0xFF,))
    return b"" if sign.endswith(b"\n") else _SHORT.get(sign, sign)
