"""Bytes under names of one length in one file, by SQLite: what is asked for is read, what is new is written, no more.

It may be deleted, cut or changed at any time: what is not whole is not taken, and a file that is no store is made anew.
Where none can be kept, a store for this run alone takes its place, so that nobody has to hold what it holds.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Final

_FOR_THIS_RUN: Final = ""
"""The name by which SQLite makes a file that goes with whoever opened it."""
_WAITS: Final = 5.0
"""Seconds for another run that writes into the same file."""
_MADE: Final = (
    "PRAGMA journal_mode=MEMORY",
    "PRAGMA synchronous=OFF",  # what a machine that stops leaves of it, the seals tell
    "CREATE TABLE IF NOT EXISTS about (mark TEXT)",
    "CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, value BLOB, seal BLOB)",
)


class KeptStore:
    """What was kept by the same code, told by its `mark`; what any other kept is gone once this is opened. A process
    that was forked reads it by itself, and writes nothing."""

    def __init__(self, file: Path | None, mark: str) -> None:
        self._file, self._mark, self._process = file, mark, os.getpid()
        self._is_broken = False

    @property
    def is_ours(self) -> bool:
        """Whether this process may write into it."""
        return os.getpid() == self._process

    @cached_property
    def _own(self) -> sqlite3.Connection:
        with suppress(sqlite3.Error, OSError):
            if self._file:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                return _of_file(self._file, self._mark)
        return _opened(_FOR_THIS_RUN, self._mark)

    @cached_property
    def _fork(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{(self._file or Path()).absolute().as_uri()}?mode=ro", uri=True, timeout=_WAITS)

    def names(self) -> set[bytes]:
        """Every name under which something is kept."""
        with self._told():
            return {name for (name,) in self._own.execute("SELECT name FROM kept")}
        return set()

    def value(self, name: bytes) -> bytes:
        """What is kept under a name. Raises KeyError where that is nothing, or not whole."""
        with self._told():
            connection = self._own if self.is_ours else self._fork
            for value, seal in connection.execute("SELECT value, seal FROM kept WHERE name = ?", (name,)):
                if isinstance(value, bytes) and _seal(name, value) == seal:
                    return value
                self._is_broken = self.is_ours
        raise KeyError(name)

    def put(self, values: Mapping[bytes, bytes]) -> bool:
        """Keep values under their names, in the place of what was there; whether it could be done."""
        rows = ((name, value, _seal(name, value)) for name, value in values.items())
        return self._change("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def drop(self, names: Iterable[bytes]) -> None:
        """Keep nothing any more under some names."""
        self._change("DELETE FROM kept WHERE name = ?", ((name,) for name in names))

    def close(self) -> None:
        """Let go of the file; of one that is damaged nothing stays."""
        if "_own" in self.__dict__ and self.is_ours:
            self.__dict__.pop("_own").close()
        if self._is_broken and self._file:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _change(self, command: str, rows: Iterable[tuple[object, ...]]) -> bool:
        with self._told(), self._own as connection:
            connection.executemany(command, rows)
            return True
        return False

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite refuses inside is not done, and is no mistake. That a disk is full or another run writes
        will pass; a file that is damaged will not."""
        try:
            yield
        except sqlite3.OperationalError:
            pass
        except sqlite3.Error:
            self._is_broken = self.is_ours


def _of_file(file: Path, mark: str) -> sqlite3.Connection:
    """The store in a file, made anew where it is none. One into which another run writes too long is left to it."""
    try:
        return _opened(str(file), mark)
    except sqlite3.OperationalError:
        raise
    except sqlite3.Error:
        file.unlink()
        return _opened(str(file), mark)


def _opened(name: str, mark: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_WAITS)
    try:
        with connection:
            for command in _MADE:
                connection.execute(command)
            if connection.execute("SELECT mark FROM about").fetchall() != [(mark,)]:
                connection.execute("DELETE FROM kept")
                connection.execute("DELETE FROM about")
                connection.execute("INSERT INTO about VALUES (?)", (mark,))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _seal(name: bytes, value: bytes) -> bytes:
    return hashlib.sha256(name + value).digest()
