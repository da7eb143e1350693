"""One body of the plan: its tasks, the targets that need its figures, what it reported, what is missing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from portal.content.known.agencies import Agency
from portal.language.places import BODIES, PROGRESS
from portal.language.written import written_day
from portal.plan.bodies.asked import Task
from portal.plan.bodies.bodies import Body, Role
from portal.site.addresses import target_anchor, task_anchor
from portal.site.blocks.plan.bodies import COMMON, body_link
from portal.site.documents.places import place_of_target, place_of_task
from portal.site.made.bodies.body_reports import EnteredOf, ReportsOf, entered_of, reports_of
from portal.site.spot import Spot
from portal.site.values import FactRow, Link, LinkGroup


@dataclass(frozen=True)
class TaskOf:
    """A task of a body, or a target that needs its figures, with the way to it on the progress page, and to where the
    plan sets it."""

    id: str
    text: str
    href: str
    place: Link | None


@dataclass(frozen=True)
class TaskGroup:
    """Tasks that a body leads, or coordinates. `through` says by which entry of the plan it is meant, "" where the plan
    names it."""

    title: str
    through: str
    tasks: tuple[TaskOf, ...]


@dataclass(frozen=True)
class BodyBlock:
    """The whole page. `names` are its other names, by which it is searched; `status` says why a body does not report,
    "" where it does; `notes` what is the portal's reading of its tasks; `reports` is None for bodies that do not
    report, `entered` where nothing was entered this year."""

    names: str
    facts: tuple[FactRow, ...]
    ways: tuple[LinkGroup, ...]
    members: tuple[Link, ...]
    status: str
    tasks_note: str
    notes: tuple[str, ...]
    tasks: tuple[TaskGroup, ...]
    targets: tuple[TaskOf, ...]
    reports: ReportsOf | None
    entered: EnteredOf | None
    all: Link


def body_block(spot: Spot) -> BodyBlock | None:
    """What stands on a body's page; None at a place that is no body's."""
    body, ledger = spot.site.bodies.get(spot.place.removeprefix(f"{BODIES}/")), spot.site.registers.ledger
    if body is None or ledger is None:
        return None
    agency, text = body.agency, spot.words
    status = text.say(f"bodies.not_due_{agency.kind}") if agency.kind in COMMON else ""
    note = "tasks_note" if body.roles else "tasks_none"
    return BodyBlock(
        names="; ".join(_names(spot, body)),
        facts=tuple(_facts(spot, agency)),
        ways=tuple(_ways(spot, body)),
        members=tuple(body_link(spot, one) for one in body.members),
        status=status,
        tasks_note=text.say(f"bodies.{note}", number=ledger.plan.number),
        notes=tuple(_notes(spot, body)),
        tasks=tuple(_tasks(spot, body.roles)),
        targets=tuple(_targets(spot, body)),
        reports=reports_of(spot, body, ledger.plan) if body.is_due else None,
        entered=entered_of(spot, body.years[-1]),
        all=Link(text.say("bodies.all"), spot.to(BODIES)),
    )


def _names(spot: Spot, body: Body) -> Iterator[str]:
    """The other names people know it by: its short one, and those of bodies whose tasks it took over."""
    lang = spot.words.lang
    for one in (body.agency, *body.came_from):
        if one is not body.agency:
            yield one.called(lang)
        short = one.for_short(lang)
        if short:
            yield short


def _facts(spot: Spot, agency: Agency) -> Iterator[FactRow]:
    text = spot.words
    for name, day in (("since", agency.valid_from), ("until", agency.valid_to)):
        if day:
            yield FactRow(text.say(f"bodies.{name}"), written_day(day, text))
    if agency.note:
        yield FactRow(text.say("bodies.unclear"), agency.note[text.lang])


def _ways(spot: Spot, body: Body) -> Iterator[LinkGroup]:
    known, say = spot.library.data.agencies, spot.words.say
    became = tuple(known[name] for name in body.agency.successor if name in known)
    for name, agencies in (("came_from", body.came_from), ("became", became), ("groups", body.groups)):
        if agencies:
            yield LinkGroup(say(f"bodies.{name}"), tuple(body_link(spot, one) for one in agencies))


def _tasks(spot: Spot, roles: tuple[Role, ...]) -> Iterator[TaskGroup]:
    """What it leads before what it coordinates; what it is named for before what it has as one of many."""
    found = defaultdict[tuple[bool, tuple[str, ...]], list[Role]](list)
    for role in roles:
        found[not role.leads, tuple(one.id for one in role.through)].append(role)
    for (coordinates, _), same in sorted(found.items(), key=lambda pair: (pair[0][0], len(pair[0][1]))):
        title = spot.words.say("bodies.coordinates" if coordinates else "bodies.leads")
        yield TaskGroup(title, _through(spot, same[0]), tuple(_task(spot, role.task) for role in same))


def _task(spot: Spot, task: Task) -> TaskOf:
    href = f"{spot.to(PROGRESS)}#viec-{task_anchor(task.id)}"
    return TaskOf(task.id, task.text[spot.words.lang], href, place_of_task(spot, task.id))


def _through(spot: Spot, role: Role) -> str:
    """By which entry of the plan a body is meant."""
    text = spot.words
    names = {"old" if one.kind == "former" else "group": one.called(text.lang) for one in role.through}
    return text.say(f"bodies.through_{'_'.join(sorted(names, reverse=True))}", **names) if names else ""


def _notes(spot: Spot, body: Body) -> Iterator[str]:
    through = {one.kind == "former" for role in body.roles for one in role.through}
    if True in through:
        yield spot.words.say("bodies.through_note")
    if False in through:
        yield spot.words.say("bodies.group_note")


def _targets(spot: Spot, body: Body) -> Iterator[TaskOf]:
    for target in body.targets if body.is_due else ():
        href = f"{spot.to(PROGRESS)}#{target_anchor(target.id)}"
        yield TaskOf(target.id, target.text[spot.words.lang], href, place_of_target(spot, target.id))
