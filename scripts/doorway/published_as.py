"""Of which version, commit and day a publication is."""

import json
import subprocess
import tomllib
from datetime import date
from pathlib import Path

from portal.content.desk.address import PUBLISHED_PATH
from portal.site.files.manifest import MANIFEST


def publication_json(house: Path, corpus: Path, day: date) -> bytes:
    """Of which version and commit a site is, null where nobody can say, but for which files, and up to which day it
    counts."""
    commit = _commit(house) if house.resolve() == corpus.resolve() else None
    tree = {
        "version": _version(house),
        "commit": commit,
        "but_for": [PUBLISHED_PATH] if commit and _changed(house, PUBLISHED_PATH) is not False else [],
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
    """The commit a folder is at; None without git, and where a file is not as that commit has it. The record of what
    was published may have grown: a publication writes into it first (`make moved RECORD=…`), and no commit of its own
    can hold what it finds there."""
    if not (house / ".git").exists() or _changed(house, ".", f":(exclude){PUBLISHED_PATH}") is not False:
        return None
    return _git(house, "rev-parse", "HEAD") or None


def _changed(house: Path, *paths: str) -> bool | None:
    """Whether one of these files is not as the commit has it; None where git cannot tell."""
    said = _git(house, "status", "--porcelain", "--", *paths)
    return None if said is None else said != ""


def _git(house: Path, *asked: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(house), *asked], capture_output=True, encoding="utf-8", check=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
