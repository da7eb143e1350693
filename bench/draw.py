"""Draws sentences with a figure and a source mark at random from the pages, for a second reader to compare.

make sample SEED=2027 > data/samples/2027.yml
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from portal.content.library import Library, open_library
from portal.content.stories import Story

ROOT = Path(__file__).parent.parent

_MARK = re.compile(r"\[([\d, ]+)\](?!\()")
_END = re.compile(r"(?<=[.!?\]])(?<!Điều \d\.)(?<!Điều \d\d\.)(?<!Article \d\.)(?<!Article \d\d\.)\s+(?=[A-ZĐÀ-Ỹ“\"])")
_SHORTEST = 6  # words: less is a label, not a sentence


def sentences(story: Story) -> Iterator[str]:
    """Every sentence of a page that has a figure besides its own source mark; headings and tables are left out."""
    for paragraph in story.document.body.split("\n"):
        plain = paragraph.strip().removeprefix(":").strip().lstrip("-*> ")
        if plain.startswith(("#", "|", "[figure", "!!!")):
            continue
        for sentence in _END.split(plain):
            bare = _MARK.sub("", sentence)
            if _MARK.search(sentence) and re.search(r"\d", bare) and len(bare.split()) >= _SHORTEST:
                yield sentence.strip()


def candidates(library: Library) -> list[tuple[str, str, str]]:
    """(path, sentence, the sources it names) of every sentence that can be drawn, in a fixed order."""
    found = set()
    for story in library.stories.values():
        for sentence in sentences(story):
            numbers = [int(n) for mark in _MARK.findall(sentence) for n in mark.split(",")]
            named = [story.front.references[n - 1] for n in numbers if n <= len(story.front.references)]
            sources = "; ".join(dict.fromkeys(f"{one.title} ({one.publisher})" for one in named))
            found.add((story.document.path, sentence, sources))
    return sorted(found)


def drawn(library: Library, seed: int, count: int) -> list[dict[str, Any]]:
    """The sample: the words of the source and the outcome are for the reader to fill in."""
    chosen = sorted(random.Random(seed).sample(candidates(library), count))
    return [{"path": p, "sentence": s, "source": named, "words": "", "outcome": ""} for p, s, named in chosen]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=3112)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    facts = drawn(open_library(ROOT, date.max), options.seed, options.count)
    tree = {"seed": options.seed, "facts": facts}
    print(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
