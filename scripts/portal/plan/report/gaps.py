"""What is missing: bodies that sent nothing, targets that are behind or cannot be judged, what no story tells."""

from collections.abc import Iterator

from portal.language import vocabulary
from portal.plan.ledger import successor
from portal.plan.report.ground import Ground
from portal.plan.report.values import Line, Part, Table
from portal.plan.reported import REPORTED_FOLDER


def gaps_part(ground: Ground) -> Iterator[Part]:
    """Everything missing, by name, with a place for why."""
    yield from _silent(ground)
    for status in ("behind", *vocabulary.UNDECIDED):
        found = [name for name, figure in ground.year.figures.items() if figure.status == status]
        if found:
            yield Line("sentence", ground.say(status, targets=", ".join(found)))
            if status == "too_few_reports":
                yield Line("sentence", ground.plan.coverage.reason[ground.text.lang])
    yield from _uncovered(ground)
    yield from _open_mappings(ground)
    yield ground.to_write("write_gaps")


def proposals_part(ground: Ground) -> Iterator[Part]:
    """A place for what only an officer can propose."""
    yield ground.to_write("write_proposals")


def _silent(ground: Ground) -> Iterator[Part]:
    year = ground.year
    missing = ground.ledger.missing(year.year, year.as_of)
    yield Line("sentence", ground.say("some_gaps", count=len(missing)) if missing else ground.say("no_gaps"))
    if missing:
        rows = tuple((a.called(ground.text.lang), f"{REPORTED_FOLDER}/{year.year}/{a.id}.yml") for a in missing)
        yield Table("not-reported", ground.say("gaps_table"), ground.head("gaps"), rows)


def _uncovered(ground: Ground) -> Iterator[Line]:
    coverage = ground.tallies[-1].coverage
    names = [code.upper() for code, count in coverage["convention"].items() if not count]
    names += [ground.text.label("groups", group) for group, count in coverage["group"].items() if not count]
    if names:
        yield Line("sentence", ground.say("uncovered", names=", ".join(names)))


def _open_mappings(ground: Ground) -> Iterator[Table]:
    named = dict.fromkeys(name for task in ground.plan.tasks for name in (*task.lead, *task.coordinating))
    unclear = [ground.agencies[name] for name in named if name in ground.agencies and ground.agencies[name].note]
    rows = tuple((a.called(ground.text.lang), successor(a, ground.agencies, ground.text)) for a in unclear)
    if rows:
        yield Table("open-bodies", ground.say("open_table"), ground.head("open"), rows)
