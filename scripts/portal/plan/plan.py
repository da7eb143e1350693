"""The plan: its years, its reporting window, its targets and tasks, as data/plan.yml states them."""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from portal.content.strict import Both, Strict
from portal.language.locales import VIETNAMESE
from portal.plan.bodies.asked import Content, Share, Target, Task
from portal.reading.fields import AgencyId, Context, LanguageTag, PastDay, Text, context_of, problem
from portal.reading.files import MAX_DATA, guarded
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import read_yaml_file

PATH = "data/plan.yml"


def _month_day(value: str) -> str:
    try:
        date.fromisoformat(f"2001-{value}")
    except ValueError:
        raise problem("not-a-month-day", value=value) from None
    return value


MonthDay = Annotated[Text, AfterValidator(_month_day)]
"""A day of every year: 11-30."""


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


class ReportCoverage(Strict):
    """How much must have been reported before a figure says anything: below `share` of the bodies due, from 0 to 1, a
    target has no status but that. No plan gives this number; it is the portal's own rule, and `reason` says why."""

    share: Share
    reason: Both


class NotListed(Strict):
    """Bodies of the province that data/agencies.yml does not have yet, and why: what is 100% of the listed is not 100%
    of the plan's."""

    name: Both
    why: Both


class Sections(Strict):
    """Where the plan says what: its own numbers for the sections a report names. `review` asks for the interim and the
    final report."""

    content: Text
    target: Text
    task: Text
    budget: Text
    report: Text
    review: Text | None = None


def _of_the_plan(year: int, years: Years) -> None:
    if not years.first <= year <= years.last:
        raise problem("not-a-plan-year", value=year, first=years.first, last=years.last)


PlanYear = Annotated[int, Field(strict=False)]


class Plan(Strict):
    """data/plan.yml. `title` says what the plan is about, as it stands after its number and day; `excused` are bodies
    that need not report in a year, each with the reason: never counted as having reported."""

    number: Text
    issued: PastDay
    issuer: Both
    title: Both
    sections: Sections
    years: Years
    window_starts: MonthDay
    reports_due: MonthDay | None = None
    filed: dict[PlanYear, PastDay] = {}
    bodies_not_listed: list[NotListed] = []
    coverage: ReportCoverage
    interim_review: InterimReview
    disclosure_needed: bool = False
    ethnic_languages: list[LanguageTag] = Field(min_length=1)
    contents: list[Content] = []
    targets: list[Target]
    tasks: list[Task] = []
    excused: dict[PlanYear, dict[AgencyId, Text]] = {}

    @field_validator("filed")
    @classmethod
    def _filed_after_its_year_began(cls, filed: dict[int, date], info: ValidationInfo) -> dict[int, date]:
        if not {"years", "window_starts"} <= info.data.keys():
            return filed  # what is wrong with those is told first
        years, starts = info.data["years"], info.data["window_starts"]
        for year, day in filed.items():
            _of_the_plan(year, years)
            first = _calendar_year(year, starts).start
            if day < first:
                raise problem("filed-before-its-year", year=year, value=day.isoformat(), first=first.isoformat())
        return filed

    @field_validator("targets")
    @classmethod
    def _each_target_once(cls, targets: list[Target]) -> list[Target]:
        names = [target.id for target in targets]
        for name in names:
            if names.count(name) > 1:
                raise problem("id-twice", value=name)
        return targets

    @field_validator("excused")
    @classmethod
    def _excused_of_what_is_asked(cls, excused: dict[int, Any], info: ValidationInfo) -> dict[int, Any]:
        if not {"years", "window_starts", "targets"} <= info.data.keys():
            return excused  # what is wrong with those is told first
        kinds = {None, *(kind for target in info.data["targets"] for kind in target.bodies)}
        for year, names in excused.items():
            _of_the_plan(year, info.data["years"])
            end = _calendar_year(year, info.data["window_starts"]).end
            for name in names:
                body = (context_of(info).agencies or {}).get(name)
                if body is not None and not (body.kind in kinds and body.exists_on(end)):
                    raise problem("excused-not-asked", value=name, year=year)
        return excused

    @property
    def reporting_kinds(self) -> frozenset[str]:
        """The kinds of bodies that report on some target."""
        return frozenset(kind for target in self.targets for kind in target.bodies)

    def covers(self, year: int) -> bool:
        """Whether a year is one of the plan's."""
        return self.years.first <= year <= self.years.last

    def outside(self, path: str, year: int) -> Problem:
        """What is told of a file that belongs to a year the plan does not have."""
        values = {"year": f"{year:04d}", "first": self.years.first, "last": self.years.last}
        return Problem(path, 1, "", "year-outside-plan", values)

    def full_window(self, year: int) -> "Window":
        """The reporting year by the calendar, whatever was filed."""
        return _calendar_year(year, self.window_starts)

    def window(self, year: int, as_of: date) -> "Window":
        """What is counted for a year on a day: after the last filing, up to this filing or `as_of`, the earlier. A
        report filed after its year has ended cuts nothing off: every day belongs to one year."""
        whole, filed = self.full_window(year), self.filed.get(year - 1)
        start = min(whole.start, filed + timedelta(days=1)) if filed else whole.start
        return Window(start, min(whole.end, as_of, self.filed.get(year, whole.end)))

    def due_day(self, year: int) -> date | None:
        """The day before which bodies report for a year, the one nearest to its end: in January it is that of the
        year after. None where the plan sets none."""
        if self.reports_due is None:
            return None
        end = self.full_window(year).end
        days = (date.fromisoformat(f"{one}-{self.reports_due}") for one in range(year - 1, year + 2))
        return min(days, key=lambda day: abs(day - end))

    def share_of_years(self, year: int) -> float:
        """The share of the plan's years gone by when `year` ends, from 0 to 1."""
        years = self.years.last - self.years.first + 1
        return min(max(year - self.years.first + 1, 0), years) / years

    def is_ethnic(self, language: str) -> bool:
        """Whether a BCP 47 tag names a language of the province's peoples other than Kinh."""
        return language.split("-")[0] in self.ethnic_languages

    def is_foreign(self, language: str) -> bool:
        """Whether a BCP 47 tag names neither Vietnamese nor a language of the province."""
        return language.split("-")[0] != VIETNAMESE and not self.is_ethnic(language)


@dataclass(frozen=True)
class Window:
    """Days from `start` to `end`, both counted."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def every_day(plan: Plan) -> Window:
    """The days of all the plan's years."""
    return Window(plan.full_window(plan.years.first).start, plan.full_window(plan.years.last).end)


def _calendar_year(year: int, starts: str) -> Window:
    """From `starts` (MM-DD) of the year before to the day before it: the reporting year that ends in `year`."""
    end = date.fromisoformat(f"{year}-{starts}") - timedelta(days=1)
    return Window(date.fromisoformat(f"{year - 1}-{starts}"), end)


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
