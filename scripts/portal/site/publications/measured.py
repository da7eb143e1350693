"""How WeasyPrint lays out a sheet: in our letters alone; what stands out of the room it has."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.fonts import FontConfiguration

from portal.site.publications.values import TooMuch

UA: Final = "pdf/ua-1"
_FONTS_CONF: Final = Path(__file__).with_name("fonts.conf")
_ASKED_IN: Final = "FONTCONFIG_FILE"
_MILLIMETRE: Final = 25.4 / 96
_SLACK: Final = 0.2
"""Millimetres by which a line may stand out before anybody sees it."""


def layout_of(html: str) -> Any:
    """A document of WeasyPrint, laid out."""
    return weasyprint.HTML(string=html).render(font_config=_own_letters(), pdf_variant=UA)


def _own_letters() -> Any:
    """No letters but ours, on any machine: what a machine has would make other bytes. The machine's are out of sight
    while ours are asked for alone: a browser that is started later would find none."""
    before = os.environ.get(_ASKED_IN)
    os.environ[_ASKED_IN] = str(_FONTS_CONF)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that there are none
            return FontConfiguration()
    finally:
        os.environ.pop(_ASKED_IN)
        os.environ.update({} if before is None else {_ASKED_IN: before})


def standing_out(document: Any) -> tuple[TooMuch, ...]:
    """Every room of a document from which something stands out."""
    found: dict[str, float] = {}
    for page in document.pages:
        for room in _rooms(page._page_box):
            by = max(_stands_out(room), _lost(room)) * _MILLIMETRE
            if by > _SLACK:
                name = room.element.get("data-fit")
                found[name] = max(by, found.get(name, 0))
    return tuple(TooMuch(name, by) for name, by in found.items())


def room_left(document: Any) -> int:
    """Millimetres that stay empty below the words of the rooms which share out what they do not need; of the fullest
    of them, rounded down."""
    rooms = (room for page in document.pages for room in _rooms(page._page_box) if "data-shares" in room.element.attrib)
    left = (room.content_box_y() + room.height - _lowest(room) for room in rooms)
    return max(0, int(min(left, default=0) * _MILLIMETRE))


def _lowest(room: Any) -> float:
    drawn = (box.position_y + box.height for box in _drawn(room) if not isinstance(box, boxes.TextBox))
    return max(drawn, default=float(room.content_box_y()))


def _rooms(box: Any) -> Iterator[Any]:
    """Every box that says which field has to fit into it."""
    found = _unwrapped(box)
    element = getattr(found, "element", None)
    if element is not None and isinstance(found, boxes.BlockLevelBox) and element.get("data-fit") is not None:
        yield found
        return
    for child in getattr(found, "children", ()):
        yield from _rooms(child)


def _unwrapped(box: Any) -> Any:
    """The box itself where another holds its place, as for those that are placed by hand."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _stands_out(room: Any) -> float:
    """By how much the lines, words and pictures in a room reach beyond it, down, up or to the right, in pixels."""
    top = room.content_box_y()
    bottom, right = top + room.height, room.content_box_x() + room.width
    beyond = 0.0
    for box in _drawn(room):
        beyond = max(beyond, box.position_x + box.width - right)
        if not isinstance(box, boxes.TextBox):  # letters are higher than the line they stand on
            beyond = max(beyond, box.position_y + box.height - bottom, top - box.position_y)
    return beyond


def _lost(room: Any) -> float:
    """How high, in pixels, about, what found no place on the page would stand: what begins below it is not drawn."""
    said = sum(len("".join(part.split())) for part in room.element.itertext())
    drawn = sum(len("".join(box.text.split())) for box in _drawn(room) if isinstance(box, boxes.TextBox))
    return float(room.height) * (said - drawn) / said if said else 0.0


def _drawn(box: Any) -> Iterator[Any]:
    for child in map(_unwrapped, getattr(box, "children", ())):
        if isinstance(child, (boxes.LineBox, boxes.TextBox, boxes.ReplacedBox)):
            yield child
        yield from _drawn(child)
