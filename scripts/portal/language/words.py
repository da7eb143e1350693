"""The words shown to people: one folder per language in words/, one file per room, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, reduce
from pathlib import Path
from typing import Any, Final

import yaml

from portal.language.letters import CodePoint
from portal.language.locales import Locale

WORDS_FOLDER = Path(__file__).parent / "words"
YAML_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there: ten times faster."""
PORTAL_NAMES: Final = ("site_name", "site_short", "province", "plan")
"""The words a portal has names of its own for; in the files of words they are those of any portal."""


class MissingWord(LookupError):
    """A text was asked for that the words of a language do not have."""


@dataclass(frozen=True)
class CodeName:
    """A code in a sentence with what it is called in each language: achievement (Kết quả)."""

    code: str
    called: Mapping[str, str]

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True)
class Words:
    """The words of one language. `ui` is a tree of texts for pages; `problems` has a sentence per problem code."""

    lang: str
    ui: Mapping[str, Any]
    problems: Mapping[str, str]

    def problem(self, code: str, values: Mapping[str, Any]) -> str:
        """The sentence for a problem. Raises KeyError for a code without a sentence (a test holds them together)."""
        return self.problems[code].format(**{k: self.shown(v) for k, v in values.items()})

    def shown(self, value: Any) -> str:
        """A value as it stands in a sentence: lists with commas, codes with what they are called, no more than a
        line takes."""
        if isinstance(value, list | tuple):
            return ", ".join(self.shown(one) for one in value)
        if isinstance(value, CodeName):
            called = value.called.get(self.lang)
            called = called.removesuffix(f" ({value.code.upper()})") if called else called
            return f"{value.code} ({called})" if called and called != value.code else value.code
        if isinstance(value, CodePoint):
            called = self.ui.get("characters", {}).get(str(value))
            return f"{value} ({called})" if called else str(value)
        return _shown(value)

    def say(self, path: str, /, **values: Any) -> str:
        """The text at a path of `ui` with its blanks filled: say("kpi.no_plan", root="."). Raises MissingWord for a
        path that leads to no text and for a blank that is given nothing."""
        found = self._at(path)
        if not isinstance(found, str):
            raise MissingWord(f"{self.lang}: {path}")
        try:
            return found.format(**values) if values else found
        except KeyError as error:
            raise MissingWord(f"{self.lang}: {path}: {error}") from error

    def named(self, names: Mapping[str, str]) -> "Words":
        """The same words of a portal that has names of its own: each takes the place of the word it is called by in
        `ui`, and fills the blanks {portal_…} that stand for it. What has no name keeps the word for any portal."""
        known = {**{name: self.say(name) for name in PORTAL_NAMES}, **names}
        blanks = {f"{{portal_{name}}}": said for name, said in known.items()}
        return replace(self, ui={**_filled(self.ui, blanks), **known})

    def label(self, family: str, name: str) -> str:
        """The label of a fixed word, e.g. label("verdicts", "false"). Raises MissingWord for one that has none."""
        return self.say(f"{family}.{name}")

    def family(self, path: str) -> Mapping[Any, Any]:
        """What stands at a path of `ui` by its names, in their order: family("owner"). Raises MissingWord for a path
        that leads to a text or to nothing."""
        found = self._at(path)
        if not isinstance(found, Mapping):
            raise MissingWord(f"{self.lang}: {path}")
        return found

    def listed(self, path: str) -> tuple[str, ...]:
        """The texts of a list, in its order: listed("months"). Raises MissingWord for a path that leads to no list."""
        found = self._at(path)
        if not isinstance(found, list):
            raise MissingWord(f"{self.lang}: {path}")
        return tuple(map(str, found))

    def language_name(self, tag: str) -> str:
        """What a language is called; its tag where the words do not name it."""
        return str(self.family("languages").get(tag, tag))

    def _at(self, path: str) -> Any:
        found: Any = self.ui
        for name in path.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        return found


def _filled(tree: Any, blanks: Mapping[str, str]) -> Any:
    """A tree of texts with some blanks filled; all others stay for whoever says the text."""
    if isinstance(tree, Mapping):
        return {name: _filled(part, blanks) for name, part in tree.items()}
    if isinstance(tree, list):
        return [_filled(part, blanks) for part in tree]
    if isinstance(tree, str):
        for blank, said in blanks.items():
            tree = tree.replace(blank, said)
    return tree


def own_name(locale: Locale) -> str:
    """What a language calls itself."""
    return locale.name or words(locale.code).say("own_name")


def _shown(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]  # as editors write it
    text = str(value)
    return text if len(text) <= 120 else text[:117] + "…"


@cache
def words(lang: str) -> Words:
    """The words of one of LANGUAGES. Raises FileNotFoundError for any other."""
    parts = [yaml.load(file.read_text(encoding="utf-8"), Loader=YAML_LOADER) for file in words_files(lang)]
    tree: Mapping[str, Any] = reduce(joined, parts)
    return Words(lang, tree["ui"], tree["problems"])


def words_files(lang: str) -> list[Path]:
    """The files of a language's words, in the order of their names. Raises FileNotFoundError where there are none."""
    found = sorted((WORDS_FOLDER / lang).glob("*.yml"))
    if not found:
        raise FileNotFoundError(WORDS_FOLDER / lang)
    return found


def joined(one: Mapping[str, Any], other: Mapping[str, Any], place: str = "") -> dict[str, Any]:
    """Two trees as one. Raises ValueError for a word that both have: a word stands once."""
    both = dict(one)
    for name, part in other.items():
        if name not in both:
            both[name] = part
        elif isinstance(both[name], Mapping) and isinstance(part, Mapping):
            both[name] = joined(both[name], part, f"{place}{name}.")
        else:
            raise ValueError(f"{place}{name}")
    return both
