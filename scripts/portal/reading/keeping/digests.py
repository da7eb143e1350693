"""A digest of any value of the portal: the same for equal values in any run, and of every part of them."""

import hashlib
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AnySet
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import chain
from pathlib import PurePath
from typing import Any, Final

from pydantic import BaseModel

_EXACT: Final = frozenset((str, int, float, bool, bytes, type(None)))
_PLAIN = (str, int, float, bytes, date, Enum, PurePath)
_FORM: Final = 2
"""Of `marshal`: the last that writes equal values alike, whoever else holds them. It is written and never read."""
_Tell = Callable[[Any], object]


class NoDigestError(TypeError):
    """A value holds something that no digest tells apart."""


def digest_of_value(value: object) -> str:
    """SHA-256 of a value. Raises NoDigestError for one that holds what is no value, such as a function."""
    return hashlib.sha256(_bytes(_told(value))).hexdigest()


def _bytes(told: Any) -> bytes:
    return marshal.dumps(told, _FORM)


_KNOWN: Final = ContextVar[dict[int, tuple[object, str]] | None]("known", default=None)


@contextmanager
def digests_known() -> Iterator[None]:
    """Inside, the digest of a value that many ask for is worked out once. Values are frozen; each is held until the
    end, so that no other takes its place."""
    before = _KNOWN.set({})
    try:
        yield
    finally:
        _KNOWN.reset(before)


def digest_once(value: object) -> str:
    """The digest of a value that others ask for too. Raises NoDigestError."""
    known = _KNOWN.get()
    if known is None:
        return digest_of_value(value)
    if id(value) not in known:
        known[id(value)] = (value, digest_of_value(value))
    return known[id(value)][1]


def name_of(what: str, made_from: tuple[object, ...]) -> str:
    """What tells apart a value of a kind by all it is made from; "" where that has no digest."""
    try:
        return " ".join((what, *map(digest_once, made_from)))
    except NoDigestError:
        return ""


_TELLERS: Final[dict[type, _Tell]] = {}


def _told(value: object) -> object:
    """A value as texts, numbers and tuples alone, of which each says its type: two values never give the same."""
    kind = type(value)
    if kind in _EXACT:
        return value
    if kind not in _TELLERS:
        _TELLERS[kind] = _teller(kind)
    return _TELLERS[kind](value)


def _teller(kind: type) -> _Tell:
    """What tells a value of a type."""
    name = kind.__qualname__
    if issubclass(kind, _PLAIN):
        return lambda value: (name, repr(value))
    if issubclass(kind, AnySet):
        return lambda value: ("{", *sorted(_bytes(_told(one)) for one in value))
    if issubclass(kind, BaseModel):
        return lambda value: (name, *map(_told, value.__dict__.values()), _told(value.model_extra))
    if is_dataclass(kind):
        names = [one.name for one in fields(kind)]
        return lambda value: (name, *[_told(getattr(value, one)) for one in names])
    if kind in (dict, list, tuple):
        return lambda value: _at_once(value) or (name, *map(_told, _parts(value)))
    if issubclass(kind, (Mapping, list, tuple)):
        return lambda value: (name, *map(_told, _parts(value)))
    raise NoDigestError(name)


def _at_once(value: object) -> tuple[str, bytes] | None:
    """A collection that holds plain values alone, as most that are large do; None for any other."""
    try:
        return ("=", _bytes(value))
    except ValueError:
        return None


def _parts(value: Any) -> Iterable[object]:
    return chain.from_iterable(value.items()) if isinstance(value, Mapping) else value
