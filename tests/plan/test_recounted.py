"""Every figure that is printed agrees with a counter of its own (tests/own_count.py), over provinces made by chance: in
the paper, its annexes, on the page and in what programs read; of one year, and of several with their sums."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from conftest import Corpus
from own_count import HELD, Counted, Recount
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.ledger import Ledger, open_ledger
from portal.plan.open_data.plan_tables import plan_tables
from portal.plan.open_data.report_tables import reports_table
from portal.plan.open_data.tables import csv_parts
from portal.plan.published import targets_tree
from portal.plan.report.make import make_report
from portal.plan.report.values import Line, Report, Table
from portal.site.blocks.plan.progress import progress
from random_province import random_province

TODAY = date(2026, 11, 30)
EN = words("en")
MISSING, NONE = EN.say("figure_missing"), EN.say("told.none")
YEARS = {"annual": (2026,), "interim": (2024, 2025, 2026), "final": (2024, 2025, 2026, 2027, 2028)}
CASES = [
    *((seed, kind, TODAY) for seed in range(4) for kind in YEARS),
    *((seed, kind, date(2026, 6, 15)) for seed in (4, 5) for kind in YEARS),
]


@dataclass(frozen=True)
class Case:
    """A report, and the same years counted again."""

    report: Report
    ledger: Ledger
    again: tuple[Recount, ...]
    day: date

    @property
    def last(self) -> Recount:
        return self.again[-1]

    def table(self, name: str) -> Table | None:
        return next((table for table in self.report.tables if table.id == name), None)

    def rows(self, name: str) -> list[tuple[Any, ...]]:
        table = self.table(name)
        return list(table.rows) if table else []

    def dated(self, name: str) -> list[tuple[int, tuple[Any, ...]]]:
        """(year, the other cells) of a table that has a column of years only where there are several."""
        if len(self.again) == 1:
            return [(self.last.year, row) for row in self.rows(name)]
        return [(int(str(row[0])), row[1:]) for row in self.rows(name)]

    def called(self, name: str) -> str:
        return str(self.last.agencies[name]["name"]["en"])


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    seed, kind, day = request.param
    corpus = Corpus(tmp_path_factory.mktemp("province"))
    random_province(corpus, seed)
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert ledger, problems
    assert problems == ()
    report = make_report(ledger, YEARS[kind][-1], day, kind, False, EN)
    return Case(report, ledger, tuple(Recount(corpus.root, year, day) for year in YEARS[kind]), day)


def share_in(cell: object) -> tuple[int, int] | None:
    """(2, 3) of "66.67% (2/3)", None where no figure is available; a share is also what its percentage says."""
    found = re.match(r"(?:([\d.]+)%|.*) \((\d+)/(\d+)\)", str(cell))
    if found is None:
        assert str(cell).startswith(MISSING)
        return None
    made = int(found[2]), int(found[3])
    assert (found[1] is None) is (made[1] == 0)
    assert found[1] is None or abs(float(found[1]) - 100 * made[0] / made[1]) < 0.01
    return made


def number_in(cell: object) -> int | None:
    return None if cell == MISSING else int(str(cell).replace(",", ""))


def pair_in(cell: object) -> tuple[int, int] | None:
    return None if cell == "–" else (int(str(cell).split("/")[0]), int(str(cell).split("/")[1]))


def test_targets_agree_in_the_annex_on_the_page_and_for_programs(case: Case) -> None:
    rows = {(year, row[0]): row for year, row in case.dated("targets-counted")}
    page = progress(case.ledger, case.day, "en")
    assert page
    shown = {view.row.id: view for view in page.targets}
    for again in case.again:
        tree = targets_tree(case.ledger.count(again.year, case.day))["targets"]
        for target in again.plan["targets"]:
            name, own = target["id"], again.target(target)
            row, published = rows[again.year, name], tree[name]
            assert published["status"] == own.status
            assert row[4].startswith(EN.label("statuses", own.status))
            assert (
                pair_in(row[5]) == own.coverage == ((published["reported"], published["due"]) if own.coverage else None)
            )
            if target.get("counted") != "exhibitions":
                assert share_in(row[2]) == own.made_of
                assert (published["numerator"], published["denominator"]) == (own.made_of or (None, None))
            if again.year == 2026:
                assert shown[name].row.status == own.status
                assert shown[name].row.result == row[2]


def test_what_has_no_level_is_counted_in_the_annex_and_on_the_page(case: Case) -> None:
    rows = [(year, row) for year, row in case.dated("target-parts") if row[0] == "K3"]
    for again in case.again:
        own = [again.exhibitions()[name] for name in ("register", "reported", "received", "issued")]
        assert [number_in(row[2]) for year, row in rows if year == again.year] == own
        if again.year == 2026:
            page = progress(case.ledger, case.day, "en")
            assert page
            (k3,) = [view for view in page.targets if view.row.id == "K3"]
            assert [number_in(count) for _, count in k3.row.counts] == own


def test_the_table_of_the_paper_agrees(case: Case) -> None:
    for target, row in zip(case.last.plan["targets"], case.rows("targets"), strict=True):
        assert str(row[0]).startswith(f"{target['id']}. ")
        cells = row[1:2] if len(case.again) == 1 else row[1:-1]
        for again, cell in zip(case.again, cells, strict=True):
            own = again.target(target)
            if target.get("counted") != "exhibitions":
                assert share_in(cell) == own.made_of
            if len(case.again) > 1 and own.coverage and own.coverage[0]:
                assert str(cell).endswith(f"; {own.coverage[0]}/{own.coverage[1]} bodies")
        if len(case.again) == 1:
            assert pair_in(row[2]) == case.last.target(target).coverage


def measures(case: Case) -> Iterator[tuple[str, dict[str, Any], list[Counted]]]:
    for task in case.last.plan["tasks"]:
        for measure in task.get("measures", []):
            yield task["id"], measure, [again.measure(measure) for again in case.again]


def summed(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def test_tasks_agree_in_the_annex(case: Case) -> None:
    every = len(case.again)
    for (task, measure, own), row in zip(measures(case), case.rows("tasks"), strict=True):
        assert (row[0], row[1]) == (task, measure["name"]["en"])
        counts = [one.count for one in own]
        assert [number_in(cell) for cell in row[2 : 2 + every]] == counts
        if every > 1:
            assert number_in(row[2 + every]) == summed(counts)
        people, given, portal = row[-3:]
        if measure.get("reported") in HELD:
            assert number_in(people) == summed([one.people for one in own])
        pairs = zip(case.again, own, strict=True)
        bases = [base_of(again, measure, one) for again, one in pairs if one.count is not None]
        assert [part.split(": ")[-1] for part in str(given).split("; ")] == (bases or [MISSING])
        pages = sum(one.portal for one in own)
        assert portal == ("" if measure.get("reported") else pages or NONE)


def base_of(again: Recount, measure: Mapping[str, Any], one: Counted) -> str:
    """How many of the bodies due a measure speaks of: of the register, those that keep one."""
    given = len(set(one.by_body) & again.all_due) if measure.get("reported") else again.registered
    return f"{given}/{len(again.all_due)}"


def test_the_bodies_of_each_task_agree(case: Case) -> None:
    rows = {(year, row[0], row[1]): row[2] for year, row in case.dated("tasks-bodies")}
    for task, measure, own in measures(case):
        if measure.get("reported") == "reports":
            continue
        for again, one in zip(case.again, own, strict=True):
            named = rows.pop((again.year, task, measure["name"]["en"]), "")
            parts = dict(part.rsplit(": ", 1) for part in named.split("; ")) if named else {}
            assert {name: number_in(count) for name, count in parts.items()} == {
                case.called(name): count for name, count in one.by_body.items()
            }
    assert rows == {}


def sentences_of(case: Case, number: int) -> list[str]:
    """The sentences of one task of the paper."""
    blocks = [block for block in case.report.paper("paper").blocks if isinstance(block, Line)]
    start = next(n for n, block in enumerate(blocks) if block.text.startswith(f"{number}. Task "))
    end = next(n for n, block in enumerate(blocks) if n > start and block.shape in ("subheading", "heading"))
    return [block.text for block in blocks[start + 1 : end] if block.shape == "sentence"]


def lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def numbers_of(text: str) -> Counter[str]:
    """Every number a text has, as it is written."""
    return Counter(re.findall(r"\d[\d,]*(?:/\d+)?(?=\D|$)", text))


def test_every_number_in_the_sentences_of_a_task_is_one_that_was_counted(case: Case) -> None:
    for number, task in enumerate(case.last.plan["tasks"], 1):
        own = [[again.measure(measure) for again in case.again] for measure in task.get("measures", [])]
        text = " ".join(sentences_of(case, number))
        for measure, years in zip(task.get("measures", []), own, strict=True):
            noun, count = lower(measure["name"]["en"]), summed([one.count for one in years])
            missing = re.search(r"No figure available on: (.*?)\.", text)
            assert (count is None) is bool(missing and noun in missing[1].split("; "))
            if count and measure.get("reported") != "reports":
                assert re.search(rf"(?<![\d,]){count:,} {re.escape(noun)}", text), (noun, count, text)
            if count == 0:
                assert f"there were no {noun}" in text
        known = allowed(case, own)
        found = numbers_of(re.sub(r"\b20\d\d: ", "", text))
        assert {n for n in found if n.replace(",", "") not in known} == set(), text
        assert "0" not in found or any(one.count == 0 for years in own for one in years)


def allowed(case: Case, own: list[list[Counted]]) -> set[str]:
    """The numbers that a task's sentences may have: its counts, their sums, its people, its bodies, its bases."""
    known: set[int] = set()
    for years in own:
        bodies: Counter[str] = Counter()
        for one in years:
            bodies.update(one.by_body)
        did = [count for count in bodies.values() if count]
        known |= {*did, len(did), summed([one.count for one in years]) or 0, summed([one.people for one in years]) or 0}
        known |= {sum(one.unknown for one in years), *(one.count or 0 for one in years)}
    pairs = [pair for years in own for pair in zip(case.again, years, strict=True)]
    bases = {(len(set(one.by_body) & again.all_due), len(again.all_due)) for again, one in pairs}
    bases |= {(again.registered, len(again.all_due)) for again in case.again}
    return {str(number) for number in known} | {f"{given}/{due}" for given, due in bases}


def test_what_was_held_agrees(case: Case) -> None:
    labels = {EN.say(f"told.labels.{what}"): what for what in HELD}
    for year, (label, count, people, base) in case.dated("held-sums"):
        again = next(one for one in case.again if one.year == year)
        own = again.held(labels[label])
        assert (number_in(count), number_in(people)) == (own.count, own.people)
        assert base == (MISSING if own.count is None else f"{len(own.by_body)}/{len(again.all_due)}")
    each = Counter((year, row[0]) for year, row in case.dated("held"))
    assert (
        each
        == Counter({(a.year, label): a.held(what).count or 0 for a in case.again for label, what in labels.items()})
        - Counter()
    )


def test_the_money_agrees_in_the_annex_and_in_the_paper(case: Case) -> None:
    lines = [(again.year, line) for again in case.again for line in again.budget() or []]
    printed = [(year, (row[0], row[1], row[2])) for year, row in case.dated("budget")]
    assert Counter(printed) == Counter((year, (case.called(name), source, vnd)) for year, (name, source, vnd) in lines)
    text = " ".join(block.text for block in case.report.paper("paper").blocks if isinstance(block, Line))
    if all(again.budget() is None for again in case.again):
        assert "No figure available on the budget." in text
    elif lines:
        assert f"{sum(vnd for _, (_, _, vnd) in lines):,} đồng were spent" in text
    sums = {year: row for year, row in case.dated("budget-sources") if row[0] == EN.say("annexes.total")}
    for again in case.again:
        own = again.budget()
        total = None if own is None else sum(vnd for *_, vnd in own)
        assert (sums[again.year][2] if again.year in sums else None) == total


def test_the_figures_of_bodies_add_up(case: Case) -> None:
    for again in case.again:
        for name, keys in (
            ("bodies-people", [("people", g, k) for g in GROUP_NAMES for k in ("in_post", "trained")]),
            ("bodies-work", WORK),
        ):
            rows = [row for year, row in case.dated(name) if year == again.year]
            assert len(rows) == len(again.reports) + bool(again.reports)
            for body, report in again.reports.items():
                (row,) = [row for row in rows if row[0] == case.called(body)]
                assert [AS_NUMBER.get(cell, cell) for cell in row[1:]] == [dug(report, key) for key in keys]
            if rows:
                sums = [summed([dug(report, key) for report in again.reports.values()]) for key in keys]
                assert [number_in(cell) for cell in rows[-1][1:]] == sums


AS_NUMBER = {EN.say("told.missing"): None, EN.say("told.yes"): 1, EN.say("told.no"): 0}
GROUP_NAMES = ("human_rights", "information", "external_information", "key_officials")
WORK = [
    ("spokesperson", "designated"), ("spokesperson", "disclosures"), ("misinformation", "detected"),
    ("misinformation", "handled"), ("central_publications", "received"), ("central_publications", "issued"),
]  # fmt: skip


def dug(report: Mapping[str, Any], key: tuple[str, ...]) -> int | None:
    value: Any = report
    for name in key:
        value = (value or {}).get(name)
    return None if value is None else int(value)


@pytest.mark.parametrize("name", ["theme", "quarter", "format", "channel", "language", "audience", "agency"])
def test_products_agree_by_everything_they_are_described_with(case: Case, name: str) -> None:
    key = {"theme": "theme", "quarter": "quarter", "agency": "agencies"}.get(name, f"{name}s")
    own = [again.tally(key) for again in case.again]
    pages = Counter[str]()
    for again in case.again:
        pages.update(again.tally(key, again.pages))
    rows = case.rows(f"products-{name}")
    made = [sorted(c for row in rows if (c := number_in(row[n])) is not None) for n in range(1, len(case.again) + 1)]
    assert made == [sorted(tally.values()) for tally in own]
    assert sorted(row[-1] for row in rows if row[-1] != NONE) == sorted(pages.values())
    for year, (count, base, of_portal) in case.dated("products"):
        again = next(one for one in case.again if one.year == year)
        assert number_in(count) == (len(again.rows) or None)
        assert base == (f"{again.registered}/{len(again.all_due)}" if again.rows else MISSING)
        assert of_portal == (len(again.pages) or NONE)


def test_who_has_reported_agrees(case: Case) -> None:
    text = " ".join(block.text for block in case.report.paper("paper").blocks if isinstance(block, Line))
    for again in case.again:
        given, due = len(set(again.reports) & again.all_due), len(again.all_due)
        said = f"{given}/{due} bodies that have to report had sent a report for {again.year}"
        none = f"none of the {due} bodies that have to report had sent a report for {again.year}"
        assert (said if given else none) in text
    assert len(case.rows("not-sent")) == len(case.last.all_due - set(case.last.reports))


def published(case: Case, name: str) -> list[dict[str, str]]:
    """The rows of a table of the open data, from the bytes of its CSV."""
    tables = {table.name: table for table in (*plan_tables(case.ledger, case.day), reports_table(case.ledger.reports))}
    text = b"".join(csv_parts(tables[name])).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_open_targets_agree(case: Case) -> None:
    rows = {(row["year"], row["target"]): row for row in published(case, "chi-tieu") if row["measure"] == "result"}
    for again in (again for again in case.again if (str(again.year), "K1") in rows):
        for target in again.plan["targets"]:
            row, own = rows[str(again.year), target["id"]], again.target(target)
            assert row["status"] == own.status
            if target.get("counted") != "exhibitions":
                made = (row["numerator"], row["denominator"])
                assert made == (tuple(map(str, own.made_of)) if own.made_of else ("", ""))
            assert (row["reported"], row["due"]) == (tuple(map(str, own.coverage)) if own.coverage else ("", ""))


def test_the_open_register_has_a_row_for_each_that_is_counted(case: Case) -> None:
    for again in case.again:
        if again.year <= case.day.year:
            rows = published(case, f"san-pham-{again.year}")
            assert Counter(row["agency"] for row in rows) == Counter(row["agency"] for row in again.rows)


def test_the_open_reports_say_what_the_files_say(case: Case) -> None:
    rows = published(case, "bao-cao")
    for again in case.again:
        for name, report in again.reports.items():
            said = {
                r["field"]: r for r in rows if (r["year"], r["agency"]) == (str(again.year), name) and not r["entry"]
            }
            for group, people in (report.get("people") or {}).items():
                assert float(said[f"people.{group}.in_post"]["number"]) == people["in_post"]
                assert float(said[f"people.{group}.trained"]["number"]) == people["trained"]
            for what in HELD:
                held = report.get(what)
                assert (what in said) == (held is not None)
                assert held is None or float(said[what]["number"]) == len(held)
