"""The plan: its windows and its years."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import PLAN_3112, TODAY, Corpus
from makers import PLAN
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


@given(
    st.dictionaries(st.integers(2024, 2028), st.integers(0, 500), max_size=5),
    st.dates(date(2024, 1, 1), date(2028, 6, 1)),
)
@settings(deadline=None)
def test_every_day_belongs_to_exactly_one_year_whenever_reports_were_filed(filed: dict[int, int], day: date) -> None:
    days = {year: date(year - 1, 12, 1) + timedelta(days=after) for year, after in filed.items()}
    plan = PLAN.model_copy(update={"filed": days})
    assert len([year for year in range(2023, 2031) if day in plan.window(year, date.max)]) == 1


def test_the_window_ends_on_the_day_of_counting(plan: Plan) -> None:
    assert plan.window(2026, date(2026, 5, 1)).end == date(2026, 5, 1)
    assert plan.window(2025, date(2026, 5, 1)).end == date(2025, 11, 30)


@pytest.mark.parametrize(("year", "share"), [(2023, 0.0), (2024, 0.2), (2026, 0.6), (2028, 1.0), (2030, 1.0)])
def test_the_share_of_the_plan_s_years_gone_by(plan: Plan, year: int, share: float) -> None:
    assert plan.share_of_years(year) == pytest.approx(share)


@pytest.mark.parametrize(
    ("starts", "due", "day"),
    [
        ("12-01", "11-30", date(2026, 11, 30)),
        ("12-01", "10-15", date(2026, 10, 15)),
        ("12-01", "01-15", date(2027, 1, 15)),
        ("01-01", "12-20", date(2025, 12, 20)),
        ("01-01", "02-01", date(2026, 2, 1)),
        ("12-01", None, None),
    ],
)
def test_reports_are_due_on_the_day_nearest_to_the_year_s_end(
    plan: Plan, starts: str, due: str | None, day: date | None
) -> None:
    other = plan.model_copy(update={"window_starts": starts, "reports_due": due})
    assert other.due_day(2026) == day


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
        (("reports_due: 11-30", "reports_due: 11-31"), "not-a-month-day"),
        (("[so-gddt]", "[so-khac]"), "unknown-agency"),
        (("floor: 0.7", "flor: 0.7"), "unknown-field"),
        (("floor: 0.7", "floor: 70"), "not-a-share"),
        (("share: 0.5", "share: 50"), "not-a-share"),
        (("reported: spokesperson", "reported: spoksperson"), "choice-meant"),
        (("    counted: exhibitions", "    counted: exhibitions\n    reported: information"), "target-measured-twice"),
        (
            ("    reported: key_officials\n    bodies: [organisation]", "    reported: key_officials"),
            "target-without-bodies",
        ),
        (("- id: K2a", "- id: K1"), "id-twice"),
        (("filed: {}", "filed: {2026: 2025-11-20}"), "filed-before-its-year"),
        (("filed: {}", "filed: {2029: 2026-11-20}"), "not-a-plan-year"),
        (("filed: {}", "filed: {2026: 2027-01-05}"), "day-in-future"),
        (("excused: {}", "excused: {2031: {so-gddt: x}}"), "not-a-plan-year"),
        (("excused: {}", "excused: {2026: {so-khac: x}}"), "unknown-agency"),
        (("excused: {}", "excused: {2026: {so-tttt: x}}"), "excused-not-asked"),
        (("excused: {}", "excused: {2026: {so-gddt: }}"), "empty-text"),
    ],
)
def test_what_is_wrong_in_the_plan_is_told(corpus: Corpus, change: tuple[str, str], code: str) -> None:
    from portal.content.known.reference import read_reference_data, with_known

    corpus.write("data/plan.yml", (PLAN_3112 / "data/plan.yml").read_text("utf-8").replace(*change))
    context = with_known(Context(TODAY), read_reference_data(PLAN_3112, Context(TODAY)))
    plan, problems = read_plan(corpus.root, context)
    assert plan is None
    assert code in [problem.code for problem in problems]
