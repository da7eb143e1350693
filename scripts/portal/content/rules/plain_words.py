"""Plain words: sentences too long on a page's average; words of praise and labels for others outside quotation."""

import re
from collections.abc import Iterator
from typing import Final

from portal.content.kinds import MODELS, said_fields
from portal.content.rules.refused_words import labels, praise
from portal.content.rules.telling import front_texts, tell
from portal.language.places import ANSWERS
from portal.language.scripts import CAPITAL_LESS
from portal.reading.documents import Document
from portal.reading.markdown.text import WrittenText, text_of
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Location

MOST_WORDS: Final = 25
"""Words a sentence may have on a page's average, counted between spaces."""
FEWEST_SENTENCES: Final = 5
"""Below this an average says nothing."""

_SAID: Final = frozenset[str]().union(*map(said_fields, MODELS.values())) - {"claim_translation"}
"""What the portal says in front matter; the translation of a claim is somebody else's sentence."""
_NO_SENTENCES: Final = frozenset("h1 h2 h3 h4 h5 h6 td th caption figcaption pre".split())
"""Blocks that are read at a glance: headings, tables, the words of a figure."""
_END = re.compile(rf"(?<=[.!?…])[”\"’)\]]*\s+(?=[A-ZÀ-ỸĐ“\"({CAPITAL_LESS}])")


def plain_problems(document: Document) -> list[Problem]:
    """What makes a page hard to read or hard to believe."""
    return [*_long(document), *_words(document)]


def sentences(text: WrittenText) -> Iterator[str]:
    """Every sentence and list item of a text as a reader meets it; headings, tables and figures are not sentences."""
    for paragraph in text.paragraphs:
        if paragraph.block not in _NO_SENTENCES and paragraph.classes != "admonition-title":
            yield from sentences_of(paragraph.text)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(one.split()) for one in _END.split(text) if one.strip()]


def _long(document: Document) -> Iterator[Problem]:
    text = text_of(document.body)
    found = [(one.count(" ") + 1, one) for one in sentences(text)]
    if len(found) < FEWEST_SENTENCES:
        return
    average = sum(words for words, _ in found) / len(found)
    if average > MOST_WORDS:
        longest, said = max(found, key=lambda one: one[0])
        values = {"average": round(average), "most": MOST_WORDS, "longest": longest}
        yield tell(document, text.lines().of_words(said), "sentences-long", **values)


def _words(document: Document) -> Iterator[Problem]:
    """Words of praise, and labels for other people; those of an answer to a claim have rules of their own."""
    searches = {"praise": praise, "refused-word": labels}
    if (document.front or {}).get("kind") == "rebuttal" or document.section == ANSWERS:
        del searches["refused-word"]
    for code, search in searches.items():
        for line, word in search(document.body, document.lang):
            yield tell(document, line, code, value=word)
        for place, text in _fields(document):
            for _, word in search(text, document.lang):
                yield Problem(document.path, document.line(place), str(place[0]), code, {"value": word})


def _fields(document: Document) -> Iterator[tuple[Location, str]]:
    for name in sorted(_SAID):
        yield from front_texts((document.front or {}).get(name), (name,))
