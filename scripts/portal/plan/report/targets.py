"""The targets: a row each, what needs to be known beside it, and how the years compare."""

from collections.abc import Iterator

from portal.language import vocabulary
from portal.plan.report.ground import Ground
from portal.plan.report.values import Cell, Line, Part, Table
from portal.plan.tables import TargetRow, result_with_status, target_rows


def targets_part(ground: Ground) -> Iterator[Part]:
    """Every target as it stands; with several years, how it stood in each."""
    rows = target_rows(ground.year, ground.text)
    yield Table("targets", ground.say("targets_table"), ground.head("targets"), tuple(map(_cells, rows)))
    for row in rows:
        yield from _beside(ground, row)
    if len(ground.years) > 1:
        yield _targets_by_year(ground)
        yield _products_by_year(ground)


def _cells(row: TargetRow) -> tuple[Cell, ...]:
    return (row.id, row.text, row.result, row.floor, row.status_text, row.coverage)


def _beside(ground: Ground, row: TargetRow) -> Iterator[Line]:
    if row.shares:
        yield Line("sentence", f"{row.id}: {'; '.join(f'{name} {share}' for name, share in row.shares)}.")
    if row.portal:
        yield Line("sentence", f"{row.id}: {ground.text.say('progress.portal', share=row.portal)}")
    if row.note:
        yield Line("sentence", row.note)


def _targets_by_year(ground: Ground) -> Table:
    head = (ground.say("target"), *(str(year.year) for year in ground.years))
    rows = tuple(
        (name, *(result_with_status(year.figures[name], ground.text) for year in ground.years))
        for name in ground.year.figures
    )
    return Table("years", ground.say("years_table"), head, rows)


def _products_by_year(ground: Ground) -> Table:
    head = (ground.say("theme"), *(str(tallies.year) for tallies in ground.tallies))
    rows: list[tuple[Cell, ...]] = [
        (
            ground.text.label("sections", theme),
            *(ground.counted(tallies.by["theme"][str(number)]) for tallies in ground.tallies),
        )
        for number, theme in enumerate(vocabulary.THEMES, 1)
    ]
    rows.append((ground.say("total"), *(ground.counted(tallies.products) for tallies in ground.tallies)))
    return Table("products-years", ground.say("products_years_table"), head, tuple(rows))
