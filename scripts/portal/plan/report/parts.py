"""The yearly report as values: headings, sentences made from figures, tables, and marked places for an officer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portal.content.known.agencies import Agency
from portal.content.known.owner import Owner, ReportBlocks
from portal.language import vocabulary
from portal.language.words import Words
from portal.language.written import written_day, written_number, written_percent
from portal.plan.ledger import Registers, successor
from portal.plan.plan import Measure, Plan, Task
from portal.plan.products import Product
from portal.plan.reported import REPORTED_FOLDER, AgencyReport, Held
from portal.plan.tallies import Tallies
from portal.plan.tallies_out import present, quality_rows, tables
from portal.plan.targets import Ratio, Result, Year
from portal.plan.targets_out import written_share

Cell = str | int


@dataclass(frozen=True)
class Line:
    """A heading, a sentence, or a place an officer has to fill in."""

    shape: Literal["heading", "subheading", "sentence", "blank"]
    text: str


@dataclass(frozen=True)
class Table:
    """A table under its title; `id` names its sheet. Every row is as wide as the head."""

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shape: Literal["table"] = "table"


Part = Line | Table
_GAPS_TELL = ("theme", "content", "convention", "group")  # tables in which a zero says something


@dataclass(frozen=True)
class Frame:
    """What stands around the text: who writes to whom. What the owner has not given is marked."""

    parent: str
    owner: str
    number: str
    place_day: str
    authority: str
    signatory_title: str
    signatory: str
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The report of one year in one language. `draft` while the caller says so or a target has no figure."""

    kind: str
    year: int
    as_of: date
    draft: bool
    no_data: tuple[str, ...]
    subject: str
    frame: Frame
    blocks: tuple[Part, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True)
class Ground:
    """What a report is written from: the years it speaks of, the last being its own."""

    registers: Registers
    plan: Plan
    years: tuple[Year, ...]
    tallies: tuple[Tallies, ...]
    text: Words

    @property
    def year(self) -> Year:
        return self.years[-1]

    @property
    def agencies(self) -> Mapping[str, Agency]:
        return self.registers.library.data.agencies

    @property
    def reports(self) -> Mapping[str, AgencyReport]:
        return self.registers.reports.get(self.year.year, {})

    @property
    def products(self) -> tuple[Product, ...]:
        return tuple(p for p in self.registers.products if p.date in self.year.window)

    def called(self, name: str) -> str:
        return self.agencies[name].called(self.text.lang) if name in self.agencies else name

    def say(self, sentence: str, /, **values: object) -> str:
        return str(self.text.ui["report"][sentence]).format(**values)


def make_report(registers: Registers, year: int, as_of: date, kind: str, draft: bool, text: Words) -> Report:
    """The report of `year` as it stands on `as_of`. Raises ValueError without a plan or for a year outside it."""
    plan = registers.plan
    if plan is None or not plan.years.first <= year <= plan.years.last:
        raise ValueError(year)
    first = year if kind == "annual" else plan.years.first
    span = range(first, year + 1)
    counted = tuple(registers.count(one, as_of) for one in span)
    ground = Ground(registers, plan, counted, tuple(registers.tally(one, as_of) for one in span), text)
    no_data = tuple(n for n, figure in ground.year.figures.items() if figure.status in vocabulary.WITHOUT_FIGURE)
    named = text.ui["report"]["kinds"][kind].format(first=plan.years.first, year=year)
    is_draft = draft or bool(no_data)
    blocks = (*_opening(ground, no_data if is_draft else ()), *_body(ground))
    frame = _frame(registers.library.data.owner, as_of, text)
    return Report(kind, year, as_of, is_draft, no_data, ground.say("subject", kind=named), frame, blocks)


def _frame(owner: Owner | None, as_of: date, text: Words) -> Frame:
    said, blocks = text.ui["report"], (owner and owner.report) or ReportBlocks()

    def given(value: str | None, what: str) -> str:
        return value or str(said["empty"]).format(what=said["blanks"][what])

    recipients = tuple(one[text.lang] for one in blocks.recipients or ()) or (given(None, "recipients"),)
    day = {"d": f"{as_of.day:02}", "m": f"{as_of.month:02}", "y": as_of.year}
    return Frame(
        parent=given(owner.parent[text.lang] if owner else None, "parent"),
        owner=given(owner.name[text.lang] if owner else None, "owner"),
        number=said["number"].format(code=given(blocks.code, "code")),
        place_day=said["place_day"].format(place=given(blocks.place[text.lang], "place"), **day),
        authority=given(blocks.authority[text.lang], "authority"),
        signatory_title=given(blocks.signatory_title[text.lang], "signatory_title"),
        signatory=given(blocks.signatory, "signatory"),
        recipients=recipients,
    )


def _opening(ground: Ground, no_data: tuple[str, ...]) -> Iterator[Part]:
    window = ground.plan.full_window(ground.year.year)
    days = {"start": written_day(window.start, ground.text), "end": written_day(window.end, ground.text)}
    yield Line("sentence", ground.say("opening", year=ground.year.year, **days))
    if ground.year.window.end < window.end:
        yield Line("sentence", ground.say("cut_off", day=written_day(ground.year.window.end, ground.text)))
    yield Line("sentence", ground.say("how"))
    if no_data:
        yield Line("blank", ground.say("draft_why", targets=", ".join(no_data)))


def _body(ground: Ground) -> Iterator[Part]:
    parts = {
        "tasks": _tasks,
        "targets": _targets,
        "budget": _budget,
        "figures": _figures,
        "gaps": _gaps,
        "proposals": _proposals,
        "sources": _sources,
    }
    for name, write in parts.items():
        yield Line("heading", ground.text.ui["report"]["parts"][name])
        yield from write(ground)


def _tasks(ground: Ground) -> Iterator[Part]:
    for task in ground.plan.tasks:
        yield Line("subheading", f"{task.id}. {task.text[ground.text.lang]}")
        yield from _leads(ground, task)
        for measure in task.measures:
            yield Line("sentence", _measured(ground, measure))
        yield _to_write(ground, "write_task")


def _leads(ground: Ground, task: Task) -> Iterator[Line]:
    yield Line("sentence", ground.say("lead", bodies="; ".join(map(ground.called, task.lead))))
    now = [successor(ground.agencies[n], ground.agencies, ground.text) for n in task.lead if n in ground.agencies]
    if any(now):
        pairs = zip(task.lead, now, strict=False)
        bodies = "; ".join((n or ground.called(name)).rstrip(".") for name, n in pairs)
        yield Line("sentence", ground.say("lead_now", bodies=bodies))


def _measured(ground: Ground, measure: Measure) -> str:
    name = measure.name[ground.text.lang]
    if measure.reported is None:
        fitting = sum(fits(measure, product, ground.plan) for product in ground.products)
        return ground.say("measure", name=name, count=fitting)
    if not ground.reports:
        return ground.say("measure_missing", name=name)
    if measure.reported == "reports":
        return ground.say("measure", name=name, count=len(ground.reports))
    held = [h for r in ground.reports.values() for h in _held(r, measure.reported) if h.date in ground.year.window]
    people = [one.people for one in held if one.people is not None]
    if people:
        return ground.say("measure_people", name=name, count=len(held), people=sum(people))
    return ground.say("measure", name=name, count=len(held))


def _held(report: AgencyReport, what: str) -> list[Held]:
    found: list[Held] = getattr(report, what)
    return found


def fits(measure: Measure, product: Product, plan: Plan) -> bool:
    """Whether a product has, of every list a measure gives, at least one value."""
    asked_and_had = (
        (measure.formats, product.formats),
        (measure.channels, product.channels),
        (measure.audiences, product.audiences),
    )
    of_language = {"ethnic": plan.is_ethnic, "foreign": plan.is_foreign}
    belongs = of_language.get(measure.languages or "", lambda _: True)
    return all(not asked or set(asked) & set(has) for asked, has in asked_and_had) and any(
        map(belongs, product.languages)
    )


def _targets(ground: Ground) -> Iterator[Part]:
    head = tuple(ground.text.ui["report"]["targets_head"])
    rows = tuple(_target_row(name, figure, ground.text) for name, figure in ground.year.figures.items())
    yield Table("targets", ground.say("targets_table"), head, rows)
    yield Line("sentence", _shares(ground))
    yield Line("sentence", ground.say("portal_note"))
    yield Line("sentence", ground.say("k5a_note"))
    if len(ground.years) > 1:
        yield _targets_by_year(ground)
        yield _products_by_year(ground)


def _target_row(name: str, figure: Result, text: Words) -> tuple[Cell, ...]:
    coverage: Ratio | None = figure.extra.get("coverage")
    floor = figure.target.floor
    return (
        name,
        figure.target.text[text.lang],
        written_share(figure.ratio, text),
        "–" if floor is None else written_percent(floor, text),
        text.label("statuses", figure.status),
        f"{coverage.numerator}/{coverage.denominator}" if coverage else "–",
    )


def _shares(ground: Ground) -> str:
    names, figure = ground.text.ui["progress"]["share_names"], ground.year.figures["K4"]
    shares = (f"{names[name]} {written_share(ratio, ground.text)}" for name, ratio in figure.extra["shares"].items())
    return f"K4: {'; '.join(shares)}."


def _targets_by_year(ground: Ground) -> Table:
    head = (ground.say("target"), *(str(year.year) for year in ground.years))
    rows = tuple(
        (name, *(written_share(year.figures[name].ratio, ground.text) for year in ground.years))
        for name in ground.year.figures
    )
    return Table("years", ground.say("years_table"), head, rows)


def _products_by_year(ground: Ground) -> Table:
    sections = ground.text.ui["sections"]
    head = (ground.say("theme"), *(str(tallies.year) for tallies in ground.tallies))
    rows: list[tuple[Cell, ...]] = [
        (sections[theme], *(tallies.by["theme"][str(number)] for tallies in ground.tallies))
        for number, theme in enumerate(vocabulary.THEMES, 1)
    ]
    rows.append((ground.say("total"), *(tallies.products for tallies in ground.tallies)))
    return Table("products-years", ground.say("products_years_table"), head, tuple(rows))


def _budget(ground: Ground) -> Iterator[Part]:
    lines = [(name, line) for name, report in ground.reports.items() for line in report.budget]
    if not lines:
        yield Line("sentence", ground.say("budget_none"))
        return
    rows: list[tuple[Cell, ...]] = []
    for source in sorted({line.source for _, line in lines}):
        own = [(name, line.vnd) for name, line in lines if line.source == source]
        rows.append((source, len({name for name, _ in own}), sum(vnd for _, vnd in own)))
    rows.append((ground.say("total"), len({name for name, _ in lines}), sum(line.vnd for _, line in lines)))
    yield Table("budget", ground.say("budget_table"), tuple(ground.text.ui["report"]["budget_head"]), tuple(rows))


def _figures(ground: Ground) -> Iterator[Part]:
    said, tallies = ground.text.ui["report"], ground.tallies[-1]
    yield Line("sentence", f"{ground.text.ui['tallies']['products']}: {tallies.products}.")
    for whole in tables(tallies, ground.plan, ground.agencies, ground.text):
        table = whole if whole.id in _GAPS_TELL else present(whole)
        if table.rows:
            yield Table(table.id, table.title, tuple(said["count_head"]), table.rows)
    quality = tuple(quality_rows(tallies, ground.text))
    yield Table("quality", ground.text.ui["tallies"]["quality_title"], tuple(said["quality_head"]), quality)


def _gaps(ground: Ground) -> Iterator[Part]:
    said, year = ground.text.ui["report"], ground.year
    missing = ground.registers.missing(year.year, year.as_of)
    yield Line("sentence", ground.say("some_gaps", count=len(missing)) if missing else ground.say("no_gaps"))
    if missing:
        rows = tuple((a.called(ground.text.lang), f"{REPORTED_FOLDER}/{year.year}/{a.id}.yml") for a in missing)
        yield Table("not-reported", ground.say("gaps_table"), tuple(said["gaps_head"]), rows)
    for status in ("behind", *vocabulary.WITHOUT_FIGURE):
        found = [name for name, figure in year.figures.items() if figure.status == status]
        if found:
            yield Line("sentence", ground.say(status, targets=", ".join(found)))
    yield from _uncovered(ground)
    yield from _open_mappings(ground)
    yield _to_write(ground, "write_gaps")


def _uncovered(ground: Ground) -> Iterator[Line]:
    coverage, ui = ground.tallies[-1].coverage, ground.text.ui
    names = [code.upper() for code, count in coverage["convention"].items() if not count]
    names += [ui["groups"][group] for group, count in coverage["group"].items() if not count]
    if names:
        yield Line("sentence", ground.say("uncovered", names=", ".join(names)))


def _open_mappings(ground: Ground) -> Iterator[Table]:
    named = dict.fromkeys(name for task in ground.plan.tasks for name in (*task.lead, *task.coordinating))
    unclear = [ground.agencies[name] for name in named if name in ground.agencies and ground.agencies[name].note]
    rows = tuple((a.called(ground.text.lang), successor(a, ground.agencies, ground.text)) for a in unclear)
    if rows:
        yield Table("open-bodies", ground.say("open_table"), tuple(ground.text.ui["report"]["open_head"]), rows)


def _proposals(ground: Ground) -> Iterator[Part]:
    yield _to_write(ground, "write_proposals")


def _sources(ground: Ground) -> Iterator[Part]:
    rows = [(ground.say("source_stories"), sum(p.from_portal for p in ground.products))]
    entered = [p.path for p in ground.products if not p.from_portal]
    rows += [(ground.say("source_register", path=path), entered.count(path)) for path in sorted(set(entered))]
    head = tuple(ground.text.ui["report"]["sources_head"])
    reports = tuple((ground.say("source_report", body=ground.called(n)), _document(ground, n)) for n in ground.reports)
    yield Table("sources", ground.say("sources_table"), head, (*rows, *reports))


def _document(ground: Ground, name: str) -> str:
    document = ground.reports[name].document
    if document is None:
        return ground.say("source_no_document")
    return ground.say("source_document", number=document.number, day=written_day(document.date, ground.text))


def _to_write(ground: Ground, what: str) -> Line:
    return Line("blank", ground.say("write", what=ground.say(what)))


def shown(cell: Cell, text: Words) -> str:
    """A cell as people read it: 1.234.567 in Vietnamese, 1,234,567 in English."""
    return written_number(cell, text, grouped=True) if isinstance(cell, int) else cell


def missing_figures(report: Report) -> str:
    """The targets that keep a report a draft, as a list."""
    return ", ".join(report.no_data)


def widths(rows: Iterable[tuple[Cell, ...]]) -> tuple[int, ...]:
    """The longest text of each column, for sheets."""
    return tuple(max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True))
