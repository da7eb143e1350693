"""The types of single fields: text, days, counts, web addresses, known words. Each says its rule when it is broken."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from portal.language import vocabulary
from portal.language.folding import slugify
from portal.language.tags import is_known_tag
from portal.reading.addresses.web_address import address_fault, is_sample_address, whole_address
from portal.reading.cells import Unclear, whole_number, yes_or_no
from portal.reading.dates import written_date
from portal.reading.slips.choices import ClosedList
from portal.reading.yaml_reader import WrittenNumber

DESCRIPTION_LENGTH = (50, 170)
PLACE_LENGTH = 80  # a place gets a folder of its own: 255 bytes is what any disk takes, 80 letters what a reader takes
TITLE_LENGTH = (5, 120)
LONGEST_TEXT = (
    3_000  # letters of one value: four times the longest there is; what is longer is a text pasted by mistake
)
HORIZON = date(1900, 1, 1)
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
NOT_RECORDED = "not_recorded"
NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Context:
    """What a model may ask of its surroundings: the day it is read, where the file stands, what data/
    knows (None where data/ has no such file, so that one missing file is not told by every page); `lists` are the names
    of what it knows, for who writes another."""

    today: date
    section: str = ""
    slug: str = ""
    agencies: Mapping[str, Any] | None = None
    laws: Mapping[str, Any] | None = None
    lists: Mapping[str, ClosedList] = field(default_factory=dict)

    @property
    def known_lists(self) -> Mapping[str, ClosedList]:
        """The lists of data/ by their names; of ids alone where nobody said what they are called."""
        named = {"agencies": self.agencies or {}, "laws": self.laws or {}}
        return self.lists or {name: ClosedList({key: {} for key in known}) for name, known in named.items()}


class Said:
    """Marks a field as text of one language: the English file says it itself, all other fields it inherits."""


@dataclass(frozen=True)
class Asked:
    """Marks how an editor is asked for a field, where its type does not say it: the control, the bounds (letters), the
    list of data/ that names what may stand in it, whether a day must be past, what to write where it is not known."""

    control: Literal["", "text", "long", "address", "language", "place", "day", "whole"] = ""
    least: int | None = None
    most: int | None = None
    known: str = ""
    past: bool = False
    instead: str = ""


def context_of(info: ValidationInfo) -> Context:
    """The surroundings a model is read in. Raises TypeError where the caller gave none."""
    if not isinstance(info.context, Context):
        raise TypeError("models are read with a Context")
    return info.context


def problem(code: str, **values: Any) -> PydanticCustomError:
    """An error that carries one of the portal's own codes."""
    return PydanticCustomError(code, code, values)


def _unclear(found: Unclear, value: object) -> PydanticCustomError:
    return problem(found.code, **{"value": value, **found.values})


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    said = isinstance(value, str | int | WrittenNumber) and not isinstance(value, bool)
    found = written_date(str(value)) if said else Unclear("not-a-day", {})
    if isinstance(found, Unclear):
        raise _unclear(found, value)
    return found


def _count(money: bool) -> Callable[[object], object]:
    """A whole number, also as Vietnamese write it: 450.000 in YAML is read by its text, never as a fraction."""

    def read(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, str | WrittenNumber):
            return value
        found = whole_number(str(value), money)
        if isinstance(found, Unclear):
            raise _unclear(found, str(value))
        return found

    return read


def _yes_no(value: object) -> object:
    found = yes_or_no(value) if isinstance(value, str) else value
    return value if isinstance(found, Unclear) else found


def _not_future(value: date, info: ValidationInfo) -> date:
    if value > context_of(info).today:
        raise problem("day-in-future", value=value.isoformat())
    if value < HORIZON:
        raise problem("not-a-day", value=value.isoformat())
    return value


def _reading_day(value: object, read: ValidatorFunctionWrapHandler) -> date | None:
    """None where the editor writes that no reading was recorded: an open gap, never a date nobody can vouch for."""
    return None if value == NOT_RECORDED else _day_said(value, read, NOT_RECORDED)


def _known_day(value: object, read: ValidatorFunctionWrapHandler) -> date | None:
    """None where the editor writes that the day is not known."""
    return None if value in (None, NOT_KNOWN) else _day_said(value, read, NOT_KNOWN)


def _day_said(value: object, read: ValidatorFunctionWrapHandler, word: str) -> date:
    if value is None or not any(map(str.isdigit, str(value))):
        raise problem("day-not-said", value="" if value is None else str(value), word=word)
    day: date = read(value)
    return day


def _url(value: str) -> str:
    if fault := address_fault(value):
        raise problem(fault, value=value, now=whole_address(value))
    if is_sample_address(value):
        raise problem("url-placeholder", value=value)
    return value


def _between(code: str, least: int, most: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not least <= len(value) <= most:
            raise problem(code, length=len(value), least=least, most=most)
        return value

    return check


def matching(code: str, pattern: str) -> Callable[[str], str]:
    """A rule for a text: all of it is as `pattern` says, else it is the problem `code`."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise problem(code, value=value)
        return value

    return check


def _as_verdict(value: object) -> object:
    """YAML reads an unquoted false as a boolean; an editor means the verdict."""
    return str(value).lower() if isinstance(value, bool) else value


def _known(code: str, among: Literal["agencies", "laws"]) -> Callable[[str, ValidationInfo], str]:
    def check(value: str, info: ValidationInfo) -> str:
        known = getattr(context_of(info), among)
        if known is not None and value not in known:
            raise problem(code, value=value, known=among)
        return value

    return check


def _known_language(value: str) -> str:
    if not is_known_tag(value):
        raise problem("not-a-language", value=value)
    return value


def is_place_name(value: str) -> bool:
    """Whether a text can name a place: a place gets a list of its own, whose address is made from its letters."""
    return bool(slugify(value)) and len(value) <= PLACE_LENGTH and "\n" not in value


def _place(value: str) -> str:
    if not is_place_name(value):
        raise problem("not-a-place", value=value, most=PLACE_LENGTH)
    return value


_FITS = AfterValidator(_between("text-too-long", 1, LONGEST_TEXT))
Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1), _FITS]
LongText = Annotated[Text, Asked("long")]
Title = Annotated[
    Text, AfterValidator(_between("title-length", *TITLE_LENGTH)), Asked(least=TITLE_LENGTH[0], most=TITLE_LENGTH[1])
]
Description = Annotated[
    Text, AfterValidator(_between("description-length", *DESCRIPTION_LENGTH)), Asked("long", *DESCRIPTION_LENGTH)
]
DayField = Annotated[date, BeforeValidator(_day)]
PastDay = Annotated[DayField, AfterValidator(_not_future), Asked(past=True)]
ReadingDay = Annotated[PastDay | None, WrapValidator(_reading_day), Asked(past=True, instead=NOT_RECORDED)]
KnownDay = Annotated[PastDay | None, WrapValidator(_known_day), Asked(past=True, instead=NOT_KNOWN)]
Url = Annotated[Text, AfterValidator(_url), Asked("address")]
SecurityContact = Annotated[
    Text, AfterValidator(matching("not-a-contact", r"[\w.+-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+|https://[!-~]+\.[!-~]+"))
]
AgencyId = Annotated[Text, AfterValidator(_known("unknown-agency", "agencies")), Asked(known="agencies")]
LawId = Annotated[Text, AfterValidator(_known("unknown-law", "laws")), Asked(known="laws")]
Sha256 = Annotated[Text, AfterValidator(matching("not-a-sha256", r"[0-9a-f]{64}"))]
Slug = Annotated[Text, AfterValidator(matching("not-an-id", SLUG))]
WholeNumber = Annotated[int, BeforeValidator(_count(money=False)), Field(ge=0, strict=True)]
Dong = Annotated[int, BeforeValidator(_count(money=True)), Field(ge=0, strict=True)]
YesNo = Annotated[bool, BeforeValidator(_yes_no), Field(strict=True)]
LanguageTag = Annotated[Text, AfterValidator(_known_language), Asked("language")]
PlaceName = Annotated[Text, AfterValidator(_place), Asked("place", most=PLACE_LENGTH)]

Convention = Literal[*vocabulary.CONVENTIONS]  # type: ignore[valid-type]
GroupName = Literal[*vocabulary.GROUPS]  # type: ignore[valid-type]
Verdict = Annotated[Literal[*vocabulary.VERDICTS], BeforeValidator(_as_verdict)]  # type: ignore[valid-type]
SourceType = Literal[*vocabulary.SOURCE_TYPES]  # type: ignore[valid-type]
ClaimKind = Literal[*vocabulary.CLAIM_KINDS]  # type: ignore[valid-type]
ClaimNature = Literal[*vocabulary.CLAIM_NATURES]  # type: ignore[valid-type]
ClaimantType = Literal[*vocabulary.CLAIMANT_TYPES]  # type: ignore[valid-type]
Format = Literal[*vocabulary.FORMATS]  # type: ignore[valid-type]
Channel = Literal[*vocabulary.CHANNELS]  # type: ignore[valid-type]
Audience = Literal[*vocabulary.AUDIENCES]  # type: ignore[valid-type]
AgencyKind = Literal[*vocabulary.AGENCY_KINDS]  # type: ignore[valid-type]
BlockName = Literal[*vocabulary.BLOCKS]  # type: ignore[valid-type]
CorrectionKind = Literal[*vocabulary.CORRECTION_KINDS]  # type: ignore[valid-type]
ReasonToName = Literal[*vocabulary.REASONS_TO_NAME]  # type: ignore[valid-type]
EventType = Literal[*vocabulary.EVENT_TYPES]  # type: ignore[valid-type]
EventState = Literal[*vocabulary.EVENT_STATES]  # type: ignore[valid-type]
