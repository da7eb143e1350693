"""What is told of a publication beside its pages: the list of its files, and which version, commit and day it is of."""

import json
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from portal.reading.kept_values import KeptValues
from portal.site.files.manifest import COPY_MANIFEST, MANIFEST, MANIFESTS, manifest_text
from portal.site.files.offline_copy import copy_files, copy_sums, sum_of


def lists_of(site: Path, values: KeptValues | None = None) -> dict[str, bytes]:
    """The lists of a built site's files, as they stand now: its own, and that of its copy for USB sticks. The
    `values` may tell what becomes of a page in the copy."""
    paths = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    own = {path: sum_of(file.read_bytes()) for path, file in paths.items() if path not in MANIFESTS}
    copied = dict(copy_sums(site, values or KeptValues(None)))
    return {MANIFEST: manifest_text(own).encode(), COPY_MANIFEST: manifest_text(copied).encode()}


def copy_with_list(site: Path) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the copy, and last the list of them."""
    sums = {}
    for path, content in copy_files(site):
        sums[path] = sum_of(content)
        yield path, content
    yield MANIFEST, manifest_text(sums).encode()


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
