"""Publications and events: what an editor adds is found the moment it is added, from every way a reader may come."""

from datetime import date, timedelta

import pytest

from conftest import INDEX, STORY, TODAY, Corpus, portal_of
from portal.content.library import open_library
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.ledger import open_registers
from portal.reading.problems import to_mend
from portal.site.blocks.home import home_block
from portal.site.blocks.listed.section import SectionBlock, section_block
from portal.site.blocks.listed.site_map import MOST_STORIES, MappedSection, site_map_block
from portal.site.blocks.search import search_block
from portal.site.files.news.feeds import feeds
from portal.site.pages.frame import page_frame
from portal.site.pages.make import facets
from portal.site.site import Dress, Settings, Site, whole_site
from portal.site.spot import Spot

EVENT = {"kind": "event", "event_type": "training", "state": "planned", "starts": "2026-12-10"}
PUBLICATION = {
    "kind": "publication",
    "product": "{formats: [leaflet], channels: [portal, print], languages: [vi, en], audiences: [everyone]}",
    "files": '[{path: "files/to-roi.pdf", lang: vi, pages: 4}]',
}
PLACES = {"an-pham": "an-pham/2026/to-roi", "su-kien": "su-kien/2026/tap-huan"}


def site_of(corpus: Corpus, as_of: date = TODAY) -> Site:
    library = open_library(corpus.root, TODAY)
    assert list(to_mend(library.problems)) == []
    return whole_site(open_registers(library, TODAY), Settings("https://a.example/", ""), as_of, Dress())


@pytest.fixture
def added(corpus: Corpus) -> Corpus:
    """A home page, and one publication and one event in both languages, in sections without a front."""
    corpus.story("index", title='"Trang chủ thử"', shows="home", **INDEX)
    corpus.write("docs/files/to-roi.pdf", b"%PDF-1.4\n%%EOF\n")
    corpus.story(PLACES["an-pham"], title='"Tờ rơi thử nghiệm"', **PUBLICATION)
    corpus.english(PLACES["an-pham"], title='"A leaflet to try"')
    corpus.story(PLACES["su-kien"], title='"Lớp tập huấn thử nghiệm"', **EVENT)
    corpus.english(PLACES["su-kien"], title='"A training to try"')
    return corpus


TITLES = {
    "vi": {"an-pham": "Tờ rơi thử nghiệm", "su-kien": "Lớp tập huấn thử nghiệm"},
    "en": {"an-pham": "A leaflet to try", "su-kien": "A training to try"},
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("section", PLACES)
def test_a_story_is_found_the_moment_it_is_added(added: Corpus, lang: str, section: str) -> None:
    site, title, place = site_of(added), TITLES[lang][section], PLACES[section]
    home = Spot(site, lang, "index")
    (beside,) = (one for one in home_block(home).beside if one.title == words(lang).label("sections", section))
    assert [card.link.title for card in beside.cards] == [title]
    story = site.library.read_in(lang, "index")
    assert story
    assert beside.all.href in {link.href for link in page_frame(home, story).menu}
    front = section_block(Spot(site, lang, f"{section}/index"))
    assert [card.link.title for group in front.groups for card in group.cards] == [title]
    assert (front.cards, front.empty) == ((), "")
    links = [link.title for mapped in site_map_block(home).sections for link in mapped.pages]
    assert links.count(title) == 1
    url = site.absolute(f"{'en/' if lang == 'en' else ''}{place}/")
    told = {f.place: [e.url for e in f.entries] for f in feeds(site.library, lang, words(lang), site.settings.site_url)}
    assert [feed.removeprefix("en/") for feed, urls in told.items() if url in urls] == ["tin", f"{section}/tin"]
    found = site.library.read_in(lang, place)
    assert found
    asked = {one.name: {option.value for option in one.options} for one in search_block(home).filters}
    assert all(set(facets(found)[name]) <= asked[name] for name in ("section", "kind", "year"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_names_the_newest_stories_of_a_theme_and_leads_to_all(corpus: Corpus, lang: str) -> None:
    corpus.story("thanh-tuu/index", title='"Chuyên mục"', **{**INDEX, "kind": "theme"})
    for number in range(MOST_STORIES + 1):
        day = (date(2026, 1, 1) + timedelta(number)).isoformat()
        corpus.story(f"thanh-tuu/2026/bai-{number:02}", title=f'"Bài thử {number:02}"', date=day)
    mapped = mapped_theme(corpus, lang)
    assert [link.title for link in mapped.pages] == [f"Bài thử {number:02}" for number in range(1, MOST_STORIES + 1)]
    assert mapped.every
    assert str(MOST_STORIES + 1) in mapped.every.title
    assert mapped.every.href.endswith("danh-sach/chu-de/thanh-tuu/")
    (corpus.root / "content_vi/thanh-tuu/2026/bai-00.md").unlink()
    mapped = mapped_theme(corpus, lang)
    assert (len(mapped.pages), mapped.every) == (MOST_STORIES, None)


def mapped_theme(corpus: Corpus, lang: str) -> MappedSection:
    (mapped,) = (
        one for one in site_map_block(Spot(site_of(corpus), lang, "index")).sections if "thanh-tuu" in one.front.href
    )
    return mapped


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_section_says_so_in_its_own_words_and_is_in_no_menu(corpus: Corpus, lang: str) -> None:
    for section in PLACES:
        corpus.story(f"{section}/index", title=f'"Chuyên mục {section}"', shows="section", **INDEX)
        corpus.english(f"{section}/index", title=f'"The section {section}"')
    site = site_of(corpus)
    fronts = [section_block(Spot(site, lang, f"{section}/index")) for section in PLACES]
    said = words(lang).family("nothing_yet")
    assert fronts == [SectionBlock((), (), said[section]) for section in PLACES]
    spot = Spot(site, lang, "su-kien/index")
    story = site.library.read_in(lang, spot.place)
    assert story
    assert page_frame(spot, story).menu == ()
    assert [mapped.front.href for mapped in site_map_block(spot).sections]  # the map names them all the same


def test_events_that_are_coming_come_first_the_soonest_at_the_top_then_the_past_from_the_latest(corpus: Corpus) -> None:
    corpus.story("su-kien/index", title='"Sự kiện thử"', shows="section", **INDEX)
    days = {"a": "2026-12-20", "b": "2026-11-30", "c": "2026-10-01", "d": "2026-11-01", "e": "2026-11-20"}
    for name, day in days.items():
        ends = {"ends": "2026-11-23"} if name == "e" else {}
        corpus.story(f"su-kien/2026/{name}", title=f'"Sự kiện thứ {name}"', **{**EVENT, "starts": day, **ends})
    block = section_block(Spot(site_of(corpus), "vi", "su-kien/index"))
    shown = [(group.title, [card.link.title[-1] for card in group.cards]) for group in block.groups]
    assert shown == [("Sắp diễn ra", ["e", "b", "a"]), ("Đã qua", ["d", "c"])]
    later = section_block(Spot(site_of(corpus, date(2027, 1, 1)), "vi", "su-kien/index"))
    assert [group.title for group in later.groups] == ["Đã qua"]


def test_a_card_of_an_event_says_when_it_takes_place_and_how_it_stands(added: Corpus) -> None:
    (group,) = section_block(Spot(site_of(added), "vi", "su-kien/index")).groups
    (card,) = group.cards
    assert card.day
    assert (card.label, card.day.iso) == ("Tập huấn, dự kiến", "2026-12-10")


def test_publications_stand_newest_first(corpus: Corpus) -> None:
    for day in ("2026-01-15", "2026-03-01", "2026-02-01"):
        fields = {**PUBLICATION, "files": "", "date": day, "title": f'"Tờ rơi ngày {day}"'}
        corpus.story(f"an-pham/2026/x{day}", **fields)
    (group,) = section_block(Spot(site_of(corpus), "vi", "an-pham/index")).groups
    assert [card.day.iso[5:7] for card in group.cards if card.day] == ["03", "02", "01"]


def test_a_front_that_somebody_wrote_stays_and_none_is_made_for_an_empty_section(added: Corpus) -> None:
    added.story("su-kien/index", title='"Trang tự viết"', shows="section", **INDEX)
    site = site_of(added)
    assert Spot(site, "vi", "su-kien/index").link("su-kien/index").title == "Trang tự viết"
    assert Spot(site, "vi", "index").link("an-pham/index").title == "Ấn phẩm"
    assert not Spot(site, "vi", "index").has("gioi-thieu/index")


@pytest.mark.parametrize("place", ["cong-uoc/crc", "su-kien/index"])
def test_what_exists_in_english_alone_is_led_to_where_it_stands(corpus: Corpus, place: str) -> None:
    page = {**STORY, **INDEX, "title": '"A page in English alone"', "shows": "section"}
    head = "".join(f"{name}: {value}\n" for name, value in page.items() if value)
    corpus.write(f"content_en/{place}.md", f"---\n{head}---\nText.\n")
    spot = Spot(portal_of(corpus), "vi", "thanh-tuu/index")
    assert spot.to(place) == spot.link(place).href == f"../en/{place.removesuffix('/index')}/"
    assert spot.from_root(place) == f"../en/{place.removesuffix('/index')}/"
