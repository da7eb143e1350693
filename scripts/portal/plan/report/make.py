"""The report, put together: the paper that is signed, its annexes, the officer's sheet, and why it is still a draft."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from portal.language.words import Words
from portal.plan.filing import unfiled
from portal.plan.ledger import Ledger
from portal.plan.measured import done_in
from portal.plan.register.counters import Counters
from portal.plan.report.annexes.annexes import annexes_part
from portal.plan.report.assessment import assessment_part, next_part, proposals_part
from portal.plan.report.desk import desk_part
from portal.plan.report.ground import Ground, Span, Texts, still_missing
from portal.plan.report.letterhead import letterhead, not_given
from portal.plan.report.opening import direction_part, opening_part
from portal.plan.report.standing import standing_part
from portal.plan.report.tasks import tasks_part
from portal.plan.report.values import Line, Paper, Part, Report
from portal.plan.tallies import count_output

REPORT_PARTS: Final[dict[str, Callable[[Ground], Iterator[Part]]]] = {
    "direction": direction_part,
    "tasks": tasks_part,
    "targets": standing_part,
    "assessment": assessment_part,
    "next": next_part,
    "proposals": proposals_part,
}
"""The parts of the signed paper in their order; their headings stand in the words."""


def make_report(
    ledger: Ledger, year: int, as_of: date, kind: str, draft: bool, text: Words, texts: Texts = MappingProxyType({})
) -> Report:
    """The report of `year` as it stands on `as_of`; `texts` are the officer's own sentences. Raises ValueError for a
    year outside the plan."""
    if not ledger.plan.covers(year):
        raise ValueError(year)
    span = range(year if kind == "annual" else ledger.plan.years.first, year + 1)
    ground = Ground(ledger, kind, as_of, tuple(_span(ledger, one, as_of) for one in span), text, texts)
    why = tuple(why_draft(ground, draft))
    subject, frame = _subject(ground), letterhead(ground.owner, as_of, text)
    papers = (
        Paper("paper", ground.say("paper.title"), subject, frame, tuple(_paper(ground))),
        Paper("annexes", ground.say("annexes.title"), subject, frame, tuple(annexes_part(ground))),
        Paper("officer", ground.say("desk.title"), subject, None, tuple(desk_part(ground, why))),
    )
    return Report(kind, year, as_of, why, papers)


def _span(ledger: Ledger, year: int, as_of: date) -> Span:
    own = count_output(ledger.plan, ledger.library, replace(ledger.made_on(as_of), entered=Counters({})), year, as_of)
    return Span(
        targets=ledger.count(year, as_of),
        tallies=ledger.tally(year, as_of),
        own=own,
        done=done_in(ledger, year, as_of),
        due=ledger.due(year, as_of),
        reports=ledger.reports.get(year, {}),
    )


def _subject(ground: Ground) -> str:
    years = {"first": ground.spans[0].year, "year": ground.span.year, "years": f"{len(ground.spans):02}"}
    return ground.say(f"paper.subject.{ground.kind}", **years, **ground.plan_named())


def _paper(ground: Ground) -> Iterator[Part]:
    yield from opening_part(ground)
    for name, write in REPORT_PARTS.items():
        values = {"next": ground.span.year + 1, "last": ground.plan.years.last}
        of_kind = f"_{ground.kind}" if name == "next" else ""
        yield Line("heading", ground.say(f"paper.parts.{name}{of_kind}", **values))
        yield from write(ground)


def why_draft(ground: Ground, asked: bool) -> Iterator[str]:
    """Why the paper cannot be signed yet, a reason a line: bodies that have neither reported nor been excused, places
    nobody has filled, what the owner has not given, the year before whose end nobody knows; or because a draft was
    asked for."""
    if asked:
        yield ground.say("paper.draft.asked")
    if still_missing(ground):
        yield ground.say("paper.draft.bodies", count=len(still_missing(ground)))
    empty = [place.name for place in ground.places if not ground.texts.get(place.name)]
    if empty:
        yield ground.say("paper.draft.places", count=len(empty), names=", ".join(empty))
    owner = [ground.say(f"report.blanks.{name}") for name in not_given(ground.owner)]
    if owner:
        yield ground.say("paper.draft.owner", names=", ".join(owner))
    before = ground.span.year - 1  # a review adds the years up: which of them a day belongs to changes no sum
    if ground.kind == "annual" and before in unfiled(ground.ledger, ground.as_of):
        yield ground.say("filed.earlier", years=before)
