"""Where in a workbook each answer of a form stands, whatever was moved: found by the keys beside it, or by the labels.

Tolerated, as nothing can be mistaken by it: sheets renamed, moved or put into another file together with the hidden
one; rows and columns put in, columns that changed places, rows of a list filled below those drawn, the hidden column of
keys taken out where the labels are there. Told: a part that is gone or there twice, a list's column without its head, a
sheet that is none of the form's, and whatever is written where nobody reads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_cell_to_rowcol

from portal.plan.forms.sheets import FIRST_COLUMN
from portal.plan.forms.values import HIDDEN_SHEET, LISTS_SHEET, FormField, FormPart
from portal.plan.receive.form_words import FormWords, RowCells
from portal.reading.personal.details import asks_for_persons
from portal.reading.problems import Problem
from portal.reading.workbooks.kinds import GridPlace
from portal.reading.workbooks.reader import CellValue, Sheet, Workbook

_BESIDE = 2  # last year's figure and the hint stand behind a cell


@dataclass(frozen=True)
class Answer:
    """What a body wrote for one field, and where; None where the cell is empty."""

    field: FormField
    sheet: str
    place: GridPlace
    value: CellValue | None


@dataclass(frozen=True)
class AnswerRow:
    """One row of a list that says something: its number from 1, as it stands below the head, and its answers, the empty
    ones among them."""

    number: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class PartAnswers:
    """What a body wrote in one part of its form."""

    part: FormPart
    sheet: str
    place: GridPlace
    fields: tuple[Answer, ...] = ()
    had: Answer | None = None
    rows: tuple[AnswerRow, ...] = ()


@dataclass(frozen=True)
class _Line:
    """A row of a sheet that says something, and the key of what it is; "" for answers."""

    row: int
    key: str
    cells: RowCells


def answers_in(book: Workbook, names: FormWords, guides: frozenset[str]) -> tuple[list[PartAnswers], list[Problem]]:
    """The parts of a form found in a workbook, in their order; and what stands where nobody reads it. `guides` are
    texts that the guide's sheet has, which asks nothing."""
    finder = _Finder(book, names)
    for sheet in book.sheets:
        if sheet.name.casefold() not in (HIDDEN_SHEET, LISTS_SHEET) and not guides & {sheet.name, *_texts(sheet)}:
            finder.read(sheet)
    return [finder.found[key] for key in names.parts if key in finder.found], finder.problems


def _texts(sheet: Sheet) -> set[str]:
    return {value for value in sheet.cells.values() if isinstance(value, str)}


class _Finder:
    """Goes through the sheets of one workbook."""

    def __init__(self, book: Workbook, names: FormWords) -> None:
        self.book, self.names = book, names
        self.found: dict[str, PartAnswers] = {}
        self.problems: list[Problem] = []
        self.sheet = Sheet("", False)

    def note(self, row: int, column: int, code: str, **values: object) -> None:
        self.problems.append(self.book.problem(self.sheet.name, (row, column), code, **values))

    def read(self, sheet: Sheet) -> None:
        self.sheet = sheet
        parts = list(self.parts())
        for title, lines in parts:
            part = self.names.parts[title.key]
            if title.key in self.found:
                self.note(title.row, FIRST_COLUMN, "form-part-twice", part=part.title)
            else:
                self.found[title.key] = (
                    self.rows_of(part, title, lines) if part.had else self.fields_of(part, title, lines)
                )
        if not parts and sheet.cells:
            self.note(*min(sheet.cells), "form-sheet-unknown")

    def parts(self) -> Iterator[tuple[_Line, list[_Line]]]:
        """(the row of its title, the rows below) of every part of the sheet."""
        title: _Line | None = None
        lines: list[_Line] = []
        for line in self.lines():
            again = title is not None and line.key == title.key and not lines  # a part of one field has its key
            if line.key in self.names.parts and not again:
                if title:
                    yield title, lines
                title, lines = line, []
            elif title:
                lines.append(line)
        if title:
            yield title, lines

    def lines(self) -> Iterator[_Line]:
        rows: dict[int, dict[int, CellValue]] = {}
        for (row, column), value in sorted(self.sheet.cells.items()):
            rows.setdefault(row, {})[column] = value
        keys, part = self.names.column_of_keys(rows), ""
        for number, (row, cells) in enumerate(rows.items()):
            said = cells.pop(keys, "") if keys is not None else ""
            key = str(said) if keys is not None else self.names.key_by_labels(part, cells)
            if number == 0 and keys is not None and (key in self.names.sheets or key not in self.names.keys):
                continue  # the sheet's own id, which may be called as a part, or otherwise in an older form
            if key in self.names.parts:
                part = key
            elif key and key not in self.names.keys:
                self.note(row, keys or 0, "form-key-unknown", value=key)
                continue
            yield _Line(row, key, cells)

    def fields_of(self, part: FormPart, title: _Line, lines: list[_Line]) -> PartAnswers:
        by_key = {field.key: field for field in part.fields}
        found = []
        for line in lines:
            if line.key in by_key:
                found.append(self.answer(part, by_key[line.key], line))
            else:
                self.tell_unread(line, ())
        return PartAnswers(part, self.sheet.name, (title.row, FIRST_COLUMN), tuple(found))

    def answer(self, part: FormPart, field: FormField, line: _Line) -> Answer:
        """The cell behind the label, as far behind as in the form; where the label was changed, in its own column."""
        _, column = xl_cell_to_rowcol(field.cell)
        label = next(
            (c for c, said in sorted(line.cells.items()) if self.names.named(part.key, said) == field.key), None
        )
        place = column if label is None else label + column - FIRST_COLUMN
        if field.type != "given":
            self.tell_unread(line, range(FIRST_COLUMN if label is None else label, place + _BESIDE + 1))
        return Answer(field, self.sheet.name, (line.row, place), line.cells.get(place))

    def rows_of(self, part: FormPart, title: _Line, lines: list[_Line]) -> PartAnswers:
        had: Answer | None = None
        head: _Line | None = None
        columns: dict[int, FormField] = {}
        rows: list[AnswerRow] = []
        for line in lines:
            if line.key == f"{part.key}.had" and part.had:
                had = self.answer(part, part.had, line)
            elif line.key == f"{part.key}.rows":
                head, columns = line, self.columns_of(part, line)
            elif head and (row := self.answer_row(line, head, columns)):
                rows.append(row)
        return PartAnswers(part, self.sheet.name, (title.row, FIRST_COLUMN), (), had, tuple(rows))

    def columns_of(self, part: FormPart, head: _Line) -> dict[int, FormField]:
        by_key = {field.key: field for field in part.fields}
        found = {
            c: by_key[key] for c, said in head.cells.items() if (key := self.names.named(part.key, said)) in by_key
        }
        for field in part.fields:
            if field not in found.values() and field.type != "given":
                self.note(head.row, xl_cell_to_rowcol(field.cell)[1], "form-column-missing", label=field.label)
        for column, said in head.cells.items():
            if column not in found and asks_for_persons(str(said)) and not self.names.is_ours(said):
                self.note(head.row, column, "personal-column", value=said)
        return found

    def answer_row(self, line: _Line, head: _Line, columns: dict[int, FormField]) -> AnswerRow | None:
        asked = {column: field for column, field in columns.items() if field.type != "given"}  # in the form's order
        self.tell_unread(line, columns)
        if not asked.keys() & line.cells.keys():
            return None
        answers = (
            Answer(field, self.sheet.name, (line.row, column), line.cells.get(column))
            for column, field in asked.items()
        )
        return AnswerRow(line.row - head.row, tuple(answers))

    def tell_unread(self, line: _Line, read: range | tuple[int, ...] | dict[int, FormField]) -> None:
        """What is written where nobody reads it would be figures lost in silence."""
        for column, value in sorted(line.cells.items()):
            if column not in read and not self.names.is_ours(value):
                self.note(line.row, column, "form-cell-unread", value=value)


def missing_parts(book: Workbook, names: FormWords, found: list[PartAnswers]) -> Iterator[Problem]:
    """The parts of a form that are gone, and single cells of those that are there."""
    there = {one.part.key: one for one in found}
    for key, part in names.parts.items():
        if key not in there:
            yield Problem(book.path, 0, "", "form-part-missing", {"part": part.title})
            continue
        seen = {one.field.key for one in (*there[key].fields, *((there[key].had,) if there[key].had else ()))}
        rows = (part.had,) if part.had else part.fields
        for field in rows:
            if field and field.key not in seen:
                yield book.problem(there[key].sheet, there[key].place, "form-field-missing", label=field.label)
