"""The bodies of the province and the State: data/agencies.yml."""

from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from portal.content.front_matter import Both, Label, Source, Strict
from portal.reading.fields import AgencyKind, DayField, Text

AGENCIES_PATH: Final = "data/agencies.yml"


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class ShortName(Strict):
    """What a body is customarily called for short, in the languages that have such a name for it."""

    vi: Text | None = None
    en: Text | None = None


class Agency(BaseModel):
    """A body of the province or the State. `member_of` names the collectives it is one of, `successor` the bodies that
    took over its tasks. Other columns an officer keeps in the file are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    id: Text
    kind: AgencyKind | None = None
    name: Label | None = None
    short: ShortName | None = None
    member_of: Annotated[list[Text], BeforeValidator(_as_list)] = []
    valid_from: DayField | None = None
    valid_to: DayField | None = None
    successor: Annotated[list[Text], BeforeValidator(_as_list)] = []
    note: Both | None = None
    sources: list[Source] = []

    def exists_on(self, day: date) -> bool:
        """Whether the body is there on a day, as far as the file knows."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def called(self, lang: str) -> str:
        """Its name in `lang`, or its id where the file gives none."""
        return self.name[lang] if self.name else self.id

    def for_short(self, lang: str) -> str | None:
        """Its short name in `lang`, None where there is none."""
        return str(short) if self.short and (short := getattr(self.short, lang)) else None
