"""The weekly proof (.github/same.sh): it really takes what was kept, says how much, and fails where that was wrong."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import EPOCH, ROOT, run
from github_stand_in import SCRIPTS
from portal.reading.keeping.kept import keep, kept_bytes
from portal.site.asked.ledger import LEDGER

TAKES_ALL = 'echo "    Pages made anew: 0; taken as a build before made them: 12."'
TAKES_NONE = 'echo "    Pages made anew: 12; taken as a build before made them: 0."'
ONCE_KEPT = f"if [ -e kept ]; then {TAKES_ALL}; else {TAKES_NONE}; fi; touch kept"


def proved(folder: Path, make: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The script, in a folder whose `make` is this one; its summary is the file `summary` beside it."""
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin/make").write_text(f"#!/bin/sh\n{make}\n")
    (folder / "bin/make").chmod(0o755)
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    env = {**os.environ, **settings, "PATH": path, "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    return subprocess.run([SCRIPTS / "same.sh"], cwd=folder, env=env, capture_output=True, text=True, check=False)


def making(said: str, clean: str = "a  index.html") -> str:
    """A `make` that builds in no time, and says this of what it took."""
    lists = f'case "$*" in *CLEAN=1) echo "{clean}" ;; *) {{ {said}; }} >&2; echo "a  index.html" ;; esac'
    return f"mkdir -p site; {{ {lists}; }} > site/manifest-sha256.txt"


@pytest.mark.parametrize(("clean", "code"), [("a  index.html", 0), ("b  index.html", 1)])
def test_a_build_from_nothing_is_compared_with_one_that_took_what_was_kept(
    tmp_path: Path, clean: str, code: int
) -> None:
    done = proved(tmp_path, making(TAKES_ALL, clean))
    assert done.returncode == code
    assert ("b  index.html" in done.stdout) == bool(code)
    assert "earlier runs. / Pages taken: 12." in (tmp_path / "summary").read_text("utf-8")


def test_a_proof_in_which_no_page_was_taken_is_none(tmp_path: Path) -> None:
    done = proved(tmp_path, making(TAKES_NONE))
    assert done.returncode == 1
    assert "Of what was kept no page was taken" in (tmp_path / "summary").read_text("utf-8")


def test_where_earlier_runs_left_nothing_that_fits_what_this_one_keeps_is_taken_and_that_is_told(
    tmp_path: Path,
) -> None:
    done = proved(tmp_path, making(ONCE_KEPT))
    assert done.returncode == 0, done.stdout
    assert "Earlier runs left no page that fits" in done.stdout
    assert "this run itself. / Pages taken: 12." in (tmp_path / "summary").read_text("utf-8")


def test_a_build_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    done = proved(tmp_path, "echo broken; exit 2")
    assert done.returncode == 1
    assert "broken" in done.stdout


def bent(ledger: Path) -> None:
    """Two pages in a ledger change their bytes."""
    tree = json.loads(kept_bytes(ledger) or b"")
    one, other = (
        next(page for page in tree["pages"] if page[:2] == ["en", place]) for place in ("hoi-dap", "thuat-ngu")
    )
    one[2], other[2] = other[2], one[2]
    keep(ledger, [json.dumps(tree).encode()])


def test_real_builds_take_what_was_kept_and_what_was_kept_wrongly_is_named(project: Path) -> None:
    for name in ("Makefile", "requirements.txt", "pyproject.toml", ".venv"):
        (project / name).symlink_to(ROOT / name)
    assert run("scripts/build.py", cwd=project, SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    (ledger,) = (project / ".cache/built").glob(f"*/{LEDGER}")
    bent(ledger)
    make = f'exec {shutil.which("make")} -s -o .venv/site.stamp "$@"'
    done = proved(project, make, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    assert int(done.stdout.split("Pages taken: ")[1].split(".")[0]) > 100
    assert {"en/hoi-dap/index.html", "en/thuat-ngu/index.html"} <= set(
        re.findall(r"  (\S+/index\.html)$", done.stdout, re.M)
    )
    assert "  en/tieng-noi/index.html\n" not in done.stdout  # what was kept rightly is as a build from nothing makes it
