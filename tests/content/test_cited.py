"""A page that cites sources cites each of them, in one of its languages at least."""

from conftest import TODAY, Corpus
from portal.content.library import open_library

PAGE = "thanh-tuu/2026/bai"
SOURCES = """
  - {title: "Một", publisher: "Nơi", url: "https://dienbien.gov.vn/mot", accessed: 2026-01-10}
  - {title: "Hai", publisher: "Nơi", url: "https://dienbien.gov.vn/hai", accessed: 2026-01-10}"""


def told(corpus: Corpus) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in open_library(corpus.root, TODAY).problems]


def test_a_source_that_no_sentence_cites_is_told_by_its_number(corpus: Corpus) -> None:
    corpus.story(PAGE, "Một câu [1].\n", sources=SOURCES)
    (problem,) = open_library(corpus.root, TODAY).problems
    assert (problem.field, problem.code, problem.values) == ("sources[2]", "source-not-cited", {"number": 2})
    assert (
        corpus.root.joinpath(problem.path)
        .read_text("utf-8")
        .split("\n")[problem.line - 1]
        .startswith('  - {title: "Hai"')
    )


def test_a_source_that_the_text_or_the_front_matter_cites_is_not_told(corpus: Corpus) -> None:
    corpus.story(PAGE, "Một câu [1, 2].\n", sources=SOURCES)
    assert told(corpus) == []
    corpus.story(PAGE, "Một câu [1].\n", sources=SOURCES, summary='["Câu hai [2]."]')
    assert told(corpus) == []


def test_a_source_that_only_the_translation_cites_is_not_told(corpus: Corpus) -> None:
    corpus.story(PAGE, "Một câu [1].\n", sources=SOURCES)
    corpus.english(PAGE, "One sentence [1]. Another [2].\n")
    assert told(corpus) == []


def test_a_page_that_cites_nothing_lists_what_it_read(corpus: Corpus) -> None:
    corpus.story(PAGE, "Một câu.\n", sources=SOURCES)
    assert "source-not-cited" not in [code for _, code in told(corpus)]
