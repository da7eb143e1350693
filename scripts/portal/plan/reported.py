"""What agencies report: data/reported/<year>/<agency>.yml, one file a body and year."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from portal.content.fronts import Strict
from portal.plan.plan import Plan
from portal.reading.fields import Context, DayField, PastDay, Text, problem
from portal.reading.files import guarded
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import read_yaml_file

REPORTED_FOLDER = "data/reported"
MAX_REPORT = 256 * 1024


class ReportDocument(Strict):
    """The paper the figures were reported with."""

    number: Text
    date: PastDay


class Spokesperson(Strict):
    """The body's spokesperson mechanism, and how often it informed the press in the year."""

    designated: bool
    disclosures: int = Field(default=0, ge=0)


class People(Strict):
    """People in post and, of them, trained; nobody is counted twice."""

    in_post: int = Field(ge=0)
    trained: int = Field(ge=0)

    @field_validator("trained")
    @classmethod
    def _not_more_than_in_post(cls, value: int, info: ValidationInfo) -> int:
        in_post = info.data.get("in_post")
        if in_post is not None and value > in_post:
            raise problem("more-trained-than-in-post", value=value, most=in_post)
        return value


class Groups(Strict):
    """The four groups of people the plan wants trained (K2a to K2d)."""

    human_rights: People | None = None
    information: People | None = None
    external_information: People | None = None
    key_officials: People | None = None


class Misinformation(Strict):
    """Totals as the body reports them; what was detected by others or not at all is nobody's figure."""

    detected: int = Field(ge=0)
    handled: int = Field(ge=0)

    @field_validator("handled")
    @classmethod
    def _not_more_than_detected(cls, value: int, info: ValidationInfo) -> int:
        detected = info.data.get("detected")
        if detected is not None and value > detected:
            raise problem("more-handled-than-detected", value=value, most=detected)
        return value


class Held(Strict):
    """A training, briefing, exhibition, contest or award."""

    date: DayField
    title: Text
    people: int | None = Field(default=None, ge=0)


class CentralPublications(Strict):
    """Copies of central publications received and issued (K3)."""

    received: int = Field(ge=0)
    issued: int = Field(ge=0)


class BudgetLine(Strict):
    """A line of section V: where the money came from, in Vietnamese đồng."""

    source: Text
    vnd: int = Field(ge=0)


class AgencyReport(Strict):
    """What one body reports for one year. What it does not report on is left out, never written as 0."""

    document: ReportDocument | None = None
    spokesperson: Spokesperson | None = None
    people: Groups = Groups()
    trainings: list[Held] = []
    briefings: list[Held] = []
    exhibitions: list[Held] = []
    contests: list[Held] = []
    awards: list[Held] = []
    central_publications: CentralPublications | None = None
    misinformation: Misinformation | None = None
    budget: list[BudgetLine] = []
    note: Text | None = None


Reports = Mapping[int, Mapping[str, AgencyReport]]
"""year → agency id → what it reported."""


_YEAR = re.compile(r"[0-9]{4}")


def report_files(root: Path) -> list[Path]:
    """The files bodies report in: data/reported/<year>/<agency>.yml."""
    return sorted((root / REPORTED_FOLDER).glob("*/*.yml"))


def read_reports(
    root: Path, context: Context, agencies: Mapping[str, Any], plan: Plan | None = None
) -> tuple[Reports, list[Problem]]:
    """Every report below `root`, and what is wrong in the files. Files with problems are left out."""
    found: dict[int, dict[str, AgencyReport]] = {}
    problems: list[Problem] = []
    for file in report_files(root):
        path = file.relative_to(root).as_posix()
        misplaced = _misplaced(file, path, agencies, plan)
        problems += misplaced
        read = None if misplaced else guarded(path, problems, partial(_read, root, file, path, context))
        report, told = read or (None, [])
        problems += told
        if report:
            found.setdefault(int(file.parent.name), {})[file.stem] = report
    return found, problems


def _misplaced(file: Path, path: str, agencies: Mapping[str, Any], plan: Plan | None) -> list[Problem]:
    """A report under a year or a body that there is not."""
    year, known = file.parent.name, sorted(agencies)
    if not _YEAR.fullmatch(year):
        return [Problem(path, 1, "", "not-a-year-folder", {"value": year})]
    if plan and not plan.covers(int(year)):
        return [plan.outside(path, int(year))]
    if file.stem not in agencies:
        choices = get_close_matches(file.stem, known, n=1, cutoff=0.6) or known
        return [Problem(path, 1, "", "unknown-agency", {"value": file.stem, "choices": choices})]
    return []


def _read(root: Path, file: Path, path: str, context: Context) -> tuple[AgencyReport | None, list[Problem]]:
    reading = read_yaml_file(root, file, MAX_REPORT)
    if reading.problems:
        return None, reading.problems
    return validate(AgencyReport, reading.value, context, reading, path)
