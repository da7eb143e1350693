"""The documentation is true: its commands run, its fields exist, its files are there."""

import re
import subprocess
import tomllib

import pytest
import yaml

from conftest import ROOT, run

README = (ROOT / "README.md").read_text("utf-8")


PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("adr/*.md"), *ROOT.glob("huong-dan/*.md"))
)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_make_command_named_in_the_documentation_exists(name: str) -> None:
    doors = set(re.findall(r"^([a-z-]+):.*## ", read("Makefile"), re.M))
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", read(name), re.M)) <= doors


@pytest.mark.parametrize("name", PAGES)
def test_every_script_named_in_the_documentation_exists(name: str) -> None:
    """Written as `scripts/check.py …` or as `python scripts check …`."""
    named = set(re.findall(r"(?:^|`)python scripts ([a-z-]+)", read(name), re.M))
    assert named <= set(yaml.safe_load(read("scripts/portal/language/words/vi/doors.yml"))["doors"])
    asked = re.findall(r"\bscripts/(\w+)\.py\b", read(name))
    assert [door for door in asked if not (ROOT / "scripts" / f"{door}.py").exists()] == []


def is_in_force(name: str) -> bool:
    """A decision whose place another took tells of its time, and of files that went with it."""
    return "its place was taken by" not in read(name)


def options_written() -> dict[str, set[str]]:
    """The options each door is said to have, in any page: {"kpi": {"--year", …}, …}.

    An option belongs to the door named last before it, in the same item of a list, row of a table or paragraph.
    """
    written: dict[str, set[str]] = {}
    for name in PAGES:
        for block in re.split(r"\n(?=[-|\n])", read(name)):
            _, *parts = re.split(r"\bscripts[/ ](\w+)", block)
            for door, said in zip(parts[::2], parts[1::2], strict=True):
                if options := set(OPTION.findall(said)):
                    written.setdefault(door, set()).update(options)
    return written


@pytest.mark.parametrize(("door", "options"), sorted(options_written().items()))
def test_every_option_named_in_the_documentation_is_one_the_door_takes(door: str, options: set[str]) -> None:
    done = run(f"scripts/{door}.py", "--help")
    assert done.returncode == 0, done.stderr
    assert options - set(OPTION.findall(done.stdout)) == set()


def paths_named(name: str) -> list[str]:
    """What stands in backticks and reads as a path of the project, not as an address or a place a build makes."""
    words = re.findall(r"`([\w.*-]*(?:/[\w.*-]+)*/?)`", re.sub(r"```.*?```", "", read(name), flags=re.S))
    made = re.findall(r"^/?(\S+)$", read(".gitignore"), re.M)
    known = [word for word in words if "/" in word or re.search(r"\.(md|txt|in|yml|toml|json|cff)$", word)]
    return [word for word in known if not word.startswith(("/", "content_", *made)) and ".github.io" not in word]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_every_path_named_in_the_documentation_is_there(name: str) -> None:
    """From the top, or from the house (`content/kinds.py`), or beside the path named before it (`broken.en.txt`)."""
    rooms = (ROOT, ROOT / "scripts" / "portal", ROOT / "tests" / "corpora")
    assert [path for path in paths_named(name) if not any(list(room.glob(path)) for room in rooms)] == []


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("adr/") and is_in_force(name)])
def test_a_decision_in_force_names_no_file_that_is_gone(name: str) -> None:
    named = [path for path in paths_named(name) if path.startswith(("scripts/", "tests/", "overrides/", "data/"))]
    assert [path for path in named if not list(ROOT.glob(path))] == []


def test_contributing_names_every_setting_from_outside_and_no_other() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "scripts").rglob("*.py"))
    asked = set(re.findall(r"environ(?:ment)?(?:\.get\(|\[)\s*\"(\w+)\"", code))
    asked |= set(re.findall(r"!ENV \[?(\w+)", read("mkdocs.yml")))
    asked |= set(re.findall(r"^(?:export )?([A-Z_0-9]+) (?:\?=|:= [0-9])", read("Makefile"), re.M))
    table = read("CONTRIBUTING.md").split("## Settings from outside")[1].split("\n## ")[0]
    named = {word for row in re.findall(r"^\| (`[^|]*) \|", table, re.M) for word in re.findall(r"`(\w+)`", row)}
    assert named == asked


def test_decisions_are_numbered_in_one_line_and_each_says_whether_it_holds() -> None:
    pages = sorted((ROOT / "adr").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for number, page in enumerate(pages, 1):
        text = page.read_text("utf-8")
        assert text.startswith(f"# {number}. "), page.name
        assert "**Status:** " in text, page.name
        assert re.search(r"^\*\*To (reverse it|go)\.\*\* ", text, re.M), page.name


def test_the_newest_part_of_the_changelog_is_the_version_in_pyproject() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    numbers = re.findall(r"^## (?:Unreleased \()?([0-9.]+)", read("CHANGELOG.md"), re.M)
    assert re.match(r"\d+\.\d+", version)
    assert version.startswith(f"{numbers[0]}.")
    assert ("dev" in version) == ("## Unreleased" in read("CHANGELOG.md"))
    assert numbers == sorted(numbers, reverse=True)


def test_make_help_names_the_doors_and_the_version() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert f"Version {tomllib.loads(read('pyproject.toml'))['project']['version']}\n" in done.stdout
    assert "make site" in done.stdout
    assert "make test" in done.stdout


@pytest.mark.parametrize("name", PAGES)
def test_every_file_the_documentation_links_to_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    for target in re.findall(r"\]\((?!https:)([^)#]+)\)", text):
        assert (ROOT / name).parent.joinpath(target).exists(), target


def test_every_folder_in_the_picture_of_the_readme_is_there() -> None:
    picture = README.split("```")[3]
    for name in re.findall(r"^([\w./-]+/)|(?<=  )(\w+/)", picture, re.M):
        assert (ROOT / (name[0] or name[1])).is_dir(), name
