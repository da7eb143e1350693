"""What stands for a picture in words: something a reader who cannot see it can use, not the name of a file."""

import re
from collections.abc import Iterator
from posixpath import basename
from typing import Final
from urllib.parse import unquote, urlsplit

from portal.content.rules.telling import tell
from portal.language.folding import fold
from portal.reading.documents import PICTURE_OR_OFFICE, Document
from portal.reading.markdown.text import WrittenText
from portal.reading.problems import Problem

MOST_LETTERS: Final = 200
"""Of what stands for a picture: a screen reader says it in one breath; what is longer belongs into the text."""
_ENDING: Final = re.compile(rf"(?:{'|'.join(map(re.escape, PICTURE_OR_OFFICE))}|\.heif|\.jfif)$", re.IGNORECASE)
_NO_LETTER: Final = re.compile(r"[\W_]+")
_SAYS_NOTHING: Final = re.compile(
    r"\b(?:anh chup man hinh|chup man hinh|anh dai dien|whatsapp image|chua dat ten|screen ?shot|man hinh|minh hoa"
    r"|anh chup|hinh anh|hinh chup|buc anh|tam anh|ban sao|khong ten|khong de|mo ta|copy of|illustration|photograph"
    r"|facebook|messenger|untitled|whatsapp|graphic|picture|edited|figure|images?|mvimg|photo|viber|copy|dcim|dscf"
    r"|dscn|hinh|scan|screen|zalo|anh|dsc|fig|img|pic|pxl|vid|alt|cua|so|fb|at|am|pm|of|the|an?|[a-z]*\d\w*|x+"
    r"|[0-9a-f]{8,})\b"
)
"""What cameras, telephones and programs write, folded, or what says no more than that there is a picture."""


def alternative_problems(document: Document, text: WrittenText) -> Iterator[Problem]:
    """What is wrong with the words that stand for each picture of a text. None at all is told with the links."""
    for link in text.links:
        words = " ".join(link.words.split())
        if not link.picture or not words:
            continue
        if _is_name(words, link.target):
            yield tell(document, link.line, "picture-named", value=words)
        elif len(words) > MOST_LETTERS:
            yield tell(document, link.line, "picture-told-long", length=len(words), most=MOST_LETTERS)


def _is_name(words: str, target: str) -> bool:
    """Whether words are what a file is called, with or without marks and blanks, or nothing but "a picture"."""
    said, name = _bare(words), _bare(basename(unquote(urlsplit(target).path)))
    return bool(_ENDING.search(words)) or said == name or not _SAYS_NOTHING.sub("", said).strip()


def _bare(name: str) -> str:
    """A name as its letters alone: "Ảnh-bể_nước (1).JPG" is "anh be nuoc 1"."""
    return _NO_LETTER.sub(" ", fold(_ENDING.sub("", name))).strip()
