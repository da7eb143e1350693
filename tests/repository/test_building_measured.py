"""What `make bench` measures with: stories the check takes, the same for all; a table and its drawing say one thing."""

import csv
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import MADE_UP, ROOT, run
from demonstration import write_stories
from run import installed_hugo
from scale_drawing import svg
from scale_table import from_csv

STORIES = 5
SVG = "{http://www.w3.org/2000/svg}"
KEPT = sorted((ROOT / "bench/results").glob("scale-*.csv"))


def with_stories(folder: Path, stories: int) -> Path:
    shutil.copytree(MADE_UP, folder)
    write_stories(folder, stories)
    return folder


def texts(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("bai-do-*.md")}


def test_the_same_number_gives_the_same_bytes_and_a_larger_corpus_holds_the_smaller(tmp_path: Path) -> None:
    five, again = (texts(with_stories(tmp_path / name, STORIES)) for name in ("five", "again"))
    seven = texts(with_stories(tmp_path / "seven", STORIES + 2))
    assert len(five) == 2 * STORIES
    assert five == again
    assert len(seven) == 2 * (STORIES + 2)
    assert five.items() <= seven.items()


def test_the_check_takes_the_stories_as_they_are(tmp_path: Path) -> None:
    root = with_stories(tmp_path / "corpus", STORIES)
    done = run("scripts/check.py", "--root", str(root), "--lang", "en")
    assert done.returncode == 0, done.stdout
    assert "bai-do-" not in done.stdout
    (root / next(iter(sorted(texts(root))))).write_text("---\ntitle: no more\n---\n", encoding="utf-8")
    assert run("scripts/check.py", "--root", str(root), "--lang", "en").returncode == 1


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small measurement: one round, the whole build of each and the check."""
    out = tmp_path_factory.mktemp("measured")
    what = ("--stories", str(STORIES), "--rounds", "1", "--steps", "cold", "check")
    where = ("--corpus", str(MADE_UP), "--room", str(tmp_path_factory.mktemp("room")), "--out", str(out))
    done = run("bench/run.py", *what, *where, PYTHONPATH=f"{ROOT / 'scripts'}:{ROOT / 'tests'}")
    assert done.returncode == 0, done.stderr
    assert f"{STORIES} stories, round 1 of 1: portal, cold" in done.stderr, "it says what it is at"
    return out / f"scale-{STORIES}.csv"


def test_a_small_measurement_has_a_line_for_each_engine_that_is_here(table: Path) -> None:
    lines, about = from_csv(table.read_text("utf-8"))
    hugo = [("cold", "Hugo")] if installed_hugo() else []
    found = [(line.step, line.engine) for line in lines]
    assert found == [("cold", "portal"), *hugo, ("cold", "Material"), ("check", "portal")]
    for line in lines:
        assert line.cpu is not None and line.cpu > 0  # noqa: PT018
        assert line.together is not None and line.together >= (line.largest or 0) > 5  # noqa: PT018
        assert line.step == "check" or (line.pages or 0) > 2 * STORIES
    assert about["stories"] == str(STORIES)
    assert "mkdocs-material 9" in about["versions"]
    assert ("hugo" in about["versions"]) == bool(hugo)


def test_ratios_are_to_the_whole_build_of_the_other(table: Path) -> None:
    lines, _ = from_csv(table.read_text("utf-8"))
    by_name = {(line.step, line.engine): line for line in lines}
    material = by_name["cold", "Material"]
    assert material.cpu_to_material == 1
    for name in (("cold", "portal"), ("check", "portal")):
        line = by_name[name]
        assert line.cpu is not None
        assert material.cpu is not None
        assert line.cpu_to_material == pytest.approx(line.cpu / material.cpu, rel=0.02)


def test_the_drawing_has_a_title_a_description_and_its_numbers_as_words(table: Path) -> None:
    lines, about = from_csv(table.read_text("utf-8"))
    root = ElementTree.fromstring(table.with_suffix(".svg").read_text("utf-8"))
    assert root.get("role") == "img"
    named = {root.findtext(f"{SVG}{name}") for name in ("title", "desc")}
    assert all(named)
    told = root.findtext(f"{SVG}desc") or ""
    for line in lines:
        assert f"{line.engine}, {line.step}: {line.cpu:.1f} s" in told
    assert about["versions"] in told
    fills = [bar.get("fill") for bar in root.findall(f"{SVG}rect")[1:]]
    assert len(set(fills)) == len({line.engine for line in lines}), "engines can be told apart without colour"


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_kept_drawing_says_what_its_table_says(path: Path) -> None:
    lines, about = from_csv(path.read_text("utf-8"))
    assert path.with_suffix(".svg").read_text("utf-8") == svg(lines, about)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_kept_table_says_where_and_with_what_it_was_measured(path: Path) -> None:
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert {row["stories"] for row in rows} == {path.stem.removeprefix("scale-")}
    for row in rows:
        assert all(row[name] for name in ("rounds", "day", "cores", "load", "system", "versions")), row
