"""The seven conventions side by side, and the matters on which sources differ."""

from dataclasses import dataclass

from portal.language import vocabulary
from portal.site.facts import facts_view
from portal.site.spot import Spot
from portal.site.values import DisputeView, FactRow, FactsView, ThreadView


@dataclass(frozen=True)
class ComparisonRow:
    """One convention in a table of the comparison."""

    thread: ThreadView
    cells: tuple[FactRow, ...]


@dataclass(frozen=True)
class ComparisonTable:
    """One table: its name, its title, the heads of its columns, a row for each convention."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True)
class ConventionsBlock:
    """The whole comparison."""

    tables: tuple[ComparisonTable, ...]
    disputes: tuple[DisputeView, ...]


def conventions_block(spot: Spot) -> ConventionsBlock:
    """Every convention whose facts are known: its days, then Viet Nam's terms."""
    known = spot.library.data.conventions
    facts = [facts_view(spot, known[code]) for code in vocabulary.CONVENTIONS if code in known]
    text = spot.words
    dates = _table("dates", text.say("compare_dates"), [(one, one.dates) for one in facts])
    terms = _table("terms", text.say("compare_terms"), [(one, one.terms) for one in facts])
    disputes = tuple(dispute for one in facts for dispute in one.disputes)
    return ConventionsBlock((dates, terms), disputes)


def _table(name: str, title: str, cells: list[tuple[FactsView, tuple[FactRow, ...]]]) -> ComparisonTable:
    heads = tuple(row.label for row in cells[0][1]) if cells else ()
    return ComparisonTable(name, title, heads, tuple(ComparisonRow(one.thread, rows) for one, rows in cells))
