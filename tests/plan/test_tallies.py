"""What was made, counted: against a counter of the tests' own, and by what must always hold."""

import csv
import io
import json
import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import PLAN_3112, Corpus, run
from makers import PLAN, YEAR_END, a_corpus
from portal.content.known.reference import ReferenceData
from portal.content.library import Library, open_library
from portal.language import vocabulary
from portal.language.words import words
from portal.language.written import months_later
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.plan import Plan
from portal.plan.published import tallies_tree
from portal.plan.register.counters import made_of_products
from portal.plan.register.products import Product
from portal.plan.tables import present, quality_rows, tables
from portal.plan.tallies import Tallies, count_output, quarter

NOBODY = Library(PLAN_3112, {}, ReferenceData(), ())
SOURCE = '{title: "Văn bản", publisher: "Nơi", url: "https://example.org/van-ban", accessed: 2026-01-15'


def tally(products: list[Product], plan: Plan = PLAN) -> Tallies:
    return count_output(plan, NOBODY, made_of_products(plan, products), 2026, YEAR_END)


def opened(corpus: Corpus) -> Ledger:
    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0])
    ledger, problems = open_ledger(open_library(corpus.root, YEAR_END), YEAR_END)
    assert ledger, problems
    return ledger


some = st.lists(
    st.builds(
        Product,
        id=st.uuids().map(str),
        date=st.dates(date(2025, 10, 1), date(2027, 1, 31)),
        title=st.just("x"),
        agency=st.sampled_from(["a", "b"]),
        theme=st.integers(1, 5),
        formats=st.lists(st.sampled_from(vocabulary.FORMATS), min_size=1, unique=True).map(tuple),
        channels=st.lists(st.sampled_from(vocabulary.CHANNELS), min_size=1, unique=True).map(tuple),
        languages=st.lists(st.sampled_from(["vi", "en", "blt"]), min_size=1, unique=True).map(tuple),
        audiences=st.lists(st.sampled_from(vocabulary.AUDIENCES), min_size=1, unique=True).map(tuple),
        path=st.just("p.csv"),
        line=st.just(2),
    ),
    max_size=30,
)


@given(some)
@settings(max_examples=60, deadline=None)
def test_every_tally_agrees_with_a_count_made_in_another_way(products: list[Product]) -> None:
    counted = tally(products)
    inside = [p for p in products if "2025-12-01" <= p.date.isoformat() <= "2026-11-30"]
    assert counted.products == (len(inside) or None)
    for name, field in (("format", "formats"), ("channel", "channels"), ("language", "languages")):
        flat = Counter(value for p in inside for value in getattr(p, field))
        assert {value: n for value, n in counted.by[name].items() if n} == dict(flat)
    assert Counter(str(p.theme) for p in inside) == Counter({k: v for k, v in counted.by["theme"].items() if v})
    for name in ("quarter", "content"):
        assert sum(count or 0 for count in counted.by[name].values()) == len(inside)


@given(some, st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_order_of_products_never_matters(products: list[Product], chance: random.Random) -> None:
    shuffled = products[:]
    chance.shuffle(shuffled)
    assert tallies_tree(tally(products)) == tallies_tree(tally(shuffled))


@pytest.mark.parametrize(
    ("day", "name"), [("2026-01-01", "2026-Q1"), ("2026-03-31", "2026-Q1"), ("2026-12-01", "2026-Q4")]
)
def test_quarters_are_those_of_the_calendar(day: str, name: str) -> None:
    assert quarter(date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-01-31", 1, "2026-02-28"), ("2026-11-23", 12, "2027-11-23"), ("2024-02-29", 12, "2025-02-28")],
)
def test_a_month_later_is_never_a_day_that_does_not_exist(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_every_theme_content_format_convention_and_group_is_listed_even_where_nothing_has_it() -> None:
    counted = tally([])
    assert counted.by["theme"] == {str(n): None for n in range(1, 6)}
    assert tuple(counted.by["format"]) == vocabulary.FORMATS
    assert tuple(counted.coverage["convention"]) == vocabulary.CONVENTIONS
    assert counted.by["content"] == {"I.2a": None, "I.2b": None, "I.2c": None}
    assert set(counted.coverage["convention"].values()) == {0}


def test_the_quality_of_stories_is_counted(corpus: Corpus) -> None:
    corpus.story("thanh-tuu/2026/mot", title='"Bài thử một"', sources=f"[{SOURCE}, carries: original}}]")
    copied = f'[{SOURCE}, copy_url: "https://archive.example.org/x", carries: copy}}]'
    corpus.story("thanh-tuu/2026/hai", title='"Bài thử hai"', sources=copied, reviewed="2026-02-01")
    corpus.english("thanh-tuu/2026/hai", title='"Story two of the tests"')
    made = '[{date: 2026-03-01, kind: correction, what: {vi: "Số", en: "Figure"}, why: {vi: "Sai", en: "Wrong"}}]'
    corpus.story("thanh-tuu/2026/ba", title='"Bài thử ba"', date="2024-01-15", corrections=made)
    quality = opened(corpus).tally(2026, YEAR_END).quality
    pairs = {n: getattr(quality, n).numerator for n in ("with_original", "with_copies", "translated")}
    assert pairs == {"with_original": 1, "with_copies": 1, "translated": 1}
    assert (quality.review_overdue.numerator, quality.review_overdue.denominator) == (1, 3)
    assert quality.corrections == 1
    assert quality.days_to_answer is None


def test_a_claim_without_a_known_day_gives_no_number_of_days(corpus: Corpus) -> None:
    rows = dict(quality_rows(opened(corpus).tally(2026, YEAR_END), words("en")))
    assert rows["Days from a claim to its answer (median)"] == "no figure available"


def test_tables_name_everything_in_words_and_can_leave_zeros_out(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 20)
    ledger = opened(corpus)
    counted = ledger.tally(2026, YEAR_END)
    found = {t.id: t for t in tables(counted, ledger.plan, ledger.library.data.agencies, words("en"))}
    assert set(found) == {*vocabulary.TALLIES, *vocabulary.COVERAGE, "verdict"}
    assert present(found["format"]).rows == (("Leaflet", 20),)
    assert present(found["format"]).rows == (("Leaflet", 20),)


def test_the_door_prints_the_same_counts_in_every_form(corpus: Corpus) -> None:
    a_corpus(corpus, 3, 30)
    where = ("--root", str(corpus.root), "--year", "2026", "--as-of", "2026-11-30", "--counts")
    tree = json.loads(run("scripts/kpi.py", *where, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("scripts/kpi.py", *where, "--format", "csv").stdout)))
    channels = {r["category"]: int(r["count"]) if r["count"] else None for r in rows if r["dimension"] == "channel"}
    assert channels == tree["by"]["channel"]
    assert "Leaflet" in run("scripts/kpi.py", *where, "--lang", "en").stdout


def test_the_door_names_the_bodies_that_sent_nothing_and_their_files(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 1)
    corpus.write("data/reported/2026/a3.yml", "spokesperson: {designated: true}\n")
    where = ("--root", str(corpus.root), "--year", "2026", "--as-of", "2026-11-30", "--missing")
    assert json.loads(run("scripts/kpi.py", *where, "--format", "json").stdout) == [f"a{n}" for n in range(9) if n != 3]
    assert "- a4: `data/reported/2026/a4.yml`" in run("scripts/kpi.py", *where, "--lang", "en").stdout
