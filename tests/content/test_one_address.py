"""Every address belongs to one source."""

import pytest

from conftest import TODAY, Corpus
from portal.content.library import open_library


def told(corpus: Corpus) -> list[tuple[str, int, str]]:
    return [(p.path, p.line, p.code) for p in open_library(corpus.root, TODAY).problems]


def test_a_file_beside_a_folder_of_its_name_is_told(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/nuoc", title='"Bài ở tệp thường"')
    corpus.story("thanh-tuu/2026/nuoc/index", title='"Bài ở tệp index"')
    assert told(corpus) == [("content_vi/thanh-tuu/2026/nuoc.md", 1, "address-twice")]


def test_the_two_languages_of_a_page_may_not_be_a_file_and_a_folder(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/nuoc")
    corpus.write("content_en/thanh-tuu/2026/nuoc/index.md", "---\ntitle: x\n---\n")
    assert [code for _, _, code in told(corpus) if code == "address-twice"] == ["address-twice"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mường Chà", "Mường Chạ"), ("Mường Ảng", "muong ang"), ("Na U", "Na - U"), ("Điện Biên", "dien bien")],
)
def test_two_places_of_one_list_are_told(corpus: Corpus, one: str, other: str) -> None:
    corpus.story("thanh-tuu/2026/a", title='"Bài thứ nhất"', places=f'["{one}"]')
    corpus.story("thanh-tuu/2026/b", title='"Bài thứ hai"', places=f'["{other}"]')
    corpus.story("thanh-tuu/2026/c", title='"Bài thứ ba"', places=f'["{one}"]')
    assert told(corpus) == [("content_vi/thanh-tuu/2026/b.md", 8, "place-twice")]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Ðiện Biên có gì mới", "letter-alike"),
        ("Hội đồng xа họp", "letter-foreign"),
    ],
)
def test_strange_letters_in_front_matter_are_told_at_their_field(corpus: Corpus, title: str, code: str) -> None:
    corpus.story(title=f'"{title}"')
    found = [(p.line, p.field, p.code) for p in open_library(corpus.root, TODAY).problems]
    assert (2, "title", code) in found
