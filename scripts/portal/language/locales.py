"""The languages of the portal, as a table: what each is called, where it stands, which words its frame speaks.

Two have words of their own (words/) and are always there. Others are rows of data/locales.yml: a language whose pages
are few speaks the words of one of the two around its texts.
"""

from __future__ import annotations  # whoever has an old Python is told so in both languages

from dataclasses import dataclass
from typing import Final

from portal.language.scripts import tag_in

VIETNAMESE: Final = "vi"
ENGLISH: Final = "en"
ORIGINAL: Final = VIETNAMESE
"""The language whose file holds all the facts."""

CODE: Final = "[a-z]{2,3}"
"""How a code is written. No section or page at the top has so short a name, so that a prefix is never taken for one."""


@dataclass(frozen=True)
class Writing:
    """How a language is written. `script` is None for the one it is always written in here; `font` is the path below
    docs/ of a font for letters that devices lack, `credit` whose it is and its licence, "" without one; `line` how
    high a line is, in letters, None for the portal's own."""

    script: str | None = None
    font: str = ""
    credit: str = ""
    line: float | None = None


@dataclass(frozen=True)
class Locale:
    """A language of the portal. `code` is its folder and its addresses, `og` the tag Open Graph wants, `name`
    its own name for itself, "" where its own words tell it; `words` is the language its frame speaks, `fallback` what
    is shown, in this order, where it has no page itself; `writing` how it is written."""

    code: str
    name: str
    og: str
    words: str
    fallback: tuple[str, ...] = ()
    writing: Writing = Writing()

    @property
    def tag(self) -> str:
        """Its tag in HTML, feeds and data (BCP 47): the code, with the script where that has to be told."""
        return tag_in(self.code, self.writing.script)

    @property
    def folder(self) -> str:
        """Where its pages are written: content_vi."""
        return f"content_{self.code}"

    @property
    def prefix(self) -> str:
        """How its addresses begin: "" for the original, "en/"."""
        return prefix_of(self.code)

    @property
    def order(self) -> tuple[str, ...]:
        """The languages a page is looked for in."""
        return (self.code, *self.fallback)


HOUSE: Final = (
    Locale(VIETNAMESE, "", "vi_VN", VIETNAMESE),
    Locale(ENGLISH, "", "en_GB", ENGLISH, (ORIGINAL,)),
)
"""The languages that are always there, the original first."""

LANGUAGES: Final = tuple(one.code for one in HOUSE)
"""The languages that have words, in which everything is said that is no text of a page."""


def prefix_of(code: str) -> str:
    """How the addresses of a language begin."""
    return "" if code == ORIGINAL else f"{code}/"


def folder_code(folder: str) -> str:
    """The code of the language whose pages a folder holds: "en" for content_en."""
    return folder.removeprefix("content_")
