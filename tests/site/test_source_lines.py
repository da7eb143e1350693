"""What a page's list of sources says, in sentences of both languages."""

import re

import pytest

from conftest import Corpus, Site, portal_of
from portal.site.pages.make import page_at
from portal.site.pages.source_lines import SourceView

HEAD = 'title: "Văn bản", publisher: "Nơi", type: law'
READ = f"{HEAD}, accessed: 2026-01-15"
DEEP = 'url: "https://dienbien.gov.vn/van-ban/1"'
DOOR = 'url: "https://vanban.chinhphu.vn/", symbol: "1/2026/QH16"'
COPY = 'copy_url: "https://github.com/ai/kho/blob/1/luat.md"'
BY = 'copy_by: {vi: "một sinh viên", en: "a student"}'
HASH = "0123456789abcdef" * 4

LINES = [
    (
        f"{READ}, {DEEP}, carries: original, read: whole",
        "Chúng tôi đọc cả bản gốc tại dienbien.gov.vn ngày 15/1/2026.",
        "We read all of the original at dienbien.gov.vn on 15 January 2026.",
    ),
    (
        f"{READ}, {DOOR}, {COPY}, {BY}, carries: copy, read: parts, not_compared: true",
        "Công bố tại vanban.chinhphu.vn (tìm theo số, ký hiệu ấy). Chúng tôi đọc một phần bản chép của một sinh viên"
        " ngày 15/1/2026, không phải bản gốc.",
        "Published at vanban.chinhphu.vn (search for that symbol). We read parts of the copy kept by a student on"
        " 15 January 2026, not the original.",
    ),
    (
        f"{READ}, {DEEP}, {COPY}, carries: copy, sha256: {HASH}",
        "Công bố tại dienbien.gov.vn. Chúng tôi đọc bản chép của ai/kho (github.com) ngày 15/1/2026, không phải bản"
        " gốc.",
        "Published at dienbien.gov.vn. We read the copy kept by ai/kho (github.com) on 15 January 2026, not the"
        " original.",
    ),
    (
        f"{READ}, {DEEP}, carries: official_copy, read: opening",
        "Chúng tôi đọc phần đầu bản đăng tại dienbien.gov.vn ngày 15/1/2026, của cơ quan công quyền khác, không phải"
        " bản gốc.",
        "We read the opening of the copy at dienbien.gov.vn on 15 January 2026, put up by another public body, not the"
        " original.",
    ),
    (
        f"{READ}, {DOOR}, opened: not_recorded",
        "Công bố tại vanban.chinhphu.vn (tìm theo số, ký hiệu ấy). Ngày đọc ghi là 15/1/2026; đã mở ở đâu thì không ghi"
        " lại.",
        "Published at vanban.chinhphu.vn (search for that symbol). It was read on 15 January 2026; where it was opened"
        " is not recorded.",
    ),
    (
        f'{READ}, url: "https://dienbien.gov.vn/", opened: home_page',
        "Chúng tôi đọc trang chủ dienbien.gov.vn ngày 15/1/2026.",
        "We read the home page of dienbien.gov.vn on 15 January 2026.",
    ),
    (
        f"{HEAD}, {DEEP}, accessed: not_recorded",
        "Chưa ghi nhận ai đã mở văn bản này.",
        "Nobody recorded having opened this document.",
    ),
    (
        f"{HEAD}, {DEEP}, {COPY}, accessed: not_recorded, carries: copy",
        "Công bố tại dienbien.gov.vn. Chúng tôi đọc bản chép của ai/kho (github.com), không phải bản gốc. Ngày đọc"
        " không được ghi lại.",
        "Published at dienbien.gov.vn. We read the copy kept by ai/kho (github.com), not the original. The day of"
        " reading is not recorded.",
    ),
    (
        f'{READ}, symbol: "1", issued: 2026-01-02, carries: original',
        "Chúng tôi đọc bản giấy gốc ngày 15/1/2026.",
        "We read the original on paper on 15 January 2026.",
    ),
]


def line(entry: SourceView) -> str:
    opened = entry.opened
    said = (entry.published, f"{opened.before}{opened.linked}{opened.after}", *entry.remarks)
    return " ".join(one for one in said if one)


ACCOUNT = 'title: "Bài", publisher: "Báo", type: press'


def test_what_four_lines_would_say_alike_a_list_says_once(corpus: Corpus) -> None:
    days = ("2026-01-15", "2026-01-15", "2026-01-16", "2026-01-15", "2026-01-15")
    given = (f'{{{ACCOUNT}, url: "https://bao.vn/{n}", accessed: {day}}}' for n, day in enumerate(days))
    corpus.story(body="Chữ [1, 2, 3, 4, 5].\n", sources=f"[{', '.join(given)}]")
    corpus.english()
    portal = portal_of(corpus)
    assert portal.library.problems == ()
    for lang, day, other in (("vi", "15/1/2026", "16/1/2026"), ("en", "15 January 2026", "16 January 2026")):
        listed = page_at(portal, lang, "thanh-tuu/2026/bai").facts.sources
        assert listed
        assert [note for note in listed.notes if day in note] == [listed.notes[-1]]
        said = [line(entry) for entry in listed.entries]
        assert [other in one for one in said] == [False, False, True, False, False]
        assert [one for one in said if one] == [said[2]]


def test_three_lines_alike_are_three_sentences(corpus: Corpus) -> None:
    given = (f'{{{ACCOUNT}, url: "https://bao.vn/{n}", accessed: 2026-01-15}}' for n in range(3))
    corpus.story(sources=f"[{', '.join(given)}]")
    listed = page_at(portal_of(corpus), "vi", "thanh-tuu/2026/bai").facts.sources
    assert listed
    assert all("15/1/2026" in line(entry) for entry in listed.entries)
    assert not any("15/1/2026" in note for note in listed.notes)


@pytest.mark.parametrize(("source", "vi", "en"), LINES)
def test_a_source_s_line_says_what_was_opened(corpus: Corpus, source: str, vi: str, en: str) -> None:
    corpus.story(sources=f"[{{{source}}}]")
    corpus.english()
    portal = portal_of(corpus)
    assert portal.library.problems == ()
    for lang, told in (("vi", vi), ("en", en)):
        listed = page_at(portal, lang, "thanh-tuu/2026/bai").facts.sources
        assert listed
        assert line(listed.entries[0]) == told


def test_the_copy_is_linked_where_its_address_is_known(corpus: Corpus) -> None:
    corpus.story(sources=f"[{{{READ}, {DOOR}, {COPY}, carries: copy}}, {{{READ}, {DEEP}}}]", body="A [1]. B [2].\n")
    listed = page_at(portal_of(corpus), "vi", "thanh-tuu/2026/bai").facts.sources
    assert listed
    assert [entry.opened.href for entry in listed.entries] == ["https://github.com/ai/kho/blob/1/luat.md", ""]


def test_a_hash_stands_with_what_the_source_is(corpus: Corpus) -> None:
    corpus.story(sources=f"[{{{READ}, {DEEP}, sha256: {HASH}}}]")
    listed = page_at(portal_of(corpus), "en", "thanh-tuu/2026/bai").facts.sources
    assert listed
    assert listed.entries[0].notes == "Law · SHA-256 of the file read: 01234567…"


def test_a_copy_that_is_no_law_says_itself_that_nobody_compared_it(corpus: Corpus) -> None:
    corpus.story(sources=f"[{{{READ.replace('law', 'press')}, {DEEP}, {COPY}, carries: copy, not_compared: true}}]")
    listed = page_at(portal_of(corpus), "vi", "thanh-tuu/2026/bai").facts.sources
    assert listed
    assert (listed.entries[0].remarks, listed.warning) == (("Chưa so với bản công bố.",), "")


def test_law_read_only_in_copies_is_told_above_the_list(corpus: Corpus) -> None:
    copied = f"{{{READ}, {DOOR}, {COPY}, carries: copy, not_compared: true}}"
    for sources, said in (
        (f"[{{{READ}, {DEEP}}}, {copied}]", "ở nguồn 2 "),
        (f"[{copied}, {copied.replace('1/2026', '2/2026')}]", "ở các nguồn 1, 2 "),
        (f"[{{{READ}, {DEEP}}}]", ""),
    ):
        corpus.story(sources=sources, body="A [1]. B [2].\n" if sources.count("title") > 1 else "A [1].\n")
        listed = page_at(portal_of(corpus), "vi", "thanh-tuu/2026/bai").facts.sources
        assert listed
        assert said in listed.warning
        assert bool(listed.warning) is bool(said)


def test_that_nobody_recorded_how_much_was_read_is_said_once(corpus: Corpus) -> None:
    for more, count in (("", 2), (", read: whole", 1)):
        corpus.story(sources=f"[{{{READ}, {DEEP}{more}}}]")
        listed = page_at(portal_of(corpus), "en", "thanh-tuu/2026/bai").facts.sources
        assert listed
        assert len(listed.notes) == count


def test_a_publisher_s_name_tells_its_language(corpus: Corpus) -> None:
    corpus.story(sources=f"[{{{READ.replace('Nơi', 'Ủy ban nhân dân tỉnh')}, {DEEP}}}]")
    corpus.english()
    portal = portal_of(corpus)
    for lang, told in (("vi", None), ("en", "vi")):
        listed = page_at(portal, lang, "thanh-tuu/2026/bai").facts.sources
        assert listed
        assert listed.entries[0].document.publisher_lang == told


def test_the_text_beside_a_page_keeps_its_sentences_apart(site: Site) -> None:
    listed = [
        line
        for path in sorted(site.folder.rglob("index.md"))
        for line in path.read_text("utf-8").splitlines()
        if re.match(r"\d+\. \[.*(?:Chúng tôi đọc|We read)", line)
    ]
    assert listed
    assert [line for line in listed if re.search(r"\d{4}\.[A-ZĐ]", line)] == []
