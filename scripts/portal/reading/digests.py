"""A digest of any value of the portal: the same for equal values in any run, and of every part of them."""

import hashlib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AnySet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath

from pydantic import BaseModel

_PLAIN = (str, int, float, bytes, date, Enum, PurePath, type(None))


class NoDigestError(TypeError):
    """A value holds something that no digest tells apart."""


def digest_of_value(value: object) -> str:
    """SHA-256 of a value. Raises NoDigestError for one that holds what is no value, such as a function."""
    return hashlib.sha256("\0".join(_told(value)).encode("utf-8", "surrogatepass")).hexdigest()


def _told(value: object) -> Iterator[str]:
    """A value as texts: lengths, brackets around parts and their types keep two values from giving the same."""
    kind = type(value)
    if isinstance(value, str) and kind is str:
        yield f"{len(value)}'{value}"
    elif isinstance(value, _PLAIN):
        yield f"{kind.__name__}={value!r}"
    elif isinstance(value, AnySet):
        yield from ("{", *sorted("\0".join(_told(one)) for one in value), "}")
    else:
        yield f"{kind.__qualname__}("
        for one in _parts(value):
            yield from _told(one)
        yield ")"


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, BaseModel):
        yield from value.__dict__.values()
        yield value.model_extra
    elif is_dataclass(value):
        yield from (getattr(value, one.name) for one in fields(value))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from pair
    elif isinstance(value, (list, tuple)):
        yield from value
    else:
        raise NoDigestError(type(value).__qualname__)
