"""Looks through an .xlsx or .ods before its values are read: how much it unpacks to, failed formulas, cells far out."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from xml.parsers import expat
from zipfile import ZipFile

from xlsxwriter.utility import xl_cell_to_rowcol

from portal.reading.workbooks.kinds import MOST_UNPACKED, Bounds, GridPlace, NoWorkbook, watch_grid, watch_sheets

_PIECE: Final = 64 * 1024
_CELL: Final = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
Failed = list[tuple[str, GridPlace, str]]
Attributes = dict[str, str]


def look_into_packed(data: bytes) -> Bounds:
    """What was seen in a packed workbook. Raises NoWorkbook for one that unpacks to too much, is larger than any form,
    or cannot be read."""
    failed: Failed = []
    try:
        with ZipFile(BytesIO(data)) as packed:
            _weigh(packed)
            if "content.xml" in packed.namelist():
                _parse(packed, "content.xml", _OpenTables(failed))
            else:
                for name, part in _sheet_parts(packed):
                    _parse(packed, part, _Grid(name, failed))
    except NoWorkbook:
        raise
    except Exception as error:  # what zipfile, zlib and expat raise over broken bytes is of many kinds
        raise NoWorkbook("workbook-broken", reason=str(error).partition("\n")[0]) from None
    return Bounds(tuple(failed))


def _weigh(packed: ZipFile) -> None:
    """Unpacks everything once, piece by piece, and keeps nothing: what a file says of its own size may be a lie."""
    total = 0
    for name in packed.namelist():
        for piece in _pieces(packed, name):
            total += len(piece)
            if total > MOST_UNPACKED:
                raise NoWorkbook("workbook-unpacked", most=MOST_UNPACKED // 1024 // 1024)


def _pieces(packed: ZipFile, name: str) -> Iterator[bytes]:
    with packed.open(name) as opened:
        while piece := opened.read(_PIECE):
            yield piece


class _Handler:
    """What is done as a part of the file is read: elements begin, hold text, end."""

    def begins(self, name: str, attributes: Attributes) -> None:
        """An element begins; its name is without prefix, its attributes have theirs and stand without it too."""

    def text(self, said: str) -> None:
        """Some of the text inside."""

    def ends(self, name: str) -> None:
        """It ends."""


def _parse(packed: ZipFile, name: str, handler: _Handler) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise NoWorkbook("workbook-broken", reason="DOCTYPE")

    def begins(element: str, attributes: Attributes) -> None:
        handler.begins(_bare(element), {**attributes, **{_bare(key): value for key, value in attributes.items()}})

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begins
    parser.EndElementHandler = lambda element: handler.ends(_bare(element))
    parser.CharacterDataHandler = handler.text
    for piece in _pieces(packed, name):
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


class _Listed(_Handler):
    """Gathers the attributes of one kind of element."""

    def __init__(self, element: str) -> None:
        self.element, self.found = element, list[Attributes]()

    def begins(self, name: str, attributes: Attributes) -> None:
        if name == self.element:
            self.found.append(attributes)


def _listed(packed: ZipFile, part: str, element: str) -> list[Attributes]:
    handler = _Listed(element)
    _parse(packed, part, handler)
    return handler.found


def _sheet_parts(packed: ZipFile) -> Iterator[tuple[str, str]]:
    """(name on its tab, part of the file) of every sheet."""
    sheets = _listed(packed, "xl/workbook.xml", "sheet")
    watch_sheets(len(sheets))
    links = {one.get("Id", ""): one for one in _listed(packed, "xl/_rels/workbook.xml.rels", "Relationship")}
    parts = {name.lower(): name for name in packed.namelist()}
    for sheet in sheets:
        target = links.get(sheet.get("id", ""), {}).get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if target and part.lower() in parts:
            yield sheet.get("name", ""), parts[part.lower()]


class _Grid(_Handler):
    """Goes down the cells of one sheet of an .xlsx."""

    def __init__(self, sheet: str, failed: Failed) -> None:
        self.sheet, self.failed = sheet, failed
        self.row, self.column = -1, -1
        self.type, self.inside, self.value, self.formula = "", "", "", False

    def begins(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            said = attributes.get("r", "")
            self.row, self.column = int(said) - 1 if said.isdigit() else self.row + 1, -1
        elif name == "c":
            self.column += 1
            if _CELL.fullmatch(attributes.get("r", "")):
                self.row, self.column = xl_cell_to_rowcol(attributes["r"])
            self.type, self.value, self.formula = attributes.get("t", "n"), "", False
        self.formula = self.formula or name == "f"
        self.inside = name

    def text(self, said: str) -> None:
        if self.inside in {"v", "t"}:
            self.value += said

    def ends(self, name: str) -> None:
        self.inside = ""
        if name != "c" or not (self.value or self.formula):
            return
        place = (self.row, self.column)
        watch_grid(self.sheet, place)
        if self.type == "e":
            self.failed.append((self.sheet, place, self.value or "#N/A"))
        elif self.formula and not self.value and self.type != "str":
            self.failed.append((self.sheet, place, ""))


class _OpenTables(_Handler):
    """Goes down the cells of all sheets of an .ods, where one element may stand for many cells and rows."""

    def __init__(self, failed: Failed) -> None:
        self.failed, self.sheet, self.tables = failed, "", 0
        self.row, self.column, self.rows, self.columns = 0, 0, 1, 1
        self.full, self.error, self.value = False, False, ""
        self.does: dict[str, Callable[[Attributes], None]] = {
            "table": self.table,
            "table-row": self.table_row,
            "table-cell": self.cell,
            "covered-table-cell": self.cell,
        }

    def begins(self, name: str, attributes: Attributes) -> None:
        if name in self.does:
            self.does[name](attributes)

    def table(self, attributes: Attributes) -> None:
        self.sheet, self.row, self.tables = attributes.get("name", ""), 0, self.tables + 1
        watch_sheets(self.tables)

    def table_row(self, attributes: Attributes) -> None:
        self.column, self.rows = 0, _times(attributes, "number-rows-repeated")

    def cell(self, attributes: Attributes) -> None:
        self.columns = _times(attributes, "number-columns-repeated")
        self.full, self.value = "value-type" in attributes or "formula" in attributes, ""
        self.error = attributes.get("calcext:value-type") == "error"

    def text(self, said: str) -> None:
        if self.full:
            self.value += said

    def ends(self, name: str) -> None:
        if name == "table-row":
            self.row += self.rows
        if name not in {"table-cell", "covered-table-cell"}:
            return
        if self.full:
            watch_grid(self.sheet, (self.row + self.rows - 1, self.column + self.columns - 1))
            if self.error:
                self.failed.append((self.sheet, (self.row, self.column), self.value or "#N/A"))
        self.column, self.full = self.column + self.columns, False


def _times(attributes: Attributes, name: str) -> int:
    said = attributes.get(name, "1")
    return int(said) if said.isdigit() and len(said) < 10 else 1
