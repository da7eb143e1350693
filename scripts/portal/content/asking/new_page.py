"""A new page: where its files stand and what is in them before anybody has written, in every language with words."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from portal.content.asking.blank_fields import blank_rows, in_quotation_marks, not_used
from portal.content.asking.values import PageKind
from portal.language.folding import slugify
from portal.language.locales import HOUSE, ORIGINAL, Locale
from portal.language.words import words
from portal.reading.documents import RESERVED_NAMES
from portal.reading.fields import SLUG

MOST_OF_A_SLUG: Final = 60
_HEAD_OF_A_SECTION: Final = "index"
_YEAR: Final = re.compile(r"[0-9]{4}")
_TAKEN: Final = {*RESERVED_NAMES, _HEAD_OF_A_SECTION}


@dataclass(frozen=True)
class NewPage:
    """What is known of a page before it is written. `place` is its path without language folder and ending; `titles`
    by language, where one has been given; `agency` is "" where nobody knows yet."""

    kind: PageKind
    place: str
    titles: Mapping[str, str]
    day: date
    agency: str = ""

    def files(self) -> dict[str, str]:
        """The path of each language's file and what is in it, the original first."""
        return {f"{one.folder}/{self.place}.md": self._file(one) for one in HOUSE}

    def _file(self, locale: Locale) -> str:
        rows = self._original() if locale.code == ORIGINAL else self._translated(locale.code)
        return "\n".join(("---", *rows, "---", "", ""))

    def _original(self) -> Iterator[str]:
        text, known = words(ORIGINAL), self._known()
        yield f"## {text.say('new_page.how')}"
        yield f"kind: {self.kind.name}"
        live = [one for one in self.kind.fields if one.required or one.key in known]
        yield from blank_rows(live, known, text)
        yield f"## {text.say('new_page.optional')}"
        yield from not_used((one for one in self.kind.fields if one not in live), text)

    def _translated(self, lang: str) -> Iterator[str]:
        """What this language says itself. Who translates reads Vietnamese, so the explanations stay in it."""
        text, said = words(ORIGINAL), [one for one in self.kind.fields if one.is_said]
        yield f"## {text.say('new_page.how')}"
        yield f"## {text.say('new_page.how_translated')}"
        yield from blank_rows(said, self._title(lang), text)

    def _known(self) -> dict[str, str]:
        known = self._title(ORIGINAL)
        known |= {"date": self.day.isoformat()} if self.kind.is_story else {}
        known |= {"agency": in_quotation_marks(self.agency)} if self.agency else {}
        slug = self.place.rpartition("/")[2]
        named = {"conventions": f"[{slug}]", "convention": slug}
        required = (
            {one.key for one in self.kind.fields if one.required} if slug in names_to_choose(self.kind) else set()
        )
        return known | {name: value for name, value in named.items() if name in required}

    def _title(self, lang: str) -> dict[str, str]:
        return {"title": in_quotation_marks(self.titles[lang])} if self.titles.get(lang) else {}


def tidy_title(text: str) -> str:
    """A title on one line, in whole letters, without what cannot be seen."""
    said = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(c for c in said if c.isprintable())


def slug_from(title: str) -> str:
    """The name of a file from a title, at a word's end; "" where there is no letter and no digit in it. A name that
    Windows keeps for itself, or that heads a section, gets a word before it."""
    slug = slugify(title)
    if len(slug) > MOST_OF_A_SLUG:
        slug = slug[: MOST_OF_A_SLUG + 1].rpartition("-")[0] or slug[:MOST_OF_A_SLUG]
    return f"bai-{slug}" if slug in _TAKEN else slug


def names_to_choose(kind: PageKind) -> tuple[str, ...]:
    """The names a file of a kind must have one of: of a convention, and of a lesson about one, its code. () where any
    will do."""
    conventions = (one for one in kind.fields if one.key in ("conventions", "convention") and one.required)
    return tuple(choice.value for one in conventions for choice in one.choices)


def is_slug(name: str) -> bool:
    """Whether a file can have this name, on any system."""
    return bool(re.fullmatch(SLUG, name)) and name not in RESERVED_NAMES


def place_for(root: Path, kind: PageKind, section: str, slug: str, day: date) -> str:
    """Where a page of a kind stands: a story in its year's folder, but where the section keeps its stories without."""
    name = _HEAD_OF_A_SECTION if kind.only_index else slug
    by_year = kind.is_story and not names_to_choose(kind) and _goes_by_year(root, section)
    parts = [section, str(day.year) if by_year else "", name]
    return "/".join(part for part in parts if part)


def _goes_by_year(root: Path, section: str) -> bool:
    folders = [root / locale.folder / section for locale in HOUSE]
    entries = [entry for folder in folders if folder.is_dir() for entry in folder.iterdir()]
    if any(entry.is_dir() and _YEAR.fullmatch(entry.name) for entry in entries):
        return True
    return not any(entry.suffix == ".md" and entry.stem != _HEAD_OF_A_SECTION for entry in entries)
