"""What VS Code and a dev container find here is made from the models, and leads to doors that are there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, Corpus, run
from portal.plan.data_files.data_schemas import DATA_FORMS
from schema import FOLDER, made_from_models

MADE = made_from_models()


def settings(path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / path).read_text("utf-8"))
    return found


def doors() -> set[str]:
    return set(yaml.safe_load((ROOT / "scripts/portal/language/words/vi/doors.yml").read_text("utf-8"))["doors"])


@pytest.mark.parametrize("path", MADE)
def test_every_file_for_other_programs_is_as_the_models_make_it(path: str) -> None:
    assert (ROOT / path).read_bytes() == MADE[path], "run make schema"


def test_no_schema_is_there_that_no_model_makes() -> None:
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / FOLDER).rglob("*") if file.is_file()}
    assert there == {path for path in MADE if path.startswith(f"{FOLDER}/")}


def test_what_is_out_of_date_is_written_anew_and_the_door_returns_1(tmp_path: Path) -> None:
    again = ("scripts", "schema", "--out", str(tmp_path), "--lang", "en")
    assert run(*again).returncode == 1
    assert {path: (tmp_path / path).read_bytes() for path in MADE} == MADE
    assert run(*again).returncode == 0
    (tmp_path / "schema/pages/news.json").write_text("{}\n")
    (tmp_path / "schema/pages/of-a-kind-that-has-gone.json").write_text("{}\n")
    done = run(*again)
    assert (done.returncode, done.stdout.count(".json")) == (1, 2)
    assert not (tmp_path / "schema/pages/of-a-kind-that-has-gone.json").exists()
    assert run(*again).returncode == 0


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "schema").write_text("của người khác\n")
    done = run("scripts", "schema", "--out", str(tmp_path), "--lang", "en")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert (tmp_path / "schema").read_text() == "của người khác\n"
    assert not (tmp_path / "frontmatter.json").exists()


def test_each_form_of_data_has_its_schema_in_vs_code() -> None:
    mapped = settings(".vscode/settings.json")["yaml.schemas"]
    assert set(mapped.values()) == {f"/{form.files}" for form in DATA_FORMS.values()}
    assert all((ROOT / path).is_file() for path in mapped)


def test_nothing_is_told_to_others_and_no_schema_is_fetched() -> None:
    told = settings(".vscode/settings.json")
    assert told["redhat.telemetry.enabled"] is False
    assert told["yaml.schemaStore.enable"] is False


def test_the_tasks_of_vs_code_are_doors_and_on_windows_too() -> None:
    for task in settings(".vscode/tasks.json")["tasks"]:
        assert task["args"][0] == "scripts"
        assert task["args"][1] in doors()
        assert (task["command"], task["windows"]["command"]) == ("python3", "py")
        assert f"({task['args'][1]})" in task["label"]


def test_what_check_says_is_found_again_in_the_list_of_problems(corpus: Corpus) -> None:
    corpus.story(title="a: b")
    corpus.write("data/laws.yml", "- {id: x}\n")
    matcher = settings(".vscode/tasks.json")["tasks"][0]["problemMatcher"]["pattern"]
    said = run("scripts/check.py", "--root", str(corpus.root)).stdout.splitlines()
    assert len(said) >= 2
    for row in said:
        found = re.fullmatch(matcher["regexp"], row)
        assert found
        assert (corpus.root / found[matcher["file"]]).is_file()
        assert found[matcher["line"]].isdigit()
        assert found[matcher["message"]]


def test_the_dev_container_brings_the_extensions_that_are_recommended() -> None:
    brought = settings(".devcontainer/devcontainer.json")["customizations"]["vscode"]["extensions"]
    assert brought == settings(".vscode/extensions.json")["recommendations"]
