"""Counting that does not flatter: each product once, in the languages it exists in, by a body that was there."""

import shutil
from datetime import date

import pytest

from conftest import PLAN_3112, Corpus
from makers import YEAR_END
from portal.content.known.agencies import Agency, last_day
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.ledger import Ledger, Registers, open_registers
from portal.plan.plan import Window
from portal.plan.register.portal_products import portal_products
from portal.plan.register.product_rows import portal_page
from portal.plan.tables import tables
from portal.reading.fields import Context

TODAY = date(2026, 11, 28)
ALWAYS = Window(date.min, date.max)
HEAD = "id,date,title,agency,theme,formats,channels,languages,audiences,places,quantity,url"
ROW = "1,2026-05-05,Loa thôn bản,so-y-te,1,audio,loudspeaker,vi,residents,,,"
PRODUCT = "{formats: [leaflet], channels: [print], languages: [vi], audiences: [residents]}"
PUBLICATION = {"agency": "so-y-te", "kind": "publication", "product": PRODUCT}
EVENT = {
    "agency": "so-y-te",
    "kind": "event",
    "event_type": "training",
    "state": "held",
    "starts": "2026-01-10",
    "product": PRODUCT,
}


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    shutil.copytree(PLAN_3112 / "data", corpus.root / "data", dirs_exist_ok=True)
    return corpus


def read(desk: Corpus) -> Registers:
    library = open_library(desk.root, TODAY)
    assert [p.message("en") for p in library.problems] == []
    return open_registers(library, TODAY)


def ledger_of(desk: Corpus) -> Ledger:
    found = read(desk)
    assert [p.message("en") for p in found.problems] == []
    assert found.ledger
    return found.ledger


def register(desk: Corpus, *rows: str, name: str = "2026.csv") -> list[tuple[str, int, str, str]]:
    """What is told of a register of these rows: (path below data/products, line, column, code)."""
    desk.write(f"data/products/{name}", "\n".join([HEAD, *rows]) + "\n")
    problems = read(desk).problems
    return [(p.path.removeprefix("data/products/"), p.line, p.field, p.code) for p in problems]


def test_a_publication_and_an_event_that_was_held_count_as_products(desk: Corpus) -> None:
    desk.story("an-pham/2026/to-roi", title='"Tờ rơi của cổng"', **PUBLICATION)
    desk.story("su-kien/2026/tap-huan", title='"Tập huấn của cổng"', **EVENT)
    ledger = ledger_of(desk)
    found = portal_products(ledger.library)
    assert [(p.id, p.theme, p.formats, p.kind) for p in found] == [
        ("an-pham/2026/to-roi", None, ("leaflet",), "publication"),
        ("su-kien/2026/tap-huan", None, ("leaflet",), "event"),
    ]
    tallies = ledger.tally(2026, YEAR_END)
    assert (tallies.products, tallies.portal) == (2, 2)
    assert tallies.by["kind"] == {"event": 1, "publication": 1}
    assert sum(count or 0 for count in tallies.by["theme"].values()) == 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_belongs_to_no_theme_is_named_so_in_the_table_of_themes(desk: Corpus, lang: str) -> None:
    desk.story("an-pham/2026/to-roi", title='"Tờ rơi của cổng"', **PUBLICATION)
    ledger, text = ledger_of(desk), words(lang)
    found = tables(ledger.tally(2026, YEAR_END), ledger.plan, ledger.library.data.agencies, text)
    themes = next(table for table in found if table.id == "theme")
    assert [row for row in themes.rows if row[1]] == [(text.say("tallies.no_theme"), 1)]


@pytest.mark.parametrize(
    "fields",
    [
        {**EVENT, "state": "planned", "starts": "2027-01-10"},
        {**EVENT, "state": "cancelled"},
        {name: value for name, value in EVENT.items() if name != "product"},
    ],
)
def test_an_event_that_made_nothing_yet_is_no_product(desk: Corpus, fields: dict[str, str]) -> None:
    desk.story("su-kien/2026/tap-huan", title='"Tập huấn của cổng"', **fields)
    ledger = ledger_of(desk)
    assert portal_products(ledger.library) == ()
    assert ledger.tally(2026, YEAR_END).portal is None


def test_a_page_counts_in_the_languages_it_exists_in_and_in_no_other(desk: Corpus) -> None:
    claims = PRODUCT.replace("[vi]", "[vi, hmn, en]")
    desk.story("thanh-tuu/2026/bai", title='"Bài có hai thứ tiếng"', product=claims, agency="so-y-te")
    desk.english("thanh-tuu/2026/bai", title='"A story in two languages"')
    found = read(desk)
    (problem,) = found.problems
    assert (problem.code, problem.field, problem.values["value"]) == (
        "language-without-page",
        "product.languages[2]",
        "hmn",
    )
    assert found.ledger
    assert [p.languages for p in portal_products(found.ledger.library)] == [("vi", "en")]
    assert not found.ledger.tally(2026, YEAR_END).by["language"].get("hmn")


def test_a_translation_nobody_claimed_counts(desk: Corpus) -> None:
    desk.story("thanh-tuu/2026/bai", title='"Bài có hai thứ tiếng"', product=PRODUCT, agency="so-y-te")
    desk.english("thanh-tuu/2026/bai", title='"A story in two languages"')
    assert [p.languages for p in portal_products(ledger_of(desk).library)] == [("vi", "en")]


def test_a_file_that_a_publication_hands_out_is_a_language_it_exists_in(desk: Corpus) -> None:
    desk.write("docs/files/to-roi.pdf", b"%PDF-1.4\n%%EOF\n")
    desk.story(
        "an-pham/2026/to-roi",
        title='"Tờ rơi hai thứ tiếng"',
        kind="publication",
        agency="so-y-te",
        product=PRODUCT.replace("[vi]", "[vi, hmn]"),
        files="[{path: files/to-roi.pdf, lang: hmn}]",
    )
    assert [p.languages for p in portal_products(ledger_of(desk).library)] == [("vi", "hmn")]


def test_bodies_number_their_rows_from_1(desk: Corpus) -> None:
    for body, title in (("so-y-te", "Một"), ("so-gddt", "Hai"), ("hoi-lhpn", "Ba")):
        rows = [HEAD, *(ROW.replace("1,2026", f"{n},2026").replace("Loa", f"{title} {n}") for n in (1, 2))]
        desk.write(f"data/products/2026-{body}.csv", "\n".join(rows).replace("so-y-te", body))
    ids = sorted(product.id for product in ledger_of(desk).rows(ALWAYS))
    assert ids == [f"2026/{body}/{n}" for body in ("hoi-lhpn", "so-gddt", "so-y-te") for n in (1, 2)]


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (ROW, "row-twice"),
        (ROW.replace("Loa", "Máy"), "row-twice"),
        (ROW.replace("1,2026", "2,2026", 1), "product-twice"),
        (ROW.replace("1,2026", "2,2026", 1).replace("Loa thôn bản", " loa  THÔN bản"), "product-twice"),
        (ROW.replace("1,2026", "2,2026", 1).replace("Loa thôn bản", "“Loa” - thôn bản."), "product-twice"),
        (ROW.replace("1,2026", "2,2026", 1).replace("loudspeaker", "radio"), "product-twice"),
    ],
)
def test_a_product_that_was_entered_before_is_told_with_the_row_that_has_it(
    desk: Corpus, second: str, code: str
) -> None:
    column = "id" if code == "row-twice" else "title"
    assert register(desk, ROW, second) == [("2026.csv", 3, column, code)]
    assert "data/products/2026.csv:2" in read(desk).problems[0].message("vi")


def test_a_product_entered_in_two_files_is_told_in_the_later_one(desk: Corpus) -> None:
    desk.write("data/products/2026-hai.csv", f"{HEAD}\n{ROW.replace('1,2026', '2,2026', 1)}\n")
    assert register(desk, ROW, name="2026.csv") == [("2026.csv", 2, "title", "product-twice")]


@pytest.mark.parametrize(
    "other",
    [
        ROW.replace("1,2026-05-05", "2,2026-05-06"),
        ROW.replace("1,2026", "2,2026", 1).replace("Loa thôn bản", "Loa thôn bản buổi tối"),
        ROW.replace("1,2026", "2,2026", 1).replace("residents,", "residents,Mường Nhé"),
    ],
)
def test_another_day_title_or_place_is_another_product(desk: Corpus, other: str) -> None:
    assert register(desk, ROW, other) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/thanh-tuu/2026/bai/",
        "https://cong.dienbien.gov.vn/en/thanh-tuu/2026/bai/index.html",
        "http://localhost.vn/a/b/thanh-tuu/2026/bai/?utm_source=zalo#h",
        "/thanh-tuu/2026/bai/",
        "thanh-tuu/2026/bai",
        "../thanh-tuu/2026/bai/",
    ],
)
def test_a_row_that_leads_to_a_page_of_the_portal_is_told(desk: Corpus, url: str) -> None:
    desk.story("thanh-tuu/2026/bai", title='"Bài của cổng"', agency="so-y-te")
    assert register(desk, f"{ROW}{url}") == [("2026.csv", 2, "url", "portal-page-by-hand")]


def test_a_short_place_may_be_another_site_s_too() -> None:
    pages = {"cong-uoc/crc", "thanh-tuu/2026/bai"}
    assert portal_page("https://moj.gov.vn/cong-uoc/crc", pages) == ""
    assert portal_page("/cong-uoc/crc/", pages) == "cong-uoc/crc"
    assert portal_page("https://baodienbienphu.vn/tin/2026/bai", pages) == ""


@pytest.mark.parametrize(
    ("agency", "day", "code"),
    [
        ("ubnd-cap-huyen", "2025-06-30", None),
        ("ubnd-cap-huyen", "2025-07-01", "row-of-no-body"),
        ("xa-muong-nhe", "2025-06-30", "row-of-no-body"),
        ("xa-muong-nhe", "2025-07-01", None),
        ("so-tttt", "2024-05-05", None),
        ("so-tttt", "2025-02-28", None),
        ("so-tttt", "2026-01-01", "row-of-no-body"),
        ("dai-ptth", "2026-05-05", "row-of-no-body"),
        ("doan-the", "2024-05-05", "row-of-many"),
    ],
)
def test_a_row_belongs_to_a_body_that_was_there(desk: Corpus, agency: str, day: str, code: str | None) -> None:
    row = ROW.replace("so-y-te", agency).replace("2026-05-05", day)
    name = f"{day[:4]}.csv"
    assert register(desk, row, name=name) == ([(name, 2, "agency", code)] if code else [])


def body(kind: str, **known: str) -> Agency:
    return Agency.model_validate({"id": kind, "kind": kind, **known}, context=Context(TODAY))


def test_the_last_day_of_a_body_is_what_is_known_and_no_more() -> None:
    gone, ended = body("former"), body("former", valid_to="2025-06-30")
    assert last_day(body("administrative"), {}, TODAY) is None
    assert last_day(ended, {}, TODAY) == date(2025, 6, 30)
    assert last_day(gone, {"a": ended, "b": None}, TODAY) == date(2025, 12, 31)
    assert last_day(gone, {}, TODAY) == date(2025, 12, 31)
