"""The marking sheet of a contest: a row for each code number, no names; points, places and shared places by formula."""

import io
from dataclasses import dataclass
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from portal.language.words import Words
from portal.plan.bodies.office import moment_of, without_clock
from portal.site.contest.draw import Drawn
from portal.site.contest.papers import NO_DAY, said_of_draw

HEAD_ROW: Final = 4
"""The row of heads, counted from 0; the key stands below it, the codes below the key."""
_A4: Final = 9  # as Excel numbers papers
_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class _Forms:
    bold: Format
    line: Format
    made: Format


@dataclass(frozen=True)
class _Span:
    """Where answers stand: columns and rows as Excel writes them."""

    first: str
    last: str
    points: str
    key: int
    top: int
    end: int


def codes_for(people: int) -> tuple[str, ...]:
    """The code numbers to be drawn: 001, 002, … Whoever draws one is told by no file."""
    return tuple(f"{number:03d}" for number in range(1, people + 1))


def marking_sheet(drawn: Drawn, codes: tuple[str, ...], text: Words) -> bytes:
    """The sheet to fill in, as XLSX: the same bytes for the same paper."""
    out, title = io.BytesIO(), text.say("contest.marks_title", title=drawn.title)
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": title, "created": moment_of(NO_DAY)})
    sheet, head = book.add_worksheet(text.say("contest.sheet")), {"bold": True, "border": 1, "text_wrap": True}
    forms = _Forms(book.add_format(head), *(book.add_format(form) for form in ({"border": 1}, {"border": 1})))
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "size": 14}))
    said = (text.say("contest.marks_about"), said_of_draw(drawn, text), drawn.draft)
    for row, line in enumerate(filter(None, said), 1):
        sheet.write_string(row, 0, line)
    _write_heads(sheet, drawn, forms, text)
    _write_codes(sheet, drawn, codes, forms, text)
    _set_page(sheet, drawn)
    book.close()
    return without_clock(out.getvalue())


def _write_heads(sheet: Worksheet, drawn: Drawn, forms: _Forms, text: Words) -> None:
    say, count = text.say, len(drawn.questions)
    asked = [say("contest.question_short", number=one.number) for one in drawn.questions]
    ends = [say(f"contest.columns.{name}") for name in ("points", "place", "tie")]
    sheet.write_row(HEAD_ROW, 0, [say("contest.columns.code"), *asked, *ends], forms.bold)
    key = [one.answer.letter for one in drawn.questions]
    sheet.write_row(HEAD_ROW + 1, 0, [say("contest.key_row"), *key, count], forms.bold)


def _write_codes(sheet: Worksheet, drawn: Drawn, codes: tuple[str, ...], forms: _Forms, text: Words) -> None:
    """A row for each code: its answers are empty, what follows is worked out."""
    count, first = len(drawn.questions), HEAD_ROW + 2
    last = first + len(codes) - 1
    span = _Span("B", xl_col_to_name(count), xl_col_to_name(count + 1), HEAD_ROW + 2, first + 1, last + 1)
    letters = text.listed("quizzes.letters")
    for row, code in enumerate(codes, first):
        sheet.write_string(row, 0, code, forms.bold)
        for column in range(1, count + 1):
            sheet.write_blank(row, column, None, forms.line)
        for column, formula in enumerate(_formulas(span, row + 1, text.say("contest.tied")), count + 1):
            sheet.write_formula(row, column, formula, forms.made, "")
    for column, one in enumerate(drawn.questions, 1):
        rule = {"validate": "list", "source": list(letters[: len(one.choices)]), "error_type": "warning"}
        sheet.data_validation(first, column, last, column, rule)


def _formulas(span: _Span, row: int, tied: str) -> tuple[str, str, str]:
    """Points, place, shared place of a row; empty where nothing was answered. A letter counts however it is typed."""
    answers, key = f"{span.first}{row}:{span.last}{row}", f"{span.first}${span.key}:{span.last}${span.key}"
    points, every = f"{span.points}{row}", f"{span.points}${span.top}:{span.points}${span.end}"
    return (
        f'=IF(COUNTA({answers})=0,"",SUMPRODUCT(--(UPPER(TRIM({answers}))={key})))',
        f'=IF({points}="","",RANK({points},{every}))',
        f'=IF({points}="","",IF(COUNTIF({every},{points})>1,"{tied}",""))',
    )


def _set_page(sheet: Worksheet, drawn: Drawn) -> None:
    count = len(drawn.questions)
    sheet.set_column(0, 0, 9)
    sheet.set_column(1, count, 6)
    sheet.set_column(count + 1, count + 3, 11)
    sheet.freeze_panes(HEAD_ROW + 2, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW, HEAD_ROW + 1)
