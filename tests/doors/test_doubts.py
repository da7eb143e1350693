"""What may be right as it is: told through every door in words that say so, and no row and no door is stopped."""

import json
import shutil
from datetime import date

import pytest

from conftest import PLAN_3112, Corpus, run
from makers import YEAR_END
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.ledger import Ledger, Registers, open_registers
from portal.plan.report.make import make_report
from portal.plan.report.values import Line
from portal.reading.problems import DOUBTS, to_mend

TODAY = date(2026, 11, 28)
HEAD = "id;date;title;agency;theme;formats;channels;languages;audiences;places;quantity;url"
LEAFLET = "1;leaflet;print;vi;children;;500;"
BODIES = ("hoi-lhpn", "so-gddt", "so-y-te")


@pytest.fixture
def desk(corpus: Corpus) -> Corpus:
    shutil.copytree(PLAN_3112 / "data", corpus.root / "data", dirs_exist_ok=True)
    return corpus


@pytest.fixture
def numbered(desk: Corpus) -> Corpus:
    """Three bodies that number their rows from 1 and call them alike."""
    for body in BODIES:
        enter(desk, body, f"1;20/11/2026;Tờ rơi một;{body};{LEAFLET}", f"2;21/11/2026;Tờ rơi hai;{body};{LEAFLET}")
    return desk


def enter(desk: Corpus, body: str, *rows: str) -> None:
    desk.write(f"data/products/2026-{body}.csv", "\ufeff" + "\n".join([HEAD, *rows]) + "\n")


def read(desk: Corpus) -> tuple[Registers, Ledger]:
    found = open_registers(open_library(desk.root, TODAY), TODAY)
    assert found.ledger
    return found, found.ledger


def check(desk: Corpus, *arguments: str) -> tuple[int, str, str]:
    done = run("scripts/check.py", "--root", str(desk.root), *arguments)
    return done.returncode, done.stdout, done.stderr


def test_a_product_of_two_bodies_counts_for_both_and_is_told(desk: Corpus) -> None:
    enter(desk, "so-gddt", f"A1;20/11/2026;Tờ rơi quyền trẻ em;so-gddt;{LEAFLET}")
    enter(desk, "tinh-doan", f"TD1;20/11/2026;Tờ rơi quyền trẻ em;tinh-doan;{LEAFLET}")
    found, ledger = read(desk)
    (doubt,) = found.problems
    assert (doubt.path, doubt.line, doubt.field) == ("data/products/2026-tinh-doan.csv", 2, "title")
    assert doubt.message("vi").startswith("Cần xem lại: 'Tờ rơi quyền trẻ em' ngày 2026-11-20 có 2 cơ quan cùng ghi ")
    assert doubt.message("en").startswith("To look at: 'Tờ rơi quyền trẻ em' of 2026-11-20 was entered by 2 bodies ")
    assert "data/products/2026-so-gddt.csv:2" in doubt.message("vi")
    assert ledger.tally(2026, YEAR_END).products == 2
    assert {row.id for row in ledger.rows(ledger.plan.full_window(2026))} == {
        "2026/so-gddt/A1",
        "2026/tinh-doan/TD1",
    }


def test_bodies_that_number_from_1_and_use_like_titles_lose_no_row(numbered: Corpus) -> None:
    assert read(numbered)[1].tally(2026, YEAR_END).products == 6
    code, out, said = check(numbered)
    assert code == 0
    assert [line.partition(": ")[0] for line in out.splitlines()] == [
        "data/products/2026-so-gddt.csv:2",
        "data/products/2026-so-gddt.csv:3",
    ]
    assert out.count("Cần xem lại") == 2
    assert "Không có lỗi nào" in said
    assert "2 chỗ cần xem lại" in said


def test_a_check_in_english_says_that_it_is_a_doubt(numbered: Corpus) -> None:
    code, out, said = check(numbered, "--lang", "en")
    assert code == 0
    assert out.count("To look at") == 2
    assert "No problems" in said
    assert "to look at: 2" in said


def test_programs_can_tell_a_doubt_from_a_mistake(numbered: Corpus) -> None:
    code, out, _ = check(numbered, "--format", "github")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["::warning"] * 2
    code, out, _ = check(numbered, "--format", "json")
    assert (code, [problem["doubt"] for problem in json.loads(out)]) == (0, [True, True])


def test_a_mistake_beside_doubts_is_told_first_and_still_refused(numbered: Corpus) -> None:
    enter(numbered, "tinh-doan", f"1;20/11/2026;Tờ rơi một;tinh-doan;{LEAFLET}", "2;20/11/2026;Hai")
    code, out, said = check(numbered)
    assert code == 1
    assert out.startswith("data/products/2026-tinh-doan.csv:3: ")
    assert "Có 1 chỗ cần sửa" in said
    assert "2 chỗ cần xem lại" in said


@pytest.mark.parametrize("title", ["Tờ rơi một", " tờ  RƠI một"])
def test_the_same_body_s_row_under_two_ids_is_a_mistake_whoever_else_has_it(numbered: Corpus, title: str) -> None:
    row = f"1;20/11/2026;Tờ rơi một;so-y-te;{LEAFLET}"
    enter(numbered, "so-y-te", row, f"2;20/11/2026;{title};so-y-te;{LEAFLET}")
    found, ledger = read(numbered)
    assert [(p.path, p.line, p.code) for p in to_mend(found.problems)] == [
        ("data/products/2026-so-y-te.csv", 3, "product-twice")
    ]
    assert ledger.tally(2026, YEAR_END).products == 5
    assert check(numbered)[0] == 1


def test_communes_that_hang_one_banner_on_one_day_all_count_and_are_told_in_one_sentence(desk: Corpus) -> None:
    _, ledger = read(desk)
    communes = [name for name in ledger.library.data.agencies if name.startswith(("xa-", "phuong-"))]
    assert len(communes) == 45
    for body in communes:
        enter(desk, body, f"1;20/11/2026;Băng rôn ngày quyền con người;{body};1;banner;print;vi;residents;;1;")
    found, ledger = read(desk)
    (doubt,) = found.problems
    assert "có 45 cơ quan cùng ghi" in doubt.message("vi")
    assert len(doubt.message("vi")) < 800
    assert ledger.tally(2026, YEAR_END).products == 45


def test_so_many_doubts_that_some_are_not_listed_are_no_mistake_either(desk: Corpus) -> None:
    for body in ("so-gddt", "so-y-te"):
        enter(desk, body, *(f"{n};20/11/2026;Tờ rơi {n};{body};{LEAFLET}" for n in range(1, 1004)))
    found, ledger = read(desk)
    assert (len(found.problems), found.problems[-1].code, found.problems[-1].values["count"]) == (
        1001,
        "doubts-more",
        3,
    )
    assert to_mend(found.problems) == ()
    assert ledger.tally(2026, YEAR_END).products == 2006


@pytest.mark.parametrize("door", [("kpi.py", "--format", "json"), ("sent.py", "--format", "json")])
def test_counting_goes_on_and_says_in_a_line_that_there_are_doubts(numbered: Corpus, door: tuple[str, ...]) -> None:
    done = run(f"scripts/{door[0]}", "--root", str(numbered.root), "--year", "2026", *door[1:])
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)
    assert done.stderr.count("2 chỗ cần xem lại") == 1


def test_the_officer_s_sheet_names_the_bodies_of_what_may_be_one_product(numbered: Corpus) -> None:
    _, ledger = read(numbered)
    blocks = make_report(ledger, 2026, YEAR_END, "annual", False, words("vi")).paper("officer").blocks
    told = [block.text for block in blocks if isinstance(block, Line) and "làm chung" in block.text]
    assert len(told) == 2
    names = sorted(ledger.library.data.agencies[body].called("vi") for body in BODIES)
    assert "'Tờ rơi một'" in told[0]
    assert told[0].endswith(f"đang tính 3 lần, do: {'; '.join(names)}.")
    english = make_report(ledger, 2026, YEAR_END, "annual", False, words("en")).paper("officer").blocks
    assert any("One joint product" in block.text for block in english if isinstance(block, Line))


def test_a_doubt_is_a_code_that_can_be_told() -> None:
    assert words("vi").problems.keys() & words("en").problems.keys() >= DOUBTS
