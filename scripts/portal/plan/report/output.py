"""What was made and what it cost, and where the figures come from."""

from collections.abc import Iterator

from portal.language.written import written_day
from portal.plan.report.ground import Ground
from portal.plan.report.values import Cell, Line, Part, Table
from portal.plan.reported import BudgetLine
from portal.plan.tables import present, products_said, quality_rows, tables

_GAPS_TELL = ("theme", "content", "convention", "group")  # tables in which what is missing says something


def budget_part(ground: Ground) -> Iterator[Part]:
    """Money by source, as bodies report it."""
    told = {name: report.budget for name, report in ground.reports.items() if report.budget is not None}
    lines = [(name, line) for name, budget in told.items() for line in budget]
    if not told:
        yield Line("sentence", ground.say("budget_none"))
        return
    rows = [_budget_row(source, [one for one in lines if one[1].source == source]) for source in _sources_of(lines)]
    yield Table(
        "budget",
        ground.say("budget_table"),
        ground.head("budget"),
        (*rows, (ground.say("total"), len(told), sum(line.vnd for _, line in lines))),
    )


def _sources_of(lines: list[tuple[str, BudgetLine]]) -> list[str]:
    return sorted({line.source for _, line in lines})


def _budget_row(source: str, lines: list[tuple[str, BudgetLine]]) -> tuple[Cell, ...]:
    return (source, len({name for name, _ in lines}), sum(line.vnd for _, line in lines))


def figures_part(ground: Ground) -> Iterator[Part]:
    """Products and stories by everything they are counted by, and how good the stories are."""
    tallies = ground.tallies[-1]
    yield Line("sentence", f"{products_said(tallies, ground.text)}.")
    for whole in tables(tallies, ground.plan, ground.agencies, ground.text):
        table = whole if whole.id in _GAPS_TELL else present(whole)
        rows = tuple((label, ground.counted(count)) for label, count in table.rows)
        if rows:
            yield Table(table.id, table.title, ground.head("count"), rows)
    quality = tuple(quality_rows(tallies, ground.text))
    yield Table("quality", ground.text.say("tallies.quality_title"), ground.head("quality"), quality)


def sources_part(ground: Ground) -> Iterator[Part]:
    """Where every figure of the report comes from."""
    made, window = ground.ledger.made, ground.year.window
    rows: list[tuple[Cell, ...]] = [(ground.say("source_stories"), made.own.total(window))]
    entered = sorted(made.entered.tally(window, "file").items())
    rows += [(ground.say("source_register", path=path), count) for path, count in entered]
    rows += [(ground.say("source_report", body=ground.called(n)), _document(ground, n)) for n in ground.reports]
    yield Table("sources", ground.say("sources_table"), ground.head("sources"), tuple(rows))


def _document(ground: Ground, name: str) -> str:
    document = ground.reports[name].document
    if document is None:
        return ground.say("source_no_document")
    return ground.say("source_document", number=document.number, day=written_day(document.date, ground.text))
