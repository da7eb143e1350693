"""What stands between the draft and the public."""

from conftest import TODAY, Corpus
from portal.content.desk.release import release_problems
from portal.content.library import open_library

GIVEN = """approved: false
name: {vi: "Có", en: }
parent: {vi: "Có", en: "Given"}
address: {vi: "Có", en: "Given"}
responsible: {vi: "Có", en: "Given"}
email: a@example.org
telephone:
content_licence: {vi: "Có", en: "Given"}
content_licence_url: https://example.org/van-ban
security_contact: a@example.org
reviewers: {content: [mot, hai], data: [mot, hai], engineering: }
repository: https://github.com/to-chuc/cong
"""


def told(corpus: Corpus) -> list[tuple[int, str, str]]:
    return [(p.line, p.field, p.code) for p in release_problems(open_library(corpus.root, TODAY))]


def test_each_thing_the_owner_has_still_to_give_is_named_with_its_line(corpus: Corpus) -> None:
    corpus.write("data/owner.yml", GIVEN)
    assert told(corpus) == [
        (1, "approved", "owner-not-approved"),
        (2, "name.en", "owner-missing"),
        (7, "telephone", "owner-missing"),
        (11, "reviewers.engineering", "owner-missing"),
    ]


def test_a_corpus_without_an_owner_s_file_is_not_ready(corpus: Corpus) -> None:
    assert told(corpus) == [(1, "", "owner-file-missing")]


def test_a_source_of_which_nobody_knows_where_it_was_opened_stands_before_the_release(corpus: Corpus) -> None:
    lost = 'publisher: "Nơi", url: "https://dienbien.gov.vn/", symbol: "1", accessed: 2026-01-15, opened: not_recorded'
    corpus.write("data/owner.yml", GIVEN)
    corpus.story(sources=f'\n  - {{title: "Một", {lost}}}')
    found = [p for p in release_problems(open_library(corpus.root, TODAY)) if p.code == "source-not-opened"]
    assert [(p.line, p.values["number"]) for p in found] == [(8, 1)]


def test_a_source_whose_reading_nobody_recorded_stands_before_the_release_with_its_line(corpus: Corpus) -> None:
    read = '{title: "Một", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15}'
    unread = '{title: "Hai", publisher: "Nơi", url: "https://example.org/van-ban", accessed: not_recorded}'
    corpus.write("data/owner.yml", GIVEN)
    corpus.story(body="Chữ [1, 2].\n", sources=f"\n  - {read}\n  - {unread}")
    corpus.english()
    assert open_library(corpus.root, TODAY).problems == ()
    found = [p for p in release_problems(open_library(corpus.root, TODAY)) if p.code == "source-not-read"]
    assert [(p.path, p.line, p.values["number"]) for p in found] == [("content_vi/thanh-tuu/2026/bai.md", 9, 2)]
