"""The lists that pages show."""

from conftest import SITE, TODAY, Corpus
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.site.pages.values import Settings
from portal.site.views import Views


def test_related_stories_share_a_convention_or_a_group_and_the_story_itself_is_not_among_them(views: Views) -> None:
    related = [card.link.title for card in views.page("vi", "thanh-tuu/2026/bai").related]
    assert related == ["Bài chỉ có tiếng Việt"]


def test_the_newest_stories_come_first_and_pages_and_themes_are_no_stories(views: Views) -> None:
    newest = [card.link.title for card in views.newest(views.page("vi", "index"))]
    assert newest == ["Bài về chuyện khác", "Bài hai thứ tiếng", "Bài chỉ có tiếng Việt"]


def test_a_list_in_english_shows_vietnamese_stories_in_their_language(views: Views) -> None:
    cards = views.newest(views.page("en", "index"))
    assert {card.link.title: card.link.lang for card in cards} == {
        "A story for the tests": None,
        "Bài chỉ có tiếng Việt": "vi",
        "Bài về chuyện khác": "vi",
    }


def test_each_article_of_a_convention_shows_which_other_stories_explain_it(corpus: Corpus) -> None:
    corpus.story("cong-uoc/crc", kind="convention", summary='["Câu."]', conventions="[crc]", articles="{crc: [12, 28]}")
    corpus.story(title='"Bài về đi học"', conventions="[crc]", articles="{crc: [28]}", laws="[luat-mot]")
    views = Views(open_registers(open_library(corpus.root, TODAY), TODAY), Settings(SITE, ""), TODAY)
    page = views.page("vi", "cong-uoc/crc")
    (article, links), *others = views.where_articles_live(page, "crc")
    assert (article, [link.title for link in links], others) == ("28", ["Bài về đi học"], [])
    assert [(law, [link.title for link in links]) for law, links in views.laws(page)] == [
        ("Luật một", ["Bài về đi học"])
    ]
