"""What was done of each task, in sentences: what was counted, by whom, of how many bodies it is known."""

from collections import Counter
from collections.abc import Iterator

from portal.plan.bodies.asked import Task
from portal.plan.measured import Measured
from portal.plan.report.ground import Ground
from portal.plan.report.money import budget_sentence
from portal.plan.report.numbering import annex
from portal.plan.report.officer.places import is_reporting, task_place
from portal.plan.report.prose import by_year, coverage, noun, total, who
from portal.plan.report.values import Line

OverYears = tuple[Measured, ...]
"""One measure in every year the report speaks of, the last being its own."""


def tasks_part(ground: Ground) -> Iterator[Line]:
    """Each task of the plan, then the money: what can be counted, then what the officer has to say of it."""
    yield Line("sentence", ground.say("paper.tasks_intro", annex=annex("tasks", ground)))
    for number, task in enumerate(ground.plan.tasks, 1):
        words_of = {"number": number, "id": task.id, "text": task.text[ground.text.lang]}
        yield Line("subheading", ground.say("paper.task", **words_of))
        yield from (Line("sentence", sentence) for sentence in _counted(ground, task))
        if not is_reporting(task):
            yield from ground.written(task_place(task.id))
    section = ground.plan.sections.budget
    yield Line("subheading", ground.say("paper.budget", number=len(ground.plan.tasks) + 1, section=section))
    yield Line("sentence", budget_sentence(ground))


def _counted(ground: Ground, task: Task) -> Iterator[str]:
    """The sentences of a task: products together, each thing held on its own, what is not known last."""
    each = list(zip(*(span.done.tasks[task.id] for span in ground.spans), strict=True))
    known = [years for years in each if total(one.count for one in years) is not None]
    yield from _of_register(ground, [years for years in known if not years[-1].measure.reported])
    for years in known:
        if years[-1].measure.reported:
            yield _of_reports(ground, years)
    missing = [noun(ground, years[-1]) for years in each if years not in known]
    if missing:
        yield ground.say("paper.missing", names="; ".join(missing))


def _of_register(ground: Ground, products: list[OverYears]) -> Iterator[str]:
    """One year's products in one sentence, "Sổ sản phẩm ghi nhận 14 tờ rơi do Sở Một (9), Sở Hai (5) thực hiện; 3 sản
    phẩm in do …"; several years' in a sentence each."""
    if len(ground.spans) > 1:
        yield from (ground.say("paper.register_years", **_values(ground, years)) for years in products)
    elif products:
        items = "; ".join(ground.say("paper.made", **_values(ground, years)) for years in products)
        yield ground.say("paper.register", items=items, base=coverage(ground, ground.span.registered, ground.span))


def _of_reports(ground: Ground, years: OverYears) -> str:
    """What bodies say they held, or that they held none of it; how many of them have said so."""
    what, count = years[-1].measure.reported, total(one.count for one in years)
    values = _values(ground, years)
    several = "_years" if len(ground.spans) > 1 else ""
    if what == "reports":
        return ground.say(f"paper.reports_sent{several}", **values)
    if not count:
        return ground.say(f"paper.held_none{several}", **values)
    return ground.say(f"paper.held{several}", did=ground.say(f"paper.verbs.{what}"), **values)


def _values(ground: Ground, years: OverYears) -> dict[str, object]:
    """What the sentences of one measure are filled with."""
    bodies: Counter[str] = Counter()
    for one in years:
        bodies.update(one.by_body)
    return {
        "count": ground.number(total(one.count for one in years) or 0),
        "noun": noun(ground, years[-1]),
        "who": who(ground, bodies),
        "people": _people(ground, years),
        "base": coverage(ground, ground.span.given(years[-1]), ground.span),
        "years": by_year(ground, zip(ground.spans, years, strict=True)),
    }


def _people(ground: Ground, years: OverYears) -> str:
    """How many attended, and of how many entries nobody says; "" where no entry gives any."""
    people, unknown = total(one.people for one in years), sum(one.unknown for one in years)
    if people is None:
        return ""
    part = "paper.people_of_some" if unknown else "paper.people"
    return ground.say(part, people=ground.number(people), unknown=ground.number(unknown))
