"""How the paper opens: to whom, under what, of which days; what was directed, and who has reported."""

from collections.abc import Iterator

from portal.plan.report.ground import Ground, Span, excused_from, still_missing
from portal.plan.report.letterhead import addressees
from portal.plan.report.numbering import annex
from portal.plan.report.values import Line, Part


def opening_part(ground: Ground) -> Iterator[Part]:
    """Whom it is sent to; the plan it is written under and the days it speaks of."""
    to = addressees(ground.owner, ground.text)
    if len(to) == 1:
        yield Line("to", ground.say("paper.to", to=to[0]))
    else:
        yield Line("to", ground.say("paper.to_several"))
        ends = (*(";" for _ in to[1:]), ".")
        yield from (Line("to", ground.say("paper.to_one", to=one) + end) for one, end in zip(to, ends, strict=True))
    yield Line("sentence", ground.say(f"paper.opening.{ground.kind}", **_opened(ground)))
    filed = ground.plan.filed.get(ground.span.year)
    if filed and filed < ground.plan.full_window(ground.span.year).end:
        yield Line("sentence", ground.say("paper.next_year", day=ground.day(filed), next=ground.span.year + 1))


def _opened(ground: Ground) -> dict[str, object]:
    plan, first, last = ground.plan, ground.spans[0], ground.span
    section = plan.sections.report if ground.kind == "annual" else plan.sections.review
    end, counted = plan.full_window(last.year).end, last.targets.window.end
    return {
        **ground.plan_named(),
        "basis": ground.say("paper.section_of", section=section) if section else "",
        "owner": owner_named(ground),
        "first": first.year,
        "year": last.year,
        "years": f"{len(ground.spans):02}",
        "start": ground.day(first.targets.window.start),
        "end": ground.day(end),
        "up_to": ground.say("paper.up_to", day=ground.day(counted)) if counted < end else "",
    }


def owner_named(ground: Ground) -> str:
    """Who reports, or the mark that the owner has not given its name."""
    name = ground.owner.name[ground.text.lang] if ground.owner else None
    return name or ground.say("report.empty", what=ground.say("report.blanks.owner"))


def direction_part(ground: Ground) -> Iterator[Part]:
    """What was directed, in the officer's words; then who has reported, who need not, who is not asked yet."""
    yield from ground.written("direction")
    yield from (Line("sentence", sentence) for sentence in reporting(ground))


def reporting(ground: Ground) -> Iterator[str]:
    """How many bodies have reported, in every year; who need not; which the list does not have yet."""
    for span in ground.spans:
        yield _reported(ground, span)
    if still_missing(ground):
        yield ground.say("paper.not_sent", count=len(still_missing(ground)), annex=annex("missing", ground))
    if excused_from(ground):
        named = "; ".join(_with_why(ground, body.called(ground.text.lang), why) for body, why in excused_from(ground))
        yield ground.say("paper.excused", year=ground.span.year, bodies=named)
    if ground.plan.bodies_not_listed:
        named = "; ".join(one.name[ground.text.lang] for one in ground.plan.bodies_not_listed)
        yield ground.say("paper.not_listed", bodies=named, annex=annex("missing", ground))


def _with_why(ground: Ground, name: str, why: str) -> str:
    return ground.say("paper.with_why", name=name, why=why.rstrip("."))


def _reported(ground: Ground, span: Span) -> str:
    values = {"day": ground.day(ground.as_of), "year": span.year, "due": len(span.due), "given": span.reported}
    return ground.say("paper.sent" if span.reported else "paper.sent_none", **values)
