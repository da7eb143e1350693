"""The annexes on targets and tasks: how each target was counted, what was done of each task, in which year, by whom."""

from collections.abc import Iterator

from portal.plan.measured import Measured
from portal.plan.report.ground import Ground, Span
from portal.plan.report.prose import total
from portal.plan.report.standing import rows_of
from portal.plan.report.tabled import Dated, counted, dated, owned, tabled
from portal.plan.report.values import Cell, Part, Table


def targets_annex(ground: Ground) -> Iterator[Part]:
    """The targets with the way they were counted, then what each was made of."""
    yield dated(ground, "targets-counted", (row for span in ground.spans for row in _counted(ground, span)))
    yield dated(ground, "target-parts", (row for span in ground.spans for row in _parts(ground, span)))


def _counted(ground: Ground, span: Span) -> Iterator[Dated]:
    for row in rows_of(ground, span):
        formula = row.figure.target.formula[ground.text.lang]
        yield span.year, (row.id, formula, row.result, row.floor, row.status_text, row.coverage)


def _parts(ground: Ground, span: Span) -> Iterator[Dated]:
    """(target, part, figure): the shares, the counts, the portal's own pages, of the targets that have them."""
    for row in rows_of(ground, span):
        yield from ((span.year, (row.id, name, share)) for name, share in (*row.shares, *row.counts))
        if row.portal:
            yield span.year, (row.id, ground.say("annexes.portal"), row.portal)


def tasks_annex(ground: Ground) -> Iterator[Part]:
    """What was counted of each task, in every year; by which body; who leads it."""
    yield _counted_table(ground)
    yield dated(ground, "tasks-bodies", _by_body(ground))
    yield tabled(ground, "tasks-leads", _leads(ground))


def _counted_table(ground: Ground) -> Table:
    several = len(ground.spans) > 1
    task, what, sum_of, people, given, portal = ground.text.listed("annexes.heads.tasks")
    counts = (*(str(span.year) for span in ground.spans), sum_of) if several else (sum_of,)
    head = (task, what, *counts, people, given, portal)
    rows = tuple(_row(ground, one, measured) for one, measured in _measures(ground))
    return Table("tasks", ground.say("annexes.tables.tasks"), head, rows)


def _measures(ground: Ground) -> Iterator[tuple[str, tuple[Measured, ...]]]:
    """(task, one measure of it in every year)."""
    for task in ground.plan.tasks:
        each = zip(*(span.done.tasks[task.id] for span in ground.spans), strict=True)
        yield from ((task.id, years) for years in each)


def _row(ground: Ground, task: str, years: tuple[Measured, ...]) -> tuple[Cell, ...]:
    counts = tuple(one.count for one in years)
    sums = (counted(ground, total(counts)),) if len(years) > 1 else ()
    given = "; ".join(
        _given(ground, span, one) for span, one in zip(ground.spans, years, strict=True) if one.count is not None
    )
    is_register = not years[-1].measure.reported
    return (
        task,
        years[-1].measure.name[ground.text.lang],
        *(counted(ground, one) for one in counts),
        *sums,
        _attended(ground, years),
        given or counted(ground, None),
        owned(ground, sum(one.portal for one in years)) if is_register else "",
    )


def _given(ground: Ground, span: Span, measured: Measured) -> str:
    """How many bodies a count speaks of; in which year, where there are several."""
    base = f"{span.given(measured)}/{len(span.due)}"
    return base if len(ground.spans) == 1 else f"{span.year}: {base}"


def _attended(ground: Ground, years: tuple[Measured, ...]) -> Cell:
    """How many attended; nothing where it is not asked."""
    if years[-1].measure.reported in (None, "reports"):
        return ""
    return counted(ground, total(one.people for one in years))


def _by_body(ground: Ground) -> Iterator[Dated]:
    """(task, measure, the bodies with how many each did), of every measure that some body has said anything of."""
    for number, span in enumerate(ground.spans):
        for task, years in _measures(ground):
            one = years[number]
            if one.by_body and one.measure.reported != "reports":
                bodies = sorted(one.by_body.items(), key=lambda pair: (-pair[1], ground.called(pair[0])))
                named = "; ".join(f"{ground.called(name)}: {ground.number(count)}" for name, count in bodies)
                yield span.year, (task, one.measure.name[ground.text.lang], named)


def _leads(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    """(task, what it asks, the bodies that lead it). Why it is not clear what one is today is for the desk's sheet."""
    for task in ground.plan.tasks:
        yield task.id, task.text[ground.text.lang], "; ".join(_lead(ground, name) for name in task.lead)


def _lead(ground: Ground, name: str) -> str:
    body = ground.agencies.get(name)
    if body is None or not (body.successor or body.note):
        return ground.called(name)
    now = ", ".join(map(ground.called, body.successor))
    return ground.say("annexes.lead_now" if now else "annexes.lead_open", name=ground.called(name), now=now)
