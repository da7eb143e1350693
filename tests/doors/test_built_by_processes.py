"""A build by one process and one by several: the same bytes, and the same words to whoever waits."""

import os
import shutil
from pathlib import Path

import pytest

from conftest import MADE_UP, run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked there")


def test_one_process_and_three_build_the_same_site_and_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites, said = list[dict[str, bytes]](), list[list[str]]()
    for processes in ("1", "3"):
        monkeypatch.setenv("PORTAL_PROCESSES", processes)
        corpus = tmp_path / processes
        shutil.copytree(MADE_UP, corpus)  # another folder takes nothing from the ledger of the first
        done = run("scripts/build.py", "--root", str(corpus), "--site", str(corpus / "site"), "--lang", "en")
        assert done.returncode == 0, done.stdout + done.stderr
        files = (file for file in (corpus / "site").rglob("*") if file.is_file())
        sites.append({file.relative_to(corpus).as_posix(): file.read_bytes() for file in files})
        said.append([line for line in done.stderr.splitlines() if line.startswith(("1/3", "2/3", "3/3"))])
    assert len(sites[0]) > 64, "so many pages that they are dealt"
    assert sites[0] == sites[1]
    assert said[0] == said[1]
    assert len(said[0]) == 3
