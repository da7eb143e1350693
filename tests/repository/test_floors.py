"""The house stands on floors: a wing takes only from itself and those below; no room too large, no name twice."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PORTAL = ROOT / "scripts" / "portal"
FLOORS = ("language", "reading", "content", "plan", "site")
"""From the ground up; the doors stand above them all."""
MODULES = sorted(p for p in (ROOT / "scripts").rglob("*.py"))
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 29
MOST_METHODS = 12


def shown(path: Path) -> str:
    return path.relative_to(ROOT / "scripts").as_posix()


def wings_asked(path: Path) -> Iterator[str]:
    """The wings a module imports from, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "portal":
            names = [f"portal.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("portal."))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def public_names(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


@pytest.mark.parametrize("path", sorted(PORTAL.rglob("*.py")), ids=shown)
def test_a_wing_takes_only_from_itself_and_the_wings_below(path: Path) -> None:
    wing = path.relative_to(PORTAL).parts[0]
    if wing == "__init__.py":
        return
    floor = FLOORS.index(wing)
    above = [asked for asked in wings_asked(path) if FLOORS.index(asked) > floor]
    assert above == []


def test_every_folder_of_the_portal_is_a_floor() -> None:
    folders = {path.name for path in PORTAL.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_is_longer_than_a_person_reads_in_one_go(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_function_holds_more_than_a_thought(path: Path) -> None:
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(path) if f.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_class_answers_more_than_a_dozen_questions(path: Path) -> None:
    classes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    methods = {c.name: sum(isinstance(n, ast.FunctionDef) for n in c.body) for c in classes}
    assert {name: count for name, count in methods.items() if count > MOST_METHODS} == {}


def test_no_two_public_things_of_the_portal_share_a_name() -> None:
    found = defaultdict[str, list[str]](list)
    for path in sorted(PORTAL.rglob("*.py")):
        for name in public_names(path):
            if not name.startswith("_"):
                found[name].append(shown(path))
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
