"""A translation beside its original: whether it is one, has the same figures, and says all that the original says."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.rules.beside.own_texts import own_texts, said_front
from portal.content.rules.hygiene.other_language import reads_vietnamese
from portal.content.rules.refused_words import unquoted
from portal.content.rules.telling import front_texts, tell
from portal.content.stories import Story
from portal.language.locales import ENGLISH, ORIGINAL
from portal.reading.markdown.text import text_of
from portal.reading.problems import Problem
from portal.reading.yaml_reader import dotted

_BEGINS: Final = re.compile(r"[ \t]*(?:[-*+|>#]|[0-9]{1,3}\.[ \t])")
"""What begins a block of its own."""
_SHARE: Final = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|per ?cent\b)", re.IGNORECASE)
_SHOWN: Final = 40
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


def translated_problems(story: Story, original: Story | None) -> Iterator[Problem]:
    """A problem where an English page is in Vietnamese, told once; doubts where it has a share that its original has
    not, or lacks a field that it has."""
    if story.lang != ENGLISH:
        return
    told = next(_untranslated(story), None)
    if told:
        yield told
    if original is not None and original.lang == ORIGINAL:
        yield from () if told else _figures(story, original)
        yield from _lacking(story, original)


def _untranslated(story: Story) -> Iterator[Problem]:
    for place, value in front_texts(said_front(story)):
        if reads_vietnamese(value):
            values = {"value": value[:_SHOWN]}
            yield Problem(story.document.path, story.document.line(place), dotted(place), "untranslated", values)
    for line, block in _blocks(unquoted(text_of(story.document.body).lines().text)):
        if reads_vietnamese(block):
            value = " ".join(block.split())[:_SHOWN]
            yield tell(story.document, line, "untranslated", value=value)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """(line from 0, words) of each paragraph and item; cells of tables, where a name stands beside its translation, are
    none."""
    start, rows = 0, list[str]()
    for number, row in enumerate([*text.split("\n"), ""]):
        if rows and (not row.strip() or _BEGINS.match(row)):
            yield start, " ".join(rows)
            rows = []
        if row.strip() and not row.lstrip().startswith("|"):
            start = start if rows else number
            rows.append(row)


def _figures(story: Story, original: Story) -> Iterator[Problem]:
    """Shares in hundredths that no number of the original is: 98.26% beside 92,86 %."""
    known = {_value(found[0], ",") for _, text in own_texts(original) for found in _NUMBER.finditer(text)}
    for line, text in own_texts(story):
        for found in _SHARE.finditer(text):
            if _value(found[1].replace(",", "."), ".") not in known:  # the sign itself is told by hygiene
                yield Problem(story.document.path, line, "", "share-not-in-original", {"value": found[0]})


def _value(written: str, sign: str) -> float:
    other = "." if sign == "," else ","
    try:
        return float(written.replace(other, "").replace(sign, "."))
    except ValueError:  # 1,2,3: no number
        return -1.0


def _lacking(story: Story, original: Story) -> Iterator[Problem]:
    own = said_front(story)
    for name, value in said_front(original).items():
        if value and not own.get(name):
            yield Problem(story.document.path, 1, name, "said-field-lacking", {"name": name})
