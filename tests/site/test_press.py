"""The press desk: a month's sheet by its rule, as page and papers; spokespersons as reported; charts on other sites."""

import io
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from docx import Document

from conftest import INDEX, MADE_UP, SITE, TODAY, Corpus, portal_of
from portal.content.library import open_library
from portal.language.locales import LANGUAGES
from portal.language.places import PRESS, PRESS_PICTURES, SPOKESPERSONS, press_sheet_place
from portal.language.words import words
from portal.plan.ledger import open_registers
from portal.reading.keeping.digests import digest_of_value
from portal.site.blocks.press.press import PressBlock
from portal.site.blocks.press.press_pictures import PressPicturesBlock
from portal.site.blocks.press.spokespersons import SpokespersonsBlock
from portal.site.drawings.chart_svg import CHART_GROUNDS, chart_drawing
from portal.site.drawings.pictured import chart_picture
from portal.site.pages.make import page_at
from portal.site.press.embedded import chart_files, embedded_figure
from portal.site.press.papers import SheetPaper, as_plain_text, as_word
from portal.site.press.sheets import SHEET_FACTS, PressSheet
from portal.site.site import Dress, Settings, Site, whole_site

VI = words("vi")
FIGURE = """finding: {{vi: "Số {name}", en: "Number {name}"}}
title: {{vi: "Bảng {name}", en: "Table {name}"}}
unit: "%"
columns: ["2024", "2025"]
series: [{{name: Hàng, values: [1, 2]}}]
note: {{vi: "Chú ý {name}.", en: "Note {name}."}}
source: {{title: "Văn bản {name}", publisher: "Nơi", url: "https://example.org/{name}", accessed: 2026-01-15}}
"""
OBSERVANCES = """- id: ngay-mot
  month: 12
  day: 3
  name: {vi: "Ngày một", en: "Day one"}
  sources: [{title: "Danh sách", publisher: "Nơi", url: "https://example.org/ngay", accessed: 2026-01-15}]
"""
DESK = {"title": '"Bàn báo chí thử"', "shows": "press", **INDEX}


def sheet_of(corpus: Corpus, month: str, lang: str = "vi", desk: bool = True, **more: str) -> PressSheet | None:
    if desk:
        corpus.story(PRESS, **{**DESK, **more})
    return portal_of(corpus).press_sheets.get((lang, month))


def draws(corpus: Corpus, name: str, *figures: str, **fields: str) -> None:
    """A story that draws these figures."""
    for one in figures:
        corpus.write(f"data/figures/{one}.yml", FIGURE.format(name=one))
    marks = "".join(f"\n[figure: {one}]\n" for one in figures)
    corpus.story(f"thanh-tuu/2026/{name}", body=f"Chữ [1].\n{marks}", **fields)


def texts(sheet: PressSheet | None) -> list[str]:
    return [fact.text for fact in sheet.facts] if sheet else ["no sheet"]


def test_facts_are_of_the_month_the_newest_page_first_and_one_from_each_page_before_a_second(corpus: Corpus) -> None:
    draws(corpus, "cu", "a", "b", date="2026-10-02")
    draws(corpus, "moi", "c", date="2026-10-20")
    draws(corpus, "truoc", "d", date="2026-09-30")
    sheet = sheet_of(corpus, "2026-10")
    assert texts(sheet) == ["Số c", "Số a", "Số b"]
    assert sheet
    first = sheet.facts[0]
    assert (first.place, first.figure, first.subject, first.note) == (
        "thanh-tuu/2026/moi", "c", "Bảng c (%)", "Chú ý c."
    )  # fmt: skip
    assert [(one.title, one.url) for one in first.sources] == [("Văn bản c", "https://example.org/c")]
    assert texts(sheet_of(corpus, "2026-09")) == ["Số d"]


def test_a_page_that_was_updated_is_news_of_that_month_too_and_one_taken_back_of_none(corpus: Corpus) -> None:
    draws(corpus, "cu", "a", date="2026-09-02", updated="2026-11-03")
    draws(corpus, "rut", "b", date="2026-11-04", withdrawn='{date: 2026-11-05, why: {vi: "Sai", en: "Wrong"}}')
    assert texts(sheet_of(corpus, "2026-11")) == ["Số a"]
    assert texts(sheet_of(corpus, "2026-09")) == ["Số a"]
    assert texts(sheet_of(corpus, "2026-10")) == []


def test_key_figures_fill_a_sheet_only_after_what_figures_show(corpus: Corpus) -> None:
    key = '{figure: "7", meaning: "điều đã đếm"}'
    corpus.story("thanh-tuu/2026/chinh", kind="achievement", date="2026-11-09", key_figure=key)
    draws(corpus, "hinh", "a", date="2026-11-02")
    sheet = sheet_of(corpus, "2026-11")
    assert texts(sheet) == ["Số a", "7 điều đã đếm"]
    assert sheet
    assert (sheet.facts[1].sources, sheet.facts[1].counted) == ((), 1)
    assert texts(sheet_of(corpus, "2026-11", "en")) == ["Number a"], "a key figure nobody said in English is not said"


def test_the_correction_is_the_months_latest_and_there_may_be_none(corpus: Corpus) -> None:
    made = "{date: 2026-10-%s, kind: correction, what: {vi: Sửa %s, en: Mended %s}, why: {vi: Vì, en: As}}"
    both = ", ".join(made % (day, day, day) for day in ("05", "19"))
    corpus.story(date="2026-09-01", corrections=f"[{both}]")
    sheet = sheet_of(corpus, "2026-10")
    assert sheet
    assert sheet.correction
    assert (sheet.correction.day, sheet.correction.what) == (date(2026, 10, 19), "Sửa 19")
    later = sheet_of(corpus, "2026-11")
    assert later
    assert later.correction is None


def test_the_date_is_the_first_after_the_month_whatever_day_the_sheet_is_made_on(corpus: Corpus) -> None:
    corpus.write("data/observances.yml", OBSERVANCES)
    event = {"kind": "event", "event_type": "contest", "starts": "2026-12-02", "date": "2026-10-01"}
    corpus.story("su-kien/2026/huy", title='"Cuộc thi đã hủy"', state="cancelled", **event)
    corpus.story(PRESS, **DESK)
    portal = portal_of(corpus)
    sheet = portal.press_sheets["vi", "2026-11"]
    assert sheet.ahead
    assert (sheet.ahead.day, sheet.ahead.name) == (date(2026, 12, 3), "Ngày một")
    later = replace(portal, as_of=date(2027, 2, 9))
    assert later.press_sheets["vi", "2026-11"] == sheet
    nearer = {**event, "starts": "2026-12-01", "state": "planned"}
    corpus.story("su-kien/2026/thi", title='"Cuộc thi thử"', **nearer)
    ahead = portal_of(corpus).press_sheets["vi", "2026-11"].ahead
    assert ahead
    assert (ahead.name, ahead.by, ahead.place) == ("Cuộc thi thử", "Cơ quan", "su-kien/2026/thi")


def test_every_month_since_the_first_story_has_a_sheet_and_without_a_desk_none_has(corpus: Corpus) -> None:
    corpus.story(date="2026-08-31")
    assert sheet_of(corpus, "2026-11", desk=False) is None
    sheet_of(corpus, "2026-11")
    assert [month for lang, month in portal_of(corpus).press_sheets if lang == "vi"] == [
        "2026-11", "2026-10", "2026-09", "2026-08",
    ]  # fmt: skip
    sheet_of(corpus, "2026-11", date="2026-10-30")
    assert [month for lang, month in portal_of(corpus).press_sheets if lang == "vi"] == ["2026-11", "2026-10"]
    assert sheet_of(corpus, "2026-11", shows="sent") is None, "a page that is no desk"


def paper(sheet: PressSheet, draft: str = "Bản dự thảo thử") -> SheetPaper:
    return SheetPaper(sheet, draft, SITE, words(sheet.lang))


def test_both_papers_say_the_same_the_draft_first_with_every_address_in_full(corpus: Corpus) -> None:
    corpus.write("data/observances.yml", OBSERVANCES)
    draws(corpus, "hinh", "a", date="2026-10-02")
    sheet = sheet_of(corpus, "2026-10")
    assert sheet
    text, word = as_plain_text(paper(sheet)), as_word(paper(sheet))
    read = Document(io.BytesIO(word))
    lines = [one.text for one in read.paragraphs]
    assert lines[0] == text.splitlines()[0] == "Bản dự thảo thử"
    assert [line for line in text.splitlines() if line and not line.startswith("http")] == lines
    leads = {link.address for one in read.paragraphs for link in one.hyperlinks}
    assert leads == {line for line in text.splitlines() if line.startswith("http")}
    assert {"https://example.org/a", f"{SITE}thanh-tuu/2026/hinh/", f"{SITE}{PRESS}/2026-10/"} <= leads
    assert VI.say("press.few_facts", count=1) in lines
    assert VI.say("press.no_correction") in lines
    assert as_word(paper(sheet)) == word
    assert as_plain_text(paper(sheet, "")).startswith("Ba sự việc")


@pytest.fixture(scope="module")
def made_up() -> Site:
    """The small site as a value, with the pages it makes itself."""
    return whole_site(open_registers(open_library(MADE_UP, TODAY), TODAY), Settings(SITE, ""), TODAY, Dress())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_of_the_desk_are_there_in_both_languages(made_up: Site, lang: str) -> None:
    for place in (PRESS, SPOKESPERSONS, PRESS_PICTURES, press_sheet_place("2026-11"), press_sheet_place("2026-09")):
        assert page_at(made_up, lang, place).block is not None, place
    desk = page_at(made_up, lang, PRESS).block
    assert isinstance(desk, PressBlock)
    (fact,) = (one for group in desk.glance for one in (*group.facts, *group.folded))
    assert [(one.number, one.when) for one in fact.numbers] == [({"vi": "40,5 %", "en": "40.5%"}[lang], "2025")]
    assert fact.source
    assert fact.source.url == "https://example.org/van-ban-mau-1"


GLANCED = """- {{id: {name}, what: {{vi: "số {name} của tỉnh", en: "{name} of the province"}}, figure: {name}}}
"""


def test_a_number_without_a_time_beside_it_stands_with_what_is_to_be_minded(corpus: Corpus) -> None:
    corpus.story(PRESS, **DESK)
    corpus.write("data/figures/nam.yml", FIGURE.format(name="nam"))
    parts = FIGURE.format(name="phan").replace('"2024", "2025"', '"Dưới 5 tuổi", "Từ 5 tuổi"')
    corpus.write("data/figures/phan.yml", parts)
    corpus.write("data/facts.yml", GLANCED.format(name="nam") + GLANCED.format(name="phan"))
    desk = page_at(portal_of(corpus), "vi", PRESS).block
    assert isinstance(desk, PressBlock)
    noted = {fact.what: fact.note for group in desk.glance for fact in (*group.facts, *group.folded)}
    assert noted == {"Số nam của tỉnh": "", "Số phan của tỉnh": "Chú ý phan."}


def test_a_body_stands_with_the_contact_it_reported_and_every_other_as_not_reported(made_up: Site) -> None:
    block = page_at(made_up, "vi", SPOKESPERSONS).block
    assert isinstance(block, SpokespersonsBlock)
    (row,) = block.rows
    assert (row.role, row.telephone, row.call, row.email) == (
        "Chánh Văn phòng mẫu", "0215\u00a03000\u00a0000", "02153000000", "van-thu@example.org"
    )  # fmt: skip
    assert row.day == "15/11/2026"
    waiting = [link for group in block.waiting for link in group.links]
    assert len(waiting) == block.waiting_count
    assert row.body.href not in [link.href for link in waiting]
    assert block.counted == VI.say("press.speakers_count", given=1, all=1 + len(waiting))


def test_what_may_be_used_says_what_is_missing_and_the_words_for_each_picture(made_up: Site) -> None:
    block = page_at(made_up, "vi", PRESS_PICTURES).block
    assert isinstance(block, PressPicturesBlock)
    assert block.owner_logo is None
    assert block.licence == VI.say("press.licence_missing")
    assert len(block.figures) == len(made_up.library.data.figures)
    assert all(figure.alt for figure in block.figures)
    assert all(drawing.alt for drawing in block.drawings)


class Tags(HTMLParser):
    """Every tag of a text with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_snippet_is_a_picture_with_its_alternative_its_source_and_the_way_back_and_runs_nothing(
    made_up: Site, lang: str
) -> None:
    figure = made_up.library.data.figures["nuoc-mau"]
    made = embedded_figure(made_up, made_up.drawn_on, figure, lang)
    tags = Tags(made.snippet).found
    assert {tag for tag, _ in tags} == {"figure", "a", "picture", "source", "img", "figcaption"}
    (image,) = (has for tag, has in tags if tag == "img")
    assert image["alt"] == made.alt
    assert figure.finding[lang] in made.alt
    assert image["src"] == f"{SITE}du-lieu/nuoc-mau.{lang}.svg"
    assert (image["width"], image["height"]) == ("480", str(made.drawing.high))
    links = [has["href"] for tag, has in tags if tag == "a"]
    page = {"vi": "", "en": "en/"}[lang] + "thanh-tuu/2026/so-lieu-mau/#hinh-nuoc-mau"
    assert links == [f"{SITE}{page}", *(source.url for source in figure.sources), f"{SITE}{page}"]
    assert words(lang).say("draft") in made.snippet
    paths = {output.path for output in chart_files(made_up)}
    assert set(made.paths.values()) <= paths


def test_a_drawing_stands_alone_with_its_numbers_in_words_and_nothing_a_policy_refuses(made_up: Site) -> None:
    for output in chart_files(made_up):
        svg = output.make().decode()
        assert not any(refused in svg for refused in ("<style", "style=", "<script", "href", "class=", "url("))
        tree = ET.fromstring(svg)
        title, description = tree[0], tree[1]
        assert tree.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
        name = output.path.removeprefix("du-lieu/").partition(".")[0]
        figure = made_up.library.data.figures[name]
        lang = output.path.split(".")[1]
        assert title.text
        assert title.text.startswith(figure.finding[lang])
        assert all(column[lang] in (description.text or "") for column in figure.columns)
        wide, high = float(tree.attrib["width"]), float(tree.attrib["height"])
        for part in tree.iter("{http://www.w3.org/2000/svg}text"):
            assert 0 <= float(part.attrib["x"]) <= wide
            assert 0 < float(part.attrib["y"]) < high


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", CHART_GROUNDS)
def test_letters_and_series_of_a_drawing_stand_out_from_its_ground(name: str) -> None:
    ground = CHART_GROUNDS[name]
    paper_light = luminance(ground.paper)
    for colour in (ground.ink, ground.soft, *ground.series):
        brighter, darker = sorted((luminance(colour), paper_light), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= 4.5, colour


def test_signs_of_html_in_a_figure_stay_signs(corpus: Corpus) -> None:
    corpus.write("data/figures/a.yml", FIGURE.format(name="a").replace("Số a", "Số <b> & 'x'"))
    portal = portal_of(corpus)
    figure = portal.library.data.figures["a"]
    ET.fromstring(chart_drawing(chart_picture(figure, VI, False), CHART_GROUNDS[""]).svg)
    (image,) = (has for tag, has in Tags(embedded_figure(portal, {}, figure, "vi").snippet).found if tag == "img")
    assert (image["alt"] or "").startswith("Số <b> & 'x'")


def test_a_sheet_has_a_digest_so_that_only_its_own_change_makes_its_page_anew(made_up: Site) -> None:
    """A page asks for its sheet as one question (site/asked/)."""
    sheets = list(made_up.press_sheets.values())
    assert len({digest_of_value(sheet) for sheet in sheets}) == len(sheets)
    assert all(len(sheet.facts) <= SHEET_FACTS for sheet in sheets)
