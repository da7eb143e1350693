"""What an editor may write at the head of a file: one model per kind is type, rule, schema and message."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from portal import vocabulary
from portal.fields import (
    Agency,
    Audience,
    Block,
    Channel,
    ClaimantType,
    ClaimKind,
    Convention,
    CorrectionKind,
    Day,
    Description,
    EventState,
    EventType,
    Format,
    Group,
    Kind,
    LanguageTag,
    Law,
    PastDay,
    ReadingDay,
    Said,
    SourceType,
    Text,
    Title,
    Url,
    Verdict,
    context_of,
    problem,
)


class Strict(BaseModel):
    """Refuses fields nobody knows, and never changes after it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Strict):
    """The same words in both languages."""

    vi: Text
    en: Text

    def __getitem__(self, lang: str) -> str:
        return str(getattr(self, lang))


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


class Evidence(Source):
    """A source of a rebuttal, with the page or paragraph that decides."""

    locator: Text | None = None


class Product(Strict):
    """A story as a product the plan counts."""

    formats: list[Format] = Field(min_length=1)
    channels: list[Channel] = Field(min_length=1)
    languages: list[LanguageTag] = Field(min_length=1)
    audiences: list[Audience] = Field(min_length=1)


class Front(Strict):
    """What every page has."""

    is_story: ClassVar[bool] = False

    title: Annotated[Title, Said()]
    description: Annotated[Description, Said()]
    kind: Kind
    date: PastDay | None = None
    updated: PastDay | None = None
    reviewed: PastDay | None = None
    agency: Agency | None = None
    translator: Annotated[Text | None, Said()] = None
    summary: Annotated[list[Text] | None, Said()] = None
    sources: list[Source] = []
    conventions: list[Convention] = []
    articles: dict[Convention, list[int]] = {}
    laws: list[Law] = []
    groups: list[Group] = []
    places: list[Text] = []
    product: Product | None = None

    @field_validator("kind")
    @classmethod
    def _kind_fits_section(cls, value: str, info: ValidationInfo) -> str:
        allowed = vocabulary.KINDS_OF_SECTION.get(context_of(info).section)
        if allowed is not None and value not in allowed:
            raise problem("kind-in-section", value=value, section=context_of(info).section, choices=allowed)
        if value == "theme" and context_of(info).slug != "index":
            raise problem("theme-not-index")
        return value

    @field_validator("updated", "reviewed")
    @classmethod
    def _not_before_date(cls, value: Any, info: ValidationInfo) -> Any:
        first = info.data.get("date")
        if value and first and value < first:
            raise problem("before-date", value=value.isoformat(), date=first.isoformat())
        return value

    @property
    def references(self) -> tuple[Source, ...]:
        """What [1], [2] … in the text point to, in order."""
        return tuple(self.sources)


class Page(Front):
    """A page that is no story: an entry, a standard, a list. `shows` names what is made under its text."""

    kind: Literal["page"]
    shows: Block | None = None
    lead: Annotated[Text | None, Said()] = None


class Theme(Front):
    """The front page of one of the plan's five themes."""

    kind: Literal["theme"]


class Story(Front):
    """A page the plan counts: it has a date, a body that answers for it, and sources."""

    is_story: ClassVar[bool] = True

    date: PastDay
    agency: Agency
    sources: list[Source] = Field(min_length=1)
    corrections: list[Correction] = []


class ConventionPage(Story):
    """The explainer of one of the seven conventions; its file is named by the convention's code."""

    kind: Literal["convention"]
    summary: Annotated[list[Text], Said()] = Field(min_length=1)
    conventions: list[Convention] = Field(min_length=1)

    @field_validator("conventions")
    @classmethod
    def _names_its_file(cls, value: list[str], info: ValidationInfo) -> list[str]:
        slug = context_of(info).slug
        if value[:1] != [slug]:
            raise problem("convention-not-file", value=", ".join(value), slug=slug)
        return value


class LegalDocument(Strict):
    """The law or decision a policy page explains."""

    number: Text
    issued: PastDay | None = None
    in_force: Day | None = None


class Policy(Story):
    """A law, a policy or a way of doing things, explained."""

    kind: Literal["policy"]
    document: LegalDocument | None = None


class KeyFigure(Strict):
    """The one figure of a story, as it is written in the page's language, and what it counts."""

    figure: Text
    meaning: Text


class Achievement(Story):
    """What was done and what was reached, with what was not."""

    kind: Literal["achievement"]
    key_figure: Annotated[KeyFigure | None, Said()] = None


class News(Story):
    """Something that happened. `happened` is its day, where it is not the page's."""

    kind: Literal["news"]
    happened: PastDay | None = None
    key_figure: Annotated[KeyFigure | None, Said()] = None


class Claim(Strict):
    """The claim a rebuttal answers, verbatim in its own language, and where it stood."""

    text: Text
    lang: LanguageTag
    kind: ClaimKind
    where: Text
    date: PastDay | None = None
    url: Url
    archive_url: Url | None = None
    archive: Literal["not_known"] | None = None
    claimant_type: ClaimantType
    claimant: Text | None = None


class Rebuttal(Story):
    """The answer to a claim, never to a person."""

    kind: Literal["rebuttal"]
    claim: Claim
    claim_translation: Annotated[Text | None, Said()] = None
    verdict: Verdict
    finding: Annotated[Text, Said()]
    true_part: Annotated[Text, Said()]
    missing_context: Annotated[Text | None, Said()] = None
    unknowns: Annotated[Text | None, Said()] = None
    evidence: list[Evidence] = Field(min_length=1)
    sources: list[Source] = []

    @property
    def references(self) -> tuple[Source, ...]:
        return (*self.evidence, *self.sources)


class PublicationFile(Strict):
    """A file a reader can take home; `path` is below docs/."""

    path: Text
    lang: LanguageTag
    pages: int | None = Field(default=None, ge=1)


class Publication(Story):
    """Something printed or to be printed."""

    kind: Literal["publication"]
    product: Product
    files: list[PublicationFile] = []


class Event(Story):
    """A training, workshop, contest, exhibition or press briefing."""

    kind: Literal["event"]
    event_type: EventType
    state: EventState
    starts: Day
    ends: Day | None = None
    venue: Annotated[Text | None, Said()] = None

    @field_validator("ends")
    @classmethod
    def _not_before_start(cls, value: Any, info: ValidationInfo) -> Any:
        starts = info.data.get("starts")
        if value and starts and value < starts:
            raise problem("before-start", value=value.isoformat(), date=starts.isoformat())
        return value


MODELS: dict[str, type[Front]] = {
    "page": Page,
    "theme": Theme,
    "convention": ConventionPage,
    "policy": Policy,
    "achievement": Achievement,
    "rebuttal": Rebuttal,
    "news": News,
    "publication": Publication,
    "event": Event,
}


def said_fields(model: type[Front]) -> frozenset[str]:
    """The fields an English file says itself."""
    return frozenset(
        name for name, info in model.model_fields.items() if any(isinstance(mark, Said) for mark in info.metadata)
    )


def inherited_fields(model: type[Front]) -> frozenset[str]:
    """The fields an English file inherits and may not repeat."""
    return frozenset(model.model_fields) - said_fields(model)


def required_fields(model: type[Front]) -> tuple[str, ...]:
    """The fields a file of this kind cannot do without, in the order an editor writes them."""
    return tuple(name for name, info in model.model_fields.items() if info.is_required())
