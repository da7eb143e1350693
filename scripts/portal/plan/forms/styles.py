"""How a form looks: calm colours, letters large enough to read, what is filled in on yellow, all else locked."""

from collections.abc import Mapping
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from portal.language.words import Words

_FONT: Final = {
    "font_name": "Times New Roman",
    "font_size": 12,
    "valign": "vcenter",
    "align": "left",
    "text_wrap": True,
}
_LINE: Final = {"border": 1, "border_color": "#8A9AA3", "indent": 1}
_CELL: Final = {**_FONT, **_LINE, "bg_color": "#FFF8DC", "locked": False}  # black on it: 19 to 1
_HEAD: Final = {"bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF"}  # 9 to 1
_QUIET: Final = {"font_color": "#404040"}  # 10 to 1 on white


def styles(book: Workbook, text: Words) -> Mapping[str, Format]:
    """The formats of a form by name; those of cells that are filled in by the type of their field."""
    whole, day = number_format(text), text.say("forms.day_format")
    looks: dict[str, dict[str, Any]] = {
        "title": {**_FONT, "bold": True, "font_size": 16, "text_wrap": False},
        "about": {**_FONT, "text_wrap": False, **_QUIET},
        "head": {**_FONT, **_LINE, **_HEAD},
        "part": {**_FONT, "bold": True, "bg_color": "#DCE9EE", "text_wrap": False},
        "over": {**_FONT, "bg_color": "#DCE9EE", "italic": True, "indent": 1},
        "label": {**_FONT, **_LINE},
        "number": {**_FONT, **_LINE, "align": "center", "indent": 0},
        "hint": {**_FONT, "font_size": 11, "indent": 1, **_QUIET},
        "line": {**_FONT, **_LINE},
        "before": {**_FONT, **_LINE, "bg_color": "#F2F2F2", "num_format": whole},
        "given": {**_FONT, **_LINE, "bold": True},
        "text": {**_CELL, "num_format": "@"},
        "long": {**_CELL, "num_format": "@", "valign": "top"},
        "several": {**_CELL, "num_format": "@"},
        "choice": _CELL,
        "whole": {**_CELL, "num_format": whole, "align": "right"},
        "day": {**_CELL, "num_format": day},
        "locked": _FONT,
        "open": {**_FONT, "locked": False},
        "doubt": {"bg_color": "#F8D7DA", "font_color": "#7A0012"},  # 8 to 1
        "billions": {"num_format": _grouped(4, text)},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def number_format(text: Words) -> str:
    """Whole numbers with thousands parted as the language writes them, whatever the machine is set to: 15.000.000."""
    return f"[<1000]0;[<1000000]{_grouped(2, text)};{_grouped(3, text)}"


def _grouped(groups: int, text: Words) -> str:
    mark = "\\." if text.say("decimal") == "," else "\\,"
    return mark.join(["0", *["000"] * (groups - 1)])
