"""Work that is killed at one of its system calls, and a reader who looks at a site all the while."""

import ctypes
import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portal.site.files.manifest import MANIFEST, manifest_text

_TRACEME, _SYSCALL = 0, 24  # linux/ptrace.h
_LIBC = ctypes.CDLL(None, use_errno=True)
PAGES = ("index.html", "a/index.html", "z/index.html")
READER = """
import sys, threading
ends, names, polls, missed = sys.argv[2].encode(), sys.argv[3:], 0, 0
done = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
print("reading", flush=True)
while not done.is_set():
    for name in names:
        polls += 1
        try:
            with open(f"{sys.argv[1]}/{name}", "rb") as file:
                missed += not file.read().rstrip().endswith(ends)
        except OSError:
            missed += 1
print(polls, missed)
"""


def made_site(folder: Path, text: str, *pages: str) -> Path:
    """A site as a build leaves it, whose every file says `text` and that it is whole."""
    files = dict.fromkeys(pages or PAGES, f"{text} whole")
    addresses = "".join(
        f"<url><loc>https://a.vn/{page.removesuffix('index.html')}</loc></url>" for page in pages or PAGES
    )
    files["sitemap.xml"] = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{addresses}</urlset>'
    files["robots.txt"] = "Sitemap: https://a.vn/sitemap.xml\n"
    files[MANIFEST] = manifest_text({path: hashlib.sha256(said.encode()).hexdigest() for path, said in files.items()})
    for path, said in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(said)
    return folder


def killed_at(work: Callable[[], object], step: int) -> bool:
    """Do some work in a process of its own and kill it before its system call number `step` is made, or (odd numbers)
    before it is told what that gave; whether there was so long a way to go."""
    pid = _begun(work)
    for _ in range(step + 1):
        if _ended(pid):
            return False
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return True


def steps_of(work: Callable[[], object]) -> int:
    """How many steps some work takes: twice its system calls."""
    pid, count = _begun(work), 0
    while not _ended(pid):
        count += 1
    return count


def _begun(work: Callable[[], object]) -> int:
    """A process that stops before each step of some work."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            _LIBC.ptrace(_TRACEME, 0, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
            work()
            code = 0
        finally:
            os._exit(code)
    os.waitpid(pid, 0)
    return pid


def _ended(pid: int) -> bool:
    """Let a process make its next step; whether it has come to its end. What failed in it is no end."""
    _LIBC.ptrace(_SYSCALL, pid, None, None)
    _, status = os.waitpid(pid, 0)
    if not os.WIFEXITED(status):
        return False
    assert os.WEXITSTATUS(status) == 0, "the work failed by itself"
    return True


@dataclass
class Seen:
    """What a reader found: how often it asked for a file, and how often it was not there whole."""

    polls: int = 0
    missed: int = 0


@contextmanager
def reader_of(site: Path, *names: str, ends: bytes = b"whole") -> Iterator[Seen]:
    """Somebody who asks for files of a site without a pause, each of which ends as told. What was seen is known
    after."""
    seen = Seen()
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(site), ends.decode(), *names],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        assert reader.stdout
        reader.stdout.readline()
        yield seen
        said, _ = reader.communicate("")
    seen.polls, seen.missed = map(int, said.split())
