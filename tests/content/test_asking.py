"""What an editor is asked for a page is what the models take, in words of both languages."""

from collections.abc import Iterator

import pytest

from portal.content.asking.fields import CHOICE_FAMILIES, HEAD
from portal.content.asking.kinds import page_kinds
from portal.content.asking.values import PageField, PageKind
from portal.content.kinds import KINDS, MODELS, required_fields, said_fields
from portal.content.known.agencies import Agency
from portal.content.known.reference import ReferenceData
from portal.content.strict import Both
from portal.language.locales import LANGUAGES
from portal.language.words import words

NAME = Both(vi="Sở Giáo dục và Đào tạo", en="Department of Education and Training")
DATA = ReferenceData(agencies={"so-gddt": Agency(id="so-gddt", name=NAME)})
KINDS_ASKED = {one.name: one for one in page_kinds(DATA)}


def field_at(kind: str, place: str) -> PageField:
    return dict(KINDS_ASKED[kind].walk())[place]


def everything() -> Iterator[tuple[PageKind, str, PageField]]:
    for kind in KINDS_ASKED.values():
        for place, one in kind.walk():
            yield kind, place, one


def test_every_kind_is_asked_in_the_order_of_the_models() -> None:
    assert tuple(KINDS_ASKED) == KINDS


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_asks_what_its_model_takes_and_requires(name: str) -> None:
    kind, model = KINDS_ASKED[name], MODELS[name]
    assert [one.key for one in kind.fields] == [key for key in model.model_fields if key != "kind"]
    assert [one.key for one in kind.fields if one.required] == [k for k in required_fields(model) if k != "kind"]
    assert {one.key for one in kind.fields if one.is_said} == said_fields(model)
    assert (kind.sections, kind.is_story, kind.only_index) == (model.sections, model.is_story, model.only_index)


def test_every_field_says_in_both_languages_what_it_is() -> None:
    told = [one for _, _, field in everything() for one in (field.label, field.help)]
    told += [choice.label for _, _, field in everything() for choice in field.choices]
    assert all(set(one) == set(LANGUAGES) and all(one.values()) for one in told)


def test_the_words_of_fields_are_those_of_the_models_and_no_others() -> None:
    asked = {field.words for _, _, field in everything()}
    written = words("vi").family("page_fields")
    assert {f"{group}.{key}" for group, fields in written.items() for key in fields} == asked


def test_every_list_of_words_is_named_once() -> None:
    assert len(set(CHOICE_FAMILIES.values())) == len(CHOICE_FAMILIES)


@pytest.mark.parametrize(
    ("kind", "place", "control"),
    [
        ("achievement", "title", "text"),
        ("achievement", "description", "long"),
        ("achievement", "date", "day"),
        ("achievement", "agency", "choice"),
        ("achievement", "summary", "texts"),
        ("achievement", "sources", "rows"),
        ("achievement", "sources.url", "address"),
        ("achievement", "sources.not_compared", "yes_no"),
        ("achievement", "groups", "choices"),
        ("achievement", "articles", "articles"),
        ("achievement", "corrections.what", "both"),
        ("rebuttal", "claim", "group"),
        ("rebuttal", "claim.lang", "language"),
        ("rebuttal", "claim.text", "long"),
        ("rebuttal", "evidence.title", "text"),
        ("publication", "files.pages", "whole"),
    ],
)
def test_a_field_is_filled_in_as_its_type_says(kind: str, place: str, control: str) -> None:
    assert field_at(kind, place).control == control


def test_bounds_days_and_what_is_not_known_are_told() -> None:
    title, read = field_at("news", "title"), field_at("news", "sources.accessed")
    assert (title.least, title.most) == (5, 120)
    assert read.is_past
    assert read.instead
    assert read.instead.value == "not_recorded"
    assert (field_at("event", "starts").is_past, field_at("news", "sources").least) == (False, 1)
    assert (field_at("news", "places").each, field_at("news", "product.languages").each) == ("place", "language")


def test_bodies_are_chosen_by_their_names() -> None:
    assert [(c.value, c.label["vi"]) for c in field_at("news", "agency").choices] == [
        ("so-gddt", "Sở Giáo dục và Đào tạo")
    ]
    assert field_at("rebuttal", "roles.author").choices == field_at("news", "agency").choices


def test_what_evidence_shares_with_a_source_has_its_words() -> None:
    assert field_at("rebuttal", "evidence.title").words == field_at("news", "sources.title").words
    assert field_at("news", "title").words == f"{HEAD}.title"


def test_a_group_or_a_row_has_fields_of_its_own() -> None:
    groups = [field for _, _, field in everything() if field.control in ("group", "rows")]
    assert groups
    assert all(field.fields for field in groups)
