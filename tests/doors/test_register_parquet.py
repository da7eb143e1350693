"""The register as Parquet: what is written, that it is the same twice, and what the documented questions answer."""

import json
import re
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

import register_parquet
from conftest import ROOT, Corpus, run
from makers import a_corpus

QUESTIONS = re.findall(r"```sql\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S)
CSV = "data/products/2026.csv"


def written(corpus: Corpus, out: str = "out") -> Path:
    folder = corpus.root / out
    done = run("scripts/register_parquet.py", "--root", str(corpus.root), "--out", str(folder), "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def asked(corpus: Corpus, number: int) -> list[tuple[object, ...]]:
    question = QUESTIONS[number].replace("dist/register", (corpus.root / "out").as_posix())
    found = duckdb.sql(question)
    assert found is not None
    return found.fetchall()


def counted(corpus: Corpus, *more: str) -> dict[str, object]:
    where = ("--root", str(corpus.root), "--year", "2026", "--as-of", "2026-11-30", "--format", "json")
    tree: dict[str, object] = json.loads(run("scripts/kpi.py", *where, *more).stdout)
    return tree


def test_the_documented_questions_answer_what_the_portal_counts(corpus: Corpus) -> None:
    rows = a_corpus(corpus, 0, 400)
    written(corpus)
    k4 = counted(corpus)["targets"]["K4"]  # type: ignore[index]
    assert asked(corpus, 0) == [(k4["denominator"], k4["numerator"])]
    by = counted(corpus, "--counts")["by"]
    assert dict(asked(corpus, 1)) == {name: count for name, count in by["format"].items() if count}  # type: ignore
    assert {name: count for name, count, _ in asked(corpus, 2)} == by["agency"]  # type: ignore[index]
    assert len(rows) == k4["denominator"]


def test_every_field_of_a_row_is_there_as_it_was_meant(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 0)
    head = "id,date,title,agency,theme,formats,channels,languages,audiences,places,quantity,url\n"
    first = 'a-1,1/3/2026,"Tờ rơi, mới",a1,3,Tờ rơi|poster,print,vi|blt,everyone,Tuần Giáo,1.000,https://example.org/van-ban\n'
    corpus.write(CSV, head + first + "a-2,2026-03-02,Loa,a2,1,leaflet,radio,vi,everyone,,,\n")
    table = pq.read_table(written(corpus) / "2026.parquet").to_pylist()
    assert [row["line"] for row in table] == [2, 3]
    assert {name: table[0][name] for name in ("id", "title", "formats", "languages", "places", "quantity", "url")} == {
        "id": "2026/a1/a-1",
        "title": "Tờ rơi, mới",
        "formats": ["leaflet", "poster"],
        "languages": ["vi", "blt"],
        "places": ["Tuần Giáo"],
        "quantity": 1000,
        "url": "https://example.org/van-ban",
    }
    assert (str(table[0]["date"]), table[0]["theme"], table[0]["path"]) == ("2026-03-01", 3, CSV)
    assert (table[1]["places"], table[1]["quantity"], table[1]["url"]) == ([], None, None)


def test_the_same_rows_make_the_same_bytes_and_a_year_that_has_gone_leaves_no_file(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 50)
    once, again = written(corpus, "a") / "2026.parquet", written(corpus, "b") / "2026.parquet"
    assert once.read_bytes() == again.read_bytes()
    (corpus.root / "a" / "2025.parquet").write_bytes(b"old")
    assert [file.name for file in written(corpus, "a").iterdir()] == ["2026.parquet"]


def test_a_register_with_problems_is_not_written(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 3)
    corpus.write(CSV, (corpus.root / CSV).read_text("utf-8").replace("leaflet", "leafet", 1))
    done = run("scripts/register_parquet.py", "--root", str(corpus.root), "--out", str(corpus.root / "out"))
    assert done.returncode == 1
    assert CSV in done.stdout
    assert not (corpus.root / "out").exists()


def test_a_folder_of_somebody_else_is_left_alone(corpus: Corpus) -> None:
    a_corpus(corpus, 0, 3)
    own = corpus.write("out/thu-vien/anh.txt", "của tôi")
    done = run("scripts/register_parquet.py", "--root", str(corpus.root), "--out", str(corpus.root / "out"))
    assert done.returncode == 1
    assert own.read_text() == "của tôi"


def test_without_the_package_the_door_says_how_to_get_it(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(register_parquet, "find_spec", lambda _: None)
    assert register_parquet.main(["--root", str(corpus.root), "--lang", "en"]) == 2
    assert "make register-parquet" in capsys.readouterr().err
