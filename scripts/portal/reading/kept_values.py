"""What takes long to work out, as JSON under names that tell what it is made of: kept for the next run."""

import contextlib
import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from portal.reading.kept import code_mark, keep, kept_bytes, made_of, python_mark

Value = TypeVar("Value")


class KeptValues:
    """Values in one file. A name must tell apart everything its value is made of but code, words and packages. What
    nobody asked for in a run goes; a file that is not whole, or was written by other code, holds nothing."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._used: dict[str, Any] = {}

    @cached_property
    def _found(self) -> dict[str, Any]:
        content = kept_bytes(self._file) if self._file else None
        with contextlib.suppress(ValueError, KeyError, TypeError):  # another version's
            tree = json.loads(content or b"{}")
            return dict(tree["values"]) if tree["mark"] == self._mark else {}
        return {}

    @cached_property
    def _mark(self) -> str:
        return made_of(code_mark(), python_mark())

    def has(self, name: str) -> bool:
        """Whether a value is there; it then stays there."""
        if name not in self._used and name in self._found:
            self._used[name] = self._found[name]
        return name in self._used

    def put(self, name: str, value: object) -> None:
        """Lay a value under a name."""
        self._used[name] = value

    def of(self, name: str, make: Callable[[], Value]) -> Value:
        """The value of a name: the one kept, or made now. It is what JSON can say, lists for tuples."""
        if not self.has(name):
            self.put(name, make())
        found: Value = self._used[name]
        return found

    def keep(self) -> None:
        """Keep what was asked for, where it is not kept yet. Without a folder to write to nothing is kept."""
        if self._file and self._used.keys() != self._found.keys():
            tree = {"mark": self._mark, "values": dict(sorted(self._used.items()))}
            keep(self._file, [json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()])
