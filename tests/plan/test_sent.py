"""Who has sent what: expected, in, in time, late, corrected; the same wherever it is told."""

import io
import json
from datetime import date

import openpyxl
import pytest

import sent as door
from conftest import TODAY, Corpus
from makers import SMALL_PLAN
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.bodies.sent import Sendings, sendings
from portal.plan.bodies.sent_tables import sent_sentences, sent_table, state_rows, still_to_send_first
from portal.plan.ledger import Ledger, open_registers

TARGET = """targets:
  - id: K1
    text: {vi: Một, en: One}
    place: {vi: Mục, en: Section}
    formula: {vi: Cách, en: How}
    floor: 1
    deadline: 2028
    reported: spokesperson
    bodies: [administrative]
"""
BODIES = ("a-mot", "b-hai", "c-ba", "d-bon", "e-nam")
HEAD = "day,agency,sha256,form,replaces,products,document\n"
REPORT = 'document: {number: "1/BC", date: 2026-11-02}\nspokesperson: {designated: true}\n'


@pytest.fixture
def year(corpus: Corpus) -> Corpus:
    """Five bodies: in time and corrected, late, in on an unknown day, excused, silent."""
    entries = (f"- id: {name}\n  kind: administrative\n  name: {{vi: {name}, en: {name}}}\n" for name in BODIES)
    corpus.write("data/agencies.yml", "".join(entries))
    plan = SMALL_PLAN.replace("targets: []\n", TARGET)
    corpus.write("data/plan.yml", f"{plan}reports_due: 11-10\nexcused: {{2026: {{d-bon: Lý do}}}}\n")
    for name in BODIES[:3]:
        corpus.write(f"data/reported/2026/{name}.yml", REPORT.replace("1/BC", f"1/BC-{name}"))
    lines = f"2026-11-09,a-mot,{'1' * 64},f,,0,\n2026-11-10,b-hai,{'2' * 64},f,,0,\n"
    corpus.write("data/received/2026.csv", f"{HEAD}{lines}2026-11-12,a-mot,{'3' * 64},f,{'1' * 64},0,\n")
    return corpus


def ledger_of(corpus: Corpus) -> Ledger:
    registers = open_registers(open_library(corpus.root, TODAY), TODAY)
    assert [p for p in registers.problems if not p.path.startswith("content")] == []
    assert registers.ledger is not None
    return registers.ledger


def found(corpus: Corpus, as_of: date = TODAY) -> Sendings:
    return sendings(ledger_of(corpus), 2026, as_of)


def states(of: Sendings) -> dict[str, str]:
    return {body.agency.id: body.state for body in of.bodies}


def test_in_time_is_before_the_day_and_late_is_from_that_day_on(year: Corpus) -> None:
    assert states(found(year)) == {
        "a-mot": "on_time",
        "b-hai": "late",
        "c-ba": "in",
        "d-bon": "excused",
        "e-nam": "overdue",
    }


def test_a_correction_after_the_day_leaves_what_came_in_time_in_time(year: Corpus) -> None:
    first = found(year).bodies[0]
    assert (first.first, first.last, first.corrections) == (date(2026, 11, 9), date(2026, 11, 12), 1)
    assert found(year).corrected == 1


def test_before_the_day_nobody_is_overdue_and_what_came_later_is_not_in_yet(year: Corpus) -> None:
    early = found(year, date(2026, 11, 8))
    assert states(early)["e-nam"] == "waiting"
    assert (states(early)["a-mot"], states(early)["b-hai"]) == ("waiting", "waiting")
    assert states(found(year, date(2026, 11, 10)))["e-nam"] == "overdue"


def test_an_excused_body_is_expected_and_not_in(year: Corpus) -> None:
    rate = found(year).rate
    assert (rate.numerator, rate.denominator) == (3, 5)
    assert (found(year).rate_on_time.numerator, found(year).rate_on_time.denominator) == (1, 5)


def test_where_the_plan_names_no_day_nothing_is_late(year: Corpus) -> None:
    file = year.root / "data/plan.yml"
    file.write_text(file.read_text("utf-8").replace("reports_due: 11-10\n", ""), encoding="utf-8")
    told = found(year)
    assert set(states(told).values()) == {"in", "excused", "waiting"}
    assert "Kế hoạch không đặt ngày gửi." in sent_sentences(told, ledger_of(year).plan, words("vi"))


def test_those_still_to_send_stand_first(year: Corpus) -> None:
    assert [body.state for body in still_to_send_first(found(year))] == ["excused", "overdue", "in", "late", "on_time"]


def test_a_day_nobody_wrote_down_is_said_to_be_unknown_and_never_in_time(year: Corpus) -> None:
    rows = {row[0]: row[1:] for row in sent_table(found(year), words("en")).rows}
    assert rows["c-ba"] == ("in, day not known", "not known", "not known", "–", "1/BC-c-ba")
    assert rows["a-mot"] == ("in time", "9 November 2026", "12 November 2026", 1, "1/BC-a-mot")
    assert rows["d-bon"][0] == "excused (reason: Lý do)"


def test_the_states_add_up_to_all_bodies(year: Corpus) -> None:
    *each, (_, every) = state_rows(found(year), words("vi"))
    assert sum(count for _, count in each) == every == len(BODIES)


def run(year: Corpus, *options: str) -> int:
    return door.main(["--root", str(year.root), "--year", "2026", "--as-of", "2026-11-20", *options])


def test_the_door_tells_programs_the_same(year: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(year, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {name: told[name] for name in ("expected", "in", "on_time", "late", "corrected")} == {
        "expected": 5,
        "in": 3,
        "on_time": 1,
        "late": 1,
        "corrected": 1,
    }
    assert [body["state"] for body in told["bodies"]] == ["on_time", "late", "in", "excused", "overdue"]
    assert told["bodies"][2]["first"] is None


def test_the_issue_begins_with_its_title_and_names_every_body(year: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(year, "--format", "issue") == 0
    title, *rest = capsys.readouterr().out.splitlines()
    assert title == "Báo cáo Kế hoạch năm 2026"
    assert all(any(line.startswith(f"| {name} |") for line in rest) for name in BODIES)


def test_the_workbook_has_a_row_a_body_and_is_the_same_each_time(
    year: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    out = year.root / "ra"
    assert run(year, "--out", str(out)) == 0
    file = out / "ai-da-gui-2026.vi.xlsx"
    once = file.read_bytes()
    rows = list(openpyxl.load_workbook(io.BytesIO(once)).worksheets[0].values)
    assert rows[0][:2] == ("Cơ quan", "Tình trạng")
    assert {row[0] for row in rows[1:]} == set(BODIES)
    assert run(year, "--out", str(out)) == 0
    assert file.read_bytes() == once
    assert file.name in capsys.readouterr().out


def test_a_year_the_plan_does_not_have_is_refused(year: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["--root", str(year.root), "--year", "2040"]) == 2
    assert "2040" in capsys.readouterr().err
