"""Looks through an .xls before its values are read: failed formulas, cells far out, a password ([MS-XLS], BIFF8)."""

import struct
from collections.abc import Iterator
from typing import Final

from portal.reading.workbooks.kinds import Bounds, GridPlace, NoWorkbook, watch_grid, watch_sheets
from portal.reading.workbooks.streams import OldFile

_FILE_PASS, _BOUND_SHEET, _BEGIN, _END = 0x2F, 0x85, 0x809, 0x0A
_FORMULA, _BOOL_OR_ERROR = 0x06, 0x205
_OTHER_CELLS: Final = frozenset((0x203, 0x204, 0x27E, 0xFD, 0xBD, 0xD6))
"""Cells that hold a number or a text."""
_ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"
}  # fmt: skip


def look_into_old(data: bytes) -> Bounds:
    """What was seen in an .xls. Raises NoWorkbook for one that is locked, or larger than any form."""
    names: dict[int, str] = {}
    failed: list[tuple[str, GridPlace, str]] = []
    depth, sheet = 0, ""
    for at, kind, body in _records(OldFile.opened(data).stream("Workbook")):
        if kind == _FILE_PASS:
            raise NoWorkbook("workbook-locked")
        if kind == _BOUND_SHEET and len(body) > 8:
            names[int.from_bytes(body[:4], "little")] = _name(body)
        watch_sheets(len(names))
        if kind == _BEGIN:
            depth += 1
            sheet = names.get(at, sheet) if depth == 1 else sheet
        elif kind == _END:
            depth -= 1
        elif depth == 1 and len(body) >= 6 and (kind in _OTHER_CELLS or kind in (_FORMULA, _BOOL_OR_ERROR)):
            place = struct.unpack_from("<HH", body)
            watch_grid(sheet, place)
            if said := _failure(kind, body):
                failed.append((sheet, place, said))
    return Bounds(tuple(failed))


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(where it begins, its number, its bytes) of every record."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _name(body: bytes) -> str:
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + length * 2].decode("utf-16-le", "replace") if wide else body[8 : 8 + length].decode("latin-1")


def _failure(kind: int, body: bytes) -> str:
    """What a failed formula says; "" for a cell that has a value."""
    if kind == _BOOL_OR_ERROR and len(body) >= 8 and body[7] == 1:
        return _ERRORS.get(body[6], "#N/A")
    if kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#N/A")
    return ""
