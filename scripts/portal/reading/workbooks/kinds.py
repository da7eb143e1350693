"""What a file is by its bytes, not by its name: a workbook of one of three kinds, or something else with a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, Literal
from zipfile import ZipFile

from portal.reading.workbooks.streams import OldFile

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 1_000
MOST_CELLS: Final = 1_000_000
"""Of the grid from A1 to the last cell of a sheet. A form draws 130 rows of 13 columns; a grid of this size takes
100 MB for a moment."""
MOST_SHEETS: Final = 100
MOST_UNPACKED: Final = 64 * 1024 * 1024
"""Bytes of everything in a packed file together."""
MOST_ENTRIES: Final = 2_000

_ZIP, _OLD = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS: Final = (
    (b"%PDF", "workbook-pdf"),
    (b"{\\rtf", "workbook-document"),
    (b"\x1f\x8b", "workbook-archive"),
    (b"7z\xbc\xaf", "workbook-archive"),
    (b"Rar!", "workbook-archive"),
    (b"\x89PNG", "workbook-picture"),
    (b"\xff\xd8\xff", "workbook-picture"),
)
"""How files begin that are sent in a workbook's place."""
_SPREADSHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"
GridPlace = tuple[int, int]
"""(row, column) of a cell, both from 0."""


class NoWorkbook(Exception):
    """Why a file is not read: the code of a problem and what its sentence needs."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True)
class Bounds:
    """What was seen in a workbook before its values are read: (sheet, place, what the cell says) of every formula that
    failed; "" for one that no program has worked out."""

    failed: tuple[tuple[str, GridPlace, str], ...] = ()


def kind_of(data: bytes) -> Literal["xlsx", "ods", "xls"]:
    """Which workbook the bytes are. Raises NoWorkbook for everything else, and for one that is locked by a password or
    carries macros."""
    if not data.strip(b"\0 \r\n\t"):
        raise NoWorkbook("workbook-empty")
    if data.startswith(_ZIP):
        return _packed_kind(data)
    if data.startswith(_OLD):
        return _old_kind(OldFile.opened(data))
    code = next((code for sign, code in _SIGNS if data.startswith(sign)), None)
    raise NoWorkbook(code or ("workbook-text" if _is_text(data) else "workbook-unknown"))


def _packed_kind(data: bytes) -> Literal["xlsx", "ods"]:
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
            if any(entry.flag_bits & 1 for entry in packed.infolist()):
                raise NoWorkbook("workbook-locked")
            if len(names) > MOST_ENTRIES:
                raise NoWorkbook("workbook-unpacked", most=MOST_UNPACKED // 1024 // 1024)
            if refused := next(_refused(names), None):
                raise NoWorkbook(refused)
            if "xl/workbook.xml" in names:
                return "xlsx"
            if "mimetype" in names and "content.xml" in names:
                return _open_document(packed)
    except NoWorkbook:
        raise
    except Exception as error:  # what zipfile and zlib raise over broken bytes is of many kinds
        raise NoWorkbook("workbook-broken", reason=str(error)) from None
    raise NoWorkbook("workbook-archive")


def _refused(names: set[str]) -> Iterator[str]:
    if any(name.lower().endswith("vbaproject.bin") for name in names) or any(n.startswith("Basic/") for n in names):
        yield "workbook-macros"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        yield "workbook-document"
    if "xl/workbook.bin" in names:
        yield "workbook-unknown"


def _open_document(packed: ZipFile) -> Literal["ods"]:
    with packed.open("mimetype") as opened:
        said = opened.read(200).strip()
    if said not in (_SPREADSHEET, _SPREADSHEET + b"-template"):
        raise NoWorkbook("workbook-document")
    if "META-INF/manifest.xml" in packed.namelist():
        with packed.open("META-INF/manifest.xml") as opened:
            if b"encryption-data" in opened.read(MOST_UNPACKED // 64):
                raise NoWorkbook("workbook-locked")
    return "ods"


def _old_kind(file: OldFile) -> Literal["xls"]:
    names = set(file.names)
    if "EncryptedPackage" in names:
        raise NoWorkbook("workbook-locked")
    if names & {"_VBA_PROJECT_CUR", "VBA"}:
        raise NoWorkbook("workbook-macros")
    if names & {"WordDocument", "PowerPoint Document"}:
        raise NoWorkbook("workbook-document")
    if "Workbook" in names:
        return "xls"
    raise NoWorkbook("workbook-unknown" if "Book" in names else "workbook-broken", reason="OLE")


def _is_text(data: bytes) -> bool:
    """Whether the bytes are words: CSV, or a web page that a program calls .xls."""
    return b"\0" not in data[:2000] or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def watch_grid(sheet: str, place: GridPlace) -> None:
    """Raises NoWorkbook for a cell so far out that a grid up to it would be larger than any form."""
    row, column = place
    if row >= MOST_ROWS or column >= MOST_COLUMNS or (row + 1) * (column + 1) > MOST_CELLS:
        raise NoWorkbook("workbook-wide", sheet=sheet, row=row + 1, column=column + 1)


def watch_sheets(count: int) -> None:
    """Raises NoWorkbook for more sheets than any form has."""
    if count > MOST_SHEETS:
        raise NoWorkbook("workbook-sheets", most=MOST_SHEETS)
