"""Rooms: a new folder for one piece of work alone, cleared afterwards, by the next where the work was killed."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from doorway.placing.put import NotPut, told_by_disk
from doorway.placing.system_lock import FOLDERS_CAN_BE_HELD, locked, opened_to_hold

ROOM: Final = "build-"


@contextlib.contextmanager
def own_room(cache: Path) -> Iterator[Path]:
    """A new folder in `cache` for one piece of work alone: two at once never write into each other's. Rooms whose
    work was killed are cleared first; no clock is asked which those are, the system knows who still holds one."""
    cache.mkdir(parents=True, exist_ok=True)
    for room in cache.glob(f"{ROOM}*"):
        _cleared_if_nobodys(room)
    with _held_room(cache, ROOM) as room:
        yield room


@contextlib.contextmanager
def room_beside(target: Path) -> Iterator[Path]:
    """A new folder beside `target`, which one renaming takes to its place; whoever holds the lock of `target` is alone
    there, and clears what is left of work that was killed. Raises NotPut."""
    for left in target.parent.glob(f".{target.name}.{ROOM}*"):
        shutil.rmtree(left, ignore_errors=True)
    with told_by_disk(target):
        if not os.access(target.parent, os.W_OK | os.X_OK):
            raise NotPut(target, "no_room_beside", target.parent)
    with _held_room(target.parent, f".{target.name}.{ROOM}") as room:
        yield room


@contextlib.contextmanager
def _held_room(folder: Path, name: str) -> Iterator[Path]:
    room, opened = _new_room(folder, name)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
        if opened is not None:
            os.close(opened)


def _new_room(folder: Path, name: str) -> tuple[Path, int | None]:
    """A room and what holds it. Another one who clears may take a room away before its maker holds it: then another."""
    while True:
        room = Path(tempfile.mkdtemp(prefix=name, dir=folder))
        opened = _hold(room)
        if not FOLDERS_CAN_BE_HELD or (opened is not None and room.is_dir()):
            return room, opened


def _hold(room: Path) -> int | None:
    """Hold a room until what this gives is closed, at the latest when this process ends; None where another does, and
    where the system has no such thing, so that there no room is ever nobody's."""
    if not FOLDERS_CAN_BE_HELD:
        return None
    try:
        opened = opened_to_hold(room)
    except OSError:
        return None
    if locked(opened):
        return opened
    os.close(opened)
    return None


def _cleared_if_nobodys(room: Path) -> None:
    opened = _hold(room)
    if opened is not None:
        shutil.rmtree(room, ignore_errors=True)
        os.close(opened)
