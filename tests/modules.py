"""The modules of the house as tests look at them: each parsed once, what is wrong told of all of them at once."""

import ast
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from conftest import ROOT

Found = TypeVar("Found")
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))
PORTAL = [path for path in SCRIPTS if path.is_relative_to(ROOT / "scripts/portal")]


def shown(path: Path) -> str:
    """The name a module is told by: its path below scripts/."""
    return path.relative_to(ROOT / "scripts").as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module, itself first."""
    return tuple(ast.walk(ast.parse(text_of(path))))


def told(paths: Iterable[Path], look: Callable[[Path], Found]) -> dict[str, Found]:
    """What was found wrong in each module by its name; those in which nothing was are left out."""
    return {shown(path): found for path in paths if (found := look(path))}
