"""The parts of a form's sheet, drawn: fields under a title with last year beside them, rows of a list under a head."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from portal.plan.forms.asked_fields import PRODUCTS
from portal.plan.forms.desk import Desk
from portal.plan.forms.rules import rule_of
from portal.plan.forms.sheets import FIRST_COLUMN
from portal.plan.forms.values import FormField, FormPart

WIDTHS: Final = (44, 22, 24, 62)
ROW_WIDTHS: Final = (6, 22, 34, 22, 16, 17, 16, 14, 16, 15, 24)
GUIDE_WIDTHS: Final = (28, 104)
FORM_LINE: Final = 17.0
"""Of one line of text, in points; the widths of columns are Excel's: about one letter each."""
_LETTERS: Final = 1.15  # letters of Times New Roman in the width of one of Excel's
_LAST_COLUMN: Final = FIRST_COLUMN + 3
_MOST_ROWS: Final = 5000  # how far down the register's lists and limits go
_LONG_HEIGHT: Final = 120  # points
_BILLION: Final = 1_000_000_000


def write_lines(drawn: Worksheet, row: int, lines: Iterable[tuple[str, str, str]], desk: Desk) -> None:
    """(title, text, the text's style), line under line, each as high as its text asks for."""
    for number, (title, said, style) in enumerate(lines, row):
        _set_height(drawn, number, (said, GUIDE_WIDTHS[1]))
        drawn.write_string(number, FIRST_COLUMN, title, desk.styles["label" if style == "given" else "given"])
        drawn.write_string(number, FIRST_COLUMN + 1, said, desk.styles[style])


def write_part(drawn: Worksheet, part: FormPart, desk: Desk) -> None:
    """One part at its place, its keys in the hidden column."""
    first = part.had or part.fields[0]
    row = _row(first) - 1
    is_register = part.key == PRODUCTS
    drawn.write_string(row, 0, part.key)
    drawn.set_row(row, FORM_LINE * 1.2, desk.styles["locked"])
    for column in range(FIRST_COLUMN, FIRST_COLUMN + (len(part.fields) if is_register else _LAST_COLUMN)):
        drawn.write_blank(row, column, None, desk.styles["part"])
    drawn.write_string(row, FIRST_COLUMN, part.title, desk.styles["part"])
    if first.type not in ("given", "long"):
        place = FIRST_COLUMN + (2 if is_register else 1)
        drawn.write_row(row, place, desk.heads()[: 2 if is_register else 3], desk.styles["over"])
    if part.had:
        _write_rows(drawn, part, part.had, desk)
    else:
        for field in part.fields:
            _write_field(drawn, field, desk)


def _write_field(drawn: Worksheet, field: FormField, desk: Desk) -> None:
    row, column = xl_cell_to_rowcol(field.cell)
    drawn.write_string(row, 0, field.key)
    drawn.write_string(row, FIRST_COLUMN, field.label, desk.styles["label"])
    _set_height(drawn, row, (field.label, WIDTHS[0]), (field.hint, WIDTHS[-1]))
    style = desk.styles[field.type]
    if field.type == "given":
        value = desk.who()[field.key.removeprefix("who.")]
        drawn.merge_range(row, column, row, _LAST_COLUMN, value, style)
        return
    if field.type == "long":
        drawn.merge_range(row, column, row, _LAST_COLUMN, "", style)
        drawn.set_row(row, _LONG_HEIGHT)
        drawn.write_string(row, FIRST_COLUMN, f"{field.label}\n{field.hint}", desk.styles["label"])
    else:
        drawn.write_blank(row, column, None, style)
        drawn.write(row, column + 1, desk.before[field.key], desk.styles["before"])
        drawn.write_string(row, _LAST_COLUMN, field.hint, desk.styles["hint"])
    _allow(drawn, field, row, row, desk)


def _write_rows(drawn: Worksheet, part: FormPart, had: FormField, desk: Desk) -> None:
    """The question whether there was any, the head, the rows; the register goes on below what is drawn."""
    row, column = xl_cell_to_rowcol(had.cell)
    is_register = part.key == PRODUCTS
    drawn.set_row(row, FORM_LINE * 1.2, desk.styles["locked"])
    drawn.write_string(row, 0, had.key)
    if is_register:
        drawn.merge_range(row, FIRST_COLUMN, row, column - 1, had.label, desk.styles["label"])
    else:
        drawn.write_string(row, FIRST_COLUMN, had.label, desk.styles["label"])
    drawn.write_blank(row, column, None, desk.styles["choice"])
    drawn.write(row, column + 1, desk.before[had.key], desk.styles["before"])
    drawn.write_string(row, column + 2, had.hint, desk.styles["about" if is_register else "hint"])
    _allow(drawn, had, row, row, desk)
    drawn.set_row(row + 1, FORM_LINE * (2 if is_register else 1), desk.styles["locked"])
    drawn.write_string(row + 1, 0, f"{part.key}.rows")
    last = row + 1 + part.rows
    for field in part.fields:
        _write_column(drawn, part, field, last, desk)
    if not is_register:
        drawn.write_string(row + 1, _LAST_COLUMN, part.fields[0].hint, desk.styles["hint"])
    _doubt(drawn, part, had, row + 2, last, desk)


def _write_column(drawn: Worksheet, part: FormPart, field: FormField, last: int, desk: Desk) -> None:
    first, column = xl_cell_to_rowcol(field.cell)
    mark = " *" if field.required else ""
    drawn.write_string(first - 1, column, f"{field.label}{mark}", desk.styles["head"])
    for number, row in enumerate(range(first, last + 1), 1):
        if field.type == "given":
            drawn.write_number(row, column, number, desk.styles["number"])
        else:
            drawn.write_blank(row, column, None, desk.styles[field.type])
    if field.type != "given":
        _allow(drawn, field, first, _MOST_ROWS if part.key == PRODUCTS else last, desk)


def _allow(drawn: Worksheet, field: FormField, first: int, last: int, desk: Desk) -> None:
    """The rule of a field's cells; a number that its rule could not stop, as it was right when typed, turns red."""
    _, column = xl_cell_to_rowcol(field.cell)
    other = next((one.cell for _, _, one in desk.form.cells() if one.key == field.not_more_than), "")
    drawn.data_validation(first, column, last, column, rule_of(field, desk.window, desk.lists, other, desk.text))
    if other:
        formula = f'=AND({field.cell}<>"",{other}<>"",{field.cell}>{other})'
        _colour(drawn, (first, column, last, column), formula, "doubt", desk)
    if field.type == "whole":
        _colour(drawn, (first, column, last, column), f"={field.cell}>={_BILLION}", "billions", desk)


def _doubt(drawn: Worksheet, part: FormPart, had: FormField, first: int, last: int, desk: Desk) -> None:
    """Red: a needed cell left empty in a row that says something, and "none" above rows that are filled."""
    asked = [field for field in part.fields if field.type != "given"]
    left, right = (xl_col_to_name(xl_cell_to_rowcol(asked[n].cell)[1], col_abs=True) for n in (0, -1))
    end = _MOST_ROWS if part.key == PRODUCTS else last
    for field in asked:
        if field.required:
            column = xl_cell_to_rowcol(field.cell)[1]
            formula = f"=AND(COUNTA({left}{first + 1}:{right}{first + 1})>0,ISBLANK({field.cell}))"
            _colour(drawn, (first, column, end, column), formula, "doubt", desk)
    none = next(choice.label for choice in had.choices if choice.value == "false")
    cells = f"{left}${first + 1}:{right}${end + 1}"
    row, column = xl_cell_to_rowcol(had.cell)
    _colour(drawn, (row, column, row, column), f'=AND({had.cell}="{none}",COUNTA({cells})>0)', "doubt", desk)


def _colour(drawn: Worksheet, cells: tuple[int, int, int, int], formula: str, style: str, desk: Desk) -> None:
    rule = {"type": "formula", "criteria": formula, "format": desk.styles[style]}
    drawn.conditional_format(*cells, rule)


def _row(field: FormField) -> int:
    row, _ = xl_cell_to_rowcol(field.cell)
    return int(row)


def _set_height(drawn: Worksheet, row: int, *texts: tuple[str, int]) -> None:
    """As high as the longest of (text, width of its column) asks for: not every program does this by itself."""
    lines = max(ceil(len(said) / (width * _LETTERS)) for said, width in texts)
    drawn.set_row(row, FORM_LINE * max(lines, 1) + 3)
