"""Every body of the plan, grouped by what it is; and those that are not in the list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.language.folding import fold
from portal.language.places import PROGRESS, RECEIVED, body_place
from portal.plan.bodies.bodies import Body
from portal.site.spot import Spot
from portal.site.values import FactRow, Link, LinkGroup

COMMON: tuple[str, ...] = vocabulary.AGENCY_KINDS[-2:]
"""Kinds that do not report: collective names, bodies that are no longer there."""


@dataclass(frozen=True)
class BodiesBlock:
    """How many have reported this year, the bodies in their groups, the names that do not report, those not listed, and
    where else a reader finds who has reported."""

    reported: str
    groups: tuple[LinkGroup, ...]
    not_due: tuple[LinkGroup, ...]
    not_listed: tuple[FactRow, ...]
    elsewhere: tuple[Link, ...]


def bodies_block(spot: Spot) -> BodiesBlock | None:
    """Every body that has a page; None where the corpus has no plan."""
    ledger, bodies = spot.site.registers.ledger, tuple(spot.site.bodies.values())
    if ledger is None or not bodies:
        return None
    lang = spot.words.lang
    return BodiesBlock(
        reported=_reported(spot, bodies),
        groups=tuple(body_groups(spot, (body for body in bodies if body.agency.kind not in COMMON))),
        not_due=tuple(body_groups(spot, (body for body in bodies if body.agency.kind in COMMON))),
        not_listed=tuple(FactRow(one.name[lang], one.why[lang]) for one in ledger.plan.bodies_not_listed),
        elsewhere=spot.links((PROGRESS, RECEIVED)),
    )


def _reported(spot: Spot, bodies: tuple[Body, ...]) -> str:
    due = [body for body in bodies if body.is_due]
    given = sum(body.years[-1].report is not None for body in due)
    return spot.words.say("bodies.reported_so_far", year=bodies[0].years[-1].year, given=given, due=len(due))


def body_groups(spot: Spot, bodies: Iterable[Body]) -> Iterator[LinkGroup]:
    """The bodies of each kind, by the order of their names. Those of a kind stand under its label; where they are of
    several collectives, those of the second and further ones stand under the collective's name, by their short names:
    the heading says what they are."""
    found = defaultdict[tuple[str, bool], list[Agency]](list)
    first: dict[str, str] = {}
    for body in sorted(bodies, key=_by_kind):
        kind = body.agency.kind or "other"
        collective = body.groups[0].called(spot.words.lang) if body.groups else ""
        apart = bool(collective) and first.setdefault(kind, collective) != collective
        found[collective if apart else spot.words.label("bodies.kinds", kind), apart].append(body.agency)
    for (title, apart), agencies in sorted(found.items(), key=lambda group: group[0][1]):
        links = (body_link(spot, agency, apart) for agency in agencies)
        yield LinkGroup(title, tuple(sorted(links, key=lambda link: fold(link.title))))


def _by_kind(body: Body) -> int:
    kind = body.agency.kind
    return vocabulary.AGENCY_KINDS.index(kind) if kind else len(vocabulary.AGENCY_KINDS)


def body_link(spot: Spot, agency: Agency, is_short: bool = False) -> Link:
    """The way to a body's page, by its name, or by its short name where there is one and that is wanted."""
    lang = spot.words.lang
    return Link((is_short and agency.for_short(lang)) or agency.called(lang), spot.to(body_place(agency.id)))
