"""The languages of the portal besides those that have words of their own: data/locales.yml."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from portal.content.strict import Strict
from portal.language.locales import CODE, LANGUAGES, ORIGINAL, Locale, Writing
from portal.language.scripts import LETTERS_OF
from portal.reading.fields import LanguageTag, Text, problem
from portal.reading.files import is_file
from portal.reading.problems import Problem
from portal.reading.yaml_reader import Reading

LOCALES_PATH: Final = "data/locales.yml"
_FONT: Final = re.compile(r"[a-z0-9]+(?:[/.-][a-z0-9]+)*\.woff2")


def _further(value: str) -> str:
    if value in LANGUAGES or not re.fullmatch(CODE, value):
        raise problem("locale-code", value=value, taken=list(LANGUAGES))
    return value


WithWords = Literal[*LANGUAGES]  # type: ignore[valid-type]
ScriptName = Literal["Latn", *LETTERS_OF]  # type: ignore[valid-type]


class LocaleFont(Strict):
    """A font for letters that devices lack: `file` below docs/, whose it is, and under which licence it may be given
    to everybody."""

    file: Text
    name: Text
    licence: Text

    @field_validator("file")
    @classmethod
    def _can_be_sent(cls, value: str) -> str:
        if not _FONT.fullmatch(value):
            raise problem("locale-font-file", value=value)
        return value


class FurtherLocale(Strict):
    """A language with a folder of its own (content_<code>) whose frame speaks the words of another; where it has no
    page, that of the first language of `fallback` which has one is shown. `script` is the one it is written in, where
    it has several; `line` how high a line of it is, in letters, where marks stand above and below each other."""

    code: Annotated[LanguageTag, AfterValidator(_further)]
    name: Text
    script: ScriptName | None = None
    font: Annotated[LocaleFont | None, Field(validate_default=True)] = None
    line: float | None = Field(default=None, ge=1.2, le=3)
    words: WithWords = ORIGINAL
    fallback: list[WithWords] = Field(default=[ORIGINAL], min_length=1)

    @field_validator("font")
    @classmethod
    def _draws_a_script(cls, value: LocaleFont | None, info: ValidationInfo) -> LocaleFont | None:
        """Only the letters of a known script are asked of a font: all others every device has."""
        if value and info.data.get("script", "") not in LETTERS_OF:
            raise problem("locale-font-script", choices=list(LETTERS_OF))
        return value

    @property
    def locale(self) -> Locale:
        """Its row of the table. It is written as in Viet Nam, which is what Open Graph asks for."""
        font = self.font
        given = (font.file, f"{font.name}; {font.licence}") if font else ("", "")
        writing = Writing(self.script, *given, self.line)
        return Locale(self.code, self.name, f"{self.code}_VN", self.words, tuple(self.fallback), writing)


def font_problems(root: Path, entry: Any, index: int, reading: Reading) -> Iterator[Problem]:
    """A font that a row of the table names and docs/ does not have."""
    font = entry.font if isinstance(entry, FurtherLocale) else None
    if font and not is_file(root / "docs" / font.file):
        line = reading.line((index, "font", "file"))
        yield Problem(LOCALES_PATH, line, "file", "locale-font-missing", {"path": f"docs/{font.file}"})
