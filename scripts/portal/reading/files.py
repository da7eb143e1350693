"""The one way bytes become text, for Markdown, YAML and CSV alike; and the one way a folder is walked."""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

from portal.reading.characters import around, refused_in, without_refused
from portal.reading.problems import Problem
from portal.reading.tables.old_encodings import old_text

MAX_DATA = 8 * 1024 * 1024
MOST_CHARACTERS_TOLD = 20
_LEFT_BEHIND = ("~$", ".")  # what Office and hidden folders leave beside a file
_OF_A_DESKTOP = frozenset(("thumbs.db", "desktop.ini"))
UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
"""What git writes where two changed the same place; whatever else the file says, it says twice."""

Read = TypeVar("Read")


@dataclass(frozen=True)
class TextFile:
    """What one file says, in NFC and with \\n at line ends; `text` is None where it says nothing that can be read."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def read_text(root: Path, file: Path, most: int, from_office: bool = False) -> TextFile:
    """The text of a file below `root` that may hold `most` bytes, in UTF-8. What comes `from_office` may be in an
    encoding that Excel still saves, and have its marks beside its letters. Nothing a file can be makes it raise or
    wait."""
    path = file.relative_to(root).as_posix()
    opened = opened_file(root, file)
    if isinstance(opened, Problem):
        return TextFile(None, (opened,))
    try:
        with opened:
            data = opened.read(most + 1)
    except OSError as error:
        return TextFile(None, (unreadable(path, error),))
    if len(data) > most:
        return _unread(path, "too-large", size=_size(file, most) // 1024, most=most // 1024)
    old = old_text(data) if from_office else None
    if old is not None:
        return plain_text(path, old)
    if foreign := foreign_to_text(data):
        return _unread(path, foreign)
    try:
        text = data.removeprefix(UTF8_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        code = "code-page" if data.decode("utf-8", "ignore").isascii() else "not-utf8"
        return TextFile(None, (Problem(path, data.count(b"\n", 0, error.start) + 1, "", code),))
    return plain_text(path, unicodedata.normalize("NFC", text) if from_office else text)


def leads_inside(root: Path, file: Path) -> bool:
    """Whether a path, its links followed, still lies below `root`. Raises OSError for links that go in a circle."""
    try:
        return file.resolve().is_relative_to(root.resolve())
    except RuntimeError as error:  # a circle, before Python 3.13
        raise OSError(0, "a circle of links") from error


def opened_file(root: Path, file: Path) -> BinaryIO | Problem:
    """A file below `root`, opened to read its bytes, or why it cannot be; without waiting for a pipe that nobody
    writes into."""
    path = file.relative_to(root).as_posix()

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))

    try:
        if not leads_inside(root, file):
            return Problem(path, 1, "", "leads-outside")
        if file.is_dir():
            return Problem(path, 1, "", "is-a-folder")
        opened = open(file, "rb", opener=opener)  # noqa: SIM115 – whoever asked closes it
    except OSError as error:
        return unreadable(path, error)
    if stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        return opened
    opened.close()
    return Problem(path, 1, "", "not-a-file")


def unreadable(path: str, error: OSError) -> Problem:
    """What the disk says of a file, as a problem."""
    return Problem(path, 1, "", "unreadable", {"reason": error.strerror or type(error).__name__})


def _size(file: Path, most: int) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return most + 1


def _unread(path: str, code: str, **values: object) -> TextFile:
    return TextFile(None, (Problem(path, 1, "", code, values),))


def foreign_to_text(data: bytes) -> str | None:
    """What the first signs of a file say it is, where that is no text in UTF-8."""
    if data.startswith((_ZIP, _OLD_OFFICE)):
        return "office-file"
    head = data[:200]
    return "utf-16" if data.startswith(_UTF16_BOMS) or head.count(0) > len(head) // 4 else None


def plain_text(path: str, text: str) -> TextFile:
    """The text without characters that would mislead, and in whole letters: what had to be mended is told."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    conflict = _CONFLICT.search(text)
    if conflict:
        return TextFile(None, (Problem(path, text.count("\n", 0, conflict.start()) + 1, "", "merge-conflict"),))
    problems = [
        Problem(
            path, text.count("\n", 0, place) + 1, "", "yaml-character", {"character": name, "near": around(text, place)}
        )
        for place, name in islice(refused_in(text), MOST_CHARACTERS_TOLD)
    ]
    if problems:
        text = without_refused(text)
    if not unicodedata.is_normalized("NFC", text):
        lines = (n for n, line in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", line))
        problems.append(Problem(path, next(lines, 1), "", "not-nfc"))
        text = unicodedata.normalize("NFC", text)
    return TextFile(text, tuple(problems))


def files_below(root: Path, folder: str) -> tuple[list[Path], list[Problem]]:
    """Every file below a folder of `root`, in order, but for what editors' programs leave behind; and the folders
    that cannot be looked into. A link to a folder is itself a problem: what lies behind it would not be read."""
    found: list[Path] = []
    problems: list[Problem] = []

    def blocked(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        if path != folder or os.path.lexists(root / folder):
            problems.append(Problem(path, 1, "", "unreadable", {"reason": error.strerror or ""}))

    for place, folders, names in os.walk(root / folder, onerror=blocked):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if is_link(Path(place, name))]
        problems += [_linked_folder(root, Path(place, name)) for name in links]
        found += [Path(place, name) for name in names if not is_left_behind(name)]
    return sorted(found), problems


def files_named(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder whose names are so, in order; none where it cannot be looked into, which is told of the
    whole tree it lies in."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def is_file(path: Path) -> bool:
    """Whether a file lies there for us to see: before Python 3.14 a closed folder, or a name too long, is an error."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """The same of a folder."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_link(path: Path) -> bool:
    """The same of a symbolic link, whatever it leads to."""
    try:
        return path.is_symlink()
    except OSError:
        return False


def _linked_folder(root: Path, link: Path) -> Problem:
    return Problem(link.relative_to(root).as_posix(), 1, "", "linked-folder")


def is_left_behind(name: str) -> bool:
    """Whether a file is hidden or made by an editor's desktop, and nobody's content."""
    return name.startswith(_LEFT_BEHIND) or name.lower() in _OF_A_DESKTOP


def guarded(path: str, problems: list[Problem], act: Callable[[], Read]) -> Read | None:
    """What reading one file gives; None and a problem with its path where the reader itself fails over it. The
    fault is then ours, but the editor must know which file it is, and hear of all the others."""
    try:
        return act()
    except MemoryError:
        raise  # of the machine, and not of the file: sizes are looked at first
    except Exception as error:
        problems.append(_failed(path, error))
        return None


def guarded_problems(path: str, found: Iterable[Problem]) -> Iterator[Problem]:
    """What is found wrong with one file or folder; and where whoever looks fails over it, that, after what was found
    before."""
    try:
        yield from found
    except MemoryError:
        raise
    except Exception as error:
        yield _failed(path, error)


def _failed(path: str, error: Exception) -> Problem:
    """What the disk said is not the program's fault: the file is closed to us, or went away since it was listed."""
    if isinstance(error, OSError) and error.strerror:
        return unreadable(path, error)
    return Problem(path, 1, "", "could-not-be-read", {"reason": f"{type(error).__name__}: {error}"})
