"""The portal's own words on a page, with their lines: without code, addresses, codes, and without what others said."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from portal.content.kinds import MODELS, said_fields
from portal.content.rules.telling import front_texts
from portal.reading.documents import Document
from portal.reading.source_lines import without_code

_OF_OTHERS: Final = frozenset(
    {"claim", "claim_translation", "translator", "native_reviewer", "translation_checked", "original_parts"}
)
OWN_FIELDS: Final = frozenset[str]().union(*map(said_fields, MODELS.values())) - _OF_OTHERS
"""The fields of a front matter that hold the portal's own words."""

_NOT_OWN: Final = re.compile(
    r"<!--.*?-->|<(?P<tag>q|cite|blockquote)\b.*?</(?P=tag)>|<(?P<other>\w+)\b[^>]*\blang=.*?</(?P=other)>"
    r"|^[ \t]*>[^\n]*|^\[[^\]\n]+\]:[^\n]*|\[figure:[^\]\n]*\]|(?<=\])\([^)\n]*\)|<[^<>\n]*>|\{[^}\n]*\}"
    r"|“[^”]*”|\"[^\"\n]*\"|«[^»]*»|‘[^’\n]*’(?!\w)"
    r"|(?<![*\w])\*[^*\s][^*\n]*\*(?![*\w])|(?<![\w_])_[^_\s][^_\n]*_(?!\w)"
    r"|\b(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|org|com|net|int|gov|edu|md|yml|pdf)\b|\S*[\d_]\S*",
    re.DOTALL | re.MULTILINE,
)
"""Comments, quotations, other languages, targets of links, tags, emphasis (titles, foreign words), addresses, whatever
has a digit."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEGINS: Final = re.compile(r"(?:^|[.!?:…|]|\n[ \t]*(?:[-*+#>|]|\d+[.)])+)[\s*_#“\"(\[|]*$")


class OwnWord(NamedTuple):
    """A word as written, where it begins, and whether a sentence begins with it."""

    text: str
    start: int
    begins: bool


@dataclass(frozen=True)
class Prose:
    """A text or a field of a page. `text` has blanks in place of what is not the portal's own, so that places stay;
    `first` is the line of the file on which it begins, and `field` the field's name, "" for the text of the page."""

    path: str
    lang: str
    field: str
    first: int
    text: str

    def line(self, index: int) -> int:
        """The line of a place; a field is told at its own."""
        return self.first if self.field else self.first + bisect_right(self._starts, index) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def words(self) -> tuple[OwnWord, ...]:
        found = _WORD.finditer(self.text)
        return tuple(OwnWord(one[0], one.start(), _begins(self.text, one.start())) for one in found)


def _begins(text: str, index: int) -> bool:
    """Whether a sentence, a heading, a cell or an item of a list begins here."""
    before = text[max(0, index - 12) : index]
    return not before.strip() or bool(_BEGINS.search(before))


def own_prose(document: Document) -> Iterator[Prose]:
    """The text of a page and its fields that the portal says itself."""
    yield Prose(document.path, document.lang, "", document.body_line, _blanked(without_code(document.body)))
    for name in sorted(OWN_FIELDS & frozenset(document.front or {})):
        for place, text in front_texts((document.front or {})[name], (name,)):
            yield Prose(document.path, document.lang, name, document.line(place), _blanked(text))


def _blanked(text: str) -> str:
    return _NOT_OWN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def capitalised(prose: Prose) -> Iterator[str]:
    """The words with a capital inside a sentence, in small letters."""
    found = (word.text.replace("’", "'").removesuffix("'s") for word in prose.words if not word.begins)
    return (part.lower() for text in found for part in (text, *text.split("-")) if text[:1].isupper())
