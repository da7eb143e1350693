"""One page: its languages, its place, where it leads."""

from dataclasses import replace

import pytest

from conftest import SITE
from portal.reading.markdown.text import text_of
from portal.site.files.sitemap import sitemap
from portal.site.pages.make import page_at, pages
from portal.site.pages.page import with_text
from portal.site.pages.story_facts import spans
from portal.site.pages.told import told_page
from portal.site.site import Site


def test_the_switch_leads_to_the_same_story(portal: Site) -> None:
    page = page_at(portal, "vi", "thanh-tuu/2026/bai").frame
    assert [one.href for one in page.switches] == ["../../../en/thanh-tuu/2026/bai/"]
    (back,) = page_at(portal, "en", "thanh-tuu/2026/bai").frame.switches
    assert back.href == "../../../../thanh-tuu/2026/bai/"


def test_languages_that_do_not_exist_are_not_offered_to_search_engines(portal: Site) -> None:
    both = [(a.hreflang, a.url) for a in page_at(portal, "en", "thanh-tuu/2026/bai").head.alternates]
    vi, en = f"{SITE}thanh-tuu/2026/bai/", f"{SITE}en/thanh-tuu/2026/bai/"
    assert both == [("vi", vi), ("en", en), ("x-default", vi)]
    alone = [a.hreflang for a in page_at(portal, "vi", "thanh-tuu/2026/chi-viet").head.alternates]
    assert alone == ["vi", "x-default"]


def test_a_page_in_another_language_s_frame_points_to_its_original_and_says_nothing_to_machines(portal: Site) -> None:
    every = pages(portal)
    page = every["en", "thanh-tuu/2026/chi-viet"]
    assert page.is_fallback
    assert (page.lang, page.text_lang) == ("en", "vi")
    assert page.head.canonical == f"{SITE}thanh-tuu/2026/chi-viet/"
    assert page.head.json_ld == ()
    assert f"{SITE}en/thanh-tuu/2026/chi-viet/" not in {entry.url for entry in sitemap(map(told_page, every.values()))}


def test_a_wrong_page_is_told_on_the_contact_page_or_in_the_public_form(portal: Site) -> None:
    assert page_at(portal, "vi", "thanh-tuu/2026/bai").frame.report.href == "../../../gioi-thieu/lien-he/"
    public = replace(portal, settings=replace(portal.settings, repository="https://github.com/a/b"))
    page = page_at(public, "en", "thanh-tuu/2026/bai").frame
    assert page.report.href.startswith("https://github.com/a/b/issues/new?template=trang-sai.yml&title=")
    assert "page=https%3A%2F%2Fa.example%2Fsub%2Fen%2Fthanh-tuu%2F2026%2Fbai%2F" in page.report.href
    assert page.edit
    assert page.edit.href == "https://github.com/a/b/edit/main/content_en/thanh-tuu/2026/bai.md"


@pytest.mark.parametrize(("numbers", "text"), [([], ""), ([12], "12"), ([1, 2, 3, 5, 8, 7], "1–3, 5, 7–8")])
def test_articles_are_written_as_spans(numbers: list[int], text: str) -> None:
    assert spans(numbers) == text


def test_the_list_of_contents_holds_the_words_of_the_headings_and_is_left_out_of_short_texts(portal: Site) -> None:
    page = page_at(portal, "vi", "thanh-tuu/2026/bai")
    four = "## Hỏi & đáp\n\n## **Hai**\n\n### Dưới\n\n## Ba {#ba-rieng}\n\n## Bốn\n"
    contents = with_text(page, "", text_of(four).headings).text.contents
    assert [(link.title, link.href) for link in contents] == [
        ("Hỏi & đáp", "#hoi-dap"),
        ("Hai", "#hai"),
        ("Ba", "#ba-rieng"),
        ("Bốn", "#bon"),
    ]
    assert with_text(page, "", text_of(four.replace("## Bốn", "")).headings).text.contents == ()
