"""What a source says of itself: published, opened, how far it carries; and what it may not say."""

import pytest

from conftest import TODAY, Corpus
from portal.content.library import open_library
from portal.reading.addresses.hosts import is_home_page, is_open_store, is_public_body, keeper_of

HEAD = 'title: "Văn bản", publisher: "Nơi", accessed: 2026-01-15'
LAW = f'{HEAD}, type: law, symbol: "1/2026/QH16", url: "https://vanban.chinhphu.vn/"'
COPY = 'copy_url: "https://github.com/ai/kho/blob/1/luat.md"'
DEEP = 'url: "https://dienbien.gov.vn/van-ban/1"'


def told(corpus: Corpus, source: str, section: str = "thanh-tuu", **front: str) -> list[str]:
    corpus.story(f"{section}/2026/bai", sources=f"[{{{source}}}]", **front)
    return [problem.code for problem in open_library(corpus.root, TODAY).problems]


@pytest.mark.parametrize(
    "source",
    [
        f"{HEAD}, {DEEP}, read: whole, carries: original",
        f"{HEAD}, {DEEP}, carries: official_copy",
        f"{HEAD}, {DEEP}",
        f'{HEAD}, url: "https://dienbien.gov.vn/", symbol: "1", {COPY}, carries: copy',
        f'{HEAD}, url: "https://dienbien.gov.vn/", locator: "mục 3", copy_by: "Một nhà báo"',
        f'{HEAD}, url: "https://dienbien.gov.vn/", opened: home_page, carries: original',
        f'{HEAD}, url: "https://dienbien.gov.vn/", symbol: "1", opened: not_recorded',
        f'{HEAD}, symbol: "1", issued: 2026-01-02, carries: original',
        f'{HEAD}, url: "https://www.w3.org/TR/WCAG22/", carries: original',
    ],
)
def test_what_was_opened_can_be_said(corpus: Corpus, source: str) -> None:
    assert told(corpus, source) == []


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (f'{HEAD}, url: "https://dienbien.gov.vn"', "home-page-alone"),
        (f'{HEAD}, url: "http://www.dienbien.gov.vn/index.html", opened: not_recorded', "home-page-alone"),
        (f'{HEAD}, url: "https://dienbien.gov.vn/vi/", {COPY}', "home-page-alone"),
        (f'{HEAD}, url: "https://dienbien.gov.vn/?", symbol: "1"', "opened-unsaid"),
        (f'{HEAD}, url: "https://dienbien.gov.vn/Default.aspx", locator: "mục 3"', "opened-unsaid"),
        (f"{HEAD}, {DEEP}, {COPY}, opened: home_page", "opened-twice"),
        (f"{HEAD}, {DEEP}, {COPY}, carries: original", "original-not-opened"),
        (f'{HEAD}, {DEEP}, copy_by: "Ai", carries: original', "original-not-opened"),
        (f"{HEAD}, {DEEP}, opened: not_recorded, carries: original", "original-not-opened"),
        (f'title: "A", publisher: "B", {DEEP}, accessed: not_recorded, carries: original', "original-not-opened"),
        (f'{HEAD}, url: "https://ai.blogspot.com/a", carries: original', "original-in-a-store"),
        (f'{HEAD}, url: "https://ai.github.io/a", carries: official_copy', "original-in-a-store"),
        (f'{HEAD}, {DEEP}, copy_url: "https://thuvienphapluat.vn/a", carries: official_copy', "not-a-public-body"),
        (f'{HEAD}, type: law, url: "https://thuvienphapluat.vn/a", carries: original', "not-a-public-body"),
        (f"{HEAD}, {DEEP}, sha256: abc", "not-a-sha256"),
    ],
)
def test_what_nobody_opened_is_not_said_to_be(corpus: Corpus, source: str, code: str) -> None:
    assert told(corpus, source) == [code]


@pytest.mark.parametrize("section", ["chinh-sach", "ke-hoach", "tro-giup"])
@pytest.mark.parametrize(
    ("source", "codes"),
    [
        (f"{LAW}, {COPY}, carries: copy", ["law-from-a-copy"]),
        (f"{LAW}, {COPY}, carries: copy, not_compared: true", []),
        (f'{HEAD}, type: treaty_collection, url: "https://ai.org/a", carries: copy', ["law-from-a-copy"]),
        (f'{HEAD}, type: law, url: "https://pbgdpl.gov.vn/a", carries: official_copy', []),
        (f'{HEAD}, type: press, url: "https://bao.vn/a"', []),
    ],
)
def test_law_from_a_copy_says_so_where_readers_look_for_law(
    corpus: Corpus, section: str, source: str, codes: list[str]
) -> None:
    corpus.write(
        f"content_vi/{section}/bai.md",
        f'---\ntitle: "Trang thử"\ndescription: "{"Một mô tả đủ dài để người đọc biết trang nói gì. " * 2}"\n'
        f"kind: page\nsources: [{{{source}}}]\n---\nMột đoạn có nguồn [1].\n",
    )
    problems = open_library(corpus.root, TODAY).problems
    assert [p.code for p in problems if not p.is_doubt] == codes


def test_a_story_about_what_was_done_may_rest_on_a_copy_of_a_law(corpus: Corpus) -> None:
    assert told(corpus, f"{LAW}, {COPY}, carries: copy") == []


@pytest.mark.parametrize(
    ("url", "is_public"),
    [
        ("https://vanban.chinhphu.vn/?docid=1", True),
        ("http://www.dienbien.gov.vn/a", True),
        ("https://www.state.gov/a", True),
        ("https://docstore.ohchr.org/a", True),
        ("https://www.gov.uk/a", True),
        ("https://dienbien.gov.vn.ai.org/a", False),
        ("https://notun.org/a", False),
        ("https://hagov.vn/a", False),
        ("https://thuvienphapluat.vn/a", False),
    ],
)
def test_a_public_body_is_known_by_its_host(url: str, is_public: bool) -> None:
    assert is_public_body(url) is is_public


def test_a_store_is_known_with_whatever_stands_before_its_name() -> None:
    assert is_open_store("https://raw.githubusercontent.com/a")
    assert is_open_store("http://ai.blogspot.com/")
    assert not is_open_store("https://mygithub.com/a")
    assert keeper_of("https://github.com/ai/kho/blob/1/a") == "ai/kho (github.com)"
    assert keeper_of("https://www.bao.vn/a") == "bao.vn"
    assert not any(map(is_home_page, ("https://a.vn/?id=1", "https://a.vn/#/x", "")))
