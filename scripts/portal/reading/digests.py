"""A digest of any value of the portal: the same for equal values in any run, and of every part of them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AnySet
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any, Final

from pydantic import BaseModel

_PLAIN = (str, int, float, bytes, date, Enum, PurePath, type(None))
_Say = Callable[[str], object]
_Tell = Callable[[Any, _Say], object]


class NoDigestError(TypeError):
    """A value holds something that no digest tells apart."""


def digest_of_value(value: object) -> str:
    """SHA-256 of a value. Raises NoDigestError for one that holds what is no value, such as a function."""
    said: list[str] = []
    _teller(type(value))(value, said.append)
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


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


_TELLERS: Final[dict[type, _Tell]] = {}


def _teller(kind: type) -> _Tell:
    """What tells a value of a type, thought of once."""
    if kind not in _TELLERS:
        _TELLERS[kind] = _new_teller(kind)
    return _TELLERS[kind]


def _new_teller(kind: type) -> _Tell:
    """What tells a value of a type as texts: lengths, brackets around parts and their types keep two values from giving
    the same."""
    if kind is str:
        return lambda value, say: say(f"{len(value)}'{value}")
    if issubclass(kind, _PLAIN):
        return lambda value, say: say(f"{kind.__name__}={value!r}")
    if issubclass(kind, AnySet):
        return _tell_set
    parts = _parts(kind)

    def tell(value: Any, say: _Say) -> None:
        say(f"{kind.__qualname__}(")
        for one in parts(value):
            _teller(type(one))(one, say)
        say(")")

    return tell


def _tell_set(value: Iterable[Any], say: _Say) -> None:
    told = []
    for one in value:
        said: list[str] = []
        _teller(type(one))(one, said.append)
        told.append("\0".join(said))
    say("{")
    for text in sorted(told):
        say(text)
    say("}")


def _parts(kind: type) -> Callable[[Any], list[Any]]:
    if issubclass(kind, BaseModel):
        return lambda value: [*value.__dict__.values(), value.model_extra]
    if is_dataclass(kind):
        names = [one.name for one in fields(kind)]
        return lambda value: [getattr(value, name) for name in names]
    if issubclass(kind, Mapping):
        return lambda value: [part for pair in value.items() for part in pair]
    if issubclass(kind, (list, tuple)):
        return list
    raise NoDigestError(kind.__qualname__)
