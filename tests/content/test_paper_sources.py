"""Sources on paper: found by symbol, publisher and day; never by an address somebody made up."""

import pytest

from conftest import TODAY, Corpus, portal_of
from makers import BODY, GOOD, rebuttal_file
from portal.content.desk.release import release_problems
from portal.content.desk.sources import outside_links
from portal.content.library import open_library
from portal.site.pages.make import page_at

PAPER = '{title: "Báo cáo", publisher: "Sở", symbol: "12/BC", issued: 2026-01-02, accessed: 2026-01-15}'


def test_a_paper_is_a_source_and_every_place_shows_how_to_find_it(corpus: Corpus) -> None:
    corpus.story(sources=f"[{PAPER}]")
    corpus.english()
    portal = portal_of(corpus)
    assert portal.library.problems == ()
    assert outside_links(portal.library) == ()
    told = (("vi", "bản giấy, ban hành ngày 2/1/2026"), ("en", "on paper, issued on 2 January 2026"))
    for lang, said in told:
        page = page_at(portal, lang, "thanh-tuu/2026/bai")
        assert page.facts.sources
        document = page.facts.sources.entries[0].document
        assert (document.url, document.symbol, document.publisher, document.paper) == (None, "12/BC", "Sở", said)
        assert not any("citation" in block for block in page.head.json_ld)  # the list of sources says it


@pytest.mark.parametrize(
    "source",
    [
        '{title: "Báo cáo", publisher: "Sở", accessed: 2026-01-15}',
        '{title: "Báo cáo", publisher: "Sở", symbol: "12/BC", accessed: 2026-01-15}',
        '{title: "Báo cáo", publisher: "Sở", issued: 2026-01-02, accessed: 2026-01-15}',
    ],
)
def test_a_source_nobody_can_find_is_told_in_one_message(corpus: Corpus, source: str) -> None:
    corpus.story(sources=f"[{source}]")
    assert [(p.code, p.line) for p in open_library(corpus.root, TODAY).problems] == [("source-nowhere", 7)]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://…", "not-a-url"),
        ("https://...", "not-a-url"),
        ("http://khong-co", "not-a-url"),
        ("https://a..vn/b", "not-a-url"),
        ("http://192.0.2.1:801/a", "not-a-url"),
        ("https://192.0.2.1/", "not-a-url"),
        ("https://example.org", "url-placeholder"),
        ("https://example.org/", "url-placeholder"),
        ("https://www.example.org/", "url-placeholder"),
        ("https://example.com/bao-cao.pdf", "url-placeholder"),
        ("http://vi-du.example/a", "url-placeholder"),
        ("https://nguon.invalid/a", "url-placeholder"),
        ("https://so-y-te.test/a", "url-placeholder"),
        ("https://dienbien.gov.vn./a", ""),
        ("https://myexample.com/a", ""),
        ("https://vanban.chinhphu.vn/", "home-page-alone"),
        ("https://vanban.chinhphu.vn/?docid=1", ""),
    ],
)
def test_an_address_that_is_nobody_s_is_told(corpus: Corpus, url: str, code: str) -> None:
    corpus.story(sources=f'[{{title: "Văn bản", publisher: "Nơi", url: "{url}", accessed: 2026-01-15}}]')
    assert [p.code for p in open_library(corpus.root, TODAY).problems] == ([code] if code else [])


def test_nothing_at_a_sample_address_is_released(corpus: Corpus) -> None:
    corpus.story(sources='[{title: "Văn bản", publisher: "Nơi", url: "https://example.org/a", accessed: 2026-01-15}]')
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    assert "url-placeholder" in {problem.code for problem in release_problems(library)}


def test_evidence_may_be_a_paper_and_the_claim_still_has_its_address(corpus: Corpus) -> None:
    first, *others = GOOD["evidence"]
    paper = {name: value for name, value in first.items() if name != "url"} | {"symbol": "1/QĐ", "issued": "2025-01-02"}
    corpus.write("content_vi/phan-bac/2026/mot.md", rebuttal_file({**GOOD, "evidence": [paper, *others]}, BODY))
    assert open_library(corpus.root, TODAY).problems == ()
    claim = {name: value for name, value in GOOD["claim"].items() if name != "url"}
    corpus.write("content_vi/phan-bac/2026/mot.md", rebuttal_file({**GOOD, "claim": claim}, BODY))
    assert [p.code for p in open_library(corpus.root, TODAY).problems] == ["missing-field-in"]
