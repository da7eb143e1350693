"""A build here and a build elsewhere: the same bytes, the same rights, the same words to whoever waits."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from conftest import MADE_UP, bring_house

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked there")
YEARS: Final = 9 * 365 * 24 * 60 * 60
BENT: Final = """
import os, time

def in_order(found):
    return sorted(found, key=lambda one: getattr(one, "name", one), reverse={reverse})

class Scanned:
    def __init__(self, found):
        with found:
            self._found = iter(in_order(found))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._found)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass

listed, scanned, seconds, parts = os.listdir, os.scandir, time.time, time.time_ns
os.listdir = lambda *path: in_order(listed(*path))
os.scandir = lambda *path: Scanned(scanned(*path))
time.time = lambda: seconds() + {shift}
time.time_ns = lambda: parts() + {shift} * 10**9
"""
"""Read by Python before all else: in which order a folder gives its names, and how wrong the clock is."""


@dataclass(frozen=True)
class Machine:
    """What may be otherwise where somebody else builds the same."""

    folder: str
    environment: Mapping[str, str]
    umask: int
    is_reversed: bool
    clock: int
    touched: int
    """When every file was last changed, in seconds of Unix."""


HERE: Final = Machine(
    "here", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "PORTAL_PROCESSES": "1"}, 0o022, False, 0, 1_700_000_000
)
ELSEWHERE: Final = Machine(
    "ở nơi khác",
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242", "PORTAL_PROCESSES": "3"},
    0o077,
    True,
    YEARS,
    86_400,
)


def test_who_builds_elsewhere_gets_the_same_site_and_reads_the_same_words(tmp_path: Path) -> None:
    (site, said), (other, told) = (built(tmp_path, machine) for machine in (HERE, ELSEWHERE))
    assert sum(path.endswith("/index.html") for path in site) > 64, "so many pages that they are dealt"
    assert {path for path in site.keys() | other.keys() if site.get(path) != other.get(path)} == set()
    assert said == told
    assert len(said) == 3


def built(room: Path, machine: Machine) -> tuple[dict[str, tuple[bytes, int]], list[str]]:
    """(bytes and rights of each file of the site that a machine builds, what it said of its steps)."""
    project, bent = room / machine.folder / "cổng", room / machine.folder / "bent"
    bring_house(project)
    copytree(MADE_UP, project, dirs_exist_ok=True)
    for file in project.rglob("*"):
        os.utime(file, (machine.touched, machine.touched))
    bent.mkdir()
    code = BENT.format(reverse=machine.is_reversed, shift=machine.clock)
    (bent / "sitecustomize.py").write_text(code, "utf-8")
    environment = {**os.environ, **machine.environment, "PYTHONPATH": str(bent)}
    command = [sys.executable, "scripts/build.py", "--lang", "en"]
    done = subprocess.run(
        command, cwd=project, env=environment, umask=machine.umask, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = (file for file in (project / "site").rglob("*") if file.is_file())
    site = {file.relative_to(project).as_posix(): (file.read_bytes(), file.stat().st_mode) for file in found}
    return site, [line for line in done.stderr.splitlines() if line.startswith(("1/3", "2/3", "3/3"))]
