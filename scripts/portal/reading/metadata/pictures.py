"""The metadata of a picture: EXIF, IPTC, XMP, the chunks of text of a PNG."""

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from PIL import Image, IptcImagePlugin, PngImagePlugin
from PIL.ImageFile import ImageFile

from portal.reading.metadata.of_files import Metadata
from portal.reading.metadata.xmp import xmp_in
from portal.reading.pictures.whole import MOST_PIXELS

_EXIF, _GPS = 0x8769, 0x8825
"""Where EXIF keeps its own fields, and the place."""
_PLACE_TAGS: Final = frozenset((2, 4, 20, 22, 28))
"""Latitude, longitude, those of where it looks to, the name of an area."""
_AUTHOR_TAGS: Final = (0x013B, 0x9C9D, 0xA430)
"""Artist, author as Windows writes it, owner of the camera."""
_TEXT_TAGS: Final = (0x010E, 0x013C, 0x8298, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F)
"""Description, computer, copyright, comments, and title, comment, keywords, subject as Windows writes them."""
_OF_WINDOWS: Final = range(0x9C9B, 0x9CA0)
_IPTC_AUTHORS: Final = ((2, 80), (2, 122))
_IPTC_PLACES: Final = ((2, 92),)
_PNG_AUTHORS: Final = frozenset(("author", "artist", "creator"))
_EXIF_MARK: Final = b"Exif\0\0"
_MOST_BLOCKS: Final = 4
"""Looked into behind the first: what a telephone writes, not what somebody makes to keep a check busy."""


def picture_metadata(data: bytes) -> Metadata:
    """What a picture says of itself. Bytes that are no whole picture tell what can be found in them."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data)) as picture:
            warnings.simplefilter("ignore")
            found = _of_exif(picture.getexif()) + _of_iptc(picture) + _of_chunks(picture) + _of_more(data)
    except Exception:  # a broken picture shows nothing, but may carry what its maker did not mean to give
        found = _of_broken(data)
    return found + xmp_in(data)


def _of_exif(exif: Image.Exif) -> Metadata:
    tags = {**dict(exif), **exif.get_ifd(_EXIF)}
    place = exif.get_ifd(_GPS)
    authors = tuple(_texts(tags, _AUTHOR_TAGS))
    return Metadata(authors, tuple(_texts(tags, _TEXT_TAGS)), not _PLACE_TAGS.isdisjoint(place))


def _texts(tags: Mapping[int, object], names: tuple[int, ...]) -> Iterator[str]:
    for name in names:
        value = tags.get(name)
        text = _decoded(value, name) if isinstance(value, bytes) else value
        if isinstance(text, str) and text.strip(" \0"):
            yield text.strip(" \0")


def _decoded(value: bytes, name: int) -> str:
    if name in _OF_WINDOWS:
        return value.decode("utf-16-le", "replace")
    if value.startswith(b"UNICODE\0"):
        return value[8:].decode("utf-16-be" if value[8:9] == b"\0" else "utf-16-le", "replace")
    return value.removeprefix(b"ASCII\0\0\0").decode("utf-8", "replace")


def _of_iptc(picture: ImageFile) -> Metadata:
    said = IptcImagePlugin.getiptcinfo(picture) or {}
    texts = {
        key: b" ".join(value if isinstance(value, list) else [value]).decode("utf-8", "replace")
        for key, value in said.items()
        if key[0] == 2 and isinstance(value, bytes | list)
    }
    authors = tuple(texts[key] for key in _IPTC_AUTHORS if texts.get(key, "").strip())
    return Metadata(authors, tuple(texts.values()), any(key in texts for key in _IPTC_PLACES))


def _of_chunks(picture: Image.Image) -> Metadata:
    """The texts of a PNG, which may stand behind its picture; the comment of a JPEG or WebP."""
    comment = picture.info.get("comment", b"")
    said = {"comment": comment.decode("utf-8", "replace") if isinstance(comment, bytes) else str(comment)}
    if isinstance(picture, PngImagePlugin.PngImageFile):
        if picture.width * picture.height <= MOST_PIXELS:
            picture.load()
        said |= {name: str(text) for name, text in picture.text.items() if not name.startswith("XML:")}
    authors = tuple(text for name, text in said.items() if name.lower() in _PNG_AUTHORS and text.strip())
    return Metadata(authors, tuple(text for text in said.values() if text.strip()))


def _of_more(data: bytes) -> Metadata:
    """EXIF that stands behind the first: telephones put a second picture into one file, with the same place."""
    found, start = Metadata(), data.find(_EXIF_MARK)
    for _ in range(_MOST_BLOCKS):
        start = data.find(_EXIF_MARK, start + 1) if start >= 0 else start
        found += _of_broken(data[start:]) if start >= 0 else Metadata()
    return found


def _of_broken(data: bytes) -> Metadata:
    start = data.find(_EXIF_MARK)
    if start < 0:
        return Metadata()
    exif = Image.Exif()
    try:
        exif.load(data[start:])
        return _of_exif(exif)
    except Exception:  # not even this can be read: who publishes it must know
        return Metadata(is_unread=True)
