"""A desk to write at, made for a while: our own pages with a repository that nobody has, built, with the tool."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
REPOSITORY: Final = "https://github.com/co-quan/cong-thong-tin"
"""An address that stands for the owner's own."""
_CONTENT: Final = ("content_vi", "content_en", "data", "docs")


def door(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    """One of the project's doors, as people start it."""
    command = [sys.executable, str(ROOT / "scripts" / f"{name}.py"), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def copied(folder: Path) -> Path:
    """A copy of our own content whose owner has said where the repository is."""
    for part in _CONTENT:
        shutil.copytree(ROOT / part, folder / part)
    owner = folder / "data/owner.yml"
    given = re.sub(r"(?m)^repository:.*\n", "", owner.read_text("utf-8"))
    owner.write_text(f"{given}repository: {REPOSITORY}\n", encoding="utf-8")
    return folder


def built(corpus: Path, site: Path) -> Path:
    """The site of a corpus with the editing tool. Raises RuntimeError with what a door said that failed."""
    for name in ("build", "admin"):
        done = door(name, "--root", str(corpus), "--site", str(site))
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
    return site
