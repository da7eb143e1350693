"""An open table as a value: its columns, its rows, and how it is written for spreadsheets and for programs."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any, Final, Literal

from portal.content.sources import Source
from portal.content.strict import Both
from portal.reading.tables.csv_writer import CsvCell, csv_of, for_people

OpenCell = str | int | float | date | tuple[str, ...] | None
"""What a cell holds; bool is an int. None: nobody has said anything. A tuple is a list, never None."""
OpenRecord = tuple[OpenCell, ...]
LIST_MARK: Final = "|"
"""What parts the words of a list in a cell of CSV."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, default=date.isoformat)
_AT_ONCE: Final = 2_000  # rows written together: a register of millions is never in memory


@dataclass(frozen=True)
class OpenField:
    """A column. `type` is one of Table Schema's; `unit` a word of open_data.units, "" for what has none; `choices` are
    the words it may hold, `refers_to` the table whose key it names."""

    name: str
    type: Literal["string", "integer", "number", "boolean", "date", "list"] = "string"
    is_required: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()
    refers_to: str = ""


@dataclass(frozen=True)
class OpenTable:
    """A table under the name of its file. `said` leads to its words, whose blanks `values` fill; `key` are the
    columns that tell rows apart, none where one of them may be empty. `rows` gives them anew each time. A table of one
    language has its code in `lang`."""

    name: str
    said: str
    fields: tuple[OpenField, ...]
    key: tuple[str, ...]
    rows: Callable[[], Iterable[OpenRecord]]
    values: Mapping[str, Both | int] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    lang: str = ""
    has_json: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.fields)


@dataclass(frozen=True)
class FileMark:
    """How many bytes a file has, and their SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class MeasuredTable:
    """A table with the number of its rows and the marks of its files; `json` is None where it has none of its own."""

    table: OpenTable
    rows: int
    csv: FileMark
    json: FileMark | None


def csv_parts(table: OpenTable) -> Iterator[bytes]:
    """The table as CSV, part by part, with the mark by which Excel knows its letters; numbers in full, days as ISO
    has them, true and false, lists parted by |; an empty cell where nobody has said anything."""
    return (part for part, _ in _parts(table, has_csv=True, has_json=False))


def json_parts(table: OpenTable) -> Iterator[bytes]:
    """The table as a JSON array of objects, a row a line, part by part; null where nobody has said anything."""
    return (part for _, part in _parts(table, has_csv=False, has_json=True))


def plain_csv(rows: Iterable[OpenRecord]) -> str:
    """Rows as lines of CSV, without a head and without a mark, as a pipe wants them."""
    return csv_of([_csv_cell(cell) for cell in row] for row in rows)


def measured(table: OpenTable) -> MeasuredTable:
    """A table with what its files will weigh: both are made in one reading of its rows and thrown away part by part."""
    lines = 0

    def counted() -> Iterator[OpenRecord]:
        nonlocal lines
        for row in table.rows():
            lines += 1
            yield row

    csv_meter, json_meter = _Meter(), _Meter()
    for of_csv, of_json in _parts(replace(table, rows=counted), has_csv=True, has_json=table.has_json):
        csv_meter.add(of_csv)
        json_meter.add(of_json)
    return MeasuredTable(table, lines, csv_meter.mark, json_meter.mark if table.has_json else None)


def _parts(table: OpenTable, has_csv: bool, has_json: bool) -> Iterator[tuple[bytes, bytes]]:
    """The table's CSV and JSON, side by side; b"" for what is not asked for."""
    columns, before = table.columns, "[\n"
    yield for_people(csv_of([columns])).encode() if has_csv else b"", b""
    for rows in _some_at_once(table.rows()):
        of_csv = plain_csv(rows) if has_csv else ""
        of_json = before + ",\n".join(_json_row(columns, row) for row in rows) if has_json else ""
        yield of_csv.encode(), of_json.encode()
        before = ",\n"
    yield b"", (b"[]\n" if before == "[\n" else b"\n]\n") if has_json else b""


def table_json_schema(table: OpenTable, title: str) -> dict[str, Any]:
    """The JSON Schema of the table's JSON."""
    columns = {one.name: _json_type(one) for one in table.fields}
    row = {"type": "object", "properties": columns, "required": [*columns], "additionalProperties": False}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "type": "array", "items": row}


def _json_type(column: OpenField) -> dict[str, Any]:
    kind: dict[str, Any]
    if column.type == "list":
        return {"type": "array", "items": _with_choices({"type": "string"}, column)}
    kind = {"type": "string", "format": "date"} if column.type == "date" else {"type": column.type}
    kind = _with_choices(kind, column)
    return kind if column.is_required else {"anyOf": [kind, {"type": "null"}]}


def _with_choices(kind: dict[str, Any], column: OpenField) -> dict[str, Any]:
    return {**kind, "enum": list(column.choices)} if column.choices else kind


def _some_at_once(rows: Iterable[OpenRecord]) -> Iterator[list[OpenRecord]]:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        yield some


class _Meter:
    """What weighs a file while it is made."""

    def __init__(self) -> None:
        self.size, self.sum = 0, sha256()

    def add(self, part: bytes) -> None:
        self.size += len(part)
        self.sum.update(part)

    @property
    def mark(self) -> FileMark:
        return FileMark(self.size, self.sum.hexdigest())


def _csv_cell(cell: OpenCell) -> CsvCell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return LIST_MARK.join(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _json_row(columns: tuple[str, ...], row: OpenRecord) -> str:
    return _ENCODER.encode(dict(zip(columns, row, strict=True)))
