"""XMP: the packet of metadata that pictures and PDF alike carry as XML."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from portal.reading.metadata import Metadata

_PACKET: Final = re.compile(rb"<(?:x:xmpmeta|x:xapmeta|rdf:RDF)\b.*?</(?:x:xmpmeta|x:xapmeta|rdf:RDF)>", re.DOTALL)
_AUTHORS: Final = (
    "dc:creator",
    "photoshop:CaptionWriter",
    "pdf:Author",
    "xmpRights:Owner",
    "aux:OwnerName",
    "exifEX:CameraOwnerName",
    "Iptc4xmpExt:PersonInImage",
    "tiff:Artist",
    "MY:Author",
)
_PLACES: Final = re.compile(
    r"\bexif:GPS(?:Dest)?L(?:atitude|ongitude)\b|\bIptc4xmp(?:Core|Ext):(?:Location|Sublocation)\b"
)
_MARKUP: Final = re.compile(r"<[^<>]*>")
_ATTRIBUTE: Final = re.compile(r"""\b(?!xmlns|rdf:)[\w.]+:[\w.]+=(?:"([^"<]*)"|'([^'<]*)')""")


def xmp_in(data: bytes) -> Metadata:
    """What every packet in the bytes of a file says."""
    found = Metadata()
    for packet in _PACKET.finditer(data):
        text = packet[0].decode("utf-8", "replace")
        authors = tuple(said for name in _AUTHORS for said in _values(text, name))
        words = (*_said(_MARKUP.split(text)), *_said(a or b for a, b in _ATTRIBUTE.findall(text)))
        found += Metadata(authors, words, bool(_PLACES.search(text)))
    return found


def _values(text: str, name: str) -> Iterator[str]:
    """What a property says, written as an element or as an attribute."""
    for inside in re.findall(rf"<{name}\b[^>]*>(.*?)</{name}>", text, re.DOTALL):
        yield from _said(_MARKUP.split(inside))
    yield from _said(a or b for a, b in re.findall(rf"""\b{name}=(?:"([^"]*)"|'([^']*)')""", text))


def _said(parts: object) -> tuple[str, ...]:
    return tuple(unescape(part).strip() for part in parts if part.strip())  # type: ignore[attr-defined]
