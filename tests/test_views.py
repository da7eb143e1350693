"""What templates receive, and what machines read: from a small corpus."""

import json
from dataclasses import replace
from datetime import date

import pytest

from conftest import Corpus
from portal.library import open_library
from portal.pages import spans
from portal.registers import open_registers
from portal.site import Views
from portal.sitemap import sitemap
from portal.structured_data import structured_data
from portal.views import Settings

TODAY = date(2026, 11, 23)
SITE = "https://a.example/sub/"
INDEX = {"kind": "page", "date": "", "agency": "", "sources": ""}


@pytest.fixture
def views(corpus: Corpus) -> Views:
    corpus.story("index", title='"Trang chủ thử"', **INDEX)
    corpus.story("thanh-tuu/index", title='"Chủ đề thử"', **{**INDEX, "kind": "theme"})
    corpus.story("gioi-thieu/lien-he", title='"Liên hệ thử"', **INDEX)
    corpus.story(title='"Bài hai thứ tiếng"', conventions="[crc]", groups="[children]")
    corpus.english()
    corpus.story("thanh-tuu/2026/chi-viet", title='"Bài chỉ có tiếng Việt"', conventions="[crc]")
    corpus.story("thanh-tuu/2026/khac", title='"Bài về chuyện khác"', date="2026-02-01")
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    return Views(open_registers(library, TODAY), Settings(SITE, ""), TODAY)


def test_the_switch_leads_to_the_same_story(views: Views) -> None:
    page = views.page("vi", "thanh-tuu/2026/bai")
    assert page.switch
    assert page.switch.href == "../../../en/thanh-tuu/2026/bai/"
    back = views.page("en", "thanh-tuu/2026/bai").switch
    assert back
    assert back.href == "../../../../thanh-tuu/2026/bai/"


def test_languages_that_do_not_exist_are_not_offered_to_search_engines(views: Views) -> None:
    both = [(a.hreflang, a.url) for a in views.page("en", "thanh-tuu/2026/bai").alternates]
    vi, en = f"{SITE}thanh-tuu/2026/bai/", f"{SITE}en/thanh-tuu/2026/bai/"
    assert both == [("vi", vi), ("en", en), ("x-default", vi)]
    alone = [a.hreflang for a in views.page("vi", "thanh-tuu/2026/chi-viet").alternates]
    assert alone == ["vi", "x-default"]


def test_a_page_in_another_language_s_frame_points_to_its_original_and_says_nothing_to_machines(views: Views) -> None:
    page = views.page("en", "thanh-tuu/2026/chi-viet")
    assert page.is_fallback
    assert (page.lang, page.text_lang) == ("en", "vi")
    assert page.canonical == f"{SITE}thanh-tuu/2026/chi-viet/"
    assert structured_data(page, SITE) == ()
    assert f"{SITE}en/thanh-tuu/2026/chi-viet/" not in {entry.url for entry in sitemap(views)}


def test_structured_data_says_what_the_page_says(views: Views) -> None:
    page = views.page("en", "thanh-tuu/2026/bai")
    crumbs, article = map(json.loads, structured_data(page, SITE))
    assert crumbs["@type"] == "BreadcrumbList"
    assert [entry["name"] for entry in crumbs["itemListElement"]] == [crumb.title for crumb in page.breadcrumbs]
    assert crumbs["itemListElement"][-1]["item"] == page.canonical
    assert article["headline"] == page.front.title
    assert article["inLanguage"] == "en"
    assert article["publisher"] == {"@type": "GovernmentOrganization", "name": "Body"}
    assert article["creativeWorkStatus"] == "Draft"


def test_structured_data_cannot_end_its_script_element(views: Views) -> None:
    page = views.page("vi", "thanh-tuu/2026/bai")
    sly = page.front.model_copy(update={"title": "</script><script>x</script>"})
    block = structured_data(replace(page, story=replace(page.story, front=sly)), SITE)[1]
    assert "</script>" not in block
    assert json.loads(block)["headline"] == sly.title


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


def test_a_wrong_page_is_told_on_the_contact_page_or_in_the_public_form(views: Views) -> None:
    assert views.page("vi", "thanh-tuu/2026/bai").report.href == "../../../gioi-thieu/lien-he/"
    public = Views(views.registers, Settings(SITE, "https://github.com/a/b"), TODAY)
    page = public.page("en", "thanh-tuu/2026/bai")
    assert page.report.href.startswith("https://github.com/a/b/issues/new?template=trang-sai.yml&title=")
    assert "page=https%3A%2F%2Fa.example%2Fsub%2Fen%2Fthanh-tuu%2F2026%2Fbai%2F" in page.report.href
    assert page.edit
    assert page.edit.href == "https://github.com/a/b/edit/main/content_en/thanh-tuu/2026/bai.md"


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


@pytest.mark.parametrize(("numbers", "text"), [([], ""), ([12], "12"), ([1, 2, 3, 5, 8, 7], "1–3, 5, 7–8")])
def test_articles_are_written_as_spans(numbers: list[int], text: str) -> None:
    assert spans(numbers) == text


def test_the_site_map_for_machines_has_every_page_once_with_its_last_change(views: Views) -> None:
    entries = {entry.url: entry.changed for entry in sitemap(views)}
    assert entries[f"{SITE}thanh-tuu/2026/bai/"] == "2026-01-15"
    assert len(entries) == len(views.library.stories)
