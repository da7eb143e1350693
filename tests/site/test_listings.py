"""Lists of stories: each story stands in each list it belongs to, on pages that need no JavaScript."""

import re

import pytest

from conftest import SITE, TODAY, Corpus, Site
from portal.content.library import Library, open_library
from portal.language.locales import LANGUAGES
from portal.plan.ledger import open_registers
from portal.site.blocks.listing import listing_block
from portal.site.made.listings import FAMILIES, MOST_ON_A_PAGE, listings, values_of, with_listings
from portal.site.site import Dress, Settings, whole_site
from portal.site.spot import Spot


@pytest.fixture
def many(corpus: Corpus) -> Library:
    for number in range(MOST_ON_A_PAGE + 1):
        corpus.story(
            f"thanh-tuu/2026/bai-{number}",
            title=f'"Bài thử số {number}"',
            date=f"2026-01-{number + 1:02}",
            groups="[children]",
            places='["Tuần Giáo"]',
        )
    return open_library(corpus.root, TODAY)


def test_a_list_is_cut_into_pages_newest_first_and_no_story_is_lost(many: Library) -> None:
    one = next(one for one in listings(many) if one.family == "group")
    assert one.place == "danh-sach/nhom/tre-em"
    assert one.pages == 2
    assert one.on_page(1)[0] == f"thanh-tuu/2026/bai-{MOST_ON_A_PAGE}"
    assert one.on_page(2) == ("thanh-tuu/2026/bai-0",)


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
    shown = listing_block(Spot(portal, "en", "danh-sach/nhom/tre-em/2")).one
    assert shown
    assert shown.count.split()[0] == str(MOST_ON_A_PAGE + 1)
    assert [card.link.title for card in shown.cards] == ["Bài thử số 0"]
    assert [(link.title, link.href, link.current) for link in shown.pages] == [("1", "../", False), ("2", "./", True)]
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
        pages = [site.pages[f"{root}{one.place}/{f'{n}/' if n > 1 else ''}"] for n in range(1, one.pages + 1)]
        cards = [re.findall(r'<li class="card[^>]*>\s*<h2><a href="([^"]+)"', page) for page in pages]
        expected = [story for story in library.newest(lang) if one.value in values_of(story, family)]
        assert [len(found) for found in cards][:-1] == [MOST_ON_A_PAGE] * (one.pages - 1)
        found = [href.strip("./").removeprefix("en/") for page in cards for href in page]
        assert found == [story.place for story in expected]


def test_some_list_of_the_site_has_more_than_one_page(library: Library) -> None:
    assert max(one.pages for one in listings(library)) > 1


def test_the_page_above_all_lists_counts_what_the_lists_hold(site: Site, library: Library) -> None:
    shown = re.findall(r'<li><a href="([^"]+)/">[^<]+</a> <span class="count">(\d+)</span>', site.pages["danh-sach/"])
    assert {f"danh-sach/{href}": int(count) for href, count in shown} == {
        one.place: len(one.places) for one in listings(library)
    }


def test_lists_are_not_searched(site: Site) -> None:
    assert not [path for path, page in site.pages.items() if "danh-sach/" in path and "data-searched" in page]
