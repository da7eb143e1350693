"""Each language that is heard has a podcast that programs for podcasts read, with what they ask for."""

import re
import xml.etree.ElementTree as ElementTree

import feedparser
import pytest

import sounds
from conftest import SITE, TODAY, Corpus, Site, portal_of
from portal.content.library import open_library
from portal.plan.ledger import open_registers
from portal.site.built import build_of
from portal.site.files.podcasts import COVER, FEED_SPACES, as_rss, podcasts
from portal.site.media import podcast_path
from portal.site.site import Settings

ITUNES, PODCAST = f"{{{FEED_SPACES['itunes']}}}", f"{{{FEED_SPACES['podcast']}}}"
ASKED = ("title", "link", "description", "language", f"{ITUNES}explicit", f"{ITUNES}image", f"{ITUNES}category")
"""What RSS 2.0 and Apple ask of every channel."""


def channel(site: Site, tag: str) -> ElementTree.Element:
    found = ElementTree.fromstring((site.folder / podcast_path(tag)).read_bytes()).find("channel")
    assert found is not None
    return found


def test_a_program_for_podcasts_reads_the_feed(site: Site) -> None:
    feed = feedparser.parse((site.folder / podcast_path("hmn")).read_bytes())
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.language == "hmn"
    (entry,) = feed.entries
    (enclosure,) = entry.enclosures
    file = site.folder / enclosure.href.removeprefix("https://example.org/")
    assert (enclosure.type, int(enclosure.length)) == ("audio/mpeg", file.stat().st_size)
    assert entry.itunes_duration == "6"
    assert entry.published_parsed[:3] == (2026, 11, 20)
    assert (site.folder / entry.link.removeprefix("https://example.org/") / "index.html").is_file()


@pytest.mark.parametrize("tag", ["hmn", "vi"])
def test_a_feed_has_what_directories_ask_for(site: Site, tag: str) -> None:
    found = channel(site, tag)
    assert [name for name in ASKED if found.find(name) is None] == []
    cover = found.find(f"{ITUNES}image")
    assert cover is not None
    image = (site.folder / cover.get("href", "").removeprefix("https://example.org/")).read_bytes()
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(image[16:20], "big") == COVER >= 1400
    assert re.fullmatch(r"[0-9a-f-]{36}", found.findtext(f"{PODCAST}guid") or "")
    for item in found.findall("item"):
        assert item.findtext("guid") == item.findtext("link")
        assert item.find(f"{PODCAST}alternateEnclosure/{PODCAST}source") is not None
        assert item.find(f"{PODCAST}transcript") is not None


def test_a_film_is_offered_beside_its_sound_with_its_captions(site: Site) -> None:
    (item,) = channel(site, "vi").findall("item")
    kinds = [one.get("type") for one in item.findall(f"{PODCAST}alternateEnclosure")]
    assert kinds == ["audio/ogg", "video/mp4"]
    captions = [one.get("url") for one in item.findall(f"{PODCAST}transcript") if one.get("type") == "text/vtt"]
    assert captions == ["https://example.org/nghe/phim-mau.vi.vtt"]


def test_a_draft_says_so_and_is_left_out_of_directories(site: Site, approved: Site) -> None:
    draft, whole = channel(site, "hmn"), channel(approved, "hmn")
    assert "Bản dự thảo" in (draft.findtext("description") or "")
    assert draft.findtext(f"{ITUNES}block") == "Yes"
    assert "dự thảo" not in (whole.findtext("description") or "")
    assert whole.find(f"{ITUNES}block") is None


def test_words_that_mean_something_to_xml_are_escaped_and_nothing_is_told_without_a_file(corpus: Corpus) -> None:
    corpus.story("tro-giup/viec", title='"Trang đầy đủ"', body="Chữ.\n", kind="page", agency="", sources="")
    said = {
        **{"kind": "recording", "sources": "", "records": "tro-giup/viec", "medium": "sound", "voice": "human"},
        **{"speaker": '"Người <nói>"', "consent": '{given: 2026-01-10, note: "Tủ"}', "transcript": '["Lời."]'},
    }
    corpus.story("nghe/viec", title="'Bản ghi <b> & \"c\"'", body="\n", spoken="vi", **said)
    assert tuple(podcasts(portal_of(corpus))) == ()
    sounds.put(corpus.root, "nghe/viec", 3)
    library = open_library(corpus.root, TODAY)
    site = build_of(open_registers(library, TODAY), Settings(SITE, ""), TODAY).site
    (one,) = podcasts(site)
    (entry,) = feedparser.parse(as_rss(one).encode()).entries
    assert entry.title_detail.value == 'Bản ghi <b> & "c"'
    assert one.site_url == SITE
