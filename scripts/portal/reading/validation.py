"""Turns what pydantic says of a model into the portal's problems: place, line, code, remedy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.language.locales import ORIGINAL
from portal.language.words import words
from portal.reading.fields import Context
from portal.reading.problems import Problem
from portal.reading.slips.looks import Expected, looked_at
from portal.reading.yaml_reader import Location, Reading, dotted

AnyModel = TypeVar("AnyModel", bound=BaseModel)

_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "literal_error": "not-a-choice",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "list_type": "not-a-list",
    "too_short": "empty-list",
    "model_type": "not-fields",
    "model_attributes_type": "not-fields",
    "dict_type": "not-fields",
    "bool_type": "not-yes-no",
    "bool_parsing": "not-yes-no",
    "int_type": "not-a-whole-number",
    "int_parsing": "not-a-whole-number",
    "int_parsing_size": "not-a-whole-number",
    "int_from_float": "not-a-whole-number",
    "float_type": "not-a-number",
    "float_parsing": "not-a-number",
    "finite_number": "not-a-number",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
}
"""Our sentence for what pydantic says. A word of pydantic's without one gets the general sentence NOT_UNDERSTOOD."""
NOT_UNDERSTOOD = "not-understood"


def validate(
    model: type[AnyModel], values: Any, context: Context, reading: Reading, path: str, place: Location = ()
) -> tuple[AnyModel | None, list[Problem]]:
    """The model read from `values`, or None and why. `place` is where `values` stands in the file."""
    try:
        return model.model_validate(values, context=context), []
    except ValidationError as error:
        told = [_told(model, detail, context) for detail in error.errors(include_url=False)]
        misspelt = {place for one in told for place in one.instead}
        once = (one for one in told if one.code != "missing-field" or one.own not in misspelt)
        return None, [_problem(one, reading, path, place) for one in once]


@dataclass(frozen=True)
class _Told:
    """One thing pydantic says: where, as which of our problems, and what its sentence needs."""

    own: Location
    code: str
    values: Mapping[str, Any]

    @property
    def instead(self) -> list[Location]:
        """The fields that an unknown one was meant for."""
        meant = self.values["choices"] if self.code == "unknown-field" else ()
        return [(*self.own[:-1], str(name)) for name in meant]


def _told(model: type[BaseModel], detail: ErrorDetails, context: Context) -> _Told:
    own: Location = tuple(part for part in detail["loc"] if part != "[key]")
    known = Expected(
        choices_at(model, own), choices_at(model, (*own, 0)), fields_at(model, own[:-1]), context.known_lists
    )
    values = {"value": detail["input"], **detail.get("ctx", {})}
    code, meant = looked_at(_CODES.get(detail["type"], detail["type"]), own, values, known)
    return _Told(own, code if code in words(ORIGINAL).problems else NOT_UNDERSTOOD, {**values, **meant})


def _problem(told: _Told, reading: Reading, path: str, place: Location) -> Problem:
    if told.code != "missing-field":
        return Problem(path, reading.line((*place, *told.own)), dotted(told.own), told.code, told.values)
    around = dotted(told.own[:-1])
    line = 1 if not place and not around else reading.line((*place, *told.own))
    values = {"value": "", "name": str(told.own[-1]), "around": around}
    return Problem(path, line, dotted(told.own), "missing-field-in" if around else told.code, values)


def fields_at(model: type[BaseModel], place: Location) -> list[str]:
    """The names of the fields the model knows at a place: fields_at(Story, ("sources", 0)) are those of a source."""
    found = _type_at(model, place)
    return sorted(found.model_fields) if isinstance(found, type) and issubclass(found, BaseModel) else []


def choices_at(model: type[BaseModel], place: Location) -> list[str]:
    """The words the model accepts at a place."""
    found = _type_at(model, place)
    if get_origin(found) is dict:
        found = get_args(found)[0]
    return [str(choice) for choice in get_args(found)] if get_origin(found) is Literal else []


def _type_at(model: Any, place: Location) -> Any:
    found: Any = model
    for part in place:
        if isinstance(found, type) and issubclass(found, BaseModel):
            if part not in found.model_fields:
                return None
            found = _bare(found.model_fields[str(part)].annotation)
        elif get_origin(found) is list:
            found = _bare(get_args(found)[0])
        elif get_origin(found) is dict:
            found = found if part == place[-1] else _bare(get_args(found)[1])
    return found


def _bare(annotation: Any) -> Any:
    """The type without Annotated and Optional around it."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
            continue
        some = [a for a in get_args(annotation) if a is not type(None)]
        if len(some) != len(get_args(annotation)) and len(some) == 1:
            annotation = some[0]
            continue
        return annotation
