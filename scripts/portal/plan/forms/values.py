"""What a form is made of, as values: sheets, their parts, and the cells that are filled in. Writer and reader share it.

On every sheet the hidden column A says what stands in the row: the sheet's id in row 1, a part's key beside its title,
`<part>.had` beside the question whether there was any, `<part>.rows` beside the head of its rows, and a field's key
beside its cell. So a reader finds each cell also where rows were put in between.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

HIDDEN_SHEET: Final = "_bieu"
"""Whose form it is, read by machines: (name, value) in columns A and B of its first rows, the names FORM_MARKS."""
FORM_MARKS: Final = ("body", "year", "version", "lang")
LISTS_SHEET: Final = "_danh_sach"
"""The words of the drop-down lists."""
BETWEEN: Final = "; "
"""What parts the values of a cell that may hold several."""

FieldType = Literal["given", "text", "long", "day", "whole", "choice", "several"]
"""What a cell may hold. `given` is written by us and locked: a reader passes over it. `choice` is one of the choices,
`several` any number of them (of any words where there are no choices); a `text` with choices only suggests them."""


@dataclass(frozen=True)
class FormChoice:
    """One line of a drop-down list: the word as data/ has it ("leaflet", "true", "3"), and as people read it."""

    value: str
    label: str


@dataclass(frozen=True)
class FormField:
    """One cell, or the cells of one column below its head. `key` is the place in AgencyReport or ProductRow, with
    points ("people.information.trained"); of a row's cell the place in the row ("date"). `cell` is where it is written,
    of a column its first cell ("C7"); `not_more_than` the key of the field whose number it cannot exceed."""

    key: str
    label: str
    hint: str
    type: FieldType
    cell: str
    required: bool = False
    choices: tuple[FormChoice, ...] = ()
    not_more_than: str = ""


@dataclass(frozen=True)
class FormPart:
    """Fields under a title, or rows of a list. `had` asks of a list whether there was any ("true", "false"): empty is
    not reported, "false" is that there was none. `rows` is how many rows are drawn; a row's number is its place, from
    1. Of fields, both are None and 0."""

    key: str
    title: str
    kind: Literal["fields", "rows"]
    fields: tuple[FormField, ...]
    had: FormField | None = None
    rows: int = 0


@dataclass(frozen=True)
class FormSheet:
    """One sheet: its id, the title on its tab, what it asks in a sentence, its parts from top to bottom."""

    id: str
    title: str
    about: str
    parts: tuple[FormPart, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """The titles of the parts in which something is asked."""
        return tuple(p.title for p in self.parts if any(field.type != "given" for field in p.fields))


@dataclass(frozen=True)
class Form:
    """What one body is asked for one year, in one language."""

    body: str
    year: int
    lang: str
    sheets: tuple[FormSheet, ...]

    @property
    def version(self) -> str:
        """Short for how the form is laid out: what is asked, in which cells. Words and lists are no part of it."""
        said = "\n".join(f"{sheet} {part} {field.key} {field.type} {field.cell}" for sheet, part, field in self.cells())
        return hashlib.sha256(said.encode()).hexdigest()[:8]

    def cells(self) -> Iterator[tuple[str, str, FormField]]:
        """(sheet id, part key, field) of everything that is asked, the questions whether there was any among them."""
        for sheet in self.sheets:
            for part in sheet.parts:
                for field in (*((part.had,) if part.had else ()), *part.fields):
                    yield sheet.id, part.key, field
