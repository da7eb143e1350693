"""What runs on GitHub: doors the tests run too, no permission for a stranger's code, no check left waiting."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from conftest import ROOT, Corpus
from nginx_started import has_nginx

WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((ROOT / ".github/workflows").glob("*.yml"))
}
SCRIPTS = {path.name for path in (ROOT / ".github").glob("*.sh")}
RUN_BY_A_STRANGER = {"check", "engineering"}
MAY_WRITE = {
    ("comment", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("weekly", "issues"): {"actions": "read", "contents": "read", "issues": "write"},
    ("yearly-report", "issue"): {"actions": "read", "contents": "read", "issues": "write"},
    ("weekly", "calendar"): {"actions": "write", "contents": "read"},
    ("weekly", "same"): {"contents": "read", "pages": "read"},
    ("publish", "address"): {"pages": "read"},
    ("publish", "attest"): {"attestations": "write", "id-token": "write"},
    ("publish", "attested"): {"actions": "read", "attestations": "read", "contents": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("publish", "tag"): {"actions": "read", "contents": "write"},
}
"""The jobs that may do more than read, and what."""
MAY_STAND_BESIDE_A_RIGHT = tuple(
    f"actions/{name}@"
    for name in ("attest", "attest-build-provenance", "checkout", "deploy-pages", "download-artifact")
)
"""GitHub's own: they run no code of ours or of a change's."""


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for workflow, tree in WORKFLOWS.items():
        yield from ((workflow, name, job) for name, job in tree["jobs"].items())


def steps(workflow: str | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    for own, name, job in jobs():
        if workflow in (None, own):
            yield from ((f"{own}/{name}", step) for step in job.get("steps", []))


def test_each_step_is_doors_of_make_or_a_script_of_ours() -> None:
    doors = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for where, step in steps():
        words = str(step.get("run", "make")).split()
        known = words[0] == "make" and set(words[1:]) <= doors
        assert known or (len(words) == 1 and words[0].removeprefix(".github/") in SCRIPTS), (where, words)


def test_each_script_is_run_by_a_workflow_or_by_another_and_every_one_by_the_tests() -> None:
    run = " ".join(step["run"] for _, step in steps() if "run" in step)
    run += "".join((ROOT / ".github" / name).read_text("utf-8") for name in SCRIPTS)
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests/doors").glob("*.py"))
    by_another = {"taken.sh"}
    assert [name for name in SCRIPTS if f"/{name}" not in run] == []
    assert [name for name in SCRIPTS - by_another if f'"{name}"' not in tests] == []


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_is_posix_sh_stops_at_the_first_error_and_can_be_run(name: str) -> None:
    path = ROOT / ".github" / name
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    assert "set -eu" in lines
    assert os.access(path, os.X_OK)
    for shell in filter(None, map(shutil.which, ("dash", "sh"))):
        subprocess.run([shell, "-n", path], check=True)


def test_a_job_that_runs_a_stranger_s_code_may_read_and_nothing_else() -> None:
    assert {name for name, tree in WORKFLOWS.items() if "pull_request" in tree[True]} == RUN_BY_A_STRANGER
    for workflow, name, job in jobs():
        allowed = MAY_WRITE.get((workflow, name), {"contents": "read"})
        assert job["permissions"] == allowed, (workflow, name)
        assert workflow not in RUN_BY_A_STRANGER or allowed == {"contents": "read"}


def test_no_workflow_takes_a_secret_or_the_trigger_that_gives_a_stranger_one() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        assert "secrets" not in text
        assert "pull_request_target" not in text
        assert ("github.token" in text) == (path.stem in {"comment", "publish", "weekly", "yearly-report"})


def test_where_something_may_be_written_only_a_script_runs_and_no_package_is_installed() -> None:
    for _, name, job in jobs():
        if any(right == "write" for right in job["permissions"].values()):
            runs = [step.get("run") or step["uses"] for step in job["steps"]]
            assert all(r.startswith((*MAY_STAND_BESIDE_A_RIGHT, ".github/")) for r in runs), name


def test_the_comment_is_written_by_the_default_branch_s_script_which_takes_nothing_of_the_change_but_a_text() -> None:
    ((_, checkout), (_, script)) = steps("comment")
    assert checkout["with"] == {"persist-credentials": False}  # no ref: after workflow_run that is the default branch
    assert script["run"] == ".github/comment.sh"
    assert WORKFLOWS["comment"][True]["workflow_run"] == {
        "workflows": [WORKFLOWS["check"]["name"]],
        "types": ["completed"],
    }
    words = (ROOT / ".github/comment.sh").read_text("utf-8") + (ROOT / ".github/taken.sh").read_text("utf-8")
    asked = set(re.findall(r"\$\{?([A-Z][A-Z_]+)", words)) - {"GITHUB_SERVER_URL"}
    assert asked | {"GH_TOKEN"} == set(script["env"])


def test_what_is_let_pass_of_zizmor_s_is_the_trigger_of_the_comment_alone() -> None:
    files = [path for path in (ROOT / ".github").rglob("*") if path.suffix in {".yml", ".yaml"}]
    passed = [(p.name, line.strip()) for p in files for line in p.read_text("utf-8").splitlines() if "zizmor:" in line]
    assert passed == [("comment.yml", "workflow_run: # zizmor: ignore[dangerous-triggers]")]
    assert not (ROOT / ".github/zizmor.yml").exists()


def test_nothing_from_outside_stands_in_a_command() -> None:
    assert [where for where, step in steps() if "${{" in step.get("run", "")] == []


def test_no_required_check_can_be_left_waiting() -> None:
    """A workflow that does not run leaves its checks pending for ever, so that none is kept from running by paths; a
    job decides. The last job runs whatever became of the others, and knows all of them."""
    for name in RUN_BY_A_STRANGER:
        assert WORKFLOWS[name][True]["pull_request"] is None
    engineering = WORKFLOWS["engineering"]["jobs"]
    assert engineering["all-well"]["if"] == "always()"
    assert set(engineering["all-well"]["needs"]) == set(engineering) - {"all-well"}
    decided = {name for name, job in engineering.items() if "engineering == 'true'" in job.get("if", "")}
    assert decided == set(engineering) - {"which", "all-well"}
    assert all(engineering[name]["needs"] == "which" for name in decided)


def test_what_editors_wait_for_does_not_wait_for_engineers() -> None:
    check = WORKFLOWS["check"]["jobs"]
    assert set(check) == {"content", "site"}
    assert check["site"]["needs"] == "content"


def test_nothing_is_published_that_was_not_checked_nor_from_another_branch() -> None:
    publish = WORKFLOWS["publish"]["jobs"]
    assert set(publish["deploy"]["needs"]) == set(publish) - {"deploy", "tag"}
    assert publish["deploy"]["if"] == publish["attest"]["if"] == "github.ref == 'refs/heads/main'"
    called = {job["uses"].rsplit("/", 1)[1].removesuffix(".yml") for job in publish.values() if "uses" in job}
    assert called == RUN_BY_A_STRANGER
    assert all("workflow_call" in WORKFLOWS[name][True] for name in called)


def test_only_what_was_checked_is_attested_only_what_was_attested_deployed_only_what_was_deployed_tagged() -> None:
    publish = WORKFLOWS["publish"]["jobs"]
    assert set(publish["attest"]["needs"]) == {"check", "engineering", "build"}
    assert publish["attested"]["needs"] == "attest"
    assert publish["attested"]["steps"][-1]["run"] == ".github/attested.sh"
    assert publish["tag"]["needs"] == "deploy"
    built = [step.get("run") for step in publish["build"]["steps"]]
    assert "make site publication" in built


def test_every_action_is_pinned_by_the_hash_of_a_commit_and_says_its_version() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        for line in path.read_text("utf-8").splitlines():
            if "uses: " in line and "uses: $/" not in line:
                assert re.search(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_every_change_has_its_facts_its_addresses_and_the_way_out_of_the_engine_looked_at() -> None:
    runs = " ".join(step.get("run", "") for name in RUN_BY_A_STRANGER for _, step in steps(name))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert {"pull-comment", "pull-check", "site", "preview", "links", "readers", "test", "engine-exit", "audit"} <= set(
        runs.split()
    )
    check = makefile.split("\npull-check:")[1].split("\n\n")[0]
    assert "check --facts --format github" in check
    assert "sources --offline" in check


def builds(run: str) -> bool:
    """Whether a step makes the site, or what is laid into it."""
    depend = re.findall(r"^([a-z-]+):(?=[^#\n]* site\b)", (ROOT / "Makefile").read_text("utf-8"), re.M)
    return run == ".github/same.sh" or bool({"site", "printed", *depend} & set(run.split()))


def test_whoever_builds_the_site_was_told_the_same_before_in_one_place_and_nothing_of_its_own() -> None:
    """Else what is checked, or proven, is another site than the one that is deployed."""
    building = {}
    for workflow, name, job in jobs():
        runs = [str(step.get("run", "")) for step in job.get("steps", [])]
        if any(map(builds, runs)):
            told = runs.index(".github/settings.sh")
            assert told < min(number for number, run in enumerate(runs) if builds(run)), (workflow, name)
            building[workflow, name] = job["steps"][told]["env"]["ADDRESS"]
    assert building == {
        ("check", "site"): "${{ inputs.address }}",
        ("publish", "build"): "${{ needs.address.outputs.address }}",
        ("weekly", "same"): "${{ steps.pages.outputs.base_url }}",
    }
    own = re.compile(r"^ *(?:SITE_URL|PORTAL_\w+):", re.M)
    assert [path.name for path in (ROOT / ".github").rglob("*.yml") if own.search(path.read_text("utf-8"))] == []


def test_the_check_of_a_publication_is_told_the_address_that_is_published_under() -> None:
    publish = WORKFLOWS["publish"]["jobs"]
    ((pages),) = publish["address"]["steps"]
    assert pages["uses"].startswith("actions/configure-pages@")
    assert publish["address"]["outputs"] == {"address": f"${{{{ steps.{pages['id']}.outputs.base_url }}}}"}
    assert publish["check"]["with"] == {"address": "${{ needs.address.outputs.address }}"}
    assert publish["build"]["needs"] == publish["check"]["needs"] == "address"
    assert WORKFLOWS["check"][True]["workflow_call"]["inputs"] == {"address": {"type": "string", "default": ""}}


def test_what_is_kept_between_runs_has_a_key_for_each_job_that_saves_and_one_beginning_for_all_that_restore() -> None:
    """A key is written once: of two jobs of one run that had the same, the second would save nothing."""
    kept = [(where, step) for where, step in steps() if str(step.get("uses")).startswith("actions/cache")]
    saved = {where: step["with"]["key"] for where, step in kept if step["uses"].startswith("actions/cache@")}
    assert len(kept) == 3
    assert sorted(saved) == ["check/site", "publish/build"]
    assert len({key.split("$")[0] for key in saved.values()}) == len(saved)
    assert all("github.run_id" in key and "github.run_attempt" in key for key in saved.values())
    begins = {where: step["with"]["restore-keys"].split() for where, step in kept}
    assert {each[-1] for each in begins.values()} == {"lam-san-"}
    assert all(key.startswith(begins[where][0]) for where, key in saved.items())
    assert begins["weekly/same"] == begins["check/site"]  # pages are kept by the check alone


def test_on_github_no_test_that_starts_the_server_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [step.get("run") for _, step in steps("engineering")]
    assert runs.index("make nginx") < runs.index("make test")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert not has_nginx()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(AssertionError):
        has_nginx()


def test_the_calendar_is_kept_by_what_the_calendar_runs_at_least_twice_in_sixty_days() -> None:
    assert (
        WORKFLOWS["weekly"]["jobs"]["calendar"]["if"]
        == "github.event_name == 'schedule' && vars.KEEP_CALENDAR == 'yes'"
    )
    ((when),) = WORKFLOWS["weekly"][True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \d", when["cron"])


def make(corpus: Corpus, door: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A door of make, in a folder that has the corpus as its content and this house."""
    for name in ("Makefile", "requirements.txt", ".venv", "scripts"):
        if not (corpus.root / name).exists():
            (corpus.root / name).symlink_to(ROOT / name)
    command = ["make", "-s", "-o", ".venv/site.stamp", door]
    environment = {**os.environ, **environment}
    return subprocess.run(command, cwd=corpus.root, env=environment, capture_output=True, text=True, check=False)


EVIL = '$(shell touch pwned) $(touch pwned) `touch pwned` "; touch pwned; "'


def test_the_comment_is_made_by_its_door_whatever_a_branch_is_called_and_whole_in_the_run_s_summary(
    corpus: Corpus,
) -> None:
    corpus.story(date="2026-13-45")
    where = {"PULL_REPOSITORY": "https://github.com/a/b", "PULL_COMMIT": "abc", "PULL_BRANCH": EVIL}
    done = make(corpus, "pull-comment", GITHUB_STEP_SUMMARY=str(corpus.root / "summary.md"), **where)
    assert done.returncode == 0, done.stderr
    told = (corpus.root / "dist/loi-nhan/loi-nhan.md").read_text("utf-8")
    assert "Cần sửa 1 chỗ" in told
    assert "/edit/%24%28shell%20touch%20pwned%29" in told
    assert (corpus.root / "summary.md").read_text("utf-8") == told
    assert not list(corpus.root.rglob("pwned"))


def test_without_a_pull_request_the_comment_has_no_links_and_the_check_fails_beside_the_line(corpus: Corpus) -> None:
    corpus.story(date="2026-13-45")
    assert make(corpus, "pull-comment").returncode == 0
    assert "](" not in (corpus.root / "dist/loi-nhan/loi-nhan.md").read_text("utf-8")
    done = make(corpus, "pull-check")
    assert done.returncode != 0
    assert done.stdout.startswith(
        "::error file=content_vi/thanh-tuu/2026/bai.md,line=5,title=Cần sửa%3A Ngày đăng (date)::"
    )


def test_the_reminder_s_text_is_made_by_its_door() -> None:
    done = subprocess.run(["make", "-n", "reminder"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "sent --format issue" in done.stdout
    assert "dist/phieu/phieu.md" in done.stdout


def test_the_lists_of_the_week_are_those_its_script_takes() -> None:
    script = (ROOT / ".github/weekly.sh").read_text("utf-8")
    made = subprocess.run(["make", "-n", "weekly"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    taken = set(re.findall(r"^keep .* (\S+\.md)$", script, re.M))
    assert taken == set(re.findall(r"dist/viec-tuan/(\S+\.md)", made))
    assert len(taken) == 3


def test_a_pull_request_asks_four_things_an_official_can_tick() -> None:
    text = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    boxes = re.findall(r"^- \[ \] (.*)$", text, re.M)
    assert len(boxes) == 4
    assert all(" / " in box for box in boxes)
    assert not re.search(r"make |`|\d{3}", " ".join(boxes))
