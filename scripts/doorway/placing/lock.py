"""One piece of work at a time for a place on disk: who comes second is told who is at work, and waits."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from doorway.placing.put import NotPut, made_folders, told_by_disk
from doorway.placing.system_lock import locked, opened_to_hold
from portal.language.words import Words

PATIENCE: Final = 15 * 60
"""Seconds after which nobody waits any longer: a build of 10,000 stories takes less."""
STEP: Final = 0.1
LOCK: Final = ".lock"


@contextlib.contextmanager
def held(target: Path, wait: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a file or folder, which need not be there yet: a file beside it that is gone afterwards. The
    system lets go of it whenever its holder ends, killed or not, so none is ever left behind. `wait` is called once,
    with the number of the process at work, where somebody else holds it. Raises NotPut."""
    path = target.with_name(f".{target.name}{LOCK}")
    with told_by_disk(target):
        made_folders(path.parent)
    lock = _waited_for(path, target, wait, patience)
    try:
        with told_by_disk(target):
            os.lseek(lock, 0, os.SEEK_SET)
            os.truncate(lock, 0)
            os.write(lock, str(os.getpid()).encode())
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows takes away nothing that is open
            path.unlink()
        os.close(lock)


@contextlib.contextmanager
def alone_at(site: Path, text: Words) -> Iterator[None]:
    """Hold the lock of a site, or of the folder a link leads to, as a build does; on the error channel stands who is
    waited for. Raises NotPut."""
    with told_by_disk(site):
        true = site.resolve()
    with held(true, lambda who: print(text.say("put.waiting", path=site, who=who), file=sys.stderr)):
        yield


def _waited_for(path: Path, target: Path, wait: Callable[[str], None], patience: float) -> int:
    end, told = time.monotonic() + patience, False
    while True:
        lock = _taken(path, target)
        if lock is not None:
            return lock
        if not told:
            wait(_holder(path))
            told = True
        if time.monotonic() > end:
            raise NotPut(target, "locked", _holder(path))
        time.sleep(STEP)


def _taken(path: Path, target: Path) -> int | None:
    """The file, opened and ours; None where somebody holds it, or took it away just now."""
    with told_by_disk(target):
        lock = opened_to_hold(path)
    if locked(lock) and _is_there(lock, path):
        return lock
    os.close(lock)
    return None


def _is_there(lock: int, path: Path) -> bool:
    """Whether the file held is still the one that others find."""
    try:
        return os.path.samestat(os.fstat(lock), path.stat())
    except OSError:
        return False


def _holder(path: Path) -> str:
    try:
        return path.read_text("ascii") or "?"
    except (OSError, ValueError):
        return "?"
