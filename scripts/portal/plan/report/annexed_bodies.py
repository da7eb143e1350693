"""The annexes on bodies: every figure each one reported, and those that have sent nothing."""

from collections.abc import Callable, Iterator

from portal.plan.asked import PEOPLE
from portal.plan.report.ground import Ground
from portal.plan.report.prose import total
from portal.plan.report.values import Cell, Part, Table
from portal.plan.reported import AgencyReport, people_in
from portal.plan.told import told_by

Figures = Callable[[AgencyReport], tuple[int | None, ...]]
"""The figures one report gives, None where it gives none."""


def bodies_annex(ground: Ground) -> Iterator[Part]:
    """What the targets are counted from, body by body with the sum; then everything each body said."""
    yield _figures(ground, "bodies-people", _people)
    yield _figures(ground, "bodies-work", _work)
    yield dated(ground, "bodies-told", _told(ground))


def dated(ground: Ground, name: str, rows: Iterator[tuple[Cell, ...]]) -> Table:
    """A table whose first column is the year, left out where there is only one."""
    head, skip = ground.text.listed(f"annexes.heads.{name}"), int(len(ground.spans) == 1)
    return Table(name, ground.say(f"annexes.tables.{name}"), head[skip:], tuple(row[skip:] for row in rows))


def _figures(ground: Ground, name: str, figures: Figures) -> Table:
    """A row for each report, then for each year the sum of what is known."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for span in ground.spans:
            given = {body: figures(report) for body, report in span.reports.items()}
            for body, counts in given.items():
                yield span.year, ground.called(body), *(_or_missing(ground, count) for count in counts)
            if given:
                sums = (total(column) for column in zip(*given.values(), strict=True))
                yield span.year, ground.say("annexes.total"), *map(ground.counted, sums)

    return dated(ground, name, rows())


def _or_missing(ground: Ground, count: int | None) -> Cell:
    return ground.say("told.missing") if count is None else count


def _people(report: AgencyReport) -> tuple[int | None, ...]:
    """In post and trained, of each of the four groups."""
    groups = [people_in(report, group) for group in PEOPLE]
    return tuple(count for one in groups for count in ((one.in_post, one.trained) if one else (None, None)))


def _work(report: AgencyReport) -> tuple[int | None, ...]:
    """Spokesperson (1 or 0), times the press was informed; news detected, handled; publications received, issued."""
    speaker, found, central = report.spokesperson, report.misinformation, report.central_publications
    return (
        *((int(speaker.designated), speaker.disclosures) if speaker else (None, None)),
        *((found.detected, found.handled) if found else (None, None)),
        *((central.received, central.issued) if central else (None, None)),
    )


def _told(ground: Ground) -> Iterator[tuple[Cell, ...]]:
    """Every field of every report; what a body left out stands together in its last row."""
    for span in ground.spans:
        for body, report in span.reports.items():
            rows = told_by(report, ground.text)
            for row in rows:
                if row.reported:
                    yield span.year, ground.called(body), row.label, "\n".join((row.value, *row.entries))
            left_out = "; ".join(row.label for row in rows if not row.reported)
            if left_out:
                yield span.year, ground.called(body), ground.say("annexes.left_out"), left_out


def missing_annex(ground: Ground) -> Iterator[Part]:
    """The bodies that have sent nothing, those that need not, those that no list has yet."""
    lang = ground.text.lang
    missing: Iterator[tuple[Cell, ...]] = ((number, body.called(lang)) for number, body in enumerate(ground.missing, 1))
    excused: Iterator[tuple[Cell, ...]] = ((body.called(lang), why) for body, why in ground.excused)
    not_listed: Iterator[tuple[Cell, ...]] = ((o.name[lang], o.why[lang]) for o in ground.plan.bodies_not_listed)
    for name, rows in (("not-sent", missing), ("excused", excused), ("not-listed", not_listed)):
        head = ground.text.listed(f"annexes.heads.{name}")
        yield Table(name, ground.say(f"annexes.tables.{name}", year=ground.span.year), head, tuple(rows))
