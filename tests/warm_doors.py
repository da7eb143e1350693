"""Runs a door in a copy of a process that has loaded its packages already: half a second less for each of hundreds.

The copy is a process of its own with its own settings, files and end; only what is imported was imported before. What
has to begin in another way (other settings of Python, another checkout, no fork) is left to whoever asks.
"""

import json
import os
import runpy
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

SCRIPTS = Path(__file__).parent.parent / "scripts"
LOADED = (
    "check",
    "build",
    "kpi",
    "report",
    "receive",
    "forms",
    "offline",
    "verify",
    "publish",
    "moved",
    "translations",
)
"""The doors whose imports are those of most others."""
_ONE_AT_A_TIME = Lock()


def can_run(arguments: tuple[str, ...], environment: dict[str, str]) -> bool:
    """Whether a door may be run so: a script of this checkout, with Python set as the tests themselves are."""
    own = {name: value for name, value in os.environ.items() if name.startswith("PYTHON")}
    asked = {name: value for name, value in environment.items() if name.startswith("PYTHON")}
    return hasattr(os, "fork") and asked == own and (SCRIPTS.parent / arguments[0]).parent == SCRIPTS


def run_warm(arguments: tuple[str, ...], environment: dict[str, str]) -> subprocess.CompletedProcess[str] | None:
    """What `python ARGUMENTS` gives in this checkout; None where another thread has a door run at this moment: two at
    once begin as people begin them."""
    if not _ONE_AT_A_TIME.acquire(blocking=False):
        return None
    try:
        with tempfile.TemporaryDirectory() as room:
            return _answered(arguments, environment, [Path(room, name) for name in ("out", "error")])
    finally:
        _ONE_AT_A_TIME.release()


def _answered(
    arguments: tuple[str, ...], environment: dict[str, str], said: list[Path]
) -> subprocess.CompletedProcess[str]:
    server = _server()
    assert server.stdin
    assert server.stdout
    asked = {"arguments": arguments, "environment": environment, "said": [str(one) for one in said]}
    server.stdin.write(json.dumps(asked) + "\n")
    server.stdin.flush()
    code = int(server.stdout.readline())
    out, error = (one.read_text("utf-8") for one in said)
    return subprocess.CompletedProcess([sys.executable, *arguments], code, out, error)


@cache
def _server() -> subprocess.Popen[str]:
    """One for each worker; it ends when the worker does and with it the pipe."""
    return subprocess.Popen(
        [sys.executable, __file__], cwd=SCRIPTS.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def serve() -> None:
    """Load, then make a copy for each door that is asked for. In the copy this does not return."""
    sys.path[0] = str(SCRIPTS)
    for name in LOADED:
        __import__(name)
    for line in sys.stdin:
        asked = json.loads(line)
        copy = os.fork()
        if copy == 0:
            run_door(asked)
        print(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]), flush=True)


def run_door(asked: dict[str, Any]) -> None:
    """Be the door: it ends as a process of its own would."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    out, error = (os.open(one, os.O_WRONLY | os.O_CREAT, 0o600) for one in asked["said"])
    for number, file in enumerate((os.open(os.devnull, os.O_RDONLY), out, error)):
        os.dup2(file, number)
        os.close(file)
    sys.argv = list(asked["arguments"])
    runpy.run_path(sys.argv[0], run_name="__main__")
    sys.exit(0)


if __name__ == "__main__":
    serve()
