"""Puts a finished folder in the place of another, so that nobody sees half of it; gives each build its own room."""

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOM: Final = "build-"
FORGOTTEN: Final = 24 * 60 * 60
"""Seconds after which a room that nobody cleared, as its build was killed, is cleared by the next build."""

_HERE: Final = -100  # AT_FDCWD and RENAME_EXCHANGE of Linux's renameat2
_EXCHANGE: Final = 2


@contextlib.contextmanager
def own_room(cache: Path) -> Iterator[Path]:
    """A new folder in `cache` for one build alone: two builds at once never write into each other's."""
    cache.mkdir(parents=True, exist_ok=True)
    for room in cache.glob(f"{ROOM}*"):
        with contextlib.suppress(OSError):
            if time.time() - room.stat().st_mtime > FORGOTTEN:
                shutil.rmtree(room)
    room = Path(tempfile.mkdtemp(prefix=ROOM, dir=cache))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def put_in_place(new: Path, goal: Path) -> None:
    """Make the folder `new` be the folder at `goal`; what stood there is removed. A link at `goal` stays, and the
    folder it leads to is replaced. Raises OSError where that cannot be, and then `goal` is as it was."""
    goal = goal.resolve()
    goal.parent.mkdir(parents=True, exist_ok=True)
    with _beside(new, goal) as beside:
        if not goal.exists():
            with contextlib.suppress(FileExistsError):
                beside.rename(goal)
                return
        if not _exchanged(beside, goal):
            _swapped(beside, goal)


def put_back(goal: Path) -> None:
    """Where a build was killed just between two renames, and nothing stands at `goal`: put back what stood there."""
    goal = goal.resolve()
    if not goal.exists() and _before(goal).exists():
        _before(goal).rename(goal)


@contextlib.contextmanager
def _beside(new: Path, goal: Path) -> Iterator[Path]:
    """The folder `new` on the disk of `goal`, where a rename can put it in place: itself, or else a copy."""
    if new.stat().st_dev == goal.parent.stat().st_dev:
        yield new
        return
    copy = Path(tempfile.mkdtemp(prefix=f".{goal.name}-", dir=goal.parent))
    try:
        shutil.copytree(new, copy, dirs_exist_ok=True)
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system knows no such step."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _swapped(new: Path, goal: Path) -> None:
    """Exchange by two renames; the second failing, the first is undone."""
    before = _before(goal)
    shutil.rmtree(before, ignore_errors=True)
    goal.rename(before)
    try:
        new.rename(goal)
    except OSError:
        before.rename(goal)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _before(goal: Path) -> Path:
    return goal.with_name(f".{goal.name}-before")
