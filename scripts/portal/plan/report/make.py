"""The yearly report, put together: its parts in their order, whether it is a draft, what frames it."""

from collections.abc import Callable, Iterator
from datetime import date
from types import MappingProxyType

from portal.language import vocabulary
from portal.language.words import Words
from portal.plan.ledger import Ledger
from portal.plan.report.gaps import gaps_part, proposals_part
from portal.plan.report.ground import Ground, Texts
from portal.plan.report.opening import letterhead, opening_part
from portal.plan.report.output import budget_part, figures_part, sources_part
from portal.plan.report.targets import targets_part
from portal.plan.report.tasks import tasks_part
from portal.plan.report.values import Line, Paper, Part, Report

REPORT_PARTS: dict[str, Callable[[Ground], Iterator[Part]]] = {
    "tasks": tasks_part,
    "targets": targets_part,
    "budget": budget_part,
    "figures": figures_part,
    "gaps": gaps_part,
    "proposals": proposals_part,
    "sources": sources_part,
}
"""The parts of a report in their order; their headings stand in the words, their sections in the plan."""


def make_report(
    ledger: Ledger, year: int, as_of: date, kind: str, draft: bool, text: Words, texts: Texts = MappingProxyType({})
) -> Report:
    """The report of `year` as it stands on `as_of`; `texts` are the officer's own sentences. Raises ValueError for a
    year outside the plan."""
    years = ledger.plan.years
    if not years.first <= year <= years.last:
        raise ValueError(year)
    span = range(year if kind == "annual" else years.first, year + 1)
    counted = tuple(ledger.count(one, as_of) for one in span)
    ground = Ground(ledger, counted, tuple(ledger.tally(one, as_of) for one in span), text, texts)
    undecided = tuple(n for n, figure in ground.year.figures.items() if figure.status in vocabulary.UNDECIDED)
    named = ground.say(f"kinds.{kind}", first=years.first, year=year)
    subject = ground.say("subject", kind=named, **ground.plan_named())
    frame = letterhead(ledger.library.data.owner, as_of, text)
    blocks = (*opening_part(ground, undecided), *_body(ground))
    why = (ground.say("draft_why", targets=", ".join(undecided)),) if undecided or draft else ()
    paper = Paper("paper", ground.say("title"), subject, frame, blocks)
    return Report(kind, year, as_of, why, (paper,))


def _body(ground: Ground) -> Iterator[Part]:
    said = ground.plan.sections
    sections = {"tasks": said.task, "targets": said.target, "budget": said.budget}
    for name, write in REPORT_PARTS.items():
        yield Line("heading", ground.say(f"parts.{name}", section=sections.get(name, "")))
        yield from write(ground)
