"""This repository as its doors see it: check finds nothing, and the site builds with every link inside it whole.

What its content must say is a rule of check, of `check --facts` and of `make readers`; no test looks into a page here.
"""

import subprocess
from pathlib import Path

from conftest import ROOT, run


def test_check_finds_nothing_to_mend() -> None:
    done = run("scripts/check.py", "--lang", "en")
    assert done.returncode == 0, done.stdout


def test_the_site_builds_and_every_link_inside_it_leads_somewhere(tmp_path: Path) -> None:
    done = run("scripts/build.py", "--site", str(tmp_path / "site"), "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    command = ["make", "--no-print-directory", "links", f"SITE={tmp_path / 'site'}"]
    links = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert links.returncode == 0, links.stdout[-2000:]
