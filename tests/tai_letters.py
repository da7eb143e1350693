"""Text of tests in scripts of real languages: letters one after another, in no language, with what a translation keeps.

Every letter of an original becomes a letter of the script; numbers, marks of sources, links, tags and signs stay.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from doorway.translating.translation_kit import HEAD_ROW, KIT_SHEET, NAME_ROWS, SAID

_LEFT = re.compile(r"\]\([^()\n]*\)|<[^<>\n]*>|`[^`\n]*`|\{[^{}\n]*\}")
_LETTER = re.compile(r"[^\W\d_]")
FIRST = {"Tavt": 0xAA80, "Laoo": 0x0E99}
"""Where consonants of a script stand one after another in Unicode."""
MANY = {"Tavt": 48, "Laoo": 7}
TRANSLATOR, READER = "Trung tâm Mẫu Một", "Trung tâm Mẫu Hai"


def in_script(text: str, script: str = "Tavt") -> str:
    """A text with a letter of the script for each of its letters; the same text gives the same letters."""
    return "".join(_pieces(text, lambda found: chr(FIRST[script] + ord(found[0]) % MANY[script])))


def _pieces(text: str, letter: Callable[[re.Match[str]], str]) -> Iterator[str]:
    end = 0
    for kept in _LEFT.finditer(text):
        yield _LETTER.sub(letter, text[end : kept.start()])
        yield kept[0]
        end = kept.end()
    yield _LETTER.sub(letter, text[end:])


def filled(file: Path, script: str = "Tavt", but: Callable[[Worksheet], None] = lambda _: None) -> Path:
    """A translator's workbook filled in to its end; `but` may change a sheet afterwards."""
    book = load_workbook(file)
    for sheet in book.worksheets[1:]:
        if sheet.title != KIT_SHEET:
            _fill(sheet, script)
            but(sheet)
    book.save(file)
    return file


def _fill(sheet: Worksheet, script: str) -> None:
    for row, name in zip(NAME_ROWS.values(), (TRANSLATOR, READER), strict=True):
        sheet.cell(row + 1, SAID + 1).value = name
    for row in range(HEAD_ROW + 2, sheet.max_row + 1):
        sheet.cell(row, SAID + 1).value = in_script(str(sheet.cell(row, 3).value), script)
