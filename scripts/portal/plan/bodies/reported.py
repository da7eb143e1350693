"""What agencies report: data/reported/<year>/<agency>.yml, one file a body and year."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from portal.content.known.agencies import Agency
from portal.content.strict import Strict
from portal.plan.bodies.asked import PEOPLE
from portal.plan.bodies.report_rules import Documents, held_twice, misplaced_report, papers_of
from portal.plan.bodies.spokesperson import Spokesperson, is_of_the_office
from portal.plan.plan import Plan, Window
from portal.plan.register.products import PRODUCTS_FOLDER
from portal.reading.fields import Context, Dong, PastDay, Text, WholeNumber, problem
from portal.reading.files import files_named, guarded, is_file
from portal.reading.personal.details import personal_problems
from portal.reading.problems import Problem
from portal.reading.validation import validate
from portal.reading.yaml_reader import Location, Reading, dotted, read_yaml_file

REPORTED_FOLDER = "data/reported"
MAX_REPORT = 256 * 1024


class ReportDocument(Strict):
    """The paper the figures were reported with."""

    number: Text
    date: PastDay


def _counted_among(whole: str, code: str) -> AfterValidator:
    """The rule of a number that is part of another of its model: never more than it, else the problem `code`."""

    def check(value: int, info: ValidationInfo) -> int:
        most = info.data.get(whole)
        if most is not None and value > most:
            raise problem(code, value=value, most=most)
        return value

    return AfterValidator(check)


class People(Strict):
    """People in post and, of them, trained; nobody is counted twice."""

    in_post: WholeNumber
    trained: Annotated[WholeNumber, _counted_among("in_post", "more-trained-than-in-post")]


class Groups(Strict):
    """The four groups of people the plan wants trained (K2a to K2d)."""

    human_rights: People | None = None
    information: People | None = None
    external_information: People | None = None
    key_officials: People | None = None


class Misinformation(Strict):
    """Totals as the body reports them; what was detected by others or not at all is nobody's figure."""

    detected: WholeNumber
    handled: Annotated[WholeNumber, _counted_among("detected", "more-handled-than-detected")]


class Held(Strict):
    """A training, briefing, exhibition, contest, award or mobile campaign."""

    date: PastDay
    title: Text
    people: WholeNumber | None = None


class CentralPublications(Strict):
    """Copies of central publications received and issued (K3)."""

    received: WholeNumber
    issued: WholeNumber


class BudgetLine(Strict):
    """A line of section V: where the money came from, in Vietnamese đồng."""

    source: Text
    vnd: Dong


class AgencyReport(Strict):
    """What one body reports for one year. What it does not report on is left out, never written as 0: a list that is
    None was not reported, an empty one says that there was nothing."""

    document: ReportDocument | None = None
    spokesperson: Spokesperson | None = None
    people: Groups = Groups()
    trainings: list[Held] | None = None
    briefings: list[Held] | None = None
    exhibitions: list[Held] | None = None
    contests: list[Held] | None = None
    awards: list[Held] | None = None
    campaigns: list[Held] | None = None
    central_publications: CentralPublications | None = None
    misinformation: Misinformation | None = None
    budget: list[BudgetLine] | None = None
    note: Text | None = None


Reports = Mapping[int, Mapping[str, AgencyReport]]
"""year → agency id → what it reported."""

HELD = ("trainings", "briefings", "exhibitions", "contests", "awards", "campaigns")


def people_in(report: AgencyReport, group: str | None) -> People | None:
    """What a body reports of one group of people."""
    people: People | None = getattr(report.people, group) if group in PEOPLE else None
    return people


def held_in(report: AgencyReport, what: str) -> list[Held] | None:
    """What a body reports to have held; None where it says nothing, an empty list where it held nothing."""
    held: list[Held] | None = getattr(report, what)
    return held


def held_within(report: AgencyReport, what: str, window: Window) -> list[Held] | None:
    """What a body reports to have held in a window's days. None where it says nothing of them: one that held something
    on other days has not said that there was nothing on these."""
    held = held_in(report, what)
    inside = [one for one in held or () if one.date in window]
    return None if held is None or (held and not inside) else inside


def report_files(root: Path) -> list[Path]:
    """The files bodies report in: data/reported/<year>/<agency>.yml."""
    return files_named(root / REPORTED_FOLDER, "*/*.yml")


def read_reports(
    root: Path, context: Context, agencies: Mapping[str, Agency | None], plan: Plan
) -> tuple[Reports, list[Problem]]:
    """Every report below `root`, and what is wrong in the files. Files with problems are left out."""
    found: dict[int, dict[str, AgencyReport]] = {}
    problems: list[Problem] = []
    documents = Documents()
    for file in report_files(root):
        path = file.relative_to(root).as_posix()
        misplaced = misplaced_report(file, path, agencies, plan)
        problems += misplaced
        read = partial(_read, root, file, path, context, agencies, plan, documents)
        report, told = (None if misplaced else guarded(path, problems, read)) or (None, [])
        problems += told
        if report and not told:
            found.setdefault(int(file.parent.name), {})[file.stem] = report
    return found, problems


def _read(
    root: Path,
    file: Path,
    path: str,
    context: Context,
    agencies: Mapping[str, Agency | None],
    plan: Plan,
    documents: Documents,
) -> tuple[AgencyReport | None, list[Problem]]:
    reading = read_yaml_file(root, file, MAX_REPORT)
    if reading.problems:
        return None, reading.problems
    report, told = validate(AgencyReport, {} if reading.value is None else reading.value, context, reading, path)
    told += (one for one in personal_problems(reading.value, reading, path) if not is_of_the_office(one))
    if report and not told:
        rows = root / PRODUCTS_FOLDER / f"{file.parent.name}-{file.name}"
        if _says_nothing(report) and not is_file(rows.with_suffix(".csv")):
            told.append(Problem(path, 1, "", "report-says-nothing"))
        body = agencies.get(file.stem)
        told += list(_unasked(report, int(file.parent.name), body, plan, reading, path)) if body else []
        paper, place = report.document, ("document", "number")
        if paper:
            report_again = report.model_dump_json()
            told += documents.told(paper.number, paper.date, report_again, path, reading.line(place))
    return report, told


def _unasked(
    report: AgencyReport, year: int, body: Agency, plan: Plan, reading: Reading, path: str
) -> Iterator[Problem]:
    """What a report says that would be left out of every figure: told, so that it is not dropped in silence."""
    values: dict[str, object]
    if body.kind is not None and body.kind not in plan.reporting_kinds:
        values = {"value": body.id, "kind": body.kind, "choices": sorted(plan.reporting_kinds)}
        yield Problem(path, 1, "", "body-does-not-report", values)
        return
    end = plan.full_window(year).end
    if not body.exists_on(end):
        yield Problem(path, 1, "", "body-not-there", {"value": body.id, "day": end.isoformat()})
        return
    for name, place in _told(report):
        measured = [target for target in plan.targets if target.reported == name]
        if not any(target.is_asked(body, end) for target in measured):
            kinds = sorted({kind for target in measured for kind in target.bodies}) or ["–"]
            values = {"value": body.id, "kind": body.kind, "choices": kinds}
            yield Problem(path, reading.line(place), dotted(place), "not-asked", values)
    yield from _outside_year(report, year, plan, reading, path)
    yield from held_twice(report, HELD, reading, path)


def _told(report: AgencyReport) -> Iterator[tuple[str, Location]]:
    """(what a target may be measured by, where it stands) of everything a report says of that sort."""
    for name in ("spokesperson", "misinformation"):
        if getattr(report, name) is not None:
            yield name, (name,)
    for name in PEOPLE:
        if people_in(report, name) is not None:
            yield name, ("people", name)


def _says_nothing(report: AgencyReport) -> bool:
    """Whether a report holds nothing but, at most, the document it came with. That is enough where the body's register
    stands beside it: products are all that many communes have to report."""
    said = report.model_dump(exclude={"document"})
    return all(value is None for value in (*said.pop("people").values(), *said.values()))


def _outside_year(report: AgencyReport, year: int, plan: Plan, reading: Reading, path: str) -> Iterator[Problem]:
    window = plan.window(year, date.max)
    if report.document and report.document.date not in (papers := papers_of(plan, year)):
        place: Location = ("document", "date")
        days = {"start": papers.start.isoformat(), "end": papers.end.isoformat()}
        values = {"value": report.document.date.isoformat(), "year": year, **days}
        yield Problem(path, reading.line(place), dotted(place), "document-outside-year", values)
    for name in HELD:
        for index, held in enumerate(held_in(report, name) or ()):
            if held.date not in window:
                place = (name, index, "date")
                days = {"start": window.start.isoformat(), "end": window.end.isoformat()}
                values = {"value": held.date.isoformat(), "year": year, **days}
                yield Problem(path, reading.line(place), dotted(place), "day-outside-report", values)
