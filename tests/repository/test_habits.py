"""What a project owes those who come after: how files are written, who is cited, where a weakness is reported."""

import json
import re
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, kept_paths

AS_THEY_CAME = ("tests/corpora/", "content_vi/", "content_en/", "data/")
"""Wrong on purpose, or written by editors, who are told by make check and not by a test."""


def kept_files() -> list[str]:
    return [path for path in kept_paths() if not path.startswith(AS_THEY_CAME)]


def texts() -> Iterator[tuple[str, bytes]]:
    """Every file of ours that is text, by git's own measure: no zero byte."""
    for path in kept_files():
        if (ROOT / path).is_file() and b"\0" not in (content := (ROOT / path).read_bytes()):
            yield path, content


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_files_are_written_as_the_editorconfig_tells_editors() -> None:
    parser = ConfigParser()
    parser.read_string("[top]\n" + (ROOT / ".editorconfig").read_text("utf-8"))
    rule = parser["*"]
    assert (rule["charset"], rule["end_of_line"], rule["insert_final_newline"]) == ("utf-8", "lf", "true")
    foreign = [path for path, content in texts() if not is_utf8(content)]
    ends = [path for path, content in texts() if b"\r" in content or (content and not content.endswith(b"\n"))]
    trailing = [path for path, content in texts() if re.search(rb"[ \t]\n", content) and not path.endswith(".md")]
    tabs = [path for path, content in texts() if b"\n\t" in content and path != "Makefile"]
    assert (foreign, ends, trailing, tabs) == ([], [], [], [])


def test_the_citation_names_the_portal_and_no_person() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert [set(author) for author in cited["authors"]] == [{"name"}]


def watched(ecosystem: str) -> set[str]:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    ours = [update for update in updates if update["package-ecosystem"] == ecosystem]
    return {folder.strip("/") for update in ours for folder in update.get("directories", [update.get("directory")])}


@pytest.mark.parametrize(("ecosystem", "name"), [("npm", "package.json"), ("docker", "Dockerfile"), ("pip", "*.in")])
def test_dependabot_watches_every_folder_that_pins_something(ecosystem: str, name: str) -> None:
    folders = {Path(path).parent.as_posix() for path in kept_files() if Path(path).match(name)}
    assert {"" if folder == "." else folder for folder in folders} == watched(ecosystem)


def test_the_dev_container_begins_with_a_door_that_exists() -> None:
    settings = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    assert (ROOT / ".devcontainer" / settings["build"]["dockerfile"]).exists()
    doors = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert settings["postCreateCommand"].removeprefix("make ") in doors


def test_what_is_published_keeps_files_whose_name_begins_with_a_dot() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job.get("steps", []) if "uses" in step]
    kept = [step["with"] for step in steps if step["uses"].startswith("actions/upload-pages-artifact@")]
    assert [options.get("include-hidden-files") for options in kept] == [True]
