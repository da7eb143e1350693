"""The house stands on floors: a wing takes only from itself and those below; no room too large, no name twice."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT
from modules import PORTAL, SCRIPTS, nodes, shown, text_of, told

HOUSE = ROOT / "scripts" / "portal"
FLOORS = ("language", "reading", "content", "plan", "site")
"""From the ground up; the doors stand above them all."""
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 29
MOST_METHODS = 12


def wings_asked(path: Path) -> Iterator[str]:
    """The wings a module imports from, wherever in it the import stands."""
    for node in nodes(path):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "portal":
            names = [f"portal.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("portal."))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def public_names(path: Path) -> Iterator[str]:
    for node in ast.parse(text_of(path)).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def asks_above(path: Path) -> list[str]:
    """The wings above its own that a module takes from."""
    wing = path.relative_to(HOUSE).parts[0]
    return [asked for asked in wings_asked(path) if wing in FLOORS and FLOORS.index(asked) > FLOORS.index(wing)]


def test_a_wing_takes_only_from_itself_and_the_wings_below() -> None:
    assert told(PORTAL, asks_above) == {}


def test_every_folder_of_the_portal_is_a_floor() -> None:
    folders = {path.name for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(FLOORS)


def lines_too_many(path: Path) -> int:
    return max(0, len(text_of(path).splitlines()) - MOST_LINES)


def long_functions(path: Path) -> dict[str, int]:
    lines = {f.name: f.end_lineno - f.lineno + 1 for f in functions(path) if f.end_lineno}
    return {name: count for name, count in lines.items() if count > MOST_LINES_OF_A_FUNCTION}


def wide_classes(path: Path) -> dict[str, int]:
    classes = [node for node in nodes(path) if isinstance(node, ast.ClassDef)]
    methods = {c.name: sum(isinstance(n, ast.FunctionDef) for n in c.body) for c in classes}
    return {name: count for name, count in methods.items() if count > MOST_METHODS}


def test_no_module_is_longer_than_a_person_reads_in_one_go() -> None:
    assert told(SCRIPTS, lines_too_many) == {}


def test_no_function_holds_more_than_a_thought() -> None:
    assert told(SCRIPTS, long_functions) == {}


def test_no_class_answers_more_than_a_dozen_questions() -> None:
    assert told(SCRIPTS, wide_classes) == {}


def test_no_two_public_things_of_the_portal_share_a_name() -> None:
    found = defaultdict[str, list[str]](list)
    for path in PORTAL:
        for name in public_names(path):
            if not name.startswith("_"):
                found[name].append(shown(path))
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
