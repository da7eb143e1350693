"""Every door by one word, with make and without: `python scripts check`, `python scripts site`."""

from __future__ import annotations

import ast
import difflib
import os
import runpy
import subprocess
import sys
from pathlib import Path

from doorway import console, environment
from portal.language.locales import VIETNAMESE

FOLDER = Path(__file__).parent
BY_ANOTHER_WORD = {"site": ("build",), "release-check": ("check", "--release"), "fix": ("check", "--fix")}
"""What people call a door that stands in another file, and what it is told then."""


def main(arguments: list[str]) -> int:
    """What the door returns; 2 for a word that is no door's. The packages are installed first where they are not."""
    word = Path(arguments[0]).stem if arguments else "help"
    doors = found_doors()
    if word in {"help", "-h", "--help", ""}:
        print(help_text(doors))
        return 0
    if word not in doors:
        close = difflib.get_close_matches(word, doors, n=1, cutoff=0.5) or sorted(doors)
        print(environment.said("no_door", name=word, names=", ".join(close)), file=sys.stderr)
        return 2
    python = environment.python_with_packages()
    if python is None:
        return 1
    name, *own = BY_ANOTHER_WORD.get(word, (word.replace("-", "_"),))
    script = FOLDER / f"{name}.py"
    if python != sys.executable:
        return subprocess.call([python, str(script), *own, *arguments[1:]])
    sys.argv = [str(script), *own, *arguments[1:]]
    runpy.run_path(str(script), run_name="__main__")
    return 0


def found_doors() -> dict[str, str]:
    """Each door's word and the file behind it: the files of this folder that can be run, but for this one."""
    files = [file for file in sorted(FOLDER.glob("*.py")) if file.stem not in {"__main__", "build"}]
    run = [file.stem for file in files if '\nif __name__ == "__main__":' in file.read_text("utf-8")]
    own = {stem.replace("_", "-"): stem for stem in run}
    return {**own, **{word: stands[0] for word, stands in BY_ANOTHER_WORD.items()}, "build": "build"}


def help_text(doors: dict[str, str]) -> str:
    """The doors, one a line, with what each does in both languages."""
    vietnamese = environment.block(VIETNAMESE, "doors")
    shown = {word: name for word, name in sorted(doors.items()) if word != "build"}
    lines = [
        f"  {word:<14} {vietnamese.get(word, '')}\n  {'':<14} {english(word, name)}" for word, name in shown.items()
    ]
    return "\n".join([environment.said("usage"), *lines])


def english(word: str, name: str) -> str:
    """The first line of a door's own words."""
    about = ast.get_docstring(ast.parse((FOLDER / f"{name}.py").read_text("utf-8"))) or ""
    own = " ".join(BY_ANOTHER_WORD.get(word, (name,))[1:])
    return about.split("\n")[0] + (f" ({own})" if own else "")


if __name__ == "__main__":
    console.speak_plainly()
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print(environment.said("stopped"), file=sys.stderr)
        os._exit(130)
