"""The editors' guide is true: its examples pass, its tables are the models', its buttons are called as it says."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from conftest import ROOT, Corpus, run
from guide_examples import FRONT, GUIDE, examples, written_into
from portal.content.asking.guide_tables import FIELDS_PAGE, WORDS_PAGE
from portal.content.asking.kinds import page_kinds
from portal.content.kinds import KINDS, MODELS
from portal.content.known.reference import ReferenceData
from portal.content.library import open_library
from portal.language.words import words
from portal.plan.bodies.reported import AgencyReport, Groups
from portal.plan.register.product_rows import COLUMNS
from portal.reading.fields import Context

PAGES = sorted(GUIDE.glob("*.md"))
MADE = {ROOT / FIELDS_PAGE, ROOT / WORDS_PAGE}
SHOWN_KINDS = set(KINDS) - {"theme", "convention"}
"""Of which an editor may make one: a theme has its page, a convention too."""
LONGEST_PAGE = 125
"""Lines of a page that somebody wrote: one thing, read in a few minutes."""


def page(name: str) -> str:
    return (GUIDE / name).read_text("utf-8")


def named(path: Path) -> str:
    return path.name


@pytest.fixture
def example_corpus(corpus: Corpus) -> Corpus:
    """Every example of the guide in a small corpus."""
    written_into(corpus)
    return corpus


def test_every_example_is_taken_by_check_as_it_stands(example_corpus: Corpus) -> None:
    done = run("scripts/check.py", "--root", str(example_corpus.root))
    assert (done.returncode, done.stdout) == (0, "")


def test_there_is_an_example_of_every_kind_and_each_says_that_it_is_one(example_corpus: Corpus) -> None:
    stories = open_library(example_corpus.root, date(2026, 11, 23)).stories.values()
    assert {story.front.kind for story in stories} == SHOWN_KINDS
    assert {len(story.document.body.strip()) > 0 for story in stories} == {True}
    for path, text in examples().items():
        assert re.search(r'^title: "(Ví dụ|Example): ', text, re.M), path
        assert not re.search(r"https?://(?!example\.org/)", text), path


def test_an_example_that_lost_its_source_mark_would_not_pass(example_corpus: Corpus) -> None:
    path = "content_vi/thanh-tuu/2026/vi-du-tin.md"
    example_corpus.write(path, examples()[path].replace(" [1]", ""))
    assert run("scripts/check.py", "--root", str(example_corpus.root)).returncode == 1


def table(name: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading of a made page, without its head."""
    section = page(name).split(f"## {heading}\n")[1].split("\n## ")[0]
    return [row.strip("| ").split(" | ") for row in re.findall(r"^\|.*\|$", section, re.M)[2:]]


def in_code(cell: str) -> str:
    return cell.strip("`")


def test_the_guide_names_every_field_an_editor_may_write_and_no_other() -> None:
    name = Path(FIELDS_PAGE).name
    rows = [*table(name, "Trang nào cũng có được"), *table(name, "Chỉ một số loại có")]
    fields = {key for model in MODELS.values() for key in model.model_fields} - {"kind"}
    assert sorted(in_code(row[0]) for row in rows) == sorted(fields)


def test_the_guide_says_what_each_kind_cannot_do_without_and_where_it_stands() -> None:
    told = {in_code(row[0]): row for row in table(Path(FIELDS_PAGE).name, "Các loại trang")}
    assert set(told) == set(KINDS)
    for kind, model in MODELS.items():
        needed = {key for key, info in model.model_fields.items() if info.is_required()} - {"kind"}
        assert set(re.findall(r"`(\w+)`", told[kind][4])) == needed
        places = set(re.findall(r"`([\w-]+)`", told[kind][3]))
        assert not places or places == set(model.sections)


def test_the_guide_names_every_word_that_may_be_chosen() -> None:
    told = "\n".join(row[2] for row in table(Path(WORDS_PAGE).name, "Từ của từng trường"))
    for kind in page_kinds(ReferenceData()):
        for _, field in kind.walk():
            for choice in field.choices:
                assert f"`{choice.value}` {choice.label['vi']}" in told


def test_the_page_about_translations_names_every_field_a_translation_says_itself() -> None:
    said = {field.key for kind in page_kinds(ReferenceData()) for field in kind.fields if field.is_said}
    section = page("11-tieng-anh.md").split("## Được ghi những trường nào")[1].split("\n- ")[0]
    assert set(re.findall(r"`(\w+)`", section)) == said


@pytest.mark.parametrize("path", [path for path in PAGES if path not in MADE], ids=named)
def test_a_page_of_the_guide_is_short_and_the_front_leads_to_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_PAGE
    assert f"](huong-dan/{path.name})" in FRONT.read_text("utf-8")


def test_the_front_leads_to_the_made_tables_too_and_there_is_no_gap_in_the_numbers() -> None:
    assert all(f"]({path.relative_to(ROOT).as_posix()})" in FRONT.read_text("utf-8") for path in MADE)
    assert [int(path.name[:2]) for path in PAGES] == list(range(1, len(PAGES) + 1))


@pytest.mark.parametrize("path", [FRONT, *PAGES], ids=named)
def test_every_picture_of_the_guide_is_there_small_and_said_in_words(path: Path) -> None:
    for said, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+\.webp)\)", path.read_text("utf-8")):
        file = path.parent / target
        assert len(said) > 30, target
        assert file.stat().st_size <= 90 * 1024, target
        with Image.open(file) as image:
            assert image.format == "WEBP"


def test_no_picture_of_the_guide_is_shown_nowhere() -> None:
    texts = "".join(path.read_text("utf-8") for path in (FRONT, *PAGES))
    assert [file.name for file in (GUIDE / "hinh").iterdir() if f"hinh/{file.name})" not in texts] == []


CALLED = {
    "01-muoi-phut.md": ["none_left", "show_all", "download"],
    "02-trang-viet-bai.md": ["undo_paste", "download", "keep", "english_want", "heading", "list", "link"],
}
"""What the guide calls parts of the form's page, by their names among its words."""


@pytest.mark.parametrize("name", CALLED)
def test_the_form_calls_its_parts_as_the_guide_does(name: str) -> None:
    text = " ".join(page(name).split())
    for part in CALLED[name]:
        assert words("vi").say(f"writing.form.{part}").rstrip(".") in text, part
    assert words("vi").say("writing.form.open").partition(":")[0] in text


def test_the_comment_says_what_the_guide_says_it_does() -> None:
    text = page("12-yeu-cau-keo.md")
    said = words("vi")
    assert said.say("pull.comment.clear") in text
    assert said.say("pull.comment.edit") in text
    assert said.say("pull.comment.fixed_by_machine") in text
    assert said.say("pull.comment.doubts").partition(":")[0] in text


def test_the_checks_of_a_pull_request_are_called_as_in_the_guide() -> None:
    rows = re.findall(r"^\| `([^`]+ / [^`]+)` \|", page("12-yeu-cau-keo.md"), re.M)
    workflows = "".join(file.read_text("utf-8") for file in (ROOT / ".github/workflows").glob("*.yml"))
    assert len(rows) == 3
    assert [row for row in rows if f"name: {row}\n" not in workflows] == []


def test_the_tasks_of_vs_code_begin_as_the_guide_says() -> None:
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    said = re.findall(r"Run Task › ([^*]+)\*", page("05-may-tinh.md"))
    assert len(said) == 4
    assert [one for one in said if not any(task["label"].startswith(one) for task in tasks)] == []


def test_the_report_in_the_guide_is_read_and_every_part_of_a_report_is_named() -> None:
    text = page("18-so-va-bao-cao.md")
    example = re.search(r"```yaml\n(.*?)```", text, re.S)
    assert example
    said: Any = yaml.safe_load(example[1])
    assert AgencyReport.model_validate(said, context=Context(date(2026, 11, 30)))
    parts = set(re.findall(r"\w+", text))
    assert set(AgencyReport.model_fields) | set(Groups.model_fields) | set(COLUMNS) <= parts
