"""The languages of the portal besides those that have words of their own: data/locales.yml."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from portal.content.strict import Strict
from portal.language.locales import CODE, LANGUAGES, ORIGINAL, Locale
from portal.reading.fields import LanguageTag, Text, problem

LOCALES_PATH: Final = "data/locales.yml"


def _further(value: str) -> str:
    if value in LANGUAGES or not re.fullmatch(CODE, value):
        raise problem("locale-code", value=value, taken=list(LANGUAGES))
    return value


WithWords = Literal[*LANGUAGES]  # type: ignore[valid-type]


class FurtherLocale(Strict):
    """A language with a folder of its own (content_<code>) whose frame speaks the words of another; where it has no
    page, that of the first language of `fallback` which has one is shown."""

    code: Annotated[LanguageTag, AfterValidator(_further)]
    name: Text
    words: WithWords = ORIGINAL
    fallback: list[WithWords] = Field(default=[ORIGINAL], min_length=1)

    @property
    def locale(self) -> Locale:
        """Its row of the table. It is written as in Viet Nam, which is what Open Graph asks for."""
        return Locale(self.code, self.name, f"{self.code}_VN", self.words, tuple(self.fallback))
