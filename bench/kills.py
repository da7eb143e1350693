"""Kills builds and publications, at every moment and between any two system calls, and builds twice at once, while
somebody reads the site: how often was there no whole one? Linux alone, as it counts system calls.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from doorway.placing.built_site import carry_foreign, compared, is_a_site
from doorway.placing.put import put_file
from doorway.placing.releases import KEPT, forget_old, opened_releases, put_in_use, taken_in
from doorway.placing.whole_folder import put_folder
from killed import PAGES, Seen, killed_at, made_site, reader_of, steps_of

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "corpora" / "site"
SEED = 3112
ENDS = b"</html>"


def main() -> int:
    """0 when at no moment there was no whole site."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        broken = _switches(place, "put in place by a build", _build, place / "site", options.kills)
        broken += _switches(place, "published", _publish, place / "www" / "current", options.kills)
        broken += _builds_killed(place / "killed", options.builds)
        broken += _pairs(place / "pairs", options.pairs)
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=120, help="of each kind of switch, at system calls spread evenly")
    parser.add_argument("--builds", type=int, default=60, help="builds killed at a random moment")
    parser.add_argument("--pairs", type=int, default=20, help="pairs of builds at once")
    return parser.parse_args()


def _build(place: Path, text: str) -> Callable[[], None]:
    shutil.rmtree(place / "room", ignore_errors=True)
    return partial(put_folder, made_site(place / "room", text), place / "site", is_a_site, carry_foreign)


def _publish(place: Path, text: str) -> Callable[[], None]:
    shutil.rmtree(place / "room", ignore_errors=True)
    return partial(_published, made_site(place / "room", text), place / "www")


def _published(site: Path, folder: Path) -> None:
    opened_releases(folder)
    put_in_use(folder, taken_in(site, folder))
    forget_old(folder)


def _switches(place: Path, name: str, ready: Callable[[Path, str], Callable[[], None]], site: Path, kills: int) -> int:
    """Kill a switch at system calls spread evenly over all it makes."""
    for number in range(KEPT + 1):
        ready(place, f"old{number}")()
    steps, killed, broken = steps_of(ready(place, "counted")), 0, 0
    with reader_of(site, PAGES[0], PAGES[-1]) as seen:
        for number in range(kills):
            killed += killed_at(ready(place, str(number)), number * steps // kills)
            broken += not _is_whole(site)
    _tell(f"{name}: {killed} killed of {kills}, {steps // 2} system calls each", seen, broken)
    return broken + seen.missed


def _builds_killed(place: Path, builds: int) -> int:
    """Kill so many builds of the small site, each after one more change, at a random moment of the time one takes."""
    desk = _Desk(place)
    desk.changed().wait()
    started = time.monotonic()
    desk.changed().wait()
    takes, drawn, killed, ended, broken = time.monotonic() - started, random.Random(SEED), 0, 0, 0
    with reader_of(desk.site, "index.html", "en/index.html", "404.html", ends=ENDS) as seen:
        while killed < builds:
            build = desk.changed()
            try:
                build.wait(drawn.uniform(0, takes))
                ended += 1
            except subprocess.TimeoutExpired:
                build.kill()
                build.wait()
                killed += 1
            broken += not _is_whole(desk.site)
    _tell(f"builds killed: {killed}, besides {ended} that ended before", seen, broken)
    return broken + seen.missed


def _pairs(place: Path, pairs: int) -> int:
    """Two builds of one site at once, with a change before each; each has to say that it is done, and the site is whole
    after both."""
    desk = _Desk(place)
    desk.changed().wait()
    broken, drawn = 0, random.Random(SEED)
    with reader_of(desk.site, "index.html", "en/index.html", "404.html", ends=ENDS) as seen:
        for _ in range(pairs):
            one = desk.changed()
            time.sleep(drawn.uniform(0, 3))
            other = desk.changed()
            broken += bool(one.wait() or other.wait() or not _is_whole(desk.site))
    _tell(f"pairs of builds at once: {pairs}", seen, broken)
    return broken + seen.missed


class _Desk:
    """The small site in a folder of its own, where a text changes before each build: one that has nothing to do puts
    nothing in place."""

    def __init__(self, place: Path) -> None:
        self.site, self._corpus, self._changes = place / "site", place / "corpus", 0
        shutil.copytree(SMALL, self._corpus)
        self._page = min((self._corpus / "content_vi").glob("thanh-tuu/2*/*.md"))
        self._text = self._page.read_text("utf-8")

    def changed(self) -> subprocess.Popen[bytes]:
        """Change the text once more and start a build."""
        self._changes += 1
        put_file(self._page, f"{self._text}\nCâu thứ {self._changes}.\n".encode())
        command = [sys.executable, "scripts/build.py", "--root", str(self._corpus), "--site", str(self.site)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)


def _is_whole(site: Path) -> bool:
    return is_a_site(site) and compared(site).is_whole


def _tell(what: str, seen: Seen, broken: int) -> None:
    print(f"{what}; {broken} left no whole site; {seen.polls} reads, {seen.missed} of them without one", flush=True)


if __name__ == "__main__":
    sys.exit(main())
