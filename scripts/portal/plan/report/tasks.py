"""What was done of each task: who led it, and what can be counted of it."""

from collections.abc import Iterator

from portal.plan.asked import Measure, Task
from portal.plan.ledger import successor
from portal.plan.measures import measure_key
from portal.plan.report.ground import Ground
from portal.plan.report.values import Line, Part
from portal.plan.reported import held_in


def tasks_part(ground: Ground) -> Iterator[Part]:
    """Each task of the plan, with a place for what no count can tell."""
    for task in ground.plan.tasks:
        yield Line("subheading", f"{task.id}. {task.text[ground.text.lang]}")
        yield from _leads(ground, task)
        for measure in task.measures:
            yield Line("sentence", _measured(ground, measure))
        yield ground.to_write("write_task")


def _leads(ground: Ground, task: Task) -> Iterator[Line]:
    yield Line("sentence", ground.say("lead", bodies="; ".join(map(ground.called, task.lead))))
    now = [successor(ground.agencies[n], ground.agencies, ground.text) for n in task.lead if n in ground.agencies]
    if any(now):
        pairs = zip(task.lead, now, strict=False)
        bodies = "; ".join((n or ground.called(name)).rstrip(".") for name, n in pairs)
        yield Line("sentence", ground.say("lead_now", bodies=bodies))


def _measured(ground: Ground, measure: Measure) -> str:
    name = measure.name[ground.text.lang]
    return _from_reports(ground, name, measure.reported) if measure.reported else _from_register(ground, name, measure)


def _from_register(ground: Ground, name: str, measure: Measure) -> str:
    """What bodies entered and, beside it, the portal's own pages. What nobody entered is said, never written as 0."""
    made, window, asked = ground.ledger.made, ground.year.window, ("measure", measure_key(measure))
    entered, portal = made.entered.total(window, *asked), made.own.total(window, *asked)
    if not entered:
        sentence = "measure_portal_only" if portal else "measure_not_entered"
        return ground.say(sentence, name=name, portal=portal)
    return ground.say("measure_with_portal" if portal else "measure", name=name, count=entered, portal=portal)


def _from_reports(ground: Ground, name: str, what: str) -> str:
    """What bodies report to have held: 0 only where one says that it held nothing."""
    if what == "reports" and ground.reports:
        return ground.say("measure", name=name, count=len(ground.reports))
    lists = [] if what == "reports" else [held_in(report, what) for report in ground.reports.values()]
    told = [held for held in lists if held is not None]
    if not told:
        return ground.say("measure_missing", name=name)
    held = [one for some in told for one in some if one.date in ground.year.window]
    people = [one.people for one in held if one.people is not None]
    if people:
        return ground.say("measure_people", name=name, count=len(held), people=sum(people))
    return ground.say("measure", name=name, count=len(held))
