"""The register of products, as officers save it."""

import unicodedata
from datetime import date
from typing import Any, Literal

import pytest

from conftest import PLAN_3112, Corpus
from portal.plan.plan import Plan, every_day, read_plan
from portal.plan.register.portal_products import portal_products
from portal.plan.register.product_rows import COLUMNS
from portal.plan.register.products import Product
from portal.plan.register.register import Register, read_register
from portal.reading.fields import Context

TODAY = date(2026, 11, 23)
HEAD = ",".join(COLUMNS)
GOOD = "a1,2026-03-01,Tờ rơi,co-quan,3,leaflet,print,vi|blt,residents,Tuần Giáo,500,https://example.org/"
AGENCIES = {"co-quan": None, "co-quan-hai": None}


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan, problems = read_plan(PLAN_3112, Context(TODAY))
    assert plan, problems
    return plan


def register(corpus: Corpus, plan: Plan, text: str | bytes, name: str = "2026.csv", portal: Any = ()) -> Register:
    corpus.write(f"data/products/{name}", text)
    return read_register(corpus.root, plan, AGENCIES, portal, TODAY)


def taken(found: Register) -> tuple[Product, ...]:
    """Every row that was taken in, as it is read from disk once more; as many were counted."""
    every = every_day(found.reading.rules.plan)
    rows = tuple(found.rows(every))
    assert found.entered.total(every) == len(rows)
    return rows


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{GOOD}\n",
        f"\ufeff{HEAD}\r\n{GOOD}\r\n",
        f"{HEAD}\n{GOOD}\n".replace(",", ";"),
        f"{HEAD}\n{GOOD.replace('2026-03-01', '01/03/2026')}\n",
        f"{HEAD}\n{GOOD.replace('2026-03-01', '1/3/2026')}\n",
        f"{HEAD}\n{GOOD.replace('Tờ rơi', chr(34) + 'Tờ rơi' + chr(34))}\n\n,,,,,,,,,,,\n",
        f"{HEAD.upper()}\n{GOOD}\n",
    ],
)
def test_csv_as_excel_writes_it_is_read_alike(corpus: Corpus, plan: Plan, text: str) -> None:
    found = register(corpus, plan, text)
    assert found.problems == ()
    (product,) = taken(found)
    assert (product.id, product.date, product.theme) == ("2026/co-quan/a1", date(2026, 3, 1), 3)
    assert (product.languages, product.quantity, product.places) == (("vi", "blt"), 500, ("Tuần Giáo",))


def test_a_title_may_hold_separators_and_line_breaks_when_it_is_quoted(corpus: Corpus, plan: Plan) -> None:
    first = GOOD.replace("Tờ rơi", '"Một, hai\nba"')
    rows = f"{HEAD}\n{first}\n{GOOD.replace('a1', 'a2').replace('print', 'prnt')}\n"
    found = register(corpus, plan, rows)
    assert taken(found)[0].title == "Một, hai\nba"
    assert [(p.line, p.field) for p in found.problems] == [(4, "channels")]


@pytest.mark.parametrize(
    ("change", "column", "code"),
    [
        (("2026-03-01", "2026-02-30"), "date", "not-a-day"),
        (("2026-03-01", "03-21-2026"), "date", "day-month-first"),
        (("2026-03-01", "2025-11-30"), "date", "day-outside-window"),
        (("2026-03-01", "2026-11-24"), "date", "day-in-future"),
        (("co-quan,3", "co-quan-ba,3"), "agency", "unknown-agency"),
        (("co-quan,3", "co-quan,6"), "theme", "unknown-word"),
        (("co-quan,3", "co-quan,ba"), "theme", "unknown-word"),
        (("leaflet", "lefalets"), "formats", "unknown-word"),
        (("print", "print|prnt"), "channels", "unknown-word"),
        (("vi|blt", "tiếng Thái"), "languages", "not-a-language"),
        (("residents", "farmers"), "audiences", "unknown-word"),
        (("vi|blt", "vn"), "languages", "not-a-language"),
        (("vi|blt", "vi|th"), "languages", "not-a-language"),
        (("vi|blt", "|"), "languages", "empty-list"),
        (("500", "-5"), "quantity", "number-too-small"),
        (("500", '"5,000"'), "quantity", "number-two-readings"),
        (("500", "5.000 tờ"), "quantity", "number-with-words"),
        (("500", "9" * 5000), "quantity", "number-not-understood"),
        (("co-quan,3", "co-quan," + "3" * 5000), "theme", "unknown-word"),
        (("co-quan,3", "co-quan,³"), "theme", "unknown-word"),
        (("Tuần Giáo", "!!!"), "places", "not-a-place"),
        (("Tuần Giáo", "Mường " * 60), "places", "not-a-place"),
        (("https://example.org/", "example"), "url", "not-a-url"),
        (("Tờ rơi", "#REF!"), "title", "formula-error"),
        (("Tờ rơi", "Tờ rơi " + "a" * 4_000), "title", "text-too-long"),
        (("a2", "a2" * 2_000), "id", "text-too-long"),
        (("https://example.org/", "https://example.org/" + "a" * 4_000), "url", "text-too-long"),
        (("Tờ rơi", ""), "title", "empty-cell"),
        (("https://example.org/", "https://example.org/,thừa"), "", "register-width"),
    ],
)
def test_each_mistake_is_told_with_its_row_and_column_and_the_row_is_left_out(
    corpus: Corpus, plan: Plan, change: tuple[str, str], column: str, code: str
) -> None:
    bad = GOOD.replace("a1", "a2").replace(*change).replace("Tờ rơi", "Tờ gấp")
    found = register(corpus, plan, f"{HEAD}\n{GOOD}\n{bad}\n")
    assert [(p.path, p.line, p.field, p.code) for p in found.problems] == [("data/products/2026.csv", 3, column, code)]
    assert [product.id for product in taken(found)] == ["2026/co-quan/a1"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{HEAD.replace('agency', 'agnecy')}\n{GOOD}\n", "unknown-column"),
        (f"{HEAD.replace(',agency', '')}\n", "missing-columns"),
        ("", "missing-columns"),
        (f"{HEAD}\n".encode("utf-16-le"), "utf-16"),
        (f"{HEAD}\nTờ rơi\n".encode("cp1258", "replace"), "code-page"),
    ],
)
def test_a_register_that_cannot_be_read_says_why(corpus: Corpus, plan: Plan, text: str | bytes, code: str) -> None:
    assert [p.code for p in register(corpus, plan, text).problems] == [code]


@pytest.mark.parametrize("name", ["2062.csv", "0000.csv", "0001.csv", "2023-so-gddt.csv"])
def test_a_register_of_a_year_the_plan_does_not_have_is_told(corpus: Corpus, plan: Plan, name: str) -> None:
    found = register(corpus, plan, f"{HEAD}\n{GOOD}\n", name)
    assert [p.code for p in found.problems] == ["year-outside-plan"]
    assert taken(found) == ()


@pytest.mark.parametrize("other", ["a1", "A1"])
def test_ids_that_a_spreadsheet_takes_for_one_are_one(corpus: Corpus, plan: Plan, other: str) -> None:
    found = register(corpus, plan, f"{HEAD}\n{GOOD}\n{GOOD.replace('a1', other)}\n")
    assert [(p.line, p.code) for p in found.problems] == [(3, "row-twice")]


def test_a_register_is_named_by_its_year(corpus: Corpus, plan: Plan) -> None:
    assert [p.code for p in register(corpus, plan, HEAD, "so-2026.csv").problems] == ["register-name"]


def test_december_belongs_to_the_next_year_s_register(corpus: Corpus, plan: Plan) -> None:
    december = GOOD.replace("2026-03-01", "2025-12-01")
    assert register(corpus, plan, f"{HEAD}\n{december}\n").problems == ()
    again = register(corpus, plan, f"{HEAD}\n{december}\n", "2025.csv")
    assert {(p.path, p.code) for p in again.problems} == {("data/products/2025.csv", "day-outside-window")}


def test_every_body_numbers_its_rows_from_1_in_every_year(corpus: Corpus, plan: Plan) -> None:
    corpus.write("data/products/2025.csv", f"{HEAD}\n{GOOD.replace('2026-03-01', '2025-03-01')}\n")
    other = GOOD.replace("co-quan", "co-quan-hai").replace("Tờ", "Băng")
    corpus.write("data/products/2026-khac.csv", f"{HEAD}\n{other}\n")
    found = register(corpus, plan, f"{HEAD}\n{GOOD}\n")
    assert found.problems == ()
    assert [p.id for p in taken(found)] == ["2025/co-quan/a1", "2026/co-quan-hai/a1", "2026/co-quan/a1"]


def test_an_id_is_used_once_by_a_body_in_all_files_of_a_year(corpus: Corpus, plan: Plan) -> None:
    corpus.write("data/products/2026-khac.csv", f"{HEAD}\n{GOOD}\n")
    (problem,) = register(corpus, plan, f"{HEAD}\n{GOOD.replace('Tờ', 'Băng')}\n").problems
    assert (problem.path, problem.code, problem.values["other"]) == (
        "data/products/2026.csv",
        "row-twice",
        "data/products/2026-khac.csv:2",
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_story_of_the_portal_is_not_entered_by_hand_again(
    corpus: Corpus, plan: Plan, form: Literal["NFC", "NFD"]
) -> None:
    from portal.content.library import open_library

    corpus.story(title='"Nước sạch ở xã"')
    portal = portal_products(open_library(corpus.root, TODAY))
    assert [p.languages for p in portal] == [("vi",)]
    row = GOOD.replace("Tờ rơi", unicodedata.normalize(form, "nước sạch ở xã")).replace("print", "portal")
    found = register(corpus, plan, f"{HEAD}\n{row}\n", portal=portal)
    assert [p.code for p in found.problems] == ["portal-story-by-hand"]
