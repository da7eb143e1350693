"""Draws sentences with a figure, a date or a symbol at random from the pages, for a second reader to compare.

python tests/facts/draw.py --seed 3112 --count 200 > sample.yml
"""

import argparse
import random
import re
import sys
from datetime import date
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from portal.library import Library, open_library  # noqa: E402

_CHECKABLE = re.compile(r"\d")
_END = re.compile(r"(?<=[.!?\]])(?<!Điều \d\.)(?<!Điều \d\d\.)(?<!Article \d\.)(?<!Article \d\d\.)\s+(?=[A-ZĐÀ-Ỹ“\"])")
_SHORTEST = 6  # words: less is a label, not a sentence


def sentences(library: Library) -> list[tuple[str, str]]:
    """(path, sentence) of every sentence with a figure and a source mark, in a fixed order."""
    found = []
    for story in library.stories.values():
        if story.front.references:
            for paragraph in story.document.body.split("\n"):
                plain = paragraph.strip().removeprefix(":").strip().lstrip("-*>| ")
                for sentence in _END.split(plain):
                    bare = re.sub(r"\[[\d, ]+\]", "", sentence)
                    if _CHECKABLE.search(bare) and len(bare.split()) >= _SHORTEST and "](" not in sentence:
                        found.append((story.document.path, sentence.strip()))
    return sorted(set(found))


def main() -> int:
    """Prints the sample as YAML: source, words and outcome are for the reader to fill in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=3112)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    drawn = random.Random(options.seed).sample(sentences(open_library(ROOT, date.max)), options.count)
    facts = [{"path": p, "sentence": s, "source": "", "words": "", "outcome": ""} for p, s in sorted(drawn)]
    print(
        yaml.safe_dump({"seed": options.seed, "facts": facts}, allow_unicode=True, sort_keys=False, width=120), end=""
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
