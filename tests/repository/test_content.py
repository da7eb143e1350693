"""This repository's own content."""

import pytest

from portal.content.library import Library
from portal.language.vocabulary import CONVENTIONS, THEMES


def test_the_content_has_no_problems(library: Library) -> None:
    assert [f"{p.path}:{p.line}: {p.message('en')}" for p in library.problems] == []


def test_every_page_exists_in_both_languages(library: Library) -> None:
    assert {place: library.languages(place) for place in library.places if len(library.languages(place)) < 2} == {}


@pytest.mark.parametrize("code", CONVENTIONS)
@pytest.mark.parametrize(("lang", "words"), [("vi", 1100), ("en", 900)])
def test_a_convention_is_explained_at_length_and_from_four_sources(
    library: Library, code: str, lang: str, words: int
) -> None:
    story = library.read_in(lang, f"cong-uoc/{code}")
    assert story is not None
    assert len(story.document.body.split()) >= words
    assert len(story.front.references) >= 4


def test_the_slice_has_every_part_the_first_readers_need(library: Library) -> None:
    wanted = [
        "index",
        *(f"{theme}/index" for theme in THEMES),
        "cong-uoc/crc",
        "cong-uoc/iccpr",
        "cong-uoc/so-sanh",
        "ke-hoach/quyet-dinh-1079",
        "ke-hoach/ke-hoach-3112",
        "gioi-thieu/index",
        "gioi-thieu/tieu-chuan-bien-tap",
        "gioi-thieu/tiep-can",
        "gioi-thieu/quyen-rieng-tu",
        "gioi-thieu/lien-he",
        "gioi-thieu/so-do",
        "tim-kiem",
    ]
    assert [place for place in wanted if not library.story("vi", place)] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_a_story_of_its_own(library: Library, theme: str) -> None:
    assert library.newest("vi", theme)


def test_nothing_claims_a_review_or_an_approval_that_nobody_gave(library: Library) -> None:
    assert [s.document.path for s in library.stories.values() if s.front.reviewed] == []
    assert library.data.owner
    assert not library.data.owner.approved


def test_every_story_cites_its_sources_in_its_text(library: Library) -> None:
    silent = [s.document.path for s in library.stories.values() if s.front.is_story and "[1" not in s.document.body]
    assert silent == []


def test_convention_pages_name_conventions_that_have_facts(library: Library) -> None:
    assert set(library.data.conventions) == set(CONVENTIONS)
