"""What CONTRIBUTING says of the code is so: values are frozen, words stand in one place, the engine in few."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

from pydantic import BaseModel

from modules import PORTAL, SCRIPTS, nodes, shown, text_of, told

GATHERING = {"Reading"}
"""What a reader is still filling while it reads."""
OF_NO_SENTENCE = ("content/rules/", "reading/personal", "language/syllables", "content/advice/marks")
"""Where Vietnamese words are looked for, not said: those a text may not use or spells in two ways, the ends of its
sentences, names, the letters of syllables."""
VIETNAMESE = re.compile(r"(?=[^\W\d_]*[À-ỹ])[^\W\d_]{3}")  # a word: single letters are looked for in many places


def classes(path: Path) -> Iterator[type]:
    module = importlib.import_module(shown(path).removesuffix(".py").replace("/", "."))
    yield from (one for _, one in inspect.getmembers(module, inspect.isclass) if one.__module__ == module.__name__)


def is_frozen(value: type) -> bool:
    if issubclass(value, BaseModel):
        return bool(value.model_config.get("frozen"))
    return not is_dataclass(value) or value.__dataclass_params__.frozen  # type: ignore[attr-defined]


def thawed(path: Path) -> list[str]:
    return [one.__name__ for one in classes(path) if not is_frozen(one) and one.__name__ not in GATHERING]


def test_values_are_frozen() -> None:
    assert told((path for path in PORTAL if path.name != "__init__.py"), thawed) == {}


def strings(path: Path) -> Iterator[str]:
    """The strings of a module that are no docstring."""
    said = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def sentences(path: Path) -> list[str]:
    """The Vietnamese words of a module that is not one of those that look for such words."""
    looks = shown(path).removeprefix("portal/").startswith(OF_NO_SENTENCE)
    return [] if looks else [text for text in strings(path) if VIETNAMESE.search(text)]


def test_words_shown_to_people_stand_in_no_code() -> None:
    assert told(SCRIPTS, sentences) == {}


def test_the_engine_is_asked_in_two_files_called_in_one_place_and_installed_by_another() -> None:
    asking = [shown(path) for path in SCRIPTS if re.search(r"^ *(from|import) mkdocs", text_of(path), re.M)]
    named = [shown(path) for path in SCRIPTS for text in strings(path) if text == "mkdocs"]
    assert (asking, named) == (
        ["engine.py", "hooks.py"],
        ["doorway/builds/building.py", "doorway/environment.py", "engine.py"],
    )
