"""Writes demonstration stories beside the portal's own pages, for measuring: the same number, the same bytes.

Each story is a mixture, drawn by chance, of sentences, lists, tables, headings and sources of the portal's own stories,
in both languages alike, so that words, links, citations and lengths are as in real ones. It says nothing anybody should
read: its title begins with "Bài đo", and it stands in a folder that is thrown away.
"""

import argparse
import json
import posixpath
import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from portal.reading.personal.details import personal_in

ROOT = Path(__file__).parent.parent
HOUSE = ("scripts", "overrides", "docs", "deploy", "schema")
CORPUS = ("data", "content_vi", "content_en", "docs")
FIRST, LAST = date(2022, 12, 1), date(2026, 11, 28)
"""The days of the stories: four years, none in the future."""
KINDS = (
    ("thanh-tuu", "achievement"), ("chinh-sach", "policy"), ("doi-ngoai", "news"), ("thanh-tuu", "news"),
    ("su-kien", "event"), ("doi-ngoai", "policy"),
)  # fmt: skip
WORDS = 900
"""Of a Vietnamese text: what the portal's own stories have, more or less."""
CITED = re.compile(r"\[(\d{1,2}(?:,\s?\d{1,2})*)\](?!\()")
LINK = re.compile(r"\]\(([^)\s]+)\)")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
UNFIT = re.compile(r"\[figure:|[{<]|!\[|\]\(#|\d[.,]\d\d|tuổi|sinh năm|years? old|\baged?\b|\bborn\b")
"""What cannot be moved to another page; numbers that nobody has by chance, which real pages do not share; ages, which
beside a place and a misfortune of another sentence would make somebody to be recognised, as the check sees it."""
Row = dict[str, Any]


class Plain(yaml.SafeDumper):
    """Every value in full, as the portal asks."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass(frozen=True)
class Both:
    """The same words in Vietnamese and in English."""

    vi: str
    en: str


@dataclass
class Taken:
    """What the portal's own stories are made of."""

    sentences: list[Both] = field(default_factory=list)
    blocks: list[Both] = field(default_factory=list)
    headings: list[Both] = field(default_factory=list)
    titles: list[Both] = field(default_factory=list)
    descriptions: list[Both] = field(default_factory=list)
    summaries: list[Both] = field(default_factory=list)
    sources: dict[str, Row] = field(default_factory=dict)
    heads: list[Row] = field(default_factory=list)


def main() -> int:
    """Writes the corpus and prints, as JSON, what it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=250)
    parser.add_argument("--corpus", type=Path, default=ROOT, help="whose pages and data stand beside them")
    options = parser.parse_args()
    words = write_project(options.folder, options.corpus, options.stories)
    print(json.dumps({"stories": options.stories, "words": words}))
    return 0


def write_project(folder: Path, corpus: Path, stories: int) -> int:
    """A copy of the project with the pages and data of a corpus, and so many stories more; the mean of their words."""
    folder.mkdir(parents=True, exist_ok=True)
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "hinh")  # pictures of texts come with their texts
    for part in HOUSE:
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for part in CORPUS:
        shutil.copytree(corpus / part, folder / part, dirs_exist_ok=True)
    for file in ROOT.iterdir():
        if file.is_file() and file.name != ".git":
            shutil.copy(file, folder)
    return write_stories(folder, stories)


def write_stories(root: Path, stories: int) -> int:
    """So many stories into a folder with content_vi/, content_en/ and data/, made of what is there."""
    taken, words = taken_from(root), 0
    for number in range(stories):
        place, texts = story(taken, number)
        for lang, text in texts.items():
            file = root / f"content_{lang}/{place}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        words += texts["vi"].partition("\n---\n")[2].count(" ")
    return words // max(stories, 1)


def taken_from(root: Path) -> Taken:
    """What can be mixed of the stories of a corpus that say the same, block for block, in both languages."""
    taken = Taken()
    for file in sorted((root / "content_vi").glob("*/20*/*.md")):
        place = file.relative_to(root / "content_vi").as_posix().removesuffix(".md")
        other = root / f"content_en/{place}.md"
        if not other.exists():
            continue
        (head, body), (english, said) = parted(file), parted(other)
        for name, kept in (("title", taken.titles), ("description", taken.descriptions)):
            kept += fit([(head[name], english[name])])
        taken.summaries += fit(zip(head.get("summary") or [], english.get("summary") or [], strict=False))
        taken.sources |= {one["title"].casefold(): one for one in head.get("sources") or []}
        taken.heads += [head] if head.get("product") and head.get("conventions") else []
        take_blocks(taken, place, body, said)
    for pool in (taken.sentences, taken.blocks, taken.headings, taken.summaries):
        pool[:] = dict.fromkeys(pool)  # what several pages say stands once in each of ours
    return taken


def fit(pairs: Iterable[tuple[str, str]]) -> Iterator[Both]:
    return (Both(vi, en) for vi, en in pairs if not UNFIT.search(vi + en))


def parted(file: Path) -> tuple[Row, str]:
    """The head and the text of a page."""
    _, head, body = file.read_text("utf-8").split("---\n", 2)
    return yaml.load(head, yaml.CSafeLoader), body


def take_blocks(taken: Taken, place: str, body: str, said: str) -> None:
    blocks, english = body.strip().split("\n\n"), said.strip().split("\n\n")
    if len(blocks) != len(english):
        return
    for one, other in zip(blocks, english, strict=True):
        both = Both(moved(one.strip(), place), moved(other.strip(), place))
        if UNFIT.search(both.vi + both.en) or cited(both.vi) != cited(both.en):
            continue
        if one.startswith("## "):
            taken.headings.append(both)
        elif one.startswith(("- ", "| ")) or "\n: " in one:
            taken.blocks.append(both)
        elif one[0].isalpha() or one[0] in '“"':
            taken.sentences += sentences(both)


def sentences(both: Both) -> Iterator[Both]:
    """A paragraph sentence by sentence where both languages have as many, citing the same; else as it is."""
    here, there = SENTENCE.split(both.vi), SENTENCE.split(both.en)
    alike = len(here) == len(there) and all(cited(a) == cited(b) for a, b in zip(here, there, strict=True))
    yield from (Both(*pair) for pair in zip(here, there, strict=True)) if alike else (both,)


def cited(text: str) -> set[int]:
    return {int(one) for found in CITED.findall(text) for one in found.split(",")}


def moved(text: str, place: str) -> str:
    """Links as they lead from any folder of a year."""

    def led(found: re.Match[str]) -> str:
        goal = found[1]
        if not goal.startswith(("http", "tel:", "mailto:", "/", "#")):
            goal = "../../" + posixpath.normpath(posixpath.join(posixpath.dirname(place), goal))
        return f"]({goal})"

    return LINK.sub(led, text)


def story(taken: Taken, number: int) -> tuple[str, dict[str, str]]:
    """(place, text in each language) of a story; the same number, the same story, however many there are."""
    chance = random.Random(f"story {number}")
    section, kind = KINDS[number % len(KINDS)]
    day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1))
    body, used = text(taken, chance)
    drawn = chance.sample(sorted(taken.sources), chance.randint(3, min(7, len(taken.sources))))
    numbers = {old: new for new, old in enumerate(sorted({one % len(drawn) for one in used} or {0}), 1)}
    sources = [taken.sources[drawn[old]] for old in numbers]
    heads = front(taken, chance, number), {**chance.choice(taken.heads), "sources": sources}
    texts = {}
    for lang in ("vi", "en"):
        said = {name: getattr(value, lang) for name, value in heads[0].items()}
        said["summary"] = [getattr(one, lang) for one in summaries(taken, number)]
        facts = shared(heads[1], kind, day) if lang == "vi" else {}
        written = CITED.sub(renumbered(numbers, len(drawn)), "\n\n".join(getattr(one, lang) for one in body))
        lines = yaml.dump(said | facts, Dumper=Plain, allow_unicode=True, sort_keys=False)
        texts[lang] = f"---\n{lines}---\n{written}\n"
    return f"{section}/{day.year}/bai-do-{number}", texts


def text(taken: Taken, chance: random.Random) -> tuple[list[Both], set[int]]:
    """The blocks of a text, and the numbers it cites in them; no block twice."""
    blocks, words = list[Both](), 0
    headings = iter(chance.sample(taken.headings, min(len(taken.headings), 12)))
    own, pool = iter(chance.sample(taken.blocks, min(len(taken.blocks), 6))), taken.sentences
    lines = iter(chance.sample(pool, min(len(pool), 90)))
    while words < WORDS and (said := paragraphs(lines, chance)):
        blocks += [*islice(headings, 1), *said, *islice(own, int(chance.random() < 0.4))]
        words = sum(one.vi.count(" ") for one in blocks)
    used = set[int]().union(*(cited(one.vi) for one in blocks))
    return (blocks, used) if used else ([*blocks, Both("Một câu có nguồn [1].", "A sentence with a source [1].")], {1})


def paragraphs(lines: Iterator[Both], chance: random.Random) -> list[Both]:
    """Two or three of two to four sentences each; fewer where none are left, or where together they seem to tell of
    one person."""
    drawn = ([*islice(lines, chance.randint(2, 4))] for _ in range(chance.randint(2, 3)))
    mixed = (Both(*(" ".join(getattr(one, lang) for one in said) for lang in ("vi", "en"))) for said in drawn if said)
    return [both for both in mixed if not any(personal_in(f"{both.vi}\n{both.en}"))]  # what chance made look so


def renumbered(numbers: dict[int, int], drawn: int) -> Callable[[re.Match[str]], str]:
    def put(found: re.Match[str]) -> str:
        mine = sorted({numbers[int(one) % drawn] for one in found[1].split(",")})
        return f"[{', '.join(map(str, mine))}]"

    return put


def front(taken: Taken, chance: random.Random, number: int) -> dict[str, Both]:
    """The title, which is nobody else's, and the description."""
    title = chance.choice([one for one in taken.titles if max(len(one.vi), len(one.en)) < 95])
    titled = Both(f"Bài đo {number}: {title.vi}", f"Measured {number}: {title.en}")
    return {"title": titled, "description": chance.choice(taken.descriptions)}


def summaries(taken: Taken, number: int) -> list[Both]:
    return random.Random(f"summary {number}").sample(taken.summaries, min(4, len(taken.summaries)))


def shared(head: Row, kind: str, day: date) -> Row:
    """What both languages share."""
    names = ("agency", "sources", "conventions", "articles", "laws", "groups", "places", "product")
    facts = {"kind": kind, "date": day, **{name: head[name] for name in names if name in head}}
    return facts | ({"event_type": "training", "state": "held", "starts": day} if kind == "event" else {})


if __name__ == "__main__":
    raise SystemExit(main())
