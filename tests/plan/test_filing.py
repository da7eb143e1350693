"""The day of filing: written without a comment moved, asked for where a year has ended without it."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from conftest import Corpus, run
from makers import SMALL_PLAN
from portal.content.library import open_library
from portal.plan.filing import NotWritable, filing_problems, unfiled, with_filed, year_to_report
from portal.plan.ledger import Ledger, open_ledger

DAY = date(2026, 11, 28)
HEAD = "id,date,title,agency,theme,formats,channels,languages,audiences\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nfiled: {} # khi gửi\nb: 2\n", "a: 1\nfiled: {2026: 2026-11-28} # khi gửi\nb: 2\n"),
        ("filed: {2025: 2025-11-30}\n", "filed: {2025: 2025-11-30, 2026: 2026-11-28}\n"),
        ("filed: {2027: 2027-12-01}\n", "filed: {2026: 2026-11-28, 2027: 2027-12-01}\n"),
        ("filed: {2026: 2026-11-20}\n", "filed: {2026: 2026-11-28}\n"),
        ("filed:\nb: 2\n", "filed: {2026: 2026-11-28}\nb: 2\n"),
        ("filed:   # khi gửi\nb: 2\n", "filed: {2026: 2026-11-28}   # khi gửi\nb: 2\n"),
        (
            "filed:\n  2025: 2025-11-30 # muộn\n\nb: 2\n",
            "filed:\n  2025: 2025-11-30 # muộn\n  2026: 2026-11-28\n\nb: 2\n",
        ),
        ("filed:\n  2026: 2026-11-20 # sửa\nb: 2\n", "filed:\n  2026: 2026-11-28 # sửa\nb: 2\n"),
        (
            "filed:\n  # năm trước\n  2025: 2025-11-30\n",
            "filed:\n  # năm trước\n  2025: 2025-11-30\n  2026: 2026-11-28\n",
        ),
        ("a: 1\n", "a: 1\nfiled: {2026: 2026-11-28}\n"),
        ("a: 1", "a: 1\nfiled: {2026: 2026-11-28}\n"),
        ("a: 1\r\nfiled: {}\r\nb: 2\r\n", "a: 1\r\nfiled: {2026: 2026-11-28}\r\nb: 2\r\n"),
        ("\ufeffa: 1\nfiled: {}\n", "\ufeffa: 1\nfiled: {2026: 2026-11-28}\n"),
        ("note: 'filed: {}'\nfiled: {}\n", "note: 'filed: {}'\nfiled: {2026: 2026-11-28}\n"),
    ],
)
def test_the_day_is_written_and_every_other_letter_stays(before: str, after: str) -> None:
    assert with_filed(before, 2026, DAY) == after


@pytest.mark.parametrize(
    "text",
    [
        "filed: {2025: 2025-11-30,\n  2027: 2027-11-30}\n",
        "filed: &a {}\n",
        '"filed": {2025: 2025-11-30}\n',
        "- a\n",
        "",
    ],
)
def test_what_cannot_be_changed_for_certain_is_left_to_a_person(text: str) -> None:
    with pytest.raises(NotWritable):
        with_filed(text, 2026, DAY)


@pytest.fixture
def kept(corpus: Corpus) -> Corpus:
    """A corpus with a register for 2026 and none for the years before."""
    corpus.write("data/plan.yml", SMALL_PLAN.replace("targets: []", "filed: {} # khi gửi\ntargets: []"))
    corpus.write("data/products/2026.csv", HEAD)
    corpus.story()
    return corpus


def ledger_of(corpus: Corpus, today: date) -> Ledger:
    ledger, problems = open_ledger(open_library(corpus.root, today), today)
    assert ledger, problems
    return ledger


@pytest.mark.parametrize(
    ("day", "year", "asked"),
    [
        (date(2026, 11, 30), 2026, ()),
        (date(2026, 12, 1), 2026, (2026,)),
        (date(2027, 3, 1), 2026, (2026,)),
        (date(2028, 12, 5), 2026, (2026,)),
    ],
)
def test_the_year_stays_until_its_report_was_sent(kept: Corpus, day: date, year: int, asked: tuple[int, ...]) -> None:
    ledger = ledger_of(kept, day)
    assert (year_to_report(ledger, day), unfiled(ledger, day)) == (year, asked)
    kept.write(
        "data/plan.yml", (kept.root / "data/plan.yml").read_text("utf-8").replace("{} #", "{2026: 2026-11-28} #")
    )
    ledger = ledger_of(kept, max(day, date(2026, 11, 28)))
    assert (year_to_report(ledger, day), unfiled(ledger, day)) == (ledger.year_of(day), ())


def test_a_year_of_which_nothing_is_kept_is_not_asked_for(kept: Corpus) -> None:
    (kept.root / "data/products/2026.csv").unlink()
    assert unfiled(ledger_of(kept, date(2026, 12, 5)), date(2026, 12, 5)) == ()


def test_a_year_that_ended_without_its_day_is_a_problem_at_its_line(kept: Corpus) -> None:
    day = date(2026, 12, 5)
    (problem,) = filing_problems(ledger_of(kept, day), day)
    assert (problem.path, problem.code, problem.values["year"]) == ("data/plan.yml", "year-not-filed", 2026)
    lines = (kept.root / "data/plan.yml").read_text("utf-8").splitlines()
    assert lines[problem.line - 1].startswith("filed:")
    assert "python scripts filed" in problem.message("vi")


def filed(corpus: Corpus, *more: str, lang: str = "en") -> tuple[int, str, str]:
    done = run("scripts/filed.py", "--root", str(corpus.root), "--lang", lang, *more)
    return done.returncode, done.stdout, done.stderr


def test_the_door_writes_the_day_and_says_what_it_means(kept: Corpus) -> None:
    code, said, _ = filed(kept, "--year", "2026", "--day", "2026-11-20")
    assert (code, said) == (
        0,
        "data/plan.yml: the report of 2026 was sent on 20 November 2026. "
        "Work done from 21 November 2026 on counts in 2027.\n",
    )
    text = (kept.root / "data/plan.yml").read_text("utf-8")
    assert "filed: {2026: 2026-11-20} # khi gửi\n" in text
    assert yaml.safe_load(text)["filed"] == {2026: date(2026, 11, 20)}
    assert filed(kept, "--year", "2026", "--day", "2026-11-20")[:2] == (
        0,
        "Written already: the report of 2026 was sent on 20 November 2026. Nothing changes.\n",
    )


def test_a_day_that_is_written_is_only_replaced_when_asked(kept: Corpus) -> None:
    filed(kept, "--year", "2026", "--day", "2026-11-20")
    code, _, why = filed(kept, "--year", "2026", "--day", "2026-11-21")
    assert (code, "--replace" in why) == (2, True)
    assert filed(kept, "--year", "2026", "--day", "2026-11-21", "--replace")[0] == 0
    assert "{2026: 2026-11-21}" in (kept.root / "data/plan.yml").read_text("utf-8")


def bytes_of(corpus: Corpus) -> bytes:
    return Path(corpus.root, "data/plan.yml").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--year", "2026", "--day", "2025-11-20"), 1, "before its reporting year began"),
        (("--year", "2026", "--day", "2099-11-20"), 1, "still to come"),
        (("--year", "2031", "--day", "2026-11-20"), 1, "2024"),
        (("--year", "2026", "--day", "20/11/2026"), 2, "2026-11-30"),
    ],
)
def test_a_day_or_year_that_cannot_be_changes_nothing(
    kept: Corpus, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = bytes_of(kept)
    found, out, why = filed(kept, *arguments)
    assert (found, said in out + why, bytes_of(kept)) == (code, True, before), out + why
    assert "Traceback" not in why


def test_a_file_that_a_person_has_to_change_is_left_and_the_line_is_said(kept: Corpus) -> None:
    kept.write("data/plan.yml", SMALL_PLAN + "filed: {2024: 2024-11-30,\n  2025: 2025-11-30}\n")
    before = bytes_of(kept)
    code, _, why = filed(kept, "--year", "2026", "--day", "2026-11-20")
    assert (code, "2026: 2026-11-20" in why, bytes_of(kept)) == (1, True, before)
