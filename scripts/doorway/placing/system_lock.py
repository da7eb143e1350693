"""The system's own locks: on a file everywhere, on a folder where there is such a thing; gone with who holds them."""

import os
import sys
from pathlib import Path
from typing import Final

FOLDERS_CAN_BE_HELD: Final = sys.platform != "win32"


def opened_to_hold(path: Path) -> int:
    """A file, made where it was not there, or a folder: opened, not locked yet. Raises OSError."""
    return os.open(path, os.O_RDONLY) if path.is_dir() else os.open(path, os.O_RDWR | os.O_CREAT, 0o666)


def locked(opened: int) -> bool:
    """Take the lock of what was opened; whether nobody else has it. It is let go of when that is closed, at the latest
    when the process ends. A file system without locks says yes to everybody."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(opened, 1 << 20, os.SEEK_SET)  # what is locked cannot be read, and others read its beginning
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(opened, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def synced_names(folder: Path) -> None:
    """Return when the names in a folder are on the disk; Windows has no such thing."""
    if FOLDERS_CAN_BE_HELD:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
