"""Work dealt to processes: the same results and the same failures, however many there are."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from conftest import ROOT

SCRIPTS = ROOT / "scripts"
BEGIN = """
import os, sys
sys.path.insert(0, {scripts!r})
from portal.reading.shares import PROCESSES, dealt
PROCESSES.set(int(sys.argv[1]))
here = os.getpid()
things = tuple(range(100))
"""
"""In a process of its own: beside the threads of a test run nothing is forked."""

needs_fork = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="nothing is forked there")


def asked(processes: int, lines: Sequence[str]) -> subprocess.CompletedProcess[str]:
    script = BEGIN.format(scripts=str(SCRIPTS)) + "\n".join(lines)
    return subprocess.run(
        [sys.executable, "-c", script, str(processes)], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("processes", [1, 2, 3, 200])
def test_results_come_in_the_order_of_what_was_dealt(processes: int) -> None:
    done = asked(processes, ["print(list(dealt(lambda one: one * one, things)) == [one * one for one in things])"])
    assert (done.stdout, done.stderr) == ("True\n", "")


@needs_fork
def test_every_share_is_done_by_another_process() -> None:
    done = asked(2, ["print(here in set(dealt(lambda one: os.getpid(), things)))"])
    assert done.stdout == "False\n"
    assert asked(1, ["print({here} == set(dealt(lambda one: os.getpid(), things)))"]).stdout == "True\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_what_fails_in_a_process_fails_as_it_would_without(processes: int) -> None:
    work = ["def work(one):", "    return 1 / (one - 50)", "list(dealt(work, things))"]
    done = asked(processes, work)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("ZeroDivisionError: division by zero")
    assert "return 1 / (one - 50)" in done.stderr or ", in work" in done.stderr


@needs_fork
@pytest.mark.parametrize("end", ["os._exit(3)", "os.kill(os.getpid(), 9)"])
def test_what_a_process_that_was_killed_had_to_do_is_done_here(end: str) -> None:
    work = ["def work(one):", f"    {end} if one == 40 and os.getpid() != here else None", "    return one"]
    done = asked(2, [*work, "print(list(dealt(work, things)) == list(things))"])
    assert (done.stdout, done.stderr) == ("True\n", "")


@needs_fork
def test_what_cannot_travel_is_worked_out_here() -> None:
    done = asked(2, ["print([make() for make in dealt(lambda one: lambda: one, things)] == list(things))"])
    assert done.stdout == "True\n"


@needs_fork
def test_whoever_stops_reading_leaves_no_process_behind() -> None:
    work = ["from multiprocessing import active_children", "many = dealt(lambda one: 'x' * 100_000, things)"]
    done = asked(2, [*work, "print(len(next(many)))", "many.close()", "print(active_children())"])
    assert done.stdout == "100000\n[]\n"


@needs_fork
def test_a_process_whose_reader_was_killed_ends_by_itself() -> None:
    work = ["for found in dealt(lambda one: 'x' * 100_000, things):", "    os.kill(here, 9)"]
    done = asked(2, work)  # its output is read until nobody holds it any more
    assert done.returncode == -9


@needs_fork
def test_beside_other_threads_nothing_is_forked() -> None:
    work = ["import threading", "end = threading.Event()", "threading.Thread(target=end.wait).start()"]
    done = asked(2, [*work, "print({here} == set(dealt(lambda one: os.getpid(), things)))", "end.set()"])
    assert done.stdout == "True\n"


@needs_fork
def test_where_the_machine_starts_no_more_processes_that_is_what_is_told() -> None:
    lines = [
        "def no_memory():",
        "    raise OSError(12, 'no memory')",
        "os.fork = no_memory",
        "list(dealt(abs, things))",
    ]
    assert asked(2, lines).stderr.rstrip().endswith("OSError: [Errno 12] no memory")
