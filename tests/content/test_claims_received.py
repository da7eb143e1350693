"""Claims that came in: counted as the rules say, empty is not zero, what cannot be so is told with its line."""

from datetime import date

import pytest

from conftest import TODAY, Corpus, portal_of
from makers import BODY, GOOD, rebuttal_file
from portal.content.desk.release import release_problems
from portal.content.known.claims_received import ClaimsOfPeriod, Funnel, funnel
from portal.content.library import open_library
from portal.site.blocks.claims import claims_block
from portal.site.spot import Spot

PATH = "data/claims_received.yml"
GOOD_PERIODS = """periods:
  - {first: 2026-01-01, last: 2026-01-31, received: 12, checkable: 5, answered: 3, days: 41}
  - {first: 2026-02-01, last: 2026-02-28, received: 3, checkable: 1, answered: 1, days: 9}
"""


def period(first: str, last: str, *counts: int) -> ClaimsOfPeriod:
    received, checkable, answered, days = counts
    return ClaimsOfPeriod.model_construct(
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        received=received,
        checkable=checkable,
        answered=answered,
        days=days,
    )


def test_periods_are_added_and_the_days_are_a_mean_over_all_answers() -> None:
    made = [period("2026-02-01", "2026-02-28", 3, 1, 1, 9), period("2026-01-01", "2026-01-31", 12, 5, 3, 41)]
    assert funnel(made) == Funnel(date(2026, 1, 1), date(2026, 2, 28), 15, 6, 4, 12.5)


def test_nothing_entered_is_no_zero_and_no_answer_has_no_days() -> None:
    assert funnel([]) is None
    found = funnel([period("2026-01-01", "2026-01-31", 4, 2, 0, 0)])
    assert found
    assert (found.received, found.answered, found.days) == (4, 0, None)


MARCH = "first: 2026-03-01, last: 2026-03-31"


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ("first: 2026-03-31, last: 2026-03-01, received: 1, checkable: 0, answered: 0", "last", "claims-days-turned"),
        (f"{MARCH}, received: 1, checkable: 2, answered: 0", "checkable", "claims-more"),
        (f"{MARCH}, received: 9, checkable: 2, answered: 3", "answered", "claims-more"),
        (f"{MARCH}, received: 1, checkable: 1, answered: 0, days: 4", "days", "claims-days-of-none"),
        ("first: 2026-01-31, last: 2026-02-05, received: 1, checkable: 1, answered: 0", "first", "claims-days-twice"),
        (f"{MARCH}, received: 1, checkable: 1, answered: 0, sender: A", "sender", ""),
        ("first: 2026-03-01, last: 2099-03-31, received: 1, checkable: 1, answered: 0", "last", ""),
        (f"{MARCH}, received: -1, checkable: 0, answered: 0", "received", ""),
        (f"{MARCH}, received: 1.5, checkable: 0, answered: 0", "received", ""),
        (f"{MARCH}, received: 1, answered: 0", "checkable", ""),
    ],
)
def test_what_cannot_be_is_told_with_its_line(corpus: Corpus, line: str, field: str, code: str) -> None:
    first = GOOD_PERIODS.splitlines()[1]
    corpus.write(PATH, f"periods:\n{first}\n  - {{{line}}}\n")
    (problem,) = open_library(corpus.root, TODAY).problems
    assert (problem.path, problem.line) == (PATH, 3)
    assert problem.field.endswith(field)
    assert code in ("", problem.code)


@pytest.mark.parametrize("text", ["periods: []\n", "periods:\n", GOOD_PERIODS])
def test_no_period_yet_is_no_mistake(corpus: Corpus, text: str) -> None:
    corpus.write(PATH, text)
    assert [one.code for one in open_library(corpus.root, TODAY).problems] == []


def asked(corpus: Corpus) -> list[tuple[int, str]]:
    found = release_problems(open_library(corpus.root, TODAY))
    return [(one.line, one.field) for one in found if one.code == "claims-not-entered"]


def test_before_a_release_the_owner_is_asked_where_claims_are_answered_and_nothing_was_entered(corpus: Corpus) -> None:
    corpus.write(PATH, "# Đếm.\nperiods: []\n")
    assert asked(corpus) == []
    corpus.write("content_vi/phan-bac/2026/mot.md", rebuttal_file(GOOD, BODY))
    assert asked(corpus) == [(2, "periods")]
    (corpus.root / PATH).unlink()
    assert asked(corpus) == [(1, "periods")]
    corpus.write(PATH, GOOD_PERIODS)
    assert asked(corpus) == []


def test_the_page_of_all_answers_shows_what_is_missing_and_later_the_numbers(corpus: Corpus) -> None:
    corpus.write("content_vi/phan-bac/2026/mot.md", rebuttal_file(GOOD, BODY))
    before = claims_block(Spot(portal_of(corpus), "vi", "phan-bac/tong-hop")).received
    assert [row.value for row in before.rows] == [None, None, None, None]
    assert before.since == ""
    corpus.write(PATH, GOOD_PERIODS)
    after = claims_block(Spot(portal_of(corpus), "vi", "phan-bac/tong-hop")).received
    assert [row.value for row in after.rows] == ["15", "6", "4", "12,5"]
    assert after.since == "Nhận từ 1/1/2026 đến 28/2/2026."
