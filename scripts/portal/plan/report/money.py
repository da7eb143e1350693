"""Money, as bodies report it: by body, by source, summed over the years that have figures."""

from collections import Counter
from dataclasses import dataclass

from portal.plan.report.ground import Ground, Span
from portal.plan.report.prose import coverage


@dataclass(frozen=True)
class Spent:
    """One line of one body's budget in one year, in đồng."""

    year: int
    agency: str
    source: str
    vnd: int


def spent_in(span: Span) -> list[Spent] | None:
    """Every line of a year; None where no body has reported on its budget."""
    told = {name: report.budget for name, report in span.reports.items() if report.budget is not None}
    if not told:
        return None
    return [Spent(span.year, name, line.source, line.vnd) for name, budget in told.items() for line in budget]


def by_source(lines: list[Spent]) -> dict[str, int]:
    """source → đồng, the largest first."""
    sums: Counter[str] = Counter()
    for line in lines:
        sums[line.source] += line.vnd
    return dict(sorted(sums.items(), key=lambda one: (-one[1], one[0])))


def budget_sentence(ground: Ground) -> str:
    """The money in one sentence, with how many bodies it is known of."""
    years = [(span, spent_in(span)) for span in ground.spans]
    lines = [line for _, told in years for line in told or ()]
    if all(told is None for _, told in years):
        return ground.say("paper.money_missing")
    sources = "; ".join(
        ground.say("paper.money_source", source=s, vnd=ground.number(v)) for s, v in by_source(lines).items()
    )
    values = {"total": ground.number(sum(line.vnd for line in lines)), "sources": sources}
    if len(years) > 1:
        each = ", ".join(_in_year(ground, span, told) for span, told in years)
        return ground.say("paper.money_years" if lines else "paper.money_none_years", **values, years=each)
    base = coverage(ground, _givers(ground.span), ground.span)
    return ground.say("paper.money" if lines else "paper.money_none", **values, base=base)


def _in_year(ground: Ground, span: Span, told: list[Spent] | None) -> str:
    if told is None:
        return ground.say("paper.year_missing", year=span.year)
    count = ground.say("told.money", count=ground.number(sum(line.vnd for line in told)))
    return ground.say("paper.year_count", year=span.year, count=count, base=coverage(ground, _givers(span), span))


def _givers(span: Span) -> int:
    """How many bodies due have said anything of their budget."""
    return sum(agency.id in span.reports and span.reports[agency.id].budget is not None for agency in span.due)
