"""The plan: its years, its reporting window, its targets and tasks, as data/plan.yml states them."""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from portal.content.fronts import Both, Strict
from portal.reading.fields import (
    AgencyKind,
    Audience,
    Channel,
    Context,
    DayField,
    Format,
    LanguageTag,
    Text,
    context_of,
    problem,
)
from portal.reading.files import MAX_DATA, guarded
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import read_yaml_file

PATH = "data/plan.yml"
PEOPLE = ("human_rights", "information", "external_information", "key_officials")


def _known(value: str, info: ValidationInfo) -> str:
    known = context_of(info).agencies
    if known is not None and value not in known:
        raise problem("unknown-agency", value=value, known=sorted(known))
    return value


def _month_day(value: str) -> str:
    try:
        date.fromisoformat(f"2001-{value}")
    except ValueError:
        raise problem("not-a-month-day", value=value) from None
    return value


KnownBody = Annotated[Text, AfterValidator(_known)]


class Years(Strict):
    """The first and last year of the plan."""

    first: int = Field(ge=2000, le=2100)
    last: int = Field(ge=2000, le=2100)

    @field_validator("last")
    @classmethod
    def _not_before_first(cls, value: int, info: ValidationInfo) -> int:
        first = info.data.get("first")
        if first is not None and value < first:
            raise problem("years-turned", value=value, first=first)
        return value


class InterimReview(Strict):
    """The year of the interim review and why this one: the plan can be read in two ways."""

    year: int
    reason: Both


class Target(Strict):
    """One target of the plan. `floor` is a share from 0 to 1, due by the end of the year `deadline`; `bodies` are the
    kinds of bodies that report on it."""

    id: Text
    text: Both
    place: Both
    formula: Both
    floor: float | None = None
    deadline: int
    obtained: Literal["reported", "counted", "not_computed"]
    bodies: list[AgencyKind] = []
    people: Literal[*PEOPLE] | None = None  # type: ignore[valid-type]


class Content(Strict):
    """One of the contents the plan wants told (I.2), and the themes that tell it: which ones is our reading."""

    id: Text
    text: Both
    themes: list[int]


REPORTED = ("trainings", "briefings", "exhibitions", "contests", "awards", "reports")


class Measure(Strict):
    """What a task can be told by: products of the register that fit every list given, or what bodies report."""

    name: Both
    formats: list[Format] = []
    channels: list[Channel] = []
    audiences: list[Audience] = []
    languages: Literal["ethnic", "foreign"] | None = None
    reported: Literal[*REPORTED] | None = None  # type: ignore[valid-type]


class Task(Strict):
    """One task of section IV with the bodies the plan names."""

    id: Text
    text: Both
    lead: list[KnownBody]
    coordinating: list[KnownBody]
    measures: list[Measure] = []


class Plan(Strict):
    """data/plan.yml."""

    years: Years
    window_starts: Annotated[Text, AfterValidator(_month_day)]
    filed: dict[Annotated[int, Field(strict=False)], DayField] = {}
    interim_review: InterimReview
    disclosure_needed: bool = False
    ethnic_languages: list[LanguageTag] = Field(min_length=1)
    contents: list[Content] = []
    targets: list[Target]
    tasks: list[Task] = []

    def target(self, name: str) -> Target:
        """The target with this id. Raises KeyError where the plan has none."""
        for target in self.targets:
            if target.id == name:
                return target
        raise KeyError(name)

    def covers(self, year: int) -> bool:
        """Whether a year is one of the plan's."""
        return self.years.first <= year <= self.years.last

    def outside(self, path: str, year: int) -> Problem:
        """What is told of a file that belongs to a year the plan does not have."""
        values = {"year": f"{year:04d}", "first": self.years.first, "last": self.years.last}
        return Problem(path, 1, "", "year-outside-plan", values)

    def full_window(self, year: int) -> "Window":
        """The reporting year by the calendar, whatever was filed."""
        start = date.fromisoformat(f"{year - 1}-{self.window_starts}")
        end = date.fromisoformat(f"{year}-{self.window_starts}") - timedelta(days=1)
        return Window(start, end)

    def window(self, year: int, as_of: date) -> "Window":
        """What is counted for a year on a day: after the last filing, up to this filing or `as_of`, the earlier."""
        whole = self.full_window(year)
        start = self.filed[year - 1] + timedelta(days=1) if year - 1 in self.filed else whole.start
        return Window(start, min(whole.end, as_of, self.filed.get(year, whole.end)))

    def share_of_years(self, year: int) -> float:
        """The share of the plan's years gone by when `year` ends, from 0 to 1."""
        years = self.years.last - self.years.first + 1
        return min(max(year - self.years.first + 1, 0), years) / years

    def is_ethnic(self, language: str) -> bool:
        """Whether a BCP 47 tag names a language of the province's peoples other than Kinh."""
        return language.split("-")[0] in self.ethnic_languages

    def is_foreign(self, language: str) -> bool:
        """Whether a BCP 47 tag names neither Vietnamese nor a language of the province."""
        return language.split("-")[0] != "vi" and not self.is_ethnic(language)


@dataclass(frozen=True)
class Window:
    """Days from `start` to `end`, both counted."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def read_plan(root: Path, context: Context) -> tuple[Plan | None, list[Problem]]:
    """The plan below `root`, or None and why; a corpus without the file has no plan and no problem."""
    if not os.path.lexists(root / PATH):
        return None, []
    reading = read_yaml_file(root, root / PATH, MAX_DATA)
    if reading.problems:
        return None, reading.problems
    problems: list[Problem] = []
    plan, told = guarded(PATH, problems, lambda: validate(Plan, reading.value, context, reading, PATH)) or (None, [])
    return plan, [*problems, *told]
