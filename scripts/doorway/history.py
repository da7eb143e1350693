"""What git knows of the pages, asked once: their history, and any earlier text of one. No door of its own."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Final, Self

from portal.content.desk.history import LOG_FORMAT, History, read_history

_OF_ANOTHER: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
"""What a hook of another repository leaves behind: with it, git would look there."""
_QUIET: Final = ("-c", "log.showSignature=false", "-c", "core.quotePath=false", "-c", "color.ui=false")
_LOG: Final = (
    *("log", "-z", "--raw", "-c", "-M", "--no-abbrev", "--topo-order", "--full-history", "--sparse", "--relative"),
    *("--no-ext-diff", "--no-textconv", f"--format={LOG_FORMAT}"),
)


def history_of(root: Path, folders: Iterable[str]) -> History | None:
    """The history of the files below these folders of `root`; None where git is not there, or knows none of them (a
    ZIP, a folder that nobody committed), or refuses."""
    asked = ("--", *folders)
    tree = _git(root, "ls-tree", "-z", "-r", "HEAD", *asked)
    shallow = _git(root, "rev-parse", "--is-shallow-repository") if tree else None
    log = _git(root, *_LOG, *asked) if shallow else None
    return None if not tree or shallow is None or not log else read_history(log, tree, shallow.strip() == b"true")


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git says; None where it says nothing can be known."""
    command = ["git", "-C", str(root), *_QUIET, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=_environment())
    except OSError:
        return None
    return None if done.returncode else done.stdout


def _environment() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER} | {"LC_ALL": "C"}


class EarlierTexts:
    """Reads what files were, one git for all of them; each text once. Closed with `with`."""

    def __init__(self, root: Path) -> None:
        self._command = ["git", "-C", str(root), "cat-file", "--batch"]
        self._git: subprocess.Popen[bytes] | None = None
        self._read: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._git:
            self._git.communicate()

    def __call__(self, blob: str) -> str:
        """The text that git keeps under a name; "" where it has it no more, as a partial copy may."""
        if blob not in self._read:
            self._read[blob] = self._asked(blob).decode("utf-8", "replace")
        return self._read[blob]

    def _asked(self, blob: str) -> bytes:
        sent, got = self._pipes()
        sent.write(f"{blob}\n".encode())
        sent.flush()
        head = got.readline().split()
        if len(head) != 3:  # "… missing"
            return b""
        data = got.read(int(head[2]))
        got.read(1)
        return data

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._git is None:
            pipe, environment = subprocess.PIPE, _environment()
            self._git = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, env=environment)
        sent, got = self._git.stdin, self._git.stdout
        if sent is None or got is None:
            raise OSError("git has no pipes")
        return sent, got
