"""The table of languages: what it says of each, and that nothing else in the portal names one."""

import re
from collections.abc import Callable, Iterator

import pytest

from conftest import ROOT, TODAY, Corpus, written
from portal.content.library import open_library
from portal.content.rules.refused_words import praise, refused, threats
from portal.language.locales import CODE, HOUSE, LANGUAGES, ORIGINAL, Locale
from portal.language.made_files import DATA_FOLDER
from portal.language.places import TOP_PAGES
from portal.language.vocabulary import DOCUMENTS, LISTS, SECTIONS
from portal.language.words import words
from portal.site.addresses import address

NAMED = re.compile(r"""["'](vi|en)["']""")


def test_no_other_file_names_a_language_of_the_house() -> None:
    folders = ("scripts", "overrides", "docs/scripts")
    files = [f for one in folders for f in (ROOT / one).rglob("*.*") if f.suffix in {".py", ".js", ".html", ".ts"}]
    assert len(files) > 100
    found = {file.name for file in files if NAMED.search(file.read_text("utf-8"))}
    assert found == {"locales.py"}


def test_the_original_is_first_and_all_else_falls_back_on_it_in_the_end() -> None:
    assert HOUSE[0].code == ORIGINAL
    assert HOUSE[0].prefix == ""
    assert all(one.order[-1] == ORIGINAL for one in HOUSE)


@pytest.mark.parametrize("one", HOUSE, ids=lambda one: one.code)
def test_a_language_of_the_house_has_words_a_folder_and_a_name_in_every_language(one: Locale) -> None:
    code = one.code
    assert words(code).lang == code
    assert (ROOT / one.folder).is_dir()
    assert all(words(lang).language_name(code) != code for lang in LANGUAGES)


def test_no_address_of_a_page_can_be_taken_for_a_prefix() -> None:
    tops = (*SECTIONS, DOCUMENTS, LISTS, *TOP_PAGES, DATA_FOLDER, "search", "assets")
    assert [top for top in tops if re.fullmatch(CODE, top)] == []
    assert address("blt", "index") == "blt/"


@pytest.mark.parametrize("search", [refused, threats, praise])
def test_a_language_without_a_list_of_words_refuses_none(
    search: Callable[[str, str], Iterator[tuple[int, str]]],
) -> None:
    assert list(search("thế lực thù địch, remarkable", "blt")) == []


def row(**more: str) -> str:
    return "- {code: kjg, name: Kmhmu" + "".join(f", {name}: {value}" for name, value in more.items()) + "}\n"


def third(corpus: Corpus, place: str, **fields: str) -> None:
    said = {"title": '"Một trang mẫu khác"', "description": f'"{"Câu mẫu cho bộ kiểm tra. " * 3}"', **fields}
    said |= {"translator": "Trung tâm Mẫu Một", "native_reviewer": "Trung tâm Mẫu Hai"}
    corpus.write(f"content_kjg/{place}.md", written(said, "Chữ [1].\n"))


def test_a_page_is_shown_from_the_first_language_of_the_row_that_has_it(corpus: Corpus) -> None:
    corpus.write("data/locales.yml", row(fallback="[en, vi]"))
    corpus.story("thanh-tuu/2026/bai")
    corpus.english("thanh-tuu/2026/bai")
    corpus.story("thanh-tuu/2026/chi-viet", title='"Bài chỉ có tiếng Việt"')
    third(corpus, "thanh-tuu/2026/bai")
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    assert library.languages("thanh-tuu/2026/bai") == ("vi", "en", "kjg")
    (corpus.root / "content_kjg/thanh-tuu/2026/bai.md").unlink()
    library = open_library(corpus.root, TODAY)
    shown = {place: library.read_in("kjg", place) for place in library.places}
    assert {place: story.lang for place, story in shown.items() if story} == {
        "thanh-tuu/2026/bai": "en",
        "thanh-tuu/2026/chi-viet": "vi",
    }


def test_a_place_in_a_language_nobody_falls_back_on_is_in_no_other_frame(corpus: Corpus) -> None:
    corpus.write("data/locales.yml", row())
    corpus.story("thanh-tuu/2026/chung")
    third(
        corpus,
        "thanh-tuu/2026/rieng",
        kind="news",
        date="2026-01-15",
        agency="co-quan",
        sources='[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}]',
    )
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    assert library.frames("thanh-tuu/2026/rieng") == ("kjg",)
    assert library.frames("thanh-tuu/2026/chung") == ("vi", "en", "kjg")
    own = library.story("kjg", "thanh-tuu/2026/rieng")
    assert own
    assert own.original == "kjg"
