"""The yearly reminder: one issue a year, true every week: who has sent, who has not."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from conftest import MADE_UP, ROOT, run
from github_stand_in import RUN, GitHub, github_in

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/yearly-report.yml").read_text("utf-8"))
TITLE = f"Báo cáo Kế hoạch năm {date.today().year}"


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    return github_in(tmp_path / "github")


def remind(github: GitHub) -> None:
    told = run("scripts/sent.py", "--root", str(MADE_UP), "--format", "issue").stdout
    github.attach({"phieu.md": told.encode()})
    done = github.run("remind.sh")
    assert done.returncode == 0, done.stderr


def test_the_issue_names_each_body_with_its_state_and_says_where_the_draft_is(github: GitHub) -> None:
    remind(github)
    assert "| Hội Mẫu |" in github.body
    assert RUN in github.body
    assert TITLE not in github.body


def test_however_often_it_runs_there_is_one_issue_a_year_and_it_is_written_anew(github: GitHub) -> None:
    for _ in range(3):
        remind(github)
    assert github.calls == [f"create {TITLE}", "edit 7", "edit 7"]
    assert (github.folder / "issues").read_text("utf-8") == f"7 OPEN {TITLE}\n"


def test_an_issue_that_somebody_closed_stays_closed(github: GitHub) -> None:
    (github.folder / "issues").write_text(f"5 CLOSED {TITLE}\n", encoding="utf-8")
    remind(github)
    assert github.calls == []


def test_an_issue_with_a_longer_title_is_not_taken_for_the_year_s(github: GitHub) -> None:
    (github.folder / "issues").write_text(f"5 OPEN {TITLE}: góp ý\n", encoding="utf-8")
    remind(github)
    assert github.calls == [f"create {TITLE}"]


def test_it_runs_from_november_on_and_attaches_the_draft() -> None:
    (when,) = WORKFLOW[True]["schedule"]
    assert when["cron"].split()[3] == "11,12"
    steps = [step.get("run") or step["uses"] for step in WORKFLOW["jobs"]["report"]["steps"]]
    assert "make report" in steps
    assert any(step.startswith("actions/upload-artifact@") for step in steps)


@pytest.mark.parametrize("count", [4000, 3])
def test_an_issue_never_holds_more_than_github_takes_and_says_where_the_rest_is(github: GitHub, count: int) -> None:
    rows = [f"- không trả lời: https://example.org/{number:06}" for number in range(count)]
    text = github.folder / "long.md"
    text.write_text("\n".join(rows) + "\n", "utf-8")
    assert github.run("one-issue.sh", "Tên", str(text)).returncode == 0
    assert len(github.body.encode()) < 65536
    kept = [line for line in github.body.splitlines() if line.startswith("- ")]
    assert kept == rows[: len(kept)]
    assert ("Còn nữa" in github.body) == (count > len(kept))


def test_engineers_are_told_that_what_runs_by_the_calendar_is_switched_off() -> None:
    said = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    scheduled = [file for file in (ROOT / ".github/workflows").glob("*.yml") if "schedule:" in file.read_text("utf-8")]
    assert len(scheduled) == 3
    assert "60 days" in said
    assert all("workflow_dispatch" in file.read_text("utf-8") for file in scheduled)
