"""The yearly reminder: one issue a year, true every week: who has sent, who has not."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from conftest import MADE_UP, ROOT

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/yearly-report.yml").read_text("utf-8"))
TITLE = f"Báo cáo Kế hoạch năm {date.today().year}"
GH = """#!/bin/sh
# Plays GitHub: issues stand in a file as "number state title"; what is written goes into files beside it.
here=$(dirname "$0")
case "$2" in
  list)
    title=$(printf '%s' "$*" | sed 's/.*\\.title == "\\(.*\\)").*/\\1/')
    while read -r number state name; do
      [ "$name" = "$title" ] && echo "$number $state"
    done < "$here/issues"
    true ;;
  create) echo "7 OPEN $4" >> "$here/issues"; cp "$6" "$here/body"; echo create >> "$here/calls" ;;
  edit) cp "$5" "$here/body"; echo "edit $3" >> "$here/calls" ;;
esac
"""


@pytest.fixture
def github(tmp_path: Path) -> Path:
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "issues").write_text("")
    shutil.copytree(MADE_UP, tmp_path / "portal")
    for part in (".venv", "scripts"):
        (tmp_path / "portal" / part).symlink_to(ROOT / part)
    return tmp_path


def remind(github: Path) -> None:
    env = {**os.environ, "PATH": f"{github}:{os.environ['PATH']}", "RUN_URL": "https://example.org/runs/1"}
    subprocess.run([ROOT / ".github/remind.sh"], cwd=github / "portal", env=env, check=True, capture_output=True)


def calls(github: Path) -> list[str]:
    return (github / "calls").read_text("utf-8").splitlines() if (github / "calls").exists() else []


def test_the_issue_names_each_body_with_its_state_and_says_where_the_draft_is(github: Path) -> None:
    remind(github)
    body = (github / "body").read_text("utf-8")
    assert "| Hội Mẫu |" in body
    assert "https://example.org/runs/1" in body
    assert TITLE not in body


def test_however_often_it_runs_there_is_one_issue_a_year_and_it_is_written_anew(github: Path) -> None:
    for _ in range(3):
        remind(github)
    assert calls(github) == ["create", "edit 7", "edit 7"]
    assert (github / "issues").read_text("utf-8") == f"7 OPEN {TITLE}\n"


def test_an_issue_that_somebody_closed_stays_closed(github: Path) -> None:
    (github / "issues").write_text(f"5 CLOSED {TITLE}\n", encoding="utf-8")
    remind(github)
    assert calls(github) == []


def test_an_issue_with_a_longer_title_is_not_taken_for_the_year_s(github: Path) -> None:
    (github / "issues").write_text(f"5 OPEN {TITLE}: góp ý\n", encoding="utf-8")
    remind(github)
    assert calls(github) == ["create"]


def test_it_runs_from_november_on_writes_issues_and_attaches_the_draft() -> None:
    (when,) = WORKFLOW[True]["schedule"]
    assert when["cron"].split()[3] == "11,12"
    job = WORKFLOW["jobs"]["report"]
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    steps = [step.get("run") or step["uses"] for step in job["steps"]]
    assert steps.index("make report") < steps.index(".github/remind.sh")
    assert any(step.startswith("actions/upload-artifact@") for step in steps)


def keep(github: Path, text: str) -> str:
    (github / "text").write_text(text, "utf-8")
    env = {**os.environ, "PATH": f"{github}:{os.environ['PATH']}"}
    command = [str(ROOT / ".github/one-issue.sh"), "Liên kết", str(github / "text")]
    subprocess.run(command, env=env, check=True, capture_output=True)
    return (github / "calls").read_text("utf-8")


def test_the_one_issue_is_opened_once_and_then_rewritten(github: Path) -> None:
    (github / "gh").write_text(
        '#!/bin/sh\nhere=$(dirname "$0")\n[ "$2" = list ] && { cat "$here/open" 2>/dev/null; exit 0; }\n'
        'echo "$2" >> "$here/calls"\n[ "$2" = create ] && echo 7 > "$here/open"\nexit 0\n'
    )
    keep(github, "một")
    assert keep(github, "hai").split() == ["create", "edit"]


def test_an_issue_never_holds_more_than_github_takes_and_says_where_the_rest_is(tmp_path: Path) -> None:
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "issues").write_text("")
    rows = [f"- không trả lời: https://example.org/{number:06}" for number in range(4000)]
    for count in (len(rows), 3):
        (tmp_path / "long.md").write_text("\n".join(rows[:count]) + "\n", "utf-8")
        env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
        subprocess.run([ROOT / ".github/one-issue.sh", "Tên", tmp_path / "long.md"], env=env, check=True)
        body = (tmp_path / "body").read_text("utf-8")
        assert len(body.encode()) < 65536
        kept = [line for line in body.splitlines() if line.startswith("- ")]
        assert kept == rows[: len(kept)]
        assert ("Còn nữa" in body) == (count > len(kept))


def test_engineers_are_told_that_what_runs_by_the_calendar_is_switched_off() -> None:
    said = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    scheduled = [file for file in (ROOT / ".github/workflows").glob("*.yml") if "schedule:" in file.read_text("utf-8")]
    assert len(scheduled) == 2
    assert "60 days" in said
    assert all("workflow_dispatch" in file.read_text("utf-8") for file in scheduled)
