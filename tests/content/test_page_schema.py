"""What other programs are told of pages agrees with the models: JSON Schema, the form of Front Matter in VS Code."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import MADE_UP, SECOND, TODAY
from makers import GOOD
from portal.content.asking.front_matter_cms import Setting, front_matter_settings, is_left_out
from portal.content.asking.kinds import page_kinds
from portal.content.asking.page_schema import Schema, page_schema
from portal.content.kinds import KINDS, MODELS
from portal.content.known.reference import ReferenceData
from portal.language.words import words
from portal.reading.fields import Context
from portal.reading.validation import validate
from portal.reading.yaml_reader import Reading

ASKED = {one.name: one for one in page_kinds(ReferenceData())}
SCHEMAS = {name: page_schema(kind) for name, kind in ASKED.items()}
TRANSLATED = {name: page_schema(kind, translated=True) for name, kind in ASKED.items()}
SETTINGS = front_matter_settings(ASKED.values(), words("vi"))
DEFAULT, SAID = SETTINGS["frontMatter.taxonomy.contentTypes"]
GROUPS = {one["id"]: one for one in SETTINGS["frontMatter.taxonomy.fieldGroups"]}
STORY: dict[str, Any] = {
    "title": "Một bài thử của bộ kiểm tra",
    "description": "Một mô tả đủ dài để người đọc biết trang này nói về điều gì.",
    "kind": "achievement",
    "date": "2026-01-15",
    "agency": "co-quan",
    "sources": [{"title": "Văn bản", "publisher": "Nơi", "url": "https://dienbien.gov.vn/a", "accessed": "2026-01-15"}],
}
TYPES = set("string number datetime boolean choice fields list fieldCollection".split())
"""What Front Matter has of that we use: its package.json, contributes.configuration, taxonomy.contentTypes."""
IN_ANY_CASE = set("name title description type required when".split())
NEEDED = {
    "choice": {"choices", "multiple"},
    "fields": {"fields"},
    "fieldCollection": {"fieldGroup"},
    "datetime": {"dateFormat"},
    "number": {"numberOptions"},
    "string": {"single"},
}


def head_of(file: Path) -> dict[str, Any]:
    """The head of a page as a program with YAML 1.2 sees it: a day is a text."""
    tree = yaml.safe_load(file.read_text("utf-8").split("\n---\n")[0][4:])
    found: dict[str, Any] = json.loads(json.dumps(tree, default=str))
    return found


def places(schema: Schema, before: str = "") -> Iterator[tuple[str, Schema]]:
    """Every field of a schema at every depth, with its place."""
    for key, one in schema.get("properties", {}).items():
        yield f"{before}{key}", one
        for part in one.get("anyOf", [one]):
            inner = part.get("items", part)
            if set(inner.get("properties", ())) not in (set(), {"vi", "en"}):
                yield from places(inner, f"{before}{key}.")


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_has_every_field_of_its_model_at_every_depth_and_asks_for_the_same(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    found = dict(places(SCHEMAS[name]))
    assert set(found) == {"kind", *(place for place, _ in ASKED[name].walk())}
    model = MODELS[name]
    assert set(SCHEMAS[name]["required"]) == {key for key, one in model.model_fields.items() if one.is_required()}
    assert all(found[place]["title"] == one.label["vi"] for place, one in ASKED[name].walk())
    assert set(TRANSLATED[name]["properties"]) == {one.key for one in ASKED[name].fields if one.is_said}


@pytest.mark.parametrize("root", [MADE_UP, SECOND], ids=["site", "tinh-mau"])
def test_every_page_that_check_takes_is_as_its_schema_says(root: Path) -> None:
    seen = set()
    for file in sorted(root.glob("content_vi/**/*.md")):
        head = head_of(file)
        Draft202012Validator(SCHEMAS[head["kind"]]).validate(head)
        seen.add(head["kind"])
        other = root / "content_en" / file.relative_to(root / "content_vi")
        if other.exists():
            Draft202012Validator(TRANSLATED[head["kind"]]).validate(head_of(other))
    assert len(seen) >= 4


MISTAKES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("a field nobody knows", {"tags": ["x"]}),
    ("another kind", {"kind": "news"}),
    ("no kind", {"kind": None}),
    ("a short title", {"title": "Ngắn"}),
    ("a long title", {"title": "x" * 121}),
    ("a title that is a number", {"title": 2026}),
    ("a short description", {"description": "Ngắn quá."}),
    ("an empty agency", {"agency": ""}),
    ("a day without a figure", {"date": "hôm nay"}),
    ("a day that is a list", {"date": ["2026-01-15"]}),
    ("no sources", {"sources": []}),
    ("sources that are a text", {"sources": "Báo"}),
    ("a source without its publisher", {"sources": [{"title": "a", "url": "https://a.vn/", "accessed": "2026-01-15"}]}),
    ("an address that is none", {"sources": [{**STORY["sources"][0], "url": "www.dienbien.gov.vn"}]}),
    ("a type nobody knows", {"sources": [{**STORY["sources"][0], "type": "blog"}]}),
    ("a source that is more", {"sources": [{**STORY["sources"][0], "page": 3}]}),
    ("a yes that is a number", {"sources": [{**STORY["sources"][0], "not_compared": 3}]}),
    ("a group nobody knows", {"groups": ["kids"]}),
    ("groups that are a text", {"groups": "children"}),
    ("a convention nobody knows", {"conventions": ["cedawx"]}),
    ("articles of no convention", {"articles": {"luat": [1]}}),
    ("articles that are texts", {"articles": {"crc": ["ba"]}}),
    ("a place too long", {"places": ["x" * 81]}),
    ("a person without a reason", {"people": [{"name": "Nguyễn Văn A", "note": "Chủ tịch"}]}),
    ("a correction in one language", {"corrections": [{"date": "2026-01-15", "kind": "typo", "what": {"vi": "a"}}]}),
    ("a product without channels", {"product": {"formats": ["article"], "languages": ["vi"], "audiences": ["press"]}}),
    ("a product in no language", {"product": {"formats": [], "channels": [], "languages": [], "audiences": []}}),
    ("half a key figure", {"key_figure": {"figure": "92,86 %"}}),
    ("a list where a day stands", {"updated": []}),
    ("nothing where a list stands", {"groups": None}),
)


@pytest.mark.parametrize(("what", "wrong"), MISTAKES, ids=[what for what, _ in MISTAKES])
def test_what_the_model_refuses_the_schema_refuses(what: str, wrong: dict[str, Any]) -> None:
    head, validator = {**STORY, **wrong}, Draft202012Validator(SCHEMAS["achievement"])
    context = Context(TODAY, "thanh-tuu", "bai")
    assert validator.is_valid(STORY)
    assert validate(MODELS["achievement"], STORY, context, Reading(), "x.md")[0]
    assert validate(MODELS["achievement"], head, context, Reading(), "x.md")[1], what
    assert not validator.is_valid(head), what


@pytest.mark.parametrize(
    "right",
    [
        {"date": "15/01/2026"},
        {"updated": None},
        {"sources": [{**STORY["sources"][0], "not_compared": "có"}]},
        {"summary": ["Một câu."], "translator": None},
        {"sources": [{**STORY["sources"][0], "accessed": "not_recorded"}]},
        {"articles": {"crc": [2, 3]}, "conventions": ["crc"], "agency": "co-quan-khac"},
    ],
)
def test_what_the_model_takes_in_another_form_the_schema_takes(right: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMAS["achievement"]).validate({**STORY, **right})


def test_a_verdict_without_quotation_marks_is_a_truth_value_and_still_right() -> None:
    for verdict in ("false", False, "misleading"):
        Draft202012Validator(SCHEMAS["rebuttal"]).validate({**GOOD, "verdict": verdict})
    assert not Draft202012Validator(SCHEMAS["rebuttal"]).is_valid({**GOOD, "verdict": "sai"})


def settings_below(fields: list[Setting], before: str = "") -> Iterator[tuple[str, Setting]]:
    """Every field of a form at every depth, with its place; rows through the group that holds their fields."""
    for one in fields:
        yield f"{before}{one['name']}", one
        inner = GROUPS[one["fieldGroup"]]["fields"] if one["type"] == "fieldCollection" else one.get("fields", [])
        if [part["name"] for part in inner] != ["vi", "en"]:
            yield from settings_below(inner, f"{before}{one['name']}.")


def test_the_form_of_vs_code_has_every_field_of_every_model_and_no_other() -> None:
    asked = {place: one for kind in ASKED.values() for place, one in kind.walk() if not is_left_out(one)}
    found = dict(settings_below(DEFAULT["fields"]))
    assert set(found) == {"kind", *asked}
    for place, one in asked.items():
        assert (found[place]["title"], found[place].get("multiple", False)) == (
            one.label["vi"],
            one.control == "choices" and bool(one.choices),
        )
        assert [c["id"] for c in found[place].get("choices", [])] == [c.value for c in one.choices]
    said = {one.key for kind in ASKED.values() for one in kind.fields if one.is_said}
    assert {one["name"] for one in SAID["fields"]} == said


def test_the_form_of_vs_code_leaves_what_has_many_lines_in_each_entry_to_the_file() -> None:
    left = {place for kind in ASKED.values() for place, one in kind.walk() if is_left_out(one)}
    assert left == {"articles", "text"}


def test_the_form_asks_for_what_every_kind_asks_for_and_shows_a_field_where_its_kind_is() -> None:
    required = {one["name"] for one in DEFAULT["fields"] if one["required"]}
    everywhere = [{key for key, one in model.model_fields.items() if one.is_required()} for model in MODELS.values()]
    assert required == set.intersection(*everywhere)
    for one in DEFAULT["fields"]:
        having = [name for name, model in MODELS.items() if one["name"] in model.model_fields]
        assert one.get("when", {}).get("value") == (having[0] if len(having) == 1 else None)
        if len(having) < len(MODELS):
            assert all(ASKED[name].label["vi"] in one["description"] for name in having)
    assert [choice["id"] for choice in DEFAULT["fields"][0]["choices"]] == list(KINDS)


def test_the_form_uses_only_what_the_extension_has() -> None:
    fields = [*settings_below(DEFAULT["fields"]), *settings_below(SAID["fields"])]
    for place, one in fields:
        assert one["type"] in TYPES, place
        assert set(one) <= IN_ANY_CASE | NEEDED.get(one["type"], set()), place
        assert NEEDED.get(one["type"], set()) <= set(one), place
    folders = SETTINGS["frontMatter.content.pageFolders"]
    assert [(one["path"], one.get("contentTypes")) for one in folders] == [
        ("[[workspace]]/content_vi", None),
        ("[[workspace]]/content_en", ["translated"]),
    ]
    assert all(one["disableCreation"] for one in folders)
    assert all(re.fullmatch(r"frontMatter\.\w+\.\w+|\$schema", key) for key in SETTINGS)
