"""Pages that wait for their day: checked as any other, and seen by nobody before it has come."""

from datetime import date, timedelta

import pytest

from conftest import SITE, TODAY, Corpus, portal_of, run
from door import today
from makers import SMALL_PLAN
from portal.content.corrections import corrections
from portal.content.desk.reviews import overdue
from portal.content.desk.translations import translations
from portal.content.library import Library, open_library
from portal.content.nearby import nearest
from portal.language.places import NEEDED
from portal.plan.ledger import open_registers
from portal.site.files.news.feeds import feeds
from portal.site.pages.make import pages
from portal.site.site import Dress, Settings, whole_site

DAY = date(2026, 12, 5)
PLACE = "thanh-tuu/2026/hen"


def codes(corpus: Corpus, today: date = TODAY) -> list[str]:
    return [problem.code for problem in open_library(corpus.root, today).problems]


@pytest.fixture
def waits(corpus: Corpus) -> Corpus:
    """A story that waits, in both languages, beside one that does not."""
    corpus.write("data/plan.yml", SMALL_PLAN)
    corpus.story(PLACE, title='"Bài hẹn ngày"', date="2026-12-05", publish_after="2026-12-05", conventions="[crc]")
    corpus.english(PLACE)
    corpus.story(conventions="[crc]")
    return corpus


def places(library: Library) -> set[str]:
    return set(library.places)


def test_a_page_is_there_on_its_day_and_not_the_day_before(waits: Corpus) -> None:
    before, then = (open_library(waits.root, day) for day in (DAY - timedelta(1), DAY))
    assert (before.problems, then.problems) == ((), ())
    assert PLACE not in places(before)
    assert set(before.waiting) == {("vi", PLACE), ("en", PLACE)}
    assert then.languages(PLACE) == ("vi", "en")
    assert not then.waiting


def test_before_its_day_nothing_of_the_site_knows_it(waits: Corpus) -> None:
    library = open_library(waits.root, TODAY)
    other = library.story("vi", "thanh-tuu/2026/bai")
    assert other
    assert nearest(library, "vi")[other.place] == ()
    assert overdue(library, date(2099, 1, 1))[0].page.place != PLACE
    assert corrections(library, "vi") == ()
    due = {one.place for one in translations(library, {}, None, lambda _: "")}
    assert due == {"thanh-tuu/2026/bai"}
    told = feeds(library, "vi", portal_of(waits).words("vi"), SITE)
    assert not [one for feed in told for one in feed.entries if PLACE in one.url]
    site = whole_site(open_registers(library, TODAY), Settings(SITE, ""), TODAY, Dress())
    every = pages(site)
    assert ("vi", PLACE) not in every
    assert not [key for key, page in every.items() if "Bài hẹn ngày" in repr(page)]


def test_it_is_counted_from_its_day_on_and_in_the_year_of_that_day(waits: Corpus) -> None:
    waits.story(PLACE, title='"Bài hẹn ngày"', date="2026-11-20", publish_after="2026-12-05")
    ledger = open_registers(open_library(waits.root, DAY), DAY).ledger
    assert ledger
    assert [ledger.tally(2026, day).portal for day in (TODAY, DAY)] == [1, 1]
    assert [ledger.tally(2027, day).portal for day in (DAY - timedelta(1), DAY)] == [None, 1]
    assert ledger.tally(2026, date(2026, 11, 30)).quality.translated.denominator == 1


def test_a_preview_shows_it_and_says_that_it_waits(waits: Corpus) -> None:
    library = open_library(waits.root, TODAY)
    site = whole_site(open_registers(library, TODAY), Settings(SITE, "", with_waiting=True), TODAY, Dress())
    every = pages(site)
    for lang, said in (("vi", "5/12/2026"), ("en", "5 December 2026")):
        page = every[lang, PLACE]
        assert said in page.frame.waits
        assert page.head.unlisted
    assert every["vi", "thanh-tuu/2026/bai"].frame.waits == ""


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"date": "2026-12-05"}, ["date-in-future"]),
        ({"date": "2026-12-06", "publish_after": "2026-12-05"}, ["date-after-publishing"]),
        ({"date": "2026-12-05", "publish_after": "2026-12-05"}, []),
        ({"date": "2026-11-01", "publish_after": "2026-12-05"}, []),
        ({"date": "2026-11-01", "publish_after": "2026-11-01"}, []),
        ({"date": "2026-12-05", "publish_after": "2026-13-05"}, ["not-a-day"]),
        ({"publish_after": "2026-12-05", "title": '"a"'}, ["title-length"]),
        ({"publish_after": "2026-12-05", "reviewed": "2026-12-05"}, ["day-in-future"]),
    ],
)
def test_a_day_to_come_is_right_where_the_page_waits_for_it(
    corpus: Corpus, fields: dict[str, str], told: list[str]
) -> None:
    corpus.story(**fields)
    assert codes(corpus) == told


def test_its_author_sees_the_problems_of_its_text(corpus: Corpus) -> None:
    corpus.story(publish_after="2026-12-05", body="[x](khong-co.md) [9]\n")
    assert sorted(codes(corpus)) == ["link-broken", "source-number"]


@pytest.mark.parametrize(
    ("own", "told"),
    [("", ["link-waits"]), ("2026-12-04", ["link-waits"]), ("2026-12-05", []), ("2026-12-09", [])],
)
def test_only_a_page_that_comes_no_earlier_may_lead_to_it(waits: Corpus, own: str, told: list[str]) -> None:
    waits.story(body="Xem [bài](hen.md) [1].\n", publish_after=own)
    assert codes(waits) == told


def test_a_page_that_every_page_leads_to_cannot_wait(corpus: Corpus) -> None:
    index = {"kind": "page", "agency": "", "sources": "", "date": ""}
    for number, place in enumerate(NEEDED):
        corpus.story(place, title=f'"Trang số {number}"', **index)
    corpus.story("gioi-thieu/lien-he", title='"Trang liên hệ"', publish_after="2026-12-05", **index)
    found = [problem for problem in open_library(corpus.root, TODAY).problems if problem.code == "needed-page-waits"]
    assert [(problem.path, problem.line) for problem in found] == [("content_vi/gioi-thieu/lien-he.md", 5)]


def test_check_tells_which_pages_wait_and_calls_it_no_mistake(corpus: Corpus) -> None:
    day = today() + timedelta(days=30)
    corpus.story(date=day.isoformat(), publish_after=day.isoformat())
    corpus.english()
    done = run("scripts/check.py", "--root", str(corpus.root))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count("Hẹn ngày: content_vi/thanh-tuu/2026/bai.md") == 1
    assert str(day.year) in done.stderr
