"""Draws, by a seed, what a second reader looks at: sentences, sources to open again, pages to read for what they omit.

make sample SEED=2027 > data/samples/2027.yml
make sample-sources SEED=2027
make sample-pages SEED=2027
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
from portal.language.words import words
from portal.site.pages.source_lines import source_view

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


def sources(library: Library) -> list[dict[str, Any]]:
    """Every source of an original page, with what the page says was opened, in a fixed order; `outcome` is for whoever
    opens it again: there, changed, gone."""
    text, found = words("vi"), []
    for story in sorted(library.stories.values(), key=lambda one: one.document.path):
        if story.lang != story.original or story.withdrawn:
            continue
        for number, one in enumerate(story.front.references, 1):
            view = source_view(number, one, story.lang, text)
            opened = f"{view.opened.before}{view.opened.linked}{view.opened.after}"
            said = " ".join(part for part in (view.published, opened, *view.remarks) if part)
            place = {"path": story.document.path, "number": number, "title": one.title, "said": said}
            found.append({**place, "url": one.url, "copy_url": one.copy_url, "sha256": one.sha256, "outcome": ""})
    return found


def sources_drawn(library: Library, seed: int, count: int) -> list[dict[str, Any]]:
    """Sources to open again: the outcome is for the reader to fill in."""
    return random.Random(seed).sample(sources(library), count)


def pages_drawn(library: Library, seed: int, count: int) -> list[dict[str, Any]]:
    """Pages as they were first written: what each side misses is for the reader to fill in, a file a page."""
    stories = library.stories.values()
    paths = sorted(one.document.path for one in stories if one.lang == one.original and not one.withdrawn)
    chosen = sorted(random.Random(seed).sample(paths, count))
    return [{"path": path, "read": "", "critic": [], "province": []} for path in chosen]


DRAWS = {"facts": drawn, "sources": sources_drawn, "pages": pages_drawn}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=DRAWS, default="facts", help="what to draw")
    parser.add_argument("--seed", type=int, default=3112)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    chosen = DRAWS[options.what](open_library(ROOT, date.max), options.seed, options.count)
    tree = {"seed": options.seed, options.what: chosen}
    print(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
