"""The places of a paper that only an officer can fill: the machine counts, it never judges."""

from dataclasses import dataclass
from typing import Final

from portal.language.folding import slugify
from portal.language.vocabulary import REPORT_KINDS
from portal.plan.bodies.asked import Task
from portal.plan.plan import Plan


@dataclass(frozen=True)
class Place:
    """One place. `name` names the officer's text, data/report-texts/<year>/<name>.md; `asks` is the word that says what
    is to be written; `kinds` are the kinds of report it stands in; `task` is the task's id where it belongs to one."""

    name: str
    asks: str
    kinds: tuple[str, ...] = REPORT_KINDS
    task: str = ""


FIXED_PLACES: Final = (
    Place("direction", "direction"),
    Place("assessment", "assessment"),
    Place("difficulties", "difficulties"),
    Place("lessons", "lessons", ("interim", "final")),
    Place("next-year", "next_year", ("annual",)),
    Place("next-years", "next_years", ("interim", "final")),
    Place("proposals", "proposals"),
)
"""What every paper asks beside a place for each task of the plan."""


def places_of(plan: Plan, kind: str) -> tuple[Place, ...]:
    """Every place of a paper of this kind, each task's first."""
    tasks = (Place(task_place(task.id), "task", task=task.id) for task in plan.tasks if not is_reporting(task))
    return (*tasks, *(place for place in FIXED_PLACES if kind in place.kinds))


def is_reporting(task: Task) -> bool:
    """Whether a task is to report, and nothing else: how many reports were sent says all there is to say."""
    return bool(task.measures) and all(measure.reported == "reports" for measure in task.measures)


def task_place(task: str) -> str:
    """The name of a task's place: "iv-1a" for IV.1a, "iv-3a-b" for IV.3a-b."""
    return slugify(task)
