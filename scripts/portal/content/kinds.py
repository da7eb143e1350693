"""What an editor may write at the head of a file: one model per kind is type, rule, schema and message."""

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from portal.content.front_matter import Front, PrintedFront, ProductFields, StoryFront
from portal.content.fronts.easy import Easy
from portal.content.fronts.exhibitions import Exhibition
from portal.content.fronts.lessons import Lesson
from portal.content.fronts.rebuttals import Rebuttal
from portal.content.fronts.recordings import Recording
from portal.content.fronts.scans import Scan
from portal.content.fronts.steps import Steps
from portal.content.fronts.units import Unit
from portal.content.radio import Radio
from portal.content.strict import Strict
from portal.language import vocabulary
from portal.reading.fields import (
    BlockName,
    Convention,
    DayField,
    EventState,
    EventType,
    LanguageTag,
    LongText,
    PastDay,
    Said,
    Text,
    context_of,
    problem,
)


class Way(Strict):
    """An answer to the question a page asks: what the reader says, and the place of the page it leads to."""

    say: Text
    to: Text


class PlainPage(PrintedFront):
    """A page that is no story: an entry, a standard, a list. `shows` names what is made under its text; a page that
    asks which of several things happened has `ways` above it."""

    sections = ("", *vocabulary.SECTIONS)
    template = "page.html"

    kind: Literal["page"]
    shows: BlockName | None = None
    lead: Annotated[LongText | None, Said()] = None
    ways: Annotated[list[Way], Said()] = []
    radio: Annotated[Radio | None, Said()] = None


class Theme(Front):
    """The front page of one of the plan's five themes."""

    sections = vocabulary.THEMES
    only_index = True
    template = "theme.html"

    kind: Literal["theme"]


class ConventionPage(StoryFront):
    """The explainer of one of the seven conventions; its file is named by the convention's code."""

    sections = ("cong-uoc",)
    template = "convention.html"

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
    in_force: DayField | None = None


class Policy(StoryFront):
    """A law, a policy or a way of doing things, explained."""

    sections = ("cong-uoc", "chinh-sach", "doi-ngoai")
    template = "policy.html"

    kind: Literal["policy"]
    document: LegalDocument | None = None


class KeyFigure(Strict):
    """The one figure of a story, as it is written in the page's language, and what it counts."""

    figure: Text
    meaning: Text


class Achievement(StoryFront):
    """What was done and what was reached, with what was not."""

    sections = ("thanh-tuu",)
    template = "achievement.html"

    kind: Literal["achievement"]
    key_figure: Annotated[KeyFigure | None, Said()] = None


class News(StoryFront):
    """Something that happened. `happened` is its day, where it is not the page's."""

    sections = ("thanh-tuu", "doi-ngoai")
    review_months = 24
    template = "news.html"

    kind: Literal["news"]
    happened: PastDay | None = None
    key_figure: Annotated[KeyFigure | None, Said()] = None


class PublicationFile(Strict):
    """A file a reader can take home; `path` is below docs/."""

    path: Text
    lang: LanguageTag
    pages: int | None = Field(default=None, ge=1)


class Publication(StoryFront):
    """Something printed or to be printed."""

    sections = ("an-pham",)
    review_months = 24
    template = "publication.html"

    kind: Literal["publication"]
    product: ProductFields
    files: list[PublicationFile] = []


class Event(StoryFront):
    """A training, workshop, contest, exhibition or press briefing."""

    sections = ("su-kien",)
    review_months = 24
    template = "event.html"

    kind: Literal["event"]
    event_type: EventType
    state: EventState
    starts: DayField
    ends: DayField | None = None
    venue: Annotated[Text | None, Said()] = None

    @field_validator("ends")
    @classmethod
    def _not_before_start(cls, value: Any, info: ValidationInfo) -> Any:
        starts = info.data.get("starts")
        if value and starts and value < starts:
            raise problem("before-start", value=value.isoformat(), date=starts.isoformat())
        return value

    @property
    def last_day(self) -> date:
        """The day after which the event is past."""
        return self.ends or self.starts


MODELS: dict[str, type[Front]] = {
    "page": PlainPage,
    "theme": Theme,
    "convention": ConventionPage,
    "policy": Policy,
    "achievement": Achievement,
    "rebuttal": Rebuttal,
    "news": News,
    "publication": Publication,
    "event": Event,
    "steps": Steps,
    "easy": Easy,
    "recording": Recording,
    "lesson": Lesson,
    "scan": Scan,
    "unit": Unit,
    "exhibition": Exhibition,
}

KINDS: Final = tuple(MODELS)
"""Every kind by its name, pages first."""


def kinds_in(section: str) -> tuple[str, ...]:
    """The kinds a file of a section may be, what only heads it first; "" is the top."""
    found = (name for name, model in MODELS.items() if section in model.sections)
    return tuple(sorted(found, key=lambda name: not MODELS[name].only_index))


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
