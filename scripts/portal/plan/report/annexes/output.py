"""The annexes on what was done: everything held, the money, the products of the register beside the portal's pages."""

from collections.abc import Iterator, Mapping
from typing import Final

from portal.plan.bodies.reported import HELD, held_in, held_within
from portal.plan.report.ground import Ground, Span
from portal.plan.report.money import by_source, spent_in
from portal.plan.report.prose import total
from portal.plan.report.tabled import Dated, counted, dated, owned
from portal.plan.report.values import Line, Part, Table
from portal.plan.tables import tables

_LISTED_WHOLE: Final = ("theme", "content")
"""The tallies whose every value is listed: what is missing in them says something."""
_OF_THE_PORTAL: Final = ("kind",)
"""Tallies that only the portal's own pages have."""


def held_annex(ground: Ground) -> Iterator[Part]:
    """How many of each sort were held and by how many it is known; then each with its day, title, body and people."""
    yield dated(ground, "held-sums", (row for span in ground.spans for row in _held_sums(ground, span)))
    each = dated(ground, "held", (row for span in ground.spans for row in _held(ground, span)))
    reports = [report for span in ground.spans for report in span.reports.values()]
    told = any(held_in(report, what) is not None for report in reports for what in HELD)
    yield each if each.rows or not told else Line("sentence", ground.say("annexes.none", title=each.title))


def _held_sums(ground: Ground, span: Span) -> Iterator[Dated]:
    for what in HELD:
        told = [held_within(report, what, span.targets.window) for report in span.reports.values()]
        given = [held for held in told if held is not None]
        count = sum(map(len, given)) if given else None
        people = total(one.people for held in given for one in held)
        base = f"{len(given)}/{len(span.due)}" if given else counted(ground, None)
        yield span.year, (ground.say(f"told.labels.{what}"), counted(ground, count), counted(ground, people), base)


def _held(ground: Ground, span: Span) -> Iterator[Dated]:
    for what in HELD:
        each = [
            (one, name)
            for name, report in span.reports.items()
            for one in held_within(report, what, span.targets.window) or ()
        ]
        for one, name in sorted(each, key=lambda pair: (pair[0].date, ground.called(pair[1]), pair[0].title)):
            people = ground.say("told.missing") if one.people is None else one.people
            label = ground.say(f"told.labels.{what}")
            yield span.year, (label, ground.day(one.date), one.title, ground.called(name), people)


def budget_annex(ground: Ground) -> Iterator[Part]:
    """Money by source with its sum, then line by line."""
    yield dated(ground, "budget-sources", (row for span in ground.spans for row in _sources(ground, span)))
    told = [spent for span in ground.spans if (spent := spent_in(span)) is not None]
    lines = ((one.year, (ground.called(one.agency), one.source, one.vnd)) for spent in told for one in spent)
    each = dated(ground, "budget", lines)
    yield each if each.rows or not told else Line("sentence", ground.say("annexes.none", title=each.title))


def _sources(ground: Ground, span: Span) -> Iterator[Dated]:
    lines = spent_in(span)
    if lines is None:
        return
    for source, vnd in by_source(lines).items():
        yield span.year, (source, len({line.agency for line in lines if line.source == source}), vnd)
    givers = sum(report.budget is not None for report in span.reports.values())
    yield span.year, (ground.say("annexes.total"), givers, sum(line.vnd for line in lines))


def products_annex(ground: Ground) -> Iterator[Part]:
    """How many products in every year, of bodies and of the portal; then by everything they are described with."""
    yield dated(ground, "products", (_products(ground, span) for span in ground.spans))
    for span in ground.spans:
        if span.tallies.quality.withdrawn:
            values = {"year": span.year, "count": span.tallies.quality.withdrawn}
            yield Line("sentence", ground.say("annex_withdrawn", **values))
    for table in tables(ground.span.tallies, ground.plan, ground.agencies, ground.text):
        if table.id in ground.span.tallies.by and table.id not in _OF_THE_PORTAL:
            yield _by(ground, table.id, table.title)


def _products(ground: Ground, span: Span) -> Dated:
    count = sum(span.done.rows_by_body.values()) or None
    base = f"{span.registered}/{len(span.due)}" if count else counted(ground, None)
    return span.year, (counted(ground, count), base, owned(ground, span.done.pages))


def _by(ground: Ground, name: str, title: str) -> Table:
    """One tally: a column for the bodies' products in every year, one for the portal's pages in all of them."""
    labels: dict[str, str] = {}
    for span in ground.spans:
        whole = tables(span.tallies, ground.plan, ground.agencies, ground.text)
        rows = next(table.rows for table in whole if table.id == name)
        labels |= {value: label for value, (label, _) in zip(span.tallies.by[name], rows, strict=True)}
    made = {value: [_entered(span, name, value) for span in ground.spans] for value in labels}
    own = {value: total(span.own.by[name].get(value) for span in ground.spans) for value in labels}
    shown = [v for v in labels if name in _LISTED_WHOLE or own[v] or total(made[v])]
    what, portal = ground.text.listed("annexes.heads.by")
    years = tuple(ground.say("annexes.bodies_in", year=span.year) for span in ground.spans)
    cells = tuple((labels[v], *(counted(ground, one) for one in made[v]), owned(ground, own[v])) for v in shown)
    return Table(f"products-{name}", title, (what, *years, portal), cells)


def _entered(span: Span, name: str, value: str) -> int | None:
    """What bodies entered: everything without the portal's own pages."""
    every: Mapping[str, int | None] = span.tallies.by[name]
    return ((every.get(value) or 0) - (span.own.by[name].get(value) or 0)) or None
