"""Exhibitions: a panel shows one thing that is there, says what has a base, and hangs alike in both languages."""

import json
from typing import Any

import pytest

from conftest import TODAY, Corpus, portal_of
from portal.content.fronts.exhibitions import EXHIBITION_PANELS, MOST_WORDS_IN_A_SIDE, MOST_WORDS_IN_A_TEXT, Exhibition
from portal.content.kinds import kinds_in
from portal.content.library import open_library
from portal.language.vocabulary import EXHIBITIONS
from portal.site.pages.of_kind.exhibition import exhibition_view
from portal.site.spot import Spot

SOURCE = '[{title: "Niên giám", publisher: "Nơi", url: "https://dienbien.gov.vn/nien-giam", accessed: 2026-01-10}]'
NUMBERS = f'- number: "111"\n  what: {{vi: "Trẻ em", en: "Children"}}\n  sources: {SOURCE}\n'
FIGURE = """finding: {vi: "Tăng từ 3.066", en: "Up from 3,066"}
title: {vi: "Việc", en: "Work"}
unit: {vi: "việc", en: "cases"}
columns: ["2024", "2025"]
series:
  - {name: {vi: "Việc", en: "Cases"}, values: [3066, 38.12]}
source: {title: "Niên giám", publisher: "Nơi", url: "https://dienbien.gov.vn/nien-giam", accessed: 2026-01-10}
"""
PLACE = f"{EXHIBITIONS}/thu"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><path d="M0,0h9v9z"/></svg>'
Said = dict[str, Any]


def panels(en: bool = False) -> list[Said]:
    """Three panels, all of it right."""
    say = "Words" if en else "Lời"
    sides = [{"title": f"{say} a", "text": f"{say}."}, {"title": f"{say} b", "text": f"{say}."}]
    return [
        {"title": f"{say} một", "text": f"{say}.", "drawing": "crc", "alt": f"{say}.", "sides": sides},
        {"title": f"{say} hai", "text": f"{say}: 2025.", "figure": "viec", "alt": f"{say}."},
        {"title": f"{say} ba", "text": f"{say} 7.", "large": "45", "sources": [1]},
    ]


def view() -> Said:
    return {
        "title": "Nhìn quanh",
        "picture": "bon-phia.svg",
        "still": "tinh.svg",
        "alt": "Hình.",
        "text": "Hình vẽ.",
        "seen": [{"text": "Một.", "right": 0}, {"text": "Hai.", "right": -90, "up": 5}],
    }


def told(corpus: Corpus, said: list[Said], en: list[Said] | None = None, **fields: str) -> list[tuple[str, str]]:
    corpus.write("data/public_numbers.yml", NUMBERS)
    corpus.write("data/figures/viec.yml", FIGURE)
    sources = {"sources": SOURCE, **fields}
    written = json.dumps(said, ensure_ascii=False)
    corpus.story(PLACE, title='"Triển lãm thử"', kind="exhibition", panels=written, body="Lời.\n", **sources)
    if en:
        written = json.dumps(en, ensure_ascii=False)
        corpus.english(PLACE, title='"A trial exhibition"', panels=written, body="Words.\n")
    return [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems]


def test_an_exhibition_that_is_right_in_both_languages_passes(corpus: Corpus) -> None:
    assert told(corpus, panels(), panels(en=True)) == []
    assert set(kinds_in(EXHIBITIONS)) == {"page", "exhibition"}


@pytest.mark.parametrize(
    ("index", "change", "at", "code"),
    [
        (0, {"text": " ".join(["lời"] * (MOST_WORDS_IN_A_TEXT + 1))}, "panels[1].text", "panel-long"),
        (0, {"alt": None}, "panels[1].alt", "panel-alt"),
        (0, {"drawing": None}, "panels[1]", "panel-picture"),
        (0, {"large": "45"}, "panels[1]", "panel-picture"),
        (0, {"sides": [{"title": "Một", "text": "Lời."}]}, "panels[1].sides", "print-count"),
        (0, {"text": "Lời [1]."}, "panels[1].text", "print-markup"),
        (0, {"text": "Có 7 xã."}, "panels[1].text", "panel-number"),
        (0, {"page": "cong-uoc/khong-co"}, "panels[1].page", "way-nowhere"),
        (1, {"figure": "khong-co"}, "panels[2].figure", "unknown-figure"),
        (1, {"alt": None}, "panels[2].alt", "panel-alt"),
        (1, {"text": "Còn 38,13."}, "panels[2].text", "panel-number"),
        (1, {"title": "Năm 2023"}, "panels[2].title", "panel-number"),
        (2, {"sources": [1, 2]}, "panels[3].sources[2]", "source-number"),
        (2, {"large": "1234567890123"}, "panels[3].large", "print-length"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(corpus: Corpus, index: int, change: Said, at: str, code: str) -> None:
    said = panels()
    said[index] = {name: value for name, value in {**said[index], **change}.items() if value is not None}
    if index == 2 and code == "print-length":
        said[2].pop("sources")
    assert (at, code) in told(corpus, said)


def test_a_side_has_room_for_fewer_words(corpus: Corpus) -> None:
    said = panels()
    said[0]["sides"][1]["text"] = " ".join(["lời"] * (MOST_WORDS_IN_A_SIDE + 1))
    assert told(corpus, said) == [("panels[1].sides[2].text", "panel-long")]


@pytest.mark.parametrize("text", ["Từ 3.066 còn 38,12.", "Từ 3066.", "Năm 2024.", "Gọi 111."])
def test_a_number_of_the_figure_as_people_write_it_or_to_call_may_stand(corpus: Corpus, text: str) -> None:
    said = panels()
    said[1]["text"] = text
    assert told(corpus, said) == []


def test_a_source_that_no_panel_rests_on_is_told(corpus: Corpus) -> None:
    two = SOURCE.replace(
        "}]", "}, {title: Sách, publisher: Nhà, url: 'https://dienbien.gov.vn/s', accessed: 2026-01-10}]"
    )
    assert told(corpus, panels(), sources=two) == [("sources[2]", "source-not-cited")]


def test_too_few_panels_are_told(corpus: Corpus) -> None:
    assert told(corpus, panels()[: EXHIBITION_PANELS[0] - 1])[0] == ("panels", "print-count")


def test_a_language_that_hangs_otherwise_is_told(corpus: Corpus) -> None:
    en = panels(en=True)
    en[0] |= {"drawing": "cat", "sides": []}
    en[2]["sources"] = []
    en[2]["text"] = "Words."
    en[2]["large"] = "111"
    assert told(corpus, panels(), en) == [
        ("panels[1].drawing", "panel-other"),
        ("panels[1].sides", "panel-differs"),
        ("panels[3].sources", "panel-other"),
    ]
    assert told(corpus, panels(), [*panels(en=True)[:2], *panels(en=True)[1:]]) == [("panels", "panel-differs")]


def test_a_view_that_only_a_translation_has_is_told(corpus: Corpus) -> None:
    told(corpus, panels())
    said = {"panels": json.dumps(panels(en=True)), "panorama": json.dumps(view(), ensure_ascii=False)}
    corpus.english(PLACE, title='"A trial exhibition"', body="Words.\n", **said)
    found = [(one.path[:10], one.field, one.code) for one in open_library(corpus.root, TODAY).problems]
    assert found == [("content_en", "panorama", "panel-other")]


@pytest.mark.parametrize("numbers", [[99], [0], [99, 1, 1]])
def test_a_panel_whose_source_is_not_there_is_shown_all_the_same(corpus: Corpus, numbers: list[int]) -> None:
    """The preview shows a page while it is being mended."""
    said = panels()
    said[2]["sources"] = numbers
    assert "source-number" in {code for _, code in told(corpus, said)}
    portal = portal_of(corpus)
    story, spot = portal.library.stories["vi", PLACE], Spot(portal, "vi", PLACE)
    assert isinstance(story.front, Exhibition)
    view = exhibition_view(spot, story, story.front)
    assert [one.number for one in view.panels[2].sources] == [one for one in dict.fromkeys(numbers) if one == 1]


@pytest.mark.parametrize(
    ("width", "height", "declared", "code"),
    [
        (64, 32, True, None),
        (64, 48, True, "panorama-shape"),
        (64, 32, False, "picture-undeclared"),
        (0, 0, True, "panorama-nowhere"),
    ],
)
def test_a_view_has_pictures_that_are_there_declared_and_twice_as_wide_as_high(
    corpus: Corpus, width: int, height: int, declared: bool, code: str | None
) -> None:
    if width:
        corpus.write("docs/hinh/bon-phia.svg", SVG.format(width, height))
    corpus.write("docs/hinh/tinh.svg", SVG.format(40, 20))
    entry = {"maker": "Cổng", "licence": "portal", "people": "nobody"}
    files = ["tinh.svg", *(["bon-phia.svg"] if declared else [])]
    pictures = json.dumps([{"file": file, **entry} for file in files], ensure_ascii=False)
    found = told(corpus, panels(), panorama=json.dumps(view(), ensure_ascii=False), pictures=pictures)
    assert [one for one in found if one[0] == "panorama.picture"] == ([("panorama.picture", code)] if code else [])
    assert code or not found
