"""Feeds: every story is told once, in its language, in both forms."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from conftest import ENGLISH, SITE, STORY, TODAY, Corpus, Site, written
from portal.content.library import Library, open_library
from portal.language import vocabulary
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.site.files.news.feeds import MOST, as_atom, as_json_feed, feeds
from portal.site.site import Site as Portal

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_feed_of_a_theme_holds_its_stories_newest_first_in_the_language_they_have(portal: Portal) -> None:
    found = {feed.place: feed for feed in feeds(portal.library, "en", words("en"), SITE)}
    sections = (*vocabulary.THEMES, *vocabulary.LISTED)
    assert set(found) == {"en/tin", *(f"en/{name}/tin" for name in sections), "en/dinh-chinh"}
    titles = [entry.title for entry in found["en/thanh-tuu/tin"].entries]
    assert titles == ["Bài về chuyện khác", "A story for the tests", "Bài chỉ có tiếng Việt"]
    assert found["en/phan-bac/tin"].entries == ()


def test_atom_and_json_say_the_same(portal: Portal) -> None:
    feed = next(iter(feeds(portal.library, "vi", words("vi"), SITE)))
    atom = ElementTree.fromstring(as_atom(feed, SITE))
    tree = json.loads(as_json_feed(feed, SITE))
    assert [entry.findtext(f"{ATOM}title") for entry in atom.findall(f"{ATOM}entry")] == [
        item["title"] for item in tree["items"]
    ]
    assert [entry.findtext(f"{ATOM}published") for entry in atom.findall(f"{ATOM}entry")] == [
        item["date_published"] for item in tree["items"]
    ]
    assert atom.findtext(f"{ATOM}updated") == "2026-02-01T00:00:00Z"
    own = [link.get("href") for link in atom.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"{SITE}tin.xml"]
    assert tree["feed_url"] == f"{SITE}tin.json"


def test_a_story_in_english_alone_is_told_to_vietnamese_readers_under_the_address_it_has(corpus: Corpus) -> None:
    corpus.write("content_en/thanh-tuu/2026/alone.md", written({**STORY, **ENGLISH}, "Text.\n"))
    library = open_library(corpus.root, TODAY)
    assert library.problems == ()
    told = {feed.place: [entry.url for entry in feed.entries] for feed in feeds(library, "vi", words("vi"), SITE)}
    assert told["tin"] == told["thanh-tuu/tin"] == [f"{SITE}en/thanh-tuu/2026/alone/"]


def test_words_that_mean_something_to_xml_are_escaped(portal: Portal) -> None:
    feed = next(iter(feeds(portal.library, "vi", words("vi"), SITE)))
    entry = replace(feed.entries[0], title='<b> & "c"')
    tree = ElementTree.fromstring(as_atom(replace(feed, entries=(entry,)), SITE))
    assert tree.findtext(f"{ATOM}entry/{ATOM}title") == '<b> & "c"'


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_site_s_feeds_are_named_by_every_page_and_hold_stories_that_stand(
    site: Site, library: Library, lang: str
) -> None:
    root = "" if lang == "vi" else f"{lang}/"
    tree = json.loads((site.folder / root / "tin.json").read_text("utf-8"))
    assert len(tree["items"]) == min(MOST, len(library.told(lang)))
    for item in tree["items"]:
        assert item["url"].removeprefix("https://example.org/") in site.pages
    page = site.pages[f"{root}cong-uoc/crc/"]
    assert 'type="application/atom+xml"' in page
    assert 'type="application/feed+json"' in page
    assert 'href="../../tin.xml"' in page
    assert 'href="../tin.xml"' in page
