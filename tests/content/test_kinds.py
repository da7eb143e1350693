"""What an editor may write, as tables of good and bad front matter."""

from datetime import date
from typing import get_args

import pytest

from conftest import ROOT, Corpus
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.kinds import KINDS, MODELS, inherited_fields, kinds_in, required_fields, said_fields
from portal.content.library import open_library
from portal.language.vocabulary import SECTIONS

TODAY = date(2026, 11, 23)

CLAIM = (
    '{text: "Câu", lang: vi, kind: factual, where: "Báo", date: not_known, url: "https://example.org/van-ban", '
    "archive: not_known, claimant_type: media}"
)
EVIDENCE = '{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", type: law, accessed: 2026-01-15'
REBUTTAL = {
    "kind": "rebuttal",
    "claim": CLAIM,
    "verdict": "unproven",
    "finding": '"Một câu."',
    "true_part": '"Một câu."',
    "unknowns": '"Một câu."',
    "evidence": f'[{EVIDENCE}, carries: original, locator: "§1"}}, {EVIDENCE}}}]',
    "right_of_reply": "{asked: false}",
    "sources": "",
}
CONVENTION = {"kind": "convention", "summary": '["Một câu."]', "conventions": "[crc]", "discreet": "false"}
EVENT = {"kind": "event", "event_type": "training", "state": "planned", "starts": "2027-01-10"}


def problems(corpus: Corpus, place: str = "thanh-tuu/2026/bai", **fields: str) -> list[tuple[str, str]]:
    corpus.story(place, body="Chữ [1] [2].\n" if fields.get("kind") == "rebuttal" else "Chữ.\n", **fields)
    return [(p.field, p.code) for p in open_library(corpus.root, TODAY).problems]


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("thanh-tuu/2026/bai", {}),
        ("thanh-tuu/2026/bai", {"kind": "achievement", "key_figure": '{figure: "30,83 %", meaning: "hộ"}'}),
        ("thanh-tuu/2026/bai", {"happened": "2026-01-02", "updated": "2026-02-01", "reviewed": "2026-03-01"}),
        ("thanh-tuu/2026/bai", {"laws": "[luat-mot]", "conventions": "[crc, cat]", "articles": "{crc: [12, 28]}"}),
        ("chinh-sach/2026/bai", {"kind": "policy", "document": '{number: "1/QĐ", issued: 2020-01-01}'}),
        ("phan-bac/2026/bai", REBUTTAL),
        ("phan-bac/2026/bai", {**REBUTTAL, "verdict": "false"}),
        ("phan-bac/2026/bai", {**REBUTTAL, "verdict": '"true"'}),
        ("cong-uoc/crc", CONVENTION),
        ("su-kien/2027/bai", EVENT),
        ("su-kien/2027/bai", {**EVENT, "ends": "2027-01-10", "venue": '"Một nơi"'}),
        (
            "an-pham/2026/bai",
            {
                "kind": "publication",
                "product": "{formats: [leaflet], channels: [print], languages: [vi, blt], audiences: [residents]}",
            },
        ),
        ("gioi-thieu/bai", {"kind": "page", "date": "", "agency": "", "sources": ""}),
        ("thanh-tuu/index", {"kind": "theme", "date": "", "agency": "", "sources": ""}),
    ],
)
def test_good_front_matter_passes(corpus: Corpus, place: str, fields: dict[str, str]) -> None:
    assert problems(corpus, place, **fields) == []


@pytest.mark.parametrize(
    ("place", "fields", "field", "code"),
    [
        ("phan-bac/2026/bai", {**REBUTTAL, "verdict": "sai"}, "verdict", "choice-meant"),
        ("phan-bac/2026/bai", {**REBUTTAL, "true_part": ""}, "true_part", "missing-field"),
        ("phan-bac/2026/bai", {**REBUTTAL, "evidence": "[]"}, "evidence", "empty-list"),
        (
            "phan-bac/2026/bai",
            {**REBUTTAL, "claim": CLAIM.replace("media", "blogger")},
            "claim.claimant_type",
            "not-a-choice",
        ),
        ("cong-uoc/crc", {**CONVENTION, "summary": ""}, "summary", "missing-field"),
        ("cong-uoc/crc", {**CONVENTION, "conventions": "[cat]"}, "conventions", "convention-not-file"),
        ("cong-uoc/crc", {**CONVENTION, "articles": "{crx: [1]}"}, "articles.crx", "choice-meant"),
        ("cong-uoc/crc", {**CONVENTION, "articles": "{crc: [mười]}"}, "articles.crc[1]", "not-a-whole-number"),
        ("su-kien/2027/bai", {**EVENT, "ends": "2027-01-09"}, "ends", "before-start"),
        ("su-kien/2027/bai", {**EVENT, "event_type": "hop"}, "event_type", "choice-meant"),
        ("an-pham/2026/bai", {"kind": "publication"}, "product", "missing-field"),
        ("chinh-sach/2026/bai", {"kind": "achievement"}, "kind", "kind-in-section"),
        ("doi-ngoai/2026/bai", {"kind": "rebuttal"}, "kind", "kind-in-section"),
        ("thanh-tuu/2026/bai", {"reviewed": "2026-01-14"}, "reviewed", "before-date"),
        ("thanh-tuu/2026/bai", {"date": "2026-11-24"}, "date", "date-in-future"),
        ("thanh-tuu/2026/bai", {"date": "0001-01-01"}, "date", "not-a-day"),
        ("thanh-tuu/2026/bai", {"date": "20260115"}, "date", "day-run-together"),
        ("thanh-tuu/2026/bai", {"verdict": "false"}, "verdict", "field-strange"),
    ],
)
def test_bad_front_matter_is_told(corpus: Corpus, place: str, fields: dict[str, str], field: str, code: str) -> None:
    assert (field, code) in problems(corpus, place, **fields)


def test_today_itself_is_no_future(corpus: Corpus) -> None:
    assert problems(corpus, date="2026-11-23") == []


def test_an_unquoted_false_is_the_verdict_false(corpus: Corpus) -> None:
    corpus.story("phan-bac/2026/bai", **{**REBUTTAL, "verdict": "false"})
    story = open_library(corpus.root, TODAY).story("vi", "phan-bac/2026/bai")
    assert story
    assert isinstance(story.front, Rebuttal)
    assert story.front.verdict == "false"


def test_every_kind_has_a_model_that_knows_its_kind() -> None:
    for kind, model in MODELS.items():
        assert get_args(model.model_fields["kind"].annotation) == (kind,)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_section_to_stand_in_and_a_template_that_draws_it(kind: str) -> None:
    assert MODELS[kind].sections
    assert set(MODELS[kind].sections) <= {"", *SECTIONS}
    assert (ROOT / "overrides" / MODELS[kind].template).is_file()


def test_every_section_has_a_kind_and_the_top_has_pages_alone() -> None:
    assert all("page" in kinds_in(section) for section in SECTIONS)
    assert kinds_in("") == ("page",)
    assert kinds_in("phan-bac") == ("theme", "page", "rebuttal")


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_either_said_in_each_language_or_inherited(kind: str) -> None:
    model = MODELS[kind]
    assert said_fields(model) | inherited_fields(model) == set(model.model_fields)
    assert {"title", "description"} <= said_fields(model)
    assert {"kind", "date", "agency", "sources", "conventions", "groups", "product"} <= inherited_fields(model)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_editors_a_schema(kind: str) -> None:
    schema = MODELS[kind].model_json_schema()
    assert set(required_fields(MODELS[kind])) == set(schema["required"])
