"""Language tags from closed lists."""

import pytest

from portal.language.tags import MISTAKEN, WITH_REGION, is_known_tag, meant_tags
from portal.language.words import words


@pytest.mark.parametrize(
    "tag", ["vi", "en", "blt", "hmn", "kjg", "fr", "zh", "zh-Hans", "zh-Hant-TW", "pt-BR", "en-GB", "blt-Tavt", "th-TH"]
)
def test_tags_of_the_lists_are_known(tag: str) -> None:
    assert is_known_tag(tag)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("vn", "vi"),
        ("VI", "vi"),
        ("vie", "vi"),
        ("vi_VN", "vi-VN"),
        ("eng", "en"),
        ("en-UK", "en"),
        ("jp", "ja"),
        ("cn", "zh"),
        ("kr", "ko"),
        ("mong", "hmn"),
        ("mn", "hmn"),
        ("th", "blt"),
        ("la", "lo"),
        ("pt-br", "pt-BR"),
        ("xx", "vi"),
        ("tiếng Thái", "vi"),
        ("", "vi"),
    ],
)
def test_a_tag_of_no_list_is_refused_with_what_was_meant(tag: str, meant: str) -> None:
    assert not is_known_tag(tag)
    assert meant_tags(tag)[0] == meant


def test_what_is_offered_instead_is_always_known() -> None:
    assert all(is_known_tag(tag) for tag in (*MISTAKEN.values(), *WITH_REGION.values()))
    assert not any(is_known_tag(tag) for tag in (*MISTAKEN, *WITH_REGION))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_language_with_a_name_on_the_pages_is_known(lang: str) -> None:
    assert all(is_known_tag(tag) for tag in words(lang).ui["languages"])
