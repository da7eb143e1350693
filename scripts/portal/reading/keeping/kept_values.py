"""What takes long to work out, as JSON under names that tell what it is made of: kept for the next run."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from portal.reading.keeping.digests import digests_known, name_of
from portal.reading.keeping.kept import code_mark, made_of, python_mark
from portal.reading.keeping.kept_store import KeptStore

Value = TypeVar("Value")
_HELD: Final = 1 << 22
"""Bytes of new values that are held before they are written: no memory follows the corpus."""


class KeptValues:
    """Values in one file. A name must tell apart everything its value is made of but code, words and packages. What
    nobody asked for in a run goes; what is not whole, or was written by other code, is not there. Without a file they
    are there for one run."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._new: dict[bytes, bytes] = {}
        self._held = 0
        self._asked: set[bytes] = set()

    @cached_property
    def _store(self) -> KeptStore:
        return KeptStore(self._file, made_of(code_mark(), python_mark()))

    @cached_property
    def _names(self) -> set[bytes]:
        return self._store.names()

    def has(self, name: str) -> bool:
        """Whether a value is there; it then stays there."""
        key = _key(name)
        if key in self._names:
            self._asked.add(key)
        return key in self._names

    def put(self, name: str, value: object) -> None:
        """Lay a value under a name. What a fork lays is its own."""
        if self._store.is_ours:
            key, said = _key(name), json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            self._new[key] = said.encode("utf-8", "surrogatepass")
            self._held += len(said)
            self._names.add(key)
            self._asked.add(key)
            if self._held > _HELD:
                self._write()

    def of(self, name: str, make: Callable[[], Value]) -> Value:
        """The value of a name: the one kept, or made now. It is what JSON can say, lists for tuples."""
        with contextlib.suppress(KeyError):
            found: Value = self.copy(name)
            return found
        made = make()
        self.put(name, made)
        return made

    def copy(self, name: str) -> Any:
        """The value of a name, read anew, so that nobody else holds it; it then stays there. Raises KeyError where
        there is none, it was damaged, or another run took it away."""
        if not self.has(name):
            raise KeyError(name)
        key = _key(name)
        value = self._new[key] if key in self._new else self._store.value(key)
        return json.loads(value.decode("utf-8", "surrogatepass"))

    def keep(self) -> None:
        """Keep what was asked for. Without a folder to write to nothing is kept."""
        self._write()
        self._store.drop(self._names - self._asked)
        self._store.close()

    def add(self) -> None:
        """Keep what is new, and all that is there: for a run that asks for a part."""
        self._write()
        self._store.close()

    def _write(self) -> None:
        self._held = 0
        if self._store.put(self._new):
            self._new.clear()  # what could not be written is held: it was worked out once, and is asked for again


def _key(name: str) -> bytes:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()


WORKED_OUT: Final = ContextVar[KeptValues | None]("worked_out", default=None)
"""Where a run keeps what is worked out of single texts; None where nothing is kept."""


@contextlib.contextmanager
def work_kept(values: KeptValues) -> Iterator[None]:
    """Inside, what is worked out of texts is taken from `values`, and laid there."""
    before = WORKED_OUT.set(values)
    try:
        with digests_known():
            yield
    finally:
        WORKED_OUT.reset(before)


def worked_out(what: str, made_from: tuple[object, ...], make: Callable[[], Value]) -> Value:
    """A value that is kept from one run to the next where runs keep anything, under all it is `made_from`; it is what
    JSON can say."""
    values = WORKED_OUT.get()
    name = name_of(what, made_from) if values is not None else ""
    return values.of(name, make) if values is not None and name else make()
