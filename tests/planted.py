"""A report that says something in every field, made from the fields of its model: each value unlike any other."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from portal.language.words import words
from portal.language.written import written_day, written_number
from portal.plan.bodies.reported import AgencyReport
from portal.reading.personal.office import OfficeMail, OfficeTelephone

OFFICE = ((OfficeTelephone, "0215 382 {}"), (OfficeMail, "van-thu-{}@so-mau.gov.vn"))
"""How the office is reached: what takes no words, and what it takes."""


def planted_report() -> dict[str, Any]:
    """What the report says, as its file would."""
    return _planted(AgencyReport, iter(range(9000, 0, -7)))


def leaves(value: Any) -> Iterator[Any]:
    """Every value in a tree that holds no others."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def as_written(value: Any, lang: str) -> str:
    """A value as people read it."""
    text = words(lang)
    if isinstance(value, bool):
        return text.say("told.yes" if value else "told.no")
    if isinstance(value, date):
        return written_day(value, text)
    return written_number(value, text, grouped=True) if isinstance(value, int) else str(value)


def _planted(model: type[BaseModel], numbers: Iterator[int]) -> dict[str, Any]:
    fields = {name: field.annotation for name, field in model.model_fields.items()}
    made = {name: _value(annotation, numbers) for name, annotation in fields.items()}
    return {name: [value] if list in _types(fields[name]) else value for name, value in made.items()}


def _value(annotation: Any, numbers: Iterator[int]) -> Any:
    """A value a field takes: falling numbers, since what was trained, handled or issued comes after what there was and
    is never more."""
    types, number = _types(annotation), next(numbers)
    models = [one for one in types if isinstance(one, type(BaseModel))]
    if models:
        return _planted(models[0], numbers)
    if bool in types:
        return True
    if date in types:
        return date(2026, 1 + number % 9, 1 + number % 27)
    return number if int in types else _said_by(annotation).format(number)


def _said_by(annotation: Any) -> str:
    """What text stands in a field, but for its number."""
    return next((form for kind, form in OFFICE if kind in get_args(annotation)), "chữ {}")


def _types(annotation: Any) -> set[type]:
    """Every type a field's annotation is made of, through unions, lists and what is annotated."""
    inner = {found for part in get_args(annotation) for found in _types(part)}
    return inner | {one for one in (annotation, get_origin(annotation)) if isinstance(one, type)}
