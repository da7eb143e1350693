"""The annexes: every figure of the report as a table, numbered, each on a page of its own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from portal.plan.report.annexes.bodies import bodies_annex, missing_annex
from portal.plan.report.annexes.output import budget_annex, held_annex, products_annex
from portal.plan.report.annexes.tasks import targets_annex, tasks_annex
from portal.plan.report.ground import Ground
from portal.plan.report.numbering import ANNEXES, annex, roman
from portal.plan.report.opening import owner_named
from portal.plan.report.values import Line, Part, Table

_WRITERS: Final[dict[str, Callable[[Ground], Iterator[Part]]]] = {
    "targets": targets_annex,
    "tasks": tasks_annex,
    "bodies": bodies_annex,
    "held": held_annex,
    "budget": budget_annex,
    "products": products_annex,
    "missing": missing_annex,
}
_EMPTY: Final = {"missing": "none"}
"""What an empty table says where it is not that nobody has said anything."""


def annexes_part(ground: Ground) -> Iterator[Part]:
    """Every annex in its order: its number, what it shows, of which paper it is, its tables."""
    for name in ANNEXES:
        yield Line("annex", annex(name, ground))
        yield Line("annex_title", ground.say(f"annexes.titles.{name}"))
        yield Line("annex_of", ground.say("annexes.of", owner=owner_named(ground)))
        yield from _numbered(ground, name)


def _numbered(ground: Ground, name: str) -> Iterator[Part]:
    """The parts of an annex, its tables numbered and those without a row said to have none."""
    number = 0
    for part in _WRITERS[name](ground):
        if isinstance(part, Table) and part.rows:
            number += 1
            titled = ground.say("annexes.table", annex=roman(name), number=number, title=part.title)
            sheet = ground.say(f"annexes.sheets.{part.id}")
            yield replace(part, title=titled, sheet=f"{roman(name)}.{number} {sheet}")
        elif isinstance(part, Table):
            yield Line("sentence", ground.say(f"annexes.{_EMPTY.get(name, 'empty')}", title=part.title))
        else:
            yield part
