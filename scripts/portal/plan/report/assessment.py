"""The end of the paper: what went well and what did not, next year's work, proposals, the closing sentence."""

from collections.abc import Iterator

from portal.language import vocabulary
from portal.plan.report.ground import Ground
from portal.plan.report.numbering import ANNEXES, roman
from portal.plan.report.opening import owner_named
from portal.plan.report.values import Line, Part


def assessment_part(ground: Ground) -> Iterator[Part]:
    """What went well; what did not, and why; for a review, what was learnt. Which targets are behind or cannot be
    judged is counted, everything else is the officer's."""
    yield Line("subheading", ground.say("paper.strengths"))
    yield from ground.written("assessment")
    yield Line("subheading", ground.say("paper.difficulties"))
    for status in ("behind", *vocabulary.UNDECIDED):
        found = [name for name, figure in ground.span.targets.figures.items() if figure.status == status]
        if found:
            yield Line("sentence", ground.say(f"paper.standing.{status}", targets=", ".join(found)))
    yield from ground.written("difficulties")
    if ground.kind != "annual":
        yield Line("subheading", ground.say("paper.lessons"))
        yield from ground.written("lessons")


def next_part(ground: Ground) -> Iterator[Part]:
    """The work ahead, in the officer's words."""
    return ground.written("next-year" if ground.kind == "annual" else "next-years")


def proposals_part(ground: Ground) -> Iterator[Part]:
    """What is proposed, in the officer's words; the annexes; the closing sentence."""
    yield from ground.written("proposals")
    yield Line("sentence", ground.say("paper.annexed", first=roman(ANNEXES[0]), last=roman(ANNEXES[-1])))
    values = {**ground.plan_named(), "year": ground.span.year, "first": ground.spans[0].year}
    yield Line("closing", ground.say(f"paper.closing.{ground.kind}", owner=owner_named(ground), **values))
