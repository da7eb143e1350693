"""A picture without what it says of itself: the pieces that draw it as they were, turned and coloured as before.

No pixel is made anew: a JPEG, PNG or WebP is a row of pieces, and those that say who, where and when are left out."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image

from portal.reading.pictures.whole import seen_picture

_ORIENTATION: Final = 0x0112
_EXIF: Final = b"Exif\0\0"
_APP0, _APP1, _APP2, _APP14, _APP15, _COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
_RESTARTS: Final = frozenset(range(0xD0, 0xD8))
_KEPT_OF_APPS: Final = ((_APP0, b"JFIF\0"), (_APP2, b"ICC_PROFILE\0"), (_APP14, b"Adobe"))
"""How a JPEG is to be decoded, and in which colours; every other piece for programs goes."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_KEPT_OF_PNG: Final = frozenset(b"tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST sPLT acTL fcTL fdAT".split())
_KEPT_OF_WEBP: Final = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04


class _Torn(Exception):
    """The pieces do not fit together: nothing is left out of such a file."""


def without_metadata(data: bytes) -> bytes:
    """The same picture without its metadata; the bytes as they are where it has none, or where they are no whole
    JPEG, PNG or WebP. What it shows, how it is turned and its colour profile stay."""
    ending = next((ending for start, ending in _STARTS.items() if data.startswith(start)), "")
    if not ending or seen_picture(data, ending).fault:
        return data
    try:
        bare = _WITHOUT[ending](data)
    except (_Torn, IndexError):
        return data
    return bare if bare != data and _shows_the_same(data, bare, ending) else data


def _shows_the_same(data: bytes, bare: bytes, ending: str) -> bool:
    """Whether two files are whole and show the same, pixel by pixel, turned alike and in the same colours."""
    if seen_picture(bare, ending).fault:
        return False
    with Image.open(BytesIO(data)) as old, Image.open(BytesIO(bare)) as new:
        alike = old.info.get("icc_profile") == new.info.get("icc_profile") and _turned(old) == _turned(new)
        return alike and (old.mode, old.size, old.tobytes()) == (new.mode, new.size, new.tobytes())


def _turned(picture: Image.Image) -> int:
    turned = picture.getexif().get(_ORIENTATION, 1)
    return turned if turned in range(2, 9) else 1


def _orientation(data: bytes) -> bytes:
    """EXIF that says how a picture is turned and nothing else; b"" where it stands upright."""
    with Image.open(BytesIO(data)) as picture:
        turned = _turned(picture)
    if turned == 1:
        return b""
    exif = Image.Exif()
    exif[_ORIENTATION] = turned
    return exif.tobytes().removeprefix(_EXIF)


def _jpeg(data: bytes) -> bytes:
    """Piece by piece to the end of the first picture; what stands behind that is no part of it."""
    turned = _orientation(data)
    said = b"\xff\xe1" + (len(_EXIF + turned) + 2).to_bytes(2, "big") + _EXIF + turned if turned else b""
    pieces = [piece.whole for piece in _jpeg_pieces(data) if not piece.is_said]
    jfif = 1 if pieces[0].startswith(b"\xff\xe0") else 0  # stands first where it stands at all
    return b"".join((data[:2], *pieces[:jfif], said, *pieces[jfif:]))


@dataclass(frozen=True)
class _Piece:
    """A piece of a JPEG with its mark, and whether it says something instead of drawing."""

    whole: bytes
    is_said: bool = False


def _jpeg_pieces(data: bytes) -> Iterator[_Piece]:
    place = 2
    while True:
        start = place
        if data[place] != 0xFF:
            raise _Torn
        while data[place] == 0xFF:
            place += 1
        mark = data[place]
        place += 1
        if mark == _EOI:
            yield _Piece(b"\xff\xd9")
            return
        length = int.from_bytes(data[place : place + 2], "big")
        if length < 2 or place + length > len(data):
            raise _Torn
        body, place = data[place + 2 : place + length], place + length
        end = _end_of_scan(data, place) if mark == _SOS else place
        is_kept = any(mark == one and body.startswith(beginning) for one, beginning in _KEPT_OF_APPS)
        yield _Piece(data[start:end], not is_kept and (_APP0 <= mark <= _APP15 or mark == _COM))
        place = end


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the packed rows end: at the next mark that is neither stuffing nor a restart."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise _Torn
        following = data[place + 1]
        if following and following != 0xFF and following not in _RESTARTS:
            return place
        place += 1 if following == 0xFF else 2


def _png(data: bytes) -> bytes:
    turned = _orientation(data)
    parts, place = [_PNG], len(_PNG)
    while True:
        length, name = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        end = place + 12 + length
        if len(name) < 4 or end > len(data):
            raise _Torn
        is_needed = not name[0] & 0x20  # a capital: without it there is no picture
        parts += [data[place:end]] if is_needed or name in _KEPT_OF_PNG else []
        if name == b"IHDR" and turned:
            parts.append(_chunk(b"eXIf", turned))
        if name == b"IEND":
            return b"".join(parts)
        place = end


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def _webp(data: bytes) -> bytes:
    turned = _orientation(data)
    parts, place, end = list[bytes](), 12, 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise _Torn
    while place + 8 <= end:
        name, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        whole = data[place : place + 8 + length + length % 2]
        place += len(whole)
        if name == b"VP8X":
            flags = whole[8] & ~_EXIF_FLAG & ~_XMP_FLAG | (_EXIF_FLAG if turned else 0)
            whole = whole[:8] + bytes((flags,)) + whole[9:]
        parts += [whole] if name in _KEPT_OF_WEBP else []
    if turned:
        parts.append(b"EXIF" + len(turned).to_bytes(4, "little") + turned + b"\0" * (len(turned) % 2))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


_STARTS: Final[Mapping[bytes, str]] = {b"\xff\xd8\xff": ".jpg", _PNG: ".png", b"RIFF": ".webp"}
_WITHOUT: Final[Mapping[str, Callable[[bytes], bytes]]] = {".jpg": _jpeg, ".png": _png, ".webp": _webp}
