"""Builds a project again and again: the builder is loaded once in the project, and each build is a fork of it."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

from random_edits import Asked

LOOP = """
import json, os, sys
sys.path.insert(0, "scripts")
import build, doorway.builds.building
for line in sys.stdin:
    settings, arguments, said = json.loads(line)
    child = os.fork()
    if not child:
        os.environ.update(settings)
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1), os.dup2(out, 2)
        code = 2
        try:
            code = build.main(arguments)
        finally:
            sys.stdout.flush(), sys.stderr.flush(), os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class WarmBuilder:
    """The builder of the project in a folder. Only where there is `fork`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._said = root / ".said"
        self._process: subprocess.Popen[str] | None = None

    def build(self, site: Path, asked: Asked, *options: str) -> int:
        """Build into a folder; the exit code."""
        order = (dict(asked.settings), ["--site", str(site), "--lang", "en", *asked.options, *options], str(self._said))
        process = self._started()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        return int(process.stdout.readline())

    @property
    def said(self) -> str:
        """What the last build said."""
        return self._said.read_text("utf-8")

    def begin_anew(self) -> None:
        """End the process; the next build loads the code again."""
        if self._process:
            with contextlib.suppress(OSError):
                self._process.communicate()
        self._process = None

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1"}
            command = [sys.executable, "-c", LOOP]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            self._process = subprocess.Popen(command, cwd=self._root, env=environment, text=True, **pipes)  # type: ignore[call-overload]
        return self._process
