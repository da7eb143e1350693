"""XMP: the packet of metadata that pictures and PDF alike carry as XML, read in one pass, well formed or not."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from portal.reading.metadata.of_files import Metadata

_OPENING: Final = b"<x:xmpmeta"
_CLOSING: Final = b"</x:xmpmeta>"
_AUTHORS: Final = frozenset(
    "dc:creator photoshop:CaptionWriter pdf:Author xmpRights:Owner aux:OwnerName exifEX:CameraOwnerName tiff:Artist"
    " Iptc4xmpExt:PersonInImage".split()
)
_PLACES: Final = re.compile(r"exif:GPS(?:Dest)?L(?:at|ong)itude|Iptc4xmp(?:Core|Ext):(?:Location|Sublocation)")
_PIECE: Final = re.compile(r"<(/?)([\w:.\-]++)([^<>]*)>|([^<>]+)")
_ATTRIBUTE: Final = re.compile(r"""(?<![\w.\-])([\w.\-]+:[\w.\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_OF_XML: Final = ("xmlns:", "rdf:", "xml:", "x:")


def xmp_in(data: bytes) -> Metadata:
    """What every packet in the bytes of a file says."""
    authors, texts, has_place = list[str](), list[str](), False
    for packet in _packets(data):
        for name, said in _said(packet.decode("utf-8", "replace")):
            has_place |= bool(_PLACES.fullmatch(name))
            if said.strip():
                (authors if name in _AUTHORS else texts).append(unescape(said).strip())
    return Metadata(tuple(authors), tuple(texts), has_place)


def _packets(data: bytes) -> Iterator[bytes]:
    """One that nothing ends goes on to the end."""
    end = 0
    while (start := data.find(_OPENING, end)) >= 0:
        closing = data.find(_CLOSING, start)
        end = closing if closing >= 0 else len(data)
        yield data[start:end]


def _said(packet: str) -> Iterator[tuple[str, str]]:
    """(property, its value) of each attribute and text; a list's parts are those of the property around it."""
    around = ""
    for closes, name, attributes, text in _PIECE.findall(packet):
        if text:
            yield around, text
            continue
        is_own = not name.startswith(_OF_XML)
        if is_own:
            around = "" if closes else name
            yield name, ""
        for attribute, double, single in _ATTRIBUTE.findall(attributes):
            if not attribute.startswith(_OF_XML):
                yield attribute, double or single
