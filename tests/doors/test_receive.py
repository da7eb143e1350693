"""Forms come back to exact figures; every slip is told by its sheet and cell; nothing of anybody's is lost."""

import csv
import json
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import INDEX, Corpus, portal_of, run
from filler import FilledForm, fill
from forms_desk import YEAR, blank_forms, data_of, plan_corpus, receive
from portal.language.words import words
from portal.site.blocks.listed.events import MOST_REPORTED
from portal.site.blocks.listed.training import TrainingBlock
from portal.site.days.events import calendar_path
from portal.site.files.news.calendars import calendar_files
from portal.site.pages.make import page_at

SEED = 13


@dataclass(frozen=True)
class Province:
    """The plan's corpus, and the form of each of its bodies, filled in and taken in."""

    corpus: Corpus
    filled: dict[str, FilledForm]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """All forms filled in by chance, and taken in by the door from the folder where they are laid."""
    corpus = plan_corpus(tmp_path_factory.mktemp("province"))
    blank = blank_forms(tmp_path_factory.mktemp("blank"))
    filled = {body: fill(form, body, SEED) for body, form in blank.items()}
    for body, form in filled.items():
        corpus.write(f"data/received/{YEAR}/Bieu {body} (ban chot).xlsx", form.data)
    code, said = receive(corpus, "--day", "2026-11-20")
    assert code == 0, said
    return Province(corpus, filled)


def test_every_body_has_a_form(province: Province) -> None:
    assert len(province.filled) == 59


def reports_of(province: Province) -> dict[str, Any]:
    files = sorted((province.corpus.root / f"data/reported/{YEAR}").glob("*.yml"))
    return {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in files}


def as_text(tree: Any) -> Any:
    """The same tree as BaseLoader reads it: every value a text."""
    if isinstance(tree, dict):
        return {key: as_text(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_text(value) for value in tree]
    return {True: "true", False: "false"}[tree] if isinstance(tree, bool) else str(tree)


def test_every_report_says_what_the_body_wrote(province: Province) -> None:
    found = reports_of(province)
    assert found.keys() == province.filled.keys()
    for body, form in province.filled.items():
        assert found[body] == as_text(form.report), body


def rows_of(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return [{name: value for name, value in row.items() if value} for row in csv.DictReader(opened)]


def test_every_register_has_the_rows_the_body_wrote(province: Province) -> None:
    folder = province.corpus.root / "data/products"
    written = {body: form.products for body, form in province.filled.items() if form.products is not None}
    assert {file.stem.removeprefix(f"{YEAR}-") for file in folder.glob(f"{YEAR}-*.csv")} == written.keys()
    for body, products in written.items():
        expected = [
            {name: "|".join(value) if isinstance(value, list) else str(value) for name, value in one.items() if value}
            for one in products
        ]
        assert rows_of(folder / f"{YEAR}-{body}.csv") == expected, body


def counted(province: Province, *arguments: str) -> dict[str, Any]:
    where = ("--root", str(province.corpus.root), "--year", str(YEAR), "--as-of", "2026-11-30", "--format", "json")
    done = run("scripts/kpi.py", *where, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("target", "group"),
    [("K2a", "human_rights"), ("K2b", "information"), ("K2c", "external_information"), ("K2d", "key_officials")],
)
def test_people_are_counted_as_an_independent_sum_counts_them(province: Province, target: str, group: str) -> None:
    said = [f.report["people"][group] for f in province.filled.values() if group in f.report.get("people", {})]
    found = counted(province)["targets"][target]
    assert (found["numerator"], found["denominator"]) == (
        sum(s["trained"] for s in said),
        sum(s["in_post"] for s in said),
    )
    assert found["reported"] == len(said) > 0


def test_classes_of_the_forms_are_on_the_training_desk_the_latest_and_in_its_calendar_each_once(
    province: Province, tmp_path: Path
) -> None:
    desk = Corpus(tmp_path)
    shutil.copytree(province.corpus.root / "data", tmp_path / "data")
    desk.story("tap-huan/index", title='"Tập huấn thử"', shows="training", **INDEX)
    site = portal_of(desk)
    block = page_at(site, "vi", "tap-huan/index").block
    assert isinstance(block, TrainingBlock)
    told = [one for form in province.filled.values() for one in form.report.get("trainings", [])]
    shown = Counter((one.day.iso, one.link.title) for one in block.held)
    assert shown <= Counter((one["date"], one["title"]) for one in told)
    days = sorted((one["date"] for one in told), reverse=True)
    assert [one.day.iso for one in block.held] == days[:MOST_REPORTED]
    assert str(len(told)) in block.more
    (calendar,) = (one for one in calendar_files(site) if one.path == calendar_path("vi", "training"))
    assert calendar.make().count(b"BEGIN:VEVENT") == len(told) > MOST_REPORTED
    assert block.count == words("vi").say("training.count", held=len(told), coming=0)
    targets = counted(province)["targets"]
    for group in block.groups:
        found = targets[group.view.row.id]
        assert f"({found['numerator']}/{found['denominator']})" in group.view.result
    assert len(block.groups) == 4 < len(told)


def test_press_news_and_central_books_are_counted_as_an_independent_sum_counts_them(province: Province) -> None:
    targets = counted(province)["targets"]
    reports = [form.report for form in province.filled.values()]
    spoken = [report["spokesperson"]["designated"] for report in reports if "spokesperson" in report]
    assert (targets["K1"]["numerator"], targets["K1"]["denominator"]) == (sum(spoken), len(spoken))
    news = [report["misinformation"] for report in reports if "misinformation" in report]
    assert targets["K5b"]["numerator"] == sum(one["handled"] for one in news)
    assert targets["K5b"]["denominator"] == sum(one["detected"] for one in news)
    books = [report["central_publications"] for report in reports if "central_publications" in report]
    assert targets["K3"]["counts"]["publications_received"] == sum(one["received"] for one in books)
    assert targets["K3"]["counts"]["publications_issued"] == sum(one["issued"] for one in books)
    shown = [one for report in reports for one in report.get("exhibitions", [])]
    assert targets["K3"]["counts"]["exhibitions_reported"] == len(shown)


def test_products_are_counted_as_an_independent_count_counts_them(province: Province) -> None:
    products = [one for form in province.filled.values() for one in form.products or []]
    found = counted(province, "--counts")
    assert found["products"] == len(products) > 100
    for dimension, name in (("language", "languages"), ("format", "formats"), ("channel", "channels")):
        expected = Counter(word for one in products for word in one[name])
        assert {key: n for key, n in found["by"][dimension].items() if n} == dict(expected), dimension
    assert {k: n for k, n in found["by"]["theme"].items() if n} == Counter(str(one["theme"]) for one in products)
    assert {k: n for k, n in found["by"]["agency"].items() if n} == Counter(one["agency"] for one in products)
    digital = {"facebook", "zalo", "youtube"}
    k4 = [one for one in products if set(one["languages"]) != {"vi"} or digital & set(one["channels"])]
    assert counted(province)["targets"]["K4"]["numerator"] == len(k4)


def test_check_finds_nothing_in_what_was_written_and_nothing_in_the_workbooks_beside(province: Province) -> None:
    done = run("scripts/check.py", "--root", str(province.corpus.root))
    assert "data/re" not in done.stdout
    assert "data/products" not in done.stdout


def test_the_log_has_a_line_for_each_form_and_no_name_of_a_file(province: Province) -> None:
    log = province.corpus.root / f"data/received/{YEAR}.csv"
    rows = rows_of(log)
    assert sorted(row["agency"] for row in rows) == sorted(province.filled)
    assert {row["day"] for row in rows} == {"2026-11-20"}
    for row in rows:
        form = province.filled[row["agency"]]
        assert int(row["products"]) == len(form.products or [])
        assert row["document"] == form.report["document"]["number"]
    assert "Bieu" not in log.read_text("utf-8")


def test_the_same_files_again_change_nothing(province: Province) -> None:
    before = data_of(province.corpus)
    code, said = receive(province.corpus)
    assert code == 0
    assert said.count("đã nhận ngày 2026-11-20") == 59
    assert data_of(province.corpus) == before
