"""The progress page: each target with its figure and gaps, what was made, each task with who leads it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.made_files import DATA_FOLDER
from portal.language.places import OPEN_DATA, body_place
from portal.language.words import Words, words
from portal.language.written import percent_of, written_day, written_percent
from portal.plan.bodies.asked import Target, Task
from portal.plan.ledger import Ledger, successor
from portal.plan.plan import Plan
from portal.plan.tables import (
    TallyTable,
    TargetRow,
    present,
    products_said,
    quality_rows,
    result_with_status,
    tables,
    target_row,
)
from portal.plan.targets import Result, Year
from portal.site.addresses import target_anchor, task_anchor
from portal.site.documents.places import place_of_target, place_of_task
from portal.site.numbers.bars import CountBar, count_bars
from portal.site.spot import Spot
from portal.site.values import Link

FILES: Final = {
    "chi-tieu.json": "json",
    "chi-tieu.csv": "csv",
    "chi-tieu.schema.json": "schema",
    "san-pham.json": "output_json",
    "san-pham.csv": "output_csv",
    "san-pham.schema.json": "output_schema",
}
"""The figures as files, each with the word that offers it; the table of outputs makes them."""
UNFOLDED: Final = frozenset(("theme", "language"))
"""The tallies the plan asks for by name: themes, and languages beside Vietnamese."""


@dataclass(frozen=True)
class TargetView:
    """One target in one language, as the page tells it. `row` is what tables say of it; `result` is "" where only the
    status has something to say. `bar` and `floor_at` are percentages of the bar's length, None without a figure;
    `place` leads to where the plan sets it, None where the plan is not told part by part."""

    row: TargetRow
    result: str
    bar: float | None
    floor_at: float | None
    floor: str
    formula: str
    coverage: str
    gaps_title: str
    gaps: tuple[Link, ...]
    portal: str
    sdg: str
    trend: tuple[tuple[int, str], ...]
    place: Link | None = None

    @property
    def anchor(self) -> str:
        """Where a link to the target leads."""
        return target_anchor(self.row.id)

    @property
    def floor_x(self) -> float | None:
        """Where the mark of the floor begins: half a unit wide, it ends with the bar at the latest."""
        return None if self.floor_at is None else min(self.floor_at - 0.5, 99.5)


@dataclass(frozen=True)
class TaskView:
    """One task: for each body that leads, the way to it by its name in the plan, and what it is now ("" where nothing
    changed). `place` leads to where the plan sets it, None where the plan is not told part by part."""

    id: str
    text: str
    lead: tuple[tuple[Link, str], ...]
    coordinating: str
    place: Link | None = None

    @property
    def anchor(self) -> str:
        """The end of its heading's id."""
        return task_anchor(self.id)


@dataclass(frozen=True)
class TallyView:
    """One tally: its title, its counts, whether it is unfolded from the start."""

    title: str
    bars: tuple[CountBar, ...]
    is_open: bool


@dataclass(frozen=True)
class Progress:
    """The whole page in one language."""

    window: str
    rule: str
    interim: str
    targets: tuple[TargetView, ...]
    products: str
    tallies: tuple[TallyView, ...]
    quality: tuple[tuple[str, str], ...]
    tasks_note: str
    tasks: tuple[TaskView, ...]
    downloads: tuple[Link, ...] = ()
    catalogue: Link | None = None


def progress_block(spot: Spot) -> Progress | None:
    """The plan's progress in the reader's language, as of the site's day."""
    ways = {name: spot.to(body_place(name)) for name in spot.site.bodies}
    done = progress(spot.site.registers.ledger, spot.site.as_of, spot.words.lang, ways)
    files = (Link(spot.words.say(f"progress.{said}"), f"{spot.root}{DATA_FOLDER}/{n}") for n, said in FILES.items())
    catalogue = Link(spot.words.say("open_data.link"), spot.to(OPEN_DATA)) if spot.has(OPEN_DATA) else None
    if done is None:
        return None
    targets = tuple(replace(one, place=place_of_target(spot, one.row.id)) for one in done.targets)
    tasks = tuple(replace(one, place=place_of_task(spot, one.id)) for one in done.tasks)
    return replace(done, targets=targets, tasks=tasks, downloads=tuple(files), catalogue=catalogue)


@dataclass(frozen=True)
class Named:
    """The bodies as one language names them, and the ways to the pages of those that have one."""

    agencies: Mapping[str, Agency]
    ways: Mapping[str, str]
    lang: str

    def link(self, name: str) -> Link:
        """A body by its name; its address is "" where it has no page."""
        return Link(self.agencies[name].called(self.lang), self.ways.get(name, ""))


NO_WAYS: Final[Mapping[str, str]] = {}


def progress(ledger: Ledger | None, as_of: date, lang: str, ways: Mapping[str, str] = NO_WAYS) -> Progress | None:
    """The progress of the plan as of a day; None where the corpus has no plan. `ways` lead to the pages of bodies."""
    if ledger is None:
        return None
    plan, text = ledger.plan, words(lang)
    latest = max(plan.years.first, min(ledger.year_of(as_of), plan.years.last))
    years = [ledger.count(year, as_of) for year in range(plan.years.first, latest + 1)]
    named, tallies = Named(ledger.library.data.agencies, ways, lang), ledger.tally(latest, as_of)
    review, share = plan.interim_review, written_percent(plan.coverage.share, text)
    return Progress(
        window=_window(plan, years[-1], text),
        rule=text.say("progress.rule", share=share, reason=plan.coverage.reason[lang]),
        interim=text.say("progress.interim", year=review.year, reason=review.reason[lang]),
        targets=tuple(_target(name, years, named, text) for name in years[-1].figures),
        products=products_said(tallies, text),
        tallies=tuple(_tallies(map(present, tables(tallies, plan, named.agencies, text)))),
        quality=tuple(quality_rows(tallies, text)),
        tasks_note=text.say("progress.tasks_note", year=plan.issued.year),
        tasks=tuple(_task(task, named, text) for task in plan.tasks),
    )


def _tallies(found: Iterable[TallyTable]) -> Iterator[TallyView]:
    """What there is to show; the first and those most asked for are unfolded."""
    for number, table in enumerate(table for table in found if table.rows):
        yield TallyView(table.title, count_bars(table.rows), number == 0 or table.id in UNFOLDED)


def _window(plan: Plan, counted: Year, text: Words) -> str:
    days = {
        "start": written_day(counted.window.start, text),
        "end": written_day(plan.full_window(counted.year).end, text),
        "as_of": written_day(counted.window.end, text),
    }
    has_begun = counted.as_of >= counted.window.start
    return text.say("progress.window" if has_begun else "progress.not_begun", year=counted.year, **days)


def _target(name: str, years: list[Year], named: Named, text: Words) -> TargetView:
    figure = years[-1].figures[name]
    row, floor = target_row(name, figure, text), figure.target.floor
    of_register = "_register" if figure.target.counted else ""
    return TargetView(
        row=row,
        result=row.result if figure.ratio else "",
        bar=_bar(figure),
        floor_at=None if floor is None else round(100 * floor, 1),
        floor=_floor(figure, text),
        formula=text.say("progress.counted_how", formula=figure.target.formula[text.lang]),
        coverage=_coverage(figure, f"progress.coverage{of_register}", text),
        gaps_title=text.say(f"progress.gaps{of_register}", count=len(figure.gaps)),
        gaps=tuple(named.link(gap) for gap in figure.gaps),
        portal=text.say("progress.portal", share=row.portal) if row.portal else "",
        sdg=_sdg(figure.target, text),
        trend=_trend(name, years, text),
    )


def _coverage(figure: Result, sentence: str, text: Words) -> str:
    coverage = figure.coverage
    return text.say(sentence, given=coverage.numerator, due=coverage.denominator) if coverage else ""


def _bar(figure: Result) -> float | None:
    """How long the bar is; none is drawn of a target of which nothing can be said yet."""
    if figure.value is None or figure.status in vocabulary.UNDECIDED:
        return None
    return percent_of(figure.value, 1)


def _floor(figure: Result, text: Words) -> str:
    target = figure.target
    if target.floor is None:
        return text.say("progress.no_floor")
    return text.say("progress.floor", floor=written_percent(target.floor, text), year=target.deadline)


def _sdg(target: Target, text: Words) -> str:
    """The Sustainable Development Goals the target serves in the portal's reading; "" where it reads none."""
    if target.sdg is None:
        return ""
    goals = "; ".join(f"SDG {name}" for name in target.sdg.targets)
    return text.say("open_data.sdg_line", goals=goals, reason=target.sdg.reason[text.lang])


def _trend(name: str, years: list[Year], text: Words) -> tuple[tuple[int, str], ...]:
    """(year, result) of each year so far; nothing in the first, nor where a target has no figure by its nature."""
    if years[-1].figures[name].target.floor is None or len(years) == 1:
        return ()
    return tuple((year.year, result_with_status(year.figures[name], text)) for year in years)


def _task(task: Task, named: Named, text: Words) -> TaskView:
    agencies = named.agencies
    lead = tuple((named.link(name), successor(agencies[name], agencies, text)) for name in task.lead)
    others = "; ".join(agencies[name].called(text.lang) for name in task.coordinating)
    return TaskView(task.id, task.text[text.lang], lead, others)
