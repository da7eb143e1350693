"""What other programs are told of data files agrees with the models that read them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import MADE_UP, PLAN_3112, SECOND
from portal.content.known.data_files import DATA_LISTS
from portal.plan.data_files.data_schemas import DATA_FORMS, DataForm, data_schema

SCHEMAS = {name: data_schema(form) for name, form in DATA_FORMS.items()}


def tree_of(text: str) -> Any:
    """A YAML file as a program with YAML 1.2 sees it: a day is a text, the name of a field too."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def rows(form: DataForm, schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schema["items"] if form.is_list else schema
    return found


@pytest.mark.parametrize("name", DATA_FORMS)
def test_a_schema_has_the_fields_of_its_model(name: str) -> None:
    form, schema = DATA_FORMS[name], SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    entry, fields = rows(form, schema), form.model.model_fields
    assert set(entry["properties"]) == set(fields) - set(form.named)
    required = {key for key, one in fields.items() if one.is_required()} - set(form.named)
    assert set(entry.get("required", ())) == required


def test_every_list_below_data_has_a_schema() -> None:
    assert set(DATA_LISTS) <= set(DATA_FORMS)
    assert {DATA_FORMS[name].files for name in DATA_LISTS} == {one.path for one in DATA_LISTS.values()}


@pytest.mark.parametrize("root", [MADE_UP, SECOND, PLAN_3112], ids=["site", "tinh-mau", "plan-3112"])
def test_every_data_file_that_check_takes_is_as_its_schema_says(root: Path) -> None:
    looked_at = 0
    for name, form in DATA_FORMS.items():
        for file in sorted(root.glob(form.files)):
            Draft202012Validator(SCHEMAS[name]).validate(tree_of(file.read_text("utf-8")))
            looked_at += 1
    assert looked_at >= 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("agencies", "- {name: Sở}"),
        ("agencies", "- {id: so, kind: ministry}"),
        ("agencies", "{so: Sở}"),
        ("laws", "- {id: luat-mot, title: {vi: Luật}}"),
        ("people", "- {name: Nguyễn Văn A, why: friend, note: x}"),
        ("report", "{document: {number: 1/BC}}"),
        ("report", "{training: []}"),
        ("owner", "{approvd: true}"),
        ("sample", "{seed: 1, facts: []}"),
    ],
)
def test_a_mistake_a_schema_can_see_is_refused(name: str, text: str) -> None:
    assert not Draft202012Validator(SCHEMAS[name]).is_valid(tree_of(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("agencies", "- {id: so, name: Sở, valid_to: 01/07/2025, member_of: khac, cot_rieng: x}"),
        (
            "report",
            "{document: {number: 1/BC, date: 20/11/2026}, spokesperson: {designated: có, disclosures: 1.200}}",
        ),
    ],
)
def test_what_our_readers_understand_is_no_mistake(name: str, text: str) -> None:
    assert list(Draft202012Validator(SCHEMAS[name]).iter_errors(tree_of(text))) == []
