"""What a page says in its own language, line by line: its front matter's own words, and its text without quotations."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from portal.content.kinds import said_fields
from portal.content.rules.refused_words import unquoted
from portal.content.rules.telling import front_texts
from portal.content.stories import Story
from portal.language.words import words
from portal.reading.markdown.text import text_of

_OWN: Final = frozenset(
    ("translator", "native_reviewer", "translation_checked", "original_parts", "claim_translation", "lead")
)
"""What a translation alone says, or may leave out."""


def said_front(story: Story) -> dict[str, object]:
    """What a page's front matter says in its own language."""
    front: Mapping[str, object] = story.document.front or {}
    return {name: front[name] for name in sorted(said_fields(type(story.front)) - _OWN) if name in front}


def own_texts(story: Story) -> Iterator[tuple[int, str]]:
    """(line on disk, text) of everything a page says of its own."""
    for place, value in front_texts(said_front(story)):
        yield story.document.line(place), value
    for number, line in enumerate(text_of(story.document.body).lines().text.split("\n")):
        yield story.document.body_line + number, unquoted(line)


def read_number(written: str, lang: str) -> float:
    """30,83 in Vietnamese and 30.83 in English; the version 2.2 is written alike in both; 0 for what is no number."""
    decimal = words(lang).say("decimal")
    groups = "." if decimal == "," else ","
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(groups)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", written):
        written = written.replace(groups, "")
    try:
        return float(written.replace(decimal, "."))
    except ValueError:  # 1.2.3
        return 0.0
