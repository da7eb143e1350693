"""Sound and film of our own making, for tests: small files that browsers really play, silent and grey.

Opus in Ogg (RFC 6716, 7845): frames of silence, padded to the weight a second of speech has. MP3: frames of MPEG-2
Layer III without a sound in them. MP4: pictures of H.264 whose blocks are written out as they are, so that no encoder
is needed.
"""

import struct
from pathlib import Path
from typing import Final

OPUS_RATE: Final = 48_000
OPUS_FRAMES: Final = 50
"""Of 20 milliseconds each, a second."""
MP3_RATE: Final = 24_000
MP3_SAMPLES: Final = 576
MP3_KILOBITS: Final = 32
WIDE, HIGH = 128, 96
SECONDS_A_PICTURE: Final = 2
_MACROBLOCKS: Final = (WIDE // 16) * (HIGH // 16)
_SPS: Final = bytes.fromhex("6742000af841a2")
_PPS: Final = bytes.fromhex("68ce3880")
_SLICE: Final = bytes.fromhex("05888421a0")
_IDENTITY: Final = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def opus(seconds: float, kilobits: int = 20) -> bytes:
    """Silence of so many seconds as Ogg Opus, one channel, so many kilobits a second."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, OPUS_RATE, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 0) + struct.pack("<I", 0)
    size = kilobits * 1000 // 8 // OPUS_FRAMES
    padding = size - 5
    packet = bytes((0xFB, 0x41, padding)) + b"\xff\xfe" + bytes(padding)  # one frame, and what a decoder leaves out
    pages, frames, done = [_ogg([head], 0, 0, 2), _ogg([tags], 1, 0, 0)], round(seconds * OPUS_FRAMES), 0
    while done < frames:
        some = min(OPUS_FRAMES, frames - done)
        done += some
        granule = done * OPUS_RATE // OPUS_FRAMES
        pages.append(_ogg([packet] * some, len(pages), granule, 4 if done == frames else 0))
    return b"".join(pages)


def mp3(seconds: float, kilobits: int = MP3_KILOBITS, artist: str = "") -> bytes:
    """Silence of so many seconds as MP3, one channel; with a tag that names an artist where one is given."""
    rates = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    head = bytes((0xFF, 0xF3, rates.index(kilobits) << 4 | 1 << 2, 0xC4))
    frame = head + bytes(MP3_SAMPLES // 8 * kilobits * 1000 // MP3_RATE - len(head))
    return _id3(artist) + frame * round(seconds * MP3_RATE / MP3_SAMPLES)


def mp4(seconds: int, where: bool = False) -> bytes:
    """A grey film without a sound, a picture every two seconds; with a spot where a telephone wrote one."""
    pictures = -(-seconds // SECONDS_A_PICTURE)
    block = bytes((0x0D, 0x00)) + b"\x80" * 384
    coded = _SLICE + (block * _MACROBLOCKS)[2:] + b"\x80"
    sample = struct.pack(">I", len(coded)) + coded
    kind = _box("ftyp", b"isom\0\0\2\0isomavc1")
    spot = _box("udta", _box("\xa9xyz", struct.pack(">HH", 18, 0x15C7) + b"+21.3860+103.0230/")) if where else b""
    head = _movie(seconds, pictures, len(sample), 0, spot)
    begins = len(kind) + len(head) + 8
    return kind + _movie(seconds, pictures, len(sample), begins, spot) + _box("mdat", sample * pictures)


def captions(seconds: int) -> str:
    """Captions for so many seconds."""
    return f"WEBVTT\n\n00:00.000 --> 00:01.000\nMẫu một.\n\n00:01.000 --> 00:{seconds:02d}.000\nMẫu hai.\n"


def put(root: Path, place: str, seconds: int, film: bool = False, tag: str = "vi") -> None:
    """All files of a recording at a place of a corpus."""
    folder = root / "docs" / Path(place).parent
    folder.mkdir(parents=True, exist_ok=True)
    (root / f"docs/{place}.opus").write_bytes(opus(seconds))
    (root / f"docs/{place}.mp3").write_bytes(mp3(seconds))
    if film:
        (root / f"docs/{place}.mp4").write_bytes(mp4(seconds))
        (root / f"docs/{place}.{tag}.vtt").write_text(captions(seconds), "utf-8")


def _ogg(packets: list[bytes], number: int, granule: int, flags: int) -> bytes:
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes((len(one) % 255,)) for one in packets)
    begin = b"OggS\0" + struct.pack("<BQII", flags, granule, 1, number)
    rest = bytes((len(lacing),)) + lacing + b"".join(packets)
    return begin + struct.pack("<I", _ogg_sum(begin + bytes(4) + rest)) + rest


def _ogg_sum(data: bytes) -> int:
    """CRC-32 as Ogg has it: not turned round, from nothing."""
    total = 0
    for one in data:
        total = (total << 8) & 0xFFFFFFFF ^ _SUMS[(total >> 24) ^ one]
    return total


def _ogg_sums(one: int) -> int:
    total = one << 24
    for _ in range(8):
        total = (total << 1) ^ (0x04C11DB7 if total & 0x80000000 else 0)
    return total & 0xFFFFFFFF


_SUMS: Final = tuple(map(_ogg_sums, range(256)))


def _id3(artist: str) -> bytes:
    if not artist:
        return b""
    text = b"\x03" + artist.encode()
    frame = b"TPE1" + struct.pack(">I", len(text)) + b"\0\0" + text
    return b"ID3\x04\0\0" + struct.pack(">I", len(frame)) + frame


def _box(name: str, *parts: bytes) -> bytes:
    inside = b"".join(parts)
    return struct.pack(">I", len(inside) + 8) + name.encode("latin-1") + inside


def _movie(seconds: int, pictures: int, size: int, begins: int, spot: bytes) -> bytes:
    length = seconds * 1000
    mvhd = struct.pack(">IIIII", 0, 0, 0, 1000, length) + struct.pack(">IHH8x", 0x10000, 0x100, 0) + _IDENTITY
    tkhd = struct.pack(">IIIIII8xhhhH", 7, 0, 0, 1, 0, length, 0, 0, 0, 0) + _IDENTITY
    tkhd += struct.pack(">II", WIDE << 16, HIGH << 16)
    mdhd = struct.pack(">IIIIIHH", 0, 0, 0, 1000, length, 0x55C4, 0)
    hdlr = struct.pack(">II4s12x", 0, 0, b"vide") + b"video\0"
    dinf = _box("dinf", _box("dref", struct.pack(">II", 0, 1), _box("url ", struct.pack(">I", 1))))
    table = _box("stbl", *_tables(pictures, size, begins))
    minf = _box("minf", _box("vmhd", struct.pack(">IHHHH", 1, 0, 0, 0, 0)), dinf, table)
    media = _box("mdia", _box("mdhd", mdhd), _box("hdlr", hdlr), minf)
    track = _box("trak", _box("tkhd", tkhd), media)
    return _box("moov", _box("mvhd", mvhd + struct.pack(">24xI", 2)), track, spot)


def _tables(pictures: int, size: int, begins: int) -> tuple[bytes, ...]:
    settings = b"\x01\x42\x00\x0a\xff\xe1" + struct.pack(">H", len(_SPS)) + _SPS
    settings += b"\x01" + struct.pack(">H", len(_PPS)) + _PPS
    look = struct.pack(">6xH16xHHIIIH32sHh", 1, WIDE, HIGH, 0x480000, 0x480000, 0, 1, b"", 0x18, -1)
    return (
        _box("stsd", struct.pack(">II", 0, 1), _box("avc1", look, _box("avcC", settings))),
        _box("stts", struct.pack(">IIII", 0, 1, pictures, SECONDS_A_PICTURE * 1000)),
        _box("stsc", struct.pack(">IIIII", 0, 1, 1, pictures, 1)),
        _box("stsz", struct.pack(">III", 0, size, pictures)),
        _box("stco", struct.pack(">III", 0, 1, begins)),
    )
