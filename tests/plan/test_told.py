"""Everything a body reported is told: whatever its form asks for is found again, in words, in both languages."""

from datetime import date

import pytest

from planted import as_written, leaves, planted_report
from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.plan.bodies.reported import AgencyReport
from portal.plan.bodies.told import told_by
from portal.reading.fields import Context

CONTEXT = Context(date(2026, 11, 30))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_of_a_report_is_told(lang: str) -> None:
    made = planted_report()
    report = AgencyReport.model_validate(made, context=CONTEXT)
    rows = told_by(report, words(lang))
    text = "\n".join(part for row in rows for part in (row.label, row.value, *row.entries))
    values = list(leaves(made))
    assert len(values) > 30
    assert [value for value in values if as_written(value, lang) not in text] == []
    assert all(row.reported for row in rows)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_not_reported_what_there_was_none_of_and_0_are_three_things(lang: str) -> None:
    text = words(lang)
    report = AgencyReport.model_validate(
        {"trainings": [], "central_publications": {"received": 0, "issued": 0}}, context=CONTEXT
    )
    told = {row.label: row for row in told_by(report, text)}
    none, zero, missing = (text.say(f"told.labels.{n}") for n in ("trainings", "central_publications", "briefings"))
    assert (told[none].value, told[none].reported) == (text.say("told.none"), True)
    assert (told[missing].value, told[missing].reported) == (text.say("told.missing"), False)
    assert "0" in told[zero].value
    assert "0" not in "".join(row.value for row in told.values() if row.label != zero)


def test_a_list_is_told_by_its_sum_and_by_each_of_its_entries() -> None:
    held = [{"date": date(2026, 3, 1), "title": "Lớp một", "people": 1200}, {"date": date(2026, 4, 2), "title": "Lớp"}]
    money = [{"source": "Ngân sách", "vnd": 1_000_000}, {"source": "Tài trợ", "vnd": 500_000}]
    report = AgencyReport.model_validate({"trainings": held, "budget": money}, context=CONTEXT)
    told = {row.label: row for row in told_by(report, words("vi"))}
    trainings, budget = told["Tập huấn, hội thảo, tọa đàm"], told["Kinh phí"]
    assert trainings.value == "2"
    assert trainings.entries == ("1/3/2026: Lớp một (lượt người: 1.200)", "2/4/2026: Lớp (lượt người: chưa báo cáo)")
    assert (budget.value, budget.entries[1]) == ("1.500.000 đồng", "Tài trợ: 500.000 đồng")
