"""What every model of a file is made of: nothing unknown in it, no type guessed, words in both languages."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from portal.language.locales import LANGUAGES
from portal.reading.fields import Text


class Strict(BaseModel):
    """Refuses fields nobody knows, takes nothing for what it is not (450.000 is no whole number, "yes" no true), and
    never changes after it is read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, allow_inf_nan=False, defer_build=True
    )  # a model is built when a file of its kind is read: a tenth of the start of every door


class Both(Strict):
    """The same words in both languages."""

    vi: Text
    en: Text

    def __getitem__(self, lang: str) -> str:
        return str(getattr(self, lang))


def same_in_both(value: object) -> object:
    """A text as the same words in every language; anything else as it is."""
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


Label = Annotated[Both, BeforeValidator(same_in_both)]
"""Words in both languages; written once where they are the same, as a year is."""
