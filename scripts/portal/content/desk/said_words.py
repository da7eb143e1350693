"""What a reader reads of a page that a translation must say too: its words, without how they are laid out.

A change that leaves these as they are asks for no new translation: lines broken otherwise, capitals, commas, bold, the
target of a link, a date of reading again; and what the file of another language takes over from the original."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from portal.content.front_matter import Front
from portal.content.kinds import MODELS, said_fields
from portal.reading.documents import MAX_FRONT_MATTER, split_front
from portal.reading.markdown.markup import CITATION
from portal.reading.yaml_reader import read_yaml

_NOT_READ: Final = re.compile(rf"<!--.*?-->|(?<=\])\([^)\n]*\)|(?<=\])\[[^\]\n]*\]|{CITATION}|<[^<>\n]*>", re.DOTALL)
"""Comments, where links lead, marks of sources, tags."""
_BLOCKS: Final = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)]|#+|\|)[ \t])")
_WORD: Final = re.compile(r"(?<!\w)[-−+](?=\d)|[<>≤≥%‰€$]|\w+")
_OF_NO_READER: Final = frozenset({"translator", "native_reviewer", "original_parts"})
"""That somebody compared a translation (`translation_checked`) counts as if he had changed it."""


@lru_cache(maxsize=4096)
def said_parts(text: str) -> frozenset[str]:
    """A page's paragraphs, headings, list items and said fields, each as its words alone. Never raises: of a front
    matter that cannot be read every word counts."""
    front, body, _ = split_front(unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n")))
    values = read_yaml(front, "", 2, MAX_FRONT_MATTER).value if front is not None else {}
    parts = _fields(values) if isinstance(values, Mapping) else [("", front or "")]
    said = [f"{name}: {words}" for name, value in parts if (words := _words(value))]
    return frozenset([*said, *filter(None, map(_words, _BLOCKS.split(_NOT_READ.sub(" ", body))))])


def _fields(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields that each language says itself; a translation's, which names no kind, all are."""
    model = MODELS.get(str(values.get("kind")), Front)
    known = said_fields(model) if "kind" in values else frozenset(values)
    for name in sorted(known & frozenset(values) - _OF_NO_READER):
        yield from ((name, one) for one in _texts(values[name]))


def _texts(value: Any) -> Iterator[str]:
    """Every text of a field, however deep."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
