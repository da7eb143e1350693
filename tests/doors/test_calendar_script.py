"""What runs by the calendar is kept running (.github/calendar.sh): all of it, but not what somebody switched off."""

from pathlib import Path

import pytest
import yaml

from github_stand_in import SCRIPTS, GitHub, github_in

BY_CALENDAR = [
    path.name
    for path in sorted((SCRIPTS / "workflows").glob("*.yml"))
    if "schedule" in yaml.safe_load(path.read_text("utf-8"))[True]
]
ENABLED = [f"put actions/workflows/{name}/enable" for name in BY_CALENDAR]


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    made = github_in(tmp_path / "github")
    (made.folder / "fork").write_text("false\n")
    return made


def test_every_workflow_with_a_schedule_is_enabled_be_it_on_or_off_for_inactivity(github: GitHub) -> None:
    (github.folder / f"state-{BY_CALENDAR[0]}").write_text("disabled_inactivity\n")
    done = github.run("calendar.sh")
    assert done.returncode == 0, done.stderr
    assert github.calls == ENABLED
    assert len(ENABLED) > 1


def test_what_somebody_switched_off_stays_off(github: GitHub) -> None:
    (github.folder / f"state-{BY_CALENDAR[0]}").write_text("disabled_manually\n")
    done = github.run("calendar.sh")
    assert done.returncode == 0, done.stderr
    assert github.calls == ENABLED[1:]
    assert "(disabled_manually)" in done.stdout


def test_a_fork_has_a_calendar_of_its_own(github: GitHub) -> None:
    (github.folder / "fork").write_text("true\n")
    assert github.run("calendar.sh").returncode == 0
    assert github.calls == []


def test_where_github_refuses_each_is_tried_and_the_run_fails(github: GitHub) -> None:
    (github.folder / "refused").write_text("")
    done = github.run("calendar.sh")
    assert done.returncode == 1
    assert github.calls == ENABLED
    assert all(f"{name}: " in done.stdout for name in BY_CALENDAR)
