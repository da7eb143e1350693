"""The language a source's title is in, which need not be the document's."""

import pytest

from portal.content.sources import Source
from portal.language.syllables import is_vietnamese
from portal.language.words import words
from portal.site.values import cited


def source(title: str, lang: str) -> Source:
    return Source.model_construct(title=title, publisher="Nơi", url="https://example.org/a", lang=lang)


@pytest.mark.parametrize(
    ("title", "lang", "page", "told"),
    [
        ("Bài (bản tiếng Nhật) về nhân quyền", "ja", "vi", None),
        ("Bài (bản tiếng Nhật) về nhân quyền", "ja", "en", "vi"),
        ("Luật Trẻ em (phần mở đầu)", "vi", "en", "vi"),
        ("Convention on the Rights of the Child", "en", "vi", "en"),
        ("Convention on the Rights of the Child", "en", "en", None),
        ("Café à São Paulo", "fr", "vi", "fr"),
        ("Báo cáo của Ủy ban", "en", "vi", None),
    ],
)
def test_a_title_in_vietnamese_is_spoken_so_whatever_the_document_is_in(
    title: str, lang: str, page: str, told: str | None
) -> None:
    assert cited(source(title, lang), page, words("vi")).lang == told


def test_letters_taken_apart_are_the_same_letters() -> None:
    assert is_vietnamese("u\u031b\u0301")
    assert not is_vietnamese("a\u0301 e\u0302")
