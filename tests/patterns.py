"""Every regular expression of the portal, how it is used, and how its time grows with what it is given."""

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from math import inf
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any, Final

from conftest import ROOT
from portal.reading.markdown.sanitiser import sanitise
from portal.reading.size_limits import limit_faults

opcode = importlib.import_module("re._constants")
parser = importlib.import_module("re._parser")
SCRIPTS: Final = ROOT / "scripts"
_PACKAGES: Final = ("portal", "doorway", "preview")
_ANCHORED: Final = frozenset(("match", "fullmatch"))
_HANDED_ON: Final = "?"
_METHODS: Final = frozenset((*_ANCHORED, "search", "sub", "subn", "split", "findall", "finditer"))
_MOST: Final = 8
"""Signs of a pattern that are pumped, each alone and each after each."""
_REPEATS: Final = (opcode.MAX_REPEAT, opcode.MIN_REPEAT, opcode.POSSESSIVE_REPEAT)
_FEW: Final = 40
_TINY: Final = 20
_SIZES: Final = (_TINY, 100, 400, 1600, 3200, 6400)
_SLOW: Final = 0.012
"""Seconds from which it is worth measuring again."""
_AFTER_SANITISER: Final = ("portal.site.", "preview.")
"""What reads only what the sanitiser let through: there every tag is closed."""
_OF_BODIES: Final = ("portal.content.rules.", "portal.content.desk.said_words.")
"""What reads texts, of which those with more open brackets than a few were refused before; bytes never were."""
_BEATS: Final = {opcode.CATEGORY_SPACE: " ", opcode.CATEGORY_DIGIT: "1", opcode.CATEGORY_WORD: "a"}


@dataclass(frozen=True)
class Use:
    """A pattern, where it is bound ("portal.reading.files._CONFLICT"), and whether it is only asked of the beginning of
    a text."""

    name: str
    pattern: re.Pattern[Any]
    anchored: bool

    @property
    def is_of_bodies(self) -> bool:
        """Whether it is asked of texts alone that passed the limits."""
        return self.name.startswith(_OF_BODIES) and isinstance(self.pattern.pattern, str)

    def ask(self, text: str) -> float:
        """Seconds of the processor that it takes for a text, or for its bytes where it is a pattern of bytes."""
        asked = text if isinstance(self.pattern.pattern, str) else text.encode("latin-1", "replace")
        start = process_time()
        if self.anchored:
            self.pattern.match(asked)
        else:
            for _ in self.pattern.finditer(asked):
                pass
        return process_time() - start


def uses() -> list[Use]:
    """Every pattern of text or of bytes bound in a module, and every one written where it is asked."""
    modules = [module for name in _PACKAGES for module in _modules(name)]
    trees = {file: ast.parse(file.read_text("utf-8")) for file in SCRIPTS.rglob("*.py")}
    asked = {file: _asked(tree) for file, tree in trees.items()}
    found, own_names = list[Use](), {id(value) for module in modules for value in vars(module).values()}
    for module in modules:
        for name, pattern, is_bound in _bound(module):
            if not is_bound and id(pattern) in own_names:
                continue  # it has a name of its own
            own = [asked[Path(str(module.__file__))]] if name.startswith("_") else list(asked.values())
            how = {one for names in own for one in names.get(name, ())}
            anchored = is_bound and bool(how - {_HANDED_ON}) and how <= _ANCHORED | {_HANDED_ON}
            found.append(Use(f"{module.__name__}.{name}", pattern, anchored))
    found += [Use(f"re.{how}", pattern, how in _ANCHORED) for tree in trees.values() for how, pattern in _inline(tree)]
    once = {(use.pattern.pattern, use.pattern.flags, use.anchored): use for use in found if _repeats(use.pattern)}
    return sorted(once.values(), key=lambda use: use.name)


def worst(use: Use) -> tuple[float, str] | None:
    """(how many times longer twice as much takes, what was repeated) where that is more than in proportion."""
    signs = _signs(use.pattern)
    pumps = dict.fromkeys([*signs, *map("".join, product(signs[:6], repeat=2)), *_runs(use.pattern), " ", "a", "\n"])
    for head in dict.fromkeys(["", *signs[:2], *_runs(use.pattern)[:2]]):
        for pump in pumps:
            grown = _growth(use, head, pump)
            if grown > 3:
                return grown, f"{head!r} and {pump!r}"
    return None


def _growth(use: Use, head: str, pump: str) -> float:
    """Times longer for twice as much, 0 where the time is too short to tell."""

    def text(size: int) -> str:
        said = head + pump * (size // len(pump)) + "\0"
        return sanitise(said) if use.name.startswith(_AFTER_SANITISER) else said

    size = next((size for size in _SIZES if use.ask(text(size)) > _SLOW), 0)
    refused = (one.code for one in limit_faults(text(2 * size)))
    if not size or (use.is_of_bodies and "brackets-open" in refused):
        return 0
    if size == _TINY:
        return inf
    once = min(use.ask(text(size)) for _ in range(3))
    return min(use.ask(text(2 * size)) for _ in range(2)) / max(once, 1e-6)


def _modules(package: str) -> Iterator[ModuleType]:
    top = importlib.import_module(package)
    yield from (importlib.import_module(one.name) for one in pkgutil.walk_packages(top.__path__, f"{package}."))


def _bound(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any], bool]]:
    """(name, pattern, whether the name is the pattern's own) of a module's constants."""
    for name, value in vars(module).items():
        for pattern in _patterns(value):
            yield name, pattern, pattern is value


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (one for part in value.values() for one in _patterns(part))
    elif isinstance(value, tuple | list | frozenset | set):
        yield from (one for part in value for one in _patterns(part))


def _asked(tree: ast.Module) -> dict[str, set[str]]:
    """By which methods each name of a file is asked, and whether it is handed on."""
    found = defaultdict[str, set[str]](set)
    owners = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found[node.id].add(owners.get(id(node), _HANDED_ON))
    return found


def _repeats(pattern: re.Pattern[Any]) -> bool:
    """Whether a pattern repeats anything without end, or nearly."""
    found = list[bool]()

    def walk(parts: Any) -> None:
        for op, value in parts:
            if op in _REPEATS and value[1] > _FEW:
                found.append(True)
            _inside(op, value, walk)

    walk(parser.parse(pattern.pattern, pattern.flags))
    return bool(found)


def _inline(tree: ast.Module) -> Iterator[tuple[str, re.Pattern[Any]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if of_re and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str | bytes):
                flags = next((one.value for one in node.keywords if one.arg == "flags"), ast.Constant(0))
                yield node.func.attr, re.compile(node.args[0].value, eval(ast.unparse(flags), {"re": re}))


def _signs(pattern: re.Pattern[Any]) -> list[str]:
    """Signs that the parts of a pattern match, a few."""
    found = list[str]()

    def walk(parts: Any) -> None:
        for op, value in parts:
            if op is opcode.LITERAL:
                found.append(chr(value))
            elif op is opcode.NOT_LITERAL:
                found.append("w" if chr(value) == "q" else "q")
            elif op is opcode.IN:
                found.extend(_of_class(value))
            elif op is opcode.ANY:
                found.append("q")
            else:
                _inside(op, value, walk)

    walk(parser.parse(pattern.pattern, pattern.flags))
    return list(dict.fromkeys(found))[:_MOST]


def _of_class(value: Any) -> list[str]:
    named = [_BEATS.get(one, "-") for op, one in value if op is opcode.CATEGORY]
    single = [chr(one) for op, one in value if op is opcode.LITERAL]
    ranges = [chr(one[0]) for op, one in value if op is opcode.RANGE]
    if value[0][0] is opcode.NEGATE:
        return [one for one in "a1 -" if one not in {*named, *single, *ranges}][:2]
    return [*named, *single, *ranges][:3]


def _runs(pattern: re.Pattern[Any]) -> list[str]:
    """The words of two signs and more that a pattern is made of."""
    found, run = list[str](), list[str]()

    def walk(parts: Any) -> None:
        for op, value in parts:
            if op is opcode.LITERAL:
                run.append(chr(value))
                continue
            end()
            _inside(op, value, walk)
            end()

    def end() -> None:
        if len(run) > 1:
            found.append("".join(run))
        run.clear()

    walk(parser.parse(pattern.pattern, pattern.flags))
    end()
    return list(dict.fromkeys(found))[:3]


def _inside(op: Any, value: Any, walk: Callable[[Any], None]) -> None:
    if op in _REPEATS:
        walk(value[2])
    elif op is opcode.SUBPATTERN:
        walk(value[3])
    elif op is opcode.BRANCH:
        for part in value[1]:
            walk(part)
    elif op in (opcode.ASSERT, opcode.ASSERT_NOT):
        walk(value[1])
    elif op is opcode.ATOMIC_GROUP:
        walk(value)
