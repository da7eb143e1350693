"""Killed at any moment, a build or a publication leaves a whole site, old or new, for whoever reads meanwhile."""

import random
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from doorway.placing import whole_folder
from doorway.placing.built_site import carry_foreign, compared, is_a_site
from doorway.placing.releases import KEPT, forget_old, opened_releases, put_in_use, releases_of, taken_in
from doorway.placing.whole_folder import put_folder
from killed import PAGES, killed_at, made_site, reader_of, steps_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system calls are counted on Linux alone")
SEED, KILLS = 3112, 5


def says(site: Path) -> str:
    """What every page of a whole site says."""
    assert compared(site).is_whole
    (said,) = {(site / page).read_text().partition(" ")[0] for page in PAGES}
    return said


def built_over(place: Path, text: str) -> Callable[[], None]:
    """A new site beside the one in place, and what puts it in its place."""
    shutil.rmtree(place / "room", ignore_errors=True)
    return partial(put_folder, made_site(place / "room", text), place / "site", is_a_site, carry_foreign)


def published_over(place: Path, text: str) -> Callable[[], None]:
    """A new site, and what publishes it beside the releases there are."""
    shutil.rmtree(place / "room", ignore_errors=True)
    return partial(publish, made_site(place / "room", text), place / "www")


def publish(site: Path, folder: Path) -> None:
    """As the door does it."""
    opened_releases(folder)
    put_in_use(folder, taken_in(site, folder))
    forget_old(folder)


@pytest.mark.parametrize(
    ("ready", "site"), [(built_over, "site"), (published_over, "www/current")], ids=["build", "publish"]
)
def test_killed_between_any_two_system_calls_there_is_a_whole_site_at_every_moment(
    tmp_path: Path, ready: Callable[[Path, str], Callable[[], None]], site: str
) -> None:
    for number in range(KEPT + 1):  # so that an old release goes
        ready(tmp_path, f"old{number}")()
    steps, drawn, killed = steps_of(ready(tmp_path, "old")), random.Random(SEED), 0
    with reader_of(tmp_path / site, PAGES[0], PAGES[-1]) as seen:
        for number in range(KILLS):
            before = says(tmp_path / site)
            killed += killed_at(ready(tmp_path, str(number)), drawn.randrange(steps))
            assert says(tmp_path / site) in (before, str(number))
        ready(tmp_path, "new")()
    assert says(tmp_path / site) == "new"
    assert killed >= KILLS - 2
    assert (seen.missed, seen.polls > KILLS) == (0, True)
    assert len(releases_of(tmp_path / "www")) in (0, KEPT)
    assert not list(tmp_path.rglob(".*"))


def test_killed_at_every_step_of_the_exchange_itself_no_reader_misses_the_site(tmp_path: Path) -> None:
    site = made_site(tmp_path / "site", "first")
    steps = steps_of(partial(whole_folder._swap, made_site(tmp_path / "counted", "second"), site))
    with reader_of(site, PAGES[0], PAGES[-1]) as seen:
        for step in range(steps):
            work = partial(whole_folder._swap, made_site(tmp_path / f"room{step}", str(step)), site)
            assert killed_at(work, step)
            says(site)
    assert (seen.missed, seen.polls > steps) == (0, True)
