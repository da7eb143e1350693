"""Everything a body reported is told: whatever its form asks for is found again, in words, in both languages."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from portal.language.locales import LANGUAGES
from portal.language.words import words
from portal.language.written import written_day, written_number
from portal.plan.reported import AgencyReport
from portal.plan.told import told_by
from portal.reading.fields import Context

CONTEXT = Context(date(2026, 11, 30))


def types_in(annotation: Any) -> set[type]:
    """Every type a field's annotation is made of, through unions, lists and what is annotated."""
    inner = {found for part in get_args(annotation) for found in types_in(part)}
    return inner | {one for one in (annotation, get_origin(annotation)) if isinstance(one, type)}


def value_for(annotation: Any, numbers: Iterator[int]) -> Any:
    """A value a field takes, unlike any other: falling numbers, since what was trained, handled or issued comes after
    what there was and is never more."""
    types, number = types_in(annotation), next(numbers)
    models = [one for one in types if isinstance(one, type(BaseModel))]
    if models:
        return planted(models[0], numbers)
    if bool in types:
        return True
    if date in types:
        return date(2026, 1 + number % 9, 1 + number % 27)
    return number if int in types else f"chữ {number}"


def planted(model: type[BaseModel], numbers: Iterator[int]) -> dict[str, Any]:
    """A value in every field of a model."""
    fields = {name: field.annotation for name, field in model.model_fields.items()}
    made = {name: value_for(annotation, numbers) for name, annotation in fields.items()}
    return {name: [value] if list in types_in(fields[name]) else value for name, value in made.items()}


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def whole_report() -> tuple[AgencyReport, dict[str, Any]]:
    """A report that says something in every field, and what it says."""
    made = planted(AgencyReport, iter(range(9000, 0, -7)))
    return AgencyReport.model_validate(made, context=CONTEXT), made


def as_written(value: Any, lang: str) -> str:
    text = words(lang)
    if isinstance(value, bool):
        return text.say("told.yes" if value else "told.no")
    if isinstance(value, date):
        return written_day(value, text)
    return written_number(value, text, grouped=True) if isinstance(value, int) else str(value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_of_a_report_is_told(lang: str) -> None:
    report, made = whole_report()
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
