"""The targets in the paper: a row each with its base, in one year or side by side, and what stands beside."""

from collections.abc import Iterator

from portal.language.written import written_percent
from portal.plan.report.ground import Ground, Span
from portal.plan.report.numbering import annex
from portal.plan.report.values import Cell, Line, Part, Table
from portal.plan.tables import TargetRow, target_row


def standing_part(ground: Ground) -> Iterator[Part]:
    """Every target: what was found, how many bodies it speaks of, where it stands."""
    yield Line("sentence", ground.say("paper.targets_intro", annex=annex("targets", ground)))
    yield years_table(ground) if len(ground.spans) > 1 else one_year_table(ground)
    for row in rows_of(ground, ground.span):
        yield from (Line("sentence", sentence) for sentence in _beside(ground, row))
    coverage = ground.plan.coverage
    share, reason = written_percent(coverage.share, ground.text), coverage.reason[ground.text.lang]
    yield Line("sentence", ground.say("progress.rule", share=share, reason=reason))


def rows_of(ground: Ground, span: Span) -> tuple[TargetRow, ...]:
    """The targets of one year, a row each."""
    return tuple(target_row(name, figure, ground.text) for name, figure in span.targets.figures.items())


def one_year_table(ground: Ground) -> Table:
    rows = tuple(
        (_named(ground, row), row.result, row.coverage, row.status_text) for row in rows_of(ground, ground.span)
    )
    head = ground.text.listed("paper.targets_head")
    return Table("targets", ground.say("paper.targets_table"), head, rows, ground.say("paper.targets_sheet"))


def years_table(ground: Ground) -> Table:
    """The years side by side; where the last one stands, stands in words."""
    of_years = [rows_of(ground, span) for span in ground.spans]
    rows: list[tuple[Cell, ...]] = [
        (_named(ground, one[-1]), *(in_cell(ground, row) for row in one), one[-1].status_text)
        for one in zip(*of_years, strict=True)
    ]
    text, status = ground.text.listed("paper.targets_years_head")
    head = (text, *(str(span.year) for span in ground.spans), status)
    return Table("targets", ground.say("paper.targets_table"), head, tuple(rows), ground.say("paper.targets_sheet"))


def _named(ground: Ground, row: TargetRow) -> str:
    return ground.say("paper.named", id=row.id, text=row.text)


def in_cell(ground: Ground, row: TargetRow) -> str:
    """One target in one of several years: what was found, and how many bodies it speaks of."""
    coverage = row.figure.coverage
    if coverage is None or not coverage.numerator:
        return row.result
    base = ground.say("paper.coverage", given=coverage.numerator, due=coverage.denominator)
    return ground.say("paper.with_base", result=row.result, base=base)


def _beside(ground: Ground, row: TargetRow) -> Iterator[str]:
    """What a target's result is made of, and the portal's own pages beside it; the plan's note on it."""
    shares = [f"{name} {share}" for name, share in row.shares]
    shares += [ground.say("paper.share_of_portal", share=row.portal)] if row.portal else []
    if shares:
        yield ground.say("paper.parts_of", target=row.id, shares="; ".join(shares))
    if row.note:
        yield row.note
