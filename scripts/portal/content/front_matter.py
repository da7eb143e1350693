"""What the head of every file may say: the fields all pages share, and those all stories share."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from portal.language.locales import LANGUAGES
from portal.reading.fields import (
    AgencyId,
    Audience,
    Channel,
    Convention,
    CorrectionKind,
    Description,
    Format,
    GroupName,
    LanguageTag,
    LawId,
    PastDay,
    PlaceName,
    ReadingDay,
    ReasonToName,
    Said,
    SourceType,
    Text,
    Title,
    Url,
    problem,
)


class Strict(BaseModel):
    """Refuses fields nobody knows, takes nothing for what it is not (450.000 is no whole number, "yes" no true), and
    never changes after it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


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


class Correction(Strict):
    """A change of what a published page said: what was changed and why, in both languages."""

    date: PastDay
    kind: CorrectionKind
    what: Both
    why: Both


class Source(Strict):
    """A document a page rests on. `accessed` is the day it, or a stored copy, was really read;
    None where the file says `not_recorded`, which the page shows and the release check reports."""

    title: Text
    publisher: Text
    url: Url
    accessed: ReadingDay
    archive_url: Url | None = None
    primary: bool = False
    symbol: Text | None = None
    type: SourceType | None = None
    lang: LanguageTag | None = None


class NamedPerson(Strict):
    """Somebody a page may name, and why: in office, and speaking or acting in it; or with consent in writing. `note` is
    the office and the time, or where the paper is kept, which itself stays out of the site. Shown nowhere."""

    name: Text
    why: ReasonToName
    note: Text


class ProductFields(Strict):
    """A story as a product the plan counts."""

    formats: list[Format] = Field(min_length=1)
    channels: list[Channel] = Field(min_length=1)
    languages: list[LanguageTag] = Field(min_length=1)
    audiences: list[Audience] = Field(min_length=1)


class Front(Strict):
    """What every page has."""

    is_story: ClassVar[bool] = False
    sections: ClassVar[tuple[str, ...]] = ()
    """Where a file of the kind may stand; "" is the top."""
    only_index: ClassVar[bool] = False
    """Whether it can only be a section's own page."""
    template: ClassVar[str] = ""
    """What draws it, in overrides/."""

    title: Annotated[Title, Said()]
    description: Annotated[Description, Said()]
    kind: Text
    date: PastDay | None = None
    updated: PastDay | None = None
    reviewed: PastDay | None = None
    agency: AgencyId | None = None
    translator: Annotated[Text | None, Said()] = None
    translation_checked: Annotated[PastDay | None, Said()] = None
    summary: Annotated[list[Text] | None, Said()] = None
    sources: list[Source] = []
    conventions: list[Convention] = []
    articles: dict[Convention, list[int]] = {}
    laws: list[LawId] = []
    groups: list[GroupName] = []
    places: list[PlaceName] = []
    people: list[NamedPerson] = []
    product: ProductFields | None = None

    @field_validator("updated", "reviewed")
    @classmethod
    def _not_before_date(cls, value: Any, info: ValidationInfo) -> Any:
        first = info.data.get("date")
        if value and first and value < first:
            raise problem("before-date", value=value.isoformat(), date=first.isoformat())
        return value

    @property
    def changed(self) -> PastDay | None:
        """The day the page last said something new."""
        return self.updated or self.date

    @property
    def references(self) -> tuple[Source, ...]:
        """What [1], [2] … in the text point to, in order."""
        return tuple(self.sources)


class StoryFront(Front):
    """A page the plan counts: it has a date, a body that answers for it, and sources."""

    is_story: ClassVar[bool] = True
    review_months: ClassVar[int] = 12
    """After how many months it is due to be read again: our own rule, in the editorial standard."""

    date: PastDay
    agency: AgencyId
    sources: list[Source] = Field(min_length=1)
    corrections: list[Correction] = []
