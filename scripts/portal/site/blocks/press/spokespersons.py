"""Whom the press can ask in each body: the office, as the body reported it; who did not report, and who can."""

from dataclasses import dataclass
from typing import Final

from portal.language.places import PRESS, RECEIVED
from portal.language.written import written_day
from portal.plan.bodies.bodies import Body, BodyYear
from portal.plan.bodies.spokesperson import Spokesperson
from portal.reading.personal.office import office_digits
from portal.site.blocks.plan.bodies import body_groups, body_link
from portal.site.spot import Spot
from portal.site.values import Link, LinkGroup

_UNBROKEN: Final = "\u00a0"
"""Between the digits of a number: no line ends within it."""


@dataclass(frozen=True)
class SpokespersonRow:
    """What a body reported: whether it has a spokesperson, the post, how the office is reached, "" where it did not
    say; `call` is the number as a telephone dials it. `day` says when it reported."""

    body: Link
    designated: str
    role: str
    telephone: str
    call: str
    email: str
    day: str

    @property
    def has_contact(self) -> bool:
        """Whether the press can reach anybody by it."""
        return bool(self.role or self.telephone or self.email)


@dataclass(frozen=True)
class SpokespersonsBlock:
    """The table; the bodies that are asked and did not report, in their groups; the ways to what else is known."""

    counted: str
    rows: tuple[SpokespersonRow, ...]
    waiting: tuple[LinkGroup, ...]
    waiting_count: int
    ways: tuple[Link, ...]


def spokespersons_block(spot: Spot) -> SpokespersonsBlock:
    """Every body that the plan asks for a spokesperson, or that reported one."""
    said = {body.agency.id: newest for body in spot.site.bodies.values() if (newest := _newest(body))}
    asked = tuple(body for body in spot.site.bodies.values() if body.agency.id in said or _is_asked(body))
    rows = tuple(_row(spot, body, *said[body.agency.id]) for body in asked if body.agency.id in said)
    waiting = [body for body in asked if body.agency.id not in said]
    desk = Link(spot.words.say("press.speakers_law"), spot.to(PRESS))
    return SpokespersonsBlock(
        counted=contacts_counted(spot),
        rows=rows,
        waiting=tuple(body_groups(spot, waiting)),
        waiting_count=len(waiting),
        ways=(desk, *spot.links((RECEIVED,))),
    )


def contacts_counted(spot: Spot) -> str:
    """How many of the bodies that are asked gave a contact; "" where nobody is asked."""
    said = [(_newest(body), _is_asked(body)) for body in spot.site.bodies.values()]
    every = [newest for newest, asked in said if newest or asked]
    given = sum(bool(one and _has_contact(one[0])) for one in every)
    return spot.words.say("press.speakers_count", given=given, all=len(every)) if every else ""


def _is_asked(body: Body) -> bool:
    return body.is_due and any(target.reported == "spokesperson" for target in body.targets)


def _newest(body: Body) -> tuple[Spokesperson, BodyYear] | None:
    """What a body said last of its spokesperson, and in which year's report."""
    for year in reversed(body.years):
        if year.report and year.report.spokesperson:
            return year.report.spokesperson, year
    return None


def _has_contact(said: Spokesperson) -> bool:
    return bool(said.role or said.telephone or said.email)


def _row(spot: Spot, body: Body, said: Spokesperson, year: BodyYear) -> SpokespersonRow:
    text = spot.words
    paper = year.report.document if year.report else None
    return SpokespersonRow(
        body=body_link(spot, body.agency),
        designated=text.say("press.designated" if said.designated else "press.not_designated"),
        role=said.role or "",
        telephone=(said.telephone or "").replace(" ", _UNBROKEN),
        call=office_digits(said.telephone or ""),
        email=said.email or "",
        day=written_day(paper.date, text) if paper else text.say("press.of_year", year=year.year),
    )
