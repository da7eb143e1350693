"""What every command does at its door: its options, the day in Viet Nam, a quiet way out."""

import argparse
import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from doorway.console import speak_plainly, speak_to_a_program
from portal.content.desk.address import told_address
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.language.words import words

ROOT: Final = Path(__file__).parent.parent
VIET_NAM_OFFSET: Final = timedelta(hours=7)
READER_LEFT: Final = 141
STOPPED: Final = 130
ON_WINDOWS: Final = os.name == "nt"
YEARS: Final = (2000, 2100)
"""The years a door believes: what lies outside is a slip of the hand, or a clock that was never set."""


def today() -> date:
    """The day it is in Viet Nam, wherever the command runs."""
    return (datetime.now(UTC) + VIET_NAM_OFFSET).date()


def moment_of_build() -> int | None:
    """The moment the input is from, in seconds since 1970: SOURCE_DATE_EPOCH where it is set, else the last commit's;
    None where there is neither, or one nobody can believe."""
    said = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit()
    try:
        moment = int(said)
        return moment if YEARS[0] <= datetime.fromtimestamp(moment, UTC).year <= YEARS[1] else None
    except (ValueError, OverflowError, OSError):
        return None


def _last_commit() -> str:
    """When this folder's last commit was made; "" from a ZIP, without git, and where git refuses."""
    if not (ROOT / ".git").exists():
        return ""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, encoding="ascii", check=False).stdout.strip()
    except OSError:
        return ""


def counted_up_to(today: date) -> date:
    """The day figures on the site are counted up to: that of the moment of the build in Viet Nam, so that the same
    input counts alike; else today."""
    moment = moment_of_build()
    return today if moment is None else (datetime.fromtimestamp(moment, UTC) + VIET_NAM_OFFSET).date()


def fixed_moment() -> bool:
    """Write the moment of the build where everything that is run from here reads it; whether there was one to know,
    or only today."""
    moment = moment_of_build()
    now = datetime.combine(today(), datetime.min.time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(now.timestamp()) if moment is None else moment)
    return moment is not None


def fixed_address() -> bool:
    """Write the site's own address where everything that is run from here reads it, with the "/" at its end; whether
    what SITE_URL says is one. A setting without a word is none."""
    address = told_address(os.environ.get("SITE_URL", ""))
    if address:
        os.environ["SITE_URL"] = address
    elif address == "":
        os.environ.pop("SITE_URL", None)
    return address is not None


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) == 4 and YEARS[0] <= int(text) <= YEARS[1]:
        return int(text)
    raise argparse.ArgumentTypeError(said_in_both("door.not_a_year", value=text, first=YEARS[0], last=YEARS[1]))


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text) if text[4:5] == text[7:8] == "-" and len(text) == 10 else date.min
    except ValueError:
        day = date.min
    if YEARS[0] <= day.year <= YEARS[1]:
        return day
    raise argparse.ArgumentTypeError(said_in_both("door.not_a_day", value=text, first=YEARS[0], last=YEARS[1]))


def said_in_both(path: str, **values: Any) -> str:
    """A sentence in every language, for a moment when nobody has said yet which one."""
    return " / ".join(words(lang).say(path, **values) for lang in LANGUAGES)


OPTIONS: Final[Mapping[str, Callable[[], dict[str, Any]]]] = {
    "root": lambda: {
        "type": Path, "default": Path.cwd(), "help": "folder with content_vi/, content_en/, data/"
    },
    "lang": lambda: {"choices": LANGUAGES, "default": ORIGINAL, "help": "language of what is said"},
    "year": lambda: {"type": _year, "help": "reporting year; the one of --as-of where left out"},
    "as-of": lambda: {"type": _day, "default": today(), "help": "as it stood on this day: 2026-11-30"},
    "day": lambda: {"type": _day, "help": "day on which something came; today where left out"},
}  # fmt: skip
"""What the doors share, by name."""


def parser_of(door: str, about: str | None, *shared: str) -> argparse.ArgumentParser:
    """The parser of a door that takes some of the shared options: parser_of("kpi.py", __doc__, "root", "lang")."""
    parser = argparse.ArgumentParser(prog=door, description=about)
    for name in shared:
        parser.add_argument(f"--{name}", **OPTIONS[name]())
    return parser


def processes() -> int:
    """Among how many processes a door deals work of one kind: what PORTAL_PROCESSES says, else as many as may run at
    once."""
    said = os.environ.get("PORTAL_PROCESSES", "")
    may = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, int(said)) if said.isdecimal() else may or 1


def refused(why: str, code: int = 2) -> int:
    """Say why nothing was done; `code` is what the door returns."""
    print(why, file=sys.stderr)
    return code


def print_for_program(text: str, end: str = "\n") -> None:
    """Print what programs read, JSON or CSV: in a pipe or a file the same bytes on every system."""
    speak_to_a_program()
    print(text, end=end)


def run(main: Callable[[], int]) -> int:
    """What `main` returns; 141, as the shell says it, when the output was a pipe that closed (`| head`); 130 when it
    was stopped by hand; 1 where the machine has no memory left. What a console cannot write is written as near to it as
    it can."""
    speak_plainly()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = main()
        sys.stdout.flush()
    except OSError as error:
        if error.errno == errno.ENOMEM:
            return refused(said_in_both("door.memory"), 1)
        if not _reader_has_left(error):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT
    except KeyboardInterrupt:
        return refused(said_in_both("door.stopped"), STOPPED)
    except MemoryError:
        return refused(said_in_both("door.memory"), 1)
    return code


def _reader_has_left(error: OSError) -> bool:
    """Whether a pipe closed. Windows says of it only that the argument is invalid, and names no file."""
    return isinstance(error, BrokenPipeError) or (ON_WINDOWS and error.errno == errno.EINVAL and not error.filename)
