"""Pages taken back: a notice at their address, none of their words, and in no list, search or count from that day."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest

from conftest import SITE, TODAY, Corpus, portal_of
from makers import SMALL_PLAN
from portal.content.corrections import corrections
from portal.content.library import open_library
from portal.plan.ledger import Ledger, open_registers
from portal.site.files.news.feeds import as_atom, feeds
from portal.site.files.sitemap import sitemap
from portal.site.pages.make import pages
from portal.site.pages.of_kind.withdrawn import WithdrawnView
from portal.site.pages.told import told_page

WHY = '{vi: "Bảng đã bị thay.", en: "The table was replaced."}'
PLACE = "thanh-tuu/2026/rut"


@pytest.fixture
def gone(corpus: Corpus) -> Corpus:
    corpus.write("data/plan.yml", SMALL_PLAN)
    corpus.story("gioi-thieu/dinh-chinh", title='"Đính chính"', kind="page", date="", agency="", sources="")
    corpus.story(title='"Bài còn đăng"', conventions="[crc]")
    taken = f"{{date: 2026-06-01, why: {WHY}, instead: thanh-tuu/2026/bai}}"
    corpus.story(PLACE, title='"Bài bị rút"', conventions="[crc]", withdrawn=taken, body="Chữ đã rút [1].\n")
    corpus.english(PLACE, body="Words taken back [1].\n")
    return corpus


def test_its_page_says_when_why_who_and_what_to_read_instead_in_each_language(gone: Corpus) -> None:
    every = pages(portal_of(gone))
    said = (("vi", "Bảng đã bị thay.", "1/6/2026"), ("en", "The table was replaced.", "1 June 2026"))
    for lang, why, day in said:
        page = every[lang, PLACE]
        assert isinstance(page.kind, WithdrawnView)
        assert (page.kind.why, page.kind.day.text, page.template) == (why, day, "withdrawn.html")
        assert page.kind.agency
        assert page.kind.agency.value in ("Cơ quan", "Body")
        assert page.kind.instead
        assert page.kind.instead.title == "Bài còn đăng"
        assert page.head.unlisted
        assert (page.heading.is_searched, page.facets, page.facts.sources) == (False, {}, None)
        assert [json.loads(block)["@type"] for block in page.head.json_ld] == ["BreadcrumbList"]


def test_nothing_of_its_text_is_left_and_no_list_has_it(gone: Corpus) -> None:
    portal = portal_of(gone)
    every = pages(portal)
    assert portal.library.problems == ()
    assert PLACE not in {story.place for story in portal.library.newest("vi")}
    assert not [one for one in sitemap(map(told_page, every.values())) if PLACE in one.url]
    assert "Một mô tả đủ dài" not in repr(every["vi", PLACE].head)
    assert {story.document.body for story in portal.library.told("vi") if story.place == PLACE} == {""}
    listed = [key for key, page in every.items() if "Bài bị rút" in repr(page) and key[1] != PLACE]
    assert listed == []


def test_each_feed_tells_it_once_under_the_id_it_had_and_the_corrections_list_it(gone: Corpus) -> None:
    portal = portal_of(gone)
    told = (("vi", "Đã rút: Bài bị rút", "Rút bài: "), ("en", "Withdrawn: A story for the tests", "Withdrawal: "))
    for lang, name, change in told:
        everything, *_, changed = feeds(portal.library, lang, portal.words(lang), SITE)
        entries = [one for one in everything.entries if PLACE in one.url]
        assert [(one.title, one.id, str(one.updated)) for one in entries] == [(name, entries[0].url, "2026-06-01")]
        assert [one.title.startswith(change) for one in changed.entries] == [True]
        ElementTree.fromstring(as_atom(everything, SITE))
    assert [(one.made.kind, one.made.why["vi"]) for one in corrections(portal.library, "vi")] == [
        ("retraction", "Bảng đã bị thay.")
    ]


def ledger_of(corpus: Corpus) -> Ledger:
    found = open_registers(open_library(corpus.root, TODAY), TODAY).ledger
    assert found
    return found


def test_it_counts_up_to_the_day_before_and_in_no_year_after_it(gone: Corpus) -> None:
    ledger = ledger_of(gone)
    days = [date(2026, 5, 31), date(2026, 6, 1), TODAY]
    assert [ledger.tally(2026, day).portal for day in days] == [2, 1, 1]
    assert [ledger.tally(2026, day).coverage["convention"]["crc"] for day in days] == [2, 1, 1]
    assert [ledger.tally(2026, day).quality.withdrawn for day in days] == [0, 1, 1]
    assert [ledger.tally(2026, day).quality.corrections for day in days] == [0, 0, 0]


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        ("{date: 2026-01-14, why: %s}", "before-date"),
        ("{date: 2027-01-14, why: %s}", "day-in-future"),
        ("{date: 2026-02-01}", "missing-field-in"),
        ("{date: 2026-02-01, why: %s, instead: thanh-tuu/2026/khong-co}", "instead-nowhere"),
        ("{date: 2026-02-01, why: %s, instead: thanh-tuu/2026/bai}", "instead-nowhere"),
        ("có", "not-fields"),
    ],
)
def test_a_withdrawal_that_cannot_be_is_told(corpus: Corpus, taken: str, told: str) -> None:
    corpus.story(withdrawn=taken.replace("%s", WHY))
    assert [problem.code for problem in open_library(corpus.root, TODAY).problems] == [told]


def test_what_leads_to_it_is_told_as_a_doubt(gone: Corpus) -> None:
    gone.story(title='"Bài còn đăng"', body="Xem [bài](rut.md) [1].\n")
    found = open_library(gone.root, TODAY).problems
    assert [(problem.code, problem.is_doubt) for problem in found] == [("link-withdrawn", True)]


def test_its_file_may_keep_its_text_or_not(gone: Corpus) -> None:
    gone.story(PLACE, withdrawn=f"{{date: 2026-06-01, why: {WHY}}}", body="\n")
    assert open_library(gone.root, TODAY).problems == ()


def test_the_file_of_a_publication_taken_back_is_told_while_it_can_be_opened(corpus: Corpus) -> None:
    product = "{formats: [leaflet], channels: [portal], languages: [vi], audiences: [everyone]}"
    taken = f"{{date: 2026-06-01, why: {WHY}}}"
    files = "[{path: tai-lieu/to-roi.pdf, lang: vi}]"
    corpus.story("an-pham/2026/to-roi", kind="publication", product=product, files=files, withdrawn=taken)
    assert open_library(corpus.root, TODAY).problems == ()
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    corpus.write("docs/tai-lieu/to-roi.pdf", pdf)
    told = open_library(corpus.root, TODAY).problems
    assert [(problem.code, problem.is_doubt) for problem in told if problem.path.endswith(".md")] == [
        ("file-of-withdrawn", True)
    ]
