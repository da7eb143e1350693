"""What agencies report: data/reported/<year>/<agency>.yml, one file a body and year."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from portal.content.fronts import Strict
from portal.reading.fields import Context, DayField, PastDay, Text, problem
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import read_yaml

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


def read_reports(root: Path, context: Context, agencies: Mapping[str, Any]) -> tuple[Reports, list[Problem]]:
    """Every report below `root`, and what is wrong in the files. Files with problems are left out."""
    found: dict[int, dict[str, AgencyReport]] = {}
    problems: list[Problem] = []
    for file in sorted((root / REPORTED_FOLDER).glob("*/*.yml")):
        path = file.relative_to(root).as_posix()
        if not file.parent.name.isdigit() or file.stem not in agencies:
            values = {"value": file.stem, "choices": sorted(agencies)}
            problems.append(Problem(path, 1, "", "unknown-agency", values))
            continue
        report, told = _read(file, path, context)
        problems += told
        if report:
            found.setdefault(int(file.parent.name), {})[file.stem] = report
    return found, problems


def _read(file: Path, path: str, context: Context) -> tuple[AgencyReport | None, list[Problem]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(path, 1, "", "not-utf8")]
    reading = read_yaml(text, path, 1, MAX_REPORT)
    if reading.problems:
        return None, reading.problems
    return validate(AgencyReport, reading.value, context, reading, path)
