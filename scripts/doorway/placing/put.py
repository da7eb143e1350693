"""The one way a door puts a file or some files in place: whole, or not at all with what was there kept."""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from portal.language.words import Words
from portal.reading.characters import on_one_line

OPEN_FOLDER: Final = 0o755
OPEN_FILE: Final = 0o644


class NotPut(Exception):
    """Something could not be put in place; what was there is as it was. `why` names a sentence of the words `put`."""

    def __init__(self, path: Path, why: str, reason: object = "") -> None:
        super().__init__(path, why, reason)
        self.path, self.why, self.reason = path, why, reason

    def said(self, text: Words) -> str:
        return text.say(f"put.{self.why}", path=on_one_line(str(self.path)), reason=on_one_line(str(self.reason)))


def made_folders(folder: Path) -> None:
    """Make a folder and those above it that are missing, so that others can look into them whatever the umask is."""
    if folder.is_dir():
        return
    made_folders(folder.parent)
    folder.mkdir(exist_ok=True)
    folder.chmod(OPEN_FOLDER)


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
            with told_by_disk(path):
                try:
                    done.append((true, _moved_away(true, cleaning)))
                    if new:
                        new.replace(true)
                except OSError:
                    _bring_back(done)
                    raise


def _beside(path: Path, data: bytes | None, cleaning: contextlib.ExitStack) -> tuple[Path, Path | None]:
    """(the file a path means, its new bytes in a file beside it; None where it is to go)."""
    with told_by_disk(path):
        true = path.resolve()
        if true.is_dir():
            raise NotPut(path, "folder_in_the_way")
        if true.exists() and not true.is_file():
            raise NotPut(path, "no_file_in_the_way")
        if data is None:
            return true, None
        made_folders(true.parent)
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
def told_by_disk(path: Path) -> Iterator[None]:
    """What the disk says, as a sentence about the path that was asked for."""
    try:
        yield
    except RuntimeError as error:  # links in a circle, before Python 3.13
        raise NotPut(path, "cannot_write", error) from error
    except OSError as error:
        raise NotPut(path, "cannot_write", error.strerror or error) from error
