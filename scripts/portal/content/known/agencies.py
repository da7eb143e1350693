"""The bodies of the province and the State: data/agencies.yml."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from portal.content.sources import Source
from portal.content.strict import Both, Label, Strict
from portal.language.folding import fold
from portal.language.locales import LANGUAGES, ORIGINAL
from portal.reading.fields import AgencyKind, DayField, Text
from portal.reading.labels import MOST_OFFERED, Labels, squeezed
from portal.reading.slips.choices import ClosedList

AGENCIES_PATH: Final = "data/agencies.yml"
_NEARLY: Final = 0.8
_COMMITTEE: Final = "uy ban nhan dan "


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


def last_day(body: Agency, bodies: Mapping[str, Agency | None], today: date) -> date | None:
    """The last day on which a body can have done anything; None for one that is there.

    Of most former bodies no decision was seen that gives their day. What is known is that they have gone, in the last
    reorganisation at the latest: so the year of the last end in the file is left to them whole (what so-tttt made in
    2024 and early in 2025 is its own), and nothing after it. A file with no end at all leaves them the years before
    this one. Whoever knows the day writes `valid_to`, which holds."""
    if body.valid_to or body.kind != "former":
        return body.valid_to
    ends = [other.valid_to.year for other in bodies.values() if other and other.valid_to]
    return date(max(ends, default=today.year - 1), 12, 31)


def body_labels(agencies: Mapping[str, Agency | None]) -> Labels:
    """The bodies by their ids and names. A people's committee may be called by its place alone, or by its usual short
    form: UBND xã Mường Nhé, Xã Mường Nhé."""
    called = {name: list(dict.fromkeys(_named_first(body))) if body else [] for name, body in agencies.items()}
    return Labels(called, "unknown-agency", ids=True)


def _named_first(body: Agency) -> Iterator[str]:
    if body.name:
        yield body.name[ORIGINAL]
    yield from _called(body)


def body_list(agencies: Mapping[str, Agency | None]) -> ClosedList:
    """The bodies as a closed list: each id with its name in every language."""
    named = {name: body.name for name, body in agencies.items() if body and body.name}
    called = {name: {lang: named[name][lang] for lang in LANGUAGES} if name in named else {} for name in agencies}
    return ClosedList(called, {name: tuple(_called(body)) for name, body in agencies.items() if body})


def not_a_body(said: str, agencies: Mapping[str, Agency | None]) -> tuple[str, Mapping[str, object]]:
    """The problem that an id names no body of data/agencies.yml, and the bodies that may be meant."""
    meant = body_list(agencies).meant(said)
    return "unknown-agency" if meant else "unknown-agency-far", {"value": said, "choices": meant}


def bodies_like(name: str, agencies: Iterable[str]) -> list[str]:
    """The ids that a name of a file is nearly, where it is none: "sgddt" is so-gddt; other names are nobody's."""
    ids = {squeezed(one): one for one in agencies}
    near = get_close_matches(squeezed(name), list(ids), n=MOST_OFFERED, cutoff=_NEARLY)
    return [] if name in ids.values() else [ids[one] for one in near]


def _called(body: Agency) -> Iterator[str]:
    short = [body.for_short(lang) for lang in LANGUAGES]
    yield from (name for name in short if name)
    for name in [body.name[lang] for lang in LANGUAGES] if body.name else []:
        yield name
        if fold(name).startswith(_COMMITTEE):
            place = name[len(_COMMITTEE) :]
            yield from (f"UBND {place}", place)
