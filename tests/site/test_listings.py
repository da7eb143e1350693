"""Lists of stories: each story stands in each list it belongs to, on pages that need no JavaScript."""

import re
from datetime import date, timedelta

import pytest

from conftest import SITE, TODAY, Corpus, Site
from portal.content.library import Library, open_library
from portal.language.locales import LANGUAGES
from portal.plan.ledger import open_registers
from portal.site.blocks.listed.listing import listing_block
from portal.site.made.listings import (
    FAMILIES,
    MOST_ON_A_PAGE,
    Listing,
    ListingPage,
    listings,
    values_of,
    with_listings,
)
from portal.site.site import Dress, Settings, whole_site
from portal.site.spot import Spot


@pytest.fixture
def many(corpus: Corpus) -> Library:
    return stories(corpus, 2 * MOST_ON_A_PAGE + 1)


def stories(corpus: Corpus, count: int) -> Library:
    """So many stories, a day each, all in the same lists."""
    for number in range(count):
        corpus.story(
            f"thanh-tuu/2026/bai-{number}",
            title=f'"Bài thử số {number}"',
            date=f"{date(2026, 1, 1) + timedelta(number)}",
            groups="[children]",
            places='["Tuần Giáo"]',
        )
    return open_library(corpus.root, TODAY)


def children(library: Library) -> Listing:
    return next(one for one in listings(library) if one.family == "group")


def numbered(*numbers: int) -> list[str]:
    return [f"thanh-tuu/2026/bai-{number}" for number in numbers]


def test_a_list_shows_its_newest_stories_and_behind_them_full_pages_from_the_oldest(many: Library) -> None:
    newest, oldest = children(many).pages
    assert (newest.place, newest.number, newest.total) == ("danh-sach/nhom/tre-em", 0, 2 * MOST_ON_A_PAGE + 1)
    assert list(newest.stories) == numbered(*range(2 * MOST_ON_A_PAGE, MOST_ON_A_PAGE - 1, -1))
    assert (oldest.place, oldest.number) == ("danh-sach/nhom/tre-em/trang-1", 1)
    assert list(oldest.stories) == numbered(*range(MOST_ON_A_PAGE - 1, -1, -1))


def test_a_new_story_changes_one_page_of_a_list_until_that_has_two_pages_worth(corpus: Corpus) -> None:
    before: dict[str, ListingPage] = {}
    for count in range(1, 5 * MOST_ON_A_PAGE):
        pages = {one.place: one for one in children(stories(corpus, count)).pages}
        changed = {place for place in pages if before.get(place) != pages[place]}
        split = count >= 2 * MOST_ON_A_PAGE and count % MOST_ON_A_PAGE == 0
        new = f"danh-sach/nhom/tre-em/trang-{count // MOST_ON_A_PAGE - 1}"
        neighbour = f"danh-sach/nhom/tre-em/trang-{count // MOST_ON_A_PAGE - 2}"
        led = {place for place in (new, neighbour) if split and place in pages}  # "newer" of the neighbour leads there
        assert changed == {"danh-sach/nhom/tre-em", *led}
        assert sorted(one for page in pages.values() for one in page.stories) == sorted(numbered(*range(count)))
        before = pages


def test_a_page_of_a_list_leads_to_the_newest_its_neighbours_and_the_oldest_however_many_there_are(
    corpus: Corpus,
) -> None:
    ways = [tuple(page.ways.items()) for page in children(stories(corpus, 7 * MOST_ON_A_PAGE)).pages]
    top = "danh-sach/nhom/tre-em"
    assert ways[0] == (("older", f"{top}/trang-6"), ("oldest", f"{top}/trang-1"))
    assert ways[1] == (("newest", top), ("older", f"{top}/trang-5"), ("oldest", f"{top}/trang-1"))
    assert ways[3] == (
        ("newest", top),
        ("newer", f"{top}/trang-5"),
        ("older", f"{top}/trang-3"),
        ("oldest", f"{top}/trang-1"),
    )
    assert ways[5] == (("newest", top), ("newer", f"{top}/trang-3"), ("older", f"{top}/trang-1"))
    assert ways[6] == (("newest", top), ("newer", f"{top}/trang-2"))


def test_lists_without_a_story_are_not_made(many: Library) -> None:
    assert {(one.family, one.value) for one in listings(many)} == {
        ("theme", "thanh-tuu"),
        ("group", "children"),
        ("place", "Tuần Giáo"),
        ("kind", "news"),
        ("year", "2026"),
    }


def test_a_page_of_a_list_shows_its_cards_its_number_and_the_way_to_the_others(many: Library) -> None:
    portal = whole_site(open_registers(many, TODAY), Settings(SITE, ""), TODAY, Dress())
    newest = listing_block(Spot(portal, "en", "danh-sach/nhom/tre-em")).one
    assert newest
    assert newest.count == f"{2 * MOST_ON_A_PAGE + 1} stories; the {MOST_ON_A_PAGE + 1} newest are on this page."
    assert [(link.title, link.href) for link in newest.ways] == [("Older stories", "trang-1/")]
    shown = listing_block(Spot(portal, "en", "danh-sach/nhom/tre-em/trang-1")).one
    assert shown
    assert shown.count == f"{MOST_ON_A_PAGE} stories on page 1, counted from the oldest."
    assert [card.link.title for card in shown.cards][-1] == "Bài thử số 0"
    assert [(link.title, link.href) for link in shown.ways] == [("Newest stories", "../")]
    everything = listing_block(Spot(portal, "vi", "danh-sach/index"))
    assert everything.one is None
    assert [family.title for family in everything.families][:1] == ["Theo chủ đề"]


def test_lists_count_as_no_stories(many: Library) -> None:
    assert len(with_listings(many).newest("vi")) == len(many.newest("vi"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_story_of_the_site_stands_in_every_list_it_belongs_to(
    site: Site, library: Library, family: str, lang: str
) -> None:
    root = "" if lang == "vi" else f"{lang}/"
    for one in listings(library):
        if one.family != family:
            continue
        pages = [site.pages[f"{root}{page.place}/"] for page in one.pages]
        cards = [re.findall(r'<li class="card[^>]*>\s*<h2><a href="([^"]+)"', page) for page in pages]
        expected = [story for story in library.newest(lang) if one.value in values_of(story, family)]
        assert [len(found) for found in cards][1:] == [MOST_ON_A_PAGE] * (len(pages) - 1)
        found = [href.replace("../", "").strip("/").removeprefix("en/") for page in cards for href in page]
        assert found == [story.place for story in expected]


def test_the_page_above_all_lists_counts_what_the_lists_hold(site: Site, library: Library) -> None:
    shown = re.findall(r'<li><a href="([^"]+)/">[^<]+</a> <span class="count">(\d+)</span>', site.pages["danh-sach/"])
    assert {f"danh-sach/{href}": int(count) for href, count in shown} == {
        one.place: len(one.places) for one in listings(library)
    }


def test_lists_are_not_searched(site: Site) -> None:
    assert not [path for path, page in site.pages.items() if "danh-sach/" in path and "data-searched" in page]
