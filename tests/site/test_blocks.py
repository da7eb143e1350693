"""What stands under a page's text, from small corpora."""

import re

import pytest

from conftest import ROOT, Corpus, portal_of
from portal.language import vocabulary
from portal.site.blocks import BLOCK_MAKERS
from portal.site.blocks.home import HomeBlock, home_block
from portal.site.blocks.listed.laws import laws_block
from portal.site.pages.make import page_at
from portal.site.pages.of_kind.kinds import ConventionView
from portal.site.site import Site
from portal.site.spot import Spot


def test_every_word_of_shows_has_its_function_and_its_template() -> None:
    assert tuple(BLOCK_MAKERS) == vocabulary.BLOCKS
    assert {path.stem for path in (ROOT / "overrides/blocks").iterdir()} == set(vocabulary.BLOCKS)


def test_every_block_stands_in_the_module_of_its_name() -> None:
    for name, make in BLOCK_MAKERS.items():
        assert re.fullmatch(rf"portal\.site\.blocks\.(?:\w+\.)?{name}", make.__module__)


@pytest.mark.parametrize("name", vocabulary.BLOCKS)
def test_a_block_has_something_to_say_of_a_portal_that_has_almost_nothing(corpus: Corpus, name: str) -> None:
    corpus.story("thuat-ngu", title='"Trang duy nhất"', date="", agency="", sources="", kind="page", shows=name)
    page = page_at(portal_of(corpus), "en", "thuat-ngu")
    told = ("un_document", "recommendation", "document", "script", "quiz", "press_sheet")
    empty = ("progress", "sent", "bodies", "body", "pair", *told)
    assert (page.block is None) == (name in empty)


def test_related_stories_share_a_convention_or_a_group_and_the_story_itself_is_not_among_them(portal: Site) -> None:
    related = page_at(portal, "vi", "thanh-tuu/2026/bai").facts.related
    assert [card.link.title for card in related] == ["Bài chỉ có tiếng Việt"]


def home(portal: Site, lang: str) -> HomeBlock:
    return home_block(Spot(portal, lang, "index"))


def test_the_newest_stories_come_first_and_pages_and_themes_are_no_stories(portal: Site) -> None:
    newest = [card.link.title for card in home(portal, "vi").newest]
    assert newest == ["Bài về chuyện khác", "Bài hai thứ tiếng", "Bài chỉ có tiếng Việt"]


def test_a_list_in_english_shows_vietnamese_stories_in_their_language(portal: Site) -> None:
    assert {card.link.title: card.link.lang for card in home(portal, "en").newest} == {
        "A story for the tests": None,
        "Bài chỉ có tiếng Việt": "vi",
        "Bài về chuyện khác": "vi",
    }


def test_each_article_of_a_convention_shows_which_other_stories_explain_it(corpus: Corpus) -> None:
    corpus.story("cong-uoc/crc", kind="convention", summary='["Câu."]', conventions="[crc]", articles="{crc: [12, 28]}")
    corpus.story(title='"Bài về đi học"', conventions="[crc]", articles="{crc: [28]}", laws="[luat-mot]")
    portal = portal_of(corpus)
    kind = page_at(portal, "vi", "cong-uoc/crc").kind
    assert isinstance(kind, ConventionView)
    assert [(one.title, [link.title for link in one.links]) for one in kind.explained] == [
        ("Điều 28", ["Bài về đi học"])
    ]
    laws = laws_block(Spot(portal, "vi", "cong-uoc/crc")).laws
    assert [(one.law.title, [link.title for link in one.pages.links]) for one in laws] == [
        ("Luật một", ["Bài về đi học"])
    ]
