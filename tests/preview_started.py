"""A preview as people start it, over a copy of the small site, for tests to write into and to look at."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from waiting import LONGEST, until


@dataclass(frozen=True)
class Preview:
    """The project it shows, where, what it says in the terminal."""

    root: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def asked(self, path: str, **headers: str) -> tuple[int, str]:
        """(status, text) of an answer."""
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=LONGEST) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def panel(self, path: str) -> str:
        """What the panel of a page says, without its tags."""
        found = re.search(r'<section id="xem-thu".*?</section>', self.asked(path)[1], re.DOTALL)
        assert found, path
        said = re.sub(r'<p class="away" hidden>.*?</p>', "", found[0])
        return unescape(re.sub(r"<[^>]+>", "", said))

    def checked(self, path: str = "") -> str:
        """The same, once everything that was written is taken in and checked."""
        until(lambda: 'data-state="unchecked"' not in self.asked(path)[1])
        return self.panel(path)

    def shows(self, path: str, said: str) -> None:
        """Wait for a page, or its panel, to say something."""
        until(lambda: said in unescape(self.asked(path)[1]), said)

    def hides(self, path: str, said: str) -> None:
        """Wait for a page to say something no longer."""
        until(lambda: said not in unescape(self.asked(path)[1]), said)

    @contextlib.contextmanager
    def written(self, path: str, text: str) -> Iterator[None]:
        """A file that says something else for a while."""
        file = self.root / path
        before = file.read_bytes() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        try:
            yield
        finally:
            file.write_bytes(before) if before is not None else file.unlink()
            self.follows()

    def follows(self) -> None:
        """Wait until the corpus is whole again."""
        until(lambda: "Nothing to mend" in self.checked("en/"))

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def previewed(root: Path) -> Iterator[Preview]:
    """A preview of the project in `root`, in English in the terminal, from its first page on."""
    port, log = free_port(), root / "serve.log"
    command = [sys.executable, "scripts/serve.py", "--port", str(port), "--lang", "en"]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=root, stdout=out, stderr=out, env=dict(os.environ))
        try:
            until(lambda: "Preview at" in log.read_text("utf-8") or process.poll() is not None)
            assert process.poll() is None, log.read_text("utf-8")
            yield Preview(root, f"http://127.0.0.1:{port}/", log, process)
        finally:
            process.terminate()
            process.wait(LONGEST)
