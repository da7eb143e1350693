"""What every command does at its door."""

import subprocess
import sys

import pytest

from conftest import ROOT


@pytest.mark.parametrize(
    "command", [["kpi.py", "--counts"], ["kpi.py", "--format", "json"], ["check.py", "--format", "json"]]
)
def test_a_command_whose_reader_has_left_ends_without_a_traceback(command: list[str]) -> None:
    script, *options = command
    with subprocess.Popen(
        [sys.executable, f"scripts/{script}", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == 141
    assert "Traceback" not in said
