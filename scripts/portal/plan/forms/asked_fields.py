"""What may be asked of a body, read from the models of its report and of the register: each field with its type."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from portal.plan.bodies.reported import AgencyReport
from portal.plan.forms.values import FieldType
from portal.plan.register.product_rows import ProductRow

PRODUCTS: Final = "products"
"""The part of the register's rows."""
_LONG: Final = frozenset(("note",))
_CHOSEN: Final = frozenset(("theme", "formats", "channels", "languages", "audiences"))
_NOT_ASKED: Final = frozenset(("id", "agency"))  # a row's number is its place, its body the form's


@dataclass(frozen=True)
class AskedField:
    """A field of a model: its key within the part, what its cell may hold, whether the model requires it."""

    key: str
    type: FieldType
    required: bool


@dataclass(frozen=True)
class AskedPart:
    """Fields that stand together: a model of the report, or the rows of a list."""

    key: str
    is_list: bool
    fields: tuple[AskedField, ...]


def asked_parts() -> tuple[AskedPart, ...]:
    """Everything a body can be asked for: the register's rows, and every field of AgencyReport."""
    columns = tuple(one for one in _fields(ProductRow) if one.key not in _NOT_ASKED)
    return (AskedPart(PRODUCTS, True, columns), *_parts(AgencyReport))


def _parts(model: type[BaseModel], before: str = "") -> Iterator[AskedPart]:
    for name, field in model.model_fields.items():
        key, kind = f"{before}{name}", _bare(field.annotation)
        row = _model_in(kind)
        if row:
            yield AskedPart(key, True, _fields(row))
        elif not _is_model(kind):
            yield AskedPart(key, False, (AskedField(key, _type(name, kind), field.is_required()),))
        elif any(_is_model(_bare(inner.annotation)) for inner in kind.model_fields.values()):
            yield from _parts(kind, f"{key}.")
        else:
            yield AskedPart(key, False, _fields(kind, f"{key}."))


def _fields(model: type[BaseModel], before: str = "") -> tuple[AskedField, ...]:
    found = model.model_fields.items()
    return tuple(AskedField(f"{before}{n}", _type(n, _bare(f.annotation)), f.is_required()) for n, f in found)


def _type(name: str, kind: Any) -> FieldType:
    if get_origin(kind) is list:
        return "several"
    if kind is bool or name in _CHOSEN:
        return "choice"
    if kind in (date, int):
        return "day" if kind is date else "whole"
    return "long" if name in _LONG else "text"


def _bare(annotation: Any) -> Any:
    """What a field holds when it holds something: Text | None is str, list[Held] | None is list[Held]."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _model_in(kind: Any) -> type[BaseModel] | None:
    """The model of a list's rows; None for what is no list of models."""
    inner = get_args(kind)[0] if get_origin(kind) is list else None
    return inner if inner is not None and _is_model(inner) else None
