"""Turns what pydantic says of a model into the portal's problems: place, line, code, remedy."""

from difflib import get_close_matches
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.language.locales import ORIGINAL
from portal.language.words import words
from portal.reading.fields import Context
from portal.reading.problems import Problem
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
        details = error.errors(include_url=False)
        return None, [_problem(model, detail, reading, path, place) for detail in details]


def _problem(model: type[BaseModel], detail: ErrorDetails, reading: Reading, path: str, place: Location) -> Problem:
    own = tuple(part for part in detail["loc"] if part != "[key]")
    code = _code(detail["type"])
    values = {"value": detail["input"], **_values(detail, model, own)}
    if code == "missing-field" and not place and len(own) == 1:
        line = 1
    else:
        line = reading.line((*place, *own))
    if code == "missing-field":
        code = "missing-field-in" if own[:-1] else code
        values["value"] = ""
        values["name"], values["around"] = str(own[-1]), dotted(own[:-1])
    return Problem(path, line, dotted(own), code, values)


def _code(word: str) -> str:
    own = words(ORIGINAL).problems
    return _CODES.get(word, word if word in own else NOT_UNDERSTOOD)


def _values(detail: ErrorDetails, model: type[BaseModel], own: Location) -> dict[str, Any]:
    values = dict(detail.get("ctx", {}))
    if detail["type"] == "literal_error":
        values["choices"] = choices_at(model, own)
    if detail["type"] == "extra_forbidden":
        values.update(_suggestion(str(own[-1]), fields_at(model, own[:-1])))
    if "known" in values:
        values.update(_suggestion(str(values["value"]), values.pop("known")))
    return values


def _suggestion(name: str, known: list[str]) -> dict[str, Any]:
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return {"name": name, "choices": close or known}


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
