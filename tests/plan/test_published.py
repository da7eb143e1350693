"""What is published for machines: trees that are what their schema says, in both ways."""

import json
from typing import Any

import jsonschema
import pytest

from conftest import Corpus
from makers import YEAR_END, a_corpus
from portal.content.library import open_library
from portal.plan.ledger import open_ledger
from portal.plan.published import (
    TALLIES_SCHEMA,
    TARGETS_SCHEMA,
    Published,
    PublishedTallies,
    PublishedYear,
    tallies_tree,
    targets_tree,
)


def trees(corpus: Corpus) -> dict[type[Published], dict[str, Any]]:
    ledger, problems = open_ledger(open_library(corpus.root, YEAR_END), YEAR_END)
    assert ledger, problems
    targets, tallies = ledger.count(2026, YEAR_END), ledger.tally(2026, YEAR_END)
    return {PublishedYear: targets_tree(targets), PublishedTallies: tallies_tree(tallies)}


@pytest.fixture(params=["empty", "reported"])
def published(request: pytest.FixtureRequest, corpus: Corpus) -> dict[type[Published], dict[str, Any]]:
    a_corpus(corpus, 3, 0 if request.param == "empty" else 20)
    if request.param == "reported":
        corpus.write("data/reported/2026/a1.yml", "spokesperson: {designated: true}\nexhibitions: []\n")
    return trees(corpus)


def test_a_published_tree_read_back_by_its_model_is_the_same_tree(
    published: dict[type[Published], dict[str, Any]],
) -> None:
    for model, tree in published.items():
        again = model.model_validate_json(json.dumps(tree))
        assert again.model_dump(mode="json", by_alias=True, exclude_unset=True) == tree


def test_a_published_tree_is_what_its_schema_says(published: dict[type[Published], dict[str, Any]]) -> None:
    jsonschema.validate(published[PublishedYear], TARGETS_SCHEMA)
    jsonschema.validate(published[PublishedTallies], TALLIES_SCHEMA)


def defined(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    for name in part.get("$ref", "").removeprefix("#/").split("/") if "$ref" in part else ():
        schema = schema[name]
    return schema if "$ref" in part else part


@pytest.mark.parametrize(("model", "schema"), [(PublishedYear, TARGETS_SCHEMA), (PublishedTallies, TALLIES_SCHEMA)])
def test_every_field_of_a_tree_stands_in_its_schema_and_what_is_required_is_there(
    published: dict[type[Published], dict[str, Any]], model: type[Published], schema: dict[str, Any]
) -> None:
    def compare(tree: dict[str, Any], part: dict[str, Any]) -> None:
        part = defined(schema, part)
        if "properties" not in part:
            for value in tree.values():
                if isinstance(value, dict):
                    compare(value, part["additionalProperties"])
            return
        assert set(part["required"]) <= tree.keys() <= part["properties"].keys()
        for name, value in tree.items():
            own = part["properties"][name]
            own = next((one for one in own.get("anyOf", ()) if "$ref" in one), own)
            if isinstance(value, dict):
                compare(value, own)

    compare(published[model], schema)


def test_a_field_nobody_named_is_refused(corpus: Corpus) -> None:
    a_corpus(corpus, 1, 1)
    with pytest.raises(ValueError, match="extra"):
        PublishedYear.model_validate({**trees(corpus)[PublishedYear], "forecast": 1})


def test_what_nobody_said_is_null_in_every_tree_and_never_0(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 0)
    found = trees(corpus)
    targets = found[PublishedYear]["targets"]
    assert {(one["value"], one["numerator"], one["denominator"]) for one in targets.values()} == {(None, None, None)}
    assert {count for one in targets.values() for count in one.get("counts", {}).values()} == {None}
    tallies = found[PublishedTallies]
    assert (tallies["products"], tallies["portal"]) == (None, None)
    assert {count for tally in tallies["by"].values() for count in tally.values()} == {None}


def test_no_schema_names_one_province_s_plan() -> None:
    for schema in (TARGETS_SCHEMA, TALLIES_SCHEMA):
        assert not [word for word in ("3112", "K4", "Điện Biên") if word in json.dumps(schema, ensure_ascii=False)]
