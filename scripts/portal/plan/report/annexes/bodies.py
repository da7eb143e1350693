"""The annexes on bodies: every figure each one reported, and those that have sent nothing."""

from collections.abc import Callable, Iterator

from portal.plan.bodies.asked import PEOPLE
from portal.plan.bodies.reported import AgencyReport, people_in
from portal.plan.bodies.told import told_by
from portal.plan.report.ground import Ground, excused_from, still_missing
from portal.plan.report.prose import total
from portal.plan.report.tabled import Dated, counted, dated, tabled
from portal.plan.report.values import Cell, Part, Table

Figures = Callable[[AgencyReport], tuple[int | None, ...]]
"""The figures one report gives, None where it gives none."""


def bodies_annex(ground: Ground) -> Iterator[Part]:
    """What the targets are counted from, body by body with the sum; then everything each body said."""
    yield _figures(ground, "bodies-people", _people)
    yield _figures(ground, "bodies-work", _work)
    yield dated(ground, "bodies-told", _told(ground))


def _figures(ground: Ground, name: str, figures: Figures) -> Table:
    """A row for each report, then for each year the sum of what is known."""

    def rows() -> Iterator[Dated]:
        for span in ground.spans:
            given = {body: figures(report) for body, report in span.reports.items()}
            for body, counts in given.items():
                yield span.year, (ground.called(body), *(_or_missing(ground, count) for count in counts))
            if given:
                sums = (total(column) for column in zip(*given.values(), strict=True))
                yield span.year, (ground.say("annexes.total"), *(counted(ground, one) for one in sums))

    return dated(ground, name, rows())


def _or_missing(ground: Ground, count: int | None) -> Cell:
    if isinstance(count, bool):
        return ground.say("told.yes" if count else "told.no")
    return ground.say("told.missing") if count is None else count


def _people(report: AgencyReport) -> tuple[int | None, ...]:
    """In post and trained, of each of the four groups."""
    groups = [people_in(report, group) for group in PEOPLE]
    return tuple(count for one in groups for count in ((one.in_post, one.trained) if one else (None, None)))


def _work(report: AgencyReport) -> tuple[int | None, ...]:
    """Spokesperson (or none), times the press was informed; news detected, handled; publications received, issued."""
    speaker, found, central = report.spokesperson, report.misinformation, report.central_publications
    return (
        *((speaker.designated, speaker.disclosures) if speaker else (None, None)),
        *((found.detected, found.handled) if found else (None, None)),
        *((central.received, central.issued) if central else (None, None)),
    )


def _told(ground: Ground) -> Iterator[Dated]:
    """Every field of every report, and what a body left out. What a list holds stands in the annexes that follow."""
    for span in ground.spans:
        for body, report in span.reports.items():
            rows = told_by(report, ground.text)
            said = "\n".join(f"{row.label}: {row.value}" for row in rows if row.reported)
            left_out = "; ".join(row.label for row in rows if not row.reported)
            yield span.year, (ground.called(body), said or counted(ground, None), left_out or ground.say("told.none"))


def missing_annex(ground: Ground) -> Iterator[Part]:
    """The bodies that have sent nothing, those that need not, those that no list has yet."""
    lang = ground.text.lang
    missing: Iterator[tuple[Cell, ...]] = (
        (number, body.called(lang)) for number, body in enumerate(still_missing(ground), 1)
    )
    excused: Iterator[tuple[Cell, ...]] = ((body.called(lang), why) for body, why in excused_from(ground))
    not_listed: Iterator[tuple[Cell, ...]] = ((o.name[lang], o.why[lang]) for o in ground.plan.bodies_not_listed)
    for name, rows in (("not-sent", missing), ("excused", excused), ("not-listed", not_listed)):
        yield tabled(ground, name, rows, year=ground.span.year)
