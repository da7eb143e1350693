"""A report of a past day is made again to the byte, and leaves out what came in after it."""

from datetime import date
from pathlib import Path

import pytest

from conftest import Corpus, run
from makers import SMALL_PLAN
from portal.content.library import open_library
from portal.plan.as_known import corrected_since, known_on
from portal.plan.ledger import Ledger, open_ledger
from portal.reading.problems import to_mend

TODAY = date(2026, 11, 30)
DAY = date(2026, 11, 20)
LOG = "day,agency,sha256,form,replaces,products,document\n"
REGISTER = "id,date,title,agency,theme,formats,channels,languages,audiences\n"
MOVED = """import datetime
class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super({name}, cls).now(tz).replace(year={year}, month={month}, day={day})
datetime.datetime = Moved
""".replace("{name}", "Moved")
"""A clock that stands at another day, for whoever starts Python with its folder on the path."""


@pytest.fixture
def told(corpus: Corpus) -> Corpus:
    """Two bodies that reported: one before the day, one after it."""
    corpus.write(
        "data/agencies.yml",
        '- {id: co-quan, kind: administrative, name: {vi: "Cơ quan", en: "Body"}}\n'
        '- {id: so-hai, kind: administrative, name: {vi: "Sở Hai", en: "Department Two"}}\n'
        '- {id: so-ba, kind: administrative, name: {vi: "Sở Ba", en: "Department Three"}}\n',
    )
    corpus.write("data/plan.yml", SMALL_PLAN.replace("targets: []", TARGET))
    for body in ("co-quan", "so-hai", "so-ba"):
        corpus.write(f"data/reported/2026/{body}.yml", "spokesperson: {designated: true}\n")
        row = f"{body}-1,2026-05-01,Tờ rơi của {body},{body},3,leaflet,print,vi,residents\n"
        shared = f"{body}-2,2026-05-02,Băng rôn,{body},3,banner,print,vi,residents\n"
        corpus.write(f"data/products/2026-{body}.csv", REGISTER + row + shared)
    corpus.write("data/received/2026.csv", LOG + line("2026-11-10", "co-quan", "a") + line("2026-11-25", "so-hai", "b"))
    corpus.story()
    return corpus


TARGET = """targets:
  - id: K1
    text: {vi: "Một", en: "One"}
    place: {vi: "Mục", en: "Section"}
    formula: {vi: "Cách", en: "How"}
    floor: 1.0
    deadline: 2028
    reported: spokesperson
    bodies: [administrative]
"""


def line(day: str, agency: str, letter: str, replaces: str = "") -> str:
    return f"{day},{agency},{letter * 64},1,{replaces},1,\n"


def ledger_of(corpus: Corpus) -> Ledger:
    ledger, problems = open_ledger(open_library(corpus.root, TODAY), TODAY)
    assert ledger, problems
    assert to_mend(problems) == ()
    return ledger


def agencies(ledger: Ledger) -> tuple[set[str], set[str]]:
    """(who has reported, whose rows are counted)."""
    rows = ledger.rows(ledger.plan.full_window(2026))
    return set(ledger.reports[2026]), {row.agency for row in rows}


def test_what_came_in_later_is_left_out_and_what_no_log_tells_of_is_there(told: Corpus) -> None:
    ledger = ledger_of(told)
    assert agencies(known_on(ledger, TODAY)) == ({"co-quan", "so-hai", "so-ba"},) * 2
    assert agencies(known_on(ledger, DAY)) == ({"co-quan", "so-ba"},) * 2
    assert [r.agency for r in known_on(ledger, DAY).receipts[2026]] == ["co-quan"]
    assert [row.agency for row in ledger.register.joint[0].rows] == ["co-quan", "so-ba", "so-hai"]
    assert [row.agency for row in known_on(ledger, DAY).register.joint[0].rows] == ["co-quan", "so-ba"]
    assert known_on(ledger, date(2026, 11, 9)).register.joint == ()
    assert [known_on(ledger, day).tally(2026, TODAY).products for day in (TODAY, DAY)] == [6 + 1, 4 + 1]


def test_a_form_corrected_after_the_day_is_said(told: Corpus) -> None:
    log = LOG + line("2026-11-10", "co-quan", "a") + line("2026-11-25", "co-quan", "b", "a" * 64)
    told.write("data/received/2026.csv", log)
    ledger = ledger_of(told)
    assert agencies(known_on(ledger, DAY))[0] == {"co-quan", "so-hai", "so-ba"}
    assert [(one.agency, one.day) for one in corrected_since(ledger, DAY)] == [("co-quan", date(2026, 11, 25))]
    assert corrected_since(ledger, date(2026, 11, 9)) == ()
    assert corrected_since(ledger, TODAY) == ()


def clock_at(folder: Path, day: date) -> str:
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(MOVED.format(year=day.year, month=day.month, day=day.day))
    return str(folder)


def report_made_on(today: date, corpus: Corpus, kind: str, room: Path) -> dict[str, bytes]:
    """The files of the report of 20 November, made on another day."""
    out, clock = room / f"out-{today}", clock_at(room / f"clock-{today}", today)
    where = ("--root", str(corpus.root), "--year", "2026", "--as-of", "2026-11-20", "--kind", kind, "--out", str(out))
    done = run("scripts/report.py", *where, PYTHONPATH=clock)
    assert done.returncode == 0, done.stdout + done.stderr
    return {file.name: file.read_bytes() for file in out.iterdir()}


@pytest.mark.parametrize("kind", ["annual", "interim"])
def test_the_report_of_a_past_day_is_the_same_to_the_byte_whenever_it_is_made(
    told: Corpus, tmp_path_factory: pytest.TempPathFactory, kind: str
) -> None:
    room, late = tmp_path_factory.mktemp("room"), ("reported/2026/so-hai.yml", "products/2026-so-hai.csv")
    log, kept = told.root / "data/received/2026.csv", {name: (told.root / "data" / name).read_bytes() for name in late}
    all_of_it = log.read_text("utf-8")
    log.write_text(LOG + line("2026-11-10", "co-quan", "a"), "utf-8")
    for name in late:
        (told.root / "data" / name).unlink()
    then = report_made_on(date(2026, 11, 20), told, kind, room)
    log.write_text(all_of_it, "utf-8")
    for name, data in kept.items():
        told.write(f"data/{name}", data)
    told.story("thanh-tuu/2026/sau", title='"Một bài viết sau"', date="2026-11-24")
    plan = (told.root / "data/plan.yml").read_text("utf-8")
    told.write("data/plan.yml", plan + "filed: {2026: 2026-11-28}\n")
    assert report_made_on(date(2027, 3, 5), told, kind, room) == then
