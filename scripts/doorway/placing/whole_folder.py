"""The one way a door puts a whole folder in place: in one step, so that nobody ever finds half of it, or none."""

import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from doorway.placing.put import OPEN_FILE, OPEN_FOLDER, NotPut, made_folders, told_by_disk
from doorway.placing.system_lock import opened_to_hold, synced_names

SYSTEMS_OWN: Final = frozenset({"lost+found"})
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS


def put_folder(
    new: Path,
    target: Path,
    is_ours: Callable[[Path], bool],
    carry: Callable[[Path, Path], None] | None = None,
) -> None:
    """Put the folder `new` where `target` is, in one step where the system can, so that nobody sees half of it; `new`
    is gone then. On another file system it is copied beside the target first. A link is followed: the folder it leads
    to is replaced. A folder that is not empty and not `is_ours` is left alone; `carry` takes along from one that is
    what has to stay. Raises NotPut."""
    true = free_place(target, is_ours)
    with told_by_disk(target):
        made_folders(true.parent)
        make_readable(new)
        if carry:
            carry(true, new)
        if os.path.ismount(true):
            _fill(new, true)
            return
        near = _near(new, true)
        try:
            synced(near)
            _swap(near, true)
            synced_names(true.parent)
        finally:
            shutil.rmtree(near, ignore_errors=True)


def free_place(target: Path, is_ours: Callable[[Path], bool]) -> Path:
    """Where a target truly is, its links followed; what a switch that was cut off took away is back there. Raises
    NotPut where something stands there that is not ours to replace."""
    with told_by_disk(target):
        true = target.resolve()
        recover_folder(true)
        if true.exists() and not true.is_dir():
            raise NotPut(target, "file_in_the_way")
        if true.is_dir() and any(_entries(true)) and not is_ours(true):
            raise NotPut(target, "foreign_folder")
        return true


def recover_folder(target: Path) -> None:
    """Bring back what was there, if the machine stopped between two renamings; clear what it left beside."""
    before = _before(target)
    if before.is_dir() and not target.exists():
        before.rename(target)
    elif before.is_dir():
        shutil.rmtree(before, ignore_errors=True)


def make_readable(folder: Path) -> None:
    """Let a server of another user read all, and nobody else write, whatever the umask was."""
    for place, _, names in os.walk(folder):
        Path(place).chmod(OPEN_FOLDER | stat.S_IMODE(Path(place).stat().st_mode) & stat.S_ISGID)
        for file in (f"{place}/{name}" for name in names):
            mode = os.lstat(file).st_mode
            if not stat.S_ISLNK(mode) and stat.S_IMODE(mode) != OPEN_FILE:
                Path(file).chmod(OPEN_FILE)


def synced(folder: Path) -> None:
    """Return when everything in a folder is on the disk, also when the power goes now. Raises OSError, for a disk that
    was full only then."""
    whole = _libc("syncfs")
    if whole:
        opened = opened_to_hold(folder)
        try:
            done = whole(opened)
        finally:
            os.close(opened)
        if done == 0:
            return
    for place, _, names in os.walk(folder):
        for name in names:
            with Path(place, name).open("rb+") as file:
                os.fsync(file.fileno())
        synced_names(Path(place))


def _before(target: Path) -> Path:
    return target.with_name(f".{target.name}.before")


def _near(new: Path, target: Path) -> Path:
    """The new folder where one renaming takes it to its target: itself, or a copy beside the target."""
    if new.stat().st_dev == target.parent.stat().st_dev:
        return new
    near = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        shutil.copytree(new, near)
    except OSError:
        shutil.rmtree(near, ignore_errors=True)
        raise
    shutil.rmtree(new, ignore_errors=True)
    return near


def _swap(new: Path, target: Path) -> None:
    """After this `new`, if it is still there, is what was at the target."""
    if not target.exists():
        new.rename(target)
    elif not _exchanged(new, target):
        before = _before(target)
        shutil.rmtree(before, ignore_errors=True)
        target.rename(before)
        try:
            new.rename(target)
        except OSError:
            before.rename(target)
            raise
        shutil.rmtree(before, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system exchanged two folders in one step, as Linux and macOS can: nobody finds neither of them."""
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        swap = _libc("renamex_np")
        return bool(swap and swap(*names, _RENAME_SWAP) == 0)
    exchange = _libc("renameat2")
    return bool(exchange and exchange(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def _libc(name: str) -> Callable[..., int] | None:
    """A function of the system's C library, None where it has none of that name."""
    try:
        found: Callable[..., int] = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError, TypeError):
        return None
    return found


def _fill(new: Path, target: Path) -> None:
    """A disk's own root cannot be renamed. Every file takes its place in one step, pages last and the home page after
    all others, then what is old goes: cut off anywhere, each address gives a whole page, old or new."""
    for left in target.glob(".*.coming"):
        shutil.rmtree(left, ignore_errors=True)
    coming = target / f".{os.getpid()}.coming"
    try:
        shutil.copytree(new, coming)
        synced(coming)
        files = sorted(_files(coming), key=lambda path: (path.endswith(".html"), path == "index.html", path))
        for path in files:
            _cleared_way(target, path)
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (coming / path).replace(target / path)
        _take_away_old(target, frozenset(files))
        synced_names(target)
    finally:
        shutil.rmtree(coming, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)


def _cleared_way(target: Path, path: str) -> None:
    """A folder where a file is to stand, and a file where a folder is, go."""
    place = target / path
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    for above in place.relative_to(target).parents:
        if (target / above).is_symlink() or (target / above).is_file():
            (target / above).unlink()


def _take_away_old(target: Path, kept: frozenset[str]) -> None:
    for path in list(_files(target)):
        if path not in kept and path.partition("/")[0] not in SYSTEMS_OWN:
            (target / path).unlink()
    for place, folders, files in os.walk(target, topdown=False):
        is_empty = not files and not any(Path(place, name).exists() for name in folders)
        if is_empty and Path(place) != target and Path(place).name not in SYSTEMS_OWN:
            Path(place).rmdir()


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        linked = [name for name in folders if Path(place, name).is_symlink()]
        folders[:] = [name for name in folders if name not in linked]
        yield from (Path(place, name).relative_to(folder).as_posix() for name in (*names, *linked))


def _entries(folder: Path) -> Iterator[Path]:
    return (entry for entry in folder.iterdir() if entry.name not in SYSTEMS_OWN)
