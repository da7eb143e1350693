"""No page shows a list without end: of many stories the newest, and the way to all of them."""

from datetime import date, timedelta

import pytest

from conftest import INDEX, MADE_UP, Corpus, portal_of
from makers import BODY, GOOD, SMALL_PLAN, rebuttal_file
from portal.language.locales import LANGUAGES
from portal.site.blocks.claims import claims_block
from portal.site.blocks.listed.events import MOST_REPORTED, EventsBlock
from portal.site.blocks.listed.laws import laws_block
from portal.site.blocks.listed.section import section_block
from portal.site.blocks.told.document import DocumentBlock, document_block
from portal.site.made.listings import MOST_ON_A_PAGE
from portal.site.pages.make import page_at
from portal.site.pages.of_kind.kinds import ConventionView
from portal.site.site import Site
from portal.site.spot import Spot
from portal.site.values import Link, LinkGroup

MANY = MOST_ON_A_PAGE + 3
NEWEST = [f"Bài số {number}" for number in range(MANY - 1, MANY - 1 - MOST_ON_A_PAGE, -1)]


def day(number: int) -> str:
    return (date(2026, 1, 1) + timedelta(number)).isoformat()


def stories(corpus: Corpus, count: int, **fields: str) -> None:
    """So many stories, the last the newest."""
    for number in range(count):
        corpus.story(f"thanh-tuu/2026/bai-{number}", title=f'"Bài số {number}"', date=day(number), **fields)


def shown(group: LinkGroup) -> tuple[list[str], str | None]:
    return [link.title for link in group.links], group.rest.href if group.rest else None


def leads_to_all(site: Site, spot: Spot, rest: Link | None, count: int) -> bool:
    """Whether a link leads to a list that has so many stories."""
    assert rest
    (found,) = (one for one in site.listings.values() if spot.to(one.place) == rest.href)
    return len(found.places) == count


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_law_shows_its_newest_stories_and_leads_to_all_of_them(corpus: Corpus, lang: str) -> None:
    stories(corpus, MANY, laws="[luat-mot]")
    site = portal_of(corpus)
    spot = Spot(site, lang, "chinh-sach/cac-luat")
    (law,) = laws_block(spot).laws
    assert [link.title for link in law.pages.links] == NEWEST
    assert leads_to_all(site, spot, law.pages.rest, MANY)


def test_as_many_as_stand_on_a_page_of_a_list_are_all_there(corpus: Corpus) -> None:
    stories(corpus, MOST_ON_A_PAGE, laws="[luat-mot]")
    (law,) = laws_block(Spot(portal_of(corpus), "vi", "chinh-sach/cac-luat")).laws
    assert (len(law.pages.links), law.pages.rest) == (MOST_ON_A_PAGE, None)


def test_an_article_shows_its_newest_stories_on_the_convention_s_page_and_on_that_of_its_text(corpus: Corpus) -> None:
    for name in ("documents/crc", "conventions"):
        corpus.write(f"data/{name}.yml", (MADE_UP / f"data/{name}.yml").read_bytes())
    corpus.story("cong-uoc/crc", kind="convention", summary='["Câu."]', conventions="[crc]")
    stories(corpus, MANY, conventions="[crc]", articles="{crc: [2]}")
    site = portal_of(corpus)
    kind = page_at(site, "vi", "cong-uoc/crc").kind
    assert isinstance(kind, ConventionView)
    found = document(site, "crc")
    (part,) = (part for part in found.parts if part.id == "dieu-2")
    assert kind.explained == ()  # told part by part
    assert shown(part.pages) == (NEWEST, "../../danh-sach/cong-uoc/crc/")


def test_an_article_that_is_not_told_part_by_part_shows_its_newest_stories_too(corpus: Corpus) -> None:
    corpus.write("data/conventions.yml", (MADE_UP / "data/conventions.yml").read_bytes())
    corpus.story("cong-uoc/crc", kind="convention", summary='["Câu."]', conventions="[crc]")
    stories(corpus, MANY, conventions="[crc]", articles="{crc: [2]}")
    kind = page_at(portal_of(corpus), "vi", "cong-uoc/crc").kind
    assert isinstance(kind, ConventionView)
    assert [shown(group) for group in kind.explained] == [(NEWEST, "../../danh-sach/cong-uoc/crc/")]


def test_pages_that_name_a_document_without_a_list_of_its_own_are_found_by_a_search(corpus: Corpus) -> None:
    corpus.write("data/documents/mau-un.yml", (MADE_UP / "data/documents/mau-un.yml").read_bytes())
    corpus.story("tim-kiem", title='"Tìm kiếm"', shows="search", **INDEX)
    named = document(portal_of(corpus), "mau-un").known_by.split(" · ")[0]
    where = f'publisher: "Nơi", symbol: "{named}", url: "https://example.org/a", accessed: 2026-01-15'
    stories(corpus, MANY, sources=f'[{{title: "Văn bản", {where}}}]')
    titles, rest = shown(document(portal_of(corpus), "mau-un").pages)
    assert titles == NEWEST
    assert rest
    assert rest.startswith("../../tim-kiem/?q=")


def test_where_a_list_lacks_a_story_a_search_leads_to_it_and_without_a_search_nothing_is_left_out(
    corpus: Corpus,
) -> None:
    corpus.write("data/conventions.yml", (MADE_UP / "data/conventions.yml").read_bytes())
    corpus.story("cong-uoc/crc", kind="convention", summary='["Câu."]', conventions="[crc]")
    stories(corpus, MANY, articles="{crc: [2]}")  # which no list by convention has
    assert [len(links) for links, _ in explained(corpus)] == [MANY]
    corpus.story("tim-kiem", title='"Tìm kiếm"', shows="search", **INDEX)
    assert explained(corpus) == [(NEWEST, "../../tim-kiem/?q=CRC")]


def explained(corpus: Corpus) -> list[tuple[list[str], str | None]]:
    kind = page_at(portal_of(corpus), "vi", "cong-uoc/crc").kind
    assert isinstance(kind, ConventionView)
    return [shown(group) for group in kind.explained]


def test_pages_that_are_no_stories_are_always_there(corpus: Corpus) -> None:
    corpus.write("data/documents/mau-un.yml", (MADE_UP / "data/documents/mau-un.yml").read_bytes())
    corpus.story("tim-kiem", title='"Tìm kiếm"', shows="search", **INDEX)
    named = document(portal_of(corpus), "mau-un").known_by.split(" · ")[0]
    where = f'publisher: "Nơi", symbol: "{named}", url: "https://example.org/a", accessed: 2026-01-15'
    source = f'[{{title: "Văn bản", {where}}}]'
    stories(corpus, MANY, sources=source)
    corpus.story("hoi-dap", title='"Hỏi và đáp"', **{**INDEX, "sources": source})
    titles, rest = shown(document(portal_of(corpus), "mau-un").pages)
    assert titles == [*NEWEST, "Hỏi và đáp"]
    assert rest


def test_a_file_of_laws_that_nobody_can_read_is_told_and_stops_no_list(corpus: Corpus) -> None:
    stories(corpus, 1, laws="[luat-mot]")
    corpus.write("data/laws.yml", "- id: luat-mot\n  title: {vi\n")
    assert [one.family for one in portal_of(corpus).listings.values() if one.family == "law"] == []


def document(site: Site, name: str) -> DocumentBlock:
    found = document_block(Spot(site, "vi", f"van-ban/{name}"))
    assert found
    return found


def test_each_shelf_of_answers_shows_its_newest_and_leads_to_a_list_that_has_all(corpus: Corpus) -> None:
    for number in range(MANY):
        front = {**GOOD, "title": f"Bài số {number}", "date": day(number), "conventions": ["crc"]}
        front["groups"] = ["children"]
        corpus.write(f"content_vi/phan-bac/2026/cau-{number}.md", rebuttal_file(front, BODY))
    site = portal_of(corpus)
    spot = Spot(site, "vi", "phan-bac/tong-hop")
    shelves = [shelf for way in claims_block(spot).ways for shelf in way.shelves]
    assert len(shelves) == 4
    for shelf in shelves:
        assert shelf.count == MANY
        assert [answer.link.title for answer in shelf.answers] == NEWEST
        assert leads_to_all(site, spot, shelf.rest, MANY)


def test_of_past_events_the_latest_are_shown_with_the_way_to_every_event(corpus: Corpus) -> None:
    corpus.story("su-kien/index", title='"Sự kiện thử"', shows="section", **INDEX)
    for number in range(MANY):
        event = {"kind": "event", "event_type": "training", "state": "held", "starts": day(number)}
        corpus.story(f"su-kien/2026/lop-{number}", title=f'"Bài số {number}"', date=day(number), **event)
    site = portal_of(corpus)
    spot = Spot(site, "vi", "su-kien/index")
    (past,) = section_block(spot).groups
    assert [card.link.title for card in past.cards] == NEWEST
    assert leads_to_all(site, spot, past.rest, MANY)


def test_of_events_that_bodies_reported_the_latest_are_shown_and_it_is_said_where_all_are(corpus: Corpus) -> None:
    corpus.story("su-kien/index", title='"Sự kiện thử"', shows="events", **INDEX)
    corpus.write("data/plan.yml", SMALL_PLAN)
    held = "\n".join(
        f'- {{date: {day(number)}, title: "Lớp {number}", people: 30}}' for number in range(MOST_REPORTED + 1)
    )
    corpus.write("data/reported/2026/co-quan.yml", f"trainings:\n{held}\n")
    block = page_at(portal_of(corpus), "en", "su-kien/index").block
    assert isinstance(block, EventsBlock)
    assert [one.title for one in block.reported][:2] == [f"Lớp {MOST_REPORTED}", f"Lớp {MOST_REPORTED - 1}"]
    assert len(block.reported) == MOST_REPORTED
    assert f"{MOST_REPORTED + 1}" in block.more
