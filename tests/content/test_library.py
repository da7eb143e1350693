"""The library: what is in it, in which language, and what belongs together."""

from conftest import TODAY, Corpus
from portal.content.library import Library, is_corpus, open_library, read_library
from portal.site.site import Site


def library(corpus: Corpus) -> Library:
    return open_library(corpus.root, TODAY)


def test_a_story_is_read_in_the_language_it_has(portal: Site) -> None:
    both, alone = "thanh-tuu/2026/bai", "thanh-tuu/2026/chi-viet"
    assert portal.library.languages(both) == ("vi", "en")
    assert portal.library.languages(alone) == ("vi",)
    found = portal.library.read_in("en", alone)
    assert found
    assert found.lang == "vi"
    assert portal.library.read_in("en", "khong/co") is None


def test_the_newest_stories_can_be_asked_for_by_section(portal: Site) -> None:
    assert len(portal.library.newest("vi", "thanh-tuu")) == 3
    assert portal.library.newest("vi", "phan-bac") == ()


def test_pages_of_a_section_are_neither_its_index_nor_stories(portal: Site) -> None:
    assert [page.place for page in portal.library.pages("vi", "gioi-thieu")] == ["gioi-thieu/lien-he"]
    assert portal.library.pages("vi", "thanh-tuu") == ()


def test_two_titles_that_differ_only_by_case_and_spaces_are_the_same_title(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/a", title='"Nước  sạch ở xã"')
    corpus.story("thanh-tuu/2026/b", title='"nước sạch ở Xã"')
    assert [(p.path[-4:], p.code) for p in library(corpus).problems] == [("b.md", "title-twice")]


def test_the_same_title_in_two_languages_is_no_problem(corpus: Corpus) -> None:
    corpus.story(title='"CRC, CAT, CRPD"')
    corpus.english(title='"CRC, CAT, CRPD"')
    assert library(corpus).problems == ()


def test_a_link_may_lead_to_a_page_that_has_no_english_text_yet(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/khac", title='"Bài khác chưa dịch"')
    corpus.story(body="[x](khac.md)\n")
    corpus.english(body="[x](khac.md)\n")
    assert library(corpus).problems == ()


def test_a_link_may_lead_to_a_file_of_docs(corpus: Corpus) -> None:
    corpus.write("docs/to-roi.pdf", b"%PDF-1.7")
    corpus.story("hoi-dap", kind="page", body="[tờ rơi](to-roi.pdf)\n")
    assert library(corpus).problems == ()


def test_counting_leaves_the_texts_unread(corpus: Corpus) -> None:
    corpus.story(body="[x](khong-co.md)\n")
    assert read_library(corpus.root, TODAY).problems == ()
    assert library(corpus).problems != ()


def test_a_folder_without_content_is_no_corpus(corpus: Corpus) -> None:
    assert is_corpus(corpus.root)
    assert not is_corpus(corpus.root / "data")
