"""Workbooks are read whatever they are called; what is none, or cannot be taken as it is, is told in a sentence."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from conftest import ROOT
from portal.language.locales import LANGUAGES
from portal.reading.annotations import as_github
from portal.reading.problems import as_json, as_text, in_order
from portal.reading.workbooks.kinds import MOST_SHEETS
from portal.reading.workbooks.reader import MAX_WORKBOOK, CellValue, Workbook, at_cell, read_workbook

MADE = ROOT / "tests" / "corpora" / "workbooks"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook(cells: dict[str, object], sheet: str = "Sản phẩm", sheets: int = 1) -> bytes:
    made = openpyxl.Workbook()
    first = made.worksheets[0]
    first.title = sheet
    for place, value in cells.items():
        first[place] = value
    for number in range(1, sheets):
        made.create_sheet(f"t{number}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same packed file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name.endswith(part) else old.read(name))
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, data in parts.items():
            new.writestr(name.replace("__", "/").replace("_DOT_", "."), data)
    return out.getvalue()


def old_file(*names: str, stream: bytes = b"") -> bytes:
    """An old Office file of sectors of 512 bytes: its table, its folder, and one stream, the first of the names."""
    sectors = [stream[at : at + 512].ljust(512, b"\0") for at in range(0, len(stream), 512)]
    folder = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HB", len(name) * 2 + 2, 2).ljust(52, b"\0")
        + struct.pack("<II", 2 if number == 0 else 0xFFFFFFFE, len(stream) if number == 0 else 0).ljust(12, b"\0")
        for number, name in enumerate(names)
    ).ljust(512, b"\0")
    links = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + len(sectors)), 0xFFFFFFFE]
    table = struct.pack(f"<{len(links)}I", *links).ljust(512, b"\xff")
    head = OLD.ljust(24, b"\0") + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<III", 1, 1, 0) + struct.pack("<IIIII", 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return head + struct.pack("<I", 0).ljust(512 - len(head), b"\xff") + table + folder + b"".join(sectors)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def read(data: bytes, name: str = "biểu.xlsx") -> tuple[Workbook | None, list[str]]:
    book, problems = read_workbook(name, data)
    return book, [problem.code for problem in problems]


def test_values_keep_what_they_are_and_where_they_stand() -> None:
    cells: dict[str, object] = {
        "B3": " Tập huấn\r\nhai ngày ",
        "C3": 5,
        "D3": 1.5,
        "E3": date(2026, 3, 4),
        "F3": datetime(2026, 3, 4, 10, 30),
        "G3": True,
        "H3": "'0012",
        "I3": 45.0,
    }
    book, codes = read(workbook(cells))
    assert codes == []
    assert book
    (sheet,) = book.sheets
    assert (sheet.name, sheet.hidden) == ("Sản phẩm", False)
    expected: dict[int, CellValue] = {
        1: "Tập huấn\nhai ngày",
        2: 5,
        3: 1.5,
        4: date(2026, 3, 4),
        5: date(2026, 3, 4),
        6: True,
        7: "'0012",
        8: 45,
    }
    assert sheet.row(2) == expected
    assert type(sheet.row(2)[8]) is int


def test_a_workbook_is_read_whatever_its_name_says() -> None:
    for name in ("a.csv", "Bieu so GDDT (ban chot 20.11)", "b.XLS", "c.pdf"):
        book, codes = read(workbook({"A1": 1}), name)
        assert book
        assert codes == []


@pytest.mark.parametrize("name", ["loi.ods", "loi.xls"])
def test_formulas_that_failed_are_told_by_their_cells_in_files_of_libreoffice(name: str) -> None:
    book, problems = read_workbook(name, (MADE / name).read_bytes())
    assert book
    assert [(p.sheet, p.cell, p.code, p.values["value"]) for p in problems] == [
        ("Sản phẩm", "G3", "cell-formula-error", "#REF!"),
        ("Sản phẩm", "H3", "cell-formula-error", "#DIV/0!"),
        ("Sản phẩm", "L3", "cell-formula-error", "#REF!"),
    ]
    sheet, hidden = book.sheets
    assert (sheet.cells[2, 1], sheet.cells[2, 2], sheet.cells[2, 4]) == ("chữ", 5, date(2026, 3, 4))
    assert sheet.cells[4, 1] == "gộp"
    assert (hidden.name, hidden.hidden, hidden.cells) == ("_bieu", True, {(0, 0): "x"})


def test_a_formula_that_failed_and_one_that_nobody_worked_out_are_told_by_their_cells() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["B2"] = "=A1+1"
    sheet["C4"] = "#REF!"
    sheet["C4"].data_type = "e"
    out = io.BytesIO()
    made.save(out)
    _, problems = read_workbook("a.xlsx", out.getvalue())
    assert [(p.cell, p.code) for p in problems] == [("B2", "cell-formula-open"), ("C4", "cell-formula-error")]
    assert as_text(problems[1:], "vi") == (
        "a.xlsx, trang 'Sheet', ô C4: ô là lỗi công thức #REF!; hãy sửa công thức hoặc gõ giá trị vào ô"
    )


def test_signs_nobody_sees_are_told_by_their_cell() -> None:
    _, problems = read_workbook("a.xlsx", workbook({"D4": "Tờ\u200brơi"}))
    assert [(p.cell, p.code, p.values["character"]) for p in problems] == [("D4", "yaml-character", "U+200B")]


BOF = record(0x809, b"\0" * 16)
FILES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "workbook-empty"),
    "blanks": (b" \r\n\0\0", "workbook-empty"),
    "pdf": (b"%PDF-1.7 ...", "workbook-pdf"),
    "rtf": (b"{\\rtf1 }", "workbook-document"),
    "picture": (b"\x89PNG\r\n\x1a\n", "workbook-picture"),
    "rar": (b"Rar!\x1a\x07", "workbook-archive"),
    "csv": (b"id;date\n1;2\n", "workbook-text"),
    "utf-16": ("id\tdate".encode("utf-16"), "workbook-text"),
    "web page": (b"<html><table>", "workbook-text"),
    "noise": (bytes(range(256)) * 9, "workbook-unknown"),
    "docx": (packed(word__document_DOT_xml=b"<a/>"), "workbook-document"),
    "xlsm": (packed(xl__workbook_DOT_xml=b"<a/>", xl__vbaProject_DOT_bin=b"x"), "workbook-macros"),
    "xlsb": (packed(xl__workbook_DOT_bin=b"x"), "workbook-unknown"),
    "zip of forms": (packed(bieu_DOT_xlsx=workbook({"A1": 1})), "workbook-archive"),
    "odt": (
        packed(mimetype=b"application/vnd.oasis.opendocument.text", content_DOT_xml=b"<a/>"),
        "workbook-document",
    ),
    "locked ods": (
        packed(
            mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
            content_DOT_xml=b"x",
            **{"META-INF__manifest_DOT_xml": b"<manifest:encryption-data/>"},
        ),
        "workbook-locked",
    ),
    "locked xlsx": (old_file("EncryptedPackage", "EncryptionInfo"), "workbook-locked"),
    "locked xls": (old_file("Workbook", stream=BOF + record(0x2F, b"\0" * 6)), "workbook-locked"),
    "macros in xls": (old_file("Workbook", "_VBA_PROJECT_CUR"), "workbook-macros"),
    "doc": (old_file("WordDocument"), "workbook-document"),
    "Excel 95": (old_file("Book"), "workbook-unknown"),
    "another old file": (old_file("Contents"), "workbook-broken"),
    "old head alone": (OLD, "workbook-broken"),
    "xlsx cut off": (workbook({"A1": 1})[:2000], "workbook-broken"),
    "no xml": (changed(workbook({"A1": 1}), "sheet1.xml", lambda _: b"<a"), "workbook-broken"),
    "document type": (
        changed(workbook({"A1": 1}), "sheet1.xml", lambda part: b'<!DOCTYPE x [<!ENTITY a "a">]>' + part),
        "workbook-broken",
    ),
    "large": (b"PK" + b"\1" * MAX_WORKBOOK, "workbook-large"),
    "unpacks to much": (
        changed(workbook({"A1": 1}), "sheet1.xml", lambda part: part + b" " * (65 << 20)),
        "workbook-unpacked",
    ),
    "far down": (workbook({"A1048576": 1}), "workbook-wide"),
    "far right": (workbook({"XFD1": 1}), "workbook-wide"),
    "large grid": (workbook({"ALL19999": 1}), "workbook-wide"),
    "far in xls": (
        old_file("Workbook", stream=BOF + record(0x203, struct.pack("<HHH", 65000, 3, 0) + b"\0" * 8)),
        "workbook-wide",
    ),
    "many sheets": (workbook({"A1": 1}, sheets=MOST_SHEETS + 1), "workbook-sheets"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_to_read_is_told_in_one_sentence(name: str) -> None:
    data, expected = FILES[name]
    book, problems = read_workbook("tệp.xlsx", data)
    assert book is None
    assert [problem.code for problem in problems] == [expected]
    for lang in LANGUAGES:
        assert as_text(problems, lang).startswith("tệp.xlsx: ")
        assert "{" not in as_text(problems, lang)


def test_one_row_that_stands_for_a_million_is_not_unrolled() -> None:
    ods = (MADE / "loi.ods").read_bytes()
    one = b'<table:table-cell office:value-type="string"'
    assert one in zipfile.ZipFile(io.BytesIO(ods)).read("content.xml")
    wide = changed(
        ods, "content.xml", lambda part: part.replace(one, one + b' table:number-columns-repeated="900000"', 1)
    )
    assert read(wide) == (None, ["workbook-wide"])


@pytest.mark.parametrize("source", ["xlsx", "loi.ods", "loi.xls"])
def test_broken_bytes_never_raise_and_never_write_a_traceback(source: str, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(source)
    whole = workbook({"B2": "chữ", "C3": 5}) if source == "xlsx" else (MADE / source).read_bytes()
    for _ in range(150):
        data = bytearray(whole)
        at = chance.randrange(len(data))
        if chance.random() < 0.4:
            data = data[:at]
        else:
            data[at : at + chance.randrange(1, 200)] = chance.randbytes(chance.randrange(1, 200))
        book, problems = read_workbook(source, bytes(data))
        assert book or len(problems) == 1
    assert capfd.readouterr().err == ""


def test_a_place_in_a_workbook_is_said_in_every_form_of_print() -> None:
    problem = at_cell("tệp.xlsx", "Trang 1", (3, 3), "cell-formula-error", value="#N/A")
    assert as_text([problem], "en").startswith("tệp.xlsx, sheet 'Trang 1', cell D4: ")
    assert "file=tệp.xlsx,line=4" in as_github([problem], "en")
    assert '"line": 4' in as_json([problem], "en")
    other = at_cell("tệp.xlsx", "Trang 2", (3, 3), "cell-formula-error", value="#N/A")
    assert len(in_order([problem, other, problem])) == 2
    assert Path(problem.path).name == "tệp.xlsx"
