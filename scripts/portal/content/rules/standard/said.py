"""The standard's rules about words, which hold in every language: no motive imputed, no threat, no empty true part."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from portal.content.printed import PRINTED_FIELDS
from portal.content.rules.refused_words import refused, threats
from portal.content.rules.standard.written import Found, Rule, Written
from portal.content.rules.telling import front_texts

_NOTHING = re.compile(r"(không( có)?|chưa có|none|nothing)( gì| phần nào)?[.\s]*", re.IGNORECASE)
_SAID = ("finding", "true_part", "missing_context", "unknowns", "title", "description")


def _true_part(one: Written) -> Iterator[Found]:
    if "true_part" in one.front and _NOTHING.fullmatch(one.text("true_part").strip()):
        yield ("true_part",), {"value": one.text("true_part")}


def _motives(one: Written) -> Iterator[Found]:
    yield from _words(one, refused)


def _threats(one: Written) -> Iterator[Found]:
    yield from _words(one, threats)


def _words(one: Written, search: Callable[[str, str], Iterator[tuple[int, str]]]) -> Iterator[Found]:
    for name in _SAID:
        for _, word in search(one.text(name), one.document.lang):
            yield (name,), {"value": word}
    summary = one.front.get("summary")
    for number, item in enumerate(summary if isinstance(summary, list) else [summary or ""]):
        for _, word in search(str(item), one.document.lang):
            yield ("summary", number), {"value": word}
    for place, value in front_texts({name: one.front[name] for name in PRINTED_FIELDS if name in one.front}):
        for _, word in search(value, one.document.lang):
            yield place, {"value": word}
    for line, word in search(one.document.body, one.document.lang):
        yield ("body", line), {"value": word}


WORDS: Final[Mapping[str, Rule]] = {
    "true-part-empty": _true_part,
    "refused-word": _motives,
    "threat": _threats,
}
"""Rules about words, which hold in every language."""
