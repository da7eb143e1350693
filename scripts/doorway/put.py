"""The one way a door puts a file, some files or a folder in place: whole, or not at all with what was there kept."""

import contextlib
import ctypes
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from portal.language.words import Words

READABLE = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
ROOM = "build-"
FORGOTTEN = 24 * 60 * 60  # seconds after which a room nobody cleared, as its work was killed, is cleared by the next
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class NotPut(Exception):
    """Something could not be put in place; what was there is as it was. `why` names a sentence of the words `put`."""

    def __init__(self, path: Path, why: str, reason: object = "") -> None:
        super().__init__(path, why, reason)
        self.path, self.why, self.reason = path, why, reason

    def said(self, text: Words) -> str:
        return text.say(f"put.{self.why}", path=self.path, reason=self.reason)


def put_file(path: Path, data: bytes) -> None:
    """Write a file whole; folders on the way are made. Raises NotPut."""
    put_files({path: data})


def put_files(files: Mapping[Path, bytes | None]) -> None:
    """Write all files, or none: first beside their places, then renamed; what was there comes back where one fails.
    None takes a file away. Links are followed, so that a link stays one. Raises NotPut."""
    done: list[tuple[Path, Path | None]] = []
    with contextlib.ExitStack() as cleaning:
        written = {path: _beside(path, data, cleaning) for path, data in files.items()}
        for path, (true, new) in written.items():
            with _told(path):
                try:
                    done.append((true, _moved_away(true, cleaning)))
                    if new:
                        new.replace(true)
                except OSError:
                    _bring_back(done)
                    raise


def _beside(path: Path, data: bytes | None, cleaning: contextlib.ExitStack) -> tuple[Path, Path | None]:
    """(the file a path means, its new bytes in a file beside it; None where it is to go)."""
    with _told(path):
        true = path.resolve()
        if true.is_dir():
            raise NotPut(path, "folder_in_the_way")
        if true.exists() and not true.is_file():
            raise NotPut(path, "no_file_in_the_way")
        if data is None:
            return true, None
        true.parent.mkdir(parents=True, exist_ok=True)
        new = true.with_name(f".{true.name}.{os.getpid()}.new")
        cleaning.callback(_gone, new)
        with new.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if true.exists():
            shutil.copymode(true, new)
        return true, new


def _moved_away(true: Path, cleaning: contextlib.ExitStack) -> Path | None:
    if not true.exists():
        return None
    old = true.with_name(f".{true.name}.{os.getpid()}.old")
    true.replace(old)  # a room left by a run that was killed may bear the same number
    cleaning.callback(_gone, old)
    return old


def _bring_back(done: list[tuple[Path, Path | None]]) -> None:
    for true, old in done:
        with contextlib.suppress(OSError):
            old.replace(true) if old else true.unlink(missing_ok=True)


def _gone(path: Path) -> None:
    with contextlib.suppress(OSError):
        try:
            path.unlink(missing_ok=True)
        except PermissionError:  # Windows takes away nothing that is read-only
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            path.unlink()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk says, as a sentence about the path that was asked for."""
    try:
        yield
    except RuntimeError as error:  # links in a circle, before Python 3.13
        raise NotPut(path, "cannot_write", error) from error
    except OSError as error:
        raise NotPut(path, "cannot_write", error.strerror or error) from error


def put_folder(new: Path, target: Path, is_ours: Callable[[Path], bool]) -> None:
    """Put the folder `new` where `target` is, in one step where the system can, so that nobody sees half of it; `new`
    is gone then. On another file system it is copied beside the target first. A link is followed: the folder it leads
    to is replaced. A folder that is not empty and not `is_ours` is left alone. Raises NotPut."""
    with _told(target):
        true = target.resolve()
        recover_folder(true)
        if true.exists() and not true.is_dir():
            raise NotPut(target, "file_in_the_way")
        if true.is_dir() and any(true.iterdir()) and not is_ours(true):
            raise NotPut(target, "foreign_folder")
        true.parent.mkdir(parents=True, exist_ok=True)
        make_readable(new)
        if os.path.ismount(true):
            _fill(new, true)
            return
        near = _near(new, true)
        try:
            _swap(near, true)
        finally:
            shutil.rmtree(near, ignore_errors=True)


@contextlib.contextmanager
def own_room(cache: Path) -> Iterator[Path]:
    """A new folder in `cache` for one piece of work alone: two at once never write into each other's."""
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


def recover_folder(target: Path) -> None:
    """Bring back what was there, if the machine stopped between two renamings."""
    before = _before(target)
    if before.is_dir() and not target.exists():
        before.rename(target)


def make_readable(folder: Path) -> None:
    """Let a server of another user read what a private umask closed."""
    for place, _, names in os.walk(folder):
        Path(place).chmod(Path(place).stat().st_mode | READABLE | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        for name in names:
            file = Path(place, name)
            file.chmod(file.stat().st_mode | READABLE)


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
    """Whether the system exchanged two folders in one step, as Linux can: nobody finds neither of them."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _fill(new: Path, target: Path) -> None:
    """A disk's own root cannot be renamed: its entries are, one after another, from a copy that lies on it."""
    coming, going = target / f".{os.getpid()}.new", target / f".{os.getpid()}.old"
    try:
        shutil.copytree(new, coming)
        going.mkdir()
    except OSError:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    for old in [entry for entry in target.iterdir() if entry not in (coming, going) and entry.name != "lost+found"]:
        old.rename(going / old.name)
    for entry in list(coming.iterdir()):
        entry.rename(target / entry.name)
    for folder in (coming, going, new):
        shutil.rmtree(folder, ignore_errors=True)
