"""The environment the doors run in, made where it is not there: .venv/ with packages whose hashes are checked.

Nothing but Python's own library is used here, and nothing newer than Python 3.8 knows: whoever has an old Python, or
one without venv, must be told in a sentence.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from portal.language.locales import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
OLDEST = (3, 11)
NEEDED = ("docxtpl", "mkdocs", "nh3", "pydantic", "rich", "xlsxwriter", "yaml")
"""Some packages of requirements.txt, whose presence tells that all are there."""


def python_with_packages() -> str | None:
    """The Python that can run the doors: this one where it has the packages, else that of .venv/, which is made, or
    made again where its Python has gone. None, and why is said, where that cannot be."""
    if sys.version_info < OLDEST:
        _lacking("old_python", found=sys.version.split()[0])
        return None
    if all(importlib.util.find_spec(name) for name in NEEDED):
        return sys.executable
    if not _works() and not _made():
        return None
    return str(_python()) if _is_fresh() or _installed() else None


def _python() -> Path:
    return ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(name: str) -> Path:
    """What make looks at too: made.stamp says for which Python the environment is, site.stamp that packages are in."""
    return ROOT / ".venv" / f"{name}.stamp"


def _works() -> bool:
    """Whether the environment's Python is there, and still the one its packages were installed for."""
    asked = "import sys; print(*sys.version_info[:2])"
    try:
        done = subprocess.run([str(_python()), "-c", asked], capture_output=True, encoding="ascii", check=True)
        return _stamp("made").read_text("ascii").split() in ([], done.stdout.split())
    except (OSError, ValueError, subprocess.CalledProcessError):
        return False


def _made() -> bool:
    if not all(importlib.util.find_spec(name) for name in ("ensurepip", "venv")):
        _lacking("no_venv")
        return False
    print(said("making"), file=sys.stderr)
    folder = ROOT / ".venv"
    try:
        folder.unlink() if folder.is_symlink() else shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        _stamp("made").write_text("{} {}\n".format(*sys.version_info[:2]), "ascii")
    except (OSError, subprocess.CalledProcessError) as error:
        _lacking("not_made", reason=str(error))
        return False
    return True


def _is_fresh() -> bool:
    site, older = _stamp("site"), (_stamp("made"), ROOT / "requirements.txt")
    return site.exists() and all(site.stat().st_mtime >= file.stat().st_mtime for file in older)


def _installed() -> bool:
    print(said("installing"), file=sys.stderr)
    command = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.call([*command, "-r", str(ROOT / "requirements.txt")]):
        _lacking("not_installed")
        return False
    _stamp("site").touch()
    return True


def _lacking(what: str, **values: str) -> None:
    print(said(what, **values), file=sys.stderr)


def said(what: str, **values: str) -> str:
    """A sentence about the environment in both languages: who stands here has not said yet which one."""
    return " / ".join(block(lang, "environment")[what].format(**values) for lang in LANGUAGES)


def block(lang: str, name: str) -> dict[str, str]:
    """One of the plain blocks at the end of the words of a language, read without the package that reads YAML."""
    text = (ROOT / f"scripts/portal/language/words/{lang}/doors.yml").read_text("utf-8")
    part = text.partition(f"\n{name}:\n")[2]
    lines = (re.fullmatch(r'  ([\w-]+): "(.*)"', line) for line in re.split(r"\n(?! )", part)[0].split("\n"))
    return {line[1]: line[2] for line in lines if line}
