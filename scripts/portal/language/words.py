"""The words shown to people: one file per language in words/, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS_FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Words:
    """The words of one language. `ui` is a tree of texts for pages; `problems` has a sentence per problem code."""

    lang: str
    ui: Mapping[str, Any]
    problems: Mapping[str, str]

    def problem(self, code: str, values: Mapping[str, Any]) -> str:
        """The sentence for a problem. Raises KeyError for a code without a sentence (a test holds them together)."""
        return self.problems[code].format(**{k: _shown(v) for k, v in values.items()})

    def label(self, family: str, name: str) -> str:
        """The label of a fixed word, e.g. label("verdicts", "false")."""
        return str(self.ui[family][name])


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(v) for v in value)
    text = str(value)
    return text if len(text) <= 120 else text[:117] + "…"


@cache
def words(lang: str) -> Words:
    """The words of `lang` ("vi" or "en"). Raises FileNotFoundError for any other."""
    tree = yaml.safe_load((WORDS_FOLDER / f"{lang}.yml").read_text(encoding="utf-8"))
    return Words(lang, tree["ui"], tree["problems"])
