"""The plan's figures as open tables: what it asks, what was counted each year, tasks, tallies, the register itself."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Final

from portal.language import vocabulary
from portal.plan.bodies.asked import SDG_TARGETS, Target
from portal.plan.ledger import Ledger
from portal.plan.open_data.known import BODIES_TABLE, both, in_both
from portal.plan.open_data.tables import OpenField, OpenRecord, OpenTable
from portal.plan.register.product_rows import COLUMNS
from portal.plan.tallies import Tallies, Tally
from portal.plan.targets import Ratio, Result, Year

ASKED_TABLE: Final = "muc-tieu"
COUNTED_TABLE: Final = "chi-tieu"
TALLIED_TABLE: Final = "san-pham"
RESULT: Final = "result"
"""The measure that a target is judged by; the others stand beside it."""
ALL: Final = "all"
"""The category of all products together."""
SDG: Final = "SDG {}"
"""How a target of the Sustainable Development Goals is written: a spreadsheet would take 16.10 for 16.1."""

YEAR_FIELD: Final = OpenField("year", "integer", is_required=True)
AS_OF: Final = OpenField("as_of", "date", is_required=True)
TARGET_FIELDS: Final = (
    OpenField("target", is_required=True, refers_to=ASKED_TABLE),
    YEAR_FIELD,
    OpenField("measure", is_required=True),
    OpenField("value", "number", unit="share"),
    OpenField("numerator", "integer"),
    OpenField("denominator", "integer"),
    OpenField("count", "integer"),
    OpenField("floor", "number", unit="share"),
    OpenField("status", choices=vocabulary.STATUSES),
    OpenField("reported", "integer", unit="bodies"),
    OpenField("due", "integer", unit="bodies"),
    AS_OF,
)
TALLY_FIELDS: Final = (
    YEAR_FIELD,
    OpenField("dimension", is_required=True),
    OpenField("category", is_required=True),
    OpenField("count", "integer"),
    AS_OF,
)
_REGISTER: Final[Mapping[str, OpenField]] = {
    "date": OpenField("date", "date", is_required=True),
    "agency": OpenField("agency", is_required=True, refers_to=BODIES_TABLE),
    "theme": OpenField("theme", "integer", is_required=True),
    "formats": OpenField("formats", "list", choices=vocabulary.FORMATS),
    "channels": OpenField("channels", "list", choices=vocabulary.CHANNELS),
    "languages": OpenField("languages", "list"),
    "audiences": OpenField("audiences", "list", choices=vocabulary.AUDIENCES),
    "places": OpenField("places", "list"),
    "quantity": OpenField("quantity", "integer", unit="copies"),
    "url": OpenField("url"),
}


def plan_tables(ledger: Ledger, as_of: date) -> tuple[OpenTable, ...]:
    """Every table of the plan, counted up to a day."""
    years = _years(ledger, as_of)
    counted = partial(_each_target, [ledger.count(year, as_of) for year in years])
    tallied = partial(_each_tally, [ledger.tally(year, as_of) for year in years])
    by_measure, by_category = ("target", "year", "measure"), ("year", "dimension", "category")
    return (
        _asked(ledger),
        OpenTable(COUNTED_TABLE, "counted", TARGET_FIELDS, by_measure, counted, has_json=False),
        OpenTable(TALLIED_TABLE, "tallied", TALLY_FIELDS, by_category, tallied, has_json=False),
        *(_register(ledger, year, as_of) for year in years),
        _tasks(ledger),
    )


def _years(ledger: Ledger, as_of: date) -> range:
    """The plan's years up to that of a day, one at least."""
    years = ledger.plan.years
    return range(years.first, max(years.first, min(ledger.year_of(as_of), years.last)) + 1)


def _asked(ledger: Ledger) -> OpenTable:
    fields = (
        OpenField("target", is_required=True),
        *(one for name in ("text", "place", "formula") for one in in_both(name, is_required=True)),
        OpenField("floor", "number", unit="share"),
        OpenField("deadline", "integer", is_required=True, unit="year"),
        OpenField("bodies", "list", choices=vocabulary.AGENCY_KINDS),
        OpenField("sdg", "list", choices=tuple(map(SDG.format, SDG_TARGETS))),
        *in_both("sdg_reason"),
    )
    return OpenTable(ASKED_TABLE, "asked", fields, ("target",), lambda: map(_target, ledger.plan.targets))


def _target(target: Target) -> OpenRecord:
    said = (*both(target.text), *both(target.place), *both(target.formula))
    goals = tuple(map(SDG.format, target.sdg.targets)) if target.sdg else ()
    reason = both(target.sdg.reason if target.sdg else None)
    return (target.id, *said, target.floor, target.deadline, tuple(target.bodies), goals, *reason)


def _each_target(counted: Iterable[Year]) -> Iterator[OpenRecord]:
    for year in counted:
        yield from target_records(year)


def target_records(counted: Year) -> Iterator[OpenRecord]:
    """The targets of a year: the result of each with its status, then what stands beside it and is not judged."""
    for name, figure in counted.figures.items():
        reported = figure.coverage
        covered = (reported.numerator, reported.denominator) if reported else (None, None)
        judged = (None, figure.target.floor, figure.status, *covered, counted.as_of)
        yield (name, counted.year, RESULT, *_share(figure.ratio), *judged)
        for measure, ratio in _beside(figure):
            yield (name, counted.year, measure, *_share(ratio), None, None, None, None, None, counted.as_of)
        for measure, count in figure.counts.items():
            yield (name, counted.year, measure, None, None, None, count, None, None, None, None, counted.as_of)


def _beside(figure: Result) -> Iterator[tuple[str, Ratio | None]]:
    """Each share among the same products, and that of the portal's own pages; nothing of what nobody entered."""
    for name, ratio in figure.shares.items():
        yield name, ratio if figure.ratio else None
    if figure.portal:
        yield "portal", figure.portal if figure.portal.denominator else None


def _share(ratio: Ratio | None) -> tuple[float | None, int | None, int | None]:
    return (ratio.value, ratio.numerator, ratio.denominator) if ratio else (None, None, None)


def _each_tally(tallied: Iterable[Tallies]) -> Iterator[OpenRecord]:
    for year in tallied:
        yield from tally_records(year)


def tally_records(tallies: Tallies) -> Iterator[OpenRecord]:
    """The tallies of a year: all products, the portal's own pages among them, then a row a value of each dimension."""
    everything: dict[str, Tally] = {**tallies.by, **tallies.coverage, "verdict": tallies.quality.verdicts}
    totals = (("products", ALL, tallies.products), ("products", "portal", tallies.portal))
    rows = ((name, value, count) for name, tally in everything.items() for value, count in tally.items())
    return ((tallies.year, *row, tallies.as_of) for row in (*totals, *rows))


def _register(ledger: Ledger, year: int, as_of: date) -> OpenTable:
    """What bodies entered for a year, read anew each time: row by row, whatever their number."""
    fields = tuple(_REGISTER.get(name, OpenField(name, is_required=True)) for name in COLUMNS)
    name, window = f"{TALLIED_TABLE}-{year}", ledger.plan.window(year, as_of)

    def rows() -> Iterator[OpenRecord]:
        for product in ledger.rows(window):
            yield tuple(getattr(product, name) for name in COLUMNS)

    return OpenTable(name, "register", fields, ("id",), rows, {"year": year})


def _tasks(ledger: Ledger) -> OpenTable:
    fields = (
        OpenField("task", is_required=True),
        *in_both("text", is_required=True),
        OpenField("agency", is_required=True, refers_to=BODIES_TABLE),
        OpenField("role", is_required=True, choices=("lead", "coordinating")),
    )

    def rows() -> Iterator[OpenRecord]:
        for task in ledger.plan.tasks:
            for role, names in (("lead", task.lead), ("coordinating", task.coordinating)):
                yield from ((task.id, *both(task.text), name, role) for name in names)

    return OpenTable("nhiem-vu", "tasks", fields, ("task", "agency", "role"), rows)
