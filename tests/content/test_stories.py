"""One story in two languages."""

from datetime import date

import pytest

from conftest import Corpus
from portal.content.library import Library, open_library


def library(corpus: Corpus) -> Library:
    return open_library(corpus.root, date(2026, 11, 23))


def told(corpus: Corpus) -> list[tuple[str, int, str]]:
    return [(p.path.split("/")[0], p.line, p.code) for p in library(corpus).problems]


def test_the_english_story_inherits_the_facts_and_says_its_own_words(corpus: Corpus) -> None:
    corpus.story(groups="[children]")
    corpus.english()
    story = library(corpus).story("en", "thanh-tuu/2026/bai")
    assert story
    assert (story.front.title, story.front.groups, story.original) == ("A story for the tests", ["children"], "vi")
    assert story.front.sources[0].title == "Văn bản"


@pytest.mark.parametrize(
    "field", ["kind: news", "date: 2026-01-15", "agency: co-quan", "groups: [children]", "product:"]
)
def test_a_fact_that_is_repeated_in_english_is_a_problem_on_its_line(corpus: Corpus, field: str) -> None:
    name, _, value = field.partition(": ")
    corpus.story()
    corpus.english(**{name.rstrip(":"): value or "null"})
    assert told(corpus) == [("content_en", 4, "repeated-field")]


def test_an_english_story_without_a_vietnamese_one_needs_the_full_set_and_is_told_so_once(corpus: Corpus) -> None:
    corpus.english(body="Text.\n")
    assert told(corpus) == [("content_en", 1, "translation-alone")]
    corpus.english(body="Text.\n", kind="news")
    (problem,) = library(corpus).problems
    assert problem.code == "english-alone"
    assert problem.values["names"] == ["date", "agency", "sources"]


def test_an_english_story_with_the_full_set_is_its_own_original(corpus: Corpus) -> None:
    from conftest import STORY

    own = {name: value for name, value in STORY.items() if name not in ("title", "description")}
    corpus.english(**own)
    found = library(corpus)
    assert found.problems == ()
    assert found.languages("thanh-tuu/2026/bai") == ("en",)
    assert found.stories["en", "thanh-tuu/2026/bai"].original == "en"


def test_a_mistake_in_the_vietnamese_facts_is_told_once_and_not_again_in_english(corpus: Corpus) -> None:
    corpus.story(agency="khong-co")
    corpus.english()
    assert told(corpus) == [("content_vi", 6, "unknown-agency-far")]


def test_mistakes_in_english_words_are_told_in_the_english_file(corpus: Corpus) -> None:
    corpus.story()
    corpus.english(description='"Too short."', titel='"x"')
    assert told(corpus) == [("content_en", 3, "description-length"), ("content_en", 4, "unknown-field")]


def test_the_theme_of_a_story_is_its_folder(corpus: Corpus) -> None:
    corpus.story()
    story = library(corpus).story("vi", "thanh-tuu/2026/bai")
    assert story
    assert story.theme == 3
