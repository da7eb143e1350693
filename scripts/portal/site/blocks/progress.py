"""The progress page: each target with its figure and gaps, what was made, each task with who leads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.words import Words, words
from portal.language.written import written_day, written_percent
from portal.plan.ledger import Registers, successor
from portal.plan.plan import Task
from portal.plan.tallies_out import TallyTable, present, quality_rows, tables
from portal.plan.targets import Ratio, Result, Year
from portal.plan.targets_out import written_share


@dataclass(frozen=True)
class TargetView:
    """One target in one language. `bar` and `floor_at` are percentages of the bar's length, None without a figure."""

    id: str
    text: str
    result: str
    status: str
    status_text: str
    bar: float | None
    floor_at: float | None
    floor: str
    formula: str
    coverage: str
    gaps: tuple[str, ...]
    shares: tuple[tuple[str, str], ...]
    portal: str
    counts: tuple[tuple[str, str], ...]
    trend: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class TaskView:
    """One task: for each body that leads, its name in the plan and what it is now ("" where nothing changed)."""

    id: str
    text: str
    lead: tuple[tuple[str, str], ...]
    coordinating: str


@dataclass(frozen=True)
class Progress:
    """The whole page in one language."""

    window: str
    interim: str
    targets: tuple[TargetView, ...]
    products: int
    tallies: tuple[TallyTable, ...]
    quality: tuple[tuple[str, str], ...]
    tasks: tuple[TaskView, ...]


def progress(registers: Registers, as_of: date, lang: str) -> Progress | None:
    """The progress of the plan as of a day; None where the corpus has no plan."""
    if registers.plan is None:
        return None
    plan, text = registers.plan, words(lang)
    latest = min(registers.year_of(as_of), plan.years.last)
    years = [registers.count(year, as_of) for year in range(plan.years.first, latest + 1)]
    said, last = text.ui["progress"], years[-1]
    agencies, tallies = registers.library.data.agencies, registers.tally(latest, as_of)
    return Progress(
        window=said["window"].format(
            year=last.year,
            start=written_day(last.window.start, text),
            end=written_day(plan.full_window(last.year).end, text),
            as_of=written_day(last.window.end, text),
        ),
        interim=said["interim"].format(year=plan.interim_review.year, reason=plan.interim_review.reason[lang]),
        targets=tuple(_target(name, years, agencies, text) for name in last.figures),
        products=tallies.products,
        tallies=tuple(table for table in map(present, tables(tallies, plan, agencies, text)) if table.rows),
        quality=tuple(quality_rows(tallies, text)),
        tasks=tuple(_task(task, agencies, text) for task in plan.tasks),
    )


def _target(name: str, years: list[Year], agencies: Mapping[str, Agency], text: Words) -> TargetView:
    said, figure = text.ui["progress"], years[-1].figures[name]
    floor = figure.target.floor
    coverage: Ratio | None = figure.extra.get("coverage")
    portal: Ratio | None = figure.extra.get("portal")
    return TargetView(
        id=name,
        text=figure.target.text[text.lang],
        result=written_share(figure.ratio, text) if figure.ratio else "",
        status=figure.status,
        status_text=text.label("statuses", figure.status),
        bar=_bar(figure),
        floor_at=None if floor is None else round(100 * floor, 1),
        floor=_floor(figure, text),
        formula=said["counted_how"].format(formula=figure.target.formula[text.lang]),
        coverage=said["coverage"].format(given=coverage.numerator, due=coverage.denominator) if coverage else "",
        gaps=tuple(agencies[gap].called(text.lang) for gap in figure.gaps),
        shares=tuple(
            (said["share_names"][n], written_share(r, text)) for n, r in figure.extra.get("shares", {}).items()
        ),
        portal=said["portal"].format(share=written_share(portal, text)) if portal else "",
        counts=tuple(_counts(figure, text)),
        trend=_trend(name, years, text),
    )


def _bar(figure: Result) -> float | None:
    if figure.value is None or figure.status in vocabulary.WITHOUT_FIGURE:
        return None
    return round(100 * figure.value, 1)


def _floor(figure: Result, text: Words) -> str:
    said, target = text.ui["progress"], figure.target
    if target.floor is None:
        return str(said["no_floor"])
    return str(said["floor"]).format(floor=written_percent(target.floor, text), year=target.deadline)


def _counts(figure: Result, text: Words) -> Iterator[tuple[str, str]]:
    """What only counts, in words: what nobody reported is no figure, not 0."""
    for name, count in figure.extra.get("counts", {}).items():
        missing = str(text.ui["figure_missing"])
        yield text.ui["progress"]["count_names"][name], missing if count is None else str(count)


def _trend(name: str, years: list[Year], text: Words) -> tuple[tuple[int, str], ...]:
    """(year, result) of every year of the plan so far; nothing where the target has no figure by its nature."""
    figures = [(year.year, year.figures[name]) for year in years]
    if figures[-1][1].target.floor is None:
        return ()
    return tuple((year, written_share(figure.ratio, text)) for year, figure in figures)


def _task(task: Task, agencies: Mapping[str, Agency], text: Words) -> TaskView:
    lead = tuple((agencies[name].called(text.lang), successor(agencies[name], agencies, text)) for name in task.lead)
    others = "; ".join(agencies[name].called(text.lang) for name in task.coordinating)
    return TaskView(task.id, task.text[text.lang], lead, others)
