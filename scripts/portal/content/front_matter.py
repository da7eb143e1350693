"""What the head of every file may say: the fields all pages share, and those all stories share."""

import datetime
from typing import Annotated, Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from portal.content.printed import PRINTED_FIELDS, BannerLine, LeafletWords, PosterWords
from portal.content.publishing import KindOfCorrection, PublicDay
from portal.content.radio import Radio
from portal.content.sources import Source
from portal.content.strict import Both, Label, Strict
from portal.reading.fields import (
    AgencyId,
    Audience,
    Channel,
    Convention,
    DayField,
    Description,
    Format,
    GroupName,
    LanguageTag,
    LawId,
    PastDay,
    PlaceName,
    ReasonToName,
    Said,
    Text,
    Title,
    YesNo,
    problem,
)
from portal.reading.pictures.said import PeopleSeen, PictureLicence, PicturePath


class Correction(Strict):
    """A change of what a published page said: what was changed and why, in both languages."""

    date: PastDay
    kind: KindOfCorrection
    what: Both
    why: Both


class Withdrawal(Strict):
    """That a published page was taken back: since when, why, and the place of the page to read instead. What it said
    is then shown nowhere; its address tells that it was taken back."""

    date: PastDay
    why: Both
    instead: Text | None = None


class NamedPerson(Strict):
    """Somebody a page may name, and why: in office, and speaking or acting in it; or with consent in writing. `note` is
    the office and the time, or where the paper is kept, which itself stays out of the site. Shown nowhere."""

    name: Text
    why: ReasonToName
    note: Text


class PictureEntry(Strict):
    """A picture of a page: `file` below docs/hinh/, who made it, how it may be used, whether people can be recognised
    in it and why they may be. `note`, shown nowhere, is their office, or where their consent in writing is kept."""

    file: PicturePath
    maker: Label
    licence: PictureLicence
    people: PeopleSeen
    note: Annotated[Text | None, Field(validate_default=True)] = None

    @field_validator("note")
    @classmethod
    def _says_why(cls, value: str | None, info: ValidationInfo) -> str | None:
        people = info.data.get("people")
        if value is None and people not in (None, "nobody"):
            raise problem("picture-note", value=people)
        return value


class ProductFields(Strict):
    """A story as a product the plan counts."""

    formats: list[Format] = Field(min_length=1)
    channels: list[Channel] = Field(min_length=1)
    languages: list[LanguageTag] = Field(min_length=1)
    audiences: list[Audience] = Field(min_length=1)


class Front(Strict):
    """What every page has. One that is `discreet` may put its reader in danger when others see it: it offers a quick
    way out and says what a telephone remembers; None where nobody was asked."""

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
    publish_after: DayField | None = None
    date: PublicDay | None = None
    updated: PastDay | None = None
    reviewed: PastDay | None = None
    agency: AgencyId | None = None
    translator: Annotated[Text | None, Said()] = None
    native_reviewer: Annotated[Text | None, Said()] = None
    translation_checked: Annotated[PastDay | None, Said()] = None
    original_parts: Annotated[Text | None, Said()] = None
    summary: Annotated[list[Text] | None, Said()] = None
    search_words: Annotated[list[Text], Said()] = []
    sources: list[Source] = []
    conventions: list[Convention] = []
    articles: dict[Convention, list[int]] = {}
    laws: list[LawId] = []
    groups: list[GroupName] = []
    places: list[PlaceName] = []
    people: list[NamedPerson] = []
    pictures: list[PictureEntry] = []
    product: ProductFields | None = None
    discreet: YesNo | None = None

    @field_validator("updated", "reviewed")
    @classmethod
    def _not_before_date(cls, value: Any, info: ValidationInfo) -> Any:
        first = info.data.get("date")
        if value and first and value < first:
            raise problem("before-date", value=value.isoformat(), date=first.isoformat())
        return value

    @property
    def published(self) -> datetime.date | None:
        """The day the page came, or comes, before its readers; None where it says no day."""
        return max((day for day in (self.date, self.publish_after) if day), default=None)

    @property
    def changed(self) -> datetime.date | None:
        """The day the page last said something new."""
        return max((day for day in (self.updated, self.published) if day), default=None)

    def waits(self, today: datetime.date) -> bool:
        """Whether the day it is to be published on has not come."""
        return self.publish_after is not None and today < self.publish_after

    def stood_on(self, day: datetime.date) -> bool:
        """Whether it was before its readers on a day; one without a day always was."""
        return self.published is None or self.published <= day

    @property
    def references(self) -> tuple[Source, ...]:
        """What [1], [2] … in the text point to, in order."""
        return tuple(self.sources)


class PrintedFront(Front):
    """A page that may be printed and shown on boards, in words written for that: see `make publications`."""

    banner: Annotated[BannerLine | None, Said()] = None
    poster: Annotated[PosterWords | None, Said()] = None
    leaflet: Annotated[LeafletWords | None, Said()] = None

    @property
    def printed(self) -> tuple[str, ...]:
        """The fields it has words in, which are named as the formats of the plan's products are."""
        return tuple(name for name in PRINTED_FIELDS if getattr(self, name))


class StoryFront(PrintedFront):
    """A page the plan counts: it has a date, a body that answers for it, and sources."""

    is_story: ClassVar[bool] = True
    review_months: ClassVar[int] = 12
    """After how many months it is due to be read again: our own rule, in the editorial standard."""
    date: PublicDay
    agency: AgencyId
    sources: list[Source] = Field(min_length=1)
    radio: Annotated[Radio | None, Said()] = None
    corrections: list[Correction] = []
    withdrawn: Withdrawal | None = None

    @field_validator("withdrawn")
    @classmethod
    def _not_before_it_came(cls, value: Any, info: ValidationInfo) -> Any:
        came = max((day for name in ("date", "publish_after") if (day := info.data.get(name))), default=None)
        if value and came and value.date < came:
            raise problem("before-date", value=value.date.isoformat(), date=came.isoformat())
        return value

    @property
    def changed(self) -> datetime.date | None:
        """The day the page last said something new, or was taken back."""
        return self.withdrawn.date if self.withdrawn else super().changed

    def stood_on(self, day: datetime.date) -> bool:
        """Whether it was before its readers on a day, and not yet taken back."""
        return super().stood_on(day) and (self.withdrawn is None or day < self.withdrawn.date)
