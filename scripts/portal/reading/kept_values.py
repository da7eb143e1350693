"""What takes long to work out, as JSON under names that tell what it is made of: kept for the next run."""

import contextlib
import json
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from portal.reading.digests import digests_known, name_of
from portal.reading.kept import code_mark, keep, kept_bytes, made_of, python_mark

Value = TypeVar("Value")
_Place = tuple[int, int]


class KeptValues:
    """Values in one file. A name must tell apart everything its value is made of but code, words and packages. What
    nobody asked for in a run goes; a file that is not whole, or was written by other code, holds nothing.

    A file is a line that says where each value stands, then the values: a run reads those alone that it asks for."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._made: dict[str, Any] = {}
        self._asked: set[str] = set()

    @cached_property
    def _found(self) -> tuple[dict[str, _Place], memoryview]:
        head, _, values = (kept_bytes(self._file) or b"" if self._file else b"").partition(b"\n")
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):  # another version's
            tree = json.loads(head or b"{}")
            if tree["mark"] == self._mark:
                return {name: (int(start), int(end)) for name, (start, end) in tree["at"].items()}, memoryview(values)
        return {}, memoryview(b"")

    @cached_property
    def _mark(self) -> str:
        return made_of(code_mark(), python_mark())

    def has(self, name: str) -> bool:
        """Whether a value is there; it then stays there."""
        if name in self._found[0]:
            self._asked.add(name)
        return name in self._asked or name in self._made

    def put(self, name: str, value: object) -> None:
        """Lay a value under a name."""
        self._made[name] = value

    def of(self, name: str, make: Callable[[], Value]) -> Value:
        """The value of a name: the one kept, or made now. It is what JSON can say, lists for tuples."""
        if name not in self._made:
            self.put(name, self.copy(name) if self.has(name) else make())
        found: Value = self._made[name]
        return found

    def copy(self, name: str) -> Any:
        """The value of a name that is there, read anew, so that nobody else holds it."""
        return json.loads(self._bytes(name).decode("utf-8", "surrogatepass"))

    def keep(self) -> None:
        """Keep what was asked for, where it is not kept yet. Without a folder to write to nothing is kept."""
        names = sorted(self._made.keys() | self._asked)
        if self._file and self._found[0].keys() != set(names):
            at, parts, end = dict[str, _Place](), list[bytes](), 0
            for name in names:
                part = self._bytes(name)
                at[name], end = (end, end + len(part)), end + len(part)
                parts.append(part)
            head = json.dumps({"mark": self._mark, "at": at}, ensure_ascii=False, separators=(",", ":"))
            keep(self._file, [f"{head}\n".encode(), *parts])

    def _bytes(self, name: str) -> bytes:
        """A value as it is kept: as it was, or written now."""
        if name in self._found[0]:
            start, end = self._found[0][name]
            return bytes(self._found[1][start:end])
        said = json.dumps(self._made[name], ensure_ascii=False, separators=(",", ":"))
        return said.encode("utf-8", "surrogatepass")


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
    name = name_of(what, made_from) if values else ""
    return values.of(name, make) if values and name else make()
