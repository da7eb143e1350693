"""The annexes on targets and tasks: how each target was counted, what was done of each task, in which year, by whom."""

from collections.abc import Iterator

from portal.plan.ledger import successor
from portal.plan.measured import Measured
from portal.plan.report.ground import Ground, Span
from portal.plan.report.prose import total
from portal.plan.report.standing import rows_of
from portal.plan.report.values import Cell, Part, Table


def targets_annex(ground: Ground) -> Iterator[Part]:
    """The targets with the way they were counted, then what each was made of."""
    yield _of(ground, "targets-counted", "formula", _formulas(ground))
    yield _of(ground, "target-parts", "parts", [row for span in ground.spans for row in _parts(ground, span)])


def _of(ground: Ground, name: str, head: str, rows: list[tuple[Cell, ...]]) -> Table:
    return Table(name, ground.say(f"annexes.tables.{name}"), ground.text.listed(f"annexes.heads.{head}"), tuple(rows))


def _formulas(ground: Ground) -> list[tuple[Cell, ...]]:
    lang = ground.text.lang
    return [
        (span.year, row.id, row.figure.target.formula[lang], row.result, row.floor, row.status_text, row.coverage)
        for span in ground.spans
        for row in rows_of(ground, span)
    ]


def _parts(ground: Ground, span: Span) -> Iterator[tuple[Cell, ...]]:
    """(year, target, part, figure): the shares, the portal's own pages, the counts, of those that have them."""
    for row in rows_of(ground, span):
        yield from ((span.year, row.id, name, share) for name, share in (*row.shares, *row.counts))
        if row.portal:
            yield span.year, row.id, ground.say("annexes.portal"), row.portal


def tasks_annex(ground: Ground) -> Iterator[Part]:
    """What was counted of each task, in every year; by which body; who leads it."""
    yield _counted_table(ground)
    yield _of(ground, "tasks-bodies", "tasks_bodies", list(_by_body(ground)))
    yield _of(ground, "tasks-leads", "leads", list(_leads(ground)))


def _counted_table(ground: Ground) -> Table:
    several = len(ground.spans) > 1
    task, what, sum_of, people, given, portal = ground.text.listed("annexes.heads.tasks")
    years = tuple(str(span.year) for span in ground.spans)
    head = (task, what, *years, *((sum_of,) if several else ()), people, given, portal)
    rows = tuple(_row(ground, one, measured) for one, measured in _measures(ground))
    return Table("tasks", ground.say("annexes.tables.tasks"), head, rows)


def _measures(ground: Ground) -> Iterator[tuple[str, tuple[Measured, ...]]]:
    """(task, one measure of it in every year)."""
    for task in ground.plan.tasks:
        each = zip(*(span.done.tasks[task.id] for span in ground.spans), strict=True)
        yield from ((task.id, years) for years in each)


def _row(ground: Ground, task: str, years: tuple[Measured, ...]) -> tuple[Cell, ...]:
    counts = tuple(one.count for one in years)
    sums = (ground.counted(total(counts)),) if len(years) > 1 else ()
    given = "; ".join(
        _given(ground, span, one) for span, one in zip(ground.spans, years, strict=True) if one.count is not None
    )
    is_register = not years[-1].measure.reported
    return (
        task,
        years[-1].measure.name[ground.text.lang],
        *map(ground.counted, counts),
        *sums,
        _attended(ground, years),
        given or ground.counted(None),
        ground.owned(sum(one.portal for one in years)) if is_register else "",
    )


def _given(ground: Ground, span: Span, measured: Measured) -> str:
    """How many bodies a count speaks of; in which year, where there are several."""
    base = f"{span.given(measured)}/{len(span.due)}"
    return base if len(ground.spans) == 1 else f"{span.year}: {base}"


def _attended(ground: Ground, years: tuple[Measured, ...]) -> Cell:
    """How many attended; nothing where it is not asked."""
    if years[-1].measure.reported in (None, "reports"):
        return ""
    return ground.counted(total(one.people for one in years))


def _by_body(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    for number, span in enumerate(ground.spans):
        for task, years in _measures(ground):
            name = years[number].measure.name[ground.text.lang]
            bodies = years[number].by_body.items() if years[number].measure.reported != "reports" else ()
            for body, count in sorted(bodies, key=lambda one: (-one[1], ground.called(one[0]))):
                yield span.year, task, name, ground.called(body), count


def _leads(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    for task in ground.plan.tasks:
        for name in task.lead:
            body = ground.agencies.get(name)
            now = successor(body, ground.agencies, ground.text) if body else ""
            yield task.id, task.text[ground.text.lang], ground.called(name), now
