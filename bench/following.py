"""The preview beside `check`, as ratios within one run: how soon it opens, and how soon a change can be seen.

Copies the project with its own content into a temporary folder, times `check` before and after, and in between starts
the preview and asks it for a page again and again: from the start of the command until the first page is there, and
from the moment a file is written until the page says something else. Each change is undone before the next is made.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from preview_started import free_port

ROOT = Path(__file__).parent.parent
PARTS = ("scripts", "overrides", "docs", "data", "content_vi", "content_en", "mkdocs.yml")
TIMES = 3
SIGN = "dothuxong"
CHANGES = {
    "a story": ("content_vi/cong-uoc/crc.md", "cong-uoc/crc/", "", f"\n{SIGN}\n"),
    "its English text": ("content_en/cong-uoc/crc.md", "en/cong-uoc/crc/", "", f"\n{SIGN}\n"),
    "a data file": ("data/glossary.yml", "thuat-ngu/", 'definition: {vi: "', SIGN),
    "a style": ("docs/styles/foot.css", "assets/portal.css", "", f"\n.{SIGN} {{ color: red; }}\n"),
    "a template": ("overrides/partials/footer.html", "", "", f"<p>{SIGN}</p>\n"),
}
"""What is written into, the address it is seen at, after which words ("" for the end), what is written."""
Shown = Callable[[str], str]


def main() -> int:
    """Prints a table of medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for part in PARTS:
            (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, project / part)
        before = checked(project)
        with started(project) as (ready, shown):
            seen = {name: statistics.median(changes(project, name, shown)) for name in CHANGES}
        check = statistics.median([before, checked(project)])
    print(f"check {check:.1f} s; seconds until a page shows it, and as a ratio to check")
    for name, seconds in {"ready": ready, **seen}.items():
        print(f"  {name:<20}{seconds:6.2f} s   {seconds / check:5.2f} × check")
    return 0


def checked(project: Path) -> float:
    """How long one check takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "scripts/check.py"], cwd=project, capture_output=True, check=False)
    return time.perf_counter() - begun


@contextmanager
def started(project: Path) -> Iterator[tuple[float, Shown]]:
    """The preview at work, checked for the first time: how long it took from the command to the first page, and what
    it answers to an address."""
    port = free_port()
    shown = partial(answered, f"http://127.0.0.1:{port}/")
    begun = time.perf_counter()
    command = [sys.executable, "scripts/serve.py", "--port", str(port), "--lang", "en"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL) as process:
        try:
            ready = until(lambda: "</footer>" in shown(""), begun)
            until(lambda: 'data-state="unchecked"' not in shown(""), begun)
            yield ready, shown
        finally:
            process.terminate()


def changes(project: Path, name: str, shown: Shown) -> Iterator[float]:
    """The seconds from a written file to a page that shows it, several times."""
    path, address, after, more = CHANGES[name]
    file = project / path
    before = file.read_text(encoding="utf-8")
    changed = before.replace(after, after + more, 1) if after else before + more
    for _ in range(TIMES):
        begun = time.perf_counter()
        file.write_text(changed, encoding="utf-8")
        yield until(lambda: SIGN in shown(address), begun)
        file.write_text(before, encoding="utf-8")
        until(lambda: SIGN not in shown(address), begun)


def answered(base: str, address: str) -> str:
    """What the preview answers; "" while it does not."""
    try:
        with urllib.request.urlopen(base + address, timeout=60) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def until(true: Callable[[], bool], begun: float) -> float:
    """Wait for something; the seconds since it began."""
    while not true():
        time.sleep(0.05)
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
