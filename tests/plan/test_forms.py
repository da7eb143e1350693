"""The forms bodies fill in: opened as a spreadsheet would open them, with none of the portal's writing code."""

import io
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from conftest import PLAN_3112, Corpus
from makers import PLAN
from portal.content.known.agencies import Agency
from portal.content.library import read_library
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.bodies.asked import PEOPLE, REPORTED_ON
from portal.plan.bodies.office import BrokenLayout
from portal.plan.bodies.reported import AgencyReport
from portal.plan.forms.earlier import earlier_than
from portal.plan.forms.letter import letter_of
from portal.plan.forms.sending import sending_files
from portal.plan.forms.sheets import form_for
from portal.plan.forms.values import FORM_MARKS, HIDDEN_SHEET, LISTS_SHEET, Form, FormField
from portal.plan.forms.workbook import form_of
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.register.product_rows import COLUMNS

YEAR = 2026
TODAY = date(2026, 11, 23)
VI = words("vi")
REPORTED_2025 = """document: {number: 12/BC-SGDDT, date: 2025-11-20}
spokesperson: {designated: true}
people:
  human_rights: {in_post: 1200, trained: 0}
trainings: []
briefings:
  - {date: 2025-03-01, title: Giao ban, people: 30}
  - {date: 2025-04-01, title: Giao ban}
budget:
  - {source: Ngân sách Nhà nước, vnd: 15000000}
"""
ROW_2025 = "sp-1,2025-03-01,Tờ rơi một,so-gddt,3,leaflet,print,vi,everyone,,,\n"


def opened(root: Path) -> Ledger:
    ledger, problems = open_ledger(read_library(root, TODAY), TODAY)
    assert ledger, problems
    assert problems == ()
    return ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The plan with its bodies, and what one of them said for 2025."""
    made = Corpus(tmp_path_factory.mktemp("forms"))
    shutil.copytree(PLAN_3112 / "data", made.root / "data")
    (made.root / "content_vi").mkdir()
    made.write("data/reported/2025/so-gddt.yml", REPORTED_2025)
    made.write("data/products/2025.csv", f"{','.join(COLUMNS)}\n{ROW_2025}")
    return opened(made.root)


def body(ledger: Ledger, name: str) -> Agency:
    return ledger.library.data.agencies[name]


def a_body(kind: str | None) -> Agency:
    return Agency.model_validate({"id": "co-quan", "kind": kind, "name": {"vi": "Cơ quan", "en": "Body"}})


def workbook(ledger: Ledger, agency: Agency, lang: str = "vi") -> Any:
    return openpyxl.load_workbook(io.BytesIO(form_of(ledger, agency, YEAR, words(lang))))


def sheets_of(book: Any, form: Form) -> dict[str, Worksheet]:
    """id → sheet, as the hidden column says it."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible" and sheet["A1"].value]
    assert {sheet["A1"].value: sheet.title for sheet in shown} == {sheet.id: sheet.title for sheet in form.sheets}
    return {str(sheet["A1"].value): sheet for sheet in shown}


def cells_of(book: Any, form: Form) -> Iterator[tuple[FormField, Any]]:
    """Every field of a form with its (first) cell in the workbook."""
    sheets = sheets_of(book, form)
    for sheet, _, field in form.cells():
        yield field, sheets[sheet][field.cell]


def leaves(schema: Mapping[str, Any], whole: Mapping[str, Any], place: str = "") -> Iterator[str]:
    """The places of a JSON Schema at which something is written: "trainings[].date"."""
    for one in (schema, *schema.get("anyOf", ())):
        if "$ref" in one:
            yield from leaves(whole["$defs"][one["$ref"].rpartition("/")[2]], whole, place)
        for name, inner in one.get("properties", {}).items():
            yield from leaves(inner, whole, f"{place}.{name}" if place else name)
        if one.get("type") == "array":
            yield from leaves(one["items"], whole, f"{place}[]")
        elif one.get("type") in ("string", "integer", "boolean"):
            yield place


def asked(form: Form) -> set[str]:
    """What a form asks, written as `leaves` writes it."""
    found = set[str]()
    for sheet in form.sheets:
        for part in sheet.parts:
            mark = f"{part.key}[]." if part.kind == "rows" else ""
            found |= {f"{mark}{field.key}" for field in part.fields if field.type != "given"}
    return found


def test_every_field_a_body_may_be_asked_has_its_place() -> None:
    """Walked through the schema of the model, so that a field that comes one day is missed here."""
    schema = AgencyReport.model_json_schema()
    products = {f"products[].{name}" for name in COLUMNS if name not in ("id", "agency")}
    assert asked(form_for(PLAN, a_body(None), YEAR, VI)) == {*leaves(schema, schema), *products}


@pytest.mark.parametrize("kind", vocabulary.AGENCY_KINDS)
def test_a_body_is_asked_what_the_plan_measures_by_bodies_of_its_kind(kind: str) -> None:
    measured = {target.reported for target in PLAN.targets if kind in target.bodies and target.reported}
    parts = {part.key for sheet in form_for(PLAN, a_body(kind), YEAR, VI).sheets for part in sheet.parts}
    people = {f"people.{name}" for name in PEOPLE}
    assert {key.removeprefix("people.") for key in parts & {*REPORTED_ON, *people}} == measured
    assert ("products" in parts) == (kind in {k for t in PLAN.targets if t.counted for k in t.bodies})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_cell_stands_where_the_definition_says_and_its_row_carries_its_key(ledger: Ledger, lang: str) -> None:
    form = form_for(ledger.plan, a_body(None), YEAR, words(lang))
    book = workbook(ledger, a_body(None), lang)
    lists = {part.key: part for sheet in form.sheets for part in sheet.parts if part.kind == "rows"}
    for sheet, part, field in form.cells():
        drawn = sheets_of(book, form)[sheet]
        cell = drawn[field.cell]
        if part in lists and not field.key.startswith(f"{part}.had"):
            assert drawn.cell(cell.row - 1, cell.column).value.removesuffix(" *") == field.label
            assert drawn.cell(cell.row - 1, 1).value == f"{part}.rows"
        else:
            assert drawn.cell(cell.row, 2).value.partition("\n")[0] == field.label
            assert drawn.cell(cell.row, 1).value == field.key
        assert drawn.column_dimensions["A"].hidden


def test_only_the_cells_that_are_filled_in_are_open_and_they_are_empty(ledger: Ledger) -> None:
    form, book = form_for(ledger.plan, a_body(None), YEAR, VI), workbook(ledger, a_body(None))
    for field, cell in cells_of(book, form):
        assert cell.protection.locked == (field.type == "given"), field.key
        assert (cell.value is None) == (field.type != "given"), field.key
    for sheet in book.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for row in sheet.iter_rows():
            assert not [c.coordinate for c in row if c.value is not None and not c.protection.locked], sheet.title


def test_the_hidden_sheet_names_the_body_the_year_and_the_layout(ledger: Ledger) -> None:
    agency = body(ledger, "xa-na-hy")
    form, book = form_for(ledger.plan, agency, YEAR, VI), workbook(ledger, agency)
    rows = [(row[0].value, row[1].value) for row in book[HIDDEN_SHEET].iter_rows(max_col=2)]
    assert rows == list(zip(FORM_MARKS, ("xa-na-hy", YEAR, form.version, "vi"), strict=True))
    assert {name for name in book.sheetnames if book[name].sheet_state != "visible"} == {HIDDEN_SHEET, LISTS_SHEET}
    assert book.active.title == VI.say("forms.sheets.guide")


def rules_of(sheet: Worksheet, cell: str) -> list[Any]:
    return [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]


def test_each_cell_has_its_rule_and_its_hint(ledger: Ledger) -> None:
    form, book = form_for(ledger.plan, a_body(None), YEAR, VI), workbook(ledger, a_body(None))
    sheets, window = sheets_of(book, form), ledger.plan.full_window(YEAR)
    epoch = date(1899, 12, 30)
    for sheet, _, field in form.cells():
        if field.type == "given":
            continue
        (rule,) = rules_of(sheets[sheet], field.cell)
        assert rule.prompt == field.hint
        assert rule.showInputMessage
        if field.choices:
            column, first, _, last = range_boundaries(rule.formula1.partition("!")[2].replace("$", ""))
            labels = [book[LISTS_SHEET].cell(row, column).value for row in range(first, last + 1)]
            assert labels == [choice.label for choice in field.choices]
            assert (rule.type, rule.errorStyle or "stop") == (
                "list",
                "stop" if field.type == "choice" else "information",
            )
        elif field.type == "day":
            assert (int(rule.formula1), int(rule.formula2)) == (
                (window.start - epoch).days,
                (window.end - epoch).days,
            )
            assert (rule.type, rule.errorStyle) == ("date", "warning")
        elif field.not_more_than:
            other = next(one.cell for _, _, one in form.cells() if one.key == field.not_more_than)
            assert (rule.type, f"{field.cell}<={other}" in rule.formula1) == ("custom", True)
        elif field.type == "whole":
            assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", "0")


def test_people_trained_and_cases_handled_have_a_limit() -> None:
    form = form_for(PLAN, a_body(None), YEAR, VI)
    limited = {field.key: field.not_more_than for _, _, field in form.cells() if field.not_more_than}
    trained = {f"people.{name}.trained": f"people.{name}.in_post" for name in PEOPLE}
    assert limited == {**trained, "misinformation.handled": "misinformation.detected"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_excel_takes_every_hint_and_title_in_full(ledger: Ledger, lang: str) -> None:
    form = form_for(PLAN, a_body(None), YEAR, words(lang))
    assert [field.key for _, _, field in form.cells() if len(field.hint) > 255] == []
    assert [name for name in words(lang).family("forms.refusals").values() if len(name) > 240] == []
    assert [sheet.title for sheet in form.sheets if len(sheet.title) > 31] == []
    choices = [choice.label for _, _, field in form.cells() for choice in field.choices]
    assert [label for label in choices if ";" in label] == []


def test_last_year_stands_beside_each_cell_and_what_nobody_reported_is_no_zero(ledger: Ledger) -> None:
    agency = body(ledger, "so-gddt")
    form, book = form_for(ledger.plan, agency, YEAR, VI), workbook(ledger, agency)
    shown = {field.key: cell.offset(column=1).value for field, cell in cells_of(book, form)}
    nothing = VI.say("forms.not_reported")
    assert shown["document.number"] == "12/BC-SGDDT"
    assert shown["document.date"] == "20/11/2025"
    assert shown["spokesperson.designated"] == VI.say("forms.answers.designated.true")
    assert shown["spokesperson.disclosures"] == nothing
    assert (shown["people.human_rights.in_post"], shown["people.human_rights.trained"]) == (1200, 0)
    assert shown["people.information.in_post"] == nothing
    assert shown["misinformation.detected"] == nothing
    assert shown["trainings.had"] == VI.say("forms.answers.had.false")
    assert shown["briefings.had"] == VI.say("forms.times_people", count=2, people=30)
    assert shown["exhibitions.had"] == nothing
    assert shown["budget.had"] == 15000000
    assert shown["products.had"] == 1


def test_a_body_that_said_nothing_last_year_is_shown_no_figure(ledger: Ledger) -> None:
    agency = body(ledger, "xa-na-hy")
    form, book = form_for(ledger.plan, agency, YEAR, VI), workbook(ledger, agency)
    fields = {field.key for sheet in form.sheets for part in sheet.parts if part.had for field in part.fields}
    beside = {
        cell.offset(column=1).value
        for field, cell in cells_of(book, form)
        if field.type not in ("given", "long") and field.key not in fields
    }
    assert beside == {VI.say("forms.not_reported")}


def test_the_same_ledger_makes_the_same_bytes(ledger: Ledger) -> None:
    agency = body(ledger, "so-gddt")
    once = form_of(ledger, agency, YEAR, VI)
    assert form_of(ledger, agency, YEAR, VI, earlier_than(ledger, YEAR)) == once
    assert letter_of(ledger, agency, YEAR, "b.xlsx", VI) == letter_of(ledger, agency, YEAR, "b.xlsx", VI)
    every = ledger.due(YEAR, TODAY)
    assert sending_files(ledger, every, YEAR, VI) == sending_files(ledger, every, YEAR, VI)


def test_a_version_names_the_layout_and_no_words() -> None:
    one = form_for(PLAN, a_body(None), YEAR, VI)
    assert one.version == form_for(PLAN, a_body(None), YEAR + 1, words("en")).version
    assert one.version != form_for(PLAN, a_body("press"), YEAR, VI).version
    assert one.version != replace(one, sheets=one.sheets[1:]).version


def test_no_cell_of_a_form_is_a_formula_whatever_stood_in_a_report(tmp_path: Path) -> None:
    made = Corpus(tmp_path)
    shutil.copytree(PLAN_3112 / "data", tmp_path / "data")
    (tmp_path / "content_vi").mkdir()
    number = '"=HYPERLINK(1)"'
    said = "spokesperson: {designated: true}\n"
    made.write("data/reported/2025/so-gddt.yml", f"document: {{number: {number}, date: 2025-11-20}}\n{said}")
    ledger = opened(tmp_path)
    book = workbook(ledger, body(ledger, "so-gddt"))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}


def test_a_form_prints_on_a4_lying_with_its_head_on_every_page(ledger: Ledger) -> None:
    form, book = form_for(ledger.plan, a_body(None), YEAR, VI), workbook(ledger, a_body(None))
    for sheet in sheets_of(book, form).values():
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, int(sheet.page_setup.fitToHeight)) == (True, 0)
        assert sheet.print_title_rows
        assert sheet.freeze_panes


@pytest.mark.parametrize(("lang", "dots"), [("vi", "\\."), ("en", "\\,")])
def test_thousands_are_parted_as_the_language_writes_them(ledger: Ledger, lang: str, dots: str) -> None:
    form, book = form_for(ledger.plan, a_body(None), YEAR, words(lang)), workbook(ledger, a_body(None), lang)
    formats = {cell.number_format for field, cell in cells_of(book, form) if field.type == "whole"}
    assert formats == {f"[<1000]0;[<1000000]0{dots}000;0{dots}000{dots}000"}


def test_a_day_is_shown_with_its_month_in_words_so_that_nobody_mistakes_it(ledger: Ledger) -> None:
    form, book = form_for(ledger.plan, a_body(None), YEAR, VI), workbook(ledger, a_body(None))
    assert {c.number_format for f, c in cells_of(book, form) if f.type == "day"} == {'dd" tháng "mm" năm "yyyy'}


def test_a_year_outside_the_plan_has_no_form(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="2062"):
        form_of(ledger, body(ledger, "so-gddt"), 2062, VI)


def letter(ledger: Ledger, name: str, **more: Any) -> str:
    made = Document(io.BytesIO(letter_of(ledger, body(ledger, name), YEAR, "bieu.xlsx", VI, **more)))
    cells = [c.text for table in made.tables for row in table.rows for c in row.cells]
    return "\n".join((*(p.text for p in made.paragraphs), *cells))


def test_a_letter_says_what_is_asked_of_whom_by_when(ledger: Ledger) -> None:
    text = letter(ledger, "hoi-lhpn")
    asked_titles = [
        title for s in form_for(ledger.plan, body(ledger, "hoi-lhpn"), YEAR, VI).sheets for title in s.asked
    ]
    for said in ("Hội Liên hiệp Phụ nữ tỉnh", "3112/KH-UBND", "IV.8", "bieu.xlsx", "trước ngày 30/11/2026", "./."):
        assert said in text, said
    assert all(title[1:] in text for title in asked_titles)
    assert VI.say("forms.parts.spokesperson")[1:] not in text
    assert not re.search(r"\{[{%]|[%}]\}", text)


def test_a_letter_marks_what_the_owner_has_not_given_and_leaves_its_day_open(ledger: Ledger) -> None:
    text = letter(ledger, "so-gddt")
    assert text.count("[chưa có: ") + text.count("[CHƯA CÓ: ") >= 6
    assert re.search(r"ngày {2,}tháng {2,}năm 2026", text)


def test_a_letter_speaks_with_the_owner_s_names_once_they_are_given(tmp_path: Path) -> None:
    shutil.copytree(PLAN_3112 / "data", tmp_path / "data")
    (tmp_path / "content_vi").mkdir()
    shutil.copy(PLAN_3112.parent / "owner-approved.yml", tmp_path / "data/owner.yml")
    ledger = opened(tmp_path)
    owner = ledger.library.data.owner
    assert owner
    name = owner.name["vi"]
    assert name
    text = letter(ledger, "so-gddt")
    assert name.upper() in text
    assert f"{name} đề nghị" in text
    assert "chưa có: tên cơ quan" not in text.lower()


def test_a_letter_s_layout_that_cannot_be_filled_in_is_told(ledger: Ledger, tmp_path: Path) -> None:
    made = Document()
    made.add_paragraph("{{ letter.nothing }}")
    made.save(str(tmp_path / "letter.docx"))
    with pytest.raises(BrokenLayout):
        letter(ledger, "so-gddt", layout=tmp_path / "letter.docx")


def test_the_list_to_send_by_has_every_body_its_files_and_whether_it_reported(ledger: Ledger) -> None:
    every = ledger.due(2025, TODAY)
    made = sending_files(ledger, every, 2025, VI)
    assert set(made) == {"danh-sach-gui-2025.csv", "danh-sach-gui-2025.xlsx"}
    assert made["danh-sach-gui-2025.csv"].startswith(b"\xef\xbb\xbf")
    drawn = openpyxl.load_workbook(io.BytesIO(made["danh-sach-gui-2025.xlsx"])).active
    rows = [[cell.value for cell in row] for row in drawn.iter_rows(min_row=2)]
    assert [row[0] for row in rows] == [agency.id for agency in every]
    said = {row[0]: row[-1] for row in rows}
    assert said["so-gddt"] == VI.say("forms.reported")
    assert said["xa-na-hy"] == VI.say("forms.not_reported")
    assert {"bieu-2025-so-gddt.xlsx", "thu-2025-so-gddt.docx", "2025-11-30"} <= set(
        rows[every.index(body(ledger, "so-gddt"))]
    )
