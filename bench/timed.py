"""What one command costs: seconds of the processor and of the clock, memory of its largest process and of all together.

Works on Linux. The processor's seconds and the largest process are the kernel's own count of the command and all it
started; the memory of all together is looked at five times a second, shared pages counted once (PSS).
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK = 0.2
"""Seconds between two looks at the memory."""
END_SHOWN = 40_000


@dataclass(frozen=True)
class Cost:
    """Seconds and MB."""

    cpu: float
    wall: float
    largest: float
    together: float


def cost(command: Sequence[str], folder: Path, settings: Mapping[str, str] = {}) -> Cost:
    """Run a command to its end in a folder. Raises SystemExit, with what it said last, where it fails."""
    with (folder / "said.txt").open("w+", encoding="utf-8") as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=said, stderr=said, start_new_session=True
        )
        looking = Looking(process.pid)
        looking.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)  # whoever stops the measurement stops what is measured
            raise
        wall = time.perf_counter() - started
        looking.enough.set()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}: {process.returncode}\n{said.read()[-END_SHOWN:]}")
    looking.join()
    kilo = 1024 if sys.platform == "linux" else 1024**2
    largest = used.ru_maxrss / kilo
    return Cost(used.ru_utime + used.ru_stime, wall, largest, max(looking.most / 1024, largest))


class Looking(threading.Thread):
    """Looks again and again at the memory of every process of a session."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.enough, self.most = session, threading.Event(), 0

    def run(self) -> None:
        while not self.enough.wait(LOOK):
            self.most = max(self.most, sum(map(shared_out, of_session(self.session))))


def of_session(session: int) -> list[Path]:
    """The processes of a session, by their folders in /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = (folder / "stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if said[3:4] == [str(session)]:
            found.append(folder)
    return found


def shared_out(process: Path) -> int:
    """Kilobytes of a process, a page that others have too counted by its share."""
    try:
        rows = (process / "smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in rows if row.startswith("Pss:")), 0)
