"""The documentation is true: its commands run, its fields exist, its files are there."""

import re
import subprocess
from datetime import date

import pytest
import yaml

from conftest import ROOT, Corpus
from portal.content.kinds import MODELS
from portal.content.library import open_library
from portal.language.vocabulary import KINDS, VERDICTS
from portal.plan.products import COLUMNS
from portal.plan.reported import AgencyReport, Groups
from portal.reading.fields import Context

README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "HUONG-DAN-BIEN-TAP.md").read_text("utf-8")
FIELDS = {name for model in MODELS.values() for name in model.model_fields}


def test_every_make_command_named_in_the_documentation_exists() -> None:
    doors = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for name in ("README.md", "CONTRIBUTING.md", "HUONG-DAN-BIEN-TAP.md"):
        asked = set(re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / name).read_text("utf-8"), re.M))
        assert asked <= doors, name


def test_make_help_names_the_doors() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "make site" in done.stdout
    assert "make test" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "HUONG-DAN-BIEN-TAP.md",
        *[f"adr/{p.name}" for p in sorted((ROOT / "adr").glob("*.md"))],
    ],
)
def test_every_file_the_documentation_links_to_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / name).parent.joinpath(target).exists(), target


def test_every_folder_in_the_picture_of_the_readme_is_there() -> None:
    picture = README.split("```")[3]
    for name in re.findall(r"^([\w./-]+/)|(?<=  )(\w+/)", picture, re.M):
        assert (ROOT / (name[0] or name[1])).is_dir(), name


def test_the_guide_names_every_field_an_editor_may_write_and_no_other() -> None:
    table = GUIDE.split("## Các trường")[1].split("## ")[0]
    named = {field for row in re.findall(r"^\| (`[^|]*) \|", table, re.M) for field in re.findall(r"`(\w+)`", row)}
    assert named == FIELDS


def test_the_guide_names_every_kind_and_every_verdict() -> None:
    kinds = set(re.findall(r"^\| `(\w+)` \| ", GUIDE.split("## Các loại bài")[1].split("## ")[0], re.M)) - {"kind"}
    assert kinds == set(KINDS)
    assert all(f"`{verdict}`" in GUIDE for verdict in VERDICTS)


def test_the_example_of_the_guide_passes_the_check(tmp_path_factory: pytest.TempPathFactory) -> None:
    corpus = Corpus(tmp_path_factory.mktemp("guide"))
    example = re.search(r"```yaml\n(.*?)```", GUIDE, re.S)
    assert example
    corpus.write("data/agencies.yml", "- id: ubnd-tinh\n")
    corpus.write("content_vi/thanh-tuu/2026/nuoc-sach.md", example[1].replace("https://…", "https://example.org/"))
    assert open_library(corpus.root, date(2026, 11, 23)).problems == ()


def test_the_report_in_the_guide_is_read_and_every_part_of_a_report_is_named() -> None:
    section = GUIDE.split("## Sổ sản phẩm")[1].split("\n## ")[0]
    example = re.search(r"```yaml\n(.*?)```", section, re.S)
    assert example
    said = yaml.safe_load(example[1])
    assert AgencyReport.model_validate(said, context=Context(date(2026, 11, 30)))
    named = set(re.findall(r"\w+", section))
    assert set(AgencyReport.model_fields) | set(Groups.model_fields) | set(COLUMNS) <= named
