"""The house keeps its walls: who imports whom, what workflows may do, what the project never names."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from conftest import ROOT
from modules import PORTAL, SCRIPTS, nodes, text_of, told

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


OUTSIDE = {"mkdocs", "material", "mkdocs_static_i18n", "argparse", "check", "build", "hooks", "time"}


def asked_outside(path: Path) -> set[str]:
    """The framework, the doors and the clock, where a module asks them."""
    tops = {name.split(".")[0] for name in imports(path)}
    return tops & OUTSIDE | {*re.findall(r"\b(?:now|today)\(", text_of(path))}


def test_the_portal_knows_no_framework_no_door_and_no_clock() -> None:
    assert told(PORTAL, asked_outside) == {}


def test_only_the_hooks_and_what_they_share_with_the_preview_import_mkdocs() -> None:
    knowing = {p.name for p in SCRIPTS if any(name.split(".")[0] == "mkdocs" for name in imports(p))}
    assert knowing == {"engine.py", "hooks.py"}


ASKS = r"\brequests\.(?:Session|session|get|head|post|request)\(|\burlopen\b|\bHTTPS?Connection\(|create_connection"


def test_only_one_module_opens_a_way_to_another_machine() -> None:
    assert {path.name for path in SCRIPTS if re.search(ASKS, text_of(path))} == {"asking.py"}


def test_what_is_drawn_on_a_console_is_drawn_by_one_module() -> None:
    drawing = {path.name for path in SCRIPTS if "rich.console" in imports(path)}
    assert drawing == {"drawing.py"}


def test_the_door_to_the_engine_is_short_and_draws_writes_and_decides_nothing_itself() -> None:
    text = (ROOT / "scripts/hooks.py").read_text("utf-8")
    assert len(text.splitlines()) <= 120
    assert not re.search(r"write_(text|bytes)|open\(\"|hashlib|json|\bre\.", text)


def unnamed(path: Path) -> bool:
    doc = ast.get_docstring(ast.parse(text_of(path)))
    return not doc or not doc.splitlines()[0].endswith((".", ":"))


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    assert told(SCRIPTS, unnamed) == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_workflows_have_no_permissions_by_default_and_pin_every_action_by_its_commit(path: Path) -> None:
    text = path.read_text("utf-8")
    assert yaml.safe_load(text)["permissions"] == {}
    uses = [found for found in re.findall(r"uses: (\S+)(.*)", text) if not found[0].startswith("$/")]
    assert uses
    for action, comment in uses:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_zizmor_s_strictest_eye_finds_nothing_in_the_workflows() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--persona", "auditor", "--strict-collection", "--offline", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_issue_form_has_the_fields_the_pages_fill_in() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/trang-sai.yml").read_text("utf-8"))
    assert "page" in [part.get("id") for part in form["body"]]


@pytest.mark.parametrize("name", ["trang-sai", "thong-tin-can-kiem-tra"])
def test_a_public_form_warns_first_that_it_is_public_and_shows_a_user_name(name: str) -> None:
    form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))
    first = form["body"][0]["attributes"]["value"]
    assert "công khai và hiện tên tài khoản" in first
    assert "public and shows your user name" in first


def test_requirements_are_pinned_with_hashes() -> None:
    for name in (
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-exit.txt",
        "requirements-parquet.txt",
        "requirements-compress.txt",
        "requirements-publications.txt",
        "requirements-advice.txt",
        "requirements-sbom.txt",
        "requirements-fuzz.txt",
        "requirements-bench.txt",
    ):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        pinned = [n for n, line in enumerate(lines) if re.match(r"[a-z]", line)]
        assert pinned
        for number in pinned:
            assert "==" in lines[number]
            assert "--hash=sha256:" in lines[number + 1], lines[number]


def test_docs_holds_no_text() -> None:
    assert list((ROOT / "docs").rglob("*.md")) == []
