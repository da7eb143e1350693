"""The targets, counted: against a counter of the tests' own, and against what must always hold."""

import csv
import io
import json
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import MADE_UP, PLAN_3112, Corpus, run
from makers import PLAN, YEAR_END, a_corpus, a_product
from portal.content.known.agencies import Agency
from portal.content.library import open_library
from portal.language import vocabulary
from portal.plan.bodies.reported import AgencyReport
from portal.plan.ledger import open_ledger
from portal.plan.published import tallies_tree, targets_tree
from portal.plan.register.counters import made_of_products
from portal.plan.register.products import Product
from portal.plan.targets import Ratio, Year, count_year
from portal.reading.fields import Context

ETHNIC = {"blt", "twh", "hmn", "hnj", "mww", "kjg", "lo"}
DIGITAL = {"portal", "website", "facebook", "zalo", "youtube", "tiktok", "other_digital"}


def agency(name: str, kind: str | None = "administrative", **more: Any) -> Agency:
    return Agency.model_validate({"id": name, "kind": kind, **more}, context=Context(YEAR_END))


def report(**fields: Any) -> AgencyReport:
    return AgencyReport.model_validate(fields, context=Context(YEAR_END))


def product(
    name: str, day: date, languages: tuple[str, ...] = ("vi",), channels: tuple[str, ...] = ("print",)
) -> Product:
    return a_product(id=name, date=day, title=name, channels=channels, languages=languages)


def count(
    agencies: Sequence[Agency] = (),
    reports: Mapping[str, AgencyReport] | None = None,
    products: Any = (),
    year: int = 2026,
) -> Year:
    return count_year(
        PLAN, {a.id: a for a in agencies}, reports or {}, made_of_products(PLAN, products), year, YEAR_END
    )


NOTHING = made_of_products(PLAN, ())
PEOPLE = {"human_rights": {"in_post": 10, "trained": 10}}


@pytest.mark.parametrize(
    ("trained", "reported", "year", "status"),
    [
        (10, 2, 2026, "met"),
        (10, 1, 2026, "on_track"),
        (6, 2, 2026, "on_track"),
        (5, 2, 2026, "behind"),
        (10, 0, 2026, "no_data"),
        (9, 2, 2028, "behind"),
    ],
)
def test_the_status_follows_the_floor_the_coverage_and_the_years_gone_by(
    trained: int, reported: int, year: int, status: str
) -> None:
    said = report(people={"human_rights": {"in_post": 10, "trained": trained}})
    bodies = [agency("a"), agency("b")]
    counted = count_year(
        PLAN, {b.id: b for b in bodies}, {b.id: said for b in bodies[:reported]}, NOTHING, year, date(year, 11, 30)
    )
    assert counted.figures["K2a"].status == status


@pytest.mark.parametrize(("trained", "in_post"), [(10, 10), (6, 10), (0, 10), (0, 0)])
@pytest.mark.parametrize(("reported", "bodies"), [(1, 3), (1, 54), (26, 54)])
def test_too_few_reports_are_never_judged_whatever_they_say(
    trained: int, in_post: int, reported: int, bodies: int
) -> None:
    said = report(people={"human_rights": {"in_post": in_post, "trained": trained}})
    known = [agency(f"a{n}") for n in range(bodies)]
    k2a = count(known, {body.id: said for body in known[:reported]}).figures["K2a"]
    assert (k2a.status, k2a.coverage) == ("too_few_reports", Ratio(reported, bodies))


def test_the_share_of_reports_needed_is_the_plan_s_to_set() -> None:
    said = {"a": report(people=PEOPLE)}
    for share, status in ((0.25, "on_track"), (0.26, "too_few_reports")):
        coverage = PLAN.coverage.model_copy(update={"share": share})
        plan = PLAN.model_copy(update={"coverage": coverage})
        bodies = {name: agency(name) for name in "abcd"}
        assert count_year(plan, bodies, said, NOTHING, 2026, YEAR_END).figures["K2a"].status == status


def test_where_everybody_reports_that_there_was_nothing_it_is_not_missing() -> None:
    nothing = report(misinformation={"detected": 0, "handled": 0})
    k5b = count([agency("a"), agency("b")], {"a": nothing, "b": nothing}).figures["K5b"]
    assert (k5b.status, k5b.ratio, k5b.value, k5b.gaps) == ("nothing_arose", Ratio(0, 0), None, ())


def test_what_a_body_says_that_is_not_asked_is_named_among_what_was_left_out() -> None:
    counted = count([agency("bao", "press")], {"bao": report(misinformation={"detected": 4, "handled": 3})})
    assert ("bao", "not_due") in counted.figures["K5b"].left_out


def test_targets_are_told_apart_by_words_and_not_by_their_names() -> None:
    renamed = [target.model_copy(update={"id": f"CT{n}"}) for n, target in enumerate(PLAN.targets)]
    other = PLAN.model_copy(update={"targets": renamed})
    said = {"a": report(spokesperson={"designated": True}, people=PEOPLE, exhibitions=[])}
    rows = made_of_products(PLAN, [product("x", date(2026, 5, 1), ("en",))])
    ours, theirs = (count_year(plan, {"a": agency("a")}, said, rows, 2026, YEAR_END) for plan in (PLAN, other))
    assert [(f.status, f.ratio, f.counts) for f in ours.figures.values()] == [
        (f.status, f.ratio, f.counts) for f in theirs.figures.values()
    ]


def test_a_body_that_has_not_reported_is_a_gap_by_name_and_never_a_zero() -> None:
    counted = count([agency("a"), agency("b")], {"a": report(spokesperson={"designated": True})})
    k1 = counted.figures["K1"]
    assert k1.coverage
    assert (k1.value, k1.gaps, k1.coverage.value) == (1.0, ("b",), 0.5)


def test_nobody_has_reported_is_no_data() -> None:
    k1 = count([agency("a")]).figures["K1"]
    assert (k1.value, k1.status, k1.gaps) == (None, "no_data", ("a",))


def test_a_report_that_is_silent_on_a_target_is_a_gap_in_it() -> None:
    counted = count([agency("a")], {"a": report(spokesperson={"designated": False})})
    assert counted.figures["K1"].value == 0.0
    assert counted.figures["K2a"].gaps == ("a",)


def test_bodies_report_on_the_targets_of_their_kind() -> None:
    bodies = [
        agency("bao", "press"),
        agency("hoi", "organisation"),
        agency("so"),
        agency("cu", "former"),
        agency("x", None),
    ]
    counted = count(bodies)
    assert counted.figures["K2c"].gaps == ("bao", "x")
    assert counted.figures["K2d"].gaps == ("hoi", "x")
    assert counted.figures["K1"].gaps == ("so", "x")


def test_a_body_is_due_only_while_it_exists() -> None:
    bodies = [agency("moi", valid_from="2026-12-01"), agency("cu", valid_to="2025-06-30"), agency("nay")]
    assert count(bodies).figures["K1"].gaps == ("nay",)


def test_misinformation_is_what_was_reported_and_the_national_target_is_never_computed() -> None:
    counted = count([agency("a")], {"a": report(misinformation={"detected": 4, "handled": 3})})
    assert (counted.figures["K5b"].value, counted.figures["K5b"].status) == (0.75, "on_track")
    assert (counted.figures["K5a"].value, counted.figures["K5a"].status) == (None, "not_computable")


def test_exhibitions_are_counted_and_have_no_share() -> None:
    shown = a_product(formats=("exhibition",), channels=("exhibition",))
    said = report(
        central_publications={"received": 50, "issued": 20}, exhibitions=[{"date": "2026-05-01", "title": "x"}]
    )
    k3 = count([agency("a")], {"a": said}, [shown]).figures["K3"]
    assert (k3.status, k3.value) == ("counted", None)
    assert k3.counts == {
        "exhibitions_in_register": 1,
        "exhibitions_reported": 1,
        "publications_received": 50,
        "publications_issued": 20,
    }


def test_exhibitions_and_publications_nobody_reported_are_no_data() -> None:
    for said in ({}, {"a": report(spokesperson={"designated": True})}):
        k3 = count([agency("a")], said).figures["K3"]
        assert (k3.status, set(k3.counts.values())) == ("no_data", {None})


def test_the_portal_s_own_pages_alone_meet_nothing() -> None:
    own = own_page("x", date(2026, 5, 1))
    alone = count([agency("a")], products=[own]).figures["K4"]
    assert (alone.value, alone.status, alone.portal) == (None, "portal_only", Ratio(1, 1))
    together = count([agency("a")], products=[own, product("tờ rơi", date(2026, 5, 1))]).figures["K4"]
    assert (together.ratio, together.status, together.portal) == (Ratio(0, 1), "behind", Ratio(1, 1))


def test_a_filed_report_cuts_off_its_year_and_the_next_year_takes_the_rest() -> None:
    filed = PLAN.model_copy(update={"filed": {2026: date(2026, 11, 20)}})
    late = [product("som", date(2026, 11, 20), ("en",)), product("muon", date(2026, 11, 21), ("vi",))]
    made = made_of_products(filed, late)
    this, after = (count_year(filed, {}, {}, made, year, date(year, 11, 30)).figures["K4"] for year in (2026, 2027))
    assert (this.ratio, after.ratio) == (Ratio(1, 1), Ratio(0, 1))
    assert filed.window(2026, YEAR_END).end == date(2026, 11, 20)


def own_page(name: str, day: date) -> Product:
    return a_product(
        id=name, date=day, formats=("article",), channels=("portal",), languages=("vi", "en"), from_portal=True
    )


def test_a_register_of_one_body_among_many_is_never_judged() -> None:
    k4 = count([agency(f"a{n}") for n in range(9)], products=[product("x", date(2026, 5, 1), ("en",))]).figures["K4"]
    assert (k4.status, k4.value, k4.coverage) == ("too_few_reports", 1.0, Ratio(0, 9))


days = st.dates(date(2025, 11, 1), date(2026, 12, 31))
tags = st.lists(st.sampled_from(["vi", "en", "fr", "blt", "hmn-Latn", "lo", "zh-Hant"]), min_size=1, unique=True)
channels = st.lists(st.sampled_from(vocabulary.CHANNELS), min_size=1, unique=True)
registers = st.lists(st.tuples(days, tags, channels), max_size=40).map(
    lambda rows: [product(f"p{n}", day, tuple(t), tuple(c)) for n, (day, t, c) in enumerate(rows)]
)


def by_hand(products: list[Product]) -> dict[str, int]:
    """K4 counted in another way: row by row into a tally."""
    tally = Counter[str]()
    for one in products:
        if date(2025, 12, 1) <= one.date <= date(2026, 11, 30):
            mains = [tag.split("-")[0] for tag in one.languages]
            kinds = {
                "ethnic": any(m in ETHNIC for m in mains),
                "foreign": any(m not in ETHNIC and m != "vi" for m in mains),
                "digital": any(c in DIGITAL for c in one.channels),
            }
            tally["all"] += 1
            tally["union"] += any(kinds.values())
            tally.update(name for name, is_one in kinds.items() if is_one)
    return tally


@given(registers)
@settings(max_examples=60, deadline=None)
def test_the_share_of_products_agrees_with_a_count_made_in_another_way(products: list[Product]) -> None:
    k4, tally = count(products=products).figures["K4"], by_hand(products)
    assert (
        (k4.ratio.numerator, k4.ratio.denominator) == (tally["union"], tally["all"]) if k4.ratio else not tally["all"]
    )
    assert {name: r.numerator for name, r in k4.shares.items()} == {
        n: tally[n] for n in ("ethnic", "foreign", "digital")
    }


@given(registers, st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_rows_never_matters(products: list[Product], chance: random.Random) -> None:
    shuffled = products[:]
    chance.shuffle(shuffled)
    assert targets_tree(count(products=products)) == targets_tree(count(products=shuffled))


@given(registers, st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_the_portal_s_own_pages_never_change_the_share_of_products(products: list[Product], pages: int) -> None:
    own = [own_page(f"trang{n}", date(2026, 5, 1)) for n in range(pages)]
    alone, together = (count([agency("a")], products=some).figures["K4"] for some in (products, [*products, *own]))
    assert (alone.ratio, alone.shares, alone.coverage) == (together.ratio, together.shares, together.coverage)
    assert together.portal == Ratio(pages, pages)


@given(registers)
@settings(max_examples=40, deadline=None)
def test_the_union_is_never_more_than_the_sum_of_its_parts(products: list[Product]) -> None:
    k4 = count(products=products).figures["K4"]
    parts = [ratio.numerator for ratio in k4.shares.values()]
    assert max(parts) <= (k4.ratio.numerator if k4.ratio else 0) <= sum(parts)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_body_that_does_not_report_changes_the_coverage_and_never_a_value(pairs: list[tuple[int, int]]) -> None:
    bodies = [agency(f"a{n}") for n in range(len(pairs))]
    said = {
        f"a{n}": report(people={"human_rights": {"in_post": max(p), "trained": min(p)}}) for n, p in enumerate(pairs)
    }
    before, after = count(bodies, said).figures["K2a"], count([*bodies, agency("im")], said).figures["K2a"]
    assert before.coverage
    assert (before.value, after.coverage) == (
        after.value,
        Ratio(before.coverage.numerator, before.coverage.denominator + 1),
    )


def reports_by_chance(corpus: Corpus, seed: int = 11) -> dict[str, dict[str, Any]]:
    """Reports of seven of nine bodies, made by chance and written to files; what each says."""
    chance = random.Random(seed)
    made = {}
    for number in range(7):
        posts = {group: chance.randrange(1, 60) for group in GROUPS if chance.random() < 0.8}
        detected, received = chance.randrange(1, 40), chance.randrange(100)
        made[f"a{number}"] = {
            "spokesperson": {"designated": chance.random() < 0.7},
            "people": {group: {"in_post": n, "trained": chance.randrange(n + 1)} for group, n in posts.items()},
            "misinformation": {"detected": detected, "handled": chance.randrange(detected + 1)},
            "central_publications": {"received": received, "issued": received // 2},
            "exhibitions": [{"date": "2026-04-01", "title": f"x {n}"} for n in range(chance.randrange(3))],
        }
        corpus.write(f"data/reported/2026/a{number}.yml", json.dumps(made[f"a{number}"]))
    return made


GROUPS = {
    "human_rights": "K2a",
    "information": "K2b",
    "external_information": "K2c",
    "key_officials": "K2d",
}


def test_a_corpus_of_500_stories_and_5000_rows_is_counted_exactly(corpus: Corpus) -> None:
    rows, told = a_corpus(corpus, 500, 5000), reports_by_chance(corpus)
    done = run(
        "scripts/kpi.py", "--root", str(corpus.root), "--year", "2026", "--as-of", "2026-11-30", "--format", "json"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    tree = json.loads(done.stdout)
    assert tree["window"] == {"from": "2025-12-01", "to": "2026-11-30"}
    the_products_are_exact(corpus, rows, tree["targets"]["K4"])
    the_reported_targets_are_exact(told, tree["targets"])


def the_products_are_exact(corpus: Corpus, rows: list[dict[str, str]], k4: dict[str, Any]) -> None:
    stories = sorted((corpus.root / "content_vi").rglob("*.md"))
    inside = [p for p in stories if "2025-12-01" <= p.read_text("utf-8").split("date: ")[1][:10] <= "2026-11-30"]
    langs = [set(row["languages"].split("|")) for row in rows]
    digital = [bool(set(row["channels"].split("|")) & DIGITAL) for row in rows]
    ethnic = sum(1 for tags in langs if tags & ETHNIC)
    foreign = sum(1 for tags in langs if "en" in tags)
    union = sum(1 for tags, on in zip(langs, digital, strict=True) if on or tags - {"vi"})
    assert (k4["numerator"], k4["denominator"], k4["value"]) == (union, len(rows), union / len(rows))
    assert k4["shares"]["ethnic"]["numerator"] == ethnic
    assert k4["shares"]["foreign"]["numerator"] == foreign
    assert k4["shares"]["digital"]["numerator"] == sum(digital)
    assert k4["portal"] == {"value": 1.0, "numerator": len(inside), "denominator": len(inside)}


def the_reported_targets_are_exact(told: dict[str, dict[str, Any]], targets: dict[str, Any]) -> None:
    """Bodies of no kind are due on every target: nine bodies, seven of which reported, some in part."""
    pairs: dict[str, dict[str, tuple[int, int]]] = {
        "K1": {name: (int(said["spokesperson"]["designated"]), 1) for name, said in told.items()},
        "K5b": {n: (s["misinformation"]["handled"], s["misinformation"]["detected"]) for n, s in told.items()},
    }
    for group, target in GROUPS.items():
        own = {name: said["people"][group] for name, said in told.items() if group in said["people"]}
        pairs[target] = {name: (people["trained"], people["in_post"]) for name, people in own.items()}
    for target, given_pairs in pairs.items():
        figure = targets[target]
        numerator, denominator = (sum(pair[side] for pair in given_pairs.values()) for side in (0, 1))
        assert (figure["numerator"], figure["denominator"]) == (numerator, denominator), target
        assert figure["value"] == numerator / denominator
        assert figure["coverage"] == len(given_pairs) / 9
        assert figure["gaps"] == [f"a{n}" for n in range(9) if f"a{n}" not in given_pairs]
    counts = targets["K3"]["counts"]
    assert counts["publications_received"] == sum(s["central_publications"]["received"] for s in told.values())
    assert counts["publications_issued"] == sum(s["central_publications"]["issued"] for s in told.values())
    assert counts["exhibitions_reported"] == sum(len(s["exhibitions"]) for s in told.values())
    assert (targets["K5a"]["value"], targets["K5a"]["status"]) == (None, "not_computable")


@given(parts=st.lists(st.integers(0, 3), min_size=40, max_size=40))
@settings(max_examples=15, deadline=None)
def test_splitting_a_register_over_files_changes_nothing(
    parts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    corpus = Corpus(tmp_path_factory.mktemp("so"))
    (corpus.root / "content_vi").mkdir()
    a_corpus(corpus, 0, len(parts))
    whole = counted_in(corpus)
    file = corpus.root / "data/products/2026.csv"
    head, *rows = file.read_text("utf-8").splitlines()
    file.unlink()
    for part in range(4):
        own = [row for row, place in zip(rows, parts, strict=True) if place == part]
        corpus.write(f"data/products/2026-phan-{part}.csv", "\n".join([head, *own]))
    assert counted_in(corpus) == whole


def counted_in(corpus: Corpus) -> tuple[dict[str, Any], dict[str, Any]]:
    """Targets and output of 2026, as trees."""
    ledger, problems = open_ledger(open_library(corpus.root, YEAR_END), YEAR_END)
    assert ledger, problems
    assert problems == ()
    return targets_tree(ledger.count(2026, YEAR_END)), tallies_tree(ledger.tally(2026, YEAR_END))


def test_every_figure_can_be_traced(corpus: Corpus) -> None:
    a_corpus(corpus, 1, 5)
    done = run(
        "scripts/kpi.py",
        "--root",
        str(corpus.root),
        "--year",
        "2026",
        "--as-of",
        "2026-11-30",
        "--explain",
        "K4",
        "--lang",
        "en",
    )
    assert done.returncode == 0
    assert done.stdout.startswith("K4: Union of the three")
    assert "Counted (" in done.stdout


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_the_small_site_is_counted_in_every_form(form: str) -> None:
    done = run("scripts/kpi.py", "--root", str(MADE_UP), "--as-of", "2026-11-23", "--format", form, "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "K5a" in done.stdout


def test_a_wrong_register_is_told_and_nothing_is_counted(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 3)
    file = corpus.root / "data/products/2026.csv"
    corpus.write("data/products/2026.csv", file.read_text("utf-8").replace("leaflet", "leafet", 1))
    done = run("scripts/kpi.py", "--root", str(corpus.root), "--format", "json", "--lang", "en")
    assert done.returncode == 1
    told = "data/products/2026.csv:2: the cell 'formats' has 'leafet'; did you mean: Tờ rơi (leaflet)?"
    assert done.stdout.startswith(told)


@pytest.mark.parametrize("arguments", [["--explain", "K9"], ["--root", "tests"], ["--as-of", "hôm nay"]])
def test_a_wrong_call_exits_with_two_and_no_traceback(arguments: list[str]) -> None:
    done = run("scripts/kpi.py", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def without(target: str) -> str:
    text = (PLAN_3112 / "data/plan.yml").read_text("utf-8").split("tasks:")[0]
    return re.sub(rf"  - id: {target}\n(?:    .*\n)+", "", text)


@pytest.mark.parametrize("target", [target.id for target in PLAN.targets])
def test_a_plan_without_one_of_the_targets_checks_counts_and_reports(corpus: Corpus, target: str) -> None:
    corpus.write("data/plan.yml", without(target))
    corpus.story()
    where = ("--root", str(corpus.root), "--lang", "en")
    assert run("scripts/check.py", *where).returncode == 0
    counted = run("scripts/kpi.py", *where, "--format", "json")
    assert target not in json.loads(counted.stdout)["targets"]
    done = run("scripts/report.py", *where, "--kind", "interim", "--out", str(corpus.root / "out"), "--year", "2026")
    assert done.returncode == 0, done.stderr


def test_the_csv_has_numbers_and_fixed_words_alone_and_the_table_says_them_in_words(corpus: Corpus) -> None:
    a_corpus(corpus, 1, 0)
    corpus.write("data/reported/2026/a1.yml", "people: {human_rights: {in_post: 40000, trained: 39999}}\n")
    where = ("--root", str(corpus.root), "--year", "2026", "--as-of", "2026-11-30")
    said = {lang: run("scripts/kpi.py", *where, "--format", "csv", "--lang", lang).stdout for lang in ("vi", "en")}
    assert said["vi"] == said["en"]
    rows = {(row["target"], row["measure"]): row for row in csv.DictReader(io.StringIO(said["en"]))}
    assert set(rows["K2a", "result"].items()) >= {
        ("year", "2026"), ("value", "0.999975"), ("numerator", "39999"), ("denominator", "40000"), ("floor", "1"),
        ("status", "too_few_reports"), ("reported", "1"), ("due", "9"), ("as_of", "2026-11-30"),
    }  # fmt: skip
    assert (rows["K4", "result"]["value"], rows["K4", "result"]["status"]) == ("", "portal_only")
    assert (rows["K4", "portal"]["value"], rows["K4", "portal"]["status"]) == ("1", "")
    assert rows["K3", "exhibitions_in_register"]["count"] == ""
    table = {lang: " ".join(run("scripts/kpi.py", *where, "--lang", lang).stdout.split()) for lang in ("vi", "en")}
    assert "own pages alone: 100% (1/1)" in table["en"]
    assert all(words in table["en"] for words in ("99.99%", "no figure"))
    assert "Quá ít" in table["vi"]


def test_the_csv_of_silent_bodies_holds_any_name(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 0)
    name = """{vi: 'Trung tâm "một cửa", tỉnh', en: '=One "desk", province'}"""
    corpus.write("data/agencies.yml", f"- {{id: moi, name: {name}}}\n")
    where = ("--root", str(corpus.root), "--missing", "--format", "csv", "--lang", "en")
    rows = list(csv.reader(io.StringIO(run("scripts/kpi.py", *where).stdout)))
    assert rows == [["id", "name"], ["moi", '\'=One "desk", province']]
