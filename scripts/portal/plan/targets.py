"""The plan's targets, counted: pure figures from the plan, the products and the agencies' reports."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.content.known.agencies import Agency
from portal.language import vocabulary
from portal.plan.plan import Plan, Target, Window
from portal.plan.products import Product
from portal.plan.reported import AgencyReport, People


@dataclass(frozen=True)
class Ratio:
    """Numerator over denominator; no value where there is nothing to divide by."""

    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class Result:
    """One target in one year. `value` is a share from 0 to 1 or None; `gaps` are the ids of bodies that have not
    reported; `extra` holds what only some targets have (coverage, shares, portal, counts)."""

    target: Target
    ratio: Ratio | None
    status: str
    gaps: tuple[str, ...]
    extra: Mapping[str, Any]
    counted: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def value(self) -> float | None:
        return self.ratio.value if self.ratio else None


@dataclass(frozen=True)
class Year:
    """Every target in one reporting year, counted as of a day."""

    year: int
    window: Window
    as_of: date
    figures: Mapping[str, Result]


@dataclass(frozen=True)
class Counting:
    """What is counted: bodies that existed, what they reported for the year, all products."""

    plan: Plan
    agencies: Mapping[str, Agency]
    reports: Mapping[str, AgencyReport]
    products: tuple[Product, ...]
    year: int
    window: Window

    def due(self, target: Target) -> tuple[str, ...]:
        """The bodies that report on a target: of its kinds, there at the window's end; of no kind, always due."""
        return tuple(
            name
            for name, agency in self.agencies.items()
            if agency.exists_on(self.window.end) and (agency.kind is None or agency.kind in target.bodies)
        )


def count_year(
    plan: Plan,
    agencies: Mapping[str, Agency],
    reports: Mapping[str, AgencyReport],
    products: Iterable[Product],
    year: int,
    as_of: date,
) -> Year:
    """Count every target of the plan for `year` as it stood on `as_of`. `reports` are those of that year."""
    window = plan.window(year, as_of)
    ground = Counting(plan, agencies, reports, tuple(products), year, window)
    figures = {target.id: _count(ground, target) for target in plan.targets}
    return Year(year, window, as_of, figures)


def _count(ground: Counting, target: Target) -> Result:
    if target.id == "K3":
        return _k3(ground, target)
    if target.id == "K4":
        return _k4(ground, target)
    if target.obtained == "not_computed":
        return Result(target, None, "not_computable", (), {}, (), ())
    return _reported(ground, target, _READERS.get(target.id, _people(target)))


Reader = Callable[[Counting, AgencyReport], tuple[int, int] | None]
"""What one report says of a target, as (numerator, denominator); None where it says nothing."""


def _spokesperson(ground: Counting, report: AgencyReport) -> tuple[int, int] | None:
    said = report.spokesperson
    if said is None:
        return None
    return int(said.designated and (said.disclosures > 0 or not ground.plan.disclosure_needed)), 1


def _misinformation(_: Counting, report: AgencyReport) -> tuple[int, int] | None:
    said = report.misinformation
    return (said.handled, said.detected) if said else None


def _people(target: Target) -> Reader:
    def read(_: Counting, report: AgencyReport) -> tuple[int, int] | None:
        people: People | None = getattr(report.people, target.people) if target.people else None
        return (people.trained, people.in_post) if people else None

    return read


_READERS: dict[str, Reader] = {"K1": _spokesperson, "K5b": _misinformation}


def _reported(ground: Counting, target: Target, read: Reader) -> Result:
    """A target over the bodies that reported on it, with how many of the bodies due have."""
    due = ground.due(target)
    said = {name: read(ground, ground.reports[name]) for name in due if name in ground.reports}
    given = {name: pair for name, pair in said.items() if pair is not None}
    gaps = tuple(name for name in due if name not in given)
    coverage = Ratio(len(given), len(due))
    ratio = Ratio(sum(n for n, _ in given.values()), sum(d for _, d in given.values())) if given else None
    status = _status(ground, target, ratio, complete=not gaps)
    left_out = tuple((name, "not_reported") for name in gaps)
    return Result(target, ratio, status, gaps, {"coverage": coverage}, tuple(given), left_out)


def _status(ground: Counting, target: Target, ratio: Ratio | None, complete: bool) -> str:
    if ratio is None or ratio.value is None:
        return "no_data"
    floor = target.floor or 0.0
    if ratio.value >= floor and complete:
        return "met"
    return "on_track" if ratio.value >= floor * ground.plan.share_of_years(ground.year) else "behind"


def _k3(ground: Counting, target: Target) -> Result:
    """Counts only: the plan sets no figure. What nobody reported is None."""
    products = [p for p in ground.products if p.date in ground.window]
    shown = [p for p in products if "exhibition" in p.formats or "exhibition" in p.channels]
    reported = [held for r in ground.reports.values() for held in r.exhibitions if held.date in ground.window]
    central = [r.central_publications for r in ground.reports.values() if r.central_publications]
    counts = {
        "exhibitions_in_register": len(shown),
        "exhibitions_reported": len(reported) if ground.reports else None,
        "publications_received": sum(c.received for c in central) if central else None,
        "publications_issued": sum(c.issued for c in central) if central else None,
    }
    status = "counted" if shown or ground.reports else "no_data"
    return Result(target, None, status, (), {"counts": counts}, tuple(p.id for p in shown), ())


def _k4(ground: Counting, target: Target) -> Result:
    """The share of products in an ethnic language, in a foreign language or on a digital platform, and of each.

    While no other body has entered a product, the share says nothing of the province and meets nothing.
    """
    plan = ground.plan
    inside = [p for p in ground.products if p.date in ground.window]
    kinds: dict[str, Callable[[Product], bool]] = {
        "ethnic": lambda p: any(plan.is_ethnic(tag) for tag in p.languages),
        "foreign": lambda p: any(plan.is_foreign(tag) for tag in p.languages),
        "digital": lambda p: not vocabulary.DIGITAL_CHANNELS.isdisjoint(p.channels),
    }
    members = {name: {p.id for p in inside if belongs(p)} for name, belongs in kinds.items()}
    union = set[str]().union(*members.values())
    portal = [p for p in inside if p.from_portal]
    ratio = Ratio(len(union), len(inside)) if inside else None
    extra = {
        "shares": {name: Ratio(len(ids), len(inside)) for name, ids in members.items()},
        "portal": Ratio(sum(1 for p in portal if p.id in union), len(portal)),
    }
    counted = tuple(p.id for p in inside if p.id in union)
    left_out = [(p.id, "vietnamese_not_digital") for p in inside if p.id not in union]
    left_out += [(p.id, "outside_window") for p in ground.products if p.date not in ground.window]
    status = "portal_only" if portal and len(portal) == len(inside) else _status(ground, target, ratio, True)
    return Result(target, ratio, status, (), extra, counted, tuple(left_out))
