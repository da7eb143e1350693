"""Plain words: a page whose sentences are too long on average, and words of praise outside quotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal.content.kinds import MODELS, said_fields
from portal.content.rules.refused_words import praise
from portal.content.rules.texts import LINK, WrittenText, body_of
from portal.reading.documents import Document
from portal.reading.markup import CITATION, FIGURE_LINE
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location

MOST_WORDS: Final = 25
"""Words a sentence may have on a page's average, counted between spaces."""
FEWEST_SENTENCES: Final = 5
"""Below this an average says nothing."""

_SAID: Final = frozenset[str]().union(*map(said_fields, MODELS.values())) - {"claim_translation"}
"""What the portal says in front matter; the translation of a claim is somebody else's sentence."""
_APART = re.compile(r"^\s*(#|\||!!!|:::|\[[^\]]+\]:|$)")
_ITEM = re.compile(r"^\s*(?:[-*+>]|\d+\.|:(?=\s))\s*")
_END = re.compile(r"(?<=[.!?…])[”\"’)\]]*\s+(?=[A-ZÀ-ỸĐ“\"(])")


@dataclass(frozen=True)
class Sentence:
    """A sentence as a reader meets it: without marks of sources and link targets; `line` is where it starts."""

    text: str
    line: int

    @property
    def words(self) -> int:
        return len(self.text.split())


def plain_problems(document: Document) -> list[Problem]:
    """What makes a page hard to read or hard to believe."""
    return [*_long(document), *_praise(document)]


def sentences(body: WrittenText) -> Iterator[Sentence]:
    """Every sentence and list item of a text; headings, tables and figures are not sentences."""
    for first, paragraph in _paragraphs(body):
        start = 0
        for end in [*_END.finditer(paragraph), None]:
            text = paragraph[start : end.start() if end else None]
            if text.strip():
                yield Sentence(" ".join(text.split()), first + paragraph[:start].count("\n"))
            start = end.end() if end else start


def _paragraphs(body: WrittenText) -> Iterator[tuple[int, str]]:
    """(line, text) of runs of lines that belong together; a list item is a run of its own."""
    first, run = 0, list[str]()
    for number, line in [*body.numbered(), (0, "")]:
        apart, item = _APART.match(line) or FIGURE_LINE.match(line), _ITEM.match(line)
        if run and (apart or item):
            yield first, "\n".join(run)
            run = []
        if not apart:
            first = first if run else number
            run.append(_shown(_ITEM.sub("", line)))


def _shown(line: str) -> str:
    return LINK.sub(r"\2", re.sub(rf"\s*{CITATION}", "", line))


def _long(document: Document) -> Iterator[Problem]:
    found = list(sentences(body_of(document)))
    if len(found) < FEWEST_SENTENCES:
        return
    average = sum(one.words for one in found) / len(found)
    if average > MOST_WORDS:
        longest = max(found, key=lambda one: one.words)
        values = {"average": round(average), "most": MOST_WORDS, "longest": longest.words}
        yield Problem(document.path, longest.line, "", "sentences-long", values)


def _praise(document: Document) -> Iterator[Problem]:
    for line, word in praise(document.body, document.lang):
        yield Problem(document.path, document.body_line + line, "", "praise", {"value": word})
    for place, text in _fields(document):
        for _, word in praise(text, document.lang):
            yield Problem(document.path, document.line(place), str(place[0]), "praise", {"value": word})


def _fields(document: Document) -> Iterator[tuple[Location, str]]:
    for name in sorted(_SAID):
        value = (document.front or {}).get(name)
        if isinstance(value, str):
            yield (name,), value
        elif isinstance(value, list):
            yield from (((name, number), str(part)) for number, part in enumerate(value))
