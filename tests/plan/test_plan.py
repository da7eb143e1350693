"""The plan: its windows and its years."""

from datetime import date

import pytest

from conftest import PLAN_3112, TODAY, Corpus
from portal.plan.plan import Plan, read_plan
from portal.reading.fields import Context


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan, problems = read_plan(PLAN_3112, Context(TODAY))
    assert plan, problems
    return plan


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2025-11-30", False), ("2025-12-01", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_the_reporting_year_runs_from_december_to_november(plan: Plan, day: str, inside: bool) -> None:
    assert (date.fromisoformat(day) in plan.full_window(2026)) is inside


def test_the_window_ends_on_the_day_of_counting(plan: Plan) -> None:
    assert plan.window(2026, date(2026, 5, 1)).end == date(2026, 5, 1)
    assert plan.window(2025, date(2026, 5, 1)).end == date(2025, 11, 30)


@pytest.mark.parametrize(("year", "share"), [(2023, 0.0), (2024, 0.2), (2026, 0.6), (2028, 1.0), (2030, 1.0)])
def test_the_share_of_the_plan_s_years_gone_by(plan: Plan, year: int, share: float) -> None:
    assert plan.share_of_years(year) == pytest.approx(share)


@pytest.mark.parametrize(
    ("tag", "ethnic", "foreign"),
    [("vi", False, False), ("blt", True, False), ("hmn-Latn", True, False), ("lo", True, False), ("en", False, True)],
)
def test_a_language_is_vietnamese_or_ethnic_or_foreign(plan: Plan, tag: str, ethnic: bool, foreign: bool) -> None:
    assert (plan.is_ethnic(tag), plan.is_foreign(tag)) == (ethnic, foreign)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("12-01", "13-01"), "not-a-month-day"),
        (("[so-gddt]", "[so-khac]"), "unknown-agency"),
        (("floor: 0.7", "flor: 0.7"), "unknown-field"),
    ],
)
def test_what_is_wrong_in_the_plan_is_told(corpus: Corpus, change: tuple[str, str], code: str) -> None:
    from portal.content.known.reference import read_reference_data, with_known

    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").replace(*change))
    context = with_known(Context(TODAY), read_reference_data(PLAN_3112, Context(TODAY)))
    plan, problems = read_plan(corpus.root, context)
    assert plan is None
    assert code in [problem.code for problem in problems]
