"""The workbook a translator fills in: a sheet for each page, a row for each part, one column to write in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from portal.content.translating.changed import digest_of_part
from portal.content.translating.kit import KitPage, KitRow
from portal.language.locales import Locale
from portal.language.words import Words
from portal.plan.bodies.office import moment_of, without_clock

KIT_SHEET: Final = "_ban-dich"
"""The hidden sheet that says what the workbook is, and for which language."""
KIT_VERSION: Final = "1"
PLACE_CELL: Final = (0, 0)
KNOWN_CELL: Final = (0, 1)
SAID: Final = 4
"""The column to write in; those before are the part's id, its digest, Vietnamese, English."""
NAME_ROWS: Final = {"translator": 2, "native_reviewer": 3}
HEAD_ROW: Final = 5
_TEXTS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS: Final = (8, 8, 52, 40, 56, 40, 24)
_SHEET_NAME: Final = 24


@dataclass(frozen=True)
class _Drawn:
    """A sheet with the looks of its cells."""

    sheet: Worksheet
    looks: dict[str, Format]
    text: Words


def kit_workbook(pages: Sequence[KitPage], locale: Locale, name: str, text: Words, day: date) -> bytes:
    """The pages as XLSX of a day, in a language that these words call `name`: the same pages, the same bytes."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, **_TEXTS})
    book.set_properties({"title": text.say("kit.title", name=name), "created": moment_of(day)})
    _guide(_Drawn(book.add_worksheet(text.say("kit.guide_sheet")), _looks(book), text), name)
    looks = _looks(book)
    for number, page in enumerate(pages, 1):
        slug = page.place.rpartition("/")[2][:_SHEET_NAME]
        _page(_Drawn(book.add_worksheet(f"{number}. {slug}"), looks, text), page, name)
    marks = book.add_worksheet(KIT_SHEET)
    marks.write_column(0, 0, [KIT_VERSION, locale.code])
    marks.hide()
    book.close()
    return without_clock(out.getvalue())


def _looks(book: Workbook) -> dict[str, Format]:
    plain = {"text_wrap": True, "valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format(plain),
        "head": book.add_format({**plain, "bold": True, "bottom": 1}),
        "open": book.add_format({**plain, "bg_color": "#FFF7D6", "border": 1, "locked": False}),
        "changed": book.add_format({**plain, "bg_color": "#FCE4D6"}),
        "note": book.add_format({**plain, "locked": False}),
    }


def _guide(drawn: _Drawn, name: str) -> None:
    drawn.sheet.set_column(0, 0, 100)
    drawn.sheet.write_string(0, 0, drawn.text.say("kit.title", name=name), drawn.looks["title"])
    for row, line in enumerate(drawn.text.listed("kit.how"), 2):
        drawn.sheet.write_string(row, 0, line.format(name=name), drawn.looks["plain"])


def _page(drawn: _Drawn, page: KitPage, name: str) -> None:
    sheet, looks, text = drawn.sheet, drawn.looks, drawn.text
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, None, {"hidden": column < 2})
    sheet.write_string(*PLACE_CELL, page.place)
    sheet.write_string(*KNOWN_CELL, page.known)
    sheet.write_string(0, 2, page.title, looks["title"])
    for field, row in NAME_ROWS.items():
        sheet.write_string(row, 2, text.say(f"kit.{field}"), looks["plain"])
        sheet.write_string(row, SAID, getattr(page, field), looks["open"])
    heads = [text.say("kit.original"), text.say("kit.english"), name, text.say("kit.changed"), text.say("kit.note")]
    for column, head in enumerate(heads, 2):
        sheet.write_string(HEAD_ROW, column, head, looks["head"])
    for number, row_of in enumerate(page.rows, HEAD_ROW + 1):
        _row(drawn, number, row_of)
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _row(drawn: _Drawn, number: int, row: KitRow) -> None:
    sheet, looks, text = drawn.sheet, drawn.looks, drawn.text
    sheet.write_string(number, 0, row.part.id)
    sheet.write_string(number, 1, digest_of_part(row.part.text))
    sheet.write_string(number, 2, row.part.text, looks["plain"])
    sheet.write_string(number, 3, row.english, looks["plain"])
    sheet.write_string(number, SAID, row.said, looks["open"])
    told = ""
    if row.is_changed:
        told = text.say("kit.was", before=row.before) if row.before else text.say("kit.was_unknown")
    sheet.write_string(number, SAID + 1, told, looks["changed" if told else "plain"])
    sheet.write_string(number, SAID + 2, "", looks["note"])
