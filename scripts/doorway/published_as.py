"""Of which version, commit and day a publication is."""

import json
import subprocess
import tomllib
from datetime import date
from pathlib import Path

from portal.site.files.manifest import MANIFEST


def publication_json(house: Path, corpus: Path, day: date) -> bytes:
    """Of which version and commit a site is, null where nobody can say, and up to which day it counts."""
    tree = {
        "version": _version(house),
        "commit": _commit(house) if house.resolve() == corpus.resolve() else None,
        "day": day.isoformat(),
        "manifest": MANIFEST,
    }
    return (json.dumps(tree, indent=2) + "\n").encode()


def _version(house: Path) -> str | None:
    try:
        return str(tomllib.loads((house / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _commit(house: Path) -> str | None:
    """The commit a folder is at; None without git, and where a file is not as that commit has it."""
    if not (house / ".git").exists() or _git(house, "status", "--porcelain") != "":
        return None
    return _git(house, "rev-parse", "HEAD") or None


def _git(house: Path, *asked: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(house), *asked], capture_output=True, encoding="utf-8", check=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
