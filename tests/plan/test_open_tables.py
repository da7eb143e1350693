"""Open tables: every fact once and as it is, numbers as numbers, nothing where nobody has said anything."""

import csv
import io
import json
import tracemalloc
from collections.abc import Iterable
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import PLAN_3112, Corpus
from makers import FIGURE, YEAR_END, a_corpus
from portal.content.known.figures import Figure
from portal.content.library import open_library
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.bodies.asked import SDG_TARGETS
from portal.plan.bodies.reported import AgencyReport
from portal.plan.ledger import Registers, open_registers
from portal.plan.open_data.every_table import open_data
from portal.plan.open_data.known import figure_table, figures_table
from portal.plan.open_data.report_tables import told_in
from portal.plan.open_data.tables import (
    FileMark,
    OpenCell,
    OpenField,
    OpenTable,
    csv_parts,
    json_parts,
    measured,
    table_json_schema,
)
from portal.plan.open_data.words import dictionary_table, meaning, table_about, table_title
from portal.reading.fields import Context

DERIVED = FIGURE.replace(
    "    values: [1.5, null]\n",
    """    values: [1.5, 0]
    origins:
      - columns: [2]
        derived: {vi: "1,5 − 1,5", en: "1.5 − 1.5"}
        source: {title: "Bài", publisher: "Báo", url: "https://example.org/bai", accessed: 2026-01-16}
""",
)


def registers_of(corpus: Corpus) -> Registers:
    registers = open_registers(open_library(corpus.root, YEAR_END), YEAR_END)
    assert registers.ledger
    assert registers.problems == ()
    return registers


def tables_of(corpus: Corpus) -> dict[str, OpenTable]:
    return {table.name: table for table in open_data(registers_of(corpus), YEAR_END)}


def as_csv(table: OpenTable) -> list[dict[str, str]]:
    text = b"".join(csv_parts(table)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def as_json(table: OpenTable) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(b"".join(json_parts(table)))
    return rows


def a_table(rows: Iterable[tuple[OpenCell, ...]], *fields: OpenField) -> OpenTable:
    kept = list(rows)
    return OpenTable("bang", "bodies", fields, (), lambda: kept)


EVERY_TYPE = (
    OpenField("text"),
    OpenField("whole", "integer"),
    OpenField("number", "number"),
    OpenField("yes", "boolean"),
    OpenField("day", "date"),
    OpenField("words", "list"),
)


def test_each_type_is_written_as_machines_read_it_and_nothing_is_an_empty_cell() -> None:
    full, empty = ("Tuần Giáo", 0, 2.5, False, date(2026, 11, 5), ("a", "b")), (None, None, None, None, None, ())
    table = a_table([full, empty], *EVERY_TYPE)
    assert b"".join(csv_parts(table)).startswith(b"\xef\xbb\xbftext,whole,")
    assert [list(row.values()) for row in as_csv(table)] == [
        ["Tuần Giáo", "0", "2.5", "false", "2026-11-05", "a|b"],
        ["", "", "", "", "", ""],
    ]
    assert [list(row.values()) for row in as_json(table)] == [
        ["Tuần Giáo", 0, 2.5, False, "2026-11-05", ["a", "b"]],
        [None, None, None, None, None, []],
    ]


@pytest.mark.parametrize("count", [0, 1, 1_999, 2_000, 2_001, 4_000])
def test_a_table_of_any_length_is_whole_json_and_whole_csv(count: int) -> None:
    table = a_table(((n,) for n in range(count)), OpenField("n", "integer"))
    assert [row["n"] for row in as_json(table)] == list(range(count))
    assert [int(row["n"]) for row in as_csv(table)] == list(range(count))
    assert measured(table).rows == count


@given(st.lists(st.text(), max_size=3))
def test_a_text_is_the_same_in_json_and_no_formula_in_csv(texts: list[str]) -> None:
    table = a_table([(text,) for text in texts], OpenField("text"))
    assert [row["text"] for row in as_json(table)] == texts
    assert not [row for row in as_csv(table) if row["text"].startswith(("=", "+", "-", "@", "\t"))]


def test_what_is_measured_is_what_is_written() -> None:
    table = a_table([("a", n, None, True, None, ()) for n in range(3_000)], *EVERY_TYPE)
    found = measured(table)
    written = b"".join(csv_parts(table))
    assert (found.rows, found.csv.bytes) == (3_000, len(written))
    assert found.csv == FileMark(len(written), found.csv.sha256)
    assert found.json
    assert found.json.bytes == len(b"".join(json_parts(table)))


def test_a_long_register_is_measured_and_written_without_being_in_memory() -> None:
    fields = (OpenField("n", "integer"), OpenField("text"))
    table = OpenTable("dai", "bodies", fields, (), lambda: ((n, "x" * 200) for n in range(60_000)))
    tracemalloc.start()
    try:
        found = measured(table)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found.csv.bytes > 12_000_000
    assert most < 6_000_000


# What the tables of a corpus say


@pytest.fixture
def full(corpus: Corpus) -> dict[str, OpenTable]:
    rows = a_corpus(corpus, 3, 30)
    assert rows
    corpus.write("data/figures/hinh.yml", DERIVED)
    corpus.write(
        "data/reported/2026/a1.yml",
        "spokesperson: {designated: false}\npeople: {human_rights: {in_post: 4, trained: 0}}\n"
        "trainings: []\nbriefings:\n  - {date: 2026-05-05, title: Một}\n"
        "  - {date: 2026-06-05, title: Hai, people: 0}\n",
    )
    return tables_of(corpus)


def test_every_table_is_what_its_schema_says_its_key_tells_rows_apart_and_its_codes_are_known(
    full: dict[str, OpenTable],
) -> None:
    for table in full.values():
        rows = as_json(table)
        jsonschema.validate(rows, table_json_schema(table, table.name))
        keys = [tuple(row[name] for name in table.key) for row in rows]
        assert not table.key or len(keys) == len(set(keys)), table.name
        for one in table.fields:
            if one.refers_to:
                target = full[one.refers_to]
                known = {row[target.columns[0]] for row in as_json(target)}
                assert {row[one.name] for row in rows} - {None} <= known, (table.name, one.name)


def test_no_table_says_where_a_row_was_entered(full: dict[str, OpenTable]) -> None:
    assert not [name for name, table in full.items() if {"path", "line", "from_portal"} & set(table.columns)]
    assert all(b"data/products" not in b"".join(csv_parts(table)) for table in full.values())


def test_the_register_is_open_row_by_row_as_bodies_entered_it(full: dict[str, OpenTable], corpus: Corpus) -> None:
    entered = list(csv.DictReader(io.StringIO((corpus.root / "data/products/2026.csv").read_text("utf-8"))))
    opened = as_csv(full["san-pham-2026"])
    assert len(opened) == len(entered) > 0
    by_id = {row["id"]: row for row in opened}
    for before in entered:
        after = by_id[f"2026/{before['agency']}/{before['id']}"]
        said = ("date", "title", "agency", "channels", "languages")
        assert [after[name] for name in said] == [before[name] for name in said]


def test_a_year_in_which_nobody_entered_anything_is_a_head_alone(full: dict[str, OpenTable]) -> None:
    assert as_csv(full["san-pham-2024"]) == []
    totals = [row for row in as_csv(full["san-pham"]) if row["year"] == "2024" and row["category"] == "all"]
    assert [row["count"] for row in totals] == [""]


def test_what_a_body_did_not_say_is_absent_and_what_it_said_is_there_zeros_too(full: dict[str, OpenTable]) -> None:
    said = [(row["field"], row["entry"], row["number"], row["text"]) for row in as_csv(full["bao-cao"])]
    assert said == [
        ("spokesperson.designated", "", "", "false"),
        ("people.human_rights.in_post", "", "4", ""),
        ("people.human_rights.trained", "", "0", ""),
        ("trainings", "", "0", ""),
        ("briefings", "", "2", ""),
        ("briefings.date", "1", "", "2026-05-05"),
        ("briefings.title", "1", "", "Một"),
        ("briefings.date", "2", "", "2026-06-05"),
        ("briefings.title", "2", "", "Hai"),
        ("briefings.people", "2", "0", ""),
    ]


def some_of(schema: dict[str, Any], part: dict[str, Any]) -> Any:
    """A value of what a JSON Schema asks for, with every field there is."""
    if "$ref" in part:
        return some_of(schema, schema["$defs"][part["$ref"].rpartition("/")[2]])
    if "anyOf" in part:
        return some_of(schema, next(one for one in part["anyOf"] if one.get("type") != "null"))
    if part.get("type") == "object":
        return {name: some_of(schema, one) for name, one in part["properties"].items()}
    if part.get("type") == "array":
        return [some_of(schema, part["items"])]
    values = {"integer": 1, "number": 1.5, "boolean": True}
    return date(2026, 1, 2) if part.get("format") == "date" else values.get(part.get("type", ""), "chữ")


def names_in(tree: Any, before: str = "") -> set[str]:
    """The dotted names of all that a tree says, of its lists too."""
    if isinstance(tree, dict):
        return {name for key, part in tree.items() for name in names_in(part, f"{before}.{key}")}
    if isinstance(tree, list):
        return {before[1:], *names_in(tree[0], before)}
    return {before[1:]}


def test_every_field_a_report_can_have_is_a_row() -> None:
    schema = AgencyReport.model_json_schema()
    tree = some_of(schema, schema)
    tree["spokesperson"] |= {"telephone": "0215 3000 000", "email": "a@b.gov.vn"}  # no text is one by chance
    report = AgencyReport.model_validate(tree, context=Context(date(2026, 12, 31)))
    assert {told[0] for told in told_in(report)} == names_in(tree)
    assert names_in(tree) > {"note", "trainings", "trainings.people", "people.key_officials.in_post"}


def test_a_number_the_portal_worked_out_says_so_and_how_and_where_from(full: dict[str, OpenTable]) -> None:
    measured_row, derived = as_csv(full["so-lieu"])
    assert (measured_row["value"], measured_row["derived"], measured_row["how_vi"]) == ("1.5", "false", "")
    assert (derived["value"], derived["derived"], derived["how_en"]) == ("0", "true", "1.5 − 1.5")
    assert (derived["source_url"], derived["accessed"]) == ("https://example.org/bai", "2026-01-16")
    assert [row["how"] for row in as_csv(full["hinh.en"])] == ["", "1.5 − 1.5"]
    assert [row["value"] for row in as_csv(full["hinh.vi"])] == ["1.5", "0"]


def test_a_number_nobody_has_is_an_empty_cell_with_its_source(corpus: Corpus) -> None:
    corpus.write("data/figures/hinh.yml", FIGURE)
    figures = open_library(corpus.root, YEAR_END).data.figures
    assert [row["value"] for row in as_csv(figures_table(figures))] == ["1.5", ""]
    figure: Figure = figures["hinh"]
    assert [row["source_url"] for row in as_csv(figure_table(figure, "en"))] == ["https://example.org/van-ban"] * 2


def test_each_target_has_its_result_and_what_is_not_judged_stands_beside_it(full: dict[str, OpenTable]) -> None:
    rows = {(r["target"], r["year"], r["measure"]): r for r in as_csv(full["chi-tieu"])}
    assert {year for _, year, _ in rows} == {"2024", "2025", "2026"}
    assert rows["K2a", "2026", "result"]["value"] == "0"
    assert rows["K2a", "2025", "result"]["value"] == ""
    beside = [row for (_, _, measure), row in rows.items() if measure != "result"]
    assert beside
    assert not [row for row in beside if row["status"] or row["floor"]]


def test_the_plan_s_targets_name_the_goals_they_serve_so_that_no_spreadsheet_rounds_them(
    full: dict[str, OpenTable],
) -> None:
    served = {row["target"]: row["sdg"] for row in as_csv(full["muc-tieu"])}
    assert {goal for goals in served.values() for goal in goals.split("|") if goal}
    assert all(goal.startswith("SDG ") for goals in served.values() for goal in goals.split("|") if goal)
    assert {"K5a", "K5b"} <= {target for target, goals in served.items() if "SDG 16.10" in goals.split("|")}


@pytest.mark.parametrize(
    ("written", "code"),
    [('["16.10"]', None), ("[16.10]", "choice-meant"), ('["17.99"]', "not-a-choice"), ("[]", "empty-list")],
)
def test_only_goals_whose_words_we_have_may_be_named_and_in_quotes(
    corpus: Corpus, written: str, code: str | None
) -> None:
    text = (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0]
    corpus.write("data/plan.yml", text.replace('["4.7"]', written, 1) + "tasks: []\n")
    corpus.story()
    told = open_registers(open_library(corpus.root, YEAR_END), YEAR_END).problems
    assert (told[0].code if told else None) == code


def test_every_table_and_every_column_has_words_in_both_languages(full: dict[str, OpenTable]) -> None:
    for table in full.values():
        for lang in LANGUAGES:
            text = words(lang)
            assert table_title(table, text)
            assert len(table_about(table, text)) >= 50
            assert all(meaning(one, text) for one in table.fields)
            assert all(text.label("open_data.types", one.type) for one in table.fields)
            assert all(text.label("open_data.units", one.unit) for one in table.fields if one.unit)


def test_the_dictionary_has_a_row_for_every_column_of_every_table_its_own_too(full: dict[str, OpenTable]) -> None:
    rows = {(row["table"], row["field"]) for row in as_csv(full["tu-dien"])}
    assert rows == {(table.name, name) for table in full.values() for name in table.columns}
    assert dictionary_table(()).columns[0] == "table"


def test_a_corpus_without_a_plan_has_its_bodies_and_figures_all_the_same(corpus: Corpus) -> None:
    corpus.write("data/figures/hinh.yml", FIGURE)
    registers = open_registers(open_library(corpus.root, YEAR_END), YEAR_END)
    assert registers.ledger is None
    named = {table.name for table in open_data(registers, YEAR_END)}
    assert named == {"co-quan", "so-lieu", "claims", "hinh.vi", "hinh.en", "tu-dien"}


def test_every_goal_a_plan_may_name_has_words() -> None:
    for lang in LANGUAGES:
        assert tuple(words(lang).family("open_data.sdg")) == SDG_TARGETS
